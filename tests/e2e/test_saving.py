"""While a project is being written, which takes long where masters are large, nothing is lost either."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studio_window import DoNotSave, feature, open_window, wait_for, wait_until_coloured

from colorstudio.core import files
from colorstudio.core.adjust import Adjustments
from colorstudio.core.progress import CancelToken
from colorstudio.core.project_file import Project, ProjectScan, write_project
from colorstudio.core.recipe import Recipe
from colorstudio.pipeline import projects
from colorstudio.ui.features.autosave import AutosaveFeature
from colorstudio.ui.features.projects import ProjectsFeature
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.project_questions import Answer


@dataclass
class Saves(DoNotSave):
    """Answers what is asked about projects."""

    path: Path
    answer: Answer = Answer.DISCARD
    asked: int = 0

    def unsaved(self, name: str) -> Answer:
        self.asked += 1
        return self.answer

    def project_to_save(self, proposed: Path) -> Path | None:
        return self.path


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Masters are hashed, and with them projects are saved, when this is set."""
    go = threading.Event()

    def hash_later(path: Path, token: CancelToken) -> str:
        while not go.wait(0.005):
            token.check()
        return files.sha256_file(path, token)

    monkeypatch.setattr(projects, "sha256_file", hash_later)
    yield go
    go.set()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the project is saved."""
    return tmp_path / "box.colorstudio"


def begin_saving(qtbot: QtBot, window: MainWindow, scan: Path, target: Path) -> Saves:
    """Open a scan, change it, and save the project."""
    window.open_paths([scan])
    wait_until_coloured(qtbot, window)
    with qtbot.waitSignal(feature(window, AutosaveFeature).journal_written, timeout=20_000):
        adjust(window, 0.6)
    questions = feature(window, ProjectsFeature).questions = Saves(target)
    window.actions_["save_project_as"].trigger()
    return questions


def adjust(window: MainWindow, strength: float) -> None:
    window.documents.change_look("Strength", adjustments=Adjustments(strength=strength))


def scans_in(path: Path) -> int:
    return len(json.loads(path.read_text())["scans"])


def test_the_journal_stays_until_the_project_is_written(
    qtbot: QtBot, window: MainWindow, home: Path, scan8: Path, target: Path, hashing: threading.Event
) -> None:
    begin_saving(qtbot, window, scan8, target)
    assert window.isWindowModified()
    with qtbot.waitSignal(feature(window, AutosaveFeature).journal_written, timeout=20_000):
        pass  # the histories are clean from the beginning of the saving on
    assert list((home / "data" / "journals").iterdir())
    hashing.set()
    wait_for(qtbot, lambda: not list((home / "data" / "journals").iterdir()))
    assert target.exists()
    assert not window.isWindowModified()


def test_the_window_closes_after_the_project_is_written(
    qtbot: QtBot, home: Path, scan8: Path, target: Path, hashing: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_window(qtbot, home, monkeypatch) as window:
        questions = begin_saving(qtbot, window, scan8, target)
        window.close()
        assert window.isVisible()
        hashing.set()
        wait_for(qtbot, lambda: not window.isVisible())
    assert questions.asked == 0
    assert scans_in(target) == 1


def test_a_new_project_begins_after_the_old_one_is_written(
    qtbot: QtBot, window: MainWindow, scan8: Path, target: Path, hashing: threading.Event
) -> None:
    begin_saving(qtbot, window, scan8, target)
    window.actions_["new_project"].trigger()
    hashing.set()
    wait_for(qtbot, lambda: not window.documents.documents)
    assert scans_in(target) == 1
    assert window.project.path is None  # or the next save would replace the old project


def test_what_is_done_meanwhile_is_asked_about(
    qtbot: QtBot, window: MainWindow, scan8: Path, target: Path, hashing: threading.Event
) -> None:
    questions = begin_saving(qtbot, window, scan8, target)
    questions.answer = Answer.CANCEL
    window.actions_["new_project"].trigger()
    adjust(window, 0.3)
    hashing.set()
    wait_for(qtbot, lambda: questions.asked)
    assert len(window.documents.documents) == 1
    assert window.isWindowModified()
    questions.answer = Answer.DISCARD  # or the window would not close


def test_a_scan_that_comes_meanwhile_is_not_in_the_file(
    qtbot: QtBot, window: MainWindow, scan8: Path, scan16: Path, target: Path, hashing: threading.Event
) -> None:
    begin_saving(qtbot, window, scan8, target)
    window.open_paths([scan16])
    with qtbot.waitSignal(window.project.saved, timeout=20_000):
        hashing.set()
    assert scans_in(target) == 1
    assert window.isWindowModified()


def test_what_was_to_be_discarded_for_a_project_that_cannot_be_opened_is_still_unsaved(
    qtbot: QtBot, window: MainWindow, scan8: Path, target: Path, tmp_path: Path
) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    adjust(window, 0.6)
    feature(window, ProjectsFeature).questions = Saves(target)
    damaged = tmp_path / "damaged.colorstudio"
    damaged.write_text("nonsense")
    with qtbot.waitSignal(window.project.failed, timeout=20_000):
        window.open_paths([damaged])
    assert len(window.documents.documents) == 1
    assert window.isWindowModified()


def test_a_project_that_was_given_up_does_not_come_later(
    qtbot: QtBot, window: MainWindow, scan8: Path, scan16: Path, target: Path
) -> None:
    write_project(target, Project((ProjectScan(str(scan16), Recipe()),)))
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    window.open_paths([target])
    window.actions_["new_project"].trigger()
    wait_for(qtbot, lambda: not window.project.is_busy)
    assert not window.documents.documents
    assert window.project.path is None
