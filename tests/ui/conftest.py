"""The real window, without a scan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studio_window import open_window

from colorstudio.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window, closed at the end."""
    with open_window(qtbot, tmp_path / "home", monkeypatch) as window:
        yield window
