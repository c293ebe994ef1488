"""What a hand means: decisions about buttons, wheel and keys, apart from the widget that obeys them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QWheelEvent

WHEEL_ZOOM = 1.2
"""Zoom factor of one notch of a wheel, 120 eighths of a degree."""
ARROW_PAN = 64
"""Logical pixels that an arrow key pans."""

_WON_SIGN = 0x20A9
"""What the backslash key gives in Korean layouts."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Gesture(Enum):
    """What a drag does."""

    NONE = auto()
    PAN = auto()
    WIPE = auto()
    TOOL = auto()


@dataclass(frozen=True)
class Situation:
    """What a press or a pointer meets.

    Attributes:
        on_divider: the pointer is on the wipe's divider.
        can_pan: the picture reaches beyond the viewport.
        space_held: the space bar is down.
        has_tool: a tool is in the hand.
        tool_buttons: those that the tool takes.
    """

    on_divider: bool
    can_pan: bool
    space_held: bool
    has_tool: bool = False
    tool_buttons: Qt.MouseButton = Qt.MouseButton.LeftButton


@dataclass(frozen=True)
class WheelAction:
    """What a wheel or touch pad does: zoom by a factor, or pan by logical pixels."""

    zoom: float | None = None
    pan: QPointF | None = None


def gesture_for(button: Qt.MouseButton, situation: Situation) -> Gesture:
    """What a drag with `button` does: the left one wipes on the divider, the tool has its own; all else pans."""
    if button is Qt.MouseButton.LeftButton and situation.on_divider and not situation.space_held:
        return Gesture.WIPE
    if button in situation.tool_buttons and situation.has_tool and not situation.space_held:
        return Gesture.TOOL
    is_pan = button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
    return Gesture.PAN if is_pan and situation.can_pan else Gesture.NONE


def cursor_for(gesture: Gesture, situation: Situation) -> Qt.CursorShape:
    """The pointer that tells what a drag does, or would do."""
    if gesture is Gesture.PAN:
        return Qt.CursorShape.ClosedHandCursor
    would = gesture_for(Qt.MouseButton.LeftButton, situation)
    if Gesture.WIPE in (gesture, would):
        return Qt.CursorShape.SplitHCursor
    return Qt.CursorShape.OpenHandCursor if would is Gesture.PAN else Qt.CursorShape.ArrowCursor


def wheel_action(event: QWheelEvent) -> WheelAction:
    """Two fingers on a touch pad, or a wheel turned sideways, pan; a wheel, and anything with Ctrl, zooms."""
    with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    angle = event.angleDelta()
    if not with_ctrl and (is_touch_pad(event) or not angle.y()):
        return WheelAction(pan=_pan_of(event.pixelDelta(), angle))
    return WheelAction(zoom=WHEEL_ZOOM ** (angle.y() / 120))


def is_touch_pad(event: QWheelEvent) -> bool:
    """Whether fingers scroll: macOS and Wayland tell by the phase, X11 by the device."""
    from_pad = event.device() is not None and event.device().type() == QInputDevice.DeviceType.TouchPad
    return from_pad or event.phase() != Qt.ScrollPhase.NoScrollPhase


def _pan_of(pixels: QPoint, angle: QPoint) -> QPointF:
    return QPointF(pixels) if not pixels.isNull() else QPointF(angle) / 2


def is_hold_key(event: QKeyEvent) -> bool:
    """Whether the key is the one that shows the original while it is down: backslash, or the won sign."""
    return event.key() in (Qt.Key.Key_Backslash, _WON_SIGN)


def arrow_of(event: QKeyEvent) -> tuple[int, int] | None:
    """The direction of an arrow key; None for other keys."""
    try:
        return _ARROWS.get(Qt.Key(event.key()))
    except ValueError:  # a character that is no named key
        return None
