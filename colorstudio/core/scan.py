"""Scans: opened once, read in strips from top to bottom, never held as a whole, never written to.

libvips decodes what it can in a streaming way; Pillow and tifffile stand in for what it lacks
(docs/adr/0005-libvips.md). Coordinates are those of the upright picture: EXIF orientation and the
user's quarter turns and mirroring are applied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pyvips
from numpy.typing import NDArray

from colorstudio.core.color import srgb_lightness
from colorstudio.core.errors import QT_TRANSLATE_NOOP, ScanError
from colorstudio.core.geometry import Orientation
from colorstudio.core.icc import LightnessConverter, Profile, to_srgb
from colorstudio.core.metadata import (
    Dpi,
    dpi_of_file,
    dpi_of_tags,
    exif_of_tiff,
    image_metadata,
    read_tiff_directory,
)
from colorstudio.core.scan_convert import Conversion, plan_conversion
from colorstudio.core.scan_formats import is_readable_name, readable_suffixes, sniff_format
from colorstudio.core.scan_notes import ScanNote
from colorstudio.core.scan_source import Source, check_page, choose_source, extra_samples
from colorstudio.core.scan_vips import page_count, scan_error

__all__ = ["Scan", "ScanInfo", "is_readable_name", "open_scan", "readable_suffixes"]

Pixels = NDArray[np.uint8] | NDArray[np.uint16]
FloatArray = NDArray[np.float32]

_ROTATIONS = {1: "d90", 2: "d180", 3: "d270"}


@dataclass(frozen=True)
class ScanInfo:
    """What is known of a scan without reading its pixels.

    Attributes:
        path: the file.
        format: "tiff", "png", "jpeg", "webp", "bmp", "gif", "heif", "jpeg2000", "psd", "tga", "ppm", "pcx".
        width: pixels of the upright picture, after the quarter turns.
        height: pixels, likewise.
        bits: 8 or 16 per channel, as `Scan.read_rows` gives them.
        bands: 1 (grey) or 3 (RGB), likewise.
        page: counted from 0.
        pages: how many there are.
        dpi: horizontal and vertical dots per inch of the upright picture; None if the file does not say.
        icc: the profile that the pixels of `Scan.read_rows` are in; None means sRGB.
        profile_name: its description.
        orientation: EXIF's 1..8 as stored in the file; already applied.
        metadata: blobs "exif", "xmp", "iptc" in the form of `core.metadata`.
        warnings: sentences for a person (`ScanNote`). Damage inside a JPEG is found while reading: look again then.
    """

    path: Path
    format: str
    width: int
    height: int
    bits: int
    bands: int
    page: int = 0
    pages: int = 1
    dpi: Dpi | None = None
    icc: bytes | None = None
    profile_name: str | None = None
    orientation: int = 1
    metadata: Mapping[str, bytes] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def open_scan(path: Path, page: int = 0, quarter_turns: int = 0, mirrored: bool = False) -> Scan:
    """Open a scan; reads its header, and a first row where a codec could be missing.

    Args:
        path: the file; it is never written to.
        page: of a multi-page file, from 0.
        quarter_turns: clockwise, after the EXIF orientation; any integer.
        mirrored: exchange left and right, after the turns.

    Raises:
        ScanError: one sentence for a person; see `core.scan_formats`, `core.scan_limits`, `core.scan_vips`.
    """
    path = Path(path)
    file_format = sniff_format(path)
    try:
        return _open(path, file_format, page, Orientation(quarter_turns % 4, mirrored))
    except pyvips.Error as error:
        raise scan_error(path, error) from error
    except MemoryError as error:
        raise ScanError(
            QT_TRANSLATE_NOOP("errors", "There is not enough memory to open {name}; close other programs."),
            name=path.name,
        ) from error


def _open(path: Path, file_format: str, page: int, orientation: Orientation) -> Scan:
    tags = read_tiff_directory(path, page) if file_format == "tiff" else {}
    source = choose_source(path, file_format, page, tags)
    image = source.open()
    check_page(path, page, page_count(image))
    extra = extra_samples(tags) if file_format == "tiff" else None
    conversion = plan_conversion(source.open, extra)
    info = _describe(path, file_format, page, image, conversion, tags)
    return Scan(_turned(info, orientation.quarter_turns), source, conversion, orientation)


def _describe(
    path: Path, file_format: str, page: int, image: pyvips.Image, conversion: Conversion, tags: Mapping[int, Any]
) -> ScanInfo:
    """What the header says, with the sides as they lie in the file."""
    metadata = image_metadata(image)
    if file_format == "tiff" and "exif" not in metadata and (exif := exif_of_tiff(tags)):
        metadata["exif"] = exif
    orientation = int(image.get("orientation")) if image.get_typeof("orientation") else 1
    profile = conversion.profile
    return ScanInfo(
        path=path,
        format=file_format,
        width=image.width,
        height=image.height,
        bits=conversion.bits,
        bands=conversion.bands,
        page=page,
        pages=page_count(image),
        dpi=dpi_of_tags(tags) if file_format == "tiff" else dpi_of_file(path, metadata.get("exif", b"")),
        icc=profile.data if profile else None,
        profile_name=profile.name if profile else None,
        orientation=orientation if 1 <= orientation <= 8 else 1,
        metadata=metadata,
        warnings=conversion.notes,
    )


def _turned(info: ScanInfo, quarter_turns: int) -> ScanInfo:
    """The description of the upright picture."""
    if (info.orientation >= 5) == bool(quarter_turns % 2):
        return info
    return replace(info, width=info.height, height=info.width, dpi=info.dpi[::-1] if info.dpi else None)


class Scan:
    """An open scan, used by one thread at a time; a context manager.

    Rows are asked for in rising order, in strips; a request that goes back starts a new pass over
    the file. All methods raise `ScanError` when the file turns out to be damaged.
    """

    def __init__(self, info: ScanInfo, source: Source, conversion: Conversion, orientation: Orientation) -> None:
        self._info = info
        self._source = source
        self._conversion = conversion
        self._orientation = orientation
        self._pass: pyvips.Image | None = None
        self._strip: Pixels = np.empty((0, info.width, info.bands), np.uint8)
        self._strip_top = 0
        self._to_lightness: LightnessConverter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; reading again opens it again."""
        self._pass = None
        self._strip, self._strip_top = self._strip[:0], 0

    @property
    def info(self) -> ScanInfo:
        """What is known of the scan; `warnings` may grow while it is read."""
        return self._info

    def read_rows(self, y0: int, y1: int) -> Pixels:
        """Rows y0 to y1 (exclusive) as encoded in the scan's own profile: uint8 or uint16 (h, W, bands)."""
        if not 0 <= y0 < y1 <= self._info.height:
            raise ValueError(f"rows {y0} to {y1} of {self._info.height}")
        try:
            self._advance(y0, y1)
        except pyvips.Error as error:
            self._relax(error)
            return self.read_rows(y0, y1)
        return self._strip[y0 - self._strip_top : y1 - self._strip_top].copy()

    def read_lightness(self, y0: int, y1: int) -> FloatArray:
        """L* 0..100 under D65 of rows y0 to y1 (exclusive): float32 (h, W)."""
        return self._lightness(self.read_rows(y0, y1))

    def read_srgb(self, y0: int, y1: int) -> NDArray[np.uint8]:
        """Rows y0 to y1 (exclusive) in sRGB, for showing: uint8 (h, W, 3)."""
        return self._srgb(self.read_rows(y0, y1))

    def read_deep_srgb(self, y0: int, y1: int) -> Pixels:
        """Rows y0 to y1 (exclusive) of a scan of three bands in sRGB, as deep as the scan: (h, W, 3)."""
        pixels, profile = self.read_rows(y0, y1), self._conversion.profile
        return pixels if profile is None else to_srgb(pixels, profile, self._info.bits)

    def shrink_lightness(self, width: int, height: int) -> FloatArray:
        """L* of the whole picture at another size: float32 (height, width).

        The encoded values are averaged over areas, in one streaming pass, a JPEG already while it is
        decoded. A size larger than the scan's is interpolated.
        """
        return self._lightness(self._shrunk(width, height))

    def preview_srgb(self, max_side: int) -> NDArray[np.uint8]:
        """The whole picture in sRGB with its longer side at most `max_side`: uint8 (h, w, 3)."""
        factor = min(1.0, max_side / max(self._info.width, self._info.height))
        width, height = (max(1, round(side * factor)) for side in (self._info.width, self._info.height))
        return self._srgb(self._shrunk(width, height))

    def _advance(self, y0: int, y1: int) -> None:
        """Make the kept strip hold rows y0 to y1."""
        bottom = self._strip_top + len(self._strip)
        if self._pass is None or y0 < self._strip_top:
            self._pass = self._upright(self._conversion.apply(self._source.open(sequential=not self._reorders)))
            self._strip, self._strip_top, bottom = self._strip[:0], 0, 0
        start = max(y0, bottom)
        kept = self._strip[y0 - self._strip_top :] if y0 < bottom else self._strip[:0]
        if y1 > start:
            rows = self._fetch(self._pass, start, y1 - start)
            self._strip = np.concatenate([kept, rows]) if len(kept) else rows
            self._strip_top = y0

    def _fetch(self, image: pyvips.Image, top: int, height: int) -> Pixels:
        # Not `image.crop(…).numpy()`: at the end of such an evaluation libvips drops the decoded lines that
        # the next strip begins with, and then refuses to go back for them.
        data = pyvips.Region.new(image).fetch(0, top, image.width, height)
        shape = (height, image.width, self._info.bands)
        if self._info.bits == 8:
            return np.frombuffer(data, np.uint8).reshape(shape)
        return np.frombuffer(data, np.uint16).reshape(shape)

    @property
    def _reorders(self) -> bool:
        """Whether rows of the upright picture are not read from the file from top to bottom; mirrored ones are."""
        return self._orientation.quarter_turns != 0 or self._info.orientation > 2

    def _upright(self, image: pyvips.Image) -> pyvips.Image:
        # The tag is set even to 1: a Pillow image has none, and `autorot` goes by it alone.
        image = image.copy()
        image.set_type(pyvips.GValue.gint_type, "orientation", self._info.orientation)
        image = image.autorot()
        turns = self._orientation.quarter_turns
        image = image.rot(_ROTATIONS[turns]) if turns else image
        return image.fliphor() if self._orientation.mirrored else image

    def _shrunk(self, width: int, height: int) -> Pixels:
        try:
            # Into memory first: turning a picture that is still being read asks for its rows in another order.
            return _pixels(self._upright(self._resized(width, height).copy_memory()))
        except pyvips.Error as error:
            self._relax(error)
            return self._shrunk(width, height)

    def _resized(self, width: int, height: int) -> pyvips.Image:
        """The picture as it lies in the file, so that turning it afterwards is cheap, for an upright size."""
        if (self._info.orientation >= 5) != bool(self._orientation.quarter_turns % 2):
            width, height = height, width
        image = self._source.open()
        if self._source.shrinks_on_load:
            room = min(image.width // width, image.height // height)
            factor = max(power for power in (1, 2, 4, 8) if power <= max(1, room))
            image = self._source.open(shrink=factor)
        image = self._conversion.apply(image)
        if (image.width, image.height) == (width, height):
            return image
        image = image.resize(width / image.width, vscale=height / image.height, kernel="linear")
        return image.crop(0, 0, min(width, image.width), min(height, image.height)).gravity(
            "north-west", width, height, extend="copy"
        )

    def _lightness(self, pixels: Pixels) -> FloatArray:
        profile = self._conversion.profile
        if profile is None:
            grey = self._info.bands == 1
            return srgb_lightness(pixels[..., 0] if grey else pixels, grey=grey)
        if self._to_lightness is None:
            self._to_lightness = LightnessConverter(profile, self._info.bits)
        return self._to_lightness.convert(pixels)

    def _srgb(self, pixels: Pixels) -> NDArray[np.uint8]:
        profile: Profile | None = self._conversion.profile
        if profile is not None:
            return to_srgb(pixels, profile).astype(np.uint8, copy=False)
        if pixels.dtype == np.uint16:
            pixels = ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)
        return np.repeat(pixels, 3, axis=-1) if self._info.bands == 1 else pixels.astype(np.uint8, copy=False)

    def _relax(self, error: pyvips.Error) -> None:
        """Go on with a source that reads what it can of damaged data.

        Raises:
            ScanError: there is none.
        """
        relaxed = self._source.relaxed()
        if relaxed is None:
            raise scan_error(self._info.path, error) from error
        note = ScanNote(QT_TRANSLATE_NOOP("errors", "Parts of the file are damaged; what could be read is shown."))
        self._info = replace(self._info, warnings=(*self._info.warnings, note))
        self._source = relaxed
        self.close()


def _pixels(image: pyvips.Image) -> Pixels:
    pixels: Pixels = image.numpy()  # without the axes of a single band, and of a single grey pixel
    return pixels.reshape(image.height, image.width, image.bands)
