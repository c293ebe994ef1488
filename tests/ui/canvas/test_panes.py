"""Panes: how the canvas is shared, and that both show the same place."""

from __future__ import annotations

import pytest
from canvas_hand import GREY, LEFT, RED, colour_at, drag, move, pixel_under, plain, turn_wheel
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorstudio.ui.canvas import Canvas, CompareMode
from colorstudio.ui.canvas.panes import Panes
from colorstudio.ui.canvas.tool import Hand, PictureFrame

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class TestPanes:
    """Rectangles."""

    def test_two_panes_have_one_size_and_do_not_meet(self) -> None:
        panes = Panes.two(1001, 600, 2, (3000, 2000))
        assert panes.original is not None
        assert panes.original.size() == panes.result.size()
        assert panes.original.x() == 0
        assert panes.result.x() - panes.original.width() in (2, 3)
        assert panes.result.x() + panes.result.width() == 1001

    def test_a_panorama_is_shown_above_itself(self) -> None:
        panes = Panes.two(1000, 600, 2, (6000, 1000))
        assert panes.original == QRect(0, 0, 1000, 299)
        assert panes.result == QRect(0, 301, 1000, 299)

    @pytest.mark.parametrize(("x", "is_original"), [(0, True), (498, True), (503, False), (2000, False)])
    def test_the_nearest_pane_is_found(self, x: int, is_original: bool) -> None:
        panes = Panes.two(1000, 600, 2, (3000, 2000))
        assert (panes.at(x, 10) == panes.original) is is_original
        assert panes.other(panes.at(x, 10)) == (panes.result if is_original else panes.original)

    def test_one_pane_has_no_other(self) -> None:
        panes = Panes.one(10, 10)
        assert panes.all == (QRect(0, 0, 10, 10),)
        assert panes.other(panes.result) is None


class RecordingTool:
    """Draws a blue square around the place it was pressed at, and remembers the hands."""

    def __init__(self) -> None:
        self.hands: list[Hand] = []

    def cursor(self) -> QCursor | Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def press(self, hand: Hand) -> None:
        self.hands.append(hand)

    def drag(self, hand: Hand) -> None:
        self.hands.append(hand)

    def release(self, hand: Hand) -> None:
        self.hands.append(hand)

    def hover(self, hand: Hand | None) -> None:
        pass

    def double_click(self, hand: Hand) -> bool | None:
        pass

    def key_press(self, event: QKeyEvent) -> bool:
        return False

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        for hand in self.hands:
            at = frame.to_view(hand.point.x(), hand.point.y())
            painter.fillRect(QRect(round(at.x()) - 3, round(at.y()) - 3, 6, 6), QColor("#0000ff"))


@pytest.fixture
def pair(canvas: Canvas) -> Canvas:
    canvas.set_compare_mode(CompareMode.SIDE_BY_SIDE)
    return canvas


class TestSideBySide:
    """The canvas with two panes, 299 pixels wide each."""

    def test_scan_and_result_are_fitted_each_into_a_half(self, pair: Canvas) -> None:
        assert colour_at(pair, 150, 200) == GREY
        assert colour_at(pair, 450, 200) == RED
        assert pair.zoom == pytest.approx((299 - 48) / 3000)
        assert pair.is_fitted
        pair.set_compare_mode(CompareMode.AFTER)
        assert pair.zoom == pytest.approx((400 - 48) / 2000)

    def test_both_panes_tell_the_same_pixel(self, pair: Canvas) -> None:
        pair.zoom_to_actual()
        assert pixel_under(pair, QPoint(100, 120)) == pixel_under(pair, QPoint(401, 120))

    def test_zoom_and_pan_are_linked(self, pair: Canvas) -> None:
        pair.zoom_to_actual()
        before = pixel_under(pair, QPoint(100, 120))
        turn_wheel(pair, QPoint(100, 120), 240)
        assert pixel_under(pair, QPoint(401, 120)) == pytest.approx(before, abs=1)
        drag(pair, QPoint(401, 120), QPoint(381, 150))
        assert pixel_under(pair, QPoint(80, 150)) == pytest.approx(before, abs=1)

    def test_a_drag_that_leaves_its_pane_goes_on_in_it(self, pair: Canvas) -> None:
        pair.zoom_to_actual()
        held = pixel_under(pair, QPoint(200, 120))
        drag(pair, QPoint(200, 120), QPoint(330, 120))
        drag(pair, QPoint(330 - 301, 120), QPoint(200 - 301, 120))
        assert pixel_under(pair, QPoint(200, 120)) == held

    @pytest.mark.parametrize("x", [100, 401])
    def test_a_tool_works_in_both_panes_and_draws_in_that_of_the_result(self, pair: Canvas, x: int) -> None:
        tool = RecordingTool()
        pair.set_tool(tool)
        drag(pair, QPoint(x, 200), QPoint(x, 200), LEFT)
        assert all(hand.place == QPointF(401, 200) for hand in tool.hands)
        assert len(tool.hands) == 3
        assert colour_at(pair, 401, 200) == QColor("#0000ff")
        assert colour_at(pair, 100, 200) == GREY

    def test_the_pointer_is_marked_in_the_other_pane(self, pair: Canvas) -> None:
        move(pair, QPoint(100, 200))
        assert colour_at(pair, 401 + 6, 200) != RED
        assert colour_at(pair, 100 + 6, 200) == GREY
        move(pair, QPoint(-5, -5))

    def test_it_tells_which_side_the_pointer_is_on(self, canvas: Canvas) -> None:
        for mode, sides in (
            (CompareMode.AFTER, [False, False]),
            (CompareMode.WIPE, [True, False]),
            (CompareMode.SIDE_BY_SIDE, [True, False]),
            (CompareMode.BEFORE, [True, True]),
        ):
            canvas.set_compare_mode(mode)
            seen = []
            for x in (150, 450):
                move(canvas, QPoint(x, 200))
                seen.append(canvas.shows_original_at_pointer)
            assert seen == sides, mode

    def test_before_there_is_a_result_both_panes_show_the_scan(self, pair: Canvas) -> None:
        pair.set_base(plain(GREY), None)
        assert colour_at(pair, 150, 200) == colour_at(pair, 450, 200) == GREY

    def test_what_is_asked_for_is_one_pane(self, pair: Canvas, qtbot: QtBot) -> None:
        pair.zoom_to_actual()
        with qtbot.waitSignal(pair.viewport_changed) as told:
            QApplication.processEvents()
        assert (told.args[0].width, told.args[0].height) == (299, 400)


class TestStill:
    """What stands still is scaled once, and looks the same."""

    def test_a_second_painting_equals_the_first(self, canvas: Canvas) -> None:
        picture = plain(RED)
        for x in range(0, 300, 7):
            picture.setPixelColor(x, x * 200 // 300, GREY)
        canvas.set_base(plain(GREY), picture)
        first = canvas.grab().toImage()
        assert canvas.grab().toImage() == first
        assert canvas.grab().toImage() == first
