"""The canvas under the hand: what is painted, and what is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.ui.canvas import Canvas, CompareMode, ViewRequest
from colorstudio.ui.theme import DARK, LIGHT, Theme, apply_theme

GREY, RED, BLUE = QColor("#808080"), QColor("#c00000"), QColor("#0000c0")
LEFT, MIDDLE, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
MIDDLE_OF = QPoint(300, 200)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def plain(colour: QColor, width: int = 300, height: int = 200) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication) -> Iterator[Canvas]:
    """A shown canvas of 600 x 400 that shows a picture of 3000 x 2000, grey before and red after."""
    apply_theme(qapp, Theme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    canvas = Canvas()
    canvas.animations = False
    layout.addWidget(canvas)
    canvas.set_picture_size(3000, 2000)
    canvas.set_base(plain(GREY), plain(RED))
    with qtbot.waitExposed(window):
        window.show()
    assert canvas.size() == QSize(600, 400)
    yield canvas
    apply_theme(qapp, Theme.LIGHT)


def colour_at(canvas: Canvas, x: int, y: int) -> QColor:
    return canvas.grab().toImage().pixelColor(x, y)


def drag(canvas: Canvas, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(canvas, button, pos=start)
    move(canvas, end, button)
    QTest.mouseRelease(canvas, button, pos=end)


def move(canvas: Canvas, to: QPoint, buttons: Qt.MouseButton = NO_BUTTON) -> None:
    at, over = QPointF(to), QPointF(canvas.mapToGlobal(to))
    event = QMouseEvent(QEvent.Type.MouseMove, at, over, NO_BUTTON, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def turn_wheel(canvas: Canvas, at: QPoint, angle: int, phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase) -> None:
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


class TestPictures:
    """What is painted."""

    def test_an_empty_canvas_is_the_surround(self, canvas: Canvas) -> None:
        canvas.set_picture_size(0, 0)
        image = canvas.grab().toImage()
        corners_and_middle = {image.pixelColor(x, y).name() for x in (0, 300, 599) for y in (0, 200, 399)}
        assert corners_and_middle == {LIGHT.surround}
        assert canvas.view_request() is None

    def test_the_surround_follows_the_theme(self, canvas: Canvas, qapp: QApplication) -> None:
        apply_theme(qapp, Theme.DARK)
        assert colour_at(canvas, 2, 2) == QColor(DARK.surround)

    def test_modes_show_before_after_or_both(self, canvas: Canvas) -> None:
        assert colour_at(canvas, 200, 250) == RED
        canvas.set_compare_mode(CompareMode.BEFORE)
        assert colour_at(canvas, 200, 250) == GREY
        canvas.set_compare_mode(CompareMode.WIPE)
        assert colour_at(canvas, 200, 250) == GREY
        assert colour_at(canvas, 400, 250) == RED

    def test_holding_shows_the_original_in_every_mode(self, canvas: Canvas) -> None:
        for mode in CompareMode:
            canvas.set_compare_mode(mode)
            canvas.set_holding_original(True)
            assert colour_at(canvas, 400, 250) == GREY
            canvas.set_holding_original(False)

    def test_without_a_result_the_scan_is_shown_without_a_divider(self, canvas: Canvas) -> None:
        canvas.set_base(plain(GREY), None)
        canvas.set_compare_mode(CompareMode.WIPE)
        assert {colour_at(canvas, x, 200).name() for x in (200, 300, 400)} == {GREY.name()}

    def test_detail_is_drawn_above_the_base_on_its_side_of_the_wipe(self, canvas: Canvas) -> None:
        request = canvas.view_request()
        assert request is not None
        canvas.set_compare_mode(CompareMode.WIPE)
        detail = plain(BLUE, request.width, request.height)
        canvas.set_detail(request.rect, plain(QColor("#101010"), request.width, request.height), detail)
        assert colour_at(canvas, 400, 250) == BLUE
        assert colour_at(canvas, 200, 250) == QColor("#101010")
        canvas.clear_detail()
        assert colour_at(canvas, 400, 250) == RED

    def test_labels_are_read_on_a_white_picture(self, canvas: Canvas) -> None:
        canvas.set_base(plain(QColor("#ffffff")), plain(RED))
        canvas.set_compare_mode(CompareMode.WIPE)
        image = canvas.grab().toImage()
        darkest = min(image.pixelColor(x, y).lightness() for x in range(200, 296) for y in range(30, 70))
        assert darkest <= 0x76, "white words need a ground of #767676 or darker for a contrast of 4.5"

    def test_another_picture_drops_the_pixels_of_the_one_before(self, canvas: Canvas) -> None:
        canvas.set_picture_size(2000, 3000)
        assert colour_at(canvas, 300, 200) == QColor(LIGHT.surround)

    def test_detail_at_actual_pixels_is_not_resampled(self, canvas: Canvas) -> None:
        canvas.zoom_to_actual()
        request = canvas.view_request()
        assert request is not None
        noise = QImage(request.width, request.height, QImage.Format.Format_RGB32)
        for x in range(request.width):
            for y in range(request.height):
                noise.setPixel(x, y, 0xFF000000 | (x * 7919 + y * 104729) % 0xFFFFFF)
        canvas.set_detail(request.rect, noise, noise)
        assert canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32) == noise


class TestFade:
    """A result comes softly, once."""

    def test_a_result_fades_in_over_the_scan(self, canvas: Canvas, qtbot: QtBot) -> None:
        canvas.animations = True
        canvas.set_base(plain(GREY), None)
        canvas.set_base(plain(GREY), plain(RED))
        assert colour_at(canvas, 300, 250) == GREY
        qtbot.waitUntil(lambda: colour_at(canvas, 300, 250) == RED)

    def test_a_new_colour_of_the_same_result_comes_at_once(self, canvas: Canvas) -> None:
        canvas.animations = True
        canvas.set_base(plain(GREY), plain(BLUE))
        assert colour_at(canvas, 300, 250) == BLUE

    def test_without_animations_it_comes_at_once(self, canvas: Canvas) -> None:
        canvas.set_base(plain(GREY), None)
        canvas.set_base(plain(GREY), plain(RED))
        assert colour_at(canvas, 300, 250) == RED


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
        self._pinch(canvas, at, 0.5)
        assert canvas.zoom == pytest.approx(1.5)
        assert pixel_under(canvas, at) == pytest.approx(before, abs=1)

    @staticmethod
    def _pinch(canvas: Canvas, at: QPoint, value: float) -> None:
        device, kind = QPointingDevice.primaryPointingDevice(), Qt.NativeGestureType.ZoomNativeGesture
        over = QPointF(canvas.mapToGlobal(at))
        event = QNativeGestureEvent(kind, device, 2, QPointF(at), over, over, value, QPointF())
        QApplication.sendEvent(canvas, event)

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


class TestKeyboard:
    """Holding, focus and accessibility."""

    def test_the_original_is_shown_while_the_key_is_down(self, canvas: Canvas) -> None:
        QTest.keyPress(canvas, Qt.Key.Key_Backslash)
        assert canvas.is_holding_original
        QTest.keyRelease(canvas, Qt.Key.Key_Backslash)
        assert not canvas.is_holding_original

    def test_leaving_lets_go_of_every_key(self, canvas: Canvas) -> None:
        QTest.keyPress(canvas, Qt.Key.Key_Backslash)
        QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))
        assert not canvas.is_holding_original

    def test_focus_by_keyboard_is_seen_and_by_mouse_is_not(self, canvas: Canvas) -> None:
        for reason, colour in [
            (Qt.FocusReason.TabFocusReason, LIGHT.on_surround),
            (Qt.FocusReason.MouseFocusReason, LIGHT.surround),
        ]:
            QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusIn, reason))
            assert colour_at(canvas, 300, 0) == QColor(colour)

    def test_it_has_a_name_and_is_reached_by_keyboard(self, canvas: Canvas) -> None:
        assert canvas.accessibleName()
        assert canvas.accessibleDescription()
        assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus


class TestPointer:
    """The read-out."""

    def test_the_pixel_under_the_pointer_is_told_and_its_leaving_too(self, canvas: Canvas) -> None:
        told: list[object] = []
        canvas.zoom_to_actual()
        canvas.pointer_moved.connect(told.append)
        move(canvas, QPoint(0, 0))
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
        assert told == [(1200, 800), None]

    def test_beside_the_picture_there_is_none(self, canvas: Canvas) -> None:
        move(canvas, MIDDLE_OF)
        told: list[object] = []
        canvas.pointer_moved.connect(told.append)
        move(canvas, QPoint(2, 2))
        assert told == [None]


def local_files(tmp_path: Path) -> QMimeData:
    mime = QMimeData()
    urls = [QUrl.fromLocalFile(str(tmp_path / "스캔 1.tif")), QUrl("https://example.org/a.tif")]
    mime.setUrls([*urls, QUrl.fromLocalFile(str(tmp_path))])
    return mime


class TestDrops:
    """Files and folders from outside."""

    def enter(self, canvas: Canvas, mime: QMimeData) -> bool:
        copy = Qt.DropAction.CopyAction
        event = QDragEnterEvent(MIDDLE_OF, copy, mime, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas, event)
        return event.isAccepted()

    def test_local_files_and_folders_are_handed_on(self, canvas: Canvas, qtbot: QtBot, tmp_path: Path) -> None:
        mime = local_files(tmp_path)
        assert self.enter(canvas, mime)
        assert colour_at(canvas, 300, 1) == QColor(LIGHT.on_surround)
        drop = QDropEvent(QPointF(MIDDLE_OF), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
        with qtbot.waitSignal(canvas.files_dropped) as told:
            QApplication.sendEvent(canvas, drop)
        assert told.args == [(tmp_path / "스캔 1.tif", tmp_path)]
        assert colour_at(canvas, 300, 1) == QColor(LIGHT.surround)

    def test_the_frame_goes_when_the_files_go_elsewhere(self, canvas: Canvas, tmp_path: Path) -> None:
        self.enter(canvas, local_files(tmp_path))
        QApplication.sendEvent(canvas, QDragLeaveEvent())
        assert colour_at(canvas, 300, 1) == QColor(LIGHT.surround)

    def test_anything_else_is_refused(self, canvas: Canvas) -> None:
        mime = QMimeData()
        mime.setText("garden.tif")
        assert not self.enter(canvas, mime)


def test_set_detail_without_a_result_keeps_the_low_resolution(canvas: Canvas) -> None:
    canvas.set_detail(QRectF(0, 0, 3000, 2000), plain(GREY, 528, 352), plain(BLUE, 528, 352))
    canvas.set_detail(QRectF(0, 0, 3000, 2000), plain(GREY, 528, 352), None)
    assert colour_at(canvas, 300, 250) == RED
