"""The overview map: when it is seen, what it shows, and that it moves the view."""

from __future__ import annotations

import pytest
from canvas_hand import LEFT, RED, colour_at, plain
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from colorstudio.ui.canvas import Canvas
from colorstudio.ui.canvas.mini_map import MiniMap, map_size

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def mini_map(canvas: Canvas) -> MiniMap:
    return MiniMap(canvas)


@pytest.mark.parametrize(
    ("picture", "canvas", "size"),
    [
        (QSize(3000, 2000), QSize(1600, 1000), QSize(168, 112)),
        (QSize(2000, 3000), QSize(1600, 1000), QSize(112, 168)),
        (QSize(3000, 2000), QSize(400, 300), QSize(100, 66)),
        (QSize(30000, 100), QSize(1600, 1000), QSize(168, 8)),
    ],
)
def test_it_covers_little(picture: QSize, canvas: QSize, size: QSize) -> None:
    assert map_size(picture, canvas) == size


def test_it_is_seen_only_while_there_is_more_than_is_shown(canvas: Canvas, mini_map: MiniMap) -> None:
    assert not mini_map.isVisible()
    canvas.zoom_to_actual()
    assert mini_map.isVisible()
    mini_map.set_wanted(False)
    assert not mini_map.isVisible()
    mini_map.set_wanted(True)
    canvas.set_picture_size(0, 0)
    assert not mini_map.isVisible()


def test_it_stays_in_the_corner(canvas: Canvas, mini_map: MiniMap) -> None:
    canvas.zoom_to_actual()
    canvas.window().resize(900, 700)
    QApplication.processEvents()
    assert mini_map.geometry().bottomRight() == canvas.rect().bottomRight() - QPoint(17, 17)


def test_the_frame_shows_what_is_seen(canvas: Canvas, mini_map: MiniMap) -> None:
    canvas.zoom_to_actual()
    canvas.centre_on(0.5, 0.5)
    frame = mini_map.frame()
    assert frame.center().x() == pytest.approx(mini_map.width() / 2, abs=0.5)
    assert frame.width() == pytest.approx(mini_map.width() * 600 / 3000, abs=0.5)
    assert frame.height() == pytest.approx(mini_map.height() * 400 / 2000, abs=0.5)


def test_a_click_brings_a_place_to_the_middle(canvas: Canvas, mini_map: MiniMap) -> None:
    canvas.zoom_to_actual()
    at = QPoint(round(mini_map.width() * 0.75), round(mini_map.height() * 0.25))
    QTest.mouseClick(mini_map, LEFT, pos=at)
    seen = canvas.visible_part()
    assert seen.center().x() == pytest.approx(0.75, abs=0.01)
    assert seen.center().y() == pytest.approx(0.25, abs=0.01)


def test_a_drag_of_the_frame_moves_the_view_with_it(canvas: Canvas, mini_map: MiniMap) -> None:
    canvas.zoom_to_actual()
    canvas.centre_on(0.3, 0.3)
    held = mini_map.frame().center().toPoint() + QPoint(4, 3)
    before = canvas.visible_part().center()
    QTest.mousePress(mini_map, LEFT, pos=held)
    QTest.mouseMove(mini_map, held + QPoint(30, 20))
    QTest.mouseRelease(mini_map, LEFT, pos=held + QPoint(30, 20))
    moved = canvas.visible_part().center() - before
    assert moved.x() == pytest.approx(30 / mini_map.width(), abs=0.01)
    assert moved.y() == pytest.approx(20 / mini_map.height(), abs=0.01)


def test_it_shows_the_picture_dark_where_it_is_not_seen(canvas: Canvas, mini_map: MiniMap) -> None:
    canvas.set_base(plain(RED), plain(RED))
    canvas.zoom_to_actual()
    canvas.centre_on(0.5, 0.5)
    corner = mini_map.pos()
    middle = corner + QPoint(mini_map.width() // 2, mini_map.height() // 2)
    assert colour_at(canvas, middle.x(), middle.y()) == RED
    assert 60 < colour_at(canvas, corner.x() + 8, corner.y() + 8).red() < RED.red() - 40
