"""A picture view that takes files and folders from outside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from colorstudio.ui.canvas.drops import local_paths
from colorstudio.ui.canvas.picture_view import PictureView


class DropTarget(PictureView):
    """Hands on the local files and folders that are dropped on it; `Canvas` adds the hand."""

    files_dropped = Signal(object)
    """A tuple of paths, files and folders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaits_drop = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome local files and folders, and nothing else."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._set_awaits_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._set_awaits_drop(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files."""
        self._set_awaits_drop(False)
        if paths := local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _set_awaits_drop(self, awaits: bool) -> None:
        self._awaits_drop = awaits
        self.update()
