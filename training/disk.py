"""A disk that is full stops no run: what cannot be written is written when there is room."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")

RESERVE = 1 << 20
"""Bytes that stay free for events and logs."""

_RETRY_SECONDS = 60.0
"""A quota does not show in the free space: try again after so long, unless it is certain to fail."""

_POLL_SECONDS = 1.0
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Teller(Protocol):
    """Tells that a run waits, and that it goes on; itself it does not wait for the disk."""

    def tell(self, event: str, **values: Any) -> None:
        """Write an event if there is room for it."""


def is_full(error: BaseException | None) -> bool:
    """Whether an error says, or comes from one that says, that the disk (or the user's share of it) is full."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        error = error.__cause__ or error.__context__
    return False


def free_bytes(place: Path) -> int:
    """Bytes that are free where `place` is or will be."""
    place = place.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free


class Patience:
    """Does work that writes to a disk; if that is full, waits for room and does it again.

    The work must leave nothing half-written when it fails.

    Args:
        teller: tells the events `disk_full` and `continued`.
    """

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self.sleep: Callable[[float], None] = time.sleep
        """How it waits; it may raise what shall end the waiting."""

    def write(self, work: Callable[[], Result], place: Path, needed: int = 0) -> Result:
        """Do `work`, which writes about `needed` bytes (0: not known, not many) to the disk of `place`."""
        wanted, waited = needed + RESERVE if needed else 0, False
        while True:
            if (free := free_bytes(place)) < wanted:
                if not waited:
                    self._teller.tell("disk_full", folder=str(place), free=free, needed=wanted)
                self._wait(place, needed, wanted)
                waited = True
            try:
                result = work()
            except Exception as error:
                if not is_full(error):
                    raise
                # More than there was: else a large file would fill the disk again and again.
                wanted = max(wanted, free_bytes(place) + RESERVE)
                continue
            if waited:
                self._teller.tell("continued")
            return result

    def _wait(self, place: Path, needed: int, wanted: int) -> None:
        waited = 0.0
        while (free := free_bytes(place)) < wanted and not (waited >= _RETRY_SECONDS and free >= needed):
            self.sleep(_POLL_SECONDS)
            waited += _POLL_SECONDS
