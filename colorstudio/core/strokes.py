"""Strokes of a hand as few points: what is kept of a line that was drawn with hundreds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Place = tuple[float, float] | tuple[float, float, float]
"""Coordinates, and a pen's width if it changes, all in one unit."""

_Spot = tuple[float, float, float]

_DECIMALS = 5
"""A hundred-thousandth of the picture: a tenth of a pixel on a scan of 100 megapixels."""
_AT_ONCE = 128
"""Places that are looked at together: the work grows faster than their number, and a hand waits for it."""


def simplified(places: Sequence[Place], tolerance: float) -> tuple[int, ...]:
    """Which places of a line are enough for it (Ramer 1972; Douglas and Peucker 1973).

    Args:
        places: the corners of the line.
        tolerance: how far, in their unit, the line may then pass beside one that was left out.

    Returns:
        Indices in rising order, the first and the last place among them.
    """
    spots = [(place[0], place[1], place[2] if len(place) > 2 else 0.0) for place in places]
    end = len(spots) - 1
    kept = {*range(0, end, _AT_ONCE), end}
    waiting = [(first, min(first + _AT_ONCE, end)) for first in range(0, end, _AT_ONCE)]
    while waiting:
        first, last = waiting.pop()
        farthest, distance2 = _farthest(spots, first, last)
        if distance2 > tolerance * tolerance:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return _without_seams(spots, sorted(kept), tolerance)


def _without_seams(spots: Sequence[_Spot], kept: Sequence[int], tolerance: float) -> tuple[int, ...]:
    """What is kept, but for places that are there because a part ended and that the line does not need."""
    needed = list(kept[:1])
    for index, following in pairwise([*kept[1:], kept[-1]]):
        is_seam = index % _AT_ONCE == 0 and index != kept[-1]
        if not is_seam or _farthest(spots, needed[-1], following)[1] > tolerance * tolerance:
            needed.append(index)
    return tuple(needed)


def rounded(values: Sequence[float]) -> tuple[float, ...]:
    """Values with as many decimals as a file needs."""
    return tuple(round(value, _DECIMALS) for value in values)


def _farthest(spots: Sequence[_Spot], first: int, last: int) -> tuple[int, float]:
    """The place between two others that is farthest from the straight piece that joins them, and its distance squared.

    Written out for three coordinates: it is what the time goes into.
    """
    (ax, ay, aw), (bx, by, bw) = spots[first], spots[last]
    dx, dy, dw = bx - ax, by - ay, bw - aw
    length2 = dx * dx + dy * dy + dw * dw or 1.0
    found, most = first, 0.0
    for index in range(first + 1, last):
        x, y, w = spots[index]
        x, y, w = x - ax, y - ay, w - aw
        share = (x * dx + y * dy + w * dw) / length2
        share = 0.0 if share < 0.0 else min(share, 1.0)
        x, y, w = x - share * dx, y - share * dy, w - share * dw
        distance2 = x * x + y * y + w * w
        if distance2 > most:
            found, most = index, distance2
    return found, most
