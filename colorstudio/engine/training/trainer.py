"""Starts training runs that outlive the window, and gives them commands through their folders."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.process_identity import end_process
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.engine.training.trainer_command import trainer_command, trainer_environment

logger = logging.getLogger(__name__)

CONSOLE = "console.txt"
"""File in a run folder with what its process writes to the console; the events go to `events.jsonl`."""

_POLL_MILLISECONDS = 500
_SECONDS_TO_OBEY = 3.0
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
        self._ending: dict[Path, float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MILLISECONDS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self, config: TrainingConfig, path: Path) -> None:
        """Make the run folder `path` and start its process.

        Raises:
            TrainingError: the folder holds a run already, or cannot be made, or the process cannot be started.
        """
        RunFolder(path).create(config)
        self._launch(path)

    def resume(self, path: Path) -> None:
        """Start a process for a run that has none; it goes on from the newest checkpoint.

        Raises:
            TrainingError: a process works on it already (of whatever window), or it cannot be started.
        """
        folder = RunFolder(path)
        owner = folder.lock_owner()
        if owner is not None or path in self._processes:
            raise TrainingError(QT_TRANSLATE_NOOP("errors", "The training {name} is running already."), name=path.name)
        self._launch(path)

    def send(self, path: Path, command: str) -> None:
        """Leave a command for the process of a run, whichever window started it (see `run_folder.COMMANDS`).

        A process that does not obey 'stop_now' within seconds is ended: nothing of a run is ever half-written.

        Raises:
            TrainingError: the command cannot be left.
        """
        try:
            RunFolder(path).send(command)
        except OSError as error:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The training {name} cannot be told what to do: {reason}."),
                name=path.name,
                reason=error.strerror or error,
            ) from error
        if command == "stop_now":
            self._ending[path] = time.monotonic() + _SECONDS_TO_OBEY
            self._timer.start()

    def is_ours(self, path: Path) -> bool:
        """Whether this window started the process that works on the run."""
        return path in self._processes

    def _launch(self, path: Path) -> None:
        windows = sys.platform == "win32"
        try:
            RunFolder(path).clear_commands()  # here: the process takes seconds to begin, and may be stopped by then
            with (path / CONSOLE).open("ab") as console:
                process = subprocess.Popen(
                    trainer_command(["resume", str(path), "--keep-commands"]),
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
    def _on_timer_timeout(self) -> None:
        self._look_after_processes()
        for path, deadline in list(self._ending.items()):
            if self._has_ended(path, is_late=time.monotonic() > deadline):
                del self._ending[path]
        if not self._processes and not self._ending:
            self._timer.stop()

    def _has_ended(self, path: Path, is_late: bool) -> bool:
        """Whether a run that is to stop at once has stopped; who is late in doing so is ended."""
        folder, process = RunFolder(path), self._processes.get(path)
        owner = folder.lock_owner()
        if owner is None and process is None:
            _note_stopped(folder)
            return True
        if is_late and owner is not None:
            logger.warning("ending process %d, which does not stop in %s", owner.pid, path)
            end_process(owner.pid, owner.start)
        if is_late and process is not None:
            process.kill()  # it may not have come as far as to hold the folder, or wait for others
        return False

    def _look_after_processes(self) -> None:
        """Take leave of processes that have ended; else they would stay in the system's table."""
        for path, process in list(self._processes.items()):
            code = process.poll()
            if code is not None:
                del self._processes[path]
                error = "" if code == 0 or path in self._ending else _last_line(path / CONSOLE)
                self.process_ended.emit(RunProcessEnded(path, code, error))


def _note_stopped(folder: RunFolder) -> None:
    try:
        folder.note_stopped()
    except (OSError, TrainingError) as error:  # then it counts as lost, which is true as well
        logger.warning("%s", error)


def _last_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[-1] if lines else ""
