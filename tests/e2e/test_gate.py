"""The gate in the real window: verdict, blind comparison, and the model that is used at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from finished_run import BASE_RED, MODEL_RED, TRUTH_RED, write_finished_run
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from studio_window import wait_for, wait_until_coloured
from toy_pack import TOY_A
from toy_pictures import write_pictures

from colorstudio.commands.models import run_models
from colorstudio.core.run_folder import RunFolder
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.panels.rail import TRAINING
from colorstudio.ui.training.monitor.commands import RunCommand

LEFT = Qt.MouseButton.LeftButton


def show_gate(qtbot: QtBot, window: MainWindow, folder: RunFolder) -> Any:
    """Go to the training workspace and to the result of a run, by the hand."""
    window._rail._group.button(TRAINING).click()
    training = window.training
    wait_for(qtbot, lambda: training.runs.runs)
    run = next(run for run in training.runs.runs if run.path == folder.path)
    training.list.run_chosen.emit(run)
    button = training.monitor.header.buttons[RunCommand.RESULT]
    wait_for(qtbot, button.isVisible)
    button.click()
    wait_for(qtbot, lambda: training.gate._result or training.gate._is_missing)
    return training.gate


def red_of(button: Any) -> int:
    return int(button._pixmap.toImage().pixelColor(5, 5).red())


def judge_all(qtbot: QtBot, gate: Any, prefers: int) -> None:
    """Vote for the side whose picture has that red, by the keys, until all pairs are judged."""
    sheet = gate.sheet
    while not gate._result.ballot.is_complete:
        wait_for(qtbot, lambda: sheet.sides[0].has_picture and sheet.sides[1].has_picture)
        at = gate._result.ballot.at
        key = Qt.Key.Key_1 if red_of(sheet.sides[0]) == prefers else Qt.Key.Key_Right
        QTest.keyClick(sheet, key)
        assert gate._result.ballot.at == at + 1


def test_a_better_model_is_recommended_used_at_once_and_by_default(
    qtbot: QtBot, window: MainWindow, home: Path, scan8: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_finished_run(home)
    window.prepare()
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    gate = show_gate(qtbot, window, folder)
    assert "“Slides” is better than “Photographs”" in gate.banner.sentence.text()
    assert "12 closer to the truth, 0 farther" in gate.banner.evidence.text()
    assert gate.measures.isVisible()
    assert gate.banner.use.objectName() == "primaryButton"
    assert not gate.banner.colour.isVisible()

    gate.banner.use.click()
    wait_for(qtbot, lambda: gate.banner.colour.isVisible())
    assert not gate.banner.use.isVisible()
    assert (home / "data" / "models" / "slides-1.0.cspack").is_file()
    wait_for(qtbot, lambda: any(model.id == "slides@1.0" for model in window._models))
    run_models(type("Options", (), {"action": "list", "json": False})())  # what a batch can use
    assert "slides@1.0" in capsys.readouterr().out

    gate.banner.colour.click()
    document = window.documents.current
    assert document.edit.choice.model == "slides@1.0"
    assert window.canvas.isVisible()
    wait_until_coloured(qtbot, window)
    assert document.chroma.model == "slides@1.0"
    assert float(document.chroma.chroma.ab[..., 0].mean()) == pytest.approx(TOY_A / 2, abs=0.2)
    window.actions_["undo"].trigger()
    assert document.edit.choice.model == "photographs"

    gate.banner.default.click()
    assert window.preferences.settings.model == "slides"
    assert not gate.banner.default.isEnabled()


def test_a_worse_model_is_not_recommended_but_can_be_used(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    gate = show_gate(qtbot, window, write_finished_run(home, better=-1.0))
    assert "“Photographs” is better than “Slides”. Keep that." in gate.banner.sentence.text()
    assert gate.banner.use.objectName() == ""
    assert gate.banner.use.text() == "Use it all the same"
    window.preferences.change(language="ko")
    try:
        wait_for(qtbot, lambda: "우리 슬라이드" in gate.banner.sentence.text())
    finally:
        window.preferences.change(language="en")


def test_eyes_decide_where_figures_do_not(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    folder = write_finished_run(home, better=0.0)
    gate = show_gate(qtbot, window, folder)
    assert "no better" in gate.banner.sentence.text()
    assert gate.banner.use.objectName() == ""
    gate.ballot.begin.click()
    assert gate.sheet.isVisible()
    judge_all(qtbot, gate, prefers=MODEL_RED)
    assert not gate.sheet.isVisible()
    assert "You preferred “Slides” 8 times, “Photographs” 0 times" in gate.ballot.outcome.text()
    assert "more than chance" in gate.ballot.outcome.text()
    assert "You prefer “Slides”" in gate.banner.sentence.text()
    assert gate.banner.use.objectName() == "primaryButton"
    wait_for(qtbot, lambda: gate.gallery._grid.count() >= 3 * 9)  # now the names may be known


def test_eyes_can_contradict_the_figures(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    gate = show_gate(qtbot, window, write_finished_run(home))
    gate.ballot.begin.click()
    judge_all(qtbot, gate, prefers=BASE_RED)
    assert "you prefer “Photographs”. Keep that." in gate.banner.sentence.text()
    assert gate.banner.use.objectName() == ""
    gate.ballot.again.click()
    assert gate.sheet.isVisible()
    assert gate._result.ballot.at == 0


def test_a_comparison_goes_on_where_it_was_left(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    folder = write_finished_run(home, better=0.0)
    gate = show_gate(qtbot, window, folder)
    gate.ballot.begin.click()
    sheet = gate.sheet
    wait_for(qtbot, lambda: sheet.sides[1].has_picture)
    results = {red_of(side) for side in sheet.sides}
    assert results == {MODEL_RED, BASE_RED}
    QTest.keyPress(sheet, Qt.Key.Key_Up)
    assert {red_of(side) for side in sheet.sides} == {TRUTH_RED}
    QTest.keyRelease(sheet, Qt.Key.Key_Up)
    assert {red_of(side) for side in sheet.sides} == results

    QTest.mouseClick(sheet.sides[0], LEFT)
    wait_for(qtbot, lambda: sheet.sides[1].has_picture)
    QTest.keyClick(sheet.tie, Qt.Key.Key_Left)  # a button with the focus does not take the keys away
    wait_for(qtbot, lambda: sheet.sides[1].has_picture)
    sheet.tie.click()
    wait_for(qtbot, lambda: sheet.sides[1].has_picture)
    QTest.keyClick(sheet, Qt.Key.Key_Backspace)
    assert gate._result.ballot.at == 2
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert "2 of 8 pairs" in gate.ballot.outcome.text()
    assert gate.banner.use.objectName() == ""
    before = gate._result.ballot
    gate._reader.shutdown()

    other = write_finished_run(home, name="other")
    wait_for(qtbot, lambda: len(window.training.runs.runs) == 2 or window.training.runs.refresh())
    window.training.monitor.gate_wanted.emit(other.path)
    wait_for(qtbot, lambda: gate._result and gate._result.path == other.path)
    assert not gate.ballot.outcome.isVisible()
    window.training.monitor.gate_wanted.emit(folder.path)
    wait_for(qtbot, lambda: gate._result and gate._result.path == folder.path)
    assert gate._result.ballot == before
    assert gate.ballot.begin.text() == "Go on comparing"


def test_a_run_without_a_gate_is_compared_by_the_trainer(
    qtbot: QtBot, window: MainWindow, home: Path, tmp_path: Path
) -> None:
    album = write_pictures(tmp_path / "album", 16)
    folder = write_finished_run(home, folders=[str(album)], held_out_every=2)
    (folder.path / "gate.json").unlink()
    gate = show_gate(qtbot, window, folder)
    assert not gate.banner.isVisible()
    assert not gate.gallery.isVisible()
    gate.measure.click()
    assert gate._progress.isVisible()
    qtbot.waitUntil(lambda: gate._result is not None, timeout=180_000)
    assert gate.banner.isVisible()
    assert gate._result.report.base == "photographs@99.0"
    assert gate._result.verdict.pictures >= 4
    assert (folder.path / "gate.json").is_file()
