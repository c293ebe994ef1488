"""Which colours real things have, given how light they are and what a model takes them for at first.

Measured at places of photographs that the model learned from (never of those that it is measured on), each weighed by
the model's doubt: of what is sure there is no choice.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import cache

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

BANDS = (30.0, 50.0, 70.0, 100.0)
"""Upper ends of the bands of lightness, L*."""

KINDS = ("neutral", "warm", "yellow", "green", "blue")
"""Kinds of first guesses, by chroma and hue."""

_NEUTRAL = 5.0
"""Chroma below which a guess has no hue."""
_HUES = (75.0, 100.0, 190.0, 330.0, 360.0)
"""Where warm (again from 330 degrees on), yellow, green and blue end, in degrees of the CIELAB hue."""


def kind_of(a: float, b: float) -> str:
    """The kind of a colour."""
    if math.hypot(a, b) < _NEUTRAL:
        return "neutral"
    return (*KINDS[1:], "warm")[bisect_right(_HUES, math.degrees(math.atan2(b, a)) % 360.0)]


def real_colours(lightness: float, a: float, b: float) -> tuple[FloatArray, FloatArray]:
    """The colours of real things, the commonest first.

    Args:
        lightness: of the place, L*.
        a, b: the first guess.

    Returns:
        a*, b*, float32 (n, 2), and their shares, float32 (n,), together 1.
    """
    return _row(BANDS[min(bisect_right(BANDS, lightness), len(BANDS) - 1)], kind_of(a, b))


@cache
def _row(band: float, kind: str) -> tuple[FloatArray, FloatArray]:
    row = np.array(_TABLE[band, kind], np.float32)
    return row[:, :2], row[:, 2] / row[:, 2].sum()


# Made by tools/real_colours.py.
# fmt: off
_TABLE: dict[tuple[float, str], tuple[tuple[int, int, int], ...]] = {
    (30.0, "neutral"): (
        (0, 1, 42), (2, -8, 17), (6, 7, 15), (-7, 12, 9),
        (15, 19, 7), (6, -26, 5), (42, 29, 3), (29, -53, 1),
    ),
    (30.0, "warm"): (
        (0, 2, 23), (8, 10, 22), (13, 19, 17), (-1, 15, 13),
        (20, 27, 11), (3, -11, 7), (39, 26, 5), (8, -33, 3),
    ),
    (30.0, "yellow"): (
        (-1, 3, 23), (-11, 17, 17), (14, 22, 16), (8, 9, 15),
        (0, 19, 11), (1, -10, 7), (41, 15, 6), (44, 0, 4),
    ),
    (30.0, "green"): (
        (-7, 13, 22), (-7, 5, 21), (-13, 24, 15), (-14, 15, 11),
        (4, 8, 10), (1, -4, 9), (11, 19, 8), (42, 9, 4),
    ),
    (30.0, "blue"): (
        (4, -18, 25), (1, -7, 15), (0, 4, 15), (36, -63, 13),
        (7, -37, 12), (26, -48, 8), (11, 15, 8), (41, 24, 3),
    ),
    (50.0, "neutral"): (
        (1, -1, 42), (1, -13, 18), (4, 11, 13), (-10, 16, 9),
        (20, 12, 5), (17, 34, 5), (46, 30, 4), (12, -39, 3),
    ),
    (50.0, "warm"): (
        (1, 2, 26), (9, 12, 20), (12, 25, 17), (-2, 17, 13),
        (23, 40, 10), (3, -17, 6), (57, 41, 6), (38, 17, 2),
    ),
    (50.0, "yellow"): (
        (7, 18, 23), (2, 2, 23), (-11, 22, 14), (-6, 10, 12),
        (17, 33, 10), (-12, 38, 8), (0, -22, 6), (55, -11, 3),
    ),
    (50.0, "green"): (
        (-9, 21, 27), (-17, 34, 17), (3, 6, 16), (-9, 7, 15),
        (9, 25, 11), (-21, 14, 7), (-1, -12, 5), (55, -11, 2),
    ),
    (50.0, "blue"): (
        (-1, -10, 24), (3, -35, 23), (12, -47, 17), (2, -18, 12),
        (-1, 1, 11), (29, 43, 7), (20, 13, 4), (-7, 20, 3),
    ),
    (70.0, "neutral"): (
        (0, 0, 41), (0, -9, 18), (3, 8, 16), (5, 19, 8),
        (2, -23, 5), (-9, 14, 5), (-14, 39, 3), (28, 25, 3),
    ),
    (70.0, "warm"): (
        (1, 4, 27), (3, 18, 21), (17, 17, 17), (12, 33, 15),
        (4, -14, 8), (27, 59, 7), (41, 26, 3), (61, 57, 2),
    ),
    (70.0, "yellow"): (
        (0, 0, 30), (0, 14, 27), (6, 30, 16), (-11, 30, 7),
        (14, 48, 7), (16, 18, 7), (-8, 52, 5), (46, -24, 1),
    ),
    (70.0, "green"): (
        (-1, 0, 27), (-19, 27, 19), (-20, 42, 17), (-4, 25, 14),
        (-13, 12, 11), (5, 14, 8), (-8, 51, 4), (40, -19, 1),
    ),
    (70.0, "blue"): (
        (-2, -7, 21), (-4, -27, 18), (6, -46, 15), (-1, -39, 14),
        (-1, -17, 13), (1, -32, 11), (-3, 4, 8), (32, 45, 1),
    ),
    (100.0, "neutral"): (
        (0, -1, 36), (-1, 7, 28), (-1, -12, 10), (-2, 20, 8),
        (8, 6, 6), (-7, -3, 5), (-8, 48, 4), (25, 25, 3),
    ),
    (100.0, "warm"): (
        (7, 14, 27), (12, 3, 16), (10, 23, 15), (1, 5, 14),
        (19, 19, 10), (0, -8, 10), (14, 71, 6), (0, 40, 2),
    ),
    (100.0, "yellow"): (
        (-1, 0, 20), (2, 7, 19), (-2, 17, 16), (8, 20, 14),
        (-3, 36, 14), (1, -11, 8), (13, 52, 5), (6, 72, 3),
    ),
    (100.0, "green"): (
        (0, 0, 31), (-8, 26, 21), (2, 15, 18), (-15, 8, 12),
        (-19, 31, 8), (-5, 41, 6), (-18, 50, 5), (-3, 75, 1),
    ),
    (100.0, "blue"): (
        (-6, -27, 24), (0, -6, 16), (-3, -10, 16), (-1, -18, 11),
        (-2, -38, 11), (-8, -17, 11), (-2, -1, 10), (6, 28, 1),
    ),
}
# fmt: on
