"""Files and folders dragged onto the canvas."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def local_paths(mime: QMimeData) -> tuple[Path, ...]:
    """The local files and folders in `mime`, in order; what lies on a network address is left out."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
