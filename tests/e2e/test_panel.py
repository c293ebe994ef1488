"""The side panel keeps out of the way, and remembers how it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from studio_window import open_window, wait_for, wait_until_coloured

from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.panels.section import FoldingBox
from colorstudio.ui.panels.side_panel import NARROWEST, WIDEST
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox


def boxes(window: MainWindow) -> dict[str, FoldingBox]:
    return window.panel.folding_boxes()


def test_few_sections_are_open_at_first(window: MainWindow) -> None:
    assert [section.key for section in window.panel.sections if section.is_open] == ["colour", "adjust"]
    assert not boxes(window)["adjust.hues"].is_open


def test_headings_are_folded_with_the_keyboard(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    box = boxes(window)["adjust"]
    box._heading.setFocus()
    for key, is_open in (
        (Qt.Key.Key_Left, False),
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Return, False),
        (Qt.Key.Key_Space, True),
    ):
        qtbot.keyClick(box._heading, key)
        assert (box.is_open, box._contents.isVisible()) == (is_open, is_open)


def test_a_long_name_does_not_widen_the_panel_when_the_theme_changes(window: MainWindow) -> None:
    window.resize(1280, 800)
    long = "Colour slides of the city archive, 1961 to 1978, and of its neighbours"
    for combo in window.panel.findChildren(CalmComboBox):
        if combo.isVisible():
            combo.addItem(long)
    before = window.panel.width()
    for theme in ("dark", "light"):
        window.preferences.change(theme=theme)
        QApplication.processEvents()  # the layouts are asked anew
        assert (window.panel.width(), window.panel.minimumWidth()) == (before, NARROWEST)


def test_folds_width_and_visibility_survive_a_restart(
    qtbot: QtBot, window: MainWindow, scan8: Path, scan16: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(1280, 720)
    window.open_paths([scan8, scan16])
    wait_until_coloured(qtbot, window)
    boxes(window)["colour"].set_open(False)
    boxes(window)["adjust.hues"].set_open(True)
    splitter = window.panel.parentWidget()
    splitter.moveSplitter(splitter.width() - 400, 1)
    assert window.panel.width() == pytest.approx(400, abs=2)
    window.actions_["toggle_strip"].trigger()
    assert not window.strip.isVisible()
    window.close()

    with open_window(qtbot, home, monkeypatch) as again:
        again.resize(1280, 720)
        assert not boxes(again)["colour"].is_open
        assert boxes(again)["adjust.hues"].is_open
        assert boxes(again)["adjust"].is_open
        wait_for(qtbot, lambda: abs(again.panel.width() - 400) <= 2)
        again.open_paths([scan8, scan16])
        assert not again.strip.isVisible()
        again.actions_["toggle_strip"].trigger()
        assert again.strip.isVisible()
        again.actions_["toggle_panel"].trigger()
        assert not again.panel.isVisible()
        again.close()

    with open_window(qtbot, home, monkeypatch) as last:
        assert not last.panel.isVisible()
        assert not last.actions_["toggle_panel"].isChecked()


def test_the_panel_stays_within_its_limits(window: MainWindow) -> None:
    window.resize(1600, 800)
    splitter = window.panel.parentWidget()
    for place, width in ((0, WIDEST), (splitter.width(), NARROWEST)):
        splitter.moveSplitter(place, 1)
        assert window.panel.width() == pytest.approx(width, abs=window.panel.minimumWidth() - NARROWEST + 1)


def test_what_has_the_focus_is_scrolled_into_sight(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.resize(960, 600)
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    for box in boxes(window).values():
        box.set_open(True)
    window.panel.verticalScrollBar().setValue(0)
    last = boxes(window)["history"]._heading
    wait_for(qtbot, lambda: window.panel.verticalScrollBar().maximum() > 0)
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    assert not last.visibleRegion().isEmpty()
    first = boxes(window)["colour"]._heading
    first.setFocus()
    assert not first.visibleRegion().isEmpty()
