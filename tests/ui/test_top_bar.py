from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from studio_window import wait_for

from colorstudio.ui.main_window import MainWindow

ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


def is_compact(window: MainWindow) -> bool:
    return window._top_bar._buttons[0][0].toolButtonStyle() == ICON_ONLY


def test_words_give_way_to_icons_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1400, 800)
    wait_for(qtbot, lambda: not is_compact(window))
    window.resize(window.minimumSize())
    wait_for(qtbot, lambda: is_compact(window))
    bar = window._top_bar
    for button in (bar._open, bar._export):
        wait_for(qtbot, lambda button=button: button.width() >= button.sizeHint().width())
    assert bar._device.width() > 0


def test_the_device_is_whole_in_its_tooltip(window: MainWindow) -> None:
    window._top_bar.set_device("A graphics card with a long name · Photographs")
    assert window._top_bar._device.toolTip().endswith("A graphics card with a long name · Photographs")


def test_undo_and_redo_wait_for_something_to_undo(window: MainWindow) -> None:
    assert not window.actions_["undo"].isEnabled()
    assert not window.actions_["redo"].isEnabled()
    assert not window.actions_["export"].isEnabled()


def test_the_narrowest_bar_leaves_to_the_zoom_menu_what_is_in_it(window: MainWindow) -> None:
    bar = window._top_bar
    buttons = {action.objectName(): button for button, action in bar._buttons}
    narrow = bar._width(with_words=False)
    for width, is_shown in ((narrow - 1, False), (narrow, True), (narrow - 1, False)):
        bar._fit_into(width)
        assert buttons["zoom_fit"].isVisibleTo(bar) is is_shown
    offered = {action.objectName() for action in bar._zoom.menu().actions()}
    assert {"zoom_fit", "zoom_actual"} <= offered


def test_words_do_not_come_and_go_at_one_width(window: MainWindow) -> None:
    bar = window._top_bar
    wide = bar._width(with_words=True)
    bar._fit_into(wide)
    assert not is_compact(window)
    bar._fit_into(wide)
    assert not is_compact(window)
