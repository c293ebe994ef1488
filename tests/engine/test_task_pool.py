from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from colorstudio.core.errors import ExportError
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.task_calls import TaskCalls
from colorstudio.engine.task_pool import TaskFinished, TaskPool, TaskProgressed


@pytest.fixture
def pool(qapp: object) -> Iterator[TaskPool]:
    pool = TaskPool()
    yield pool
    pool.shutdown()


def test_a_task_ends_with_its_result_in_the_pools_thread(qtbot: QtBot, pool: TaskPool) -> None:
    def work(token: CancelToken, progress: Progress) -> int:
        progress(1.0)
        return 42

    reports, threads = [], []
    pool.task_progressed.connect(reports.append)
    pool.task_finished.connect(reports.append)
    pool.task_finished.connect(lambda report: threads.append(QThread.currentThread()))
    number = pool.start(work)
    qtbot.waitUntil(lambda: len(reports) == 2, timeout=10_000)
    assert reports == [TaskProgressed(number, 1.0), TaskFinished(number, 42)]
    assert threads == [QThread.currentThread()]
    assert not pool.busy


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ExportError("No {what}.", what="room"), "No room."),
        (ValueError("x"), "did not expect"),
        (MemoryError(), "memory"),
    ],
)
def test_a_task_that_fails_tells_one_sentence(qtbot: QtBot, pool: TaskPool, error: Exception, words: str) -> None:
    def work(token: CancelToken, progress: Progress) -> None:
        raise error

    with qtbot.waitSignal(pool.task_failed) as failed:
        pool.start(work)
    assert words in str(failed.args[0].error)
    assert not pool.busy


def test_cancelled_tasks_end_as_cancelled(qtbot: QtBot, pool: TaskPool) -> None:
    begun = threading.Event()

    def work(token: CancelToken, progress: Progress) -> None:
        begun.set()
        while True:
            token.check()

    ends = []
    pool.task_finished.connect(ends.append)
    running, waiting = pool.start(work), pool.start(work)
    assert begun.wait(10)
    pool.cancel(waiting)
    pool.cancel(running)
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=10_000)
    assert [(end.task, end.cancelled) for end in ends] == [(running, True), (waiting, True)]


def test_nobody_is_called_for_what_was_cancelled_though_it_had_ended(qtbot: QtBot) -> None:
    calls, results, ended = TaskCalls(), [], threading.Event()

    def work(token: CancelToken, progress: Progress) -> int:
        ended.set()
        return 1

    task = calls.start(work, results.append)
    assert ended.wait(10)
    calls.cancel(task)  # its end cannot have been told: that needs this thread
    qtbot.waitUntil(lambda: not calls.busy, timeout=10_000)
    assert results == []


def test_shutdown_stops_a_running_task(pool: TaskPool) -> None:
    begun = threading.Event()

    def work(token: CancelToken, progress: Progress) -> None:
        begun.set()
        while True:
            token.check()

    pool.start(work)
    assert begun.wait(10)
    pool.shutdown()
