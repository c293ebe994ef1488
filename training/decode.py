"""From a picture file to uint8 at the training size."""

from __future__ import annotations

import io
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps

from colorstudio.core.color import srgb_to_lab

Pixels = NDArray[np.uint8]

LONGEST_ASPECT = 2.0
SMALLEST_SIDE = 32


class UnusablePicture(Exception):
    """A picture cannot be decoded or is too small; the text says which."""


def decode_rgb(path: Path, short_side: int) -> Pixels:
    """Decode a colour picture upright, as sRGB, shrunk to `short_side` (never enlarged).

    Panoramas are cut to 2:1 around their centre: training crops are squares of the short side.

    Returns:
        uint8 (H, W, 3).

    Raises:
        UnusablePicture: broken, or smaller than 32 pixels.
    """
    try:
        with Image.open(path) as image:
            image.draft("RGB", (short_side * 2, short_side * 2))
            upright = ImageOps.exif_transpose(image)
            rgb = _to_srgb(upright)
    except Exception as error:  # damaged files raise nearly every kind of error in Pillow's decoders
        raise UnusablePicture("damaged") from error
    return np.asarray(_shrink(rgb, short_side))


def decode_grey(path: Path, size: tuple[int, int]) -> Pixels:
    """Decode the black-and-white partner of a picture to `size` (width, height): uint8 (H, W), sRGB-encoded."""
    try:
        with Image.open(path) as image:
            grey = _to_grey(ImageOps.exif_transpose(image))
    except Exception as error:  # as above
        raise UnusablePicture("damaged") from error
    return np.asarray(ImageOps.fit(grey, size, Image.Resampling.BICUBIC))


def _to_grey(image: Image.Image) -> Image.Image:
    if image.mode == "I" or image.mode.startswith("I;16"):  # 16 bits, which `convert` clips at 255
        return Image.fromarray((np.asarray(image, np.float32) / 257).clip(0, 255).round().astype(np.uint8))
    return image.convert("L")


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
