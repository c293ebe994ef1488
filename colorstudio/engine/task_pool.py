"""Work beside the view: exports and thumbnails, each with its own scan, in a thread of their own."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from colorstudio.core.errors import Cancelled, ColorStudioError
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.inference_worker import out_of_memory, unexpected
from colorstudio.engine.throttle import Throttle

logger = logging.getLogger(__name__)

Work = Callable[[CancelToken, Progress], object]


@dataclass(frozen=True)
class TaskProgressed:
    """How far a task is, 0..1."""

    task: int
    fraction: float


@dataclass(frozen=True)
class TaskFinished:
    """A task ended; `result` is what its work returned."""

    task: int
    result: object
    cancelled: bool = False


@dataclass(frozen=True)
class TaskFailed:
    """A task ended with an error for the user."""

    task: int
    error: ColorStudioError


class TaskPool(QObject):
    """Runs tasks one after another (or `threads` at once); each ends in one finished or failed.

    The signals arrive in the thread in which the pool was made.
    """

    task_progressed = Signal(object)
    task_finished = Signal(object)
    task_failed = Signal(object)

    def __init__(self, threads: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._tokens: dict[int, CancelToken] = {}
        self._threads = QThreadPool(self)
        self._threads.setMaxThreadCount(threads)
        self._reporter = _Reporter()
        self._reporter.reported.connect(self._on_task_reported)

    def start(self, work: Work) -> int:
        """Queue `work` and return the number of the task."""
        number = next(self._numbers)
        self._tokens[number] = CancelToken()
        self._threads.start(_Task(number, work, self._tokens[number], self._reporter))
        return number

    def cancel(self, task: int) -> None:
        """Ask a task to stop; it ends as cancelled at its next strip or step."""
        if task in self._tokens:
            self._tokens[task].cancel()

    @property
    def busy(self) -> bool:
        """Whether a task has not ended."""
        return bool(self._tokens)

    def shutdown(self) -> None:
        """Cancel all tasks and wait until the threads are idle."""
        for token in list(self._tokens.values()):
            token.cancel()
        self._threads.waitForDone()

    def finish(self) -> None:
        """Wait until all tasks have ended in their own way."""
        self._threads.waitForDone()

    @Slot(object)
    def _on_task_reported(self, report: object) -> None:
        if isinstance(report, TaskProgressed):
            self.task_progressed.emit(report)
        elif isinstance(report, TaskFinished):
            self._tokens.pop(report.task, None)
            self.task_finished.emit(report)
        elif isinstance(report, TaskFailed):
            self._tokens.pop(report.task, None)
            self.task_failed.emit(report)


class _Reporter(QObject):
    """Carries reports from the threads to the pool's own."""

    reported = Signal(object)


class _Task(QRunnable):
    def __init__(self, number: int, work: Work, token: CancelToken, reporter: _Reporter) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._token = token
        self._reporter = reporter

    def run(self) -> None:
        self._reporter.reported.emit(self._end())

    def _end(self) -> TaskFinished | TaskFailed:
        try:
            self._token.check()
            return TaskFinished(self._number, self._work(self._token, Throttle(self._report_progress)))
        except Cancelled:
            return TaskFinished(self._number, None, cancelled=True)
        except ColorStudioError as error:
            return TaskFailed(self._number, error)
        except MemoryError:
            return TaskFailed(self._number, out_of_memory())
        except Exception:
            logger.exception("task %s failed", self._number)
            return TaskFailed(self._number, unexpected())

    def _report_progress(self, fraction: float) -> None:
        self._reporter.reported.emit(TaskProgressed(self._number, fraction))
