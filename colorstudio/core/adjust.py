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

    @property
    def gain(self) -> float:
        """The factor on a*, b* that strength and saturation amount to.

        Blending in Lab at equal L* between grey and colour scales the chroma, so both are one factor.
        """
        return self.strength * self.saturation


def adjust_chroma(ab: FloatArray, adjustments: Adjustments) -> FloatArray:
    """Apply `adjustments` to predicted chroma.

    Args:
        ab: float32 (..., 2), a* and b*.
        adjustments: the parameters.

    Returns:
        float32 (..., 2), a new array.
    """
    return ab * adjustments.gain
