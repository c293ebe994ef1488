"""The one composition of a result, for the preview and for every export.

`L* of the scan + chroma + adjustments -> sRGB`: the lightness of the result is the scan's own.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.adjust import Adjustments, adjust_chroma
from colorstudio.core.color import limit_to_gamut, linear_to_srgb, quantize

FloatArray = NDArray[np.float32]


def compose(
    lightness: FloatArray, ab: FloatArray, adjustments: Adjustments, bits: int
) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """Put chroma on the scan's lightness.

    Colours outside sRGB lose chroma at constant L* and hue. The L* of the result equals
    `lightness` within 0.02 at 16 bits and 0.5 at 8 bits (rounding alone).

    Args:
        lightness: float32 (H, W), L* 0..100 of the scan.
        ab: float32 (H, W, 2), predicted a*, b*.
        adjustments: applied to the chroma.
        bits: 8 or 16 per channel.

    Returns:
        uint8 or uint16 (H, W, 3), encoded sRGB.
    """
    lightness = np.clip(lightness, 0.0, 100.0)
    _, linear = limit_to_gamut(lightness, adjust_chroma(ab, adjustments))
    return quantize(linear_to_srgb(linear), bits)
