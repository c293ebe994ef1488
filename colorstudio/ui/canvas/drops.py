"""Files and folders dragged onto the canvas."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

OWN_RESULT = "colorstudio_result"
"""Property of data that the window itself gives away: dropped on it, it is no scan to open."""


def local_paths(mime: QMimeData) -> tuple[Path, ...]:
    """The local files and folders in `mime`, in order; what lies on a network address is left out.

    Of the window's own results there are none: to ask for them would wait until they are written.
    """
    if mime.property(OWN_RESULT):
        return ()
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
