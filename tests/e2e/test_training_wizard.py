"""What the window promises about a new training: data, check, goal, time, start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from studio_window import wait_for
from toy_pictures import write_pictures
from wizard_hand import LEFT, checked, drop, heading, press, sole_run, start, timed, words_on

from colorstudio.engine.training.recipes import recipe_names, shipped_recipe
from colorstudio.ui.training.runs_list import RunsList
from colorstudio.ui.training.wizard.headings import Remark
from colorstudio.ui.training.wizard.picture_grid import PictureGrid
from colorstudio.ui.training.wizard_page import WizardPage
from colorstudio.ui.widgets.number_field import NumberField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

PROPOSED = shipped_recipe("finetune").steps


def test_from_a_dropped_folder_to_a_started_run(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    assert heading(PROPOSED * 2 + 100) in words_on(wizard)
    start(qtbot, wizard)
    config = sole_run(wizard).read_config()
    assert config.data.folders == (str(slides),)
    assert set(config.data.left_out) == {f"{slides.name}/{name}" for name in ("damaged2.png", "grey0.png", "grey1.png")}
    assert (config.pack.name_en, config.pack.id) == ("Slides 1961", "slides-1961")
    assert config.generator.init_from == "photographs@99.0"
    assert (config.steps, config.micro_batch, config.checkpoint_every) == (PROPOSED, 4, min(PROPOSED, 300))
    workspace = wizard.window().training
    assert workspace._pages.currentWidget() is workspace.monitor
    wait_for(qtbot, lambda: workspace.list.chosen == sole_run(wizard).path)
    wait_for(qtbot, lambda: "Finished" in workspace.list._list.currentItem().toolTip())


def test_nothing_can_be_skipped(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    assert not wizard._next.isEnabled()
    drop(wizard, slides)
    assert wizard._next.isEnabled()
    press(wizard, "Next")
    assert not wizard._next.isEnabled()  # the pictures are being checked
    wait_for(qtbot, lambda: wizard._next.isEnabled())
    press(wizard, "Next")
    name = wizard.findChild(QLineEdit, "modelName")
    name.clear()
    assert not wizard._next.isEnabled()  # a model without a name
    QTest.keyClicks(name, "Dias")
    press(wizard, "Next")
    assert not wizard._next.isEnabled()  # the time is being taken
    wait_for(qtbot, lambda: wizard._next.isEnabled())


def test_other_folders_are_checked_anew(qtbot: QtBot, wizard: WizardPage, slides: Path, tmp_path: Path) -> None:
    checked(qtbot, wizard, slides)
    more = write_pictures(tmp_path / "more", 25, first=100)
    drop(wizard, more)  # also from here
    assert wizard.pictures.isVisible()
    assert wizard.pictures.folders() == (str(slides), str(more))
    press(wizard, "Next")
    assert wizard.check.selection is None
    wait_for(qtbot, lambda: wizard.check.selection)
    assert len(wizard.check.selection.report.pictures) == 34 + 25


def test_a_dropped_picture_is_no_folder(wizard: WizardPage, slides: Path) -> None:
    drop(wizard, slides / "00000.png")
    assert wizard.pictures.folders() == ()
    assert "drop the folder that holds 00000.png" in "".join(wizard._context.messages.texts())


def test_pictures_are_left_out_and_used_again_with_a_click(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    checked(qtbot, wizard, slides)
    grid, kinds = wizard.check.findChild(PictureGrid), wizard.check.findChild(QListWidget)
    titles = [kinds.item(row).text() for row in range(kinds.count())]
    assert titles == ["Damaged (1)", "Black and white (2)", "Look-alikes (1)", "All pictures (34)"]
    assert "31 pictures" in words_on(wizard)
    kinds.setCurrentRow(1)
    click(grid, 0)
    assert "32 pictures" in words_on(wizard)
    press(wizard, "Use all")
    assert "33 pictures" in words_on(wizard)
    press(wizard, "Leave all out")
    assert "31 pictures" in words_on(wizard)
    kinds.setCurrentRow(3)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(1))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert "30 pictures" in words_on(wizard)
    kinds.setCurrentRow(0)
    click(grid, 0)
    assert "30 pictures" in words_on(wizard)  # a damaged one cannot be used
    assert not next(each for each in wizard.findChildren(QPushButton) if each.text() == "Use all").isEnabled()


def click(grid: PictureGrid, row: int) -> None:
    """Click a picture."""
    centre = grid.visualRect(grid.model().index(row)).center()
    QTest.mouseClick(grid.viewport(), LEFT, pos=centre)


def test_the_thumbnails_are_drawn(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    checked(qtbot, wizard, slides)
    wizard.check.findChild(QListWidget).setCurrentRow(3)
    grid = wizard.check.findChild(PictureGrid)
    grid.grab()
    decoration = Qt.ItemDataRole.DecorationRole
    wait_for(qtbot, lambda: grid.model().index(0).data(decoration))
    image = grid.model().index(0).data(decoration).toImage()
    assert (image.width(), image.height()) == (48, 40)


def test_a_check_that_fails_says_why(qtbot: QtBot, wizard: WizardPage, tmp_path: Path) -> None:
    drop(wizard, write_pictures(tmp_path / "unreadable", 1))
    press(wizard, "Next")
    wait_for(qtbot, lambda: any("choose another one" in each.text() for each in wizard.findChildren(Remark)))
    assert not wizard._next.isEnabled()


def test_the_time_follows_the_length_and_the_pace(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "One hour")
    assert wizard.time.steps == 1750
    assert heading(3600) in words_on(wizard)
    length = wizard.time.findChild(NumberField)
    length.setFocus()
    length.setText("3600")
    QTest.keyClick(length, Qt.Key.Key_Return)
    assert heading(3600 * 2 + 100) in words_on(wizard)
    half = next(each for each in wizard.time.findChildren(QRadioButton) if "Leave room" in each.text())
    if half.isEnabled():  # a machine with several cores
        half.click()
        assert wizard.time.estimate is None
        wait_for(qtbot, lambda: wizard.time.estimate)
        assert heading(3600 * 4 + 100) in words_on(wizard)
        assert wizard.time.steps == 3600
    press(wizard, "As proposed")
    assert wizard.time.steps == PROPOSED


def test_a_quick_try_takes_ten_minutes_also_on_a_slow_computer(
    qtbot: QtBot, wizard: WizardPage, slides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_SECONDS_PER_STEP", "20")
    checked(qtbot, wizard, slides)
    press(wizard, "Next")
    next(each for each in wizard.goal.findChildren(QRadioButton) if each.text() == "Try it quickly").click()
    press(wizard, "Next")
    wait_for(qtbot, lambda: wizard.time.estimate)
    assert heading(600) in words_on(wizard)
    start(qtbot, wizard)
    assert sole_run(wizard).read_config().steps == 25  # 20 s each, and 100 s besides


def test_runs_are_listed_and_go_to_the_trash_when_asked(
    qtbot: QtBot, wizard: WizardPage, slides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    timed(qtbot, wizard, slides)
    start(qtbot, wizard)
    runs: RunsList = wizard.window().training.list
    wait_for(qtbot, lambda: runs.chosen and "Finished" in runs._list.item(0).toolTip())
    run = runs._list.item(0).data(Qt.ItemDataRole.UserRole)
    enabled = {action.text(): action.isEnabled() for action in runs._menu_of(run).actions() if action.text()}
    assert enabled == {"Resume": False, "Show the folder": True, "Move to the trash…": True}
    removed: list[Path] = []
    monkeypatch.setattr(wizard._context.runs, "remove", removed.append)
    monkeypatch.setattr(QMessageBox, "question", lambda *words: QMessageBox.StandardButton.No)
    QTest.keyClick(runs._list, Qt.Key.Key_Delete)
    assert removed == []
    monkeypatch.setattr(QMessageBox, "question", lambda *words: QMessageBox.StandardButton.Yes)
    QTest.keyClick(runs._list, Qt.Key.Key_Delete)
    assert removed == [run.path]


def test_a_training_that_ends_is_told_of_in_the_wizard(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "Start training")
    press(wizard, "New training…")
    messages = wizard._context.messages
    wait_for(qtbot, lambda: messages.texts() == ["The training “Slides 1961” is finished."])
    press(wizard, "Show")
    assert wizard.window().training.monitor.isVisible()


def test_cancel_leaves_nothing_behind(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    start(qtbot, wizard)
    runs: RunsList = wizard.window().training.list
    wait_for(qtbot, lambda: runs.chosen)
    press(wizard, "New training…")
    assert wizard.isVisible()
    drop(wizard, slides)
    press(wizard, "Cancel")
    assert not wizard.isVisible()
    assert wizard.pictures.folders() == ()
    assert len(list(wizard._context.runs.folder.iterdir())) == 1


# Names, numbers and units that are the same in every language.
NEUTRAL = re.compile(
    r"Adam(W)?|L1|cuda|[\w ]*\.toml|\d+ ?[kMG]B|CPU|TensorBoard|PatchGAN|python -m .*|[\w.]+=[\w., =]+|"
    r"[a-z]+(_[a-z0-9]+)*(\.[a-zA-Z0-9_]+)*|([\d\W_])*"
)


def texts_of(widget: QWidget) -> list[str]:
    """What is read of a widget and heard about it."""
    found = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QAbstractButton | QLabel):
        found.append(widget.text())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(index) for index in range(widget.count())]
    return [text for text in found if text]


def test_the_wizard_speaks_korean_and_can_be_used_by_keyboard(qtbot: QtBot, wizard: WizardPage, slides: Path) -> None:
    timed(qtbot, wizard, slides)
    press(wizard, "All settings…")
    wizard.window().preferences.change(language="ko")
    try:
        wait_for(qtbot, lambda: wizard._experts._done.text() == "완료" and "설정" in words_on(wizard))
        widgets = [each for each in wizard.findChildren(QWidget) if not each.objectName().startswith("qt_")]
        texts = {text for widget in widgets for text in texts_of(widget)}
        english = {text for text in texts if not re.search("[가-힣]", text) and not NEUTRAL.fullmatch(text)}
    finally:
        wizard.window().preferences.change(language="en")
    names = {model.names["en"] for model in wizard.window()._models}
    english -= {*recipe_names(), "Scroll Left", "Scroll Right"}  # files, and Qt's own
    assert sorted(text for text in english if not any(name in text for name in names)) == []
    controls = [
        each for each in widgets if isinstance(each, QAbstractButton | QComboBox | QLineEdit | QAbstractItemView)
    ]
    own = [each for each in controls if not isinstance(each.parentWidget(), QComboBox | QLineEdit | QTabBar)]
    for control in own:
        if type(control).__module__.startswith("PySide6") and type(control.parentWidget()) is QFrame:
            continue  # the list that a combo box opens
        assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control
        assert control.toolTip() or control.accessibleDescription(), (control, control.accessibleName())
