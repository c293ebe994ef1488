"""Python's cyclic garbage is collected in the window's thread alone.

By itself Python collects in whichever thread happens to allocate. If that is a worker and the garbage holds an object
of Qt, the object is destroyed beside the event loop that it belongs to: the worker holds a lock of Qt's and waits for
the interpreter, the window holds the interpreter and waits for that lock, and both stand still for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimerEvent

_INTERVAL_MILLISECONDS = 1000


class GarbageCollector(QObject):
    """Collects once a second what is due, in the thread in which it was made; Python no longer does it by itself.

    Args:
        parent: the application.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.startTimer(_INTERVAL_MILLISECONDS)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Collect what is due."""
        collect_if_due()


def collect_if_due() -> None:
    """Collect the oldest generation that Python itself would collect now, if there is one."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > thresholds[generation]]
    if due:
        gc.collect(due[0])
