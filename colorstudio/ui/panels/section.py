"""Parts of the side panel that can be folded away: sections, and groups inside a section."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.widgets.retranslated import Retranslated


class FoldHeading(QToolButton):
    """A chevron and a title over the whole width; Return and Space turn it, Left folds and Right unfolds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(True)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold as a tree does."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Stay quiet: an open section is no button that is on."""
        super().initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_On

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        self.setIcon(icon(Icon.EXPAND if is_open else Icon.NEXT, Tone.QUIET))


class FoldingBox(QWidget):
    """A heading that folds and unfolds what lies below it.

    Args:
        key: identifies the box in what is remembered; never shown.
        opens_first: whether it is open until the user decides.

    Attributes:
        body: the layout of the controls.
    """

    fold_changed = Signal(bool)
    """Whether the box is open now."""

    def __init__(self, key: str, opens_first: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.opens_first = opens_first
        self._heading = FoldHeading()
        self._heading.toggled.connect(self._on_heading_toggled)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        self._contents = QWidget()
        self.body = QVBoxLayout(self._contents)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._heading, 1)
        line.addLayout(self._buttons)
        self._line = line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._contents)
        self.set_open(opens_first)

    @property
    def is_open(self) -> bool:
        """Whether the controls are seen."""
        return self._heading.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self._heading.setChecked(is_open)

    def set_title(self, title: str) -> None:
        """Set the heading."""
        self._heading.setText(title)
        self._heading.setAccessibleName(title)

    def set_tip(self, tip: str) -> None:
        """Set the sentence about what the box is for."""
        self._heading.setToolTip(tip)
        self._heading.setAccessibleDescription(tip)

    def add_button(self, button: QToolButton) -> None:
        """Put a small button at the right of the heading."""
        button.setObjectName("smallButton")
        button.setIconSize(QSize(16, 16))
        self._buttons.addWidget(button)

    @Slot(bool)
    def _on_heading_toggled(self, is_open: bool) -> None:
        self._contents.setVisible(is_open)
        self.fold_changed.emit(is_open)


class PanelSection(Retranslated, FoldingBox):
    """A section of the side panel.

    Subclasses put their controls into `body`, and their title and words into `retranslate`.

    Args:
        key: identifies the section in what is remembered; never shown.
        opens_first: whether it is open until the user decides; few are, a low screen has no room for more.
    """

    def __init__(self, key: str, parent: QWidget | None = None, *, opens_first: bool | None = None) -> None:
        super().__init__(key, key in _OPEN_FIRST if opens_first is None else opens_first, parent)
        self.setObjectName(f"section-{key}")
        self._heading.setObjectName("sectionHeading")
        self._line.setContentsMargins(8, 4, 12, 0)
        self.body.setContentsMargins(16, 4, 12, 8)
        self.body.setSpacing(8)


_OPEN_FIRST = ("colour", "adjust")


class PanelGroup(FoldingBox):
    """A smaller part inside a section, under a quieter heading."""

    def __init__(self, key: str, opens_first: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(key, opens_first, parent)
        self._heading.setObjectName("groupHeading")
        self.body.setContentsMargins(8, 0, 0, 4)
        self.body.setSpacing(4)
