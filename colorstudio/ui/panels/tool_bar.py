"""The slim bar at the left of the canvas: one button for each tool, of which one is in the hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.tool_box import ToolBox
from colorstudio.ui.widgets.retranslated import Retranslated

_WIDTH = 40


class ToolBar(Retranslated, QWidget):
    """Shows the tools of a tool box, in the order in which they are added.

    Args:
        actions: the tools' are among them; words, icons and shortcuts come from there.
        tools: those that there are, and will be.
    """

    def __init__(self, actions: Actions, tools: ToolBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._actions = actions
        self._buttons: list[tuple[QToolButton, QAction]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 8, 4, 8)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        for name in tools.names:
            self._on_tools_added(name)
        tools.added.connect(self._on_tools_added)

    def retranslate(self) -> None:
        """Set the names of the buttons; the rest comes from their actions."""
        for button, action in self._buttons:
            button.setAccessibleName(plain_text(action))

    @Slot(str)
    def _on_tools_added(self, name: str) -> None:
        button, action = QToolButton(), self._actions[name]
        button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setFixedSize(32, 32)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._layout.insertWidget(len(self._buttons), button)
        self._buttons.append((button, action))
        self.retranslate()
