"""Other paper under a plate, for both sides of training: yellowed, toned and bleached sheets.

A plate tells by its grey what is drawn on it, and next to nothing of the hue of its sheet. Of few books a network
learns by heart which plate is on which paper; on sheets that change it learns what does hold: how yellow paper is on
the whole, that darker sheets are yellower, and that ink, which lets no paper through, is not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.color import lab_to_linear, linear_to_srgb, srgb_to_lab
from colorstudio.core.training_sections import AugmentConfig

FloatArray = NDArray[np.float32]
Random = np.random.Generator

_SHOWN = 0.1
"""Share of a crop, its lightest part, that is looked at for the sheet."""

_DARKEST, _REDDEST, _BLUEST, _YELLOWEST = 60.0, 8.0, -4.0, 32.0
"""Lightest parts that are darker in L*, more red or green in a*, or outside these b*, are no sheet of paper."""

_DARKENING = 0.7
"""How much darker in L* a sheet is for each b* that it is yellower: the lightest parts of 150 plates of Victorian400
(median L* 88, a* 0, b* 11; half of them have b* between 4 and 17) have a correlation of -0.5, and this slope."""


def change_paper(
    lightness: FloatArray, ab: FloatArray, config: AugmentConfig, rng: Random
) -> tuple[FloatArray, FloatArray]:
    """Put a plate on another sheet, with the probability `paper_tint`; always draws the same count of numbers.

    The new sheet has an a* of -1 to 3 and a b* of 2 to 18: yellower than the old one, or less so, as it comes.
    Printed paper is seen through its inks, so that each of the three channels is multiplied in linear light, by the
    quotient of the sheets: white takes all of the change, ink as good as none of it. A crop whose lightest parts do
    not look like paper is left as it is.

    Args:
        lightness: float32 (H, W), L* 0..100.
        ab: float32 (H, W, 2), the true chroma.

    Returns:
        Lightness and chroma of the same shapes.
    """
    chance, *numbers = draw_paper(rng)
    if chance >= config.paper_tint or (sheet := _sheet(lightness, ab)) is None:
        return lightness, ab
    quotient = _linear(_another(sheet, *numbers)) / _linear(sheet)
    printed = np.clip(lab_to_linear(lightness, ab) * quotient, np.float32(0), np.float32(1))
    lab = srgb_to_lab(linear_to_srgb(printed))
    return lab[..., 0], lab[..., 1:]


def draw_paper(rng: Random) -> tuple[float, float, float, float]:
    """Four numbers 0..1: the chance, red, yellow and lightness of a sheet."""
    chance, red, yellow, light = rng.random(4)
    return float(chance), float(red), float(yellow), float(light)


def _sheet(lightness: FloatArray, ab: FloatArray) -> FloatArray | None:
    """L*, a*, b* of the paper, (3,); None if the lightest tenth does not look like paper."""
    light = lightness >= np.quantile(lightness, 1 - _SHOWN)
    lab = np.array([np.median(plane[light]) for plane in (lightness, ab[..., 0], ab[..., 1])], np.float32)
    is_paper = lab[0] >= _DARKEST and abs(lab[1]) <= _REDDEST and _BLUEST <= lab[2] <= _YELLOWEST
    return lab if is_paper else None


def _another(sheet: FloatArray, red: float, yellow: float, light: float) -> FloatArray:
    """L*, a*, b* (3,) of a new sheet, which is darker than the old one by as much as it is yellower, within L* 3."""
    a, b = 4 * red - 1, 2 + 16 * yellow
    lightness = sheet[0] - _DARKENING * (b - sheet[2]) + 6 * light - 3
    return np.array([min(max(lightness, _DARKEST), 98.0), a, b], np.float32)


def _linear(lab: FloatArray) -> FloatArray:
    """Linear sRGB (3,) of one colour, off black."""
    linear: FloatArray = lab_to_linear(lab[:1], lab[None, 1:])[0]
    return np.maximum(linear, np.float32(0.01))
