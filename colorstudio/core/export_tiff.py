"""Uncompressed RGB TIFF, written strip by strip with all its metadata (TIFF 6.0, EXIF 2.32)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from colorstudio.core.icc import srgb_profile
from colorstudio.core.metadata import DESCRIPTIVE_TAGS, EXIF_IFD, parse_exif
from colorstudio.core.scan_quiet import quiet_pillow

if TYPE_CHECKING:
    from colorstudio.core.export import ExportSpec

Pixels = NDArray[np.uint8] | NDArray[np.uint16]

_XMP, _IPTC, _SOFTWARE = 700, 33723, 305
_COLOR_SPACE, _MAKER_NOTE, _PIXEL_WIDTH, _PIXEL_HEIGHT, _INTEROPERABILITY = 40961, 37500, 40962, 40963, 40965
_BYTE, _ASCII, _UNDEFINED, _LONG = 1, 2, 7, 4
# Strips of about 1 MB: few enough offsets for a scan of gigapixels, small enough to read in pieces.
_STRIP_BYTES = 1 << 20
# Offsets are 32 bits; the reserve is for the tags and the strip tables.
_CLASSIC_LIMIT = 0xFFFF_FFFF - (64 << 20)
# tifffile refuses the Exif tag. This neighbour keeps its place in the sorted list of tags, until the directory
# is written behind the picture.
_PLACEHOLDER = EXIF_IFD - 1
_LITTLE_ENDIAN_HEADER = b"II*\0\0\0\0\0"


def write_tiff(path: Path, strips: Iterable[Pixels], spec: ExportSpec) -> None:
    """Write `strips` to `path`; BigTIFF when it would not fit into 4 GB.

    Args:
        path: file to create or replace.
        strips: as `core.export.write_rows` has checked them.
        spec: size, depth, resolution and metadata.

    Raises:
        OSError: it cannot be written.
    """
    import tifffile  # 0.15 s that start-up need not spend

    row_bytes = spec.width * 3 * spec.bits // 8
    rows_per_strip = max(1, min(spec.height, _STRIP_BYTES // row_bytes))
    big = row_bytes * spec.height > _CLASSIC_LIMIT
    exif = parse_exif(spec.metadata.get("exif", b""))
    inner = {} if big else _exif_directory(exif.get_ifd(EXIF_IFD))
    if not _serialized(inner, offset=8):
        inner = {}
    with tifffile.TiffWriter(path, bigtiff=big, byteorder="<") as tiff:
        tiff.write(
            _rechunked(strips, rows_per_strip),
            shape=(spec.height, spec.width, 3),
            dtype=np.uint8 if spec.bits == 8 else np.uint16,
            photometric="rgb",
            planarconfig="contig",
            rowsperstrip=rows_per_strip,
            resolution=spec.dpi,
            resolutionunit="INCH" if spec.dpi else None,
            iccprofile=srgb_profile(),
            metadata=None,
            software=False,
            extratags=_extra_tags(spec, exif, has_exif=bool(inner)),
        )
    if inner:
        _append_exif(path, inner)


def _rechunked(strips: Iterable[Pixels], rows: int) -> Iterator[bytes]:
    """The same rows in strips of `rows`, the last one shorter, as little-endian bytes."""
    rest: Pixels | None = None
    for strip in strips:
        joined = strip if rest is None or not len(rest) else np.concatenate([rest, strip])
        whole = len(joined) // rows * rows
        for top in range(0, whole, rows):
            yield _bytes(joined[top : top + rows])
        rest = joined[whole:].copy()
    if rest is not None and len(rest):
        yield _bytes(rest)


def _bytes(pixels: Pixels) -> bytes:
    return pixels.astype(pixels.dtype.newbyteorder("<"), copy=False).tobytes()


def _extra_tags(spec: ExportSpec, exif: Any, *, has_exif: bool) -> list[tuple[int, int, int, Any, bool]]:
    tags: list[tuple[int, int, int, Any, bool]] = []
    for tag in DESCRIPTIVE_TAGS:
        value = exif.get(tag)
        if isinstance(value, str) and value:
            text = value.encode("utf-8").rstrip(b"\0") + b"\0"
            tags.append((tag, _ASCII, len(text), text, True))
    if spec.xmp:
        tags.append((_XMP, _BYTE, len(spec.xmp), spec.xmp, True))
    if iptc := spec.metadata.get("iptc"):
        tags.append((_IPTC, _UNDEFINED, len(iptc), iptc, True))
    if has_exif:
        tags.append((_PLACEHOLDER, _LONG, 1, 0, True))
    return tags


def _exif_directory(tags: dict[int, Any]) -> dict[int, Any]:
    """Exif tags that are still true: no maker note (its offsets would lie), no size of the old picture; sRGB."""
    dropped = (_COLOR_SPACE, _MAKER_NOTE, _PIXEL_WIDTH, _PIXEL_HEIGHT, _INTEROPERABILITY)
    kept = {tag: value for tag, value in tags.items() if tag not in dropped}
    return kept | {_COLOR_SPACE: 1} if kept else {}


def _append_exif(path: Path, tags: dict[int, Any]) -> None:
    """Write an Exif directory behind the picture and let its tag point there."""
    import tifffile

    with tifffile.TiffFile(path) as tiff:
        page = tiff.pages[0]
        assert isinstance(page, tifffile.TiffPage)
        entry = page.tags[_PLACEHOLDER].offset
    with path.open("r+b") as file:
        offset = (file.seek(0, 2) + 1) // 2 * 2  # directories begin on a word
        file.seek(offset)
        file.write(_serialized(tags, offset))
        file.seek(entry)
        file.write(struct.pack("<HHII", EXIF_IFD, _LONG, 1, offset))


def _serialized(tags: dict[int, Any], offset: int) -> bytes:
    """An Exif directory that begins at `offset` of a little-endian TIFF; b"" if it cannot be written."""
    if not tags:
        return b""
    directory = ImageFileDirectory_v2(_LITTLE_ENDIAN_HEADER, group=EXIF_IFD)
    try:
        with quiet_pillow():
            for tag, value in tags.items():
                directory[tag] = value
            return directory.tobytes(offset)
    except Exception:  # values of a damaged EXIF that no type fits; the picture is worth more than they are
        return b""
