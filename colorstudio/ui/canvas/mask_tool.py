"""The mask brush in the hand: strokes and gradients, the ring that shows where the brush would paint."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from colorstudio.core.steering import MaskStroke
from colorstudio.ui.canvas.canvas import Canvas
from colorstudio.ui.canvas.mask_brush import Brush, MaskMode, Place, StrokeDraft
from colorstudio.ui.canvas.tool import Hand, PictureFrame

_SMALLEST_RING = 3.0
"""Logical pixels: a smaller brush is shown by its cross alone."""
_SIGN = 4.0
_BESIDE_RING = 24.0
"""Logical pixels around the ring that its sign and its lines need."""
_KNOB = 5.0
_LIGHT, _SHADE = QColor(255, 255, 255, 235), QColor(0, 0, 0, 150)
_KEYS = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BraceLeft: -1, Qt.Key.Key_BracketRight: 1, Qt.Key.Key_BraceRight: 1}


class MaskTool(QObject):
    """Draws mask strokes on a canvas; whoever owns it keeps them.

    Alt or the right button turns brush and eraser round, Shift draws a straight line from where the last
    stroke ended; ``[`` and ``]`` change the size, with Shift the feathering, ``X`` changes between brush and eraser.

    Args:
        canvas: that it draws on.

    Attributes:
        base: the weight that the mask starts from; the owner keeps it up to date.
        buttons: that it takes from the canvas.
    """

    stroke_began = Signal(bool)
    """Whether it takes colour away."""
    stroke_drawn = Signal(object)
    """The `MaskStroke` as far as it is drawn."""
    stroke_finished = Signal(object)
    """The whole `MaskStroke`; None: nothing came of it."""
    stroke_given_up = Signal()
    """What was drawn since `stroke_began` is to be undone."""
    brush_changed = Signal(object)
    """The `Brush` after a key."""

    buttons = Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton

    def __init__(self, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.base = 1.0
        self._canvas = canvas
        self._brush = Brush()
        self._draft: StrokeDraft | None = None
        self._hand: Hand | None = None
        self._last_end: Place | None = None
        self._ring = QRect()

    @property
    def brush(self) -> Brush:
        """How the next stroke will be."""
        return self._brush

    def set_brush(self, brush: Brush) -> None:
        """Draw with another brush from the next stroke on."""
        self._brush = brush
        self._canvas.update()

    @property
    def is_drawing(self) -> bool:
        """Whether a stroke has begun and not ended."""
        return self._draft is not None

    def give_up(self) -> None:
        """Leave the stroke that is being drawn; `stroke_given_up` tells if there was one."""
        draft, self._draft = self._draft, None
        if draft is not None:
            self._canvas.update()
            self.stroke_given_up.emit()

    def forget(self) -> None:
        """Another picture: there is no stroke to go on from."""
        self.give_up()
        self._last_end = None

    # What the canvas calls

    def cursor(self) -> Qt.CursorShape:
        """A cross marks the middle; the ring around it is painted."""
        return Qt.CursorShape.CrossCursor

    def press(self, hand: Hand) -> None:
        """Begin a stroke."""
        frame = self._canvas.picture_frame()
        if frame is None:
            return
        self._hand = hand
        erases = self._brush.erases(self.base, self._is_reversed(hand))
        sides = float(frame.picture.width()), float(frame.picture.height())
        pixel = frame.unit / frame.short_side
        straight = self._last_end if hand.modifiers & Qt.KeyboardModifier.ShiftModifier else None
        self._draft = StrokeDraft(self._brush, erases, sides, pixel, _place(hand), hand.pressure, straight)
        self.stroke_began.emit(erases)
        self._tell()

    def drag(self, hand: Hand) -> None:
        """Go on."""
        self._hand = hand
        if self._draft is not None:
            self._draft.extend(_place(hand), hand.pressure)
            self._tell()

    def release(self, hand: Hand) -> None:
        """End the stroke."""
        draft, self._draft = self._draft, None
        if draft is None:
            return
        stroke = draft.finished()
        if stroke is not None and not draft.is_gradient:
            self._last_end = draft.end
        self._canvas.update()
        self.stroke_finished.emit(stroke)

    def hover(self, hand: Hand | None) -> None:
        """Let the ring follow."""
        self._hand = hand
        self._repaint_ring()

    def double_click(self, hand: Hand) -> bool:
        """Two quick strokes from one place."""
        self.press(hand)
        return True

    def key_press(self, event: QKeyEvent) -> bool:
        """Size, feathering, and the brush in place of the eraser."""
        brush = _after_key(self._brush, event)
        if brush is None or self.is_drawing:
            return brush is not None
        self.set_brush(brush)
        self.brush_changed.emit(brush)
        return True

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """The ring, or the gradient that is being drawn."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._draft is not None and self._draft.is_gradient:
            _paint_gradient(painter, frame, self._draft.start, self._draft.end)
        elif self._hand is not None and self._brush.mode is not MaskMode.GRADIENT:
            erases = self._brush.erases(self.base, self._is_reversed(self._hand))
            if self._draft is not None:
                erases = self._draft.erases
            _paint_ring(painter, frame, _place(self._hand), self._brush, erases)

    # Inside

    def _tell(self) -> None:
        assert self._draft is not None
        stroke: MaskStroke | None = self._draft.stroke()
        if stroke is not None:
            self.stroke_drawn.emit(stroke)
        self._repaint_ring()

    def _repaint_ring(self) -> None:
        """Paint again where the ring was and where it is; the picture is large, and the hand quick."""
        frame = self._canvas.picture_frame()
        if frame is None or self._brush.mode is MaskMode.GRADIENT:
            self._canvas.update()
            return
        self._canvas.update(self._ring)
        self._ring = QRect()
        if self._hand is not None:
            reach = self._brush.radius * frame.short_side / frame.unit + _BESIDE_RING
            middle = self._hand.place / frame.unit
            corner = QPointF(reach, reach)
            self._ring = QRectF(middle - corner, middle + corner).toAlignedRect()
            self._canvas.update(self._ring)

    @staticmethod
    def _is_reversed(hand: Hand) -> bool:
        return hand.button is Qt.MouseButton.RightButton or bool(hand.modifiers & Qt.KeyboardModifier.AltModifier)


def _after_key(brush: Brush, event: QKeyEvent) -> Brush | None:
    """The brush that a key makes of another one; None: the key means nothing here."""
    others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    if event.modifiers() & others:
        return None
    if event.key() == Qt.Key.Key_X:
        return brush.exchanged()
    steps = next((steps for key, steps in _KEYS.items() if key == event.key()), None)
    if steps is None:
        return None
    is_feather = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return brush.feathered(steps) if is_feather else brush.resized(steps)


def _place(hand: Hand) -> Place:
    return hand.point.x(), hand.point.y()


def _stroke_twice(painter: QPainter, unit: float, shade: QColor = _SHADE, light: QColor = _LIGHT) -> list[QPen]:
    """Pens for a line that is seen on light and on dark ground: a dark one, and a bright, thinner one above it."""
    return [QPen(shade, 3 * unit), QPen(light, 1.2 * unit)]


def _paint_ring(painter: QPainter, frame: PictureFrame, place: Place, brush: Brush, erases: bool) -> None:
    centre, unit = frame.to_view(*place), frame.unit
    radius = brush.radius * frame.short_side
    core = radius * (1 - brush.feather)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in _stroke_twice(painter, unit):
        painter.setPen(pen)
        if radius >= _SMALLEST_RING * unit:
            painter.drawEllipse(centre, radius, radius)
        _paint_sign(painter, centre + QPointF(1, -1) * max(radius * 0.7072, 8 * unit), erases, unit)
    if core >= _SMALLEST_RING * unit and brush.feather > 0:
        for pen in _stroke_twice(painter, unit, QColor(0, 0, 0, 90), QColor(255, 255, 255, 150)):
            pen.setDashPattern([8 * unit / pen.widthF(), 8 * unit / pen.widthF()])
            painter.setPen(pen)
            painter.drawEllipse(centre, core, core)


def _paint_sign(painter: QPainter, corner: QPointF, erases: bool, unit: float) -> None:
    """A plus or a minus beside the ring: the effect is told by a shape, not by a colour."""
    middle, arm = corner + QPointF(8, -8) * unit, _SIGN * unit
    painter.drawLine(QLineF(middle - QPointF(arm, 0), middle + QPointF(arm, 0)))
    if not erases:
        painter.drawLine(QLineF(middle - QPointF(0, arm), middle + QPointF(0, arm)))


def _paint_gradient(painter: QPainter, frame: PictureFrame, start: Place, end: Place) -> None:
    """The way of the gradient, and the lines at which it begins and ends."""
    first, last = frame.to_view(*start), frame.to_view(*end)
    line = QLineF(first, last)
    across = line.normalVector().unitVector()
    reach = QPointF(across.dx(), across.dy()) * (frame.picture.width() + frame.picture.height())
    painter.setClipRect(frame.visible)
    for pen in _stroke_twice(painter, frame.unit):
        painter.setPen(pen)
        painter.drawLine(line)
        if line.length() > 1:
            painter.drawLine(QLineF(first - reach, first + reach))
            pen.setDashPattern([6 * frame.unit / pen.widthF(), 6 * frame.unit / pen.widthF()])
            painter.setPen(pen)
            painter.drawLine(QLineF(last - reach, last + reach))
    painter.setPen(QPen(_SHADE, frame.unit))
    painter.setBrush(_LIGHT)
    for knob in (first, last):
        painter.drawEllipse(knob, _KNOB * frame.unit, _KNOB * frame.unit)
