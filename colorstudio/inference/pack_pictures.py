"""The pictures in a pack: small, few, and decoded within bounds, for they may come from anywhere."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

LARGEST_BYTES = 256 * 1024
LARGEST_SIDE = 1024
"""Pixels. A picture shows a scan and what it becomes side by side."""


class BadPictureError(ValueError):
    """A picture of a pack is none, or larger than it may be."""


def decode_picture(data: bytes) -> NDArray[np.uint8]:
    """Decode a picture of a pack: uint8 (H, W, 3), sRGB.

    Raises:
        BadPictureError: it is no still WebP picture, it is damaged, or larger than `LARGEST_BYTES` or `LARGEST_SIDE`.
    """
    if len(data) > LARGEST_BYTES:
        raise BadPictureError(f"a picture has {len(data)} bytes")
    try:
        with Image.open(io.BytesIO(data), formats=["WEBP"]) as picture:
            _refuse_size(picture)
            return np.asarray(picture.convert("RGB"))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadPictureError(f"a picture cannot be decoded: {error}") from error


def _refuse_size(picture: Image.Image) -> None:
    """Raise BadPictureError by the header alone, before anything is decoded."""
    if max(picture.size) > LARGEST_SIDE or getattr(picture, "n_frames", 1) != 1:
        raise BadPictureError(f"a picture is {picture.width} x {picture.height}, or moves")


def encode_picture(pixels: NDArray[Any], quality: int = 80) -> bytes:
    """Encode a picture for a pack: uint8 (H, W, 3), sRGB, to WebP; equal pixels give equal bytes.

    Raises:
        BadPictureError: it would be larger than it may be.
    """
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", quality=quality, method=6)
    decode_picture(buffer.getvalue())
    return buffer.getvalue()
