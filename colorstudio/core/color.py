"""Colour maths: sRGB, CIELAB and the lightness that every result shares with its scan.

All functions take and return float32 arrays; colour arrays end in a channel axis, (..., 3) or
(..., 2) for chroma alone. "Encoded" sRGB is uint8, uint16 or float 0..1 after the transfer
curve of IEC 61966-2-1. L* is 0..100; a*, b* are CIELAB (CIE 15:2004) under D65.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

# BT.709 primaries and the D65 white of IEC 61966-2-1, as CIE x, y.
_PRIMARIES = ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060))
_WHITE = (0.3127, 0.3290)

_DELTA = 6.0 / 29.0
_KNEE = 0.0031308
# A neutral picture must not leave the gamut through rounding: 1e-6 in linear light is 0.001 L* at most.
_GAMUT_TOLERANCE = 1e-6
_BISECTIONS = 12
# So many colours at a time stay in the processor's cache while they are bisected.
_CACHED = 1 << 13


def _xyz_of(x: float, y: float) -> NDArray[np.float64]:
    return np.array([x / y, 1.0, (1.0 - x - y) / y])


def _rgb_to_xyz_matrix() -> NDArray[np.float64]:
    columns = np.stack([_xyz_of(*primary) for primary in _PRIMARIES], axis=1)
    return columns * np.linalg.solve(columns, _xyz_of(*_WHITE))


WHITE_D65: NDArray[np.float64] = _xyz_of(*_WHITE)
RGB_TO_XYZ: NDArray[np.float64] = _rgb_to_xyz_matrix()
XYZ_TO_RGB: NDArray[np.float64] = np.asarray(np.linalg.inv(RGB_TO_XYZ), np.float64)
LUMINANCE_WEIGHTS: NDArray[np.float64] = RGB_TO_XYZ[1]


def srgb_to_linear(encoded: FloatArray) -> FloatArray:
    """Decode sRGB values 0..1 to linear light 0..1 (IEC 61966-2-1)."""
    x = np.asarray(encoded, np.float32)
    curve = np.power((np.maximum(x, 0.0) + np.float32(0.055)) / np.float32(1.055), np.float32(2.4))
    return np.where(x <= 0.04045, x / np.float32(12.92), curve)


def linear_to_srgb(linear: FloatArray) -> FloatArray:
    """Encode linear light 0..1 to sRGB values 0..1 (IEC 61966-2-1)."""
    x = np.asarray(linear, np.float32)
    # Above the knee the second term is nothing, below it the first is constant; choosing by pixel is slow.
    knee = np.float32(_KNEE)
    curve = np.float32(1.055) * np.power(np.maximum(x, knee), np.float32(1 / 2.4)) - np.float32(0.055)
    return np.asarray(curve + np.float32(12.92) * np.minimum(x - knee, np.float32(0)))


@cache
def _linear_table(levels: int) -> FloatArray:
    values = np.arange(levels, dtype=np.float64) / (levels - 1)
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4).astype(np.float32)


def decode(encoded: NDArray[Any]) -> FloatArray:
    """Decode uint8, uint16 or float sRGB of any shape to linear light 0..1.

    Raises:
        TypeError: for any other type of numbers.
    """
    values = np.asarray(encoded)
    if values.dtype in (np.uint8, np.uint16):
        linear: FloatArray = _linear_table(int(np.iinfo(values.dtype).max) + 1)[values]
        return linear
    if np.issubdtype(values.dtype, np.floating):
        return srgb_to_linear(values.astype(np.float32, copy=False))
    raise TypeError(f"sRGB values are uint8, uint16 or float, not {values.dtype}")


def quantize(encoded: FloatArray, bits: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """Round encoded values 0..1 to `bits` (8 or 16) per channel; values outside are clipped."""
    top, kind = (255, np.uint8) if bits == 8 else (65535, np.uint16)
    scaled = np.asarray(encoded, np.float32) * np.float32(top)
    levels: NDArray[np.uint8] | NDArray[np.uint16] = np.clip(np.rint(scaled), 0, top).astype(kind)
    return levels


def _lab_curve(t: FloatArray) -> FloatArray:
    return np.where(t > _DELTA**3, np.cbrt(t), t * np.float32(1.0 / (3 * _DELTA**2)) + np.float32(4.0 / 29.0)).astype(
        np.float32, copy=False
    )


def _lab_curve_inverse(f: FloatArray) -> FloatArray:
    # The straight piece touches the cube at delta with the same slope: one of the two terms is constant on either side.
    delta = np.float32(_DELTA)
    knee = np.maximum(f, delta)
    cube = knee * knee
    cube *= knee
    straight = np.minimum(f, delta)
    straight -= delta
    straight *= np.float32(3 * _DELTA**2)
    cube += straight
    return np.asarray(cube)


def lightness_from_y(y: FloatArray) -> FloatArray:
    """L* 0..100 of relative luminance Y 0..1."""
    return np.float32(116.0) * _lab_curve(np.asarray(y, np.float32)) - np.float32(16.0)


def y_from_lightness(lightness: FloatArray) -> FloatArray:
    """Relative luminance Y 0..1 of L* 0..100."""
    return _lab_curve_inverse((np.asarray(lightness, np.float32) + np.float32(16.0)) / np.float32(116.0))


@cache
def _grey_lightness_table(levels: int) -> FloatArray:
    return lightness_from_y(_linear_table(levels))


def srgb_lightness(encoded: NDArray[Any], *, grey: bool = False) -> FloatArray:
    """L* of sRGB pixels.

    Args:
        encoded: uint8, uint16 or float 0..1; (..., 3), or (...) when `grey`.
        grey: the array has no channel axis, every value is a neutral.

    Returns:
        float32 (...), L* 0..100.
    """
    if not grey:
        linear = decode(encoded)
        return lightness_from_y(linear @ LUMINANCE_WEIGHTS.astype(np.float32))
    values = np.asarray(encoded)
    if values.dtype in (np.uint8, np.uint16):
        lightness: FloatArray = _grey_lightness_table(int(np.iinfo(values.dtype).max) + 1)[values]
        return lightness
    return lightness_from_y(decode(values))


def srgb_to_lab(encoded: NDArray[Any]) -> FloatArray:
    """CIELAB of sRGB pixels: uint8, uint16 or float 0..1 (..., 3) -> float32 (..., 3)."""
    matrix = (RGB_TO_XYZ / WHITE_D65[:, None]).T.astype(np.float32)
    f = _lab_curve(decode(encoded) @ matrix)
    fx, fy, fz = f[..., 0], f[..., 1], f[..., 2]
    return np.stack(
        [np.float32(116) * fy - np.float32(16), np.float32(500) * (fx - fy), np.float32(200) * (fy - fz)], axis=-1
    )


def lab_to_linear(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """Linear sRGB of L* (...) and a*, b* (..., 2), float32 (..., 3), not limited to the gamut.

    The memory of the result holds one channel after the other.
    """
    fy = (np.asarray(lightness, np.float32) + np.float32(16.0)) / np.float32(116.0)
    return np.moveaxis(_linear_planes(fy, ab[..., 0], ab[..., 1]), 0, -1)


def _linear_planes(fy: FloatArray, a: FloatArray, b: FloatArray) -> FloatArray:
    """Red, green and blue (3, ...), in linear light, of (L* + 16) / 116, a* and b*.

    Sums instead of a product of matrices: its result for a pixel could depend on where the pixel stands.
    """
    matrix = (XYZ_TO_RGB * WHITE_D65[None, :]).astype(np.float32)
    x = _lab_curve_inverse(fy + a * np.float32(1 / 500))
    y = _lab_curve_inverse(fy)
    z = _lab_curve_inverse(fy - b * np.float32(1 / 200))
    planes = np.empty((3, *np.shape(x)), np.float32)
    for plane, (of_x, of_y, of_z) in zip(planes, matrix, strict=True):
        np.multiply(x, of_x, out=plane)
        plane += y * of_y
        plane += z * of_z
    return planes


def _in_gamut(planes: FloatArray) -> NDArray[np.bool_]:
    lowest = np.minimum(np.minimum(planes[0], planes[1]), planes[2])
    highest = np.maximum(np.maximum(planes[0], planes[1]), planes[2])
    return np.asarray((lowest >= -_GAMUT_TOLERANCE) & (highest <= 1.0 + _GAMUT_TOLERANCE))


def limit_to_gamut(lightness: FloatArray, ab: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Bring colours into sRGB by losing chroma, at constant L* and hue.

    The neutral of every lightness is in the gamut, so the largest chroma that still is lies
    between it and the colour asked for; it is found by bisection for the pixels outside.

    Args:
        lightness: float32 (...), L* 0..100.
        ab: float32 (..., 2).

    Returns:
        The limited a*, b* (..., 2) and the linear sRGB 0..1 (..., 3) of the limited colour.
    """
    if ab.ndim == 1:  # a single colour: planes of it would be numbers
        limited, linear = limit_to_gamut(np.asarray(lightness)[None], ab[None])
        return limited[0], linear[0]
    fy = (np.asarray(lightness, np.float32) + np.float32(16.0)) / np.float32(116.0)
    planes = _linear_planes(fy, ab[..., 0], ab[..., 1])
    outside = np.nonzero(~_in_gamut(planes))
    if outside[0].size:
        ab = ab.copy()
        a_plane, b_plane = ab[..., 0], ab[..., 1]
        depth, a, b = fy[outside], a_plane[outside], b_plane[outside]
        share = _largest_share(depth, a, b)
        a_plane[outside], b_plane[outside] = a * share, b * share
        for plane, values in zip(planes, _linear_planes(depth, a * share, b * share), strict=True):
            plane[outside] = values
    return ab, np.moveaxis(np.clip(planes, np.float32(0), np.float32(1)), 0, -1)


def _largest_share(fy: FloatArray, a: FloatArray, b: FloatArray) -> FloatArray:
    """The largest share 0..1 of the chroma of colours (n,) outside the gamut that is in it."""
    share = np.empty_like(fy)
    for start in range(0, fy.size, _CACHED):
        part = slice(start, start + _CACHED)
        share[part] = _bisected(fy[part], a[part] * np.float32(1 / 500), b[part] * np.float32(-1 / 200))
    return share


def _bisected(fy: FloatArray, along_x: FloatArray, along_z: FloatArray) -> FloatArray:
    """The same for a few colours: f(x) and f(z) begin at f(y) and go as far as the chroma of all is asked for."""
    of_x, of_y, of_z = (XYZ_TO_RGB * WHITE_D65[None, :]).astype(np.float32).T[:, :, None]
    from_y = of_y * _lab_curve_inverse(fy)
    share, step = np.zeros_like(fy), np.float32(0.5)
    planes, other = np.empty_like(from_y), np.empty_like(from_y)
    for _ in range(_BISECTIONS):
        middle = share + step
        np.multiply(of_x, _lab_curve_inverse(fy + middle * along_x), out=planes)
        np.multiply(of_z, _lab_curve_inverse(fy + middle * along_z), out=other)
        planes += from_y
        planes += other
        share += step * _in_gamut(planes)
        step *= np.float32(0.5)
    return share


def lab_to_srgb(lab: FloatArray) -> FloatArray:
    """Encoded sRGB 0..1 of CIELAB (..., 3); colours outside the gamut lose chroma, never lightness."""
    lab = np.asarray(lab, np.float32)
    lightness = np.clip(lab[..., 0], 0.0, 100.0)
    _, linear = limit_to_gamut(lightness, lab[..., 1:])
    return linear_to_srgb(linear)


def _hue(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.degrees(np.arctan2(b, a)) % 360.0


def _mean_hue(h1: NDArray[np.float64], h2: NDArray[np.float64], achromatic: NDArray[np.bool_]) -> NDArray[np.float64]:
    total = h1 + h2
    apart = np.abs(h1 - h2) > 180.0
    mean = np.where(apart, np.where(total < 360.0, total + 360.0, total - 360.0), total) / 2.0
    return np.where(achromatic, total, mean)


def delta_e2000(lab1: FloatArray, lab2: FloatArray) -> FloatArray:
    """CIEDE2000 colour difference (Sharma, Wu, Dalal 2005) with kL = kC = kH = 1.

    Args:
        lab1: float (..., 3).
        lab2: float (..., 3).

    Returns:
        float32 (...).
    """
    first, second = np.asarray(lab1, np.float64), np.asarray(lab2, np.float64)
    l1, a1, b1 = np.moveaxis(first, -1, 0)
    l2, a2, b2 = np.moveaxis(second, -1, 0)
    mean_c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2.0) ** 7
    stretch = 1.5 - 0.5 * np.sqrt(mean_c7 / (mean_c7 + 25.0**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2, h1, h2 = np.hypot(a1, b1), np.hypot(a2, b2), _hue(a1, b1), _hue(a2, b2)
    achromatic = c1 * c2 == 0
    turn = np.where(achromatic, 0.0, (h2 - h1 + 180.0) % 360.0 - 180.0)
    d_hue = 2.0 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2.0)
    mean_l, mean_c, mean_h = (l1 + l2) / 2.0, (c1 + c2) / 2.0, _mean_hue(h1, h2, achromatic)
    scale_l, scale_c, scale_h, rotation = _ciede2000_weights(mean_l, mean_c, mean_h)
    dl, dc, dh = (l2 - l1) / scale_l, (c2 - c1) / scale_c, d_hue / scale_h
    squared: NDArray[np.float64] = dl**2 + dc**2 + dh**2 + rotation * dc * dh
    return np.sqrt(np.maximum(squared, 0.0)).astype(np.float32)


def _ciede2000_weights(
    mean_l: NDArray[Any], mean_c: NDArray[Any], mean_h: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    t = (
        1.0
        - 0.17 * np.cos(np.radians(mean_h - 30.0))
        + 0.24 * np.cos(np.radians(2.0 * mean_h))
        + 0.32 * np.cos(np.radians(3.0 * mean_h + 6.0))
        - 0.20 * np.cos(np.radians(4.0 * mean_h - 63.0))
    )
    offset = (mean_l - 50.0) ** 2
    theta = 30.0 * np.exp(-(((mean_h - 275.0) / 25.0) ** 2))
    rotation = -2.0 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)) * np.sin(np.radians(2.0 * theta))
    return 1.0 + 0.015 * offset / np.sqrt(20.0 + offset), 1.0 + 0.045 * mean_c, 1.0 + 0.015 * mean_c * t, rotation
