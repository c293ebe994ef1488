"""Shows a run while it goes on, and commands it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from colorstudio.engine.training.run_library import RunSummary
from colorstudio.ui.training.context import TrainingContext


class MonitorPage(QWidget):
    """Shows a run while it goes on, and commands it."""

    gate_wanted = Signal(object)
    """The folder (`Path`) of a finished run whose result the archivist wants to see."""

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self._context = context

    def show_run(self, run: RunSummary | None) -> None:
        """Follow a run; None: none."""

    def shutdown(self) -> None:
        """Stop all work, and wait for it."""
