"""Strokes of a hand as few points: what is kept of a line that was drawn with hundreds."""

from __future__ import annotations

import math
from collections.abc import Sequence

Place = tuple[float, ...]
"""Coordinates in one unit; a pen's width may follow the two of the place."""

_DECIMALS = 5
"""A hundred-thousandth of the picture: a tenth of a pixel on a scan of 100 megapixels."""


def simplified(places: Sequence[Place], tolerance: float) -> tuple[int, ...]:
    """Which places of a line are enough for it (Ramer 1972; Douglas and Peucker 1973).

    Args:
        places: the corners of the line, all coordinates in the same unit.
        tolerance: how far, in that unit, the line may then pass beside one that was left out.

    Returns:
        Indices in rising order, the first and the last place among them.
    """
    kept = {0, len(places) - 1}
    waiting = [(0, len(places) - 1)]
    while waiting:
        first, last = waiting.pop()
        inner = range(first + 1, last)
        farthest = max(inner, key=lambda i: _distance(places[i], places[first], places[last]), default=None)
        if farthest is not None and _distance(places[farthest], places[first], places[last]) > tolerance:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return tuple(sorted(kept))


def rounded(values: Sequence[float]) -> tuple[float, ...]:
    """Values with as many decimals as a file needs."""
    return tuple(round(value, _DECIMALS) for value in values)


def _distance(place: Place, start: Place, end: Place) -> float:
    """From a place to the nearest point of a straight piece of line."""
    along = [b - a for a, b in zip(start, end, strict=True)]
    offset = [p - a for a, p in zip(start, place, strict=True)]
    length2 = sum(each * each for each in along)
    share = min(1.0, max(0.0, sum(o * d for o, d in zip(offset, along, strict=True)) / length2)) if length2 else 0.0
    return math.hypot(*(o - share * d for o, d in zip(offset, along, strict=True)))
