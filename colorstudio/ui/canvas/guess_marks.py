"""Where the model guesses, over the picture: a tint that deepens, and lines where it is a guess.

The tint is amber (Okabe and Ito's orange, which all kinds of colour vision tell from grey), and the last
step is told by its lines too, not by the colour alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from colorstudio.ui.canvas.hatched_marks import HatchedMarks
from colorstudio.ui.canvas.image_marks import ImageMarks
from colorstudio.ui.canvas.tool import PictureFrame
from colorstudio.ui.guess_words import GUESS_FROM, LIKELY_FROM

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AMBER = QColor(230, 159, 0)
_DEEPEST = 112
"""Alpha of the tint at uncertainty 1."""
_SOFT = 0.06
"""Half the width, in uncertainty, of a transition."""
_TILE = 14
_LARGEST = 640
"""Long side of the overlay in pixels: it is smooth, and made while the window waits."""


class GuessMarks:
    """Draws a guess map over the whole picture.

    Args:
        uncertainty: float32 (h, w), 0..1.
    """

    def __init__(self, uncertainty: NDArray[np.float32]) -> None:
        self._tint = ImageMarks(tint_image(uncertainty))
        self._lines = HatchedMarks(line_cover(uncertainty), lines_tile())

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Draw the visible part."""
        painter.save()
        self._tint.paint(painter, frame)
        painter.restore()
        self._lines.paint(painter, frame)


def tint_alpha(uncertainty: float) -> int:
    """How opaque the tint is, 0..255: nothing where a colour is well founded, then a step, then rising."""
    begins = _step(uncertainty, LIKELY_FROM)
    return round(_DEEPEST * begins * (0.28 + 0.72 * (uncertainty - LIKELY_FROM) / (1 - LIKELY_FROM)))


def line_alpha(uncertainty: float) -> int:
    """How opaque the lines are, 0..255."""
    return round(255 * _step(uncertainty, GUESS_FROM))


def tint_image(uncertainty: NDArray[np.float32]) -> QImage:
    """The tint of a guess map, with transparency."""
    alpha = _looked_up(uncertainty, tint_alpha)
    image = QImage(alpha.width(), alpha.height(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(AMBER)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, alpha)
    painter.end()
    return image


def line_cover(uncertainty: NDArray[np.float32]) -> QImage:
    """Where the lines are: Alpha8."""
    return _looked_up(uncertainty, line_alpha)


def lines_tile() -> QImage:
    """A square of lines that fall to the right; those of a mask rise."""
    tile = QImage(_TILE, _TILE, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, offset in ((QColor(0, 0, 0, 60), 1), (QColor(255, 222, 150, 150), 0)):
        painter.setPen(QPen(colour, 1.0))
        for shift in (-_TILE, 0, _TILE):
            painter.drawLine(QPoint(shift + offset, -offset), QPoint(shift + _TILE + offset, _TILE - offset))
    painter.end()
    return tile


def _step(value: float, at: float) -> float:
    x = min(1.0, max(0.0, (value - at + _SOFT) / (2 * _SOFT)))
    return x * x * (3 - 2 * x)


def _looked_up(uncertainty: NDArray[np.float32], alpha_of: Callable[[float], int]) -> QImage:
    import numpy as np

    table = np.array([alpha_of(level / 255) for level in range(256)], np.uint8)
    step = -(-max(uncertainty.shape) // _LARGEST)
    levels = np.rint(np.clip(uncertainty[::step, ::step], 0, 1) * 255).astype(np.uint8)
    alpha = np.ascontiguousarray(table[levels])
    height, width = alpha.shape
    return QImage(alpha.data, width, height, alpha.strides[0], QImage.Format.Format_Alpha8).copy()
