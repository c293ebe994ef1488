"""An alarm that any thread may ring and that is heard in the window's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Alarm(QObject):
    """Carries "something unexpected happened" from any thread to the one it was made in."""

    rung = Signal()
