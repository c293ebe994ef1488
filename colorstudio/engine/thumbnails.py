"""Small pictures of scans, made beside the view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.messages import ScanSource
from colorstudio.engine.task_pool import TaskFailed, TaskFinished, TaskPool


@dataclass(frozen=True)
class ThumbnailReady:
    """A thumbnail was made; `number` is what the asker called it."""

    number: int
    image: QImage


@dataclass(frozen=True)
class ThumbnailFailed:
    """A scan cannot be read."""

    number: int
    error: ColorStudioError


class ThumbnailLoader(QObject):
    """Makes thumbnails one after another in a thread of its own."""

    thumbnail_ready = Signal(object)
    thumbnail_failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = TaskPool(1, self)
        self._numbers: dict[int, int] = {}
        self._pool.task_finished.connect(self._on_task_finished)
        self._pool.task_failed.connect(self._on_task_failed)

    def load(self, number: int, source: ScanSource, side: int) -> None:
        """Ask for a scan's thumbnail that fits a square of `side` pixels."""
        self._numbers[self._pool.start(partial(read_thumbnail, source, side))] = number

    def shrink(self, number: int, picture: QImage, side: int) -> None:
        """Ask for a thumbnail of a picture that there is already."""
        self._numbers[self._pool.start(partial(shrink_picture, picture, side))] = number

    def shutdown(self) -> None:
        """Stop, and wait until the thread is idle."""
        self._pool.shutdown()

    @Slot(object)
    def _on_task_finished(self, report: TaskFinished) -> None:
        number = self._numbers.pop(report.task)
        if isinstance(report.result, QImage):
            self.thumbnail_ready.emit(ThumbnailReady(number, report.result))

    @Slot(object)
    def _on_task_failed(self, report: TaskFailed) -> None:
        self.thumbnail_failed.emit(ThumbnailFailed(self._numbers.pop(report.task), report.error))


def read_thumbnail(source: ScanSource, side: int, token: CancelToken, progress: Progress) -> QImage:
    """Read a scan's thumbnail.

    Raises:
        ScanError: the file cannot be read.
    """
    from colorstudio.core.scan import open_scan
    from colorstudio.engine.qimage import to_qimage

    with open_scan(source.path, source.page, source.quarter_turns, source.mirrored) as scan:
        return to_qimage(scan.preview_srgb(side))


def shrink_picture(picture: QImage, side: int, token: CancelToken, progress: Progress) -> QImage:
    """Make a picture small; shared pixels are only read, so any thread may do it."""
    return picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
