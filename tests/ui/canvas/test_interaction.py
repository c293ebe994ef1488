"""What buttons, the wheel and keys mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice, QWheelEvent

from colorstudio.ui.canvas.interaction import (
    Gesture,
    Situation,
    arrow_of,
    cursor_for,
    gesture_for,
    is_hold_key,
    wheel_action,
)

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
FITTED = Situation(on_divider=False, can_pan=False, space_held=False)
ZOOMED = Situation(on_divider=False, can_pan=True, space_held=False)
ON_DIVIDER = Situation(on_divider=True, can_pan=True, space_held=False)
ON_DIVIDER_WITH_SPACE = Situation(on_divider=True, can_pan=True, space_held=True)


@pytest.mark.parametrize(
    ("button", "situation", "gesture"),
    [
        (LEFT, FITTED, Gesture.NONE),
        (LEFT, ZOOMED, Gesture.PAN),
        (MIDDLE, ZOOMED, Gesture.PAN),
        (RIGHT, ZOOMED, Gesture.NONE),
        (LEFT, ON_DIVIDER, Gesture.WIPE),
        (MIDDLE, ON_DIVIDER, Gesture.PAN),
        (LEFT, ON_DIVIDER_WITH_SPACE, Gesture.PAN),
    ],
)
def test_drags(button: Qt.MouseButton, situation: Situation, gesture: Gesture) -> None:
    assert gesture_for(button, situation) is gesture


@pytest.mark.parametrize(
    ("gesture", "situation", "cursor"),
    [
        (Gesture.NONE, FITTED, Qt.CursorShape.ArrowCursor),
        (Gesture.NONE, ZOOMED, Qt.CursorShape.OpenHandCursor),
        (Gesture.PAN, ON_DIVIDER, Qt.CursorShape.ClosedHandCursor),
        (Gesture.NONE, ON_DIVIDER, Qt.CursorShape.SplitHCursor),
        (Gesture.WIPE, ZOOMED, Qt.CursorShape.SplitHCursor),
        (Gesture.NONE, ON_DIVIDER_WITH_SPACE, Qt.CursorShape.OpenHandCursor),
    ],
)
def test_cursors_tell_what_a_drag_would_do(gesture: Gesture, situation: Situation, cursor: Qt.CursorShape) -> None:
    assert cursor_for(gesture, situation) is cursor


def wheel(
    angle: int, phase: Qt.ScrollPhase, modifiers: Qt.KeyboardModifier, pixels: QPoint, sideways: int = 0
) -> QWheelEvent:
    none, device = Qt.MouseButton.NoButton, QPointingDevice.primaryPointingDevice()
    source = Qt.MouseEventSource.MouseEventNotSynthesized
    at = QPointF(10, 10)
    return QWheelEvent(at, at, pixels, QPoint(sideways, angle), none, modifiers, phase, False, source, device)


NO_PHASE, SCROLLING = Qt.ScrollPhase.NoScrollPhase, Qt.ScrollPhase.ScrollUpdate
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def test_a_wheel_zooms_and_two_fingers_pan(qapp: object) -> None:
    assert wheel_action(wheel(120, NO_PHASE, PLAIN, QPoint())).zoom == pytest.approx(1.2)
    assert wheel_action(wheel(-120, NO_PHASE, CTRL, QPoint())).zoom == pytest.approx(1 / 1.2)
    assert wheel_action(wheel(30, SCROLLING, CTRL, QPoint(0, 9))).zoom == pytest.approx(1.2**0.25)
    assert wheel_action(wheel(30, SCROLLING, PLAIN, QPoint(3, 9))).pan == QPointF(3, 9)
    assert wheel_action(wheel(30, SCROLLING, PLAIN, QPoint())).pan == QPointF(0, 15)
    assert wheel_action(wheel(0, NO_PHASE, PLAIN, QPoint(), sideways=120)).pan == QPointF(60, 0)


@pytest.mark.parametrize(("key", "is_hold"), [(Qt.Key.Key_Backslash, True), (0x20A9, True), (Qt.Key.Key_A, False)])
def test_the_key_that_shows_the_original_works_on_korean_keyboards(key: int, is_hold: bool) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, int(key), Qt.KeyboardModifier.NoModifier)
    assert is_hold_key(event) is is_hold
    assert arrow_of(event) is None


def test_arrows_are_directions() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    assert arrow_of(event) == (0, -1)
