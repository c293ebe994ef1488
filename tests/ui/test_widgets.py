from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.ui.widgets.message_bar import MessageAction, MessageBar, MessageKind
from colorstudio.ui.widgets.value_slider import ValueSlider


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window for what is tested."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(640, 400)
    host.show()
    return host


@pytest.fixture
def slider(host: QWidget) -> ValueSlider:
    slider = ValueSlider(300, 100, host)
    slider.set_words("Saturation", "How vivid.")
    slider.resize(240, 60)
    slider.show()
    return slider


def test_setting_a_value_is_silent(qtbot: QtBot, slider: ValueSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(40)
    assert (slider.value(), slider._number.value()) == (40, 40)


def test_a_typed_number_is_one_finished_edit(qtbot: QtBot, slider: ValueSlider) -> None:
    with qtbot.waitSignals([slider.value_changed, slider.editing_finished]):
        slider._number.setFocus()
        slider._number.selectAll()
        qtbot.keyClicks(slider._number, "150")
        qtbot.keyClick(slider._number, Qt.Key.Key_Return)
    assert slider.value() == 150


def test_a_drag_ends_once_when_it_is_let_go(qtbot: QtBot, slider: ValueSlider) -> None:
    ended = []
    slider.editing_finished.connect(lambda: ended.append(True))
    slider._slider.setSliderDown(True)
    for value in (110, 120, 130):
        slider._slider.setValue(value)
    assert ended == []
    slider._slider.setSliderDown(False)
    assert ended == [True]


def test_a_double_click_brings_the_default_back(qtbot: QtBot, slider: ValueSlider) -> None:
    slider.set_value(250)
    with qtbot.waitSignal(slider.value_changed):
        qtbot.mouseDClick(slider._label, Qt.MouseButton.LeftButton)
    assert slider.value() == 100


def test_a_click_on_the_groove_brings_the_handle_there(qtbot: QtBot, slider: ValueSlider) -> None:
    middle = QPoint(slider._slider.width() // 2, slider._slider.height() // 2)
    qtbot.mouseClick(slider._slider, Qt.MouseButton.LeftButton, pos=middle)
    assert slider.value() == pytest.approx(150, abs=5)


@pytest.fixture
def bar(host: QWidget) -> MessageBar:
    return MessageBar(host)


def test_errors_stay_and_notes_make_way(bar: MessageBar) -> None:
    bar.show_message("first note")
    bar.show_message("error", MessageKind.ERROR)
    bar.show_message("second note")
    assert bar.texts() == ["error", "second note"]


def test_the_same_sentence_is_said_once(bar: MessageBar) -> None:
    bar.show_message("error", MessageKind.ERROR)
    bar.show_message("error", MessageKind.ERROR)
    assert bar.texts() == ["error"]


def test_no_more_than_four_messages_hide_the_picture(bar: MessageBar) -> None:
    for number in range(9):
        bar.show_message(f"error {number}", MessageKind.ERROR)
    assert bar.texts() == ["error 5", "error 6", "error 7", "error 8"]


def test_a_long_sentence_is_shown_whole_at_the_lower_edge(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("word " * 60, MessageKind.ERROR)
    host = bar.parentWidget()
    assert bar.geometry().bottom() == host.height() - 1
    label = bar._rows()[0]._label
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    host.resize(420, 300)
    qtbot.waitUntil(lambda: bar.width() == 420)


def test_messages_are_dismissed_and_acted_on(qtbot: QtBot, bar: MessageBar) -> None:
    acted = []
    bar.show_message("done", MessageKind.INFO, MessageAction("Show", lambda: acted.append(True)))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert acted == [True]
    qtbot.mouseClick(bar._rows()[0].dismissed, Qt.MouseButton.LeftButton)
    assert bar.texts() == []
    assert not bar.isVisible()
