"""Readers that decode the whole picture at once, for what libvips cannot open.

Pillow reads BMP, JPEG 2000, PSD, TGA, PPM, PCX and old-style JPEG in TIFF; tifffile reads TIFFs with
separate tiled planes, 64-bit numbers or LZMA; sample sizes that are no whole bytes are unpacked here.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.errors import ScanError
from colorstudio.core.scan_limits import check_size
from colorstudio.core.scan_quiet import quiet_pillow
from colorstudio.core.scan_vips import damaged

Array = NDArray[Any]
_log = logging.getLogger(__name__)

_PILLOW_FORMATS = ("BMP", "DIB", "JPEG2000", "PSD", "TGA", "PPM", "PCX", "TIFF")
_VIPS_FORMATS = {"u1": "uchar", "u2": "ushort", "u4": "uint", "i1": "char", "i2": "short", "i4": "int",
                 "f4": "float", "f8": "double"}  # fmt: skip
_PILLOW_BLOBS = {"icc_profile": "icc-profile-data", "exif": "exif-data", "xmp": "xmp-data"}
_TIFF_BLOBS = {34675: "icc-profile-data", 700: "xmp-data", 33723: "iptc-data"}
_ORIENTATION = 274
_INTERPRETATIONS = {1: ("b-w", "grey16"), 2: ("b-w", "grey16"), 3: ("srgb", "rgb16"), 4: ("srgb", "rgb16")}


@dataclass(frozen=True)
class MemorySource:
    """A decoded picture, offered like a `VipsSource`.

    Attributes:
        image: the whole picture in memory.
        shrinks_on_load: always False.
    """

    image: pyvips.Image
    shrinks_on_load: bool = False

    def open(self, *, sequential: bool = True, shrink: int = 1) -> pyvips.Image:
        """The picture; it can be read in any order."""
        del sequential, shrink
        return self.image

    def relaxed(self) -> None:
        """There is no more tolerant way to read it."""
        return


def read_with_pillow(path: Path) -> MemorySource:
    """Decode the first picture of a file with Pillow.

    Raises:
        ScanError: too large, damaged, or not understood.
    """
    try:
        with quiet_pillow(), Image.open(path, formats=_PILLOW_FORMATS) as picture:
            check_size(path, *picture.size, whole=True)
            image = image_of_array(_pillow_pixels(picture), cmyk=picture.mode == "CMYK")
            _attach(image, _PILLOW_BLOBS, picture.info)
            _set_number(image, "orientation", picture.getexif().get(_ORIENTATION))
            return MemorySource(image)
    except ScanError:
        raise
    except MemoryError:
        raise
    except Exception as error:  # damaged files raise nearly every kind of error in Pillow's decoders
        raise damaged(path, str(error).replace(repr(str(path)), "").strip() or type(error).__name__) from error


def _pillow_pixels(picture: Image.Image) -> Array:
    """(h, w, bands) of uint8, uint16, int32 or float32."""
    if picture.mode.startswith("I;16") or picture.mode in ("L", "LA", "RGB", "RGBA", "CMYK", "F"):
        pixels = np.array(picture)
    elif picture.mode == "I":
        pixels = np.array(picture)
        if picture.format == "PPM":  # Pillow scales every PPM of more than 8 bits to 16
            pixels = np.clip(pixels, 0, 65535).astype(np.uint16)
    elif picture.mode == "1":
        pixels = np.array(picture.convert("L"))
    elif picture.mode in ("P", "PA", "RGBa", "La"):
        pixels = np.array(picture.convert("RGBA" if "transparency" in picture.info or "A" in picture.mode else "RGB"))
    else:
        pixels = np.array(picture.convert("RGB"))
    return pixels[..., None] if pixels.ndim == 2 else pixels


def _attach(image: pyvips.Image, fields: Mapping[Any, str], found: Mapping[Any, Any]) -> None:
    """Give an image the metadata that another library found, under libvips' names."""
    for key, field in fields.items():
        value = found.get(key)
        if isinstance(value, bytes) and value:
            image.set_type(pyvips.GValue.blob_type, field, value)


def _set_number(image: pyvips.Image, field: str, value: object) -> None:
    if isinstance(value, int):
        image.set_type(pyvips.GValue.gint_type, field, value)


def image_of_array(pixels: Array, *, cmyk: bool = False) -> pyvips.Image:
    """A libvips image of (h, w, bands) numbers; 64-bit integers and half floats become floats."""
    pixels = np.ascontiguousarray(pixels.astype(pixels.dtype.newbyteorder("="), copy=False))
    code = f"{pixels.dtype.kind}{pixels.dtype.itemsize}"
    if code not in _VIPS_FORMATS:
        pixels = pixels.astype(np.float32 if code == "f2" else np.float64)
        code = f"f{pixels.dtype.itemsize}"
    height, width, bands = pixels.shape
    image = pyvips.Image.new_from_memory(pixels.data, width, height, bands, _VIPS_FORMATS[code])
    interpretation = _INTERPRETATIONS.get(bands, ("multiband", "multiband"))[pixels.dtype.itemsize > 1]
    return image.copy(interpretation="cmyk" if cmyk else interpretation)


def read_with_tifffile(path: Path, page: int) -> MemorySource:
    """Decode a page of a TIFF with tifffile.

    Raises:
        ScanError: too large, damaged, or compressed in a way that needs another codec.
    """
    import tifffile  # 0.15 s that most sessions never need

    try:
        with tifffile.TiffFile(path) as tiff:
            picture = tiff.pages[page]
            if not isinstance(picture, tifffile.TiffPage):
                picture = picture.aspage()
            check_size(path, picture.imagewidth, picture.imagelength, whole=True)
            _check_plausible(picture)
            image = image_of_array(_tiff_pixels(picture), cmyk=picture.photometric == 5)
            tags = {tag.code: tag.value for tag in picture.tags}
            _attach(image, _TIFF_BLOBS, tags)
            _set_number(image, "orientation", tags.get(_ORIENTATION))
            _set_number(image, "n-pages", len(tiff.pages))
            return MemorySource(image)
    except (ScanError, MemoryError):
        raise
    except Exception as error:  # damaged files raise nearly every kind of error
        _log.info("tifffile cannot read %s: %s", path, error)
        raise damaged(path, str(error)[:120] or type(error).__name__) from error


def _check_plausible(picture: Any) -> None:
    samples, bits = picture.samplesperpixel, picture.bitspersample
    if samples > 8 or bits > 64 or picture.imagedepth != 1 or picture.photometric not in (0, 1, 2, 5):
        raise ValueError("unsupported TIFF layout")
    if picture.is_subsampled:
        raise ValueError("unsupported chroma subsampling")


def _tiff_pixels(picture: Any) -> Array:
    whole_bytes = picture.bitspersample in (8, 16, 32, 64)
    pixels = picture.asarray() if whole_bytes else _unpack_samples(picture)
    if pixels.ndim == 2:
        pixels = pixels[..., None]
    elif picture.planarconfig == 2:
        pixels = np.moveaxis(pixels, 0, -1)
    return pixels.max() - pixels if picture.photometric == 0 else pixels


def _unpack_samples(picture: Any) -> Array:
    """Samples of 2 to 31 bits, in strips of whole rows, scaled to the full range of uint8, uint16 or uint32."""
    import tifffile

    bits, samples = picture.bitspersample, picture.samplesperpixel
    if picture.is_tiled or picture.planarconfig != 1 or not 2 <= bits <= 31:
        raise ValueError(f"unsupported layout of {bits}-bit samples")
    decompress = tifffile.TIFF.DECOMPRESSORS[picture.compression] if picture.compression != 1 else bytes
    handle, row_samples = picture.parent.filehandle, picture.imagewidth * samples
    strips = []
    for offset, count in zip(picture.dataoffsets, picture.databytecounts, strict=True):
        handle.seek(offset)
        strips.append(_unpack_rows(decompress(handle.read(count)), row_samples, bits))
    rows = np.concatenate(strips)[: picture.imagelength]
    if len(rows) < picture.imagelength:
        raise ValueError("the picture data end too early")
    return rows.reshape(picture.imagelength, picture.imagewidth, samples)


def _unpack_rows(packed: bytes, row_samples: int, bits: int) -> Array:
    """Rows of samples of `bits` bits each, padded to whole bytes, as (rows, row_samples) of uint8 or uint16."""
    row_bytes = (row_samples * bits + 7) // 8
    data = np.frombuffer(packed, np.uint8)
    data = data[: len(data) // row_bytes * row_bytes].reshape(-1, row_bytes)
    place = 2.0 ** np.arange(bits - 1, -1, -1)
    top, kind = (255, np.uint8) if bits < 8 else (65535, np.uint16)
    out = np.empty((len(data), row_samples), kind)
    for row, line in enumerate(data):  # by row: unpacked bits take 64 times the room
        values = np.unpackbits(line)[: row_samples * bits].reshape(row_samples, bits) @ place
        out[row] = np.rint(values * (top / (2.0**bits - 1)))
    return out
