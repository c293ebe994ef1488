"""From predicted chroma to what lies over a scan: palette, mask and fading, for any region of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.mask import rasterize_mask
from colorstudio.core.palette import transfer_palette
from colorstudio.core.steering import Look, Mask
from colorstudio.core.upsample import BAND_ROWS, ChromaUpsampler, resize_plane
from colorstudio.pipeline.colorize import Chroma

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
    """

    def __init__(self, chroma: Chroma, look: Look) -> None:
        ab = chroma.ab
        self._upsampler = chroma.upsampler
        if look.palette is not None:
            ab = transfer_palette(chroma.lightness, ab, look.palette)
            self._upsampler = ChromaUpsampler(chroma.lightness, ab)
        self._weights = [*_mask_weights(chroma, look.mask), *_fade_weights(chroma, look.guess_fade)]

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
        parts = [weight.region(lightness, x0, y0, x1, y1) for weight in self._weights]
        return self._upsampler.region(lightness, x0, y0, x1, y1), _product(parts)

    def rows(self, lightness: FloatArray, y0: int, y1: int, height: int) -> tuple[FloatArray, FloatArray | None]:
        """The same for rows y0 to y1 (exclusive) of the picture at its full height: bit for bit, however they are cut.

        Args:
            lightness: float32 (y1 - y0, W), L* of the rows.
            y0, y1: the rows.
            height: of the picture.
        """
        parts = [weight.rows(lightness, y0, y1, height) for weight in self._weights]
        return self._upsampler.rows(lightness, y0, y1, height), _product(parts)


class _Snapped:
    """A weight whose edges follow the luminance."""

    def __init__(self, guide: FloatArray, weight: FloatArray, radius: int) -> None:
        self._upsampler = ChromaUpsampler(guide, weight[..., None], radius)

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


def _mask_weights(chroma: Chroma, mask: Mask | None) -> list[_Weight]:
    if mask is None:
        return []
    height, width = chroma.lightness.shape
    if mask.snap:
        return [_Snapped(chroma.lightness, rasterize_mask(mask, width, height), _SNAP_RADIUS)]
    scale = _MASK_SIDE / max(width, height)
    return [_Drawn(rasterize_mask(mask, max(1, round(width * scale)), max(1, round(height * scale))))]


def _fade_weights(chroma: Chroma, threshold: float | None) -> list[_Weight]:
    if threshold is None or chroma.guess is None:
        return []
    x = (chroma.guess.uncertainty - np.float32(threshold - _FADE_SOFTNESS)) / np.float32(2 * _FADE_SOFTNESS)
    x = np.clip(x, 0.0, 1.0)
    return [_Snapped(chroma.lightness, 1 - x * x * (3 - 2 * x), 2)]


def _product(parts: list[FloatArray]) -> FloatArray | None:
    if not parts:
        return None
    product = parts[0]
    for part in parts[1:]:
        product = product * part
    return product
