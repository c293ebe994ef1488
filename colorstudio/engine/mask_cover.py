"""What a mask leaves grey, as a picture to lay over the scan, made beside the view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.steering import Look, Mask
from colorstudio.engine.task_calls import TaskCalls

if TYPE_CHECKING:
    from colorstudio.pipeline.chroma import Chroma


@dataclass(frozen=True)
class CoverWanted:
    """What to draw.

    Attributes:
        number: what the asker calls it.
        mask: the mask.
        picture: the whole scan as it is shown; the cover gets its size, and a mask that snaps its edges.
        chroma: of the scan, with the lightness along which a mask snaps.
    """

    number: int
    mask: Mask
    picture: QImage
    chroma: Chroma


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
        self._calls = TaskCalls(self)
        self._next: CoverWanted | None = None

    @property
    def busy(self) -> bool:
        """Whether a cover is being drawn."""
        return self._calls.busy

    def draw(self, wanted: CoverWanted) -> None:
        """Ask for a cover; `cover_ready` follows, unless another one is asked for before."""
        if self._calls.busy:
            self._next = wanted
        else:
            self._calls.start(partial(_draw, wanted), self._end, self._fail)

    def shutdown(self) -> None:
        """Stop, and wait until the thread is idle."""
        self._next = None
        self._calls.shutdown()

    def _end(self, ready: CoverReady) -> None:
        self.cover_ready.emit(ready)
        self._go_on()

    def _fail(self, _error: ColorStudioError) -> None:
        self._go_on()  # the log has it; the picture itself still shows what the mask does

    def _go_on(self) -> None:
        wanted, self._next = self._next, None
        if wanted is not None:
            self.draw(wanted)


def _draw(wanted: CoverWanted, token: CancelToken, progress: Progress) -> CoverReady:
    import numpy as np

    from colorstudio.pipeline.development import Weights

    weight = Weights(wanted.chroma, Look(mask=wanted.mask)).region(_lightness(wanted), 0.0, 0.0, 1.0, 1.0)
    assert weight is not None
    alpha = np.ascontiguousarray(np.rint((1.0 - weight) * 255.0), np.uint8)
    height, width = alpha.shape
    shared = QImage(alpha.data, width, height, alpha.strides[0], QImage.Format.Format_Alpha8)
    return CoverReady(wanted, shared.copy())


def _lightness(wanted: CoverWanted) -> Any:
    """L* of the shown picture, float32 (H, W); a mask that does not snap needs its size alone."""
    import numpy as np

    from colorstudio.core.color import srgb_lightness
    from colorstudio.engine.qimage import to_pixels

    if wanted.mask.snap:
        return srgb_lightness(to_pixels(wanted.picture))
    return np.zeros((wanted.picture.height(), wanted.picture.width()), np.float32)
