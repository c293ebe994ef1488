"""The crop tool, and how a crop is drawn over the picture."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter, QPen

from colorstudio.core.steering import Crop
from colorstudio.ui.canvas.crop_box import CropBox, Handle, Size, spanned
from colorstudio.ui.canvas.interaction import arrow_of
from colorstudio.ui.canvas.layers import around
from colorstudio.ui.canvas.picture_view import PictureView
from colorstudio.ui.canvas.tool import Hand, PictureFrame

_REACH = 10.0
"""Logical pixels around a handle within which it is held."""
_SMALLEST = 4.0
"""A box drawn smaller than this, in logical pixels, was a click."""
_HANDLE = 4.0
_VEIL = QColor(0, 0, 0, 150)
_REST_VEIL = QColor(0, 0, 0, 165)
_LEAP = 10

_CURSORS = {
    Handle.NORTH_WEST: Qt.CursorShape.SizeFDiagCursor,
    Handle.SOUTH_EAST: Qt.CursorShape.SizeFDiagCursor,
    Handle.NORTH_EAST: Qt.CursorShape.SizeBDiagCursor,
    Handle.SOUTH_WEST: Qt.CursorShape.SizeBDiagCursor,
    Handle.NORTH: Qt.CursorShape.SizeVerCursor,
    Handle.SOUTH: Qt.CursorShape.SizeVerCursor,
    Handle.WEST: Qt.CursorShape.SizeHorCursor,
    Handle.EAST: Qt.CursorShape.SizeHorCursor,
}


class Grip(Enum):
    """What is held that is no handle."""

    BOX = auto()
    """The box as a whole."""
    NEW_BOX = auto()
    """Another one, that is being drawn."""


class CropMarks:
    """A crop at rest: what will not be exported is dark."""

    def __init__(self, crop: Crop) -> None:
        self._crop = crop

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Darken what is outside."""
        crop = self._crop
        paint_outside(painter, frame, frame.to_rect(crop.x0, crop.y0, crop.x1, crop.y1), _REST_VEIL)


def paint_outside(painter: QPainter, frame: PictureFrame, box: QRectF, veil: QColor) -> None:
    """Lay `veil` over what of the picture lies outside `box`."""
    for part in around(frame.visible, box.toRect()):
        painter.fillRect(part, veil)


class CropTool(QObject):
    """Draws, moves and resizes a box; Enter accepts it, Esc discards it, Delete makes it the whole picture.

    Arrows move it by a pixel of the screen, with Shift by ten; with Ctrl they move its right and lower edge.
    While Shift is held in a drag the shape is kept.

    Attributes:
        ratio: width by height that is always kept; None: any.
    """

    box_changed = Signal()
    accepted = Signal()
    discarded = Signal()

    def __init__(self, canvas: PictureView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._size: Size = (1, 1)
        self._box = CropBox.whole(self._size)
        self._before = self._box
        self._hovered: Handle | Grip | None = None
        self._held: Handle | Grip | None = None
        self._start = QPointF()
        self.ratio: float | None = None

    @property
    def box(self) -> CropBox:
        """The crop as it is drawn, in whole pixels."""
        return self._box.snapped(self._size)

    @property
    def size(self) -> Size:
        """Of the picture, in pixels."""
        return self._size

    @property
    def crop(self) -> Crop | None:
        """The crop as the recipe has it."""
        return self.box.to_crop(self._size)

    def begin(self, crop: Crop | None, size: Size) -> None:
        """Start from a crop of a picture of `size` pixels."""
        self._size, self._held = size, None
        self._set_box(CropBox.of(crop, size))

    def set_ratio(self, ratio: float | None) -> None:
        """Keep a ratio from now on, and give it to the box."""
        self.ratio = ratio
        if ratio is not None:
            self._set_box(self._box.shaped(ratio).snapped(self._size))

    def _set_box(self, box: CropBox) -> None:
        self._box = box
        self.box_changed.emit()
        self._canvas.update()

    # The hand

    def cursor(self) -> QCursor | Qt.CursorShape:
        """What a press would hold."""
        at = self._held or self._hovered
        if isinstance(at, Handle):
            return _CURSORS[at]
        return Qt.CursorShape.SizeAllCursor if at is Grip.BOX else Qt.CursorShape.CrossCursor

    def press(self, hand: Hand) -> None:
        """Take a handle, the box, or begin another one."""
        self._start, self._before = hand.point, self._box
        self._held = self._at(hand) or Grip.NEW_BOX

    def drag(self, hand: Hand) -> None:
        """Move what is held."""
        to = hand.point.x() * self._size[0], hand.point.y() * self._size[1]
        start = self._start.x() * self._size[0], self._start.y() * self._size[1]
        keeps_shape = bool(hand.modifiers & Qt.KeyboardModifier.ShiftModifier)
        if isinstance(self._held, Handle):
            ratio = self.ratio or (self._before.ratio if keeps_shape else None)
            self._set_box(self._before.resized(self._held, to, self._size, ratio))
        elif self._held is Grip.BOX:
            self._set_box(self._before.moved(to[0] - start[0], to[1] - start[1], self._size))
        elif self._held is Grip.NEW_BOX:
            inside = min(max(start[0], 0), self._size[0]), min(max(start[1], 0), self._size[1])
            ratio = self.ratio or (self._size[0] / self._size[1] if keeps_shape else None)
            self._set_box(spanned(inside, to, self._size, ratio))

    def release(self, hand: Hand) -> None:
        """Let go; a box too small to be meant is forgotten."""
        frame = self._canvas.picture_frame()
        smallest = _SMALLEST * frame.unit / frame.scale if frame else 1
        is_click = self._held is Grip.NEW_BOX and min(self._box.width, self._box.height) < smallest
        self._held = None
        self._set_box(self._before if is_click else self._box.snapped(self._size))
        self.hover(hand)

    def hover(self, hand: Hand | None) -> None:
        """Tell by the cursor what a press would hold."""
        self._hovered = self._at(hand) if hand is not None else None

    def double_click(self, hand: Hand) -> bool | None:
        """Accept the box when it is inside."""
        if self._at(hand) is Grip.BOX:
            self.accepted.emit()
        return False

    def _at(self, hand: Hand) -> Handle | Grip | None:
        frame = self._canvas.picture_frame()
        if frame is None:
            return None
        rect, reach = self._rect(frame), _REACH * frame.unit
        for handle in Handle:
            away = hand.place - _corner(rect, handle)
            if max(abs(away.x()), abs(away.y())) <= reach:
                return handle
        place = hand.point.x() * self._size[0], hand.point.y() * self._size[1]
        is_whole = self.box == CropBox.whole(self._size)
        return Grip.BOX if self._box.contains(place) and not is_whole else None

    # The keyboard

    def key_press(self, event: QKeyEvent) -> bool:
        """Accept, discard, make it the whole picture, move, resize."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.discarded.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set_box(CropBox.whole(self._size))
        elif arrow := arrow_of(event):
            self._nudge(*arrow, event.modifiers())
        else:
            return False
        return True

    def _nudge(self, dx: int, dy: int, keys: Qt.KeyboardModifier) -> None:
        frame = self._canvas.picture_frame()
        step = max(1, round(frame.unit / frame.scale)) if frame else 1
        step *= _LEAP if keys & Qt.KeyboardModifier.ShiftModifier else 1
        if keys & Qt.KeyboardModifier.ControlModifier:
            handle, to = Handle((abs(dx), abs(dy))), (self._box.x1 + dx * step, self._box.y1 + dy * step)
            box = self._box.resized(handle, to, self._size, self.ratio)
        else:
            box = self._box.moved(dx * step, dy * step, self._size)
        self._set_box(box.snapped(self._size))

    # Painting

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """The dark surroundings, the box, thirds while it is held, and its handles."""
        box = self._rect(frame)
        paint_outside(painter, frame, box, _VEIL)
        line = max(round(frame.unit), 1)
        edge = box.adjusted(-line / 2, -line / 2, line / 2, line / 2)
        for colour, width in ((QColor(0, 0, 0, 130), 3 * line), (QColor(255, 255, 255, 235), line)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(edge)
        if self._held is not None:
            self._paint_thirds(painter, box, line)
        painter.setPen(QPen(QColor(0, 0, 0, 170), line))
        painter.setBrush(QColor(255, 255, 255))
        half = _HANDLE * frame.unit
        for handle in Handle:
            corner = _corner(box, handle)
            painter.drawRect(QRectF(corner.x() - half, corner.y() - half, 2 * half, 2 * half))

    def _paint_thirds(self, painter: QPainter, box: QRectF, line: int) -> None:
        painter.setPen(QPen(QColor(255, 255, 255, 110), line))
        for third in (1 / 3, 2 / 3):
            x, y = box.left() + third * box.width(), box.top() + third * box.height()
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _rect(self, frame: PictureFrame) -> QRectF:
        box, (width, height) = self._box, self._size
        return frame.to_rect(box.x0 / width, box.y0 / height, box.x1 / width, box.y1 / height)


def _corner(rect: QRectF, handle: Handle) -> QPointF:
    across, down = handle.value
    middle = rect.center()
    return QPointF(middle.x() + across * rect.width() / 2, middle.y() + down * rect.height() / 2)
