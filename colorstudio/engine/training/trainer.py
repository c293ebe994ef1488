"""Starts training runs that outlive the window, and gives them commands through their folders."""

from __future__ import annotations

import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.engine.training.trainer_command import trainer_command, trainer_environment

logger = logging.getLogger(__name__)

CONSOLE = "console.txt"
"""File in a run folder with what its process writes to the console; the events go to `events.jsonl`."""

_POLL_MILLISECONDS = 500
_DETACHED = 0x00000208
"""Windows: DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP; the names exist there alone."""


@dataclass(frozen=True)
class RunProcessEnded:
    """A process that this window started has ended; `error` is the sentence that it ended with, or ''."""

    path: Path
    code: int
    error: str


class Trainer(QObject):
    """Starts, resumes and commands runs. Their processes go on when the window is closed."""

    process_ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._processes: dict[Path, subprocess.Popen[bytes]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MILLISECONDS)
        self._timer.timeout.connect(self._look_after_processes)

    def start(self, config: TrainingConfig, path: Path) -> None:
        """Make the run folder `path` and start its process.

        Raises:
            TrainingError: the folder holds a run already, or cannot be made, or the process cannot be started.
        """
        RunFolder(path).create(config)
        self._launch(path, config)

    def resume(self, path: Path) -> None:
        """Start a process for a run that has none; it goes on from the newest checkpoint.

        Raises:
            TrainingError: a process works on it already (of whatever window), or it cannot be started.
        """
        folder = RunFolder(path)
        owner = folder.lock_owner()
        if owner is not None or path in self._processes:
            raise TrainingError(QT_TRANSLATE_NOOP("errors", "The training {name} is running already."), name=path.name)
        self._launch(path, folder.read_config())

    def send(self, path: Path, command: str) -> None:
        """Leave a command for a running process (see `run_folder.COMMANDS`)."""
        RunFolder(path).send(command)

    def is_ours(self, path: Path) -> bool:
        """Whether this window started the process that works on the run."""
        return path in self._processes

    def _launch(self, path: Path, config: TrainingConfig) -> None:
        windows = sys.platform == "win32"
        try:
            with (path / CONSOLE).open("ab") as console:
                process = subprocess.Popen(
                    trainer_command(["resume", str(path)], config),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=console,
                    env=trainer_environment(),
                    start_new_session=not windows,
                    creationflags=_DETACHED if windows else 0,
                )
        except OSError as error:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The training {name} cannot be started: {reason}."),
                name=path.name,
                reason=error.strerror or error,
            ) from error
        self._processes[path] = process
        self._timer.start()

    @Slot()
    def _look_after_processes(self) -> None:
        """Take leave of processes that have ended; else they would stay in the system's table."""
        for path, process in list(self._processes.items()):
            code = process.poll()
            if code is not None:
                del self._processes[path]
                self.process_ended.emit(RunProcessEnded(path, code, _last_line(path / CONSOLE) if code else ""))
        if not self._processes:
            self._timer.stop()


def _last_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[-1] if lines else ""
