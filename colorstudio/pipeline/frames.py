"""Parts of pictures as they are on screen, kept so that the next step of a slider need not begin anew."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.adjust import Adjustments
from colorstudio.core.color import srgb_to_lab
from colorstudio.core.compose import bands, compose
from colorstudio.core.steering import Look
from colorstudio.core.tables import IndexedPicture, grey_picture
from colorstudio.core.upsample import ChromaUpsampler
from colorstudio.pipeline.chroma import Chroma
from colorstudio.pipeline.development import Development, Weights

FloatArray = NDArray[np.float32]

COLOUR_ONLY_LIGHTNESS = 65.0
"""L* at which the chroma alone is shown: there sRGB has room for much of it in all hues."""

# Pixels of all frames that are kept: two of a screen of 1920 x 1080, one of them at half the resolution.
_ROOM = 3 << 20
# Fewer rows are not worth a thread.
_LEAST_ROWS = 64
_MOST_THREADS = 8


@dataclass(frozen=True)
class Rect:
    """A part of a picture, in pixels of it, fractions allowed."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class RegionPictures:
    """uint8 (h, w, 3) sRGB: the scan as it is, and coloured (None without chroma)."""

    before: NDArray[np.uint8]
    after: NDArray[np.uint8] | None


class PictureSource(Protocol):
    """Where the pixels of a scan come from."""

    @property
    def width(self) -> int:
        """Of the picture, in the unit of the rects."""

    @property
    def height(self) -> int:
        """Likewise."""

    def lightness(self, rect: Rect, width: int, height: int) -> FloatArray:
        """L* of a part at a size: float32 (height, width)."""

    def colours(self, rect: Rect, width: int, height: int) -> NDArray[np.uint8] | None:
        """The part as it is, sRGB uint8 (height, width, 3); None: the scan has no hue."""


class Frame:
    """One part of one picture at one size.

    Everything that was computed for it is kept until something else is asked for.
    """

    def __init__(self, source: PictureSource, rect: Rect, width: int, height: int) -> None:
        self.lightness = source.lightness(rect, width, height)
        colours = source.colours(rect, width, height)
        self.before = grey_picture(self.lightness) if colours is None else colours
        self._has_colours = colours is not None
        self._place = rect.x0 / source.width, rect.y0 / source.height, rect.x1 / source.width, rect.y1 / source.height
        self._tone: FloatArray | None = None
        self._chroma: tuple[ChromaUpsampler, FloatArray] | None = None
        self._weight: tuple[Weights, FloatArray | None] | None = None
        self._index: tuple[tuple[Any, ...], IndexedPicture] | None = None

    def after(
        self, development: Development, adjustments: Adjustments, colour_only: bool, quick: bool
    ) -> NDArray[np.uint8]:
        """The part of the result, uint8 (H, W, 3)."""
        parts = self._ab(development.upsampler), self._weights(development.weights), self._tones(adjustments)
        shown = COLOUR_ONLY_LIGHTNESS if colour_only else None
        if quick:
            return self._indexed(*parts).compose(adjustments, shown)
        result = np.empty((*self.lightness.shape, 3), np.uint8)

        def fill(rows: slice) -> None:
            ab, weight, tone = (None if plane is None else plane[rows] for plane in parts)
            assert ab is not None
            result[rows] = compose(self.lightness[rows], ab, adjustments, 8, weight, tone, shown)

        _on_threads(fill, len(result))
        return result

    def _ab(self, upsampler: ChromaUpsampler) -> FloatArray:
        if self._chroma is None or self._chroma[0] is not upsampler:
            planes = np.empty((2, *self.lightness.shape), np.float32)
            x0, y0, x1, y1 = self._place

            def fill(rows: slice) -> None:
                top, bottom = (y0 + (y1 - y0) * row / planes.shape[1] for row in (rows.start, rows.stop))
                planes[:, rows] = np.moveaxis(upsampler.region(self.lightness[rows], x0, top, x1, bottom), -1, 0)

            _on_threads(fill, planes.shape[1])
            self._chroma = upsampler, np.moveaxis(planes, 0, -1)
        return self._chroma[1]

    def _weights(self, weights: Weights) -> FloatArray | None:
        if self._weight is None or self._weight[0] is not weights:
            self._weight = weights, weights.region(self.lightness, *self._place)
        return self._weight[1]

    def _tones(self, adjustments: Adjustments) -> FloatArray | None:
        if not (adjustments.toning and self._has_colours):
            return None
        if self._tone is None:
            self._tone = tone_of(self.before)
        return self._tone

    def _indexed(self, ab: FloatArray, weight: FloatArray | None, tone: FloatArray | None) -> IndexedPicture:
        parts = (ab, weight, tone)
        if self._index is None or any(new is not old for new, old in zip(parts, self._index[0], strict=True)):
            former = self._index[1] if self._index is not None and self._index[0][0] is ab else None
            self._index = parts, IndexedPicture(self.lightness, *parts, former)
        return self._index[1]


def _on_threads(fill: Callable[[slice], None], rows: int) -> None:
    """Fill the rows of a picture, on as many threads as there are processors."""
    count = max(1, min(_MOST_THREADS, os.cpu_count() or 1, rows // _LEAST_ROWS))
    edges = [rows * i // count for i in range(count + 1)]
    parts = [slice(first, last) for first, last in pairwise(edges)]
    if count == 1:
        fill(parts[0])
        return
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(fill, parts))


def tone_of(encoded: NDArray[Any]) -> FloatArray:
    """a*, b* (H, W, 2) of a scan's own pixels, encoded sRGB (H, W, 3)."""
    tone = np.empty((2, *encoded.shape[:2]), np.float32)
    for part in bands(encoded.shape[:2]):
        tone[:, part] = np.moveaxis(srgb_to_lab(encoded[part])[..., 1:], -1, 0)
    return np.moveaxis(tone, 0, -1)


class Frames:
    """The frames that were shown last, of all open scans."""

    def __init__(self) -> None:
        self._frames: OrderedDict[tuple[Any, ...], Frame] = OrderedDict()
        self._development: Development | None = None
        self._lock = threading.Lock()

    def render(
        self,
        source: PictureSource,
        chroma: Chroma | None,
        look: Look,
        rect: Rect,
        width: int,
        height: int,
        colour_only: bool = False,
        quick: bool = False,
    ) -> RegionPictures:
        """The pictures of a part, see `view.render_region`."""
        with self._lock:
            frame = self._frame(source, rect, width, height)
            if chroma is None:
                return RegionPictures(frame.before, None)
            self._development = Development(chroma, look, self._development)
            return RegionPictures(frame.before, frame.after(self._development, look.adjustments, colour_only, quick))

    def forget(self, source: PictureSource) -> None:
        """Drop what is known of a picture."""
        with self._lock:
            self._development = None  # likely of that picture, and quickly made anew
            for key in [key for key in self._frames if key[0] is source]:
                del self._frames[key]

    def _frame(self, source: PictureSource, rect: Rect, width: int, height: int) -> Frame:
        key = (source, rect, width, height)
        if key not in self._frames:
            self._frames[key] = Frame(source, rect, width, height)
        self._frames.move_to_end(key)
        while len(self._frames) > 1 and sum(w * h for _, _, w, h in self._frames) > _ROOM:
            self._frames.popitem(last=False)
        return self._frames[key]
