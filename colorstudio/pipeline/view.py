"""What is on screen: a scan's pixels at any scale from disc, and the pictures of a region.

A slider or a pan must answer within a frame on a scan of any size, so a scan is read once into
memory-mapped levels, each half as large as the one before, and only what is visible is composed.
"""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.progress import CancelToken, Progress, no_progress
from colorstudio.core.scan import Scan
from colorstudio.core.steering import Look
from colorstudio.core.upsample import resize_plane
from colorstudio.pipeline.chroma import Chroma
from colorstudio.pipeline.frames import Frames, Rect, RegionPictures

__all__ = ["Frames", "Rect", "RegionPictures", "ScanPyramid", "render_region"]

FloatArray = NDArray[np.float32]

# uint16 holds L* 0..100 in steps of 0.0015, far below what a screen shows.
_LIGHTNESS_SCALE = 655.35
_SMALLEST_LEVEL = 512
_STRIP_PIXELS = 1 << 20


class _Levels:
    """One kind of pixels at full size and halved again and again, each level a memory-mapped file."""

    def __init__(self, folder: Path, name: str, shape: tuple[int, ...], dtype: type[np.generic]) -> None:
        self.arrays: list[NDArray[Any]] = []
        height, width = shape[:2]
        while True:
            path = folder / f"{name}-{len(self.arrays)}.npy"
            self.arrays.append(np.lib.format.open_memmap(path, "w+", dtype, (height, width, *shape[2:])))
            if max(height, width) <= _SMALLEST_LEVEL:
                break
            height, width = math.ceil(height / 2), math.ceil(width / 2)

    @property
    def work(self) -> int:
        """Pixels that are read from the scan or halved until all levels are filled."""
        pixels: list[int] = [array.shape[0] * array.shape[1] for array in self.arrays]
        return pixels[0] + sum(pixels[:-1])

    def halve(self, token: CancelToken, advance: Callable[[int], None]) -> None:
        """Fill every level from the one before it, in strips."""
        for fine, coarse in pairwise(self.arrays):
            rows = max(1, _STRIP_PIXELS // coarse.shape[1])
            for y0 in range(0, coarse.shape[0], rows):
                token.check()
                strip = fine[2 * y0 : 2 * (y0 + rows)]
                coarse[y0 : y0 + rows] = _halved(strip)
                advance(strip.shape[0] * strip.shape[1])

    def crop(self, rect: Rect, scale: float) -> tuple[NDArray[Any], tuple[float, float, float, float]]:
        """Pixels around `rect` from the coarsest level that still is at least `scale`, and the box of rect in them."""
        level = min(max(0, math.floor(-math.log2(max(scale, 1e-6)))), len(self.arrays) - 1)
        array, factor = self.arrays[level], 2.0**level
        x0, y0, x1, y1 = (value / factor for value in (rect.x0, rect.y0, rect.x1, rect.y1))
        left, top = max(0, math.floor(x0) - 2), max(0, math.floor(y0) - 2)
        pixels = np.array(array[top : math.ceil(y1) + 2, left : math.ceil(x1) + 2])
        right, bottom = left + pixels.shape[1], top + pixels.shape[0]
        return pixels, (max(x0, 0) - left, max(y0, 0) - top, min(x1, right) - left, min(y1, bottom) - top)


def _halved(strip: NDArray[Any]) -> NDArray[Any]:
    odd_rows, odd_columns = strip.shape[0] % 2, strip.shape[1] % 2
    if odd_rows or odd_columns:
        strip = np.pad(strip, ((0, odd_rows), (0, odd_columns), *((0, 0),) * (strip.ndim - 2)), mode="edge")
    wide = strip.astype(np.uint32)
    total = wide[::2, ::2] + wide[1::2, ::2] + wide[::2, 1::2] + wide[1::2, 1::2]
    return ((total + 2) // 4).astype(strip.dtype)


class ScanPyramid:
    """The pixels of one scan at every scale, in a temporary folder that `close` removes.

    Use `build` to make one. Reading is safe from several threads.

    Attributes:
        width, height: of the upright scan.
    """

    def __init__(self, folder: Path, lightness: _Levels, original: _Levels | None) -> None:
        self._folder = folder
        self._lightness = lightness
        self._original = original
        self.height, self.width = lightness.arrays[0].shape[:2]

    @classmethod
    def build(
        cls, scan: Scan, parent: Path | None = None, token: CancelToken | None = None, progress: Progress = no_progress
    ) -> ScanPyramid:
        """Read a scan once, in strips, into a new folder below `parent` (None: the system's).

        Raises:
            ScanError: the scan cannot be read.
            Cancelled: the token was cancelled; nothing is left behind.
        """
        folder = Path(tempfile.mkdtemp(prefix="colorstudio-view-", dir=parent))
        try:
            return cls._filled(folder, scan, token or CancelToken(), progress)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    @classmethod
    def _filled(cls, folder: Path, scan: Scan, token: CancelToken, progress: Progress) -> ScanPyramid:
        width, height = scan.info.width, scan.info.height
        lightness = _Levels(folder, "lightness", (height, width), np.uint16)
        original = _Levels(folder, "original", (height, width, 3), np.uint8) if scan.info.bands == 3 else None
        work = _Work(progress, lightness.work + (original.work if original else 0))
        rows = max(1, _STRIP_PIXELS // width)
        for y0 in range(0, height, rows):
            token.check()
            y1 = min(y0 + rows, height)
            lightness.arrays[0][y0:y1] = np.rint(scan.read_lightness(y0, y1) * np.float32(_LIGHTNESS_SCALE))
            work.advance((y1 - y0) * width)
        lightness.halve(token, work.advance)
        if original is not None:
            _fill_original(original, scan, rows, token, work)
        return cls(folder, lightness, original)

    def close(self) -> None:
        """Remove the files; the pyramid must not be used afterwards."""
        self._lightness.arrays.clear()
        if self._original is not None:
            self._original.arrays.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def lightness(self, rect: Rect, width: int, height: int) -> FloatArray:
        """L* of a region at a size: float32 (height, width)."""
        pixels, box = self._lightness.crop(rect, width / max(rect.x1 - rect.x0, 1e-6))
        plane = pixels.astype(np.float32) / np.float32(_LIGHTNESS_SCALE)
        return resize_plane(plane, width, height, box)

    def lightness_at(self, width: int, height: int) -> FloatArray:
        """L* of the whole picture at a size: float32 (height, width)."""
        return self.lightness(Rect(0, 0, self.width, self.height), width, height)

    def colours(self, rect: Rect, width: int, height: int) -> NDArray[np.uint8] | None:
        """The scan as it is, sRGB uint8 (height, width, 3); None: it has no hue."""
        if self._original is None:
            return None
        pixels, box = self._original.crop(rect, width / max(rect.x1 - rect.x0, 1e-6))
        image = Image.fromarray(pixels).resize((width, height), Image.Resampling.BILINEAR, box=box)
        return np.asarray(image)


class _Work:
    """Counts pixels towards a progress."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def advance(self, pixels: int) -> None:
        self._done += pixels
        self._progress(min(1.0, self._done / self._total))


def _fill_original(original: _Levels, scan: Scan, rows: int, token: CancelToken, work: _Work) -> None:
    height, width = scan.info.height, scan.info.width
    for y0 in range(0, height, rows):
        token.check()
        y1 = min(y0 + rows, height)
        original.arrays[0][y0:y1] = scan.read_srgb(y0, y1)
        work.advance((y1 - y0) * width)
    original.halve(token, work.advance)


def render_region(
    pyramid: ScanPyramid,
    chroma: Chroma | None,
    look: Look,
    rect: Rect,
    width: int,
    height: int,
    colour_only: bool = False,
    quick: bool = False,
    frames: Frames | None = None,
) -> RegionPictures:
    """The pictures of a region, composed by the same function as an export.

    Args:
        pyramid: the scan.
        chroma: predicted from it; None: not coloured yet.
        look: what is done to the chroma.
        rect: the region, inside the picture.
        width, height: size of the pictures in device pixels.
        colour_only: the picture after shows the chroma at one lightness.
        quick: a slightly coarser picture will do.
        frames: where what can be of use again is kept.
    """
    frames = frames or Frames()
    return frames.render(pyramid, chroma, look, rect, width, height, colour_only, quick)
