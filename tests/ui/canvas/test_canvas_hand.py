"""The canvas under the hand: the wipe, zoom and pan, and what they ask to be rendered."""

from __future__ import annotations

import pytest
from canvas_hand import (
    GREY,
    LEFT,
    MIDDLE,
    MIDDLE_OF,
    RED,
    colour_at,
    drag,
    move,
    pinch,
    pixel_under,
    turn_wheel,
)
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorstudio.ui.canvas import Canvas, CompareMode, ViewRequest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class TestWipe:
    """The divider."""

    def test_dragging_the_divider_changes_what_is_painted(self, canvas: Canvas, qtbot: QtBot) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        with qtbot.waitSignal(canvas.wipe_changed) as told:
            drag(canvas, MIDDLE_OF, QPoint(450, 220))
        assert colour_at(canvas, 400, 250) == GREY
        assert colour_at(canvas, 480, 250) == RED
        assert told.args == [canvas.wipe]

    def test_the_divider_stops_at_the_edges_of_the_picture(self, canvas: Canvas) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        drag(canvas, MIDDLE_OF, QPoint(5000, 200))
        assert canvas.wipe == 1.0

    def test_the_divider_stays_on_the_screen_when_zoomed(self, canvas: Canvas) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        canvas.zoom_to_actual()
        assert colour_at(canvas, 150, 300) == GREY
        assert colour_at(canvas, 450, 300) == RED

    def test_arrow_keys_move_it(self, canvas: Canvas) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        assert canvas.wipe == pytest.approx(0.52)
        QTest.keyClick(canvas, Qt.Key.Key_Left)
        QTest.keyClick(canvas, Qt.Key.Key_Left)
        assert canvas.wipe == pytest.approx(0.48)

    def test_a_double_click_puts_it_in_the_middle(self, canvas: Canvas) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        drag(canvas, MIDDLE_OF, QPoint(450, 220))
        QTest.mouseDClick(canvas, LEFT, pos=QPoint(450, 220))
        assert canvas.wipe == 0.5
        assert canvas.is_fitted

    def test_the_cursor_tells_where_it_can_be_held(self, canvas: Canvas) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        move(canvas, MIDDLE_OF)
        assert canvas.cursor().shape() == Qt.CursorShape.SplitHCursor
        move(canvas, QPoint(400, 200))
        assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor

    def test_a_drag_of_the_divider_does_not_move_the_picture(self, canvas: Canvas) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        canvas.zoom_to_actual()
        seen = pixel_under(canvas, QPoint(10, 10))
        drag(canvas, MIDDLE_OF, QPoint(350, 200))
        assert pixel_under(canvas, QPoint(10, 10)) == seen


class TestZoom:
    """Wheel, pinch and steps."""

    def test_the_wheel_keeps_the_pixel_under_the_pointer(self, canvas: Canvas) -> None:
        canvas.zoom_to_actual()
        at = QPoint(420, 130)
        before = pixel_under(canvas, at)
        for angle in (120, 120, -120, 120, 15):
            turn_wheel(canvas, at, angle)
            assert pixel_under(canvas, at) == pytest.approx(before, abs=1)
        assert canvas.zoom == pytest.approx(1.2 ** (2 + 15 / 120))

    def test_pinching_zooms_at_the_fingers(self, canvas: Canvas) -> None:
        canvas.zoom_to_actual()
        at = QPoint(420, 130)
        before = pixel_under(canvas, at)
        pinch(canvas, at, 0.5)
        assert canvas.zoom == pytest.approx(1.5)
        assert pixel_under(canvas, at) == pytest.approx(before, abs=1)

    def test_steps_fit_and_actual(self, canvas: Canvas, qtbot: QtBot) -> None:
        fitted = canvas.zoom
        with qtbot.waitSignal(canvas.zoom_changed) as told:
            canvas.zoom_in()
        assert told.args == [canvas.zoom]
        assert canvas.zoom > fitted
        canvas.zoom_to_actual()
        assert canvas.zoom == 1.0
        canvas.zoom_out()
        assert canvas.zoom < 1.0
        canvas.zoom_to_fit()
        assert canvas.zoom == fitted
        assert canvas.is_fitted

    def test_a_double_click_goes_to_actual_pixels_and_back(self, canvas: Canvas) -> None:
        QTest.mouseDClick(canvas, LEFT, pos=QPoint(200, 100))
        assert canvas.zoom == 1.0
        QTest.mouseDClick(canvas, LEFT, pos=QPoint(200, 100))
        assert canvas.is_fitted

    def test_a_fitted_picture_stays_fitted_when_the_window_changes(self, canvas: Canvas, qtbot: QtBot) -> None:
        canvas.window().resize(900, 700)
        qtbot.waitUntil(lambda: canvas.width() == 900)
        assert canvas.is_fitted
        assert canvas.zoom == pytest.approx((900 - 48) / 3000)


class TestPan:
    """Drags, keys and two fingers."""

    @pytest.mark.parametrize("button", [LEFT, MIDDLE])
    def test_a_drag_moves_the_picture_with_the_hand(self, canvas: Canvas, button: Qt.MouseButton) -> None:
        canvas.zoom_to_actual()
        held = pixel_under(canvas, QPoint(300, 200))
        drag(canvas, QPoint(300, 200), QPoint(240, 230), button)
        assert pixel_under(canvas, QPoint(240, 230)) == held

    def test_it_ends_at_the_edge_of_the_picture(self, canvas: Canvas) -> None:
        canvas.zoom_to_actual()
        drag(canvas, QPoint(10, 10), QPoint(9000, 9000))
        assert pixel_under(canvas, QPoint(0, 0)) == (0, 0)
        drag(canvas, QPoint(500, 300), QPoint(-9000, -9000))
        assert pixel_under(canvas, QPoint(599, 399)) == (2999, 1999)

    def test_a_fitted_picture_does_not_move(self, canvas: Canvas) -> None:
        held = pixel_under(canvas, QPoint(300, 200))
        drag(canvas, QPoint(300, 200), QPoint(240, 230))
        assert pixel_under(canvas, QPoint(300, 200)) == held

    def test_with_the_space_bar_a_drag_pans_even_on_the_divider(self, canvas: Canvas) -> None:
        canvas.set_compare_mode(CompareMode.WIPE)
        canvas.zoom_to_actual()
        held = pixel_under(canvas, MIDDLE_OF)
        QTest.keyPress(canvas, Qt.Key.Key_Space)
        assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
        drag(canvas, MIDDLE_OF, QPoint(250, 180))
        QTest.keyRelease(canvas, Qt.Key.Key_Space)
        assert canvas.wipe == 0.5
        assert pixel_under(canvas, QPoint(250, 180)) == held

    def test_arrow_keys_pan_and_with_shift_in_a_wipe_too(self, canvas: Canvas) -> None:
        canvas.zoom_to_actual()
        x, y = pixel_under(canvas, MIDDLE_OF)
        QTest.keyClick(canvas, Qt.Key.Key_Down)
        canvas.set_compare_mode(CompareMode.WIPE)
        QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert pixel_under(canvas, MIDDLE_OF) == (x + 64, y + 64)
        assert canvas.wipe == 0.5

    def test_two_fingers_pan(self, canvas: Canvas) -> None:
        canvas.zoom_to_actual()
        x, y = pixel_under(canvas, MIDDLE_OF)
        turn_wheel(canvas, MIDDLE_OF, -30, Qt.ScrollPhase.ScrollUpdate)
        assert pixel_under(canvas, MIDDLE_OF) == (x, y + 30)
        assert canvas.zoom == 1.0


class TestRequests:
    """What the canvas asks to be rendered sharply."""

    def test_many_changes_make_one_request(self, canvas: Canvas, qtbot: QtBot) -> None:
        told: list[ViewRequest] = []
        QApplication.processEvents()
        canvas.viewport_changed.connect(told.append)
        canvas.zoom_in()
        canvas.zoom_in()
        canvas.pan(10, 0)
        qtbot.waitUntil(lambda: bool(told))
        assert told == [canvas.view_request()]
        assert told[0].scale == canvas.zoom

    def test_another_picture_of_the_same_size_asks_again(self, canvas: Canvas, qtbot: QtBot) -> None:
        QApplication.processEvents()
        with qtbot.waitSignal(canvas.viewport_changed):
            canvas.set_picture_size(3000, 2000)

    def test_nothing_is_asked_when_nothing_changed(self, canvas: Canvas, qtbot: QtBot) -> None:
        QApplication.processEvents()
        with qtbot.assertNotEmitted(canvas.viewport_changed):
            canvas.zoom_to_fit()
            canvas.set_compare_mode(CompareMode.WIPE)
            QApplication.processEvents()

    def test_a_fitted_request_is_the_whole_picture(self, canvas: Canvas) -> None:
        request = canvas.view_request()
        assert request is not None
        assert request.rect.toAlignedRect().size() == QSize(3000, 2000)
        assert (request.width, request.height) == (528, 352)
