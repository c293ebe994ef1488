"""The mask as a picture: strokes and gradients drawn at any size."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.steering import Mask, MaskStroke
from colorstudio.core.upsample import resize_plane

FloatArray = NDArray[np.float32]
_Pen = tuple[float, float, float]
"""Place and radius, in pixels."""

# A stroke's distances are measured on a grid so fine against its radius, and interpolated.
_STEPS_PER_RADIUS = 12
# Pixels squared; what is shorter has no direction that float32 could tell.
_NO_LENGTH = 1e-6
# The brush that is being drawn changes its last stroke only: what lies under it is kept.
_KEPT_LAYERS = 6


def rasterize_mask(mask: Mask, width: int, height: int) -> FloatArray:
    """Draw a mask; the same at every size but for the size of a pixel.

    Args:
        mask: in fractions of the upright picture.
        width, height: of the result; with the sides of the picture in proportion, circles are round.

    Returns:
        float32 (height, width), 0..1: the weight of the colour.
    """
    return _layers.paint(mask, width, height).copy()


class _Layers:
    """Masks as they were last drawn: one more stroke is drawn on what is known, not on an empty picture."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._growing = _Growing()
        self._known: OrderedDict[tuple[object, ...], FloatArray] = OrderedDict()

    def paint(self, mask: Mask, width: int, height: int) -> FloatArray:
        """The whole mask; not to be written to."""
        with self._lock:
            done, plane = self._longest_known(mask, width, height)
            for count in range(done + 1, len(mask.strokes) + 1):
                plane = _stroked(plane, mask.strokes[count - 1], self._growing)
                if count >= len(mask.strokes) - 1:
                    self._keep((mask.base, mask.strokes[:count], width, height), plane)
            return plane

    def _longest_known(self, mask: Mask, width: int, height: int) -> tuple[int, FloatArray]:
        for count in range(len(mask.strokes), max(0, len(mask.strokes) - _KEPT_LAYERS), -1):
            if (key := (mask.base, mask.strokes[:count], width, height)) in self._known:
                self._known.move_to_end(key)
                return count, self._known[key]
        return 0, np.full((height, width), mask.base, np.float32)

    def _keep(self, key: tuple[object, ...], plane: FloatArray) -> None:
        self._known[key] = plane
        while len(self._known) > _KEPT_LAYERS:
            self._known.popitem(last=False)


class _Growing:
    """The distances from the stroke that is being drawn, but for its last point, which moves with the hand.

    They are measured on a grid over the whole picture and joined by their minimum, so that they are the same,
    bit for bit, whether a stroke is drawn at once or piece by piece.
    """

    def __init__(self) -> None:
        self._pens: list[_Pen] = []
        self._distance: FloatArray = np.empty((0, 0), np.float32)

    def distance(self, pens: list[_Pen], xs: FloatArray, ys: FloatArray) -> FloatArray:
        """Distance of the grid's points from a stroke, in radii of the pen there; beyond 1 it may be any larger value.

        Args:
            pens: the stroke.
            xs, ys: of the grid, in the pens' unit, rising.
        """
        done = len(self._pens)
        if self._distance.shape != (len(ys), len(xs)) or self._pens != pens[:done] or done == len(pens):
            done, self._distance = 0, np.full((len(ys), len(xs)), 2.0, np.float32)
        starts = pens[:1] + pens[:-1]
        for start, end in zip(starts[done:-1], pens[done:-1], strict=True):
            _join(self._distance, start, end, xs, ys)
        self._pens = pens[:-1]
        distance = self._distance.copy()
        _join(distance, starts[-1], pens[-1], xs, ys)
        return distance


_layers = _Layers()


def _stroked(below: FloatArray, stroke: MaskStroke, growing: _Growing) -> FloatArray:
    """A mask with one more stroke, as a new array."""
    height, width = below.shape
    plane = below.copy()
    if stroke.kind == "gradient":
        _mix(plane, _gradient(stroke, width, height), stroke.amount)
    else:
        x0, y0, x1, y1 = _reach(stroke, width, height)
        if x0 < x1 and y0 < y1:
            _mix(plane[y0:y1, x0:x1], _brush(stroke, width, height, (x0, y0, x1, y1), growing), stroke.amount)
    return plane


def _mix(plane: FloatArray, cover: FloatArray, amount: float) -> None:
    """Move `plane` towards `amount` where the stroke covers it, in place."""
    change = np.float32(amount) - plane
    change *= cover
    plane += change


def _smooth(x: FloatArray) -> FloatArray:
    """0 below 0, 1 above 1, without a corner between; `x` is written to: new arrays of this size cost the most."""
    np.clip(x, np.float32(0.0), np.float32(1.0), out=x)
    falling = x * np.float32(-2.0)
    falling += np.float32(3.0)
    x *= x
    x *= falling
    return x


def _gradient(stroke: MaskStroke, width: int, height: int) -> FloatArray:
    """1 at the first point and behind it, 0 at the last and beyond; nothing if they are one."""
    (xa, ya), (xb, yb) = ((x * width, y * height) for x, y in (stroke.points[0], stroke.points[-1]))
    length2 = (xb - xa) ** 2 + (yb - ya) ** 2
    if length2 < _NO_LENGTH:
        return np.zeros((height, width), np.float32)
    x = ((np.arange(width) + 0.5 - xa) * ((xb - xa) / length2)).astype(np.float32)
    y = ((np.arange(height) + 0.5 - ya) * ((yb - ya) / length2)).astype(np.float32)
    return _smooth(1.0 - (x[None, :] + y[:, None]))


def _reach(stroke: MaskStroke, width: int, height: int) -> tuple[int, int, int, int]:
    """The pixels that a brush can touch: x0, y0, x1, y1."""
    margin = stroke.radius * min(width, height) + 1.0
    xs, ys = [x * width for x, _ in stroke.points], [y * height for _, y in stroke.points]
    return (
        max(0, math.floor(min(xs) - margin)),
        max(0, math.floor(min(ys) - margin)),
        min(width, math.ceil(max(xs) + margin)),
        min(height, math.ceil(max(ys) + margin)),
    )


def _brush(
    stroke: MaskStroke, width: int, height: int, reach: tuple[int, int, int, int], growing: _Growing
) -> FloatArray:
    """How much a brush covers the pixels of `reach`: 1 along the stroke, falling to 0 at its radius."""
    x0, y0, x1, y1 = reach
    radius = stroke.radius * min(width, height)
    step = max(1.0, radius / _STEPS_PER_RADIUS)
    columns, rows = math.ceil(width / step), math.ceil(height / step)
    across, down = width / columns, height / rows
    widths = stroke.widths or (1.0,) * len(stroke.points)
    pens = [(x * width, y * height, radius * share) for (x, y), share in zip(stroke.points, widths, strict=True)]
    distance = growing.distance(pens, _grid(columns, across), _grid(rows, down))
    if (columns, rows) == (width, height):
        distance = distance[y0:y1, x0:x1]
    else:
        distance = resize_plane(distance, x1 - x0, y1 - y0, (x0 / across, y0 / down, x1 / across, y1 / down))
    # Even a hard edge is as soft as a pixel, half of it beyond the radius, or it would show steps.
    pixel = min(1.0, 1.0 / radius)
    inside = np.subtract(np.float32(1.0 + 0.5 * max(0.0, pixel - stroke.feather)), distance)
    inside *= np.float32(1.0 / max(stroke.feather, pixel))
    return _smooth(inside)


def _grid(count: int, step: float) -> FloatArray:
    return (np.arange(count, dtype=np.float32) + np.float32(0.5)) * np.float32(step)


def _join(distance: FloatArray, start: _Pen, end: _Pen, xs: FloatArray, ys: FloatArray) -> None:
    """Bring a straight piece of a stroke into the distances, in place."""
    reach = 2 * max(start[2], end[2])
    left, right = np.searchsorted(xs, (min(start[0], end[0]) - reach, max(start[0], end[0]) + reach))
    top, bottom = np.searchsorted(ys, (min(start[1], end[1]) - reach, max(start[1], end[1]) + reach))
    part = distance[top:bottom, left:right]
    if part.size and reach > 0:
        np.minimum(part, _piece(start, end, xs[None, left:right], ys[top:bottom, None]), out=part)


def _piece(start: _Pen, end: _Pen, x: FloatArray, y: FloatArray) -> FloatArray:
    """Distance from a straight piece whose pen changes evenly from start to end (x, y, radius), in its radii."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length2 = along_x**2 + along_y**2
    dx, dy = x - np.float32(start[0]), y - np.float32(start[1])
    if length2 < _NO_LENGTH:
        return np.asarray(np.hypot(dx, dy) / np.float32(max(start[2], end[2])))
    share = np.clip(dx * np.float32(along_x / length2) + dy * np.float32(along_y / length2), 0.0, 1.0)
    pen = np.float32(start[2]) + share * np.float32(end[2] - start[2])
    off = np.hypot(dx - share * np.float32(along_x), dy - share * np.float32(along_y))
    return np.asarray(off / np.maximum(pen, np.float32(1e-3)))
