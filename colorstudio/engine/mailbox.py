"""Where the window leaves work for the worker: the newest request of a kind replaces the older one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """A thread-safe queue with one place per key, emptied in order of priority, then of age."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[Hashable, tuple[int, T]] = {}

    def post(self, key: Hashable, priority: int, request: T) -> T | None:
        """Leave `request` in the place `key`, and return what it replaces.

        Args:
            key: what is replaced: the older request with the same key.
            priority: lower ones are taken first.
            request: the work.
        """
        with self._lock:
            _, replaced = self._waiting.pop(key, (0, None))
            self._waiting[key] = (priority, request)
            return replaced

    def put_back(self, key: Hashable, priority: int, request: T) -> bool:
        """Leave a request that is only begun in its place, unless a newer one is there; return whether it was left."""
        with self._lock:
            if key in self._waiting:
                return False
            self._waiting[key] = (priority, request)
            return True

    def take(self) -> T | None:
        """Return and remove the most urgent request; None when there is none."""
        with self._lock:
            if not self._waiting:
                return None
            key = min(self._waiting, key=lambda waiting: self._waiting[waiting][0])
            return self._waiting.pop(key)[1]

    def remove(self, condition: Callable[[T], bool]) -> list[T]:
        """Remove and return the requests for which `condition` holds."""
        with self._lock:
            keys = [key for key, (_, request) in self._waiting.items() if condition(request)]
            return [self._waiting.pop(key)[1] for key in keys]
