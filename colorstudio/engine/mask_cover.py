"""What a mask leaves grey, as a picture to lay over the scan, made beside the view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.steering import Mask
from colorstudio.engine.task_pool import TaskFinished, TaskPool


@dataclass(frozen=True)
class CoverWanted:
    """What to draw.

    Attributes:
        number: what the asker calls it.
        mask: the mask.
        width, height: of the picture to make.
    """

    number: int
    mask: Mask
    width: int
    height: int


@dataclass(frozen=True)
class CoverReady:
    """A cover was drawn: Alpha8, opaque where the mask leaves the scan grey."""

    wanted: CoverWanted
    cover: QImage


class MaskCovers(QObject):
    """Draws one cover at a time; of those that are asked for meanwhile only the last is drawn."""

    cover_ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = TaskPool(1, self)
        self._next: CoverWanted | None = None
        self._pool.task_finished.connect(self._on_pool_task_ended)
        self._pool.task_failed.connect(self._on_pool_task_ended)

    def draw(self, wanted: CoverWanted) -> None:
        """Ask for a cover; `cover_ready` follows, unless another one is asked for before."""
        if self._pool.busy:
            self._next = wanted
        else:
            self._pool.start(partial(_draw, wanted))

    def shutdown(self) -> None:
        """Stop, and wait until the thread is idle."""
        self._next = None
        self._pool.shutdown()

    @Slot(object)
    def _on_pool_task_ended(self, report: object) -> None:
        if isinstance(report, TaskFinished) and isinstance(report.result, CoverReady):
            self.cover_ready.emit(report.result)
        wanted, self._next = self._next, None
        if wanted is not None:
            self._pool.start(partial(_draw, wanted))


def _draw(wanted: CoverWanted, token: CancelToken, progress: Progress) -> CoverReady:
    import numpy as np

    from colorstudio.core.mask import rasterize_mask

    weight = rasterize_mask(wanted.mask, wanted.width, wanted.height)
    alpha = np.ascontiguousarray(np.rint((1.0 - weight) * 255.0), np.uint8)
    shared = QImage(alpha.data, wanted.width, wanted.height, alpha.strides[0], QImage.Format.Format_Alpha8)
    return CoverReady(wanted, shared.copy())
