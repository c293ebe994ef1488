"""The strips of a result: lightness from the scan, chroma from the upsampler, composed on threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.adjust import Adjustments
from colorstudio.core.compose import compose
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.scan import Scan
from colorstudio.core.steering import Crop, Look
from colorstudio.core.upsample import BAND_ROWS
from colorstudio.pipeline.chroma import Chroma
from colorstudio.pipeline.development import Development
from colorstudio.pipeline.frames import tone_of

# A strip of this many pixels needs about 50 MB while it is composed.
_STRIP_PIXELS = 1 << 19
_MOST_THREADS = 8


def composed_strips(
    scan: Scan,
    chroma: Chroma,
    look: Look,
    bits: int,
    token: CancelToken,
    progress: Progress,
    crop: Crop | None = None,
) -> Iterator[NDArray[Any]]:
    """Yield the result from top to bottom, uint8 or uint16 (rows, W, 3); the same bytes however it is cut.

    The scan is read in the calling thread; strips are composed a few ahead on other threads, so
    that memory depends on the number of threads and not on the picture.

    Args:
        scan: the master.
        chroma: predicted from it.
        look: what is done to the chroma.
        bits: 8 or 16 per channel.
        token, progress: see `core.progress`.
        crop: the part that is wanted; its pixels are those of the whole result.

    Raises:
        Cancelled: between two strips.
        ScanError: the scan cannot be read any further.
    """
    left, top, right, bottom = crop_pixels(crop, scan.info.width, scan.info.height)
    composer = _Composer(Development(chroma, look), look.adjustments, bits, scan.info.height, slice(left, right))
    parts = _read(scan, top, bottom, bool(look.adjustments.toning), token)
    done = 0
    with closing(_in_threads(composer.composed, parts)) as strips:
        for pixels in strips:
            token.check()
            done += len(pixels)
            progress(done / (bottom - top))
            yield pixels


@dataclass(frozen=True)
class _Composer:
    """Makes strips of a result; any thread may use it.

    Attributes:
        development: of the picture.
        adjustments, bits: see `core.compose`.
        height: of the whole picture.
        columns: those that are wanted.
    """

    development: Development
    adjustments: Adjustments
    bits: int
    height: int
    columns: slice

    def composed(self, lightness: NDArray[Any], encoded: NDArray[Any] | None, y0: int, y1: int) -> NDArray[Any]:
        """Rows y0 to y1 (exclusive) of the result, from their L* and, for their tone, their sRGB pixels."""
        ab, weight = self.development.rows(lightness, y0, y1, self.height)
        tone = None if encoded is None else tone_of(encoded)
        result = compose(lightness, ab, self.adjustments, self.bits, weight, tone)
        return np.ascontiguousarray(result[:, self.columns])


def _read(
    scan: Scan, top: int, bottom: int, wants_tone: bool, token: CancelToken
) -> Iterator[tuple[NDArray[Any], NDArray[Any] | None, int, int]]:
    """Strips of a scan as `_Composer.composed` wants them."""
    wants_tone = wants_tone and scan.info.bands == 3
    for y0, y1 in cut_rows(top, bottom, max(1, _STRIP_PIXELS // scan.info.width)):
        token.check()
        encoded = scan.read_deep_srgb(y0, y1) if wants_tone else None
        yield scan.read_lightness(y0, y1), encoded, y0, y1


def cut_rows(top: int, bottom: int, most: int) -> Iterator[tuple[int, int]]:
    """First and last row (exclusive) of strips with at most so many rows each.

    Where there is room they end with the bands in which coefficients are interpolated: a band that is cut is made
    twice.
    """
    while top < bottom:
        end = (top + most) // BAND_ROWS * BAND_ROWS
        end = min(end if end > top else top + most, bottom)
        yield top, end
        top = end


def _in_threads(
    work: Callable[..., NDArray[Any]], parts: Iterable[tuple[NDArray[Any], NDArray[Any] | None, int, int]]
) -> Generator[NDArray[Any], None, None]:
    """What `work` makes of the parts, in their order, a few ahead; what has not begun is dropped at the end."""
    threads = min(_MOST_THREADS, os.cpu_count() or 1)
    waiting: deque[Future[NDArray[Any]]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for part in parts:
                waiting.append(pool.submit(work, *part))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def crop_pixels(crop: Crop | None, width: int, height: int) -> tuple[int, int, int, int]:
    """The pixels x0, y0, x1, y1 of a crop of a picture: at least one, None is the whole picture."""
    if crop is None:
        return 0, 0, width, height
    x0, y0 = min(round(crop.x0 * width), width - 1), min(round(crop.y0 * height), height - 1)
    return x0, y0, max(x0 + 1, round(crop.x1 * width)), max(y0 + 1, round(crop.y1 * height))
