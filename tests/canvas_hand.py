"""A hand for the tests of the canvas: drags, wheels, fingers, and a look at what is painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from colorstudio.ui.canvas import Canvas

GREY, RED, BLUE = QColor("#808080"), QColor("#c00000"), QColor("#0000c0")
LEFT, MIDDLE, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
MIDDLE_OF = QPoint(300, 200)


def plain(colour: QColor, width: int = 300, height: int = 200) -> QImage:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def colour_at(canvas: Canvas, x: int, y: int) -> QColor:
    """What is painted there, in logical pixels."""
    return canvas.grab().toImage().pixelColor(x, y)


def drag(canvas: Canvas, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press, move and let go."""
    QTest.mousePress(canvas, button, pos=start)
    move(canvas, end, button)
    QTest.mouseRelease(canvas, button, pos=end)


def move(canvas: Canvas, to: QPoint, buttons: Qt.MouseButton = NO_BUTTON) -> None:
    """Move the pointer; QTest.mouseMove would do so without the buttons that are held."""
    at, over = QPointF(to), QPointF(canvas.mapToGlobal(to))
    event = QMouseEvent(QEvent.Type.MouseMove, at, over, NO_BUTTON, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def turn_wheel(canvas: Canvas, at: QPoint, angle: int, phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase) -> None:
    """Turn a wheel by eighths of a degree, or, with a phase, scroll by pixels with two fingers."""
    over, plain_keys = QPointF(canvas.mapToGlobal(at)), Qt.KeyboardModifier.NoModifier
    pixels = QPoint() if phase is Qt.ScrollPhase.NoScrollPhase else QPoint(0, angle)
    event = QWheelEvent(QPointF(at), over, pixels, QPoint(0, angle), NO_BUTTON, plain_keys, phase, False)
    QApplication.sendEvent(canvas, event)


def pixel_under(canvas: Canvas, at: QPoint) -> tuple[int, int]:
    """The picture pixel that the canvas tells for a place."""
    told: list[object] = []
    canvas.pointer_moved.connect(told.append)
    move(canvas, QPoint(-5, -5))
    move(canvas, at)
    canvas.pointer_moved.disconnect(told.append)
    pixel = told[-1]
    assert isinstance(pixel, tuple)
    return pixel


def pinch(canvas: Canvas, at: QPoint, value: float) -> None:
    """Spread two fingers on a touch pad: zoom by 1 + value."""
    device, kind = QPointingDevice.primaryPointingDevice(), Qt.NativeGestureType.ZoomNativeGesture
    over = QPointF(canvas.mapToGlobal(at))
    QApplication.sendEvent(canvas, QNativeGestureEvent(kind, device, 2, QPointF(at), over, over, value, QPointF()))
