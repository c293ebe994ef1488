"""Pictures too large to open, refused from their headers."""

from __future__ import annotations

from pathlib import Path

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ScanError

MAX_PIXELS = 1_500_000_000
"""A1 at 1200 dpi. Scans are read in strips, so it is time and not memory that this bounds."""

MAX_PIXELS_IN_MEMORY = 250_000_000
"""For formats whose decoders hold the whole picture (progressive JPEG, interlaced PNG, WebP, GIF, Pillow's)."""

MAX_SIDE = 1_000_000
"""A strip holds whole rows, so that the length of one row bounds the memory."""

# A decompression bomb unpacks to far more than any scan of its file's size: even a nearly blank page in
# CCITT Group 4, the densest honest case, stays under 5,000 pixels a byte.
_SUSPICIOUS_PIXELS = 64_000_000
_MAX_PIXELS_PER_BYTE = 5_000


def check_size(path: Path, width: int, height: int, *, whole: bool) -> None:
    """Refuse a picture whose header asks for more than can be opened.

    Args:
        path: the file.
        width: pixels, from the header.
        height: pixels, from the header.
        whole: the decoder keeps the whole picture in memory.

    Raises:
        ScanError: too large, or nothing but a decompression bomb.
    """
    pixels = width * height
    limit = MAX_PIXELS_IN_MEMORY if whole else MAX_PIXELS
    if pixels > limit or max(width, height) > MAX_SIDE:
        raise ScanError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} is {width} x {height} pixels, more than can be opened ({limit} megapixels); cut it into parts.",
            ),
            name=path.name,
            width=width,
            height=height,
            limit=limit // 1_000_000,
        )
    if pixels > _SUSPICIOUS_PIXELS and pixels > _MAX_PIXELS_PER_BYTE * path.stat().st_size:
        raise ScanError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} claims {megapixels} megapixels in a file of {kilobytes} KB, as no scan does; check its origin.",
            ),
            name=path.name,
            megapixels=pixels // 1_000_000,
            kilobytes=max(1, path.stat().st_size // 1000),
        )
