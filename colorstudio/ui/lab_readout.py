"""The colour under the pointer, from the pictures that are shown."""

from __future__ import annotations

from PySide6.QtGui import QImage


def lab_at(image: QImage, x: float, y: float) -> tuple[float, float, float]:
    """Return L*, a*, b* of the pixel at fractions `x`, `y` (0..1) of a picture in sRGB."""
    import numpy as np

    from colorstudio.core.color import srgb_to_lab

    column = min(image.width() - 1, max(0, int(x * image.width())))
    row = min(image.height() - 1, max(0, int(y * image.height())))
    colour = image.pixelColor(column, row)
    lab = srgb_to_lab(np.array([colour.red(), colour.green(), colour.blue()], np.uint8))
    return float(lab[0]), float(lab[1]), float(lab[2])
