"""The pixels that are on the canvas, in sRGB whatever the monitor is, for whoever reads colours from them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

RGB = tuple[int, int, int]


@dataclass(frozen=True)
class PixelColour:
    """A colour under the pointer.

    Attributes:
        lightness, a, b: CIELAB under D65.
        rgb: sRGB, 0..255.
    """

    lightness: float
    a: float
    b: float
    rgb: RGB

    @property
    def hex(self) -> str:
        """As on the web: "#A1B2C3"."""
        return "#{:02X}{:02X}{:02X}".format(*self.rgb)


@dataclass(frozen=True)
class _Part:
    """Two pictures of one part of the scan: `rect` in fractions of it."""

    rect: QRectF
    before: QImage
    after: QImage | None
    is_colour_only: bool

    def colour(self, x: float, y: float, original: bool) -> PixelColour | None:
        scan, shown = self._pixel(self.before, x, y), self._pixel(self.after or self.before, x, y)
        if scan is None or shown is None:
            return None
        if original:
            return colour_of(scan)
        return _with_lightness_of(scan, shown) if self.is_colour_only else colour_of(shown)

    def _pixel(self, image: QImage, x: float, y: float) -> RGB | None:
        across, down = (x - self.rect.left()) / self.rect.width(), (y - self.rect.top()) / self.rect.height()
        if not (0 <= across < 1 and 0 <= down < 1):
            return None
        colour = image.pixelColor(int(across * image.width()), int(down * image.height()))
        return colour.red(), colour.green(), colour.blue()


class ShownPixels:
    """The whole picture at low resolution, and the sharp part that is on screen."""

    def __init__(self) -> None:
        self._base: _Part | None = None
        self._detail: _Part | None = None

    def clear(self) -> None:
        """There is no picture."""
        self._base = self._detail = None

    def set_base(self, before: QImage, after: QImage | None, is_colour_only: bool = False) -> None:
        """Take the whole picture, upright as it is seen.

        Args:
            before, after: sRGB, of the same part.
            is_colour_only: `after` shows the chroma at one lightness.
        """
        self._base = _Part(QRectF(0, 0, 1, 1), before, after, is_colour_only)

    def set_detail(self, rect: QRectF, before: QImage, after: QImage | None, is_colour_only: bool = False) -> None:
        """Take a sharp part in the same way; `rect` in fractions of the picture."""
        self._detail = _Part(rect, before, after, is_colour_only)

    def clear_detail(self) -> None:
        """Only the low resolution is shown."""
        self._detail = None

    def colour_at(self, x: float, y: float, original: bool = False) -> PixelColour | None:
        """The colour of a place: of the sharp part if it is there.

        Args:
            x, y: fractions of the picture.
            original: that of the scan as it is, not of the result.
        """
        for part in (self._detail, self._base):
            colour = part.colour(x, y, original) if part is not None else None
            if colour is not None:
                return colour
        return None


def colour_of(rgb: RGB) -> PixelColour:
    """CIELAB of an sRGB pixel."""
    import numpy as np

    from colorstudio.core.color import srgb_to_lab

    lightness, a, b = (float(value) for value in srgb_to_lab(np.array(rgb, np.uint8)))
    return PixelColour(lightness, a, b, rgb)


def _with_lightness_of(scan: RGB, chroma: RGB) -> PixelColour:
    """The result's colour where only its chroma is shown: the lightness is always the scan's own."""
    import numpy as np

    from colorstudio.core.color import lab_to_srgb, quantize

    colour, lightness = colour_of(chroma), colour_of(scan).lightness
    pixel = quantize(lab_to_srgb(np.array([lightness, colour.a, colour.b], np.float32)), 8)
    return colour_of((int(pixel[0]), int(pixel[1]), int(pixel[2])))
