"""Single colours for widgets: L*, a*, b* and what a screen shows, by the colour maths of `core`.

numpy comes with the first colour, not with the window. Values are rounded before they are looked up, so
that painting the same swatch again costs nothing.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QImage

Colour = tuple[float, float]
"""a*, b*."""

LARGEST_CHROMA = 128.0
"""The most that a recipe holds, in a* and in b*."""


def shown_colour(lightness: float, ab: Colour) -> QColor:
    """A colour as the screen shows it: outside sRGB it loses chroma, never lightness."""
    return QColor(_shown_rgb(round(lightness, 1), round(ab[0], 1), round(ab[1], 1)))


@lru_cache(4096)
def _shown_rgb(lightness: float, a: float, b: float) -> int:
    import numpy as np

    from colorstudio.core.color import lab_to_srgb, quantize

    red, green, blue = quantize(lab_to_srgb(np.array([lightness, a, b], np.float32)), 8)
    return QColor(int(red), int(green), int(blue)).rgb()


def in_gamut(lightness: float, ab: Colour) -> Colour:
    """The nearest colour of that lightness and hue that sRGB has."""
    import numpy as np

    from colorstudio.core.color import limit_to_gamut

    limited, _ = limit_to_gamut(np.array([lightness], np.float32), np.array([ab], np.float32))
    return round(float(limited[0, 0]), 2), round(float(limited[0, 1]), 2)


def lab_of(colour: QColor) -> tuple[float, float, float]:
    """L*, a*, b* of a colour in sRGB."""
    import numpy as np

    from colorstudio.core.color import srgb_to_lab

    lightness, a, b = srgb_to_lab(np.array([colour.red(), colour.green(), colour.blue()], np.uint8))
    return float(lightness), round(float(a), 2), round(float(b), 2)


def hex_of(colour: QColor) -> str:
    """#RRGGBB in capitals."""
    return colour.name().upper()


def mean_colour(image: QImage, x: float, y: float, reach: int = 1) -> QColor:
    """The mean of the pixels around a place, in linear light.

    Args:
        image: in sRGB.
        x, y: fractions 0..1 of it.
        reach: pixels to each side of the one at the place.
    """
    import numpy as np

    from colorstudio.core.color import decode, linear_to_srgb, quantize

    column, row = (min(int(part * size), size - 1) for part, size in ((x, image.width()), (y, image.height())))
    columns = range(max(0, column - reach), min(image.width(), column + reach + 1))
    rows = range(max(0, row - reach), min(image.height(), row + reach + 1))
    pixels = [image.pixelColor(i, j) for j in rows for i in columns]
    values = np.array([(each.red(), each.green(), each.blue()) for each in pixels], np.uint8)
    red, green, blue = quantize(linear_to_srgb(decode(values).mean(axis=0)), 8)
    return QColor(int(red), int(green), int(blue))
