"""The history of the current scan, in the panel and in the names of undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Slot

from colorstudio.ui.context import StudioContext
from colorstudio.ui.panels.history_panel import HistoryPanel


class HistoryFeature(QObject):
    """Shows the steps, and says in the menu which one is undone."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._actions = context.documents, context.actions
        self._history = context.documents.history
        self.panel = HistoryPanel(self._history)
        context.panel.add_section(self.panel)
        self.panel.steps.pressed.connect(self._on_steps_pressed)
        self._history.undoTextChanged.connect(self._name_actions)
        self._history.redoTextChanged.connect(self._name_actions)
        self.panel.words_changed.connect(self._name_actions)

    @Slot(QModelIndex)
    def _on_steps_pressed(self, _: QModelIndex) -> None:
        self._documents.end_gesture()

    @Slot()
    def _name_actions(self) -> None:
        """Name the steps; without one, the actions keep their own words."""
        self._actions.set_own_words("undo")
        self._actions.set_own_words("redo")
        if self._history.undoText():
            self._actions["undo"].setText(self.tr("&Undo {step}").format(step=_escaped(self._history.undoText())))
        if self._history.redoText():
            self._actions["redo"].setText(self.tr("&Redo {step}").format(step=_escaped(self._history.redoText())))


def _escaped(text: str) -> str:
    """Return words in which no letter becomes a mnemonic."""
    return text.replace("&", "&&")
