from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken
from studio_window import open_window

from colorstudio.ui.features.monitor import MonitorFeature
from colorstudio.ui.screens import screen_at


def test_a_place_beside_all_monitors_is_the_main_ones(qtbot: QtBot) -> None:
    main = QGuiApplication.primaryScreen()
    assert screen_at(main.geometry().center()) is main
    assert screen_at(QPoint(-100_000, 0)) is main


def test_the_window_takes_no_screen_from_qt(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its Python object below a widget would destroy it with the widget: the next window ended the process."""
    with open_window(qtbot, tmp_path, monkeypatch) as window:
        window.prepare()
        assert any(isinstance(each, MonitorFeature) for each in window.features)
        described = Shiboken.dump(QGuiApplication.primaryScreen())
        assert "hasOwnership...... 0" in described
        assert "parent...." not in described
    widget = QWidget()
    widget.screen()
    assert "parent...." in Shiboken.dump(QGuiApplication.primaryScreen()), (
        "PySide6 no longer does it: screens.py can go"
    )
