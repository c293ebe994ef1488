"""Bring chroma from the render size to full size along the luminance's edges.

A guided filter (He, Sun, Tang, "Guided Image Filtering", 2013) in its fast form (He, Sun,
"Fast Guided Filter", 2015): at the render size, where L* and chroma are blurred alike, chroma
is modelled in every window as a linear function of L*; the smooth coefficients are then
interpolated to any region at any scale and applied to the scan's own, sharp L*. Nothing depends
on the picture's full size, so strips have no seams and memory does not grow.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import copy

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
# Regions are filled in bands that stay in the processor's cache.
_BAND_PIXELS = 1 << 16

BAND_ROWS = 32
"""Rows of the bands in which whole pictures are filled, see `ChromaUpsampler.rows`."""


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
        mean = _line_mean(mean, radius, axis)
    return mean


def _line_mean(plane: NDArray[np.float64], radius: int, axis: int) -> NDArray[np.float64]:
    """Mean along one axis: shifted copies are added, which for a few pixels is quicker than running sums."""
    size = plane.shape[axis]
    lines, sums = np.moveaxis(plane, axis, 0), plane.copy()
    total = np.moveaxis(sums, axis, 0)
    for shift in range(1, min(radius, size - 1) + 1):
        total[shift:] += lines[:-shift]
        total[:-shift] += lines[shift:]
    index = np.arange(size)
    counts = np.minimum(index + radius + 1, size) - np.maximum(index - radius, 0)
    sums /= counts.reshape((-1, 1) if axis == 0 else (1, -1))
    return sums


class ChromaUpsampler:
    """Chroma of one picture, or other planes that belong to it, for any region at any scale.

    Args:
        guide: float32 (h, w), the picture's L* at the render size.
        planes: float32 (h, w, n), a*, b* predicted from it.
        radius: of the windows, in pixels of the guide: how far an edge of the planes may lie from the
            luminance's to be drawn to it.
    """

    def __init__(self, guide: FloatArray, planes: FloatArray, radius: int = _RADIUS) -> None:
        self._height, self._width = guide.shape
        self._guide, self._radius = guide.astype(np.float64), radius
        self._mean = box_mean(guide, radius)
        self._variance = np.maximum(box_mean(self._guide**2, radius) - self._mean**2, 0.0)
        reach = _DEVIATIONS * np.sqrt(self._variance) + _HEADROOM
        self._bounds = ((self._mean - reach).astype(np.float32), (self._mean + reach).astype(np.float32))
        self._models = [self._model(plane) for plane in np.moveaxis(planes, -1, 0)]

    def _model(self, plane: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Slope and offset (h, w) of a plane over L*, each averaged over the windows that a pixel lies in."""
        mean_plane = box_mean(plane, self._radius)
        covariance = box_mean(self._guide * plane, self._radius) - self._mean * mean_plane
        slope = covariance / (self._variance + _FLATNESS)
        offset = mean_plane - slope * self._mean
        return box_mean(slope, self._radius).astype(np.float32), box_mean(offset, self._radius).astype(np.float32)

    def with_planes(self, planes: FloatArray) -> ChromaUpsampler:
        """An upsampler of other planes (h, w, n) of the same picture."""
        other = copy(self)
        with ThreadPoolExecutor(planes.shape[-1]) as pool:  # a slider waits for it
            other._models = list(pool.map(self._model, np.moveaxis(planes, -1, 0)))
        return other

    def blended(self, other: ChromaUpsampler, share: float) -> ChromaUpsampler:
        """An upsampler of (1 - share) these planes + share those of `other`, made from it by `with_planes`."""
        mixed = copy(self)
        own, wanted = np.float32(1.0 - share), np.float32(share)
        mixed._models = [
            (slope * own + other_slope * wanted, offset * own + other_offset * wanted)
            for (slope, offset), (other_slope, other_offset) in zip(self._models, other._models, strict=True)
        ]
        return mixed

    def region(self, lightness: FloatArray, x0: float, y0: float, x1: float, y1: float) -> FloatArray:
        """Chroma of a region.

        Args:
            lightness: float32 (H, W), L* of the region at the wanted scale.
            x0, y0, x1, y1: the region as fractions 0..1 of the picture.

        Returns:
            float32 (H, W, n), a* and b*; the memory holds one plane after the other.
        """
        height, width = lightness.shape
        planes = np.empty((len(self._models), height, width), np.float32)
        rows = max(1, _BAND_PIXELS // width)
        for top in range(0, height, rows):
            bottom = min(top + rows, height)
            band = y0 + (y1 - y0) * top / height, y0 + (y1 - y0) * bottom / height
            self._apply(planes[:, top:bottom], lightness[top:bottom], (x0, band[0], x1, band[1]), slice(None))
        return np.moveaxis(planes, 0, -1)

    def rows(self, lightness: FloatArray, y0: int, y1: int, height: int) -> FloatArray:
        """Chroma of rows y0 to y1 (exclusive) of the whole picture at a size: the same bits however rows are cut.

        The coefficients are interpolated in bands that lie where they lie whatever is asked for.

        Args:
            lightness: float32 (y1 - y0, W), L* of the rows.
            y0, y1: the rows.
            height: of the picture at that size.

        Returns:
            float32 (y1 - y0, W, n), as `region`.
        """
        planes = np.empty((len(self._models), *lightness.shape), np.float32)
        for top in range(y0 - y0 % BAND_ROWS, y1, BAND_ROWS):
            bottom = min(top + BAND_ROWS, height)
            first, last = max(top, y0), min(bottom, y1)
            part = slice(first - y0, last - y0)
            box = (0.0, top / height, 1.0, bottom / height)
            self._apply(planes[:, part], lightness[part], box, slice(first - top, last - top), bottom - top)
        return np.moveaxis(planes, 0, -1)

    def _apply(self, out: FloatArray, lightness: FloatArray, part: Box, rows: slice, height: int | None = None) -> None:
        """Fill `out` (n, H, W) with the models of a part, drawn `height` rows high, of which `rows` are wanted."""
        box = (part[0] * self._width, part[1] * self._height, part[2] * self._width, part[3] * self._height)
        size = lightness.shape[1], height or lightness.shape[0]
        lowest, highest = (resize_plane(plane, *size, box)[rows] for plane in self._bounds)
        seen = np.clip(lightness, lowest, highest)
        for plane, (slope, offset) in zip(out, self._models, strict=True):
            np.multiply(resize_plane(slope, *size, box)[rows], seen, out=plane)
            plane += resize_plane(offset, *size, box)[rows]
