"""The hints of the current scan: the tool, the table, and the colour and evidence of the selected one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from colorstudio.core.steering import Hint
from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.panels.hint_colour_box import HintColourBox
from colorstudio.ui.panels.hint_table import HintTable
from colorstudio.ui.panels.hint_words import HintWords
from colorstudio.ui.panels.section import PanelSection

_SEPARATOR = ""
_MENU = (
    "add_hint", "hints_to_series", _SEPARATOR, "import_hints", "export_hints", _SEPARATOR, "clear_hints",
)  # fmt: skip


class HintsPanel(PanelSection):
    """What can be seen and done about hints besides the picture itself.

    Args:
        actions: those of the hints are among them.

    Attributes:
        table: all hints.
        colour: of the selected one.
        words: its evidence.
    """

    delete_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("hints", parent=parent)
        self._actions = actions
        self._refusal, self._has_hints = "", False
        self._tool, self._hide, self._more = QToolButton(), QToolButton(), QToolButton()
        self._menu = QMenu(self)
        self._state = QLabel()
        self.table = HintTable()
        self._details = QWidget()
        self.colour = HintColourBox(actions)
        self.words = HintWords()
        self._delete = QPushButton(icon(Icon.DELETE), "")
        self._delete.clicked.connect(self.delete_wanted)
        self.table.delete_wanted.connect(self.delete_wanted)
        self.table.words_wanted.connect(self.words.begin)
        self._build()
        self.retranslate()
        self.set_hints((), (), -1)

    def retranslate(self) -> None:
        """Set the words."""
        self.set_title(self.tr("Hints"))
        self.set_tip(self.tr("Colours that you know: set them where they are, and say what they are known from."))
        self._delete.setText(self.tr("Delete hint"))
        self._delete.setToolTip(self.tr("Removes the selected hint (Delete); undo brings it back."))
        self._more.setAccessibleName(self.tr("More about hints"))
        self._more.setToolTip(self.tr("Apply to series, import and export, delete all."))
        for button in (self._tool, self._hide):
            button.setAccessibleName(plain_text(button.defaultAction()))
        self._tell_state()

    def set_hints(self, hints: Sequence[Hint], colours: Sequence[QColor], selected: int) -> None:
        """Show hints; colour and evidence of the selected one are set by themselves.

        Args:
            hints: all of the scan.
            colours: of each, at the lightness of its place.
            selected: index of one; -1: none.
        """
        self._has_hints = bool(hints)
        self.table.set_hints(hints, colours, selected)
        self.table.setVisible(bool(hints))
        self._details.setVisible(selected >= 0)
        self.words.set_hint(hints[selected] if selected >= 0 else None)
        self._tell_state()

    def set_refusal(self, model: str) -> None:
        """Say that a model takes no hints; empty: it takes them."""
        self._refusal = model
        self._tell_state()

    def _tell_state(self) -> None:
        if self._refusal:
            text = self.tr("The model “{name}” takes no hints; choose another one under Colour to use them.")
            self._state.setText(text.format(name=self._refusal))
        else:
            self._state.setText(
                self.tr("Click in the picture where you know a colour, or draw along it; the model follows you.")
            )
        self._state.setVisible(bool(self._refusal) or not self._has_hints)

    @Slot()
    def _on_more_pressed(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _build(self) -> None:
        self._tool.setObjectName("choiceButton")
        self._tool.setDefaultAction(self._actions["tool_hint"])
        self._tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tool.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tool.setIconSize(QSize(20, 20))
        self._tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hide.setDefaultAction(self._actions["hide_hints"])
        for name in _MENU:
            if name == _SEPARATOR:
                self._menu.addSeparator()
            else:
                self._menu.addAction(self._actions[name])
        self._more.setIcon(icon(Icon.MORE))
        self._more.clicked.connect(self._on_more_pressed)
        for button in (self._hide, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.add_button(button)
        self._state.setObjectName("hint")
        self._state.setWordWrap(True)
        self._delete.setIconSize(BESIDE_WORDS)
        for widget in (self._tool, self._state, self.table, self._details):
            self.body.addWidget(widget)
        self._lay_out_details()

    def _lay_out_details(self) -> None:
        layout = QVBoxLayout(self._details)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._delete)
        layout.addWidget(self.colour)
        layout.addWidget(self.words)
        layout.addLayout(line)
