"""The colours of a reference photograph: measured as statistics, and given to another picture.

Mean and spread of a* and b* are matched (Reinhard, Ashikhmin, Gooch, Shirley, "Color Transfer
between Images", 2001), not once for the picture but by lightness and by height in it, so that a
sky lends its colour to a sky and a meadow to a meadow.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.steering import Palette, PaletteCell

FloatArray = NDArray[np.float32]

_LIGHTNESSES = tuple(100.0 * (i + 0.5) / 6 for i in range(6))
_HEIGHTS = tuple((i + 0.5) / 3 for i in range(3))
# How far a cell reaches: L*, and height as a share of the picture.
_LIGHTNESS_REACH, _HEIGHT_REACH = 14.0, 0.2
# A cell also speaks for places without any evidence of their own, that much more quietly and further.
_WHISPER, _FURTHER = 1e-3, 4.0
# a*, b* that every spread is taken to have: in a flat picture noise must not be blown up.
_LEAST_SPREAD = 2.0
_MOST_RATIO = 2.0
_LARGEST_CHROMA = 128.0
# Nodes over L* 0..100 at which the match is computed; between them it is interpolated.
_NODES = 33


def measure_palette(lightness: FloatArray, ab: FloatArray, name: str) -> Palette:
    """Take the statistics of a reference photograph.

    Args:
        lightness: float32 (H, W), its L*; a few hundred pixels a side are enough.
        ab: float32 (H, W, 2), its a*, b*.
        name: of its file.
    """
    return Palette(name, _cells(lightness, ab, [(level, y) for level in _LIGHTNESSES for y in _HEIGHTS]))


def transfer_palette(lightness: FloatArray, ab: FloatArray, palette: Palette) -> FloatArray:
    """Move a picture's chroma to the statistics of a palette.

    Where the reference has nothing of a lightness, the nearest that it has speaks for it; the spread is
    changed by a factor of two at most. A picture with its own palette stays as it is.

    Args:
        lightness: float32 (h, w), L* at the render size.
        ab: float32 (h, w, 2), predicted a*, b*.
        palette: of the reference.

    Returns:
        float32 (h, w, 2), a new array.
    """
    return PaletteMatch(lightness, ab, palette.cells).applied(palette.amount, palette.by_place)


class PaletteMatch:
    """One picture and one palette, to be matched with several amounts.

    Args:
        lightness, ab: of the picture, see `transfer_palette`.
        cells: of the palette.
    """

    def __init__(self, lightness: FloatArray, ab: FloatArray, cells: tuple[PaletteCell, ...]) -> None:
        self.cells = cells
        self._lightness, self._ab = lightness, ab
        self._own = _cells(lightness, ab, [(cell.lightness, cell.height) for cell in cells])

    def applied(self, amount: float, by_place: float) -> FloatArray:
        """The picture's chroma, float32 (h, w, 2), moved by `amount`, matched more or less by place."""
        if amount == 0.0:
            return self._ab.copy()
        rows = (np.arange(self._lightness.shape[0]) + 0.5) / self._lightness.shape[0]
        mean, spread = _statistics(self._own, rows, by_place)
        wanted_mean, wanted_spread = _statistics(self.cells, rows, by_place)
        ratio = np.clip((wanted_spread + _LEAST_SPREAD) / (spread + _LEAST_SPREAD), 1.0 / _MOST_RATIO, _MOST_RATIO)
        # ab + amount (wanted + (ab - mean) ratio - ab), as one factor and one offset for every row and lightness
        factor = 1.0 + amount * (ratio - 1.0)
        offset = amount * (wanted_mean - mean * ratio)
        looked_up = _looked_up(np.concatenate([factor, offset], axis=-1), self._lightness)
        return self._ab * looked_up[..., :2] + looked_up[..., 2:]


def _hats(values: NDArray[np.floating], centres: Sequence[float]) -> NDArray[np.float64]:
    """Shares (..., n) of rising `centres` in values, linear between two of them; they add up to 1."""
    unit = np.eye(len(centres))
    return np.stack([np.interp(values, centres, row) for row in unit], axis=-1)


def _cells(lightness: FloatArray, ab: FloatArray, places: Sequence[tuple[float, float]]) -> tuple[PaletteCell, ...]:
    """Statistics of a picture at cells with the given middles (L*, height)."""
    levels, heights = sorted({level for level, _ in places}), sorted({height for _, height in places})
    rows = (np.arange(lightness.shape[0]) + 0.5) / lightness.shape[0]
    by_height = _hats(rows, heights)
    by_level = _hats(lightness, levels)
    squares = np.concatenate([np.ones_like(ab[..., :1]), ab, ab * ab], axis=-1)
    sums = np.einsum("yh,yxl,yxc->hlc", by_height, by_level, squares, optimize=True)
    total = sums[..., 0].sum()
    cells = []
    for level, height in places:
        weight, *moments = sums[heights.index(height), levels.index(level)]
        a, b, a2, b2 = np.array(moments) / max(weight, 1e-9)
        spreads = np.sqrt(np.maximum((a2 - a * a, b2 - b * b), 0.0))
        cells.append(_cell(level, height, (a, b), spreads, weight / total))
    return tuple(cells)


def _cell(
    level: float, height: float, mean: tuple[float, float], spread: NDArray[np.float64], weight: float
) -> PaletteCell:
    """A cell with values within what a palette may hold, and no more decimals than they deserve."""
    a, b = (round(min(max(float(value), -_LARGEST_CHROMA), _LARGEST_CHROMA), 3) for value in mean)
    a_spread, b_spread = (round(min(float(value), _LARGEST_CHROMA), 3) for value in spread)
    return PaletteCell(level, height, a, b, a_spread, b_spread, round(min(float(weight), 1.0), 6))


def _statistics(
    cells: Sequence[PaletteCell], rows: NDArray[np.float64], by_place: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean and spread (rows, nodes, 2) of a* and b*, smoothly interpolated between the cells."""
    nodes = np.linspace(0.0, 100.0, _NODES)
    table = np.array([(c.lightness, c.height, c.weight, c.a, c.b, c.a_spread, c.b_spread) for c in cells])
    depth = ((nodes[:, None] - table[:, 0]) / _LIGHTNESS_REACH) ** 2
    place = by_place * ((rows[:, None] - table[:, 1]) / _HEIGHT_REACH) ** 2
    share = _bells(place, depth, 1.0) + _WHISPER * _bells(place, depth, _FURTHER)
    share *= table[:, 2] + 1e-9
    share /= share.sum(axis=-1, keepdims=True)
    mean = share @ table[:, 3:5]
    # Within a mixture of cells the second moments add up, not the spreads.
    square = share @ (table[:, 5:7] ** 2 + table[:, 3:5] ** 2)
    return mean, np.sqrt(np.maximum(square - mean**2, 0.0))


def _bells(place: NDArray[np.float64], depth: NDArray[np.float64], width: float) -> NDArray[np.float64]:
    """Gaussians (rows, nodes, cells) of squared distances in place and depth; the product saves most of the powers."""
    return np.exp(-0.5 / width**2 * place)[:, None, :] * np.exp(-0.5 / width**2 * depth)[None, :, :]


def _looked_up(table: NDArray[np.float64], lightness: FloatArray) -> FloatArray:
    """Values (rows, nodes, n) at every pixel's row and lightness: float32 (h, w, n)."""
    position = np.clip(lightness, 0.0, 100.0) * np.float32((_NODES - 1) / 100.0)
    below = np.minimum(position.astype(np.intp), _NODES - 2)
    blend = (position - below.astype(np.float32))[..., None]
    first = below + np.arange(len(lightness))[:, None] * _NODES
    narrow = table.astype(np.float32)
    steps = np.diff(narrow, axis=1, append=narrow[:, -1:])
    values: FloatArray = steps.reshape(-1, table.shape[-1]).take(first, axis=0)
    values *= blend
    values += narrow.reshape(-1, table.shape[-1]).take(first, axis=0)
    return values
