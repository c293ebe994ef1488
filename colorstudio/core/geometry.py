"""Turning and mirroring places: parameters stay where they are on the picture when it is turned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from colorstudio.core.steering import Crop, Hint, Mask, Patch, Point

PointMap = Callable[[Point], Point]

# Of a place that is turned: 1 - (1 - 0.1) is not 0.1, but a picture turned there and back has to have its parameters.
_DECIMALS = 12


@dataclass(frozen=True)
class Orientation:
    """How a picture is turned after its EXIF orientation.

    Attributes:
        quarter_turns: clockwise, 0..3.
        mirrored: left and right exchanged, after the turns.
    """

    quarter_turns: int = 0
    mirrored: bool = False


def turning(quarter_turns: int) -> PointMap:
    """Where a point lies when the picture has been turned clockwise."""
    turns = quarter_turns % 4

    def turned(point: Point) -> Point:
        x, y = point
        return ((x, y), (_opposite(y), x), (_opposite(x), _opposite(y)), (y, _opposite(x)))[turns]

    return turned


def mirroring(point: Point) -> Point:
    """Where a point lies when left and right have been exchanged."""
    return _opposite(point[0]), point[1]


def _opposite(place: float) -> float:
    return round(1.0 - place, _DECIMALS)


def moved_hints(hints: tuple[Hint, ...], place: PointMap) -> tuple[Hint, ...]:
    """Hints at their new places."""
    return tuple(replace(hint, points=tuple(map(place, hint.points))) for hint in hints)


def moved_patches(patches: tuple[Patch, ...], place: PointMap) -> tuple[Patch, ...]:
    """Patches at their new places."""
    return tuple(replace(patch, points=tuple(map(place, patch.points))) for patch in patches)


def moved_mask(mask: Mask | None, place: PointMap) -> Mask | None:
    """A mask with its strokes at their new places."""
    if mask is None:
        return None
    return replace(mask, strokes=tuple(replace(each, points=tuple(map(place, each.points))) for each in mask.strokes))


def moved_crop(crop: Crop | None, place: PointMap) -> Crop | None:
    """A crop around the same part of the picture."""
    if crop is None:
        return None
    (xa, ya), (xb, yb) = place((crop.x0, crop.y0)), place((crop.x1, crop.y1))
    return Crop(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
