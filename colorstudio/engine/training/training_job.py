"""A question to the trainer: a process that answers with JSON lines on its standard output and ends."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, TrainingError
from colorstudio.engine.training.trainer_command import trainer_command, trainer_environment

logger = logging.getLogger(__name__)


class TrainingJob(QObject):
    """Runs `python -m training WORDS… --events`. It ends in exactly one of finished, failed, cancelled.

    The process dies with the window.
    """

    event_arrived = Signal(object)
    """A dict: one JSON object that the process wrote."""
    finished = Signal()
    failed = Signal(object)
    """A `ColorStudioError`."""
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_process_output_ready)
        self._process.finished.connect(self._on_process_finished)
        self._process.errorOccurred.connect(self._on_process_error)
        self._failure: ColorStudioError | None = None
        self._is_cancelled = False

    @property
    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, words: Sequence[str]) -> None:
        """Start; may be called again when the process before has ended."""
        self._failure, self._is_cancelled = None, False
        environment = QProcessEnvironment()
        for name, value in trainer_environment().items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        program, *arguments = trainer_command([*words, "--events"])
        self._process.start(program, arguments)

    def cancel(self) -> None:
        """Kill the process: it only looks, it never owns anything."""
        if self.is_running:
            self._is_cancelled = True
            self._process.kill()

    def shutdown(self) -> None:
        """Kill the process and wait until it has gone."""
        self.cancel()
        self._process.waitForFinished()

    @Slot()
    def _on_process_output_ready(self) -> None:
        while self._process.canReadLine():
            event = _parse(bytes(self._process.readLine().data()))
            if event is None:
                continue
            if event.get("event") == "failed":
                self._failure = TrainingError(str(event.get("template", "")), **dict(event.get("values", {})))
            else:
                self.event_arrived.emit(event)

    @Slot(int, QProcess.ExitStatus)
    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_process_output_ready()
        complaints = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        if self._is_cancelled:
            self.cancelled.emit()
        elif code == 0 and status == QProcess.ExitStatus.NormalExit and self._failure is None:
            self.finished.emit()
        else:
            logger.warning("the trainer ended with %s: %s", code, complaints)
            self.failed.emit(self._failure or _unexpected(complaints))

    @Slot(QProcess.ProcessError)
    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(_unexpected(self._process.errorString()))


def _parse(line: bytes) -> Mapping[str, Any] | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) else None


def _unexpected(complaints: str) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "The trainer ended unexpectedly ({reason}); the log tells more."),
        reason=complaints.splitlines()[-1] if complaints else "-",
    )
