"""Colour spaces inside a network, for generators that see and give sRGB: differentiable, exportable, in float32.

The same formulas as `core.color` (IEC 61966-2-1; CIE 15:2004 under D65), on planes (N, C, H, W).
"""

from __future__ import annotations

import torch
from torch import Tensor

_DELTA = 6.0 / 29.0
# Linear sRGB to X, Y, Z relative to D65's white: each row sums to 1.
_XYZ_OF_RGB = (
    (0.43388735, 0.37622401, 0.18988865),
    (0.21263901, 0.71516868, 0.07219232),
    (0.01775004, 0.10944762, 0.87280234),
)


def grey_of_lightness(lightness: Tensor) -> Tensor:
    """The sRGB value, 0..1, of the neutral with L* 0..100."""
    f = (lightness.float() + 16.0) / 116.0
    linear = torch.where(f > _DELTA, f * f * f, 3 * _DELTA**2 * (f - 4.0 / 29.0)).clamp(0.0, 1.0)
    curve = 1.055 * linear.clamp(min=0.0031308) ** (1 / 2.4) - 0.055
    return torch.where(linear <= 0.0031308, 12.92 * linear, curve)


def chroma_of_rgb(rgb: Tensor) -> Tensor:
    """a*, b* (N, 2, H, W) of sRGB (N, 3, H, W), 0..1; values outside are clipped."""
    encoded = rgb.float().clamp(0.0, 1.0)
    linear = torch.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    x, y, z = (_lab_curve(_weighted(linear, row)) for row in _XYZ_OF_RGB)
    return torch.cat([500.0 * (x - y), 200.0 * (y - z)], 1)


def _weighted(linear: Tensor, row: tuple[float, float, float]) -> Tensor:
    # Not a matrix product: under mixed precision that would be made in half precision.
    return row[0] * linear[:, 0:1] + row[1] * linear[:, 1:2] + row[2] * linear[:, 2:3]


def _lab_curve(t: Tensor) -> Tensor:
    # The root is taken of what lies above the knee alone: its slope at zero has no end.
    root = t.clamp(min=_DELTA**3) ** (1.0 / 3.0)
    return torch.where(t > _DELTA**3, root, t / (3 * _DELTA**2) + 4.0 / 29.0)
