"""Where hints are on the screen, and what a hand does to them: pure functions.

Places on the screen and lengths there are device pixels of the canvas; places of a hint are fractions of
the picture. A hint is taken hold of at its mark, a ring that always has the same size on the screen,
however small the hint is in the picture; a stroke also along its line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import QPointF

from colorstudio.core.steering import Hint, Point
from colorstudio.core.strokes import rounded, simplified
from colorstudio.ui.canvas.tool import PictureFrame

RING = 8.0
"""Radius of a mark, in logical pixels."""
_REACH = 5.0
"""How far beside a mark, in logical pixels, it can still be taken hold of."""
_HANDLE_GAP = 14.0
"""Logical pixels between the hint's edge and the handle that resizes it."""
_HANDLE_REACH = 8.0
_STROKE_TOLERANCE = 1.5
"""How far, in logical pixels, a stroke may pass beside where it was drawn."""

SMALLEST_RADIUS, LARGEST_RADIUS = 0.003, 0.25
RESIZE_STEP = 1.15


class Part(Enum):
    """What of a hint is under the pointer."""

    MARK = auto()
    HANDLE = auto()


@dataclass(frozen=True)
class Hit:
    """A hint under the pointer: its index, and which part of it."""

    index: int
    part: Part


def anchor(hint: Hint) -> Point:
    """Where the mark of a hint is: on the point, or half-way along the stroke."""
    if len(hint.points) == 1:
        return hint.points[0]
    lengths = [math.dist(a, b) for a, b in pairwise(hint.points)]
    left = sum(lengths) / 2
    for start, end, length in zip(hint.points, hint.points[1:], lengths, strict=False):
        if left <= length:
            share = left / length if length else 0.0
            return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        left -= length
    return hint.points[-1]


def mark_place(hint: Hint, frame: PictureFrame) -> QPointF:
    """The middle of the mark."""
    return frame.to_view(*anchor(hint))


def handle_place(hint: Hint, frame: PictureFrame) -> QPointF:
    """The middle of the handle: right of the hint, or left of it where it would be out of sight."""
    middle = mark_place(hint, frame)
    distance = hint.radius * frame.short_side + _HANDLE_GAP * frame.unit
    is_hidden = middle.x() + distance > frame.visible.right() - _HANDLE_REACH * frame.unit
    return middle + QPointF(-distance if is_hidden else distance, 0)


def hit(hints: Sequence[Hint], selected: int, place: QPointF, frame: PictureFrame) -> Hit | None:
    """What is under the pointer: the handle of the selected hint, else the nearest mark or stroke.

    Args:
        hints: all of them.
        selected: index of the one that shows a handle; -1: none.
        place: of the pointer.
        frame: of the picture.
    """
    if 0 <= selected < len(hints):
        distance = _length(handle_place(hints[selected], frame) - place)
        if distance <= _HANDLE_REACH * frame.unit and distance < _length(mark_place(hints[selected], frame) - place):
            return Hit(selected, Part.HANDLE)
    reached = [(beyond, -index) for index, hint in enumerate(hints) if (beyond := _beyond(hint, place, frame)) <= 0]
    return Hit(-min(reached)[1], Part.MARK) if reached else None


def radius_at(hint: Hint, place: QPointF, frame: PictureFrame) -> float:
    """The radius that brings the handle to a place."""
    distance = _length(place - mark_place(hint, frame)) - _HANDLE_GAP * frame.unit
    return _radius(distance / frame.short_side)


def resized(hint: Hint, factor: float) -> Hint:
    """A hint with its radius multiplied, within what is useful."""
    return replace(hint, radius=_radius(hint.radius * factor))


def moved(hint: Hint, dx: float, dy: float) -> Hint:
    """A hint moved by fractions of the picture, as far as its edges allow."""
    xs, ys = [x for x, _ in hint.points], [y for _, y in hint.points]
    dx, dy = max(-min(xs), min(1 - max(xs), dx)), max(-min(ys), min(1 - max(ys), dy))
    return replace(hint, points=tuple(_point(x + dx, y + dy) for x, y in hint.points))


def point_of(point: QPointF) -> Point:
    """A place as a hint keeps it: within the picture."""
    return _point(point.x(), point.y())


def stroke_of(points: Sequence[QPointF], frame: PictureFrame) -> tuple[Point, ...]:
    """The corners of a stroke that a hand drew, in fractions: few, and within the picture."""
    places = [frame.to_view(each.x(), each.y()) for each in points]
    kept = simplified([(each.x(), each.y()) for each in places], _STROKE_TOLERANCE * frame.unit)
    return tuple(point_of(points[index]) for index in kept)


def _point(x: float, y: float) -> Point:
    x, y = rounded((x, y))
    return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))


def _radius(radius: float) -> float:
    return round(min(LARGEST_RADIUS, max(SMALLEST_RADIUS, radius)), 5)


def _beyond(hint: Hint, place: QPointF, frame: PictureFrame) -> float:
    """How far the pointer is beyond the reach of a hint; negative within it, the more the nearer its middle."""
    beyond_mark = _length(mark_place(hint, frame) - place) - (RING + _REACH) * frame.unit
    if len(hint.points) == 1:
        return beyond_mark
    half = max(hint.radius * frame.short_side, _REACH * frame.unit)
    corners = [frame.to_view(*point) for point in hint.points]
    line = min(_distance(place, start, end) for start, end in pairwise(corners))
    return min(beyond_mark, line - half)


def _distance(place: QPointF, start: QPointF, end: QPointF) -> float:
    along, offset = end - start, place - start
    length2 = QPointF.dotProduct(along, along)
    share = min(1.0, max(0.0, QPointF.dotProduct(offset, along) / length2)) if length2 else 0.0
    return _length(offset - along * share)


def _length(vector: QPointF) -> float:
    return math.hypot(vector.x(), vector.y())
