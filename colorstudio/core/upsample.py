"""Bring chroma from the render size to full size along the luminance's edges.

A guided filter (He, Sun, Tang, "Guided Image Filtering", 2013) in its fast form (He, Sun,
"Fast Guided Filter", 2015): at the render size, where L* and chroma are blurred alike, chroma
is modelled in every window as a linear function of L*; the smooth coefficients are then
interpolated to any region at any scale and applied to the scan's own, sharp L*. Nothing depends
on the picture's full size, so strips have no seams and memory does not grow.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

FloatArray = NDArray[np.float32]
Box = tuple[float, float, float, float]

# Window radius in pixels: as wide as the generator's own blur of edges.
_RADIUS = 2
# L* variance below which a window counts as flat: grain (3 to 4 L*) must not turn into coloured noise.
_FLATNESS = 16.0
# The linear model holds for the L* that its window has seen, plus this much (L*).
_HEADROOM = 2.0
_DEVIATIONS = 2.5


def resize_plane(plane: FloatArray, width: int, height: int, box: Box | None = None) -> FloatArray:
    """Resize one plane, area-averaging when it gets smaller, bilinear when it grows.

    Args:
        plane: float32 (H, W).
        width, height: of the result.
        box: x0, y0, x1, y1 in pixels of `plane`, fractions allowed; None: the whole plane.

    Returns:
        float32 (height, width).
    """
    image = Image.fromarray(np.ascontiguousarray(plane, np.float32))
    return np.asarray(image.resize((width, height), Image.Resampling.BILINEAR, box=box))


def box_mean(plane: NDArray[np.floating], radius: int) -> NDArray[np.float64]:
    """Mean over (2 radius + 1)^2 windows, which shrink at the borders."""
    mean = plane.astype(np.float64)
    for axis in (0, 1):
        size = mean.shape[axis]
        sums = np.concatenate([np.zeros_like(mean.take([0], axis)), mean.cumsum(axis)], axis)
        index = np.arange(size)
        first, last = np.maximum(index - radius, 0), np.minimum(index + radius + 1, size)
        counts = (last - first).reshape((-1, 1) if axis == 0 else (1, -1))
        mean = (sums.take(last, axis) - sums.take(first, axis)) / counts
    return mean


def _linear_model(
    guide: FloatArray, chroma: FloatArray, mean: NDArray[np.float64], variance: NDArray[np.float64]
) -> tuple[FloatArray, FloatArray]:
    """Slope and offset (h, w) of chroma over L* in every window, each averaged over the windows of a pixel."""
    mean_chroma = box_mean(chroma, _RADIUS)
    covariance = box_mean(guide.astype(np.float64) * chroma, _RADIUS) - mean * mean_chroma
    slope = covariance / (variance + _FLATNESS)
    offset = mean_chroma - slope * mean
    return box_mean(slope, _RADIUS).astype(np.float32), box_mean(offset, _RADIUS).astype(np.float32)


class ChromaUpsampler:
    """Chroma of one picture, for any region at any scale.

    Args:
        guide: float32 (h, w), the picture's L* at the render size.
        ab: float32 (h, w, 2), a*, b* predicted from it.
    """

    def __init__(self, guide: FloatArray, ab: FloatArray) -> None:
        self._height, self._width = guide.shape
        mean = box_mean(guide, _RADIUS)
        variance = np.maximum(box_mean(guide.astype(np.float64) ** 2, _RADIUS) - mean**2, 0.0)
        reach = _DEVIATIONS * np.sqrt(variance) + _HEADROOM
        self._lowest = (mean - reach).astype(np.float32)
        self._highest = (mean + reach).astype(np.float32)
        self._models = tuple(_linear_model(guide, ab[..., channel], mean, variance) for channel in (0, 1))

    def region(self, lightness: FloatArray, x0: float, y0: float, x1: float, y1: float) -> FloatArray:
        """Chroma of a region.

        Args:
            lightness: float32 (H, W), L* of the region at the wanted scale.
            x0, y0, x1, y1: the region as fractions 0..1 of the picture.

        Returns:
            float32 (H, W, 2), a* and b*.
        """
        height, width = lightness.shape
        box = (x0 * self._width, y0 * self._height, x1 * self._width, y1 * self._height)
        lowest, highest = (resize_plane(plane, width, height, box) for plane in (self._lowest, self._highest))
        seen = np.clip(lightness, lowest, highest)
        planes = [
            resize_plane(slope, width, height, box) * seen + resize_plane(offset, width, height, box)
            for slope, offset in self._models
        ]
        return np.stack(planes, axis=-1)
