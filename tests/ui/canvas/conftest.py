"""A canvas to try."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from canvas_hand import GREY, RED, plain
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.ui.canvas import Canvas
from colorstudio.ui.theme import Theme, apply_theme


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication) -> Iterator[Canvas]:
    """A shown canvas of 600 x 400 that shows a picture of 3000 x 2000, grey before and red after."""
    apply_theme(qapp, Theme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    canvas = Canvas()
    canvas.animations = False
    layout.addWidget(canvas)
    canvas.set_picture_size(3000, 2000)
    canvas.set_base(plain(GREY), plain(RED))
    with qtbot.waitExposed(window):
        window.show()
    assert canvas.size() == QSize(600, 400)
    yield canvas
    apply_theme(qapp, Theme.LIGHT)
