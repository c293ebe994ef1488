"""From a picture file to uint8 at the training size."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps

from colorstudio.core.color import linear_to_srgb, quantize, srgb_to_lab, y_from_lightness
from colorstudio.core.errors import ScanError
from colorstudio.core.scan import open_scan

Pixels = NDArray[np.uint8]

LONGEST_ASPECT = 2.0
SMALLEST_SIDE = 32
_ORIENTATION = 0x0112
_DEEP_MODES = frozenset({"I", "F", "I;16", "I;16L", "I;16B", "I;16N"})


class UnusablePicture(Exception):
    """A picture cannot be decoded or is too small; the text says which."""


@dataclass(frozen=True)
class OpenedPicture:
    """A picture upright in sRGB, perhaps already shrunk, and the size that its file has (width, height)."""

    image: Image.Image
    size: tuple[int, int]


def open_picture(path: Path, short_side: int) -> OpenedPicture:
    """Decode a colour picture upright, as sRGB, to no less than `short_side` where the file has as much.

    Raises:
        UnusablePicture: broken.
    """
    try:
        return _open_with_pillow(path, short_side)
    except Exception:  # damaged files raise nearly every kind of error in Pillow's decoders
        return _open_as_scan(path, short_side)


def _open_with_pillow(path: Path, short_side: int) -> OpenedPicture:
    with Image.open(path) as image:
        if image.mode in _DEEP_MODES:
            raise ValueError("Pillow would cut such values off")
        size = image.size if image.getexif().get(_ORIENTATION, 1) < 5 else image.size[::-1]
        image.draft("RGB", (short_side * 2, short_side * 2))
        return OpenedPicture(_to_srgb(ImageOps.exif_transpose(image)), size)


def _open_as_scan(path: Path, short_side: int) -> OpenedPicture:
    """What Pillow does not know, slides in 48-bit TIFF above all, is read as the product reads scans."""
    try:
        with open_scan(path) as scan:
            sound, size = len(scan.info.warnings), (scan.info.width, scan.info.height)
            longest = math.ceil(short_side * max(size) / min(size))
            image = Image.fromarray(scan.preview_srgb(longest))
            damaged = len(scan.info.warnings) > sound  # what a scan tells only while it is read is damage
    except (ScanError, OSError) as error:
        raise UnusablePicture("damaged") from error
    if damaged:
        raise UnusablePicture("damaged")
    return OpenedPicture(image, size)


def decode_rgb(path: Path, short_side: int) -> Pixels:
    """Decode a colour picture upright, as sRGB, shrunk to `short_side` (never enlarged).

    Panoramas are cut to 2:1 around their centre: training crops are squares of the short side.

    Returns:
        uint8 (H, W, 3).

    Raises:
        UnusablePicture: broken, or smaller than 32 pixels.
    """
    return np.asarray(_shrink(open_picture(path, short_side).image, short_side))


def decode_grey(path: Path, size: tuple[int, int]) -> Pixels:
    """Decode the black-and-white partner of a picture to `size` (width, height): uint8 (H, W), sRGB-encoded.

    It is read as the product reads scans: a scan in Dot Gain 20% or Gray Gamma 2.2 has another lightness than the
    same numbers in sRGB.

    Raises:
        UnusablePicture: broken, also if a part of it could still be read.
    """
    try:
        with open_scan(path) as scan:
            sound = len(scan.info.warnings)
            lightness = scan.shrink_lightness(*_covering((scan.info.width, scan.info.height), size))
            damaged = len(scan.info.warnings) > sound  # what a scan tells only while it is read is damage
    except ScanError as error:
        raise UnusablePicture("damaged") from error
    if damaged:
        raise UnusablePicture("damaged")
    grey = quantize(linear_to_srgb(y_from_lightness(_centre(lightness, size))), 8)
    return grey.astype(np.uint8, copy=False)


def _covering(size: tuple[int, int], target: tuple[int, int]) -> tuple[int, int]:
    """The smallest size with the proportions of `size` that is nowhere smaller than `target`."""
    scale = max(wanted / side for wanted, side in zip(target, size, strict=True))
    width, height = (max(round(side * scale), wanted) for side, wanted in zip(size, target, strict=True))
    return width, height


def _centre(plane: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    width, height = size
    top, left = (plane.shape[0] - height) // 2, (plane.shape[1] - width) // 2
    return plane[top : top + height, left : left + width]


def _to_srgb(image: Image.Image) -> Image.Image:
    icc = image.info.get("icc_profile")
    if image.mode in ("RGBA", "LA", "P"):
        rgba = image.convert("RGBA")
        white = Image.new("RGBA", rgba.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, rgba).convert("RGB")
    if icc and image.mode in ("RGB", "CMYK"):
        try:
            profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return cast(Image.Image, converted)
        except ImageCms.PyCMSError:
            pass  # a broken profile: the pixels as they are
    return image.convert("RGB")


def _shrink(image: Image.Image, short_side: int) -> Image.Image:
    width, height = image.size
    if min(width, height) < SMALLEST_SIDE:
        raise UnusablePicture("too small")
    longest = int(min(width, height) * LONGEST_ASPECT)
    if max(width, height) > longest:
        box = (min(width, longest), min(height, longest))
        image = ImageOps.fit(image, box, Image.Resampling.BICUBIC)
        width, height = image.size
    scale = short_side / min(width, height)
    if scale >= 1:
        return image
    size = (max(round(width * scale), short_side), max(round(height * scale), short_side))
    return image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)


def colour_spread(rgb: Pixels) -> float:
    """How much colour a picture has beyond one tone, in Lab units: 0 for grey, sepia and cyanotypes.

    The mean distance of a*, b* from a quadratic in L*: a tone is a function of the lightness alone.
    """
    lab = srgb_to_lab(rgb[::4, ::4]).reshape(-1, 3).astype(np.float64)
    lightness = lab[:, 0] / 50.0 - 1.0
    basis = np.stack([np.ones_like(lightness), lightness, lightness**2], axis=1)
    fit, *_ = np.linalg.lstsq(basis, lab[:, 1:], rcond=None)
    return float(np.linalg.norm(lab[:, 1:] - basis @ fit, axis=1).mean())
