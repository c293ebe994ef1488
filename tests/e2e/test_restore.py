"""Unsaved work survives: the process is killed, and the next start brings it back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from studio_window import feature, open_window, wait_for, wait_until_coloured
from toy_pack import write_toy_pack

from colorstudio.core.autosave import Journal
from colorstudio.ui.features.autosave import AutosaveFeature
from colorstudio.ui.main_window import MainWindow

EDITING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from colorstudio import app
from colorstudio.core.adjust import Adjustments
from colorstudio.ui.features.autosave import AutosaveFeature
application = app.make_application()
def edit_when_coloured():
    for window in application.topLevelWidgets():
        documents = getattr(window, "documents", None)
        if documents and documents.current and documents.current.is_coloured:
            timer.stop()
            autosave = next(each for each in window.features if isinstance(each, AutosaveFeature))
            autosave.journal_written.connect(lambda: print("written", flush=True))
            window.actions_["rotate_left"].trigger()
            documents.change_look("Strength", adjustments=Adjustments(strength=0.3))
timer = QTimer()
timer.timeout.connect(edit_when_coloured)
timer.start(20)
sys.exit(app.main(sys.argv[1:]))
"""


@contextmanager
def editing_process(home: Path, *scans: Path) -> Iterator[subprocess.Popen[str]]:
    """The application, offscreen, with edits that its journal holds."""
    models = home / "data" / "models"
    if not models.exists():
        models.mkdir(parents=True)
        write_toy_pack(models, id="photographs", version="99.0")
    environment = {**os.environ, "COLORSTUDIO_HOME": str(home)}
    command = [sys.executable, "-c", EDITING, *map(str, scans)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout.readline() == "written\n"
            yield process
        finally:
            process.kill()


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()


def offer(window: MainWindow) -> str:
    return next((text for text in window.messages.texts() if "did not close properly" in text), "")


def press(qtbot: QtBot, window: MainWindow, words: str) -> None:
    button = next(each for each in window.messages.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def journals(home: Path) -> list[Path]:
    return sorted((home / "data" / "journals").glob("*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL; its TerminateProcess is the same to us")
def test_edits_of_a_killed_process_are_restored_by_the_next(
    qtbot: QtBot, home: Path, scan8: Path, scan16: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with editing_process(home, scan8, scan16) as process:
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    assert len(journals(home)) == 1

    with open_window(qtbot, home, monkeypatch) as window:
        window.prepare()
        wait_for(qtbot, lambda: offer(window))
        assert "2 scans" in offer(window)
        with qtbot.waitSignal(feature(window, AutosaveFeature).restored, timeout=20_000):
            press(qtbot, window, "Restore")
        assert not offer(window)
        assert [document.path for document in window.documents.documents] == [scan8, scan16]
        edit = window.documents.current.edit
        assert edit.look.adjustments.strength == 0.3
        assert edit.orientation.quarter_turns == 3
        assert window.isWindowModified()
        wait_until_coloured(qtbot, window)
        assert [path.name.startswith(f"{os.getpid()}-") for path in journals(home)] == [True]
    assert not journals(home)


def test_two_processes_keep_their_own_journals(
    qtbot: QtBot, home: Path, scan8: Path, scan16: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with editing_process(home, scan8) as killed, editing_process(home, scan16) as living:
        kill(killed)
        assert len(journals(home)) == 2
        with open_window(qtbot, home, monkeypatch) as window:
            window.prepare()
            wait_for(qtbot, lambda: offer(window))
            assert "the scan" in offer(window)
            with qtbot.waitSignal(feature(window, AutosaveFeature).restored, timeout=20_000):
                press(qtbot, window, "Restore")
            assert [document.path for document in window.documents.documents] == [scan8]
        assert [path.name.split("-")[0] for path in journals(home)] == [str(living.pid)]


def test_what_is_discarded_is_not_offered_again(
    qtbot: QtBot, home: Path, scan8: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with editing_process(home, scan8) as process:
        kill(process)
    with open_window(qtbot, home, monkeypatch) as window:
        window.prepare()
        wait_for(qtbot, lambda: offer(window))
        press(qtbot, window, "Discard")
        assert not offer(window)
        assert not journals(home)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_a_terminated_process_keeps_its_unsaved_work(home: Path, scan8: Path) -> None:
    with editing_process(home, scan8) as process:
        process.terminate()
        assert process.wait(60) == 0
    (left,) = Journal(home / "data" / "journals").left_behind()
    assert left.unsaved.project.scans[0].recipe.adjustments.strength == 0.3


def test_a_journal_that_cannot_be_written_is_said_once(
    qtbot: QtBot, window: MainWindow, home: Path, scan8: Path
) -> None:
    (home / "data" / "journals").write_text("a file in the place of the folder")
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    window.actions_["rotate_right"].trigger()
    wait_for(qtbot, lambda: any("case of a crash" in text for text in window.messages.texts()))
    window.messages.clear()
    with qtbot.waitSignal(feature(window, AutosaveFeature)._calls._pool.task_failed, timeout=20_000):
        window.actions_["rotate_right"].trigger()
    assert not window.messages.texts()


def test_undone_and_saved_work_leaves_no_journal(qtbot: QtBot, window: MainWindow, home: Path, scan8: Path) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    with qtbot.waitSignal(feature(window, AutosaveFeature).journal_written, timeout=20_000):
        window.actions_["rotate_right"].trigger()
    assert len(journals(home)) == 1
    window.actions_["undo"].trigger()
    wait_for(qtbot, lambda: not journals(home))
