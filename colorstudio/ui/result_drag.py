"""Dragging a result out of the window, as a file that is written while it is dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMetaType, QMimeData, QUrl

from colorstudio.engine.result_file import ResultFile
from colorstudio.ui.canvas.drops import OWN_RESULT

_URLS = "text/uri-list"


class ResultMimeData(QMimeData):
    """Gives the files' addresses when they are asked for, and not before the files are written.

    File managers copy a dropped file at once, so an address alone would be worth nothing. Most ask when the
    pointer is let go, some when it enters; the export has been running since the drag began.

    Args:
        files: being written.
    """

    def __init__(self, files: Sequence[ResultFile]) -> None:
        super().__init__()
        self.setProperty(OWN_RESULT, True)
        self._files = tuple(files)

    def formats(self) -> list[str]:
        """Return the one kind of data."""
        return [_URLS]

    def hasFormat(self, mime_type: str) -> bool:
        """Whether `mime_type` is that kind."""
        return mime_type == _URLS

    def retrieveData(self, mime_type: str, _: QMetaType | QMetaType.Type) -> object:
        """Wait for the files, and return their addresses."""
        if mime_type != _URLS:
            return None
        paths = [file.wait() for file in self._files]
        return [QUrl.fromLocalFile(str(path)) for path in paths if path]
