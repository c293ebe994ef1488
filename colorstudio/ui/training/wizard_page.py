"""Asks what a new training needs to know: pictures, goal, time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from colorstudio.ui.training.context import TrainingContext


class WizardPage(QWidget):
    """Asks what a new training needs to know: pictures, goal, time."""

    run_started = Signal(object)
    """The folder (`Path`) of the run that was started."""
    dismissed = Signal()

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self._context = context

    def begin(self) -> None:
        """Start over with an empty page."""

    def shutdown(self) -> None:
        """Stop all work, and wait for it."""
