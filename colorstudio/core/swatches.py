"""Plausible colours for a place: what a model's variations give there, as a few distinct ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
Colour = tuple[float, float]
"""a*, b*."""

# A place is a small disc, as a fraction of the picture's short side: one pixel alone is noise. Where the
# model has too few ideas for it, what it gives things as light as that farther away is plausible, too.
_REACHES = (0.02, 0.08, 0.32, 2.0)
_MOST_VALUES = 3000
# Of that disc only what is about as light as its middle is the same thing.
_SAME_LIGHTNESS = 8.0
# Two colours nearer than this, in a* and b*, look alike on a small swatch.
_DISTINCT = 5.0
_ROUNDS = 8


def mean_at(plane: FloatArray, x: float, y: float) -> NDArray[np.float32]:
    """The mean of the few pixels around a place.

    Args:
        plane: float32 (h, w) or (h, w, c).
        x, y: fractions 0..1 of the picture.

    Returns:
        float32 () or (c,).
    """
    rows, columns = _disc(plane.shape[0], plane.shape[1], x, y, 1.5)
    return np.asarray(plane[rows, columns].mean(axis=0), np.float32)


def plausible_colours(samples: FloatArray, lightness: FloatArray, x: float, y: float, count: int = 5) -> list[Colour]:
    """Up to `count` distinct colours that the samples have at a place, the commonest first.

    If they have fewer there, those of things as light as that farther and farther away follow.

    Args:
        samples: float32 (n, h, w, 2), a*, b* of n predictions.
        lightness: float32 (h', w'), the picture's L* at any size.
        x, y: fractions 0..1 of the picture.
        count: the most that are wanted.
    """
    found: list[FloatArray] = []
    for reach in _REACHES:
        values = _values_at(samples, lightness, x, y, reach)
        found += [centre for centre in _clusters(values, count) if _is_new(centre, found)]
        if len(found) >= count:
            break
    return [(float(a), float(b)) for a, b in found[:count]]


def _values_at(samples: FloatArray, lightness: FloatArray, x: float, y: float, reach: float) -> FloatArray:
    """The samples' a*, b* (k, 2) around the place, where it is as light as the place itself."""
    height, width = samples.shape[1:3]
    rows, columns = _disc(height, width, x, y, max(1.5, reach * min(height, width)))
    light_rows = (rows * lightness.shape[0]) // height
    light_columns = (columns * lightness.shape[1]) // width
    own = mean_at(lightness, x, y)
    alike = np.abs(lightness[light_rows, light_columns] - own) <= _SAME_LIGHTNESS
    if not alike.any():
        alike[:] = True
    values: FloatArray = samples[:, rows[alike], columns[alike]].reshape(-1, 2)
    return values[:: max(1, len(values) // _MOST_VALUES)]


def _clusters(values: FloatArray, count: int) -> list[FloatArray]:
    """The middles of at most `count` groups of values (Lloyd 1982), the largest first, none like another."""
    centres = _spread(values, count)
    for _ in range(_ROUNDS):
        nearest = _nearest(values, centres)
        centres = np.stack([values[nearest == index].mean(axis=0) for index in np.unique(nearest)])
    sizes = np.bincount(_nearest(values, centres), minlength=len(centres))
    distinct: list[FloatArray] = []
    for index in np.argsort(-sizes, kind="stable"):
        if _is_new(centres[index], distinct):
            distinct.append(centres[index])
    return distinct


def _disc(height: int, width: int, x: float, y: float, reach: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of the pixels at most `reach` away from a place's own, which is among them."""
    row, column = min(int(y * height), height - 1), min(int(x * width), width - 1)
    span = int(reach)
    rows, columns = np.mgrid[row - span : row + span + 1, column - span : column + span + 1]
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    inside &= (rows - row) ** 2 + (columns - column) ** 2 <= reach**2
    return rows[inside], columns[inside]


def _spread(values: FloatArray, count: int) -> FloatArray:
    """Starting points for the clusters: the middle, then always the value farthest from those there are."""
    centres = [values.mean(axis=0)]
    while len(centres) < count:
        distance = np.min([np.hypot(*(values - centre).T) for centre in centres], axis=0)
        if distance.max() < _DISTINCT:
            break
        centres.append(values[distance.argmax()])
    return np.stack(centres)


def _nearest(values: FloatArray, centres: FloatArray) -> NDArray[np.intp]:
    distance = np.hypot(*np.moveaxis(values[:, None] - centres[None], -1, 0))
    return np.asarray(distance.argmin(axis=1))


def _is_new(colour: FloatArray, others: list[FloatArray]) -> bool:
    """Whether a colour looks like none of the others."""
    return all(np.hypot(*(colour - other)) >= _DISTINCT for other in others)
