"""Projects: saved, opened again, exported to the same bytes; nothing lost unasked; masters found again."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from studio_window import DoNotSave, feature, open_window, wait_for, wait_until_coloured

from colorstudio.core.adjust import Adjustments
from colorstudio.core.errors import Cancelled
from colorstudio.core.files import sha256_file
from colorstudio.core.progress import CancelToken
from colorstudio.core.steering import Crop, Hint, Mask, MaskStroke
from colorstudio.engine.file_open import FileOpenRequests
from colorstudio.ui.canvas import CompareMode
from colorstudio.ui.dialogs.masters_dialog import MastersDialog
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.masters import MastersFeature
from colorstudio.ui.features.projects import ProjectsFeature
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.project_questions import Answer


class Answers(DoNotSave):
    """Answers as the test says, and counts the questions."""

    def __init__(self, answer: Answer = Answer.CANCEL, path: Path | None = None) -> None:
        self.answer, self.path, self.asked = answer, path, 0

    def unsaved(self, name: str) -> Answer:
        self.asked += 1
        return self.answer

    def project_to_open(self, folder: Path | None) -> Path | None:
        return self.path

    def project_to_save(self, proposed: Path) -> Path | None:
        return self.path


def answer(window: MainWindow, value: Answer = Answer.CANCEL, path: Path | None = None) -> Answers:
    answers = Answers(value, path)
    feature(window, ProjectsFeature).questions = answers
    return answers


def steer(window: MainWindow) -> None:
    """Turn, hint, mask, adjust and crop the current scan."""
    window.actions_["rotate_right"].trigger()
    window.documents.change_choice("Hint", hints=(Hint(((0.25, 0.5),), 30.0, -20.0, evidence="letter no. 7"),))
    window.documents.change_look("Strength", adjustments=Adjustments(strength=0.6))
    stroke = MaskStroke("brush", ((0.2, 0.2), (0.8, 0.3)), amount=0.0, radius=0.1)
    window.documents.change_look("Mask", mask=Mask(strokes=(stroke,)))
    edit = window.documents.current.edit
    window.documents.change("Crop", replace(edit, crop=Crop(0.1, 0.0, 0.9, 0.75)))


def export(qtbot: QtBot, window: MainWindow, target: Path) -> bytes:
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "tiff", 16, overwrite=True))
    return target.read_bytes()


def save(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    answer(window, Answer.DISCARD, path)
    with qtbot.waitSignal(window.project.saved, timeout=20_000):
        window.actions_["save_project_as"].trigger()


def open_project(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.project.opened, timeout=20_000):
        window.open_paths([path])


def test_a_project_opened_again_exports_the_same_bytes(
    qtbot: QtBot,
    window: MainWindow,
    home: Path,
    scan16: Path,
    scan8: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.open_paths([scan8, scan16])
    window.actions_["next_scan"].trigger()
    wait_until_coloured(qtbot, window)
    steer(window)
    wait_until_coloured(qtbot, window)
    edit = window.documents.current.edit
    window.actions_["show_wipe"].trigger()
    before = export(qtbot, window, tmp_path / "out.tif")
    project = tmp_path / "box.colorstudio"
    save(qtbot, window, project)
    assert scan16.read_bytes()[:64].hex() not in project.read_text()
    assert len(project.read_bytes()) < 10_000
    window.close()

    with open_window(qtbot, home, monkeypatch) as again:
        open_project(qtbot, again, project)
        assert [document.path for document in again.documents.documents] == [scan8, scan16]
        assert again.documents.current.path == scan16
        assert again.canvas.compare_mode is CompareMode.WIPE
        assert again.actions_["show_wipe"].isChecked()
        wait_until_coloured(qtbot, again)
        opened = again.documents.current.edit
        assert (opened.look, opened.crop, opened.orientation) == (edit.look, edit.crop, edit.orientation)
        assert opened.choice.hints == edit.choice.hints
        assert not again.isWindowModified()
        assert [document.is_edited for document in again.documents.documents] == [False, True]
        assert export(qtbot, again, tmp_path / "out.tif") == before


def test_the_title_says_what_is_open_and_what_is_not_saved(
    qtbot: QtBot, window: MainWindow, scan8: Path, tmp_path: Path
) -> None:
    assert window.windowTitle() == "Color Studio[*]"
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    assert window.windowTitle() == "steps.png[*] – Color Studio"
    assert not window.isWindowModified()
    window.actions_["rotate_right"].trigger()
    assert window.isWindowModified()
    window.actions_["undo"].trigger()
    assert not window.isWindowModified()
    window.actions_["redo"].trigger()
    save(qtbot, window, tmp_path / "box.colorstudio")
    assert window.windowTitle() == "steps.png – box[*] – Color Studio"
    assert not window.isWindowModified()
    window.actions_["undo"].trigger()
    assert window.isWindowModified()
    assert window.actions_["save_project"].isEnabled()


def test_closing_asks_only_when_there_is_something_to_keep(
    qtbot: QtBot, window: MainWindow, scan8: Path, tmp_path: Path
) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    answers = answer(window)
    window.actions_["rotate_right"].trigger()
    window.close()
    assert (answers.asked, window.isVisible()) == (1, True)
    window.actions_["new_project"].trigger()
    assert (answers.asked, len(window.documents.documents)) == (2, 1)

    answers = answer(window, Answer.SAVE, tmp_path / "kept.colorstudio")
    with qtbot.waitSignal(window.closed, timeout=20_000):
        window.close()
    assert answers.asked == 1
    recipe = json.loads((tmp_path / "kept.colorstudio").read_text())["scans"][0]["recipe"]
    assert recipe["quarter_turns"] == 1
    assert len(recipe["master"]["sha256"]) == 64
    assert recipe["model"]["reference"] == "photographs@99.0"


def test_a_scan_that_was_closed_with_unsaved_work_can_be_brought_back(
    qtbot: QtBot, window: MainWindow, scan8: Path, scan16: Path
) -> None:
    window.open_paths([scan8, scan16])
    wait_until_coloured(qtbot, window)
    window.actions_["rotate_right"].trigger()
    window.actions_["close_scan"].trigger()
    assert "not saved" in window.messages.texts()[-1]
    button = next(each for each in window.messages.findChildren(QPushButton) if each.text() == "Bring back")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.documents.current.path == scan8
    assert window.documents.current.edit.orientation.quarter_turns == 1
    assert window.isWindowModified()
    wait_until_coloured(qtbot, window)
    window.actions_["next_scan"].trigger()
    window.actions_["close_scan"].trigger()
    assert not window.messages.texts()


def test_an_untouched_scan_is_closed_without_a_question(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    answers = answer(window)
    with qtbot.waitSignal(window.closed, timeout=20_000):
        window.close()
    assert answers.asked == 0


def test_a_project_that_cannot_be_saved_stays_unsaved(
    qtbot: QtBot, window: MainWindow, scan8: Path, tmp_path: Path
) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    window.actions_["rotate_right"].trigger()
    answer(window, Answer.SAVE, tmp_path / "nowhere" / "box.colorstudio")
    with qtbot.waitSignal(window.project.failed, timeout=20_000):
        window.close()
    assert window.isVisible()
    assert window.isWindowModified()
    assert "box.colorstudio cannot be saved" in window.messages.texts()[-1]
    answer(window, Answer.DISCARD)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"colorstudio": 7, "scans": []}', '{"colorstudio": 1}'])
def test_a_damaged_project_is_said_and_what_is_open_stays(
    qtbot: QtBot, window: MainWindow, scan8: Path, tmp_path: Path, content: str
) -> None:
    window.open_paths([scan8])
    damaged = tmp_path / "bad.colorstudio"
    damaged.write_text(content)
    with qtbot.waitSignal(window.project.failed, timeout=20_000):
        window.open_paths([damaged])
    assert "bad.colorstudio" in window.messages.texts()[-1]
    assert [document.path for document in window.documents.documents] == [scan8]


@pytest.fixture
def box(qtbot: QtBot, window: MainWindow, tmp_path: Path, scan8: Path) -> Path:
    """A project of three scans in a folder, opened by nobody."""
    folder = tmp_path / "box"
    folder.mkdir()
    for name in ("a.png", "b.png", "c.png"):
        (folder / name).write_bytes(scan8.read_bytes() + name.encode())
    window.open_paths(sorted(folder.iterdir()))
    wait_until_coloured(qtbot, window)
    window.actions_["rotate_right"].trigger()
    save(qtbot, window, tmp_path / "box.colorstudio")
    window.actions_["new_project"].trigger()
    assert not window.documents.documents
    return folder


def masters_dialog(qtbot: QtBot, window: MainWindow) -> MastersDialog:
    dialog = MastersDialog(feature(window, MastersFeature).doubts, window)
    qtbot.addWidget(dialog)
    return dialog


def test_moved_masters_are_found_together_and_the_rest_opens_anyway(
    qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for name in ("a.png", "c.png"):
        (box / name).rename(moved / name)
    open_project(qtbot, window, tmp_path / "box.colorstudio")
    assert [document.path.name for document in window.documents.documents] == ["b.png"]
    assert "2 scans are not where they were" in window.messages.texts()[-1]
    save(qtbot, window, tmp_path / "still.colorstudio")
    assert len(json.loads((tmp_path / "still.colorstudio").read_text())["scans"]) == 3

    dialog = masters_dialog(qtbot, window)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: (str(moved / "a.png"), ""))
    dialog._find.click()
    wait_for(qtbot, lambda: len(window.documents.documents) == 3)
    assert {document.path.parent.name for document in window.documents.documents} == {"box", "elsewhere"}
    turned = next(each for each in window.documents.documents if each.path.name == "a.png")
    assert turned.edit.orientation.quarter_turns == 1
    assert window.isWindowModified()
    assert "All scans" in dialog._result.text()
    assert not window.actions_["find_masters"].isEnabled()


def test_a_master_that_cannot_be_read_stays_in_the_project_which_is_not_changed_by_it(
    qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path, bad_file: Path
) -> None:
    (box / "a.png").write_bytes(bad_file.read_bytes())
    project = tmp_path / "box.colorstudio"
    before = json.loads(project.read_text())
    open_project(qtbot, window, project)
    window.documents.show(window.documents.documents[0])
    wait_for(qtbot, lambda: len(window.documents.documents) == 2)
    assert not window.isWindowModified()
    wait_until_coloured(qtbot, window)
    with qtbot.waitSignal(window.exports.failed, timeout=20_000) as failed:
        window.exports.export(window.documents.current, ExportChoice(box / "a.png", "png", 8, overwrite=True))
    assert "never written to" in str(failed.args[0])
    assert (box / "a.png").read_bytes() == bad_file.read_bytes()
    save(qtbot, window, project)
    assert json.loads(project.read_text())["scans"] == before["scans"]


def test_missing_masters_are_searched_in_a_folder(
    qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "archive" / "1950" / "box 3"
    deep.mkdir(parents=True)
    (tmp_path / "archive" / "a.png").write_bytes(b"another picture of that name")
    for path in list(box.iterdir()):
        path.rename(deep / path.name)
    open_project(qtbot, window, tmp_path / "box.colorstudio")
    assert window.documents.current is None
    dialog = masters_dialog(qtbot, window)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path / "archive"))
    dialog._search.click()
    wait_for(qtbot, lambda: len(window.documents.documents) == 3)
    assert {document.path.parent for document in window.documents.documents} == {deep}
    wait_until_coloured(qtbot, window)


def test_a_master_is_found_while_others_are_compared_and_these_are_let_be_with_their_project(
    qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved, comparing, given_up = tmp_path / "a.png", threading.Event(), threading.Event()
    (box / "a.png").rename(moved)

    def hash_without_end(path: Path, token: CancelToken) -> str:
        while path.parent == box:
            comparing.set()
            try:
                token.check()
            except Cancelled:
                given_up.set()
                raise
        return sha256_file(path, token)

    monkeypatch.setattr("colorstudio.pipeline.projects.sha256_file", hash_without_end)
    open_project(qtbot, window, tmp_path / "box.colorstudio")
    wait_for(qtbot, comparing.is_set)
    doubts = feature(window, MastersFeature).doubts
    doubts.find_file(doubts.all()[0], moved)
    wait_for(qtbot, lambda: len(window.documents.documents) == 3)
    assert not given_up.is_set()
    answer(window, Answer.DISCARD)
    window.actions_["new_project"].trigger()
    wait_for(qtbot, given_up.is_set)


def test_a_changed_master_is_said_and_the_archivist_decides(
    qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path, scan8: Path
) -> None:
    (box / "b.png").write_bytes(scan8.read_bytes() + b"another")
    open_project(qtbot, window, tmp_path / "box.colorstudio")
    wait_for(qtbot, lambda: any("b.png has changed" in text for text in window.messages.texts()))
    assert not window.isWindowModified()
    changed = next(each for each in window.documents.documents if each.path.name == "b.png")
    former = changed.master.sha256
    dialog = masters_dialog(qtbot, window)
    dialog._accept.click()
    assert changed.master.sha256 != former
    assert window.isWindowModified()
    save(qtbot, window, tmp_path / "box.colorstudio")
    open_project(qtbot, window, tmp_path / "box.colorstudio")
    doubts = feature(window, MastersFeature).doubts
    wait_for(qtbot, lambda: not doubts._unchecked)
    assert not doubts.all()


def test_another_model_than_the_projects_is_said(qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path) -> None:
    path = tmp_path / "box.colorstudio"
    open_project(qtbot, window, path)
    wait_until_coloured(qtbot, window)
    assert not any("photographs@99.0" in text for text in window.messages.texts())
    content = json.loads(path.read_text())
    content["scans"][1]["recipe"]["model"]["sha256"] = "0" * 64
    path.write_text(json.dumps(content))
    open_project(qtbot, window, path)
    assert "photographs@99.0" in window.messages.texts()[-1]


def test_a_project_and_scans_can_be_dropped_together(
    qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path, scan16: Path
) -> None:
    open_project(qtbot, window, tmp_path / "box.colorstudio")
    window.open_paths([scan16, tmp_path / "box.colorstudio"])
    wait_for(qtbot, lambda: len(window.documents.documents) == 4)
    assert window.documents.current.path == scan16
    assert window.isWindowModified()


def test_a_project_that_the_desktop_asks_for_is_opened(
    qtbot: QtBot, window: MainWindow, box: Path, tmp_path: Path, qapp: QApplication
) -> None:
    requests = FileOpenRequests()
    requests.requested.connect(window.open_paths)
    qapp.installEventFilter(requests)
    try:
        with qtbot.waitSignal(window.project.opened, timeout=20_000):
            qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "box.colorstudio")))
    finally:
        qapp.removeEventFilter(requests)
    assert len(window.documents.documents) == 3
