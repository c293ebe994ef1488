"""From predicted chroma to what lies over a scan: palette, mask and fading, for any region of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.mask import rasterize_mask
from colorstudio.core.palette import PaletteMatch
from colorstudio.core.steering import Look, Palette
from colorstudio.core.upsample import BAND_ROWS, ChromaUpsampler, resize_plane
from colorstudio.pipeline.chroma import Chroma

FloatArray = NDArray[np.float32]

# Long side, in pixels, at which a mask is drawn.
_MASK_SIDE = 1280
# Pixels of the render size within which a mask that snaps looks for an edge of the luminance.
_SNAP_RADIUS = 6
# Half the width, in uncertainty, of the transition from colour to grey.
_FADE_SOFTNESS = 0.1


class Development:
    """Chroma and look of one picture, for the view and for every export alike.

    Args:
        chroma: predicted.
        look: mask, palette and guess_fade are used here, the adjustments by `core.compose`.
        former: another development; what has not changed since is taken from it.

    Attributes:
        upsampler: the chroma, with the palette's colours.
        weights: where it applies.
    """

    def __init__(self, chroma: Chroma, look: Look, former: Development | None = None) -> None:
        self._toner: _Toner = _Toner(chroma, look.palette, former._toner if former else None)
        self.upsampler: ChromaUpsampler = self._toner.upsampler
        self.weights: Weights = Weights(chroma, look, former.weights if former else None)
        if former is not None and self.weights.same_as(former.weights):
            self.weights = former.weights

    def region(
        self, lightness: FloatArray, x0: float, y0: float, x1: float, y1: float
    ) -> tuple[FloatArray, FloatArray | None]:
        """Chroma of a region, and the weight with which it is laid over the scan.

        Args:
            lightness: float32 (H, W), L* of the region at the wanted scale.
            x0, y0, x1, y1: the region as fractions 0..1 of the picture.

        Returns:
            float32 (H, W, 2), a* and b*; float32 (H, W), 0..1, or None: whole everywhere.
        """
        place = (x0, y0, x1, y1)
        return self.upsampler.region(lightness, *place), self.weights.region(lightness, *place)

    def rows(self, lightness: FloatArray, y0: int, y1: int, height: int) -> tuple[FloatArray, FloatArray | None]:
        """The same for rows y0 to y1 (exclusive) of the picture at its full height: bit for bit, however they are cut.

        Args:
            lightness: float32 (y1 - y0, W), L* of the rows.
            y0, y1: the rows.
            height: of the picture.
        """
        return self.upsampler.rows(lightness, y0, y1, height), self.weights.rows(lightness, y0, y1, height)


class _Toner:
    """The palette, applied; what of the work a change leaves as it is is kept."""

    upsampler: ChromaUpsampler

    def __init__(self, chroma: Chroma, palette: Palette | None, former: _Toner | None) -> None:
        self._ab, self._palette = chroma.ab, palette
        self._match: PaletteMatch | None = None
        self._whole: ChromaUpsampler | None = None
        if palette is None:
            self.upsampler = chroma.upsampler
            return
        if former is not None and former._ab is chroma.ab:
            self._take(former, palette)
        if self._match is None:
            self._match = PaletteMatch(chroma.lightness, chroma.ab, palette.cells)
        if self._whole is None:
            self._whole = chroma.upsampler.with_planes(self._match.applied(1.0, palette.by_place))
        if former is None or self._whole is not former._whole or former._palette != palette:
            # The transfer is linear in its amount, and so is the upsampling: a slider blends coefficients only.
            self.upsampler = chroma.upsampler.blended(self._whole, palette.amount)

    def _take(self, former: _Toner, palette: Palette) -> None:
        """Take from the toner of the same chroma what has not changed."""
        known = former._palette
        if known is None or known.cells != palette.cells:
            return
        self._match = former._match
        if known.by_place == palette.by_place:
            self._whole, self.upsampler = former._whole, former.upsampler


class Weights:
    """Where the colour applies: the mask, and what fades because it is a guess."""

    def __init__(self, chroma: Chroma, look: Look, former: Weights | None = None) -> None:
        self._lightness = chroma.lightness
        self._uncertainty = None if chroma.guess is None else chroma.guess.uncertainty
        self._mask, self._threshold = look.mask, look.guess_fade
        known = former if former is not None and former._lightness is self._lightness else None
        self._drawn: _Weight | None = known._drawn if known is not None else None
        self._faded: _Weight | None = known._faded if known is not None else None
        self._edges: ChromaUpsampler | None = known._edges if known is not None else None
        if known is None or known._mask != self._mask:
            self._drawn = self._mask_weight()
        if known is None or known._uncertainty is not self._uncertainty or known._threshold != self._threshold:
            self._faded = _fade_weight(chroma, self._threshold)

    def same_as(self, other: Weights) -> bool:
        """Whether both give the same everywhere."""
        return self._drawn is other._drawn and self._faded is other._faded

    def region(self, lightness: FloatArray, x0: float, y0: float, x1: float, y1: float) -> FloatArray | None:
        """The weight of a region: float32 (H, W), 0..1; None: 1 everywhere."""
        return _product([weight.region(lightness, x0, y0, x1, y1) for weight in self._parts])

    def rows(self, lightness: FloatArray, y0: int, y1: int, height: int) -> FloatArray | None:
        """Likewise of rows of the whole picture, see `Development.rows`."""
        return _product([weight.rows(lightness, y0, y1, height) for weight in self._parts])

    def _mask_weight(self) -> _Weight | None:
        if self._mask is None:
            return None
        height, width = self._lightness.shape
        if not self._mask.snap:
            scale = _MASK_SIDE / max(width, height)
            return _Drawn(rasterize_mask(self._mask, max(1, round(width * scale)), max(1, round(height * scale))))
        weight = rasterize_mask(self._mask, width, height)[..., None]
        if self._edges is None:
            self._edges = ChromaUpsampler(self._lightness, weight, _SNAP_RADIUS)
            return _Snapped(self._edges)
        return _Snapped(self._edges.with_planes(weight))

    @property
    def _parts(self) -> list[_Weight]:
        return [weight for weight in (self._drawn, self._faded) if weight is not None]


class _Snapped:
    """A weight whose edges follow the luminance."""

    def __init__(self, upsampler: ChromaUpsampler) -> None:
        self._upsampler = upsampler

    def region(self, lightness: FloatArray, x0: float, y0: float, x1: float, y1: float) -> FloatArray:
        return np.clip(self._upsampler.region(lightness, x0, y0, x1, y1)[..., 0], 0.0, 1.0)

    def rows(self, lightness: FloatArray, y0: int, y1: int, height: int) -> FloatArray:
        return np.clip(self._upsampler.rows(lightness, y0, y1, height)[..., 0], 0.0, 1.0)


class _Drawn:
    """A weight that lies where it was drawn."""

    def __init__(self, plane: FloatArray) -> None:
        self._plane = plane

    def region(self, lightness: FloatArray, x0: float, y0: float, x1: float, y1: float) -> FloatArray:
        height, width = self._plane.shape
        box = (x0 * width, y0 * height, x1 * width, y1 * height)
        return resize_plane(self._plane, lightness.shape[1], lightness.shape[0], box)

    def rows(self, lightness: FloatArray, y0: int, y1: int, height: int) -> FloatArray:
        bands = []
        for top in range(y0 - y0 % BAND_ROWS, y1, BAND_ROWS):
            bottom = min(top + BAND_ROWS, height)
            band = self.region(
                np.empty((bottom - top, lightness.shape[1]), np.float32), 0.0, top / height, 1.0, bottom / height
            )
            bands.append(band[max(top, y0) - top : min(bottom, y1) - top])
        return np.concatenate(bands)


_Weight = _Snapped | _Drawn


def _fade_weight(chroma: Chroma, threshold: float | None) -> _Weight | None:
    if threshold is None or chroma.guess is None:
        return None
    excess = chroma.guess.uncertainty - np.float32(threshold - _FADE_SOFTNESS)
    x = np.clip(excess / np.float32(2 * _FADE_SOFTNESS), 0.0, 1.0)
    return _Snapped(chroma.upsampler.with_planes((1 - x * x * (3 - 2 * x))[..., None]))


def _product(parts: list[FloatArray]) -> FloatArray | None:
    if not parts:
        return None
    product = parts[0]
    for part in parts[1:]:
        product = product * part
    return product
