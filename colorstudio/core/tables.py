"""Quick pictures through tables that are made from the one composition.

While a slider moves, lightness and chroma of what is on screen stay as they are; only what is done to
them changes. So the few ten thousand colours that a picture has at a screen's precision are found
once, and for every step of the slider `compose` makes a table of them, which is then looked up.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.adjust import Adjustments
from colorstudio.core.compose import compose

FloatArray = NDArray[np.float32]
Index = NDArray[np.intp]
Numbering = tuple[list[NDArray[Any]], Index]

_GREY_LEVELS = 1 << 16
_LIGHTNESS_LEVELS, _CHROMA_LEVELS = 256, 128
# Chroma is told apart in steps of one unit, or as many as its range needs.
_FINEST_CHROMA_STEP, _FINEST_TONE_STEP = 1.0, 1.0
_MOST_WEIGHT_STEPS = 32
# More colours than this are noise or a gradient all over the picture, for which coarser steps do.
_MOST_COLOURS = 1 << 17
_COARSENESS = (1, 2, 4)
# Up to so many codes, a table with a place for every one of them is quicker than sorting.
_MOST_PLACES = 1 << 23


@cache
def _grey_table() -> NDArray[np.uint8]:
    lightness = np.linspace(0.0, 100.0, _GREY_LEVELS, dtype=np.float32)[None]
    return compose(lightness, np.zeros((1, _GREY_LEVELS, 2), np.float32), Adjustments(), 8)[0, :, 0].astype(np.uint8)


def grey_picture(lightness: FloatArray) -> NDArray[np.uint8]:
    """A scan without its tone: uint8 (H, W, 3) of L* (H, W); its memory holds one byte a pixel."""
    scaled = np.clip(lightness, 0.0, 100.0) * np.float32((_GREY_LEVELS - 1) / 100.0) + np.float32(0.5)
    grey = _grey_table().take(scaled.astype(np.intp))
    return np.broadcast_to(grey[..., None], (*grey.shape, 3))


class IndexedPicture:
    """Lightness and chroma of a picture as numbered colours, to be composed again and again.

    Args:
        lightness, ab, weight, tone: as for `compose`; they are rounded to 0.4 L*, one a*, b* and a 32nd,
            coarser where there are very many colours.
        former: another picture of the same lightness and ab; what was found of them is taken from it.
    """

    def __init__(
        self,
        lightness: FloatArray,
        ab: FloatArray,
        weight: FloatArray | None = None,
        tone: FloatArray | None = None,
        former: IndexedPicture | None = None,
    ) -> None:
        self._numberings: dict[int, Numbering] = former._numberings if former is not None else {}
        for coarseness in _COARSENESS:
            if coarseness not in self._numberings:
                self._numberings[coarseness] = _numbered(lightness, ab, coarseness)
            divided = _divided(self._numberings[coarseness], _further(weight, tone, coarseness), coarseness)
            if divided is not None:
                break
        assert divided is not None
        columns, self._index = divided
        planes = [np.asarray(column, np.float32)[None] for column in columns]
        self._lightness, self._ab = planes[0], np.stack(planes[1:3], axis=-1)
        self._weight = None if weight is None else planes[3]
        self._tone = None if tone is None else np.stack(planes[-2:], axis=-1)

    @property
    def colours(self) -> int:
        """How many there are."""
        return self._lightness.size

    def compose(self, adjustments: Adjustments, shown: float | None = None) -> NDArray[np.uint8]:
        """The picture with adjustments.

        Args:
            adjustments, shown: as for `core.compose.compose`.

        Returns:
            uint8 (H, W, 3), sRGB; its memory holds blue, green, red and a filler for every pixel, as screens do.
        """
        colours = compose(self._lightness, self._ab, adjustments, 8, self._weight, self._tone, shown)
        words = np.full((self.colours, 4), 255, np.uint8)
        words[:, 2::-1] = colours[0]
        pixels = words.view(np.uint32)[:, 0].take(self._index)
        return pixels.view(np.uint8).reshape(*pixels.shape, 4)[..., 2::-1]


def _numbered(lightness: FloatArray, ab: FloatArray, coarseness: int) -> Numbering:
    """The colours of a picture, as columns L*, a*, b*, and every pixel's number."""
    top = _LIGHTNESS_LEVELS - 1
    step = coarseness * max(_FINEST_CHROMA_STEP, float(np.abs(ab).max(initial=0.0)) / (_CHROMA_LEVELS // 2 - 1))
    levels = np.rint(np.clip(lightness, 0.0, 100.0) * np.float32(top / 100.0))
    codes = _with_chroma(levels, ab, step)
    keys, index = _ranked(codes, _LIGHTNESS_LEVELS * _CHROMA_LEVELS**2)
    level, chroma = np.divmod(keys, _CHROMA_LEVELS**2)
    return [level * (100.0 / top), *_chroma_of(chroma, step)], index


def _further(
    weight: FloatArray | None, tone: FloatArray | None, coarseness: int
) -> list[tuple[Index, tuple[NDArray[Any], ...]]]:
    """What colours are told apart by beside L*, a*, b*: for every pixel a place in columns of values."""
    further: list[tuple[Index, tuple[NDArray[Any], ...]]] = []
    if weight is not None:
        steps = _MOST_WEIGHT_STEPS // coarseness
        places = (weight * np.float32(steps) + np.float32(0.5)).astype(np.intp)
        further.append((places, (np.linspace(0.0, 1.0, steps + 1),)))
    if tone is not None:
        codes = _with_chroma(np.zeros(tone.shape[:-1], np.float32), tone, coarseness * _FINEST_TONE_STEP)
        tones, places = _ranked(codes, _CHROMA_LEVELS**2)
        further.append((places, _chroma_of(tones, coarseness * _FINEST_TONE_STEP)))
    return further


def _divided(
    numbering: Numbering, further: list[tuple[Index, tuple[NDArray[Any], ...]]], coarseness: int
) -> Numbering | None:
    """A numbering with further columns; None: coarser steps would be better."""
    columns, index = numbering
    is_last = coarseness == _COARSENESS[-1]
    for places, values in further:
        count = len(values[0])
        if len(columns[0]) * count > _MOST_PLACES and not is_last:
            return None
        keys, index = _ranked(index * count + places, len(columns[0]) * count)
        parents, own = np.divmod(keys, count)
        columns = [*(column[parents] for column in columns), *(value[own] for value in values)]
    return (columns, index) if is_last or len(columns[0]) <= _MOST_COLOURS else None


def _with_chroma(levels: FloatArray, ab: FloatArray, step: float) -> Index:
    """Codes out of whole numbers and a*, b*; up to 2^24 float32 counts exactly, and is quicker than integers."""
    codes = levels.copy()
    for channel in (0, 1):
        places = np.rint(ab[..., channel] * np.float32(1.0 / step))
        np.clip(places, -_CHROMA_LEVELS // 2, _CHROMA_LEVELS // 2 - 1, out=places)
        codes *= np.float32(_CHROMA_LEVELS)
        codes += places
        codes += np.float32(_CHROMA_LEVELS // 2)
    return codes.astype(np.intp)


def _chroma_of(codes: Index, step: float) -> tuple[NDArray[Any], NDArray[Any]]:
    a, b = np.divmod(codes, _CHROMA_LEVELS)
    return (a - _CHROMA_LEVELS // 2) * step, (b - _CHROMA_LEVELS // 2) * step


def _ranked(codes: Index, places: int) -> tuple[Index, Index]:
    """The codes 0..places - 1 that occur, rising, and for every one of `codes` its rank among them."""
    if places > _MOST_PLACES:
        found, ranks = np.unique(codes, return_inverse=True)
        return found, ranks.reshape(codes.shape)
    occurs = np.zeros(places, np.bool_)
    occurs[codes.reshape(-1)] = True
    keys: Index = np.flatnonzero(occurs)
    rank = np.empty(places, np.int32)
    rank[keys] = np.arange(len(keys), dtype=np.int32)
    return keys, rank.take(codes).astype(np.intp)
