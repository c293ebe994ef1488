"""The menu of the picture, opened by the right button and by the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from studio_window import wait_for, wait_until_coloured

from colorstudio.ui.canvas import CompareMode
from colorstudio.ui.features.canvas_menu import CanvasMenuFeature
from colorstudio.ui.main_window import MainWindow

Reason = QContextMenuEvent.Reason
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # an open menu, without a screen


def ask(window: MainWindow, at: QPoint, reason: Reason = Reason.Mouse) -> QMenu:
    """Ask for the menu at a place of the canvas, and close it: its entries still work."""
    event = QContextMenuEvent(reason, at, window.canvas.mapToGlobal(at))
    QApplication.sendEvent(window.canvas, event)
    menu = next(each for each in window.features if isinstance(each, CanvasMenuFeature)).menu
    was_open = menu.isVisible()
    menu.close()
    menu.setProperty("was_open", was_open)
    return menu


def place(window: MainWindow, x: float, y: float) -> QPoint:
    frame = window.canvas.picture_frame()
    assert frame is not None
    return (frame.to_view(x, y) / frame.unit).toPoint()


@pytest.fixture
def coloured(qtbot: QtBot, window: MainWindow, scan16: Path) -> MainWindow:
    window.prepare()
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    return window


def test_the_colour_under_the_menu_is_copied(coloured: MainWindow) -> None:
    menu = ask(coloured, place(coloured, 0.7, 0.4))
    assert menu.property("was_open")
    image = coloured.documents.current.base.after
    shown = image.pixelColor(int(0.7 * image.width()), int(0.4 * image.height())).name().upper()
    entry = menu.actions()[1]
    assert shown[:3] in entry.text()  # the pixel beside it may differ in its last digits
    entry.trigger()
    assert QGuiApplication.clipboard().text() in entry.text()
    assert coloured.messages.texts()[-1] == f"Copied {QGuiApplication.clipboard().text()}."


def test_a_hint_is_set_where_the_menu_was_opened(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for(qtbot, lambda: coloured.actions_["tool_hint"].isEnabled())
    ask(coloured, place(coloured, 0.25, 0.6)).actions()[0].trigger()
    (hint,) = coloured.documents.current.edit.choice.hints
    assert hint.points[0] == pytest.approx((0.25, 0.6), abs=0.01)
    assert coloured.tools.current == "tool_hint"


def test_by_the_keyboard_the_menu_is_that_of_the_middle(qtbot: QtBot, coloured: MainWindow) -> None:
    wait_for(qtbot, lambda: coloured.actions_["tool_hint"].isEnabled())
    menu = ask(coloured, QPoint(3, 3), Reason.Keyboard)
    assert menu.property("was_open")
    menu.actions()[0].trigger()
    (hint,) = coloured.documents.current.edit.choice.hints
    assert hint.points[0] == pytest.approx((0.5, 0.5), abs=0.01)


def test_beside_the_picture_there_is_no_colour_and_no_hint(coloured: MainWindow) -> None:
    hint_here, copy_colour = ask(coloured, QPoint(2, 2)).actions()[:2]
    assert not hint_here.isEnabled()
    assert not copy_colour.isEnabled()


def test_the_menu_changes_what_is_seen(coloured: MainWindow) -> None:
    menu = ask(coloured, place(coloured, 0.5, 0.5))
    next(action for action in menu.actions() if action is coloured.actions_["show_before"]).trigger()
    assert coloured.canvas.compare_mode is CompareMode.BEFORE


def test_the_right_button_of_the_mask_brush_opens_no_menu(coloured: MainWindow) -> None:
    coloured.actions_["tool_mask"].trigger()
    assert not ask(coloured, place(coloured, 0.5, 0.5)).property("was_open")
    assert ask(coloured, place(coloured, 0.5, 0.5), Reason.Keyboard).property("was_open")


def test_without_a_picture_there_is_no_menu(window: MainWindow) -> None:
    assert not ask(window, QPoint(50, 50)).property("was_open")
