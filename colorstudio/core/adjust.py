"""Adjustments of the chroma: parameters, and the function that applies them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from colorstudio.core.errors import QT_TRANSLATE_NOOP, RecipeError

if TYPE_CHECKING:  # the window needs the parameters before it needs numpy
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float32]

HUE_BANDS = 8
"""Hue angles (CIELAB h) of the bands' centres are 0, 45, … 315 degrees."""

RANGES: dict[str, tuple[float, float]] = {
    "strength": (0.0, 1.0),
    "saturation": (0.0, 3.0),
    "vibrance": (-1.0, 1.0),
    "temperature": (-1.0, 1.0),
    "tint": (-1.0, 1.0),
    "shadows": (0.0, 2.0),
    "highlights": (0.0, 2.0),
    "toning": (0.0, 1.0),
    "shift": (-1.0, 1.0),
}
"""Lowest and highest value of every parameter."""


def _check(**values: float) -> None:
    for name, value in values.items():
        lowest, highest = RANGES[name]
        if not lowest <= value <= highest:
            raise RecipeError(
                QT_TRANSLATE_NOOP("errors", "{name} is {value}; choose a number from {lowest} to {highest}."),
                name=name,
                value=value,
                lowest=lowest,
                highest=highest,
            )


@dataclass(frozen=True)
class HueBand:
    """What is done to one band of hues.

    Attributes:
        shift: -1..1; turns its hues, by as much as to the neighbouring band.
        saturation: 0..3; factor on its chroma.
    """

    shift: float = 0.0
    saturation: float = 1.0

    def __post_init__(self) -> None:
        _check(shift=self.shift, saturation=self.saturation)


@dataclass(frozen=True)
class Adjustments:
    """What the user does to the predicted chroma. The luminance is never touched.

    Attributes:
        strength: 0..1; how much of the colour is blended over the original (1: all of it).
        saturation: 0..3; factor on the chroma (1: as the model predicted it).
        vibrance: -1..1; as saturation, but dull colours more than vivid ones.
        temperature: -1 (cooler) .. 1 (warmer).
        tint: -1 (greener) .. 1 (more magenta).
        shadows, highlights: 0..2; factor on the chroma of dark and of light places.
        toning: 0..1; how much of the scan's own tone (sepia) is kept in the original that the colour
            is blended with; 0: neutral grey.
        hues: the eight bands, by hue angle from 0 degrees.
    """

    strength: float = 1.0
    saturation: float = 1.0
    vibrance: float = 0.0
    temperature: float = 0.0
    tint: float = 0.0
    shadows: float = 1.0
    highlights: float = 1.0
    toning: float = 0.0
    hues: tuple[HueBand, ...] = (HueBand(),) * HUE_BANDS

    def __post_init__(self) -> None:
        _check(**{name: getattr(self, name) for name in RANGES if name != "shift"})
        if len(self.hues) != HUE_BANDS:
            raise RecipeError(
                QT_TRANSLATE_NOOP("errors", "{count} hue bands are given; there are {wanted}."),
                count=len(self.hues),
                wanted=HUE_BANDS,
            )


# Chroma around which vibrance has lost most of its effect: that of skin and foliage in a photograph.
_DULL = 40.0
# How far temperature and tint move the middle tones, in a*, b*.
_CAST = 15.0
# Unit vectors in the plane of a* and b*: from blue to yellow with a little red, as daylight changes
# (CIE 15:2004, D series), and across that from green to magenta.
_WARM = (0.24, 0.97)
_MAGENTA = (0.97, -0.24)
# L* over which the chroma of shadows fades into that of the middle tones; highlights mirror it.
_SHADOW_FROM, _SHADOW_TO = 10.0, 50.0


def adjust_chroma(lightness: FloatArray, ab: FloatArray, adjustments: Adjustments) -> FloatArray:
    """Apply `adjustments` to predicted chroma; all but strength and toning, which `compose` blends with.

    In this order: temperature and tint shift the colours of the middle tones, black and white stay
    neutral; the hue bands turn and scale; vibrance and saturation scale; shadows and highlights scale
    by lightness. Neutral settings give `ab` back bit for bit; every function is continuous, also at grey.

    Args:
        lightness: float32 (...), L* 0..100.
        ab: float32 (..., 2), a* and b*.
        adjustments: the parameters.

    Returns:
        float32 (..., 2), a new array; its memory holds one plane after the other.
    """
    import numpy as np

    lightness, ab = np.asarray(lightness, np.float32), np.asarray(ab, np.float32)
    a, b = np.ascontiguousarray(ab[..., 0]), np.ascontiguousarray(ab[..., 1])
    if adjustments.temperature or adjustments.tint:
        a, b = _shifted(lightness, a, b, adjustments)
    if any(band != HueBand() for band in adjustments.hues):
        a, b = _turned(a, b, adjustments.hues)
    factor = _factor(lightness, a, b, adjustments)
    if factor is not None:
        a, b = a * factor, b * factor
    return np.moveaxis(np.stack([a, b]), 0, -1)


def _shifted(
    lightness: FloatArray, a: FloatArray, b: FloatArray, adjustments: Adjustments
) -> tuple[FloatArray, FloatArray]:
    """Temperature and tint: whole in the middle tones, nothing at black and white."""
    import numpy as np

    along_a = _CAST * (adjustments.temperature * _WARM[0] + adjustments.tint * _MAGENTA[0])
    along_b = _CAST * (adjustments.temperature * _WARM[1] + adjustments.tint * _MAGENTA[1])
    weight = np.clip(lightness * (np.float32(100.0) - lightness) * np.float32(4e-4), 0.0, 1.0)
    return a + weight * np.float32(along_a), b + weight * np.float32(along_b)


def _turned(a: FloatArray, b: FloatArray, hues: tuple[HueBand, ...]) -> tuple[FloatArray, FloatArray]:
    """Hue bands: between two centres their parameters are blended by a raised cosine."""
    import numpy as np

    position = np.arctan2(b, a) * np.float32(HUE_BANDS / (2.0 * np.pi))
    below = np.floor(position)
    blend = np.float32(0.5) - np.float32(0.5) * np.cos((position - below) * np.float32(np.pi))
    first = below.astype(np.intp)  # -4..4: negative indices count from the end, as hues do
    shifts = np.array([band.shift for band in hues], np.float32) * np.float32(2.0 * np.pi / HUE_BANDS)
    factors = np.array([band.saturation for band in hues], np.float32)
    angle = shifts.take(first) + (np.roll(shifts, -1) - shifts).take(first) * blend
    factor = factors.take(first) + (np.roll(factors, -1) - factors).take(first) * blend
    cosine, sine = np.cos(angle) * factor, np.sin(angle) * factor
    return a * cosine - b * sine, a * sine + b * cosine


def _factor(lightness: FloatArray, a: FloatArray, b: FloatArray, adjustments: Adjustments) -> FloatArray | None:
    """What the chroma is multiplied with; None: nothing is asked for."""
    import numpy as np

    factor: FloatArray | None = None
    if adjustments.vibrance:
        # x (1 + v exp(-x)) rises with x for every v in -1..1: more chroma never becomes less.
        factor = 1 + np.float32(adjustments.vibrance) * np.exp(np.sqrt(a * a + b * b) * np.float32(-1.0 / _DULL))
    if adjustments.saturation != 1.0:
        saturation = np.float32(adjustments.saturation)
        factor = np.full_like(a, saturation) if factor is None else factor * saturation
    for value, depth in ((adjustments.shadows, lightness), (adjustments.highlights, 100 - lightness)):
        if value != 1.0:
            tonal = 1 + np.float32(value - 1.0) * _darkness(depth)
            factor = tonal if factor is None else factor * tonal
    return factor


def _darkness(lightness: FloatArray) -> FloatArray:
    """1 in the shadows, 0 from the middle tones upwards, smooth between."""
    import numpy as np

    x = np.clip((np.float32(_SHADOW_TO) - lightness) * np.float32(1.0 / (_SHADOW_TO - _SHADOW_FROM)), 0.0, 1.0)
    return np.asarray(x * x * (np.float32(3.0) - np.float32(2.0) * x))
