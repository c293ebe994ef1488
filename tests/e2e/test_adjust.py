"""Adjusting, presets and the history, through the real window."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import tifffile
from canvas_hand import move
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot
from studio_window import open_window, section, wait_for, wait_until_coloured

from colorstudio.core.adjust import Adjustments
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.adjust import AdjustFeature
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.widgets.value_slider import ValueSlider


@pytest.fixture
def sepia(tmp_path: Path) -> Path:
    """A sepia scan from black to white, so that tone, shadows and highlights all show."""
    ramp = np.linspace(0.02, 0.98, 160)[None, :, None] ** np.array([1.0, 1.15, 1.5])
    path = tmp_path / "sepia.tif"
    tifffile.imwrite(path, np.broadcast_to(ramp * 255, (96, 160, 3)).astype(np.uint8), photometric="rgb")
    return path


def shown(window: MainWindow) -> QImage:
    """The result as it is on the canvas."""
    return window.documents.current.base.after.copy()


def drag(slider: ValueSlider, value: int) -> None:
    """Press the handle, move it to a value over several places, and let go."""
    groove = slider._slider
    middle = groove.height() // 2
    start, end = groove.x_of(slider.value()), groove.x_of(value)
    places = [QPoint(round(start + (end - start) * step / 4), middle) for step in range(5)]
    QTest.mousePress(groove, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        move(groove, place, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(groove, Qt.MouseButton.LeftButton, pos=places[-1])


def steps(window: MainWindow) -> list[str]:
    """The names in the history of the current scan."""
    history = window.documents.current.history
    return [history.text(index) for index in range(history.count())]


SLIDERS = {
    "strength": (50, "Strength"),
    "toning": (100, "Keep tone"),
    "saturation": (200, "Saturation"),
    "vibrance": (80, "Vibrance"),
    "temperature": (60, "Temperature"),
    "tint": (-60, "Tint"),
    "shadows": (200, "Shadows"),
    "highlights": (0, "Highlights"),
}


@pytest.mark.parametrize("name", SLIDERS)
def test_every_slider_reaches_pixels_history_and_recipe(
    qtbot: QtBot, window: MainWindow, sepia: Path, tmp_path: Path, name: str
) -> None:
    value, words = SLIDERS[name]
    window.open_paths([sepia])
    wait_until_coloured(qtbot, window)
    panel = section(window, "adjust")
    if name == "toning":  # the tone shows where the colour does not cover it
        panel.slider("strength")._number.setText("50")
        panel.slider("strength")._number.editingFinished.emit()
    before = shown(window)
    drag(panel.slider(name), value)
    wait_for(qtbot, lambda: shown(window) != before)
    assert steps(window)[-1] == words
    assert len(steps(window)) == (2 if name == "toning" else 1)
    reached = getattr(window.documents.current.edit.look.adjustments, name)
    assert reached == pytest.approx(value / 100, abs=0.03)
    target = tmp_path / "out.png"
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "png", 8, overwrite=False))
    assert json.loads((tmp_path / "out.png.json").read_text())["recipe"]["adjustments"][name] == reached


def test_a_hue_band_turns_and_strengthens_its_colours(qtbot: QtBot, window: MainWindow, scan16: Path) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    hues = section(window, "adjust").hues
    before = shown(window)
    hues._swatches.button(1).click()  # the toy's colours lie around a* 20, b* 0 to 25
    drag(hues.saturation, 300)
    wait_for(qtbot, lambda: shown(window) != before)
    stronger = shown(window)
    drag(hues.shift, -80)
    wait_for(qtbot, lambda: shown(window) != stronger)
    assert steps(window) == ["Red and orange: saturation", "Red and orange: hue"]
    bands = window.documents.current.edit.look.adjustments.hues
    assert bands[1].saturation == pytest.approx(3.0, abs=0.05)
    assert bands[1].shift == pytest.approx(-0.8, abs=0.05)
    assert [band == type(band)() for band in bands] == [True, False, *[True] * 6]


def test_a_double_click_resets_one_control(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    panel = section(window, "adjust")
    before = shown(window)
    drag(panel.slider("tint"), 70)
    drag(panel.slider("saturation"), 20)
    qtbot.mouseDClick(panel.slider("tint")._label, Qt.MouseButton.LeftButton)
    adjustments = window.documents.current.edit.look.adjustments
    assert adjustments.tint == 0
    assert adjustments.saturation < 0.3
    assert steps(window) == ["Tint", "Saturation", "Tint"]
    qtbot.mouseDClick(panel.slider("saturation")._slider, Qt.MouseButton.LeftButton)
    assert window.documents.current.edit.look.adjustments == Adjustments()
    assert steps(window) == ["Tint", "Saturation", "Tint", "Saturation"]
    wait_for(qtbot, lambda: shown(window) == before)


def test_the_menu_names_the_step_and_the_history_goes_to_any(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    panel, list_ = section(window, "adjust"), section(window, "history").steps
    assert window.actions_["undo"].text() == "&Undo"
    for name, value in (("saturation", 50), ("tint", 30), ("vibrance", -40)):
        drag(panel.slider(name), value)
    assert window.actions_["undo"].text() == "&Undo Vibrance"
    rows = [list_.model().index(row, 0).data() for row in range(list_.model().rowCount())]
    assert rows == ["As opened", "Saturation", "Tint", "Vibrance"]

    qtbot.mouseClick(
        list_.viewport(), Qt.MouseButton.LeftButton, pos=list_.visualRect(list_.model().index(1, 0)).center()
    )
    adjustments = window.documents.current.edit.look.adjustments
    assert (adjustments.saturation < 1, adjustments.tint, adjustments.vibrance) == (True, 0, 0)
    assert list_.currentIndex().row() == 1
    assert window.actions_["undo"].text() == "&Undo Saturation"
    assert window.actions_["redo"].text() == "&Redo Tint"
    assert panel.slider("tint").value() == 0
    window.actions_["redo"].trigger()
    assert panel.slider("tint").value() > 0
    window.preferences.change(language="ko")
    try:
        wait_for(qtbot, lambda: window.actions_["undo"].text() == "Tint 실행 취소(&U)")
    finally:
        window.preferences.change(language="en")


def feature(window: MainWindow) -> AdjustFeature:
    return next(each for each in window.features if isinstance(each, AdjustFeature))


def choose_preset(window: MainWindow, name: str) -> None:
    """Take an entry of the list, as a person does."""
    entries = feature(window).bar._list
    index = entries.findText(name)
    assert index >= 0
    entries.setCurrentIndex(index)
    entries.activated.emit(index)


def test_a_preset_sets_all_and_is_recognised(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    before = shown(window)
    choose_preset(window, "Vivid")
    wait_for(qtbot, lambda: shown(window) != before)
    assert steps(window) == ["Preset: Vivid"]
    panel, bar = section(window, "adjust"), feature(window).bar
    assert panel.slider("saturation").value() > 100
    drag(panel.slider("tint"), 50)
    assert bar.chosen() is None
    window.actions_["undo"].trigger()
    assert bar.chosen().name == "Vivid"
    window.actions_["undo"].trigger()
    assert bar.chosen().name == "As predicted"


def test_own_presets_survive_a_restart_and_can_be_deleted(
    qtbot: QtBot, window: MainWindow, scan8: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    drag(section(window, "adjust").slider("temperature"), 40)
    kept = window.documents.current.edit.look.adjustments
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("  Album 1952 ", True))
    feature(window).bar._save.trigger()
    assert feature(window).bar.chosen().name == "Album 1952"
    window.documents.current.history.setClean()
    window.close()
    with open_window(qtbot, home, monkeypatch) as again:
        again.open_paths([scan8])
        wait_until_coloured(qtbot, again)
        choose_preset(again, "Album 1952")
        assert again.documents.current.edit.look.adjustments == kept
        feature(again).bar._remove.trigger()
        assert feature(again).bar._list.findText("Album 1952") == -1
        assert json.loads((home / "data" / "presets.json").read_text())["items"] == []
        again.documents.current.history.setClean()


def test_damaged_presets_are_said_and_kept(
    qtbot: QtBot, home: Path, scan8: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "presets.json").write_text("{")
    with open_window(qtbot, home, monkeypatch) as window:
        assert window.messages.texts() == [
            "Your presets could not be read; their file was kept as presets.damaged.json."
        ]
        assert feature(window).bar._list.findText("Vivid") >= 0
    assert (home / "data" / "presets.damaged.json").read_text() == "{"
