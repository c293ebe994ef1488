"""Cancellation and progress, passed as `(…, token, progress)` to everything that takes long."""

from __future__ import annotations

import threading
from collections.abc import Callable

from colorstudio.core.errors import Cancelled

Progress = Callable[[float], None]
"""Called with the fraction done, 0..1, never decreasing, from the thread that does the work."""


def no_progress(fraction: float) -> None:
    """A `Progress` that nobody watches."""


class CancelToken:
    """A flag that one thread sets and the working thread polls, once per strip or step."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; returns at once, may be called from any thread, repeatedly."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if `cancel` was called."""
        if self._event.is_set():
            raise Cancelled
