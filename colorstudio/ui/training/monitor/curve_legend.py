"""How the lines of diagrams look, and the legend that names them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from colorstudio.ui.theme import current_tokens
from colorstudio.ui.training.monitor.curve_specs import Look

_COLOURS = {Look.FIRST: "plot_first", Look.SECOND: "plot_second", Look.GREY: "muted", Look.BASE: "text"}
_DASHES = {
    Look.FIRST: Qt.PenStyle.SolidLine,
    Look.SECOND: Qt.PenStyle.DashLine,
    Look.GREY: Qt.PenStyle.DotLine,
    Look.BASE: Qt.PenStyle.DashDotLine,
}


def line_colour(look: Look) -> QColor:
    """The colour of a line in the theme in force."""
    return QColor(getattr(current_tokens(), _COLOURS[look]))


def line_pen(look: Look, density: float = 1.0) -> QPen:
    """The pen of a line in the colours of the theme; `density`: pixels of the screen in a logical one."""
    pen = QPen(line_colour(look), 2 * density)
    pen.setCosmetic(True)
    pen.setStyle(_DASHES[look])
    return pen


class Legend(QWidget):
    """Names and values of the lines, each with a piece of its line; in one row that wraps."""

    _PIECE, _SPACE, _ROW = 20, 16, 20

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[tuple[str, str, Look]] = []
        self.setFixedHeight(self._ROW)

    def show_entries(self, entries: Sequence[tuple[str, str, Look]]) -> None:
        """Show (name, value, look) of each line."""
        self._entries = list(entries)
        self._fit()
        self.update()

    def texts(self) -> list[str]:
        """Name and value of each line."""
        return [f"{name} {value}" for name, value, _ in self._entries]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pieces and the words."""
        tokens, painter = current_tokens(), QPainter(self)
        for (name, value, look), (x, y) in zip(self._entries, self._places(), strict=True):
            painter.setPen(line_pen(look, self.devicePixelRatioF()))
            painter.drawLine(x, y + self._ROW // 2, x + self._PIECE, y + self._ROW // 2)
            painter.setPen(QColor(tokens.muted))
            left = x + self._PIECE + 6
            painter.drawText(left, y, self.width(), self._ROW, Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(QColor(tokens.text))
            left += painter.fontMetrics().horizontalAdvance(name) + 6
            painter.drawText(left, y, self.width(), self._ROW, Qt.AlignmentFlag.AlignVCenter, value)
        painter.end()

    def _places(self) -> list[tuple[int, int]]:
        metrics, places, x, y = self.fontMetrics(), [], 0, 0
        for name, value, _ in self._entries:
            width = self._PIECE + 12 + metrics.horizontalAdvance(name) + metrics.horizontalAdvance(value)
            if x and x + width > self.width():
                x, y = 0, y + self._ROW
            places.append((x, y))
            x += width + self._SPACE
        return places

    def _fit(self) -> None:
        places = self._places()
        self.setFixedHeight(places[-1][1] + self._ROW if places else self._ROW)
