"""The one composition of a result, for the preview and for every export.

`L* of the scan + chroma + adjustments -> sRGB`: the lightness of the result is the scan's own.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.adjust import Adjustments, adjust_chroma
from colorstudio.core.color import limit_to_gamut, linear_to_srgb, quantize

FloatArray = NDArray[np.float32]

# Larger ones would fall out of the cache, smaller ones spend their time between the steps.
_BAND_PIXELS = 1 << 15


def compose(
    lightness: FloatArray,
    ab: FloatArray,
    adjustments: Adjustments,
    bits: int,
    weight: FloatArray | None = None,
    tone: FloatArray | None = None,
    shown: float | None = None,
) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """Put chroma on the scan's lightness.

    Colours outside sRGB lose chroma at constant L* and hue. The L* of the result equals
    `lightness` within 0.02 at 16 bits and 0.5 at 8 bits (rounding alone).

    Args:
        lightness: float32 (H, W), L* 0..100 of the scan.
        ab: float32 (H, W, 2), predicted a*, b*.
        adjustments: applied to the chroma.
        bits: 8 or 16 per channel.
        weight, tone: see `blend_chroma`.
        shown: one L* at which the chroma is shown instead of the scan's; None: the scan's.

    Returns:
        uint8 or uint16 (H, W, 3), encoded sRGB.
    """
    result = np.empty((*lightness.shape, 3), np.uint8 if bits == 8 else np.uint16)
    for part in bands(lightness.shape):
        planes = [None if plane is None else plane[part] for plane in (weight, tone)]
        blended = blend_chroma(lightness[part], ab[part], adjustments, *planes)
        depth = lightness[part] if shown is None else np.full_like(lightness[part], shown)
        result[part] = encode(depth, blended, bits)
    return result


def bands(shape: tuple[int, ...]) -> Iterator[slice]:
    """Rows of a picture, so many at a time that what is computed of them stays in the processor's cache."""
    height, width = shape
    rows = max(1, _BAND_PIXELS // max(1, width))
    return (slice(top, min(top + rows, height)) for top in range(0, height, rows))


def blend_chroma(
    lightness: FloatArray,
    ab: FloatArray,
    adjustments: Adjustments,
    weight: FloatArray | None = None,
    tone: FloatArray | None = None,
) -> FloatArray:
    """Adjust predicted chroma and blend it over the original's.

    With w the weight and s the strength: w s adjusted + (1 - w s) toning tone.

    Args:
        lightness: float32 (H, W), L* 0..100 of the scan.
        ab: float32 (H, W, 2), predicted a*, b*.
        adjustments: the parameters.
        weight: float32 (H, W), 0..1, multiplies the strength; None: 1.
        tone: float32 (H, W, 2), a*, b* of the scan itself; None: it is neutral.

    Returns:
        float32 (H, W, 2), not limited to the gamut.
    """
    adjusted = adjust_chroma(lightness, ab, adjustments)
    share: FloatArray | np.float32 = np.float32(adjustments.strength)
    if weight is not None:
        share = (share * weight)[..., None]
    blended = adjusted if adjustments.strength == 1.0 and weight is None else adjusted * share
    if tone is not None and adjustments.toning:
        blended = blended + (np.float32(adjustments.toning) - np.float32(adjustments.toning) * share) * tone
    return blended


def encode(lightness: FloatArray, ab: FloatArray, bits: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """Encode L* (...) and a*, b* (..., 2) as sRGB of 8 or 16 bits, limited to the gamut at constant L* and hue."""
    lightness = np.clip(lightness, 0.0, 100.0)
    _, linear = limit_to_gamut(lightness, ab)
    return quantize(linear_to_srgb(linear), bits)
