"""Which reader opens a file: libvips wherever it can, Pillow or tifffile where it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyvips

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ScanError
from colorstudio.core.scan_limits import check_size
from colorstudio.core.scan_memory import MemorySource, read_with_pillow, read_with_tifffile
from colorstudio.core.scan_vips import FORMATS, VipsSource, holds_whole_picture, page_count

Source = VipsSource | MemorySource

_COMPRESSION, _SAMPLES_PER_PIXEL, _EXTRA_SAMPLES, _DNG_VERSION = 259, 277, 338, 50706
_TILE_SIDES = (322, 323)
_OLD_JPEG = 6


def extra_samples(tags: Mapping[int, Any]) -> tuple[int, ...] | None:
    """TIFF's ExtraSamples; None if the file has none, so that a further channel is the decoder's own alpha."""
    value = tags.get(_EXTRA_SAMPLES)
    if value is None:
        samples = tags.get(_SAMPLES_PER_PIXEL, 1)
        return None if not isinstance(samples, int) or samples <= 3 else ()
    return tuple(value) if isinstance(value, tuple | list) else (value,)


def check_page(path: Path, page: int, pages: int) -> None:
    """Raise ScanError unless there is such a page."""
    if not 0 <= page < pages:
        raise ScanError(
            QT_TRANSLATE_NOOP("errors", "There is no page {page} in {name}; its pages are 1 to {pages}."),
            name=path.name,
            pages=pages,
            page=page + 1,
        )


def choose_source(path: Path, file_format: str, page: int, tags: Mapping[int, Any]) -> Source:
    """The reader for a file.

    Args:
        path: the file.
        file_format: as `scan_formats.sniff_format` told.
        page: counted from 0.
        tags: of that page if it is a TIFF, else none.

    Raises:
        ScanError: too large, no such page, a camera raw, or no reader can decode it.
        pyvips.Error: libvips cannot decode it, and there is no other reader.
    """
    if file_format not in FORMATS:
        check_page(path, page, 1)
        return read_with_pillow(path)
    if _DNG_VERSION in tags:
        raise ScanError(
            QT_TRANSLATE_NOOP(
                "errors", "{name} is a camera raw file, which cannot be opened; develop it to a TIFF first."
            ),
            name=path.name,
        )
    if tags.get(_COMPRESSION) == _OLD_JPEG and page == 0:  # libvips would give a black picture
        return read_with_pillow(path)
    _check_tiles(path, tags)
    source = VipsSource(path, file_format, page)
    try:
        return _tried(source)
    except pyvips.Error as error:
        return _second_reader(source, error)


def _check_tiles(path: Path, tags: Mapping[int, Any]) -> None:
    """Refuse tiles as large as pictures: libvips decodes whole tiles."""
    width, height = (tags.get(tag) for tag in _TILE_SIDES)
    if isinstance(width, int) and isinstance(height, int):
        check_size(path, width, height, whole=True)


def _tried(source: VipsSource) -> VipsSource:
    """The source, if its header can be afforded and its first row decoded.

    Raises:
        ScanError: too large.
        pyvips.Error: it cannot be decoded.
    """
    image = source.open()
    check_size(source.path, image.width, image.height, whole=holds_whole_picture(image, source.format))
    if source.format in ("tiff", "jpeg"):  # the formats with codecs that libvips may lack
        image.crop(0, 0, image.width, 1).copy_memory()
    return source


def _second_reader(source: VipsSource, error: pyvips.Error) -> Source:
    if (relaxed := source.relaxed()) is not None:
        return _tried(relaxed)
    if source.format == "tiff":
        header = _page_header(source)
        if header is not None:
            check_page(source.path, source.page, page_count(header))
        try:
            return read_with_tifffile(source.path, source.page)
        except ScanError:
            raise error from None  # libvips' reason is about the file, tifffile's about itself
    raise error


def _page_header(source: VipsSource) -> pyvips.Image | None:
    try:
        return replace(source, page=0).open()
    except pyvips.Error:
        return None
