"""The real window with a toy model, and the words that tests wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from toy_pack import write_toy_pack

from colorstudio.ui.features.projects import ProjectsFeature
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.panels.section import FoldingBox
from colorstudio.ui.project_questions import Answer


@contextmanager
def open_window(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Show the window with its folders below `home` and the toy pack in the place of `photographs`."""
    from colorstudio.app import build_window

    monkeypatch.setenv("COLORSTUDIO_HOME", str(home))
    models = home / "data" / "models"
    if not models.exists():
        models.mkdir(parents=True)
        write_toy_pack(models, id="photographs", version="99.0", name={"en": "Photographs", "ko": "사진"})
    window = build_window()
    qtbot.addWidget(window)
    window.canvas.animations = False
    feature(window, ProjectsFeature).questions = DoNotSave()
    window.show()
    try:
        yield window
    finally:
        window.close()


class DoNotSave:
    """Answers what the window asks about projects: nothing is saved, no file is chosen."""

    def unsaved(self, name: str) -> Answer:
        return Answer.DISCARD

    def project_to_open(self, folder: Path | None) -> Path | None:
        return None

    def project_to_save(self, proposed: Path) -> Path | None:
        return None


def feature(window: MainWindow, kind: type[Any]) -> Any:
    """The feature of that class."""
    return next(each for each in window.features if isinstance(each, kind))


def wait_for(qtbot: QtBot, condition: Callable[[], object]) -> None:
    """Wait until `condition` holds."""
    qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)


def wait_until_coloured(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the current scan is coloured, and its colour is on the canvas."""
    wait_for(qtbot, lambda: window.documents.current and window.documents.current.is_coloured)
    wait_for(qtbot, lambda: window.documents.current.base and window.documents.current.base.after)
    wait_for(qtbot, lambda: not window.documents.current.job)


def section(window: MainWindow, key: str) -> Any:
    """The section of the side panel with that key, unfolded with the groups in it."""
    found = next(each for each in window.panel.sections if each.key == key)
    for box in (found, *found.findChildren(FoldingBox)):
        box.set_open(True)
    return found
