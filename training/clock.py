"""How fast a run is and when it will be done; a computer that sleeps meanwhile falsifies neither."""

from __future__ import annotations

import itertools
import sys
import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from statistics import median
from typing import Any

from colorstudio.core.training_config import TrainingConfig
from training.schedule import crop_side

_NAP_SECONDS = 10.0
"""Differences below are those of the clocks."""

_REMEMBERED = 25

_BEGINNINGS, _ENDS = ("preparing", "resumed"), ("stopped", "failed", "paused")
"""Events with which a sitting begins, and after which nothing is done for a while."""


def awake_seconds() -> float:
    """A clock that stands still while the computer sleeps."""
    if sys.platform == "win32":
        return _windows_awake_seconds()
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)
    return time.monotonic()


def running_seconds() -> float:
    """A clock that goes on while the computer sleeps, and is never set by anybody."""
    if sys.platform == "win32":
        return time.monotonic()
    return time.clock_gettime(time.CLOCK_MONOTONIC if sys.platform == "darwin" else time.CLOCK_BOOTTIME)


def _windows_awake_seconds() -> float:
    import ctypes

    ticks = ctypes.c_ulonglong()
    getattr(ctypes, "windll").kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))  # noqa: B009 - Windows only
    return ticks.value * 1e-7


def working_seconds(events: Iterable[Mapping[str, Any]]) -> float:
    """Seconds that a run has worked, over all its sittings; the times between them, pauses and sleep do not count.

    Args:
        events: those of the run, in order. Work that was lost with a kill is not in them.
    """
    told = [(str(event["event"]), float(event["time"]), event) for event in events if "time" in event]
    total = 0.0
    for (before, then, _), (name, now, event) in itertools.pairwise(told):
        begins = name in _BEGINNINGS and before != "preparing"
        if not begins and before not in _ENDS:
            total += max(0.0, now - then)
        if name == "slept":
            total -= float(event.get("seconds", 0))
    return max(0.0, total)


class SleepWatch:
    """Notices that the computer has slept."""

    def __init__(self) -> None:
        self._before = self._gap()

    def slept(self) -> float:
        """Seconds that it has slept since this was asked last; 0: it has not."""
        gap = self._gap()
        nap, self._before = gap - self._before, gap
        return nap if nap >= _NAP_SECONDS else 0.0

    @staticmethod
    def _gap() -> float:
        return running_seconds() - awake_seconds()


class Pace:
    """Times the steps of a run, apart from what else it does (measuring, writing), and tells when it will be done.

    Steps are told in groups; their pace is the median of the last groups, so that a hiccup does not show.
    """

    def __init__(self) -> None:
        self._paces: deque[float] = deque(maxlen=_REMEMBERED)
        self._other: defaultdict[str, list[float]] = defaultdict(list)
        self.restart()

    def restart(self) -> None:
        """Time anew from here: what was between is not the steps' affair."""
        self._since, self._aside = awake_seconds(), 0.0

    def steps_made(self, count: int, weight: float = 1.0) -> float:
        """Take the time of the `count` steps since the last call, each of which is `weight` times the usual work.

        Returns:
            Seconds for a step.
        """
        pace = max(awake_seconds() - self._since - self._aside, 1e-6) / count
        self._paces.append(pace / weight)
        self.restart()
        return pace

    @contextmanager
    def other_work(self, kind: str) -> Iterator[None]:
        """What is done in this block is not counted as steps."""
        before = awake_seconds()
        try:
            yield
        finally:
            spent = awake_seconds() - before
            self._aside += spent
            self._other[kind].append(spent)

    def seconds_left(self, work: float, others: Mapping[str, int]) -> float:
        """Seconds that are left.

        Args:
            work: steps that are left, each counted by its weight.
            others: how often each other kind of work is still to be done.
        """
        if not self._paces:
            return 0.0
        known = ((count, self._other[kind]) for kind, count in others.items() if self._other[kind])
        return work * median(self._paces) + sum(count * sum(times) / len(times) for count, times in known)


def work_left(config: TrainingConfig, done: int, steps: int) -> float:
    """The steps that are left, those with larger crops counted by their pixels."""
    return sum(step_weight(config, step, steps) for step in range(done, steps)) if config.late_crop else steps - done


def step_weight(config: TrainingConfig, step: int, steps: int) -> float:
    """The work of step `step` (from 0), by the pixels of its crops; those of the first one have 1."""
    return (crop_side(config, step, steps) / config.crop) ** 2
