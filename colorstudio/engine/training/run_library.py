"""The runs there are, with what they are doing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QObject, QTimer, Signal, Slot

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import EventTail, RunState
from colorstudio.core.training_config import TrainingConfig
from colorstudio.engine.task_pool import TaskFinished, TaskPool

_INTERVAL_MILLISECONDS = 2000


@dataclass(frozen=True)
class RunSummary:
    """A run in the list.

    Attributes:
        path: its folder.
        config: what it does.
        state: how far it is.
        made: when it was begun, seconds since 1970.
    """

    path: Path
    config: TrainingConfig
    state: RunState
    made: float


class RunLibrary(QObject):
    """Looks through the folder of the runs every two seconds while somebody wants to see it.

    Args:
        folder: each run is a folder in it.
    """

    runs_changed = Signal(object)
    """All runs as a tuple of `RunSummary`, newest first; emitted when something about them has changed."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.runs: tuple[RunSummary, ...] = ()
        self._readers: dict[Path, _RunReader] = {}
        self._tasks = TaskPool(parent=self)
        self._tasks.task_finished.connect(self._on_tasks_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)

    def set_watching(self, is_watching: bool) -> None:
        """Look now and every two seconds, or no more."""
        if is_watching:
            self.refresh()
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def refresh(self) -> None:
        """Look now."""
        if not self._tasks.busy:
            self._tasks.start(self._look)

    def remove(self, path: Path) -> None:
        """Move a run to the trash.

        Raises:
            TrainingError: it is running, or there is no trash where it lies.
        """
        if RunFolder(path).lock_owner() is not None:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The training {name} is running; stop it first."), name=path.name
            )
        if not QFile(str(path)).moveToTrash():
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "{path} cannot be moved to the trash; remove the folder yourself."),
                path=path,
            )
        self.refresh()

    def shutdown(self) -> None:
        """Stop looking, and wait until the thread has ended."""
        self._timer.stop()
        self._tasks.shutdown()

    def _look(self, token: CancelToken, progress: Progress) -> tuple[RunSummary, ...]:
        paths = [each.parent for each in self.folder.glob("*/config.json")]
        self._readers = {path: self._readers.get(path) or _RunReader(path) for path in paths}
        found = [summary for reader in self._readers.values() if (summary := reader.read(token))]
        return tuple(sorted(found, key=lambda summary: summary.made, reverse=True))

    @Slot(object)
    def _on_tasks_finished(self, report: TaskFinished) -> None:
        if not isinstance(report.result, tuple) or report.result == self.runs:
            return
        self.runs = report.result
        self.runs_changed.emit(self.runs)


class _RunReader:
    """Reads on in one run; used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._folder = RunFolder(path)
        self._tail = EventTail(self._folder)
        self._told = RunState()
        self._config: TrainingConfig | None = None

    def read(self, token: CancelToken) -> RunSummary | None:
        """The run as it is now; None: what lies there is no run (any more)."""
        try:
            self._config = self._config or self._folder.read_config()
            self._read_events(token)
            made = self._folder.config_path.stat().st_mtime
        except (TrainingError, OSError):
            return None
        return RunSummary(self._folder.path, self._config, self._told.seen_with(self._folder), made)

    def _read_events(self, token: CancelToken) -> None:
        has_more = True
        while has_more:
            token.check()
            events, replaced, has_more = self._tail.read()
            if replaced:
                self._told = RunState()
            for event in events:
                self._told = self._told.after(event)
