"""The canvas widget: turns the hand on a picture into zoom, pan and wipe, and takes dropped files."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from colorstudio.ui.canvas import overlay, wipe
from colorstudio.ui.canvas.drop_target import DropTarget
from colorstudio.ui.canvas.interaction import (
    ARROW_PAN,
    Gesture,
    Situation,
    arrow_of,
    cursor_for,
    gesture_for,
    is_hold_key,
    wheel_action,
)
from colorstudio.ui.canvas.tool import CanvasTool, Hand, buttons_of
from colorstudio.ui.canvas.wipe import CompareMode

_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Canvas(DropTarget):
    """One picture on a neutral surround.

    By hand: the wheel zooms at the pointer, as does pinching; two fingers, the left button (off the
    divider), the middle button, or any drag with the space bar down pan; a double click changes between
    fitted and 1:1. With the keyboard: left and right move the divider of a wipe, the arrows pan
    otherwise and with Shift; backslash (the won sign in Korean layouts) shows the original while it is down.
    """

    pointer_moved = Signal(object)
    """(x, y) of the picture pixel under the pointer, or None."""
    tool_changed = Signal(object)
    """The `CanvasTool` in the hand, or None."""
    menu_wanted = Signal(object, object)
    """A `Hand` on the picture, or at its middle by the menu key, and where a menu is to open, on the desktop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesture = Gesture.NONE
        self._grabbed_at = QPointF()
        self._pointer: QPointF | None = None
        self._held_pane: QRect | None = None
        self._last_pixel: tuple[int, int] | None = None
        self._pen_pressure = 1.0
        self._space_held = False
        self._shows_focus = False
        self._tool: CanvasTool | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()
        self.view_moved.connect(self._on_self_view_moved)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(
            self.tr(
                "The scan and its colour. Plus and minus zoom, the arrow keys move the picture or the divider, "
                "backslash shows the original while it is held down."
            )
        )

    # The tool

    @property
    def tool(self) -> CanvasTool | None:
        """What the left button does; None: it pans and wipes."""
        return self._tool

    def set_tool(self, tool: CanvasTool | None) -> None:
        """Take a tool in the hand, or put it away; its marks are drawn above all others."""
        if tool is self._tool:
            return
        if self._tool is not None:
            self._tool.hover(None)
        self._tool = tool
        self.set_marks("tool", tool)
        self._after_pointer_change()
        self.tool_changed.emit(tool)

    def _hand(self, event: QMouseEvent) -> Hand:
        """The hand of a tool, which works in both panes and sees its marks in that of the result."""
        is_pen = event.pointingDevice().type() is QInputDevice.DeviceType.Stylus
        pressure = self._pen_pressure if is_pen else 1.0
        place = self._hand_at(event.position())
        return replace(place, modifiers=event.modifiers(), pressure=pressure, button=event.button())

    def _hand_at(self, position: QPointF) -> Hand:
        at = self._in_pane(position)
        point, (width, height) = self._view.to_picture(at.x(), at.y()), self._view.picture
        return Hand(QPointF(point.x() / width, point.y() / height), at + QPointF(self._panes.result.topLeft()))

    # The pointer

    def _situation(self) -> Situation:
        has_tool = self._tool is not None and not self._view.is_empty
        buttons = buttons_of(self._tool) if self._tool is not None else Qt.MouseButton.LeftButton
        return Situation(self._is_on_divider(), self._view.can_pan, self._space_held, has_tool, buttons)

    def _pane_at(self, position: QPointF) -> QRect:
        """The pane under a place in logical pixels; while something is held, the one where that began."""
        at = position * self.devicePixelRatioF()
        return self._held_pane or self._panes.at(at.x(), at.y())

    def _in_pane(self, position: QPointF) -> QPointF:
        """A place in logical pixels as device pixels of its pane."""
        return position * self.devicePixelRatioF() - QPointF(self._pane_at(position).topLeft())

    def _pointed(self) -> tuple[QPointF | None, QRect | None]:
        if self._pointer is None or self._panes.original is None or self._last_pixel is None:
            return None, None
        return self._in_pane(self._pointer), self._pane_at(self._pointer)

    @property
    def shows_original_at_pointer(self) -> bool:
        """Whether the pointer is over the scan as it is, not over the result."""
        if self._pointer is None:
            return False
        mode = CompareMode.BEFORE if self._pane_at(self._pointer) == self._panes.original else self._shown_mode()
        if mode is CompareMode.WIPE:
            return self._in_pane(self._pointer).x() < wipe.divider_x(self._view.visible_view_rect(), self._wipe)
        return mode is CompareMode.BEFORE

    def _is_on_divider(self) -> bool:
        if self._pointer is None or self._shown_mode() is not CompareMode.WIPE:
            return False
        at, reach = self._pointer * self.devicePixelRatioF(), wipe.GRIP * self.devicePixelRatioF()
        return wipe.is_grip(self._view.visible_view_rect(), self._wipe, at.x(), at.y(), reach)

    @Slot()
    def _on_self_view_moved(self) -> None:
        self._after_pointer_change()

    def _after_pointer_change(self) -> None:
        """Tell, by the cursor, the divider and the read-out, what the pointer is on."""
        situation = self._situation()
        self.setCursor(self._cursor(situation))
        is_held = self._gesture is Gesture.WIPE or (situation.on_divider and self._gesture is Gesture.NONE)
        self._divider_fade.go_to(1.0 if is_held else 0.0, is_animated=self.animations)
        pixel = self._pixel_under_pointer()
        if pixel != self._last_pixel:
            self._last_pixel = pixel
            self.pointer_moved.emit(pixel)
            if self._panes.original is not None:
                self.update()

    def _cursor(self, situation: Situation) -> QCursor | Qt.CursorShape:
        takes_tool = self._gesture in (Gesture.NONE, Gesture.TOOL) and not situation.on_divider
        if self._tool is not None and takes_tool and not situation.space_held:
            return self._tool.cursor()
        return cursor_for(self._gesture, situation)

    def _pixel_under_pointer(self) -> tuple[int, int] | None:
        if self._pointer is None or self._view.is_empty:
            return None
        at = self._in_pane(self._pointer)
        point = self._view.to_picture(at.x(), at.y())
        x, y = math.floor(point.x()), math.floor(point.y())
        width, height = self._view.picture
        return (x, y) if 0 <= x < width and 0 <= y < height else None

    def _zoom_at(self, scale: float, position: QPointF) -> None:
        at = self._in_pane(position)
        self._set_view(self._view.zoomed(scale, at.x(), at.y()))

    def _toggle_fit(self, position: QPointF) -> None:
        if self._view.is_fitted:
            self._zoom_at(1.0, position)
        else:
            self.zoom_to_fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider or of the picture."""
        self._pointer = self._grabbed_at = event.position()
        self._held_pane = self._pane_at(event.position())
        if self._gesture is Gesture.NONE:
            self._gesture = gesture_for(event.button(), self._situation())
            if self._tool is not None and self._gesture is Gesture.TOOL:
                self._tool.press(self._hand(event))
        self._after_pointer_change()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        self._pointer = event.position()
        if self._gesture is Gesture.PAN:
            moved = self._pointer - self._grabbed_at
            self._grabbed_at = self._pointer
            self.pan(moved.x(), moved.y())
        elif self._gesture is Gesture.WIPE:
            x = self._pointer.x() * self.devicePixelRatioF()
            self.set_wipe(wipe.fraction_at(self._view.visible_view_rect(), x))
        elif self._tool is not None and not self._view.is_empty:
            move = self._tool.drag if self._gesture is Gesture.TOOL else self._tool.hover
            move(self._hand(event))
        self._after_pointer_change()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pointer = event.position()
        if not event.buttons():
            if self._gesture is Gesture.TOOL and self._tool is not None and not self._view.is_empty:
                self._tool.release(self._hand(event))
            self._gesture = Gesture.NONE
            self._held_pane = None
        self._after_pointer_change()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the divider: to the middle; elsewhere: between fitted and 1:1."""
        self._pointer = event.position()
        self._held_pane = self._pane_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._is_on_divider():
            self.set_wipe(0.5)
        elif self._tool is not None and not self._view.is_empty:
            self._gesture = Gesture.TOOL if self._tool.double_click(self._hand(event)) else Gesture.NONE
        elif not self._view.is_empty:
            self._toggle_fit(event.position())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Keep how hard the pen is pressed: the mouse events that Qt makes of it do not tell."""
        self._pen_pressure = event.pressure()
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is on no pixel any more."""
        self._pointer = None
        if self._tool is not None:
            self._tool.hover(None)
        self._after_pointer_change()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, or pan with two fingers."""
        action = wheel_action(event)
        if action.pan is not None:
            self.pan(action.pan.x(), action.pan.y())
        elif action.zoom is not None:
            self._zoom_at(self._view.scale * action.zoom, event.position())
        event.accept()

    def _on_native_gesture(self, event: QNativeGestureEvent) -> bool:
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom_at(self._view.scale * (1 + event.value()), event.position())
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            self._toggle_fit(event.position())
        elif kind is Qt.NativeGestureType.PanNativeGesture:
            self.pan(event.delta().x(), event.delta().y())
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu, unless the right button is the tool's."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        is_taken = self._tool is not None and Qt.MouseButton.RightButton in buttons_of(self._tool)
        if self._view.is_empty or (by_mouse and is_taken):
            return
        position = QPointF(event.pos())
        if not by_mouse:
            seen = self._view.visible_view_rect().translated(self._panes.result.topLeft())
            position = QPointF(seen.center()) / self.devicePixelRatioF()
        self.menu_wanted.emit(self._hand_at(position), self.mapToGlobal(position.toPoint()))

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The tool's keys, arrows, the space bar and the key that shows the original."""
        if self._tool is not None and self._tool.key_press(event):
            return
        if arrow := arrow_of(event):
            self._move_by_arrow(*arrow, is_pan=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif is_hold_key(event):
            self.set_holding_original(True)
        elif event.key() == Qt.Key.Key_Space:
            self._set_space_held(True)
        else:
            super().keyPressEvent(event)

    def _move_by_arrow(self, dx: int, dy: int, is_pan: bool) -> None:
        if dx and not is_pan and self._shown_mode() is CompareMode.WIPE:
            self.set_wipe(self._wipe + dx * wipe.STEP)
        else:
            self.pan(-dx * ARROW_PAN, -dy * ARROW_PAN)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the space bar or of the original."""
        if event.isAutoRepeat():
            return
        if is_hold_key(event):
            self.set_holding_original(False)
        elif event.key() == Qt.Key.Key_Space:
            self._set_space_held(False)
        else:
            super().keyReleaseEvent(event)

    def _set_space_held(self, is_held: bool) -> None:
        self._space_held = is_held
        self._after_pointer_change()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when the keyboard brought it."""
        self._shows_focus = event.reason() in _KEYBOARD_REASONS
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """The keys that are held will be released elsewhere."""
        self._shows_focus = False
        self._set_space_held(False)
        self.set_holding_original(False)

    # The widget

    def event(self, event: QEvent) -> bool:
        """Pinches on a touch pad."""
        if isinstance(event, QNativeGestureEvent) and self._on_native_gesture(event):
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and the frame that tells of the keyboard's focus or of files about to be dropped."""
        super().paintEvent(event)
        if self._awaits_drop or self._shows_focus:
            painter = QPainter(self)
            colour = overlay.seen_on(self.surround)
            overlay.paint_frame(painter, self.rect(), colour, 4 if self._awaits_drop else 2)
            painter.end()
