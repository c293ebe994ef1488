"""Files that the desktop asks a running application to open: macOS sends an event, others start a process."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileOpenRequests(QObject):
    """Watches the application for requests to open a file."""

    requested = Signal(object)
    """The files, as a list of paths."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the requests, and leave all else alone."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.requested.emit([Path(event.file())])
            return True
        return super().eventFilter(watched, event)
