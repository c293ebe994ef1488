"""The colours of a palette as a strip: dark to light, and the top of the picture above its bottom."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from colorstudio.core.steering import Palette, PaletteCell
from colorstudio.ui.lab_color import lab_color
from colorstudio.ui.theme import current_tokens

_HEIGHT = 56
_RADIUS = 4.0
_LEAST_WEIGHT = 0.002
"""Cells with less of the picture are left out: nobody would see them."""


class PaletteStrip(QWidget):
    """Draws what is kept of a reference photograph; it is the same when a recipe is opened again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_palette(self, palette: Palette | None) -> None:
        """Show a palette's colours."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Blocks of colour with one edge around them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.setClipPath(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for block, colour in self._blocks(area):
            painter.fillRect(block, colour)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_tokens().outline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)
        painter.end()

    def _blocks(self, area: QRectF) -> Iterator[tuple[QRectF, QColor]]:
        rows = block_rows(self._palette.cells) if self._palette else []
        height = area.height() / max(1, len(rows))
        for index, row in enumerate(rows):
            total, left = sum(cell.weight for cell in row), area.left()
            for cell in row:
                width = area.width() * cell.weight / total
                yield QRectF(left, area.top() + index * height, width + 1, height + 1), cell_colour(cell)
                left += width


def block_rows(cells: tuple[PaletteCell, ...]) -> list[list[PaletteCell]]:
    """The cells of each height from the top, from dark to light; those that hardly weigh are left out."""
    seen = [cell for cell in cells if cell.weight >= _LEAST_WEIGHT] or list(cells)
    heights = sorted({cell.height for cell in seen})
    return [sorted((c for c in seen if c.height == height), key=lambda cell: cell.lightness) for height in heights]


def cell_colour(cell: PaletteCell) -> QColor:
    """The mean colour of a cell."""
    return lab_color(cell.lightness, cell.a, cell.b)
