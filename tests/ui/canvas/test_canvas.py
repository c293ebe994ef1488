"""The canvas: what is painted, what it tells of the pointer and the keyboard, and what may be dropped on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from canvas_hand import BLUE, GREY, LEFT, MIDDLE_OF, RED, colour_at, move, plain
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorstudio.ui.canvas import Canvas, CompareMode
from colorstudio.ui.theme import DARK, LIGHT, Theme, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


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
