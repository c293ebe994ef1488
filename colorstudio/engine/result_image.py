"""The result as an image for the clipboard: composed like an export, made smaller where it would be too large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.export_job import complete_chroma
from colorstudio.engine.messages import ChromaReady

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from colorstudio.core.recipe import Recipe

MOST_PIXELS = 24_000_000
"""More than this many pixels are a burden for the programs that take an image from the clipboard."""


@dataclass(frozen=True)
class ResultImageJob:
    """What to draw; call `run` in any thread.

    Attributes:
        ready: the chroma, with the source it belongs to.
        recipe: as on screen.
        model_dirs: where the pack is that predicted the chroma.
        most_pixels: a larger result is made smaller by a whole number.
    """

    ready: ChromaReady
    recipe: Recipe
    model_dirs: tuple[Path, ...]
    most_pixels: int = MOST_PIXELS

    def run(self, token: CancelToken, progress: Progress) -> ResultImage:
        """Draw the result.

        Raises:
            ScanError, PackError, DeviceError: one sentence.
            Cancelled: the token was cancelled.
        """
        # In the task's thread, so that the window opens without them.
        import numpy as np

        from colorstudio.core.scan import open_scan
        from colorstudio.engine.qimage import to_qimage
        from colorstudio.pipeline.strips import composed_strips, crop_pixels

        source, crop = self.ready.source, self.recipe.crop
        with open_scan(source.path, source.page, source.quarter_turns, source.mirrored) as scan:
            left, top, right, bottom = crop_pixels(crop, scan.info.width, scan.info.height)
            factor = shrink_factor(right - left, bottom - top, self.most_pixels)
            chroma = complete_chroma(self.ready, self.recipe, scan, self.model_dirs, token)
            strips = composed_strips(scan, chroma, self.recipe.look, 8, token, progress, crop)
            pixels = np.concatenate(list(shrunk(strips, factor)))
        return ResultImage(to_qimage(pixels), factor)


@dataclass(frozen=True)
class ResultImage:
    """The result, 1/`factor` as wide and high as an export."""

    image: QImage
    factor: int


def shrink_factor(width: int, height: int, most_pixels: int) -> int:
    """Return the smallest whole number by which both sides are divided to have no more than `most_pixels`."""
    factor = 1
    while (width // factor) * (height // factor) > most_pixels:
        factor += 1
    return max(1, min(factor, width, height))


def shrunk(strips: Iterator[NDArray[Any]], factor: int) -> Iterator[NDArray[Any]]:
    """Yield strips of a picture made smaller by `factor`: means of squares of pixels.

    Args:
        strips: uint8 (rows, W, 3), from top to bottom.
        factor: 1: as they are. Rows and columns that fill no square are left out.
    """
    import numpy as np

    if factor == 1:
        yield from strips
        return
    left: NDArray[Any] | None = None
    for strip in strips:
        rows = strip if left is None else np.concatenate((left, strip))
        whole = len(rows) // factor * factor
        left = rows[whole:]
        if whole:
            width = rows.shape[1] // factor
            squares = rows[:whole, : width * factor].reshape(whole // factor, factor, width, factor, 3)
            yield np.rint(squares.mean(axis=(1, 3), dtype=np.float32)).astype(np.uint8)
