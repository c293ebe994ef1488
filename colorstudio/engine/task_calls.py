"""Tasks whose results are wanted by whoever started them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.task_pool import TaskFailed, TaskFinished, TaskPool, Work

Done = Callable[[Any], None]
Failed = Callable[[ColorStudioError], None]


def _ignore(result: object) -> None:
    """Do nothing with a result."""


class TaskCalls(QObject):
    """Runs tasks one after another in a thread of its own, and calls back in the thread in which it was made.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = TaskPool(1, self)
        self._calls: dict[int, tuple[Done, Failed]] = {}
        self._pool.task_finished.connect(self._on_pool_task_finished)
        self._pool.task_failed.connect(self._on_pool_task_failed)

    @property
    def busy(self) -> bool:
        """Whether a task has not ended."""
        return self._pool.busy

    def start(self, work: Work, done: Done = _ignore, failed: Failed = _ignore) -> int:
        """Queue `work`; `done` gets its result unless it was cancelled, `failed` its error."""
        task = self._pool.start(work)
        self._calls[task] = done, failed
        return task

    def cancel(self, task: int) -> None:
        """Ask a task to stop; nothing is called then."""
        self._calls.pop(task, None)  # its end may be on its way already
        self._pool.cancel(task)

    def finish(self) -> None:
        """Wait until all tasks have ended in their own way; nothing is called any more."""
        self._calls.clear()
        self._pool.finish()

    def shutdown(self) -> None:
        """Cancel all tasks and wait until the thread is idle; nothing is called any more."""
        self._calls.clear()
        self._pool.shutdown()

    @Slot(object)
    def _on_pool_task_finished(self, report: TaskFinished) -> None:
        done, _ = self._calls.pop(report.task, (_ignore, _ignore))
        if not report.cancelled:
            done(report.result)

    @Slot(object)
    def _on_pool_task_failed(self, report: TaskFailed) -> None:
        _, failed = self._calls.pop(report.task, (_ignore, _ignore))
        failed(report.error)
