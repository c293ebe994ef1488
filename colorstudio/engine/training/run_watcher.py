"""Follows the folder of a run: what is new in it arrives as one parcel, five times a second at most."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import Event, EventTail, RunState
from colorstudio.engine.task_pool import TaskFailed, TaskFinished, TaskPool

_INTERVAL_MILLISECONDS = 200


@dataclass(frozen=True)
class RunNews:
    """What is new about a run.

    Attributes:
        path: its folder.
        state: how far it is.
        events: that were not told before, in order.
        from_start: whether they begin with the first one: what was told before is void.
    """

    path: Path
    state: RunState
    events: tuple[Event, ...]
    from_start: bool


@dataclass(frozen=True)
class _Reading:
    """What is new, or None; and whether there is more to read at once."""

    news: RunNews | None
    has_more: bool


class RunWatcher(QObject):
    """Reads a run's events in a thread of its own, however many there are."""

    news_arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskPool(parent=self)
        self._tasks.task_finished.connect(self._on_tasks_finished)
        self._tasks.task_failed.connect(self._on_tasks_failed)
        self._follower: _Follower | None = None
        self._task = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self._read)

    def watch(self, path: Path | None) -> None:
        """Follow another run from its beginning; None: none."""
        self._timer.stop()
        self._follower = _Follower(path) if path is not None else None
        self._read()

    def shutdown(self) -> None:
        """Stop, and wait until the thread has ended."""
        self._timer.stop()
        self._follower = None
        self._tasks.shutdown()

    @Slot()
    def _read(self) -> None:
        if self._follower is not None:
            self._task = self._tasks.start(self._follower.read)

    @Slot(object)
    def _on_tasks_finished(self, report: TaskFinished) -> None:
        if report.task != self._task or self._follower is None:
            return
        assert isinstance(report.result, _Reading)
        if report.result.news is not None:
            self.news_arrived.emit(report.result.news)
        if report.result.has_more:
            self._read()
        else:
            self._timer.start()

    @Slot(object)
    def _on_tasks_failed(self, report: TaskFailed) -> None:
        if report.task == self._task and self._follower is not None:
            self._timer.start()  # a folder that is away (a stick, a share) may come back


class _Follower:
    """Reads one run; used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._folder = RunFolder(path)
        self._tail = EventTail(self._folder)
        self._told, self._seen = RunState(), RunState()
        self._is_first = True

    def read(self, token: CancelToken, progress: Progress) -> _Reading:
        """Read on."""
        events, replaced, has_more = self._tail.read()
        from_start = replaced or self._is_first
        if replaced:
            self._told = RunState()
        for event in events:
            self._told = self._told.after(event)
        seen = self._told if has_more else self._told.seen_with(self._folder)  # half a run read looks like a lost one
        is_news = bool(events) or from_start or seen != self._seen
        self._seen, self._is_first = seen, False
        news = RunNews(self._folder.path, seen, tuple(events), from_start) if is_news else None
        return _Reading(news, has_more)
