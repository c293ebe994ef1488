"""The application as a process of its own: as it is started, and as it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from studio_window import wait_for
from toy_pack import write_toy_pack

from colorstudio import app
from colorstudio.ui.main_window import MainWindow


def run_python(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLORSTUDIO_HOME": str(home)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)


@pytest.fixture
def home_with_model(home: Path) -> Path:
    """The user's folders, with the toy pack in the place of `photographs`."""
    (home / "data" / "models").mkdir(parents=True)
    write_toy_pack(home / "data" / "models", id="photographs", version="99.0")
    return home


def test_the_self_test_checks_the_installation(home_with_model: Path) -> None:
    done = run_python(home_with_model, "-m", "colorstudio", "--self-test")
    assert done.stdout.split() == ["ok", "window", "ok", "icon", "ok", "korean", "ok", "colour"]
    assert done.returncode == 0


def test_the_self_test_fails_without_a_working_model(home: Path) -> None:
    models = home / "data" / "models"
    models.mkdir(parents=True)
    write_toy_pack(models, id="photographs", version="99.0", render_size=128, multiple_of=8, uses_hints=False)
    done = run_python(home, "-m", "colorstudio", "--self-test")
    assert "FAIL colour" in done.stdout
    assert done.returncode == 1


def test_the_window_opens_files_given_as_arguments_and_closes(home_with_model: Path, scan8: Path) -> None:
    code = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from colorstudio import app
application = app.make_application()
def close_when_coloured():
    for window in application.topLevelWidgets():
        documents = getattr(window, "documents", None)
        if documents and documents.current and documents.current.is_coloured:
            timer.stop()
            print("coloured", documents.current.path.name)
            window.actions_["copy_settings"].trigger()  # what is on the clipboard outlives the window
            window.close()
timer = QTimer()
timer.timeout.connect(close_when_coloured)
timer.start(20)
sys.exit(app.main([sys.argv[1]]))
"""
    done = run_python(home_with_model, "-c", code, str(scan8))
    assert done.stdout.split() == ["coloured", scan8.name]
    assert done.returncode == 0, done.stderr
    assert not list((home_with_model / "cache").iterdir())
    assert "started" in (home_with_model / "log" / "colorstudio.log").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_a_terminated_window_leaves_nothing_behind(home_with_model: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.tif"
    tifffile.imwrite(large, np.zeros((1600, 2000), np.uint8))
    code = """
import os, signal, sys
from PySide6.QtCore import QTimer
from colorstudio import app, paths
application = app.make_application()
def terminate_when_it_is_read():
    if list(paths.cache_dir().iterdir()):
        timer.stop()
        os.kill(os.getpid(), signal.SIGTERM)
timer = QTimer()
timer.timeout.connect(terminate_when_it_is_read)
timer.start(5)
sys.exit(app.main([sys.argv[1]]))
"""
    done = run_python(home_with_model, "-c", code, str(large))
    assert done.returncode == 0, done.stderr
    assert not list((home_with_model / "cache").iterdir())
    assert "closed" in (home_with_model / "log" / "colorstudio.log").read_text()


def test_an_unexpected_error_is_said_with_the_way_to_the_log(window: MainWindow) -> None:
    window.tell_unexpected()
    window.tell_unexpected()
    assert len(window.messages.texts()) == 1
    assert "did not expect" in window.messages.texts()[0]


def test_what_is_odd_about_a_file_is_noted(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "float.tif"
    tifffile.imwrite(path, np.linspace(-3.0, 9.0, 64 * 48, dtype=np.float32).reshape(48, 64))
    window.open_paths([path])
    wait_for(qtbot, lambda: window.messages.texts())
    assert window.messages.texts()[0].startswith("float.tif: Its values")


def test_a_window_that_cannot_be_made_is_said_and_logged(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setenv("COLORSTUDIO_HOME", str(home))
    monkeypatch.setattr(app, "build_window", _fail)
    monkeypatch.setattr(QMessageBox, "critical", lambda parent, title, text: told.append(text))
    assert app.run_window([]) == 1
    assert str(home) in told[0]
    assert "RuntimeError: no window" in (home / "log" / "colorstudio.log").read_text()


def _fail() -> None:
    raise RuntimeError("no window")
