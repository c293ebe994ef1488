"""The strips of a result: lightness from the scan, chroma from the upsampler, composed on threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from numpy.typing import NDArray

from colorstudio.core.compose import compose
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.scan import Scan
from colorstudio.core.steering import Look
from colorstudio.core.upsample import ChromaUpsampler

# A strip of this many pixels needs about 50 MB while it is composed.
_STRIP_PIXELS = 1 << 19
_MOST_THREADS = 8


def composed_strips(
    scan: Scan,
    upsampler: ChromaUpsampler,
    look: Look,
    bits: int,
    token: CancelToken,
    progress: Progress,
) -> Iterator[NDArray[Any]]:
    """Yield the result from top to bottom, uint8 or uint16 (rows, W, 3).

    The scan is read in the calling thread; strips are composed a few ahead on other threads, so
    that memory depends on the number of threads and not on the picture.

    Raises:
        Cancelled: between two strips.
        ScanError: the scan cannot be read any further.
    """
    width, height = scan.info.width, scan.info.height
    rows = max(1, _STRIP_PIXELS // width)
    threads = min(_MOST_THREADS, os.cpu_count() or 1)

    def strip(lightness: NDArray[Any], y0: int, y1: int) -> NDArray[Any]:
        ab = upsampler.region(lightness, 0.0, y0 / height, 1.0, y1 / height)
        return compose(lightness, ab, look.adjustments, bits)

    waiting: deque[tuple[int, Future[NDArray[Any]]]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for y0 in range(0, height, rows):
                token.check()
                y1 = min(y0 + rows, height)
                waiting.append((y1, pool.submit(strip, scan.read_lightness(y0, y1), y0, y1)))
                if len(waiting) > threads:
                    yield _finished(waiting, height, progress)
            while waiting:
                token.check()
                yield _finished(waiting, height, progress)
        finally:
            for _, future in waiting:
                future.cancel()


def _finished(waiting: deque[tuple[int, Future[NDArray[Any]]]], height: int, progress: Progress) -> NDArray[Any]:
    done, future = waiting.popleft()
    pixels = future.result()
    progress(done / height)
    return pixels
