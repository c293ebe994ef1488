"""A question to the trainer that may be asked anew while the one before is still being answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.training.training_job import TrainingJob


class TrainerQuestion(QObject):
    """The newest question wins: the process that answers the one before is killed, and nobody hears of it."""

    progressed = Signal(int, int)
    """How many are done, and their total."""
    answered = Signal(object)
    """The answer: a dict, the last JSON object that the process wrote."""
    failed = Signal(object)
    """A `ColorStudioError`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = TrainingJob(self)
        self._next: tuple[str, ...] | None = None
        self._answer: Mapping[str, Any] = {}
        self._job.event_arrived.connect(self._on_job_event_arrived)
        self._job.finished.connect(self._on_job_finished)
        self._job.failed.connect(self._on_job_failed)
        self._job.cancelled.connect(self._on_job_cancelled)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is to come."""
        return self._job.is_running or self._next is not None

    def ask(self, words: Sequence[str]) -> None:
        """Ask by a command line of the trainer (see `TrainingJob`)."""
        if self._job.is_running:
            self._next = tuple(words)
            self._job.cancel()
        else:
            self._start(words)

    def withdraw(self) -> None:
        """Ask no more; no signal follows."""
        self._next = None
        self._job.cancel()

    def shutdown(self) -> None:
        """Kill the process and wait until it has gone."""
        self._next = None
        self._job.shutdown()

    def _start(self, words: Sequence[str]) -> None:
        self._next, self._answer = None, {}
        self._job.start(words)

    @Slot(object)
    def _on_job_event_arrived(self, event: Mapping[str, Any]) -> None:
        if event.get("event") == "progress":
            self.progressed.emit(int(event.get("done", 0)), int(event.get("total", 0)))
        else:
            self._answer = event

    @Slot()
    def _on_job_finished(self) -> None:
        if self._next is not None:  # asked anew when the process had just ended
            self._start(self._next)
        else:
            self.answered.emit({key: value for key, value in self._answer.items() if key != "event"})

    @Slot(object)
    def _on_job_failed(self, error: ColorStudioError) -> None:
        if self._next is not None:
            self._start(self._next)
        else:
            self.failed.emit(error)

    @Slot()
    def _on_job_cancelled(self) -> None:
        if self._next is not None:
            self._start(self._next)
