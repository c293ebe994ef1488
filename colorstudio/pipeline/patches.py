"""Regions of a picture whose chroma is taken from another variation, blended in with soft edges."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from colorstudio.core.steering import Point
from colorstudio.core.upsample import ChromaUpsampler, box_mean

FloatArray = NDArray[np.float32]

# Along each side of a pixel the polygon is drawn on this many: 16 steps from outside to inside.
_FINER = 4
# Three box filters in a row are nearly a Gaussian.
_BLURS = 3


def patch_weight(points: Iterable[Point], width: int, height: int, feather: float) -> FloatArray:
    """How much of a patch counts at each pixel.

    Args:
        points: corners of the polygon, fractions of the picture; it is closed, crossings are holes.
        width, height: of the result.
        feather: width of the soft edge, half of it inside, as a fraction of the short side; 0: antialiased only.

    Returns:
        float32 (height, width), 0 outside to 1 inside.
    """
    fine = Image.new("L", (width * _FINER, height * _FINER))
    corners = [(x * width * _FINER - 0.5, y * height * _FINER - 0.5) for x, y in points]
    ImageDraw.Draw(fine).polygon(corners, fill=1)
    counts = np.asarray(fine, np.float32).reshape(height, _FINER, width, _FINER)
    weight: NDArray[np.floating] = counts.mean(axis=(1, 3))
    radius = round(feather * min(width, height) / (2 * _BLURS))
    for _ in range(_BLURS if radius else 0):
        weight = box_mean(weight, radius)
    return weight.astype(np.float32)


def at_size(lightness: FloatArray, ab: FloatArray, larger: FloatArray) -> FloatArray:
    """Chroma at the size of another picture of the same scan, along its edges.

    Args:
        lightness: float32 (h, w), the L* that the chroma was predicted from.
        ab: float32 (h, w, 2), a*, b*.
        larger: float32 (H, W), L* at the wanted size.

    Returns:
        float32 (H, W, 2), a*, b*; `ab` itself if that is its size.
    """
    if ab.shape[:2] == larger.shape:
        return ab
    return ChromaUpsampler(lightness, ab).region(larger, 0.0, 0.0, 1.0, 1.0)


def blend(below: FloatArray, above: FloatArray, weight: FloatArray) -> FloatArray:
    """`above` where the weight is 1, `below` where it is 0; float32 (h, w, 2) each, weight (h, w)."""
    blended: FloatArray = below + weight[..., None] * (above - below)
    return blended
