"""Adjustments of the chroma: parameters, and the function that applies them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from colorstudio.core.errors import QT_TRANSLATE_NOOP, RecipeError

if TYPE_CHECKING:  # the window needs the parameters before it needs numpy
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Adjustments:
    """What the user does to the predicted chroma. The luminance is never touched.

    Attributes:
        strength: 0..1; how much of the colour is blended over the grey scan (1: all of it).
        saturation: 0..3; factor on the chroma (1: as the model predicted it).
    """

    strength: float = 1.0
    saturation: float = 1.0

    def __post_init__(self) -> None:
        for name, value, highest in (("strength", self.strength, 1.0), ("saturation", self.saturation, 3.0)):
            if not 0.0 <= value <= highest:
                raise RecipeError(
                    QT_TRANSLATE_NOOP("errors", "{name} is {value}; choose a number from 0 to {highest}."),
                    name=name,
                    value=value,
                    highest=highest,
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
