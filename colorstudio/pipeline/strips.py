"""The strips of a result: lightness from the scan, chroma from the upsampler, composed on threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.compose import compose
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.scan import Scan
from colorstudio.core.steering import Crop, Look
from colorstudio.pipeline.colorize import Chroma
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
    rows = max(1, _STRIP_PIXELS // scan.info.width)
    threads = min(_MOST_THREADS, os.cpu_count() or 1)
    development = Development(chroma, look)
    wants_tone = bool(look.adjustments.toning) and scan.info.bands == 3

    def strip(lightness: NDArray[Any], encoded: NDArray[Any] | None, y0: int, y1: int) -> NDArray[Any]:
        ab, weight = development.rows(lightness, y0, y1, scan.info.height)
        tone = None if encoded is None else tone_of(encoded)
        return np.ascontiguousarray(compose(lightness, ab, look.adjustments, bits, weight, tone)[:, left:right])

    waiting: deque[tuple[float, Future[NDArray[Any]]]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for y0 in range(top, bottom, rows):
                token.check()
                y1 = min(y0 + rows, bottom)
                encoded = scan.read_srgb(y0, y1) if wants_tone else None
                future = pool.submit(strip, scan.read_lightness(y0, y1), encoded, y0, y1)
                waiting.append(((y1 - top) / (bottom - top), future))
                if len(waiting) > threads:
                    yield _finished(waiting, progress)
            while waiting:
                token.check()
                yield _finished(waiting, progress)
        finally:
            for _, future in waiting:
                future.cancel()


def _finished(waiting: deque[tuple[float, Future[NDArray[Any]]]], progress: Progress) -> NDArray[Any]:
    done, future = waiting.popleft()
    pixels = future.result()
    progress(done)
    return pixels


def crop_pixels(crop: Crop | None, width: int, height: int) -> tuple[int, int, int, int]:
    """The pixels x0, y0, x1, y1 of a crop of a picture: at least one, None is the whole picture."""
    if crop is None:
        return 0, 0, width, height
    x0, y0 = min(round(crop.x0 * width), width - 1), min(round(crop.y0 * height), height - 1)
    return x0, y0, max(x0 + 1, round(crop.x1 * width)), max(y0 + 1, round(crop.y1 * height))
