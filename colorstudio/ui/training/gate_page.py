"""Compares the model of a finished run with the one that it began with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from colorstudio.engine.training.run_library import RunSummary
from colorstudio.ui.training.context import TrainingContext


class GatePage(QWidget):
    """Compares the model of a finished run with the one that it began with."""

    left = Signal()
    """The archivist goes back to the monitor."""

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self._context = context

    def show_run(self, run: RunSummary) -> None:
        """Show the result of a finished run."""

    def shutdown(self) -> None:
        """Stop all work, and wait for it."""
