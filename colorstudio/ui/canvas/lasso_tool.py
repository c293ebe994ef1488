"""The lasso: a region is drawn around, and regions that are there are picked by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter, QPen, QPolygonF

from colorstudio.core.steering import Patch, Point
from colorstudio.core.strokes import rounded, simplified
from colorstudio.ui.canvas.picture_view import PictureView
from colorstudio.ui.canvas.tool import Hand, PictureFrame

_STILL = 4.0
"""Logical pixels that a click may slip."""
_STEP = 2.0
"""Logical pixels between two corners while it is drawn."""
_TOLERANCE = 0.75
_LIGHT, _SHADE = QColor(255, 255, 255, 235), QColor(0, 0, 0, 150)
_DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PatchMarks:
    """The outlines of regions, and of one that was drawn and has no colours of its own yet."""

    def __init__(self) -> None:
        self.patches: tuple[Patch, ...] = ()
        self.selected = -1
        self.pending: tuple[Point, ...] = ()

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Draw them; the selected one has a solid line."""
        painter.setClipRect(frame.visible)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, patch in enumerate(self.patches):
            outline(painter, frame, patch.points, is_solid=index == self.selected)
        if self.pending:
            outline(painter, frame, self.pending, is_solid=True)

    def at(self, point: Point) -> int:
        """Return the uppermost region around a place; -1: none."""
        for index in range(len(self.patches) - 1, -1, -1):
            corners = QPolygonF([QPointF(*each) for each in self.patches[index].points])
            if corners.containsPoint(QPointF(*point), Qt.FillRule.OddEvenFill):
                return index
        return -1


def outline(painter: QPainter, frame: PictureFrame, points: Sequence[Point], is_solid: bool) -> None:
    """A closed line, light on a shadow, that is seen on every picture."""
    corners = QPolygonF([frame.to_view(*point) for point in points])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_SHADE, (3.5 if is_solid else 3) * frame.unit))
    painter.drawPolygon(corners)
    pen = QPen(_LIGHT, (2 if is_solid else 1) * frame.unit)
    if not is_solid:
        pen.setDashPattern([6, 4])
    painter.setPen(pen)
    painter.drawPolygon(corners)


class LassoTool(QObject):
    """Draws a line that closes by itself. Enter takes what is seen of the picture, Esc gives up, Delete removes.

    Args:
        canvas: where the picture is.
    """

    region_drawn = Signal(object)
    """The corners, fractions of the picture: a tuple of (x, y)."""
    place_clicked = Signal(object)
    """(x, y): nothing was drawn."""
    delete_wanted = Signal()
    discarded = Signal()
    """Esc: the region that was drawn last is not wanted."""

    def __init__(self, canvas: PictureView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._places: list[QPointF] = []
        self._points: list[Point] = []
        self._has_pending = False

    def set_has_pending(self, has_pending: bool) -> None:
        """Let Esc discard a region that was drawn."""
        self._has_pending = has_pending

    def cursor(self) -> QCursor | Qt.CursorShape:
        """A cross."""
        return Qt.CursorShape.CrossCursor

    def press(self, hand: Hand) -> None:
        """Begin."""
        self._places, self._points = [hand.place], [_inside(hand.point)]

    def drag(self, hand: Hand) -> None:
        """Go on."""
        if self._places and _distance(self._places[-1], hand.place) >= _STEP * self._unit:
            self._places.append(hand.place)
            self._points.append(_inside(hand.point))
            self._canvas.update()

    def release(self, hand: Hand) -> None:
        """Close the line; one that is hardly a line was a click."""
        places, points = self._places, self._points
        self._places, self._points = [], []
        self._canvas.update()
        if not places:
            return
        if max(_distance(places[0], place) for place in places) < _STILL * self._unit:
            self.place_clicked.emit(points[0])
            return
        kept = simplified([(place.x(), place.y()) for place in places], _TOLERANCE * self._unit)
        if len(kept) >= 3:
            self.region_drawn.emit(tuple(rounded(points[index]) for index in kept))

    def hover(self, hand: Hand | None) -> None:
        """Nothing is shown before a press."""

    def double_click(self, hand: Hand) -> None:
        """Two clicks."""

    def key_press(self, event: QKeyEvent) -> bool:
        """Take a region without a mouse, give up, or remove."""
        if event.key() in _ENTER_KEYS:
            return self._take_visible()
        if event.key() in _DELETE_KEYS:
            self.delete_wanted.emit()
            return True
        if event.key() == Qt.Key.Key_Escape and (self._places or self._has_pending):
            self._places, self._points = [], []
            self.discarded.emit()
            self._canvas.update()
            return True
        return False

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Draw the line as far as it is."""
        if len(self._points) > 1:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline(painter, frame, self._points, is_solid=True)

    @property
    def _unit(self) -> float:
        return self._canvas.devicePixelRatioF()

    def _take_visible(self) -> bool:
        frame = self._canvas.picture_frame()
        if frame is None or frame.visible.isEmpty():
            return False
        whole, seen = frame.picture, frame.visible
        left, top = (seen.x() - whole.x()) / whole.width(), (seen.y() - whole.y()) / whole.height()
        right, bottom = left + seen.width() / whole.width(), top + seen.height() / whole.height()
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        self.region_drawn.emit(tuple(_inside(QPointF(*corner)) for corner in corners))
        return True


def _inside(point: QPointF) -> Point:
    return min(1.0, max(0.0, point.x())), min(1.0, max(0.0, point.y()))


def _distance(one: QPointF, other: QPointF) -> float:
    difference = other - one
    return float((difference.x() ** 2 + difference.y() ** 2) ** 0.5)
