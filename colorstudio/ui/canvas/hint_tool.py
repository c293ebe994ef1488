"""The hint tool: a click sets a hint, a drag draws a stroke; what is there is picked up, moved and resized."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter, QPen, QPolygonF, QWheelEvent

from colorstudio.core.steering import Hint
from colorstudio.ui.canvas.canvas import Canvas
from colorstudio.ui.canvas.hint_geometry import (
    RESIZE_STEP,
    Hit,
    Part,
    hit,
    moved,
    point_of,
    radius_at,
    resized,
    stroke_of,
)
from colorstudio.ui.canvas.hint_marks import HintMarks
from colorstudio.ui.canvas.interaction import arrow_of
from colorstudio.ui.canvas.tool import Hand, PictureFrame

_STILL = 3.0
"""Logical pixels that a click may slip."""
_FAR = 10
"""Logical pixels that an arrow moves a hint with Shift; one without."""
_REST_MS = 600
"""Keys and notches of a wheel that follow each other faster are one step of the history."""
_SIZE_KEYS = {"[": 1 / RESIZE_STEP, "]": RESIZE_STEP}
_DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class HintTool(QObject):
    """What the hand does to hints; it changes nothing itself, but says what is wanted.

    Args:
        canvas: where the picture is.
        marks: the hints that are drawn there, and which is selected.
    """

    hint_placed = Signal(object)
    """The points of a new hint: one, or those of a stroke."""
    hint_selected = Signal(int)
    """The index of a hint that was picked up; -1: the press was on none."""
    hint_changed = Signal(int, object)
    """The index of a hint, and the `Hint` it is now; more may follow until `gesture_ended`."""
    gesture_ended = Signal()
    delete_wanted = Signal()
    words_wanted = Signal()
    """The evidence of the selected hint is to be typed."""
    dismissed = Signal()
    """Escape: nothing is to be selected."""

    def __init__(self, canvas: Canvas, marks: HintMarks) -> None:
        super().__init__(canvas)
        self._canvas, self._marks = canvas, marks
        self._held: Hit | None = None
        self._original: Hint | None = None
        self._start: Hand | None = None
        self._is_still = True
        self._stroke: list[QPointF] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.gesture_ended)
        canvas.installEventFilter(self)

    # The hand

    def cursor(self) -> QCursor | Qt.CursorShape:
        """A cross, or what would be done to the hint under the pointer."""
        if self._held is not None:
            return Qt.CursorShape.SizeHorCursor if self._held.part is Part.HANDLE else Qt.CursorShape.ClosedHandCursor
        if self._marks.hovered >= 0:
            return Qt.CursorShape.SizeAllCursor
        return Qt.CursorShape.CrossCursor

    def press(self, hand: Hand) -> None:
        """Pick up what is under the pointer, or begin a new hint."""
        self._end_rest()
        self._start, self._is_still = hand, True
        self._held = self._hit(hand)
        if self._held is not None:
            self._original = self._marks.hints[self._held.index]
            self.hint_selected.emit(self._held.index)
        elif _is_inside(hand.point):
            self._stroke = [hand.point]
        else:
            self.hint_selected.emit(-1)

    def drag(self, hand: Hand) -> None:
        """Move or resize what is held, or draw on."""
        frame = self._canvas.picture_frame()
        if frame is None or self._start is None:
            return
        slip = hand.place - self._start.place
        self._is_still = self._is_still and slip.manhattanLength() <= _STILL * frame.unit
        if self._is_still:
            return
        if self._held is not None and self._original is not None:
            self.hint_changed.emit(self._held.index, self._changed(hand, frame))
        elif self._stroke:
            self._stroke.append(hand.point)
            self._canvas.update()

    def release(self, hand: Hand) -> None:
        """Let go; a new hint is set now."""
        frame, stroke, was_held = self._canvas.picture_frame(), self._stroke, self._held is not None
        self._held, self._original, self._start, self._stroke = None, None, None, []
        if was_held and not self._is_still:
            self.gesture_ended.emit()
        if stroke and frame is not None:
            points = (point_of(stroke[0]),) if self._is_still else stroke_of(stroke, frame)
            self.hint_placed.emit(points)
        self.hover(hand)
        self._canvas.update()

    def _give_up(self) -> None:
        """Leave things as they were when the button went down."""
        if self._held is not None and self._original is not None and not self._is_still:
            self.hint_changed.emit(self._held.index, self._original)
            self.gesture_ended.emit()
        self._held, self._original, self._start, self._stroke = None, None, None, []
        self._canvas.update()

    def hover(self, hand: Hand | None) -> None:
        """Show what would be picked up."""
        found = self._hit(hand) if hand is not None else None
        self._marks.set_hovered(found.index if found is not None else -1)

    def double_click(self, hand: Hand) -> None:
        """On a hint: its evidence is to be typed."""
        if self._hit(hand) is not None:
            self.words_wanted.emit()

    def _hit(self, hand: Hand) -> Hit | None:
        frame = self._canvas.picture_frame()
        if frame is None or not self._marks.are_seen:
            return None
        return hit(self._marks.hints, self._marks.selected, hand.place, frame)

    def _changed(self, hand: Hand, frame: PictureFrame) -> Hint:
        assert self._held is not None
        assert self._original is not None
        assert self._start is not None
        if self._held.part is Part.HANDLE:
            return replace(self._original, radius=radius_at(self._original, hand.place, frame))
        way = hand.point - self._start.point
        return moved(self._original, way.x(), way.y())

    # Keys and the wheel

    def key_press(self, event: QKeyEvent) -> bool:
        """Delete, resize with [ and ], move with the arrows; Escape gives up what was begun, then lets go."""
        if event.key() == Qt.Key.Key_Escape and self._start is not None:
            self._give_up()
            return True
        selected = self._selected()
        if selected is None:
            return False
        if event.key() in _DELETE_KEYS:
            self.delete_wanted.emit()
        elif event.text() in _SIZE_KEYS:
            self._change(resized(selected, _SIZE_KEYS[event.text()]))
        elif arrow := arrow_of(event):
            self._step(selected, *arrow, is_far=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel with Alt resizes the selected hint; some systems then turn it sideways."""
        if isinstance(event, QWheelEvent) and self._canvas.tool is self:
            selected = self._selected()
            if selected is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
                self._change(resized(selected, RESIZE_STEP**notches))
                return True
        return super().eventFilter(watched, event)

    def _selected(self) -> Hint | None:
        index = self._marks.selected
        return self._marks.hints[index] if self._marks.are_seen and 0 <= index < len(self._marks.hints) else None

    def _step(self, hint: Hint, dx: int, dy: int, is_far: bool) -> None:
        frame = self._canvas.picture_frame()
        if frame is not None:
            step = (_FAR if is_far else 1) * frame.unit
            self._change(moved(hint, dx * step / frame.picture.width(), dy * step / frame.picture.height()))

    def _change(self, hint: Hint) -> None:
        self.hint_changed.emit(self._marks.selected, hint)
        self._rest.start()

    @Slot()
    def _end_rest(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self.gesture_ended.emit()

    # Painting

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """The stroke that is being drawn."""
        if len(self._stroke) < 2 or self._is_still:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPolygonF([frame.to_view(each.x(), each.y()) for each in self._stroke])
        for colour, width in ((QColor(0, 0, 0, 150), 5), (QColor(255, 255, 255), 2)):
            join, cap = Qt.PenJoinStyle.RoundJoin, Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(colour, width * frame.unit, Qt.PenStyle.SolidLine, cap, join))
            painter.drawPolyline(line)


def _is_inside(point: QPointF) -> bool:
    return 0 <= point.x() <= 1 and 0 <= point.y() <= 1
