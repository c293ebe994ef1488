"""The eyedropper: a click takes the colour under it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter, QPen

from colorstudio.ui.canvas.canvas import Canvas
from colorstudio.ui.canvas.tool import Hand, PictureFrame

_RADIUS = 15.0
_OFFSET = QPointF(24, -24)


class Eyedropper(QObject):
    """Shows the colour under the pointer beside it, and takes it with a click.

    Args:
        canvas: where the picture is.
    """

    pointed = Signal(object)
    """The place under the pointer, (x, y) in fractions; `show_colour` answers."""
    taken = Signal(object)
    """The place whose colour is wanted, (x, y) in fractions."""
    dismissed = Signal()
    """Escape."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._place: QPointF | None = None
        self._colour: QColor | None = None

    def show_colour(self, colour: QColor | None) -> None:
        """Show this colour beside the pointer."""
        self._colour = colour
        self._canvas.update()

    def cursor(self) -> QCursor | Qt.CursorShape:
        """A cross: the tip of a drawn dropper would hide what it points at."""
        return Qt.CursorShape.CrossCursor

    def press(self, hand: Hand) -> None:
        """Take the colour when the button is let go."""
        self.hover(hand)

    def drag(self, hand: Hand) -> None:
        """Look for a better one meanwhile."""
        self.hover(hand)

    def release(self, hand: Hand) -> None:
        """Take the colour."""
        if _is_inside(hand.point):
            self.taken.emit((hand.point.x(), hand.point.y()))

    def hover(self, hand: Hand | None) -> None:
        """Ask for the colour under the pointer."""
        self._place = hand.place if hand is not None and _is_inside(hand.point) else None
        if self._place is None or hand is None:
            self.show_colour(None)
        else:
            self.pointed.emit((hand.point.x(), hand.point.y()))

    def double_click(self, hand: Hand) -> None:
        """The first click has taken it."""

    def key_press(self, event: QKeyEvent) -> bool:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return True
        return False

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """A disc of the colour beside the pointer."""
        if self._place is None or self._colour is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._place)
        painter.scale(frame.unit, frame.unit)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 4))
        painter.setBrush(self._colour)
        painter.drawEllipse(_OFFSET, _RADIUS, _RADIUS)
        painter.setPen(QPen(QColor(255, 255, 255), 2))
        painter.drawEllipse(_OFFSET, _RADIUS, _RADIUS)


def _is_inside(point: QPointF) -> bool:
    return 0 <= point.x() <= 1 and 0 <= point.y() <= 1
