"""The crop tool in the hand. The picture of 3000 x 2000 is fitted: x 36 to 564, y 24 to 376, 0.176 of its size."""

from __future__ import annotations

import pytest
from canvas_hand import NO_BUTTON, RED, colour_at, drag
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorstudio.core.steering import Crop
from colorstudio.ui.canvas import Canvas
from colorstudio.ui.canvas.crop_box import CropBox
from colorstudio.ui.canvas.crop_tool import CropMarks, CropTool

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
SIZE = (3000, 2000)
WHOLE = CropBox.whole(SIZE)


@pytest.fixture
def tool(canvas: Canvas) -> CropTool:
    tool = CropTool(canvas)
    tool.begin(None, SIZE)
    canvas.set_tool(tool)
    return tool


def box_at(left: int, top: int, right: int, bottom: int) -> CropBox:
    """The box between two places on the canvas."""
    places = (((left - 36) / 0.176, (top - 24) / 0.176), ((right - 36) / 0.176, (bottom - 24) / 0.176))
    return CropBox(*places[0], *places[1]).snapped(SIZE)


def assert_near(box: CropBox, expected: CropBox) -> None:
    """A pixel of the screen is six of the scan."""
    for edge in ("x0", "y0", "x1", "y1"):
        assert abs(getattr(box, edge) - getattr(expected, edge)) <= 6, edge


def test_a_drag_draws_a_box(canvas: Canvas, tool: CropTool) -> None:
    drag(canvas, QPoint(136, 124), QPoint(236, 224))
    assert tool.box == box_at(136, 124, 236, 224)
    assert tool.crop is not None
    assert colour_at(canvas, 180, 180) == RED
    assert colour_at(canvas, 400, 300).red() < RED.red() // 2


def test_a_drag_inside_moves_it_and_one_at_a_handle_resizes_it(canvas: Canvas, tool: CropTool) -> None:
    drag(canvas, QPoint(136, 124), QPoint(236, 224))
    drag(canvas, QPoint(180, 180), QPoint(200, 190))
    assert_near(tool.box, box_at(156, 134, 256, 234))
    drag(canvas, QPoint(256, 234), QPoint(300, 280))
    assert_near(tool.box, box_at(156, 134, 300, 280))


def test_shift_keeps_the_shape(canvas: Canvas, tool: CropTool) -> None:
    drag(canvas, QPoint(136, 124), QPoint(236, 174))
    ratio = tool.box.ratio
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(236, 174))
    at = QPointF(336, 180)
    keys, button = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), NO_BUTTON, button, keys)
    QApplication.sendEvent(canvas, event)
    QTest.mouseRelease(canvas, button, pos=QPoint(336, 180))
    assert tool.box.width > 1000
    assert tool.box.ratio == pytest.approx(ratio, abs=0.01)


def test_a_click_draws_nothing(canvas: Canvas, tool: CropTool) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert tool.box == WHOLE
    assert tool.crop is None


def test_keys_move_resize_and_end_it(canvas: Canvas, tool: CropTool, qtbot: QtBot) -> None:
    tool.begin(Crop(0.1, 0.1, 0.5, 0.5), SIZE)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert tool.box == CropBox(306, 200, 1506, 1000)  # a pixel of the screen is 6 of the scan
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert tool.box == CropBox(306, 140, 1506, 940)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert tool.box == CropBox(306, 140, 1500, 946)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert tool.box == WHOLE
    with qtbot.waitSignal(tool.accepted):
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    with qtbot.waitSignal(tool.discarded):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_a_double_click_inside_accepts(canvas: Canvas, tool: CropTool, qtbot: QtBot) -> None:
    tool.begin(Crop(0.25, 0.25, 0.75, 0.75), SIZE)
    with qtbot.waitSignal(tool.accepted):
        QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))


def test_a_ratio_shapes_the_box_and_all_that_follow(canvas: Canvas, tool: CropTool) -> None:
    tool.set_ratio(1.0)
    assert tool.box == CropBox(500, 0, 2500, 2000)
    drag(canvas, QPoint(60, 40), QPoint(80, 140))
    assert tool.box.ratio == pytest.approx(1.0, abs=0.01)


def test_the_cursor_tells_what_would_be_held(canvas: Canvas, tool: CropTool) -> None:
    tool.begin(Crop(0.25, 0.25, 0.75, 0.75), SIZE)
    for place, shape in (
        (QPoint(168, 112), Qt.CursorShape.SizeFDiagCursor),
        (QPoint(300, 112), Qt.CursorShape.SizeVerCursor),
        (QPoint(300, 200), Qt.CursorShape.SizeAllCursor),
        (QPoint(60, 50), Qt.CursorShape.CrossCursor),
    ):
        QTest.mouseMove(canvas, place)
        assert canvas.cursor().shape() == shape


def test_a_crop_at_rest_darkens_what_is_left_out(canvas: Canvas) -> None:
    canvas.set_marks("crop", CropMarks(Crop(0.25, 0.25, 0.75, 0.75)))
    assert colour_at(canvas, 300, 250) == RED
    assert colour_at(canvas, 60, 50).red() < RED.red() // 2
