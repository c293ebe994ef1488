"""Progress, at a rate that a window can follow."""

from __future__ import annotations

import time
from collections.abc import Callable

from colorstudio.core.progress import Progress


class Throttle:
    """A `Progress` that passes on at most 20 calls a second, and always the last one (1.0).

    Args:
        progress: is called with the fraction done, in the calling thread.
        interval: shortest time between two calls, in seconds.
        clock: returns the time in seconds.
    """

    def __init__(self, progress: Progress, interval: float = 0.05, clock: Callable[[], float] = time.monotonic) -> None:
        self._progress = progress
        self._interval = interval
        self._clock = clock
        self._next = float("-inf")

    def __call__(self, fraction: float) -> None:
        now = self._clock()
        if now < self._next and fraction < 1.0:
            return
        self._next = now + self._interval
        self._progress(fraction)
