"""The steps that were taken, by name; a click goes back or forth to one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QColor, QPalette, QUndoGroup
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QUndoView, QWidget

from colorstudio.ui.panels.section import PanelSection
from colorstudio.ui.theme.tokens import current_tokens

_HEIGHT = 176


class HistoryPanel(PanelSection):
    """The history of the current scan: the step in force is marked, those that were undone are grey.

    Args:
        history: of all scans; the active one is shown.
    """

    words_changed = Signal()
    """The language changed: the actions are to be named again."""

    def __init__(self, history: QUndoGroup, parent: QWidget | None = None) -> None:
        super().__init__("history", parent)
        self._steps = QUndoView(history)
        self._steps.setObjectName("history")
        self._steps.setFixedHeight(_HEIGHT)
        self._steps.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._delegate = _StepDelegate(self._steps)
        self._steps.setItemDelegate(self._delegate)
        self.body.addWidget(self._steps)
        self.retranslate()

    @property
    def steps(self) -> QUndoView:
        """The list; its first row is the scan as it was opened."""
        return self._steps

    def retranslate(self) -> None:
        """Set the words."""
        self.set_title(self.tr("History"))
        self.set_tip(self.tr("What was done to this scan, step by step; click a step to go back to it."))
        self._steps.setEmptyLabel(self.tr("As opened"))
        self._steps.setAccessibleName(self.tr("History"))
        self._steps.setToolTip(self.tr("Click a step to go back to it, or forth again."))
        self.words_changed.emit()


class _StepDelegate(QStyledItemDelegate):
    """Greys the steps that were undone."""

    def __init__(self, steps: QUndoView) -> None:
        super().__init__(steps)
        self._steps = steps

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.row() > self._steps.currentIndex().row():
            option.palette.setColor(QPalette.ColorRole.Text, QColor(current_tokens().disabled))
