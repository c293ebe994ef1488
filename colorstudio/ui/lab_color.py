"""Colours of the window's own controls from CIELAB, in plain arithmetic: nothing heavy is imported for a swatch."""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

_WHITE = (0.95047, 1.0, 1.08883)  # D65
_LINEAR = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
_BISECTIONS = 14
_TOLERANCE = 1e-4


def lab_color(lightness: float, a: float, b: float) -> QColor:
    """Return CIELAB (D65) as sRGB; a colour outside sRGB loses chroma at its lightness and hue."""
    channels = _linear_srgb(lightness, a, b)
    if not _in_gamut(channels):
        share, step = 0.0, 0.5
        for _ in range(_BISECTIONS):
            if _in_gamut(_linear_srgb(lightness, a * (share + step), b * (share + step))):
                share += step
            step /= 2
        channels = _linear_srgb(lightness, a * share, b * share)
    return QColor(*(round(255 * _encoded(min(1.0, max(0.0, channel)))) for channel in channels))


def hue_color(degrees: float, lightness: float = 62.0, chroma: float = 42.0) -> QColor:
    """Return a quiet colour of a CIELAB hue angle, for swatches and grooves."""
    angle = math.radians(degrees)
    return lab_color(lightness, chroma * math.cos(angle), chroma * math.sin(angle))


def _linear_srgb(lightness: float, a: float, b: float) -> list[float]:
    fy = (lightness + 16) / 116
    xyz = [white * _cubed(f) for white, f in zip(_WHITE, (fy + a / 500, fy, fy - b / 200), strict=True)]
    return [sum(factor * value for factor, value in zip(row, xyz, strict=True)) for row in _LINEAR]


def _in_gamut(channels: list[float]) -> bool:
    return all(-_TOLERANCE <= channel <= 1 + _TOLERANCE for channel in channels)


def _cubed(f: float) -> float:
    return f**3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29)


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
