"""Where one is in the wizard."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar

from colorstudio.ui.widgets.retranslated import Retranslated


class Step(IntEnum):
    """The steps, in their order."""

    PICTURES = 0
    CHECK = 1
    GOAL = 2
    TIME = 3


class StepRail(Retranslated, QTabBar):
    """The steps side by side; those that can be reached can be clicked."""

    step_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        for _ in Step:
            self.addTab("")
        self.currentChanged.connect(self._on_current_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Steps"))
        self.setToolTip(self.tr("Go back to a step at any time; nothing is lost."))
        names = self.tr("1  Pictures"), self.tr("2  Check"), self.tr("3  Goal"), self.tr("4  Time")
        for step, name in zip(Step, names, strict=True):
            self.setTabText(step, name)

    def show_step(self, step: Step, farthest: Step) -> None:
        """Show where one is, and how far one may go."""
        self.blockSignals(True)
        for each in Step:
            self.setTabEnabled(each, each <= farthest)
        self.setCurrentIndex(step)
        self.blockSignals(False)

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        self.step_chosen.emit(index)
