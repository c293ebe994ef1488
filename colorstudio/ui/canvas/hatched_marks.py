"""Where the mask leaves the scan grey: a translucent tint with thin lines, so that it is not told by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from colorstudio.ui.canvas.tool import PictureFrame

_TINT = QColor(16, 100, 122, 60)
_LINE = QColor(255, 255, 255, 130)
_SHADE = QColor(0, 0, 0, 80)
_TILE = 12
"""Logical pixels from one line to the next, along the rows."""


class HatchedMarks:
    """Draws lines over the parts of the picture where `cover` is opaque, of one width at every zoom.

    Args:
        cover: Alpha8, over the whole picture: how much is hatched there.
        tile: what the parts are filled with, a square that repeats without a seam; None: the mask's lines.
    """

    def __init__(self, cover: QImage, tile: QImage | None = None) -> None:
        self._cover = cover
        self._tile = _tile() if tile is None else tile
        self._drawn = QImage()
        self._drawn_for: PictureFrame | None = None

    def set_cover(self, cover: QImage) -> None:
        """Hatch other parts."""
        self._cover = cover
        self._drawn_for = None

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Draw the visible part."""
        if frame.visible.isEmpty() or self._cover.isNull():
            return
        if frame != self._drawn_for:
            self._drawn, self._drawn_for = _hatched(self._cover, frame, self._tile), frame
        painter.drawImage(QRectF(frame.visible), self._drawn)


def _hatched(cover: QImage, frame: PictureFrame, tile: QImage) -> QImage:
    """The visible part of the cover as lines, in logical pixels: enough for lines of one of them."""
    unit, seen = frame.unit, frame.visible
    image = QImage(
        max(1, round(seen.width() / unit)),
        max(1, round(seen.height() / unit)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    across, down = cover.width() / frame.picture.width(), cover.height() / frame.picture.height()
    left, top = seen.x() - frame.picture.x(), seen.y() - frame.picture.y()
    source = QRectF(left * across, top * down, seen.width() * across, seen.height() * down)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(image.rect()), cover, source)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    # The lines stay on the picture when it is moved.
    painter.setBrushOrigin(QPoint(-round(left / unit) % tile.width(), -round(top / unit) % tile.height()))
    painter.fillRect(image.rect(), QBrush(tile))
    painter.end()
    return image


def _tile() -> QImage:
    """A square with one bright diagonal and its shadow, that repeats without a seam."""
    tile = QImage(_TILE, _TILE, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(_TINT)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, offset in ((_SHADE, 1), (_LINE, 0)):
        painter.setPen(QPen(colour, 1.2))
        for shift in (-_TILE, 0, _TILE):
            painter.drawLine(QPoint(shift + offset, _TILE + offset), QPoint(shift + _TILE + offset, offset))
    painter.end()
    return tile
