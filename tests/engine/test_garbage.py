"""Cyclic garbage is collected in the thread of the window alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from colorstudio.engine.garbage import GarbageCollector


class _Ring:
    """Keeps itself alive until a collection comes by."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    if was_enabled:
        gc.enable()


def _throw_away(threads: list[int]) -> None:
    weakref.finalize(_Ring(), lambda: threads.append(threading.get_ident()))


def _litter() -> None:
    kept = [[_Ring()] for _ in range(50_000)]
    del kept


def test_what_a_worker_allocates_collects_nothing_there(qtbot: QtBot) -> None:
    gc.collect()
    owner, threads = QObject(), list[int]()
    collector = GarbageCollector(owner)
    _throw_away(threads)
    worker = threading.Thread(target=_litter)
    worker.start()
    worker.join()
    assert threads == []
    qtbot.waitUntil(lambda: threads == [threading.get_ident()])
    assert collector.parent() is owner


def test_without_it_the_worker_would_have_collected() -> None:
    gc.collect()
    gc.enable()
    threads = list[int]()
    _throw_away(threads)
    worker = threading.Thread(target=_litter)
    worker.start()
    worker.join()
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
