"""Which tool is in the hand: one at a time, each with an action that shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup

from colorstudio.ui.actions import Actions
from colorstudio.ui.canvas import Canvas
from colorstudio.ui.canvas.tool import CanvasTool

HAND = "tool_hand"
"""The action of the empty hand, which pans and wipes."""


class ToolBox(QObject):
    """Puts tools into the hand and away again.

    Args:
        actions: the tools' actions, checkable, are among them.
        canvas: gets the tool.
        parent: the owner.
    """

    chosen = Signal(str)
    """The name of the action whose tool is in the hand."""
    added = Signal(str)
    """The name of the action of another tool."""

    def __init__(self, actions: Actions, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._canvas = canvas
        self._tools: dict[str, CanvasTool | None] = {HAND: None}
        self._group = QActionGroup(self)
        self._group.addAction(actions[HAND])
        actions[HAND].setChecked(True)
        self._group.triggered.connect(self._on_group_triggered)

    @property
    def current(self) -> str:
        """The name of the action whose tool is in the hand."""
        checked = self._group.checkedAction()
        return checked.objectName() if checked else HAND

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the actions, the empty hand's first, then as they were added."""
        return tuple(self._tools)

    def add(self, name: str, tool: CanvasTool) -> None:
        """Let the action `name` take `tool` into the hand."""
        self._tools[name] = tool
        self._group.addAction(self._actions[name])
        self.added.emit(name)

    def choose(self, name: str) -> None:
        """Take a tool into the hand; `HAND` puts all away."""
        self._actions[name].setChecked(True)
        self._take(name)

    @Slot(QAction)
    def _on_group_triggered(self, action: QAction) -> None:
        self._take(action.objectName())

    def _take(self, name: str) -> None:
        self._canvas.set_tool(self._tools[name])
        self.chosen.emit(name)
