from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.ui.panels.variations_sheet import VariationsSheet
from colorstudio.ui.widgets import message_bar
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
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
def signed(host: QWidget) -> ValueSlider:
    slider = ValueSlider(100, 0, host, lowest=-100, suffix="")
    slider.set_words("Temperature", "Cooler or warmer.")
    slider.resize(280, 24)
    slider.show()
    return slider


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("-40", -40, "−40"),
        ("+25", 25, "+25"),
        ("−7", -7, "−7"),
        ("900", 100, "+100"),
        ("12,6", 13, "+13"),
        ("x", 5, "+5"),
    ],
)
def test_a_range_below_zero_is_typed_and_shown_with_signs(
    qtbot: QtBot, signed: ValueSlider, typed: str, value: int, shown: str
) -> None:
    signed.set_value(5)
    signed._number.setFocus()
    signed._number.selectAll()
    signed._number.insert(typed)
    qtbot.keyClick(signed._number, Qt.Key.Key_Return)
    assert (signed.value(), signed._number.text()) == (value, shown)


def test_a_small_button_appears_when_a_value_was_changed(qtbot: QtBot, signed: ValueSlider) -> None:
    assert not signed._reset.isVisible()
    signed.set_value(-30)
    assert signed._reset.isVisible()
    with qtbot.waitSignals([signed.value_changed, signed.editing_finished]):
        qtbot.mouseClick(signed._reset, Qt.MouseButton.LeftButton)
    assert signed.value() == 0
    assert not signed._reset.isVisible()


def test_the_steps_of_the_keyboard_are_one_edit(qtbot: QtBot, signed: ValueSlider) -> None:
    ended = []
    signed.editing_finished.connect(lambda: ended.append(signed.value()))
    signed._slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(signed._slider, Qt.Key.Key_Right)
    qtbot.keyClick(signed._slider, Qt.Key.Key_PageUp)
    assert (signed.value(), ended) == (13, [])
    qtbot.waitUntil(lambda: ended == [13])
    qtbot.keyClick(signed._slider, Qt.Key.Key_Left)
    signed._number.setFocus()
    assert ended == [13, 12]


def test_arrows_step_the_number(qtbot: QtBot, signed: ValueSlider) -> None:
    signed._number.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Down):
        qtbot.keyClick(signed._number, key)
    assert signed.value() == 10


def test_the_groove_is_filled_from_zero_or_coloured(signed: ValueSlider) -> None:
    def colour_at(value: int) -> QColor:
        groove = signed._slider
        return groove.grab().toImage().pixelColor(round(groove.x_of(value)), groove.height() // 2)

    signed.set_value(60)
    assert colour_at(30) != colour_at(-30)
    assert colour_at(-30) == colour_at(90)
    signed.set_colors([QColor("#0000ff"), QColor("#ff0000")])
    assert colour_at(-90).blue() > 200 > colour_at(90).blue()
    assert colour_at(90).red() > 200


def test_the_wheel_changes_a_slider_with_the_focus_only(signed: ValueSlider) -> None:
    def turn() -> None:
        place, none = QPointF(signed._slider.rect().center()), Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(signed._slider, event)

    signed._slider.clearFocus()
    turn()
    assert signed.value() == 0
    signed._slider.setFocus()
    turn()
    assert signed.value() > 0


@pytest.fixture
def bar(host: QWidget) -> MessageBar:
    return MessageBar(host)


def test_errors_stay_and_notes_make_way(bar: MessageBar) -> None:
    bar.show_message("first note")
    bar.show_message("error", MessageKind.ERROR)
    bar.show_message("second note")
    assert bar.texts() == ["error", "second note"]


def test_a_note_goes_by_itself_and_what_matters_stays(
    qtbot: QtBot, bar: MessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_bar, "NOTE_LASTS", 0)
    bar.show_message("warning", MessageKind.WARNING)
    bar.show_message("error", MessageKind.ERROR)
    bar.show_message("saved")
    assert bar.texts() == ["warning", "error", "saved"]
    qtbot.waitUntil(lambda: bar.texts() == ["warning", "error"])
    bar.show_message("exported", MessageKind.INFO, MessageAction("Show", lambda: None))
    bar.show_message("another warning", MessageKind.WARNING)
    QApplication.processEvents()
    assert bar.texts() == ["warning", "error", "exported", "another warning"]


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


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_of_a_combo_box_shows_all_words(host: QWidget) -> None:
    box, words = CalmComboBox(host), "Victorian illustrations (Victorian400), CC BY-NC-SA 4.0"
    box.addItems(["Photographs", words])
    box.resize(100, 32)
    box.show()
    box.showPopup()
    popup = box.view().window()
    assert box.view().viewport().width() >= box.fontMetrics().horizontalAdvance(words)
    assert popup.geometry().right() <= QGuiApplication.primaryScreen().availableGeometry().right()
    box.hidePopup()


@pytest.mark.parametrize("width", [380, 480, 900])
def test_no_button_of_the_variations_is_cut(host: QWidget, width: int) -> None:
    sheet = VariationsSheet(host)
    sheet.set_progress(9, 13)
    sheet.resize(width, 200)
    sheet.show()
    assert all(button.width() >= button.sizeHint().width() for button in sheet.findChildren(QPushButton))
