"""Picture files made for tests, by libraries and in ways that the application itself does not use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

Array = NDArray[Any]

# How the stored picture becomes the upright one, by EXIF orientation (EXIF 2.32, 4.6.4 A).
TO_UPRIGHT = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: a[::-1, ::-1].swapaxes(0, 1),
    8: lambda a: np.rot90(a, 1),
}
_INVERSE = {6: 8, 8: 6}


def stored(upright: Array, orientation: int) -> Array:
    """The array that a file with this orientation holds, for an upright picture."""
    return np.ascontiguousarray(TO_UPRIGHT[_INVERSE.get(orientation, orientation)](upright))


def vips_image(pixels: Array, interpretation: str | None = None) -> pyvips.Image:
    """A libvips image of (h, w) or (h, w, bands)."""
    pixels = np.ascontiguousarray(pixels if pixels.ndim == 3 else pixels[..., None])
    kinds = {"uint8": "uchar", "uint16": "ushort", "float32": "float", "int32": "int", "uint32": "uint"}
    height, width, bands = pixels.shape
    image = pyvips.Image.new_from_memory(pixels.tobytes(), width, height, bands, kinds[str(pixels.dtype)])
    wide = pixels.dtype == np.uint16
    usual = ("grey16" if wide else "b-w") if bands < 3 else ("rgb16" if wide else "srgb")
    return image.copy(interpretation=interpretation or usual)


def save(
    path: Path,
    pixels: Array,
    *,
    orientation: int = 1,
    dpi: tuple[float, float] | None = None,
    blobs: dict[str, bytes] | None = None,
    interpretation: str | None = None,
    **options: Any,
) -> Path:
    """Save an upright picture with libvips, in the format of the file's ending.

    Args:
        path: the file.
        pixels: the upright picture.
        orientation: stored turned, and marked so.
        dpi: resolution as stored.
        blobs: libvips metadata fields to set.
        interpretation: libvips' name for the colour space.
        options: of libvips' saver.
    """
    image = vips_image(stored(pixels, orientation), interpretation)
    if dpi is not None:
        image = image.copy(xres=dpi[0] / 25.4, yres=dpi[1] / 25.4)
    if orientation != 1:
        image.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    for field, blob in (blobs or {}).items():
        image.set_type(pyvips.GValue.blob_type, field, blob)
    image.write_to_file(str(path), **options)
    return path


def smooth_picture(height: int, width: int, bands: int, bits: int) -> Array:
    """A picture without hard edges, full range, different in every row, column and corner: (h, w) or (h, w, 3)."""
    y, x = np.mgrid[0:height, 0:width]
    waves = [0.5 + 0.3 * np.sin(x / 9 + k) + 0.2 * y / height * np.cos(y / 7 - k) for k in range(bands)]
    top, kind = (255, np.uint8) if bits == 8 else (65535, np.uint16)
    picture = np.rint(np.clip(np.stack(waves, axis=-1), 0, 1) * top).astype(kind)
    return picture[..., 0] if bands == 1 else picture
