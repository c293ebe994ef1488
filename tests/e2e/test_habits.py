"""A person's habits: paste, pages, recent files, where one left off, the first steps."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from studio_window import feature, open_window, wait_for, wait_until_coloured

from colorstudio.core.scan import open_scan
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.pages import PagesFeature
from colorstudio.ui.features.paste import PasteFeature
from colorstudio.ui.features.tour import TourFeature
from colorstudio.ui.main_window import MainWindow


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A TIFF of three grey pages of different sizes and lightness."""
    path = tmp_path / "album.tif"
    with tifffile.TiffWriter(path) as file:
        for number in range(3):
            file.write(np.full((60 + 10 * number, 80), 60 * (number + 1), np.uint8), photometric="minisblack")
    return path


# -- pages


def test_pages_are_turned_and_each_keeps_what_was_done_to_it(
    qtbot: QtBot, window: MainWindow, pages: Path, tmp_path: Path
) -> None:
    window.open_paths([pages])
    wait_until_coloured(qtbot, window)
    picker = feature(window, PagesFeature).picker
    assert picker.isVisible()
    assert picker._words.text() == "Page 1 of 3"
    assert not window.actions_["previous_page"].isEnabled()
    window.actions_["next_page"].trigger()
    wait_until_coloured(qtbot, window)
    assert len(window.documents.documents) == 1
    assert (window.documents.current.page, window.documents.current.info.height) == (1, 70)
    assert window.windowTitle().startswith("album.tif [2]")

    window.actions_["rotate_right"].trigger()
    window.actions_["next_page"].trigger()
    wait_until_coloured(qtbot, window)
    assert [(each.page, each.edit.orientation.quarter_turns) for each in window.documents.documents] == [(1, 1), (2, 0)]
    assert not window.actions_["next_page"].isEnabled()
    window.actions_["previous_page"].trigger()
    assert window.documents.current.edit.orientation.quarter_turns == 1
    wait_until_coloured(qtbot, window)

    target = tmp_path / "page.tif"
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "tiff", 8, overwrite=False))
    assert json.loads((tmp_path / "page.tif.json").read_text())["recipe"]["master"]["page"] == 1
    with open_scan(target) as result:
        assert (result.info.width, result.info.height) == (70, 80)


@pytest.mark.qt_log_ignore(
    "This plugin does not support", extend=True
)  # pop-up windows, on the plugin without a screen
def test_a_page_is_chosen_from_the_sheet(qtbot: QtBot, window: MainWindow, pages: Path) -> None:
    window.open_paths([pages])
    wait_until_coloured(qtbot, window)
    picker = feature(window, PagesFeature).picker
    picker._words.click()
    sheet = picker._sheet
    assert sheet.isVisible()
    assert sheet._list.count() == 3
    assert sheet._list.currentRow() == 0
    wait_for(qtbot, lambda: not sheet._loader._numbers)
    sheet._list.itemActivated.emit(sheet._list.item(2))
    assert not sheet.isVisible()
    wait_until_coloured(qtbot, window)
    assert window.documents.current.page == 2


def test_a_project_keeps_its_pages(
    qtbot: QtBot, window: MainWindow, pages: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_paths([pages])
    wait_until_coloured(qtbot, window)
    window.actions_["next_page"].trigger()
    wait_until_coloured(qtbot, window)
    with qtbot.waitSignal(window.project.saved, timeout=20_000):
        window.project.save(tmp_path / "album.colorstudio")
    window.close()
    with open_window(qtbot, home, monkeypatch) as again:
        again.open_paths([tmp_path / "album.colorstudio"])
        wait_until_coloured(qtbot, again)
        assert (again.documents.current.page, again.documents.current.info.height) == (1, 70)


# -- paste


def put_on_clipboard(fill: Callable[[QMimeData], None]) -> None:
    data = QMimeData()
    fill(data)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_pasted_picture_becomes_a_file_and_is_opened(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(90, 90, 90))
    image.setDotsPerMeterX(11811)
    image.setDotsPerMeterY(11811)
    put_on_clipboard(lambda data: data.setImageData(image))
    feature(window, PasteFeature).now = lambda: datetime(2026, 11, 22, 9, 5, 1)
    window.actions_["paste"].trigger()
    wait_until_coloured(qtbot, window)
    window.actions_["paste"].trigger()
    wait_for(qtbot, lambda: len(window.documents.documents) == 2)
    folder = home / "data" / "Pasted"
    names = ["Pasted 2026-11-22 09.05.01 (2).png", "Pasted 2026-11-22 09.05.01.png"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert names[0] in window.messages.texts()[-1]
    with open_scan(folder / names[1]) as scan:
        assert scan.info.dpi == pytest.approx((300, 300), abs=0.1)


def test_pasted_files_are_opened_where_they_are(qtbot: QtBot, window: MainWindow, home: Path, scan8: Path) -> None:
    put_on_clipboard(lambda data: data.setUrls([QUrl.fromLocalFile(str(scan8))]))
    window.actions_["paste"].trigger()
    assert window.documents.current.path == scan8
    assert not (home / "data" / "Pasted").exists()


def test_an_empty_clipboard_is_said(window: MainWindow) -> None:
    put_on_clipboard(lambda data: data.setText("no picture"))
    window.actions_["paste"].trigger()
    assert "clipboard" in window.messages.texts()[-1]


# -- recent files, and where one left off


def entries(window: MainWindow, name: str) -> list[tuple[str, bool]]:
    actions = window.actions_[name].menu().actions()
    return [(Path(action.data()).name, action.isEnabled()) for action in actions if action.data()]


def test_recent_files_are_offered_greyed_when_missing_and_cleared(
    qtbot: QtBot, window: MainWindow, home: Path, scan8: Path, scan16: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert not window.actions_["recent_scans"].isEnabled()
    for scan in (scan8, scan16):
        window.open_paths([scan])
        wait_until_coloured(qtbot, window)
    with qtbot.waitSignal(window.project.saved, timeout=20_000):
        window.project.save(tmp_path / "box.colorstudio")
    assert entries(window, "recent_scans") == [("ramp.tif", True), ("steps.png", True)]
    assert entries(window, "recent_projects") == [("box.colorstudio", True)]
    window.close()
    scan8.unlink()

    with open_window(qtbot, home, monkeypatch) as again:
        again.prepare()
        wait_for(qtbot, lambda: entries(again, "recent_scans") == [("ramp.tif", True), ("steps.png", False)])
        assert again.recent.folder == tmp_path
        button = next(each for each in again._welcome.findChildren(QPushButton) if each.text() == "box")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        wait_for(qtbot, lambda: again.project.path == tmp_path / "box.colorstudio")
        again.actions_["new_project"].trigger()
        again.actions_["recent_projects"].menu().actions()[0].trigger()
        wait_for(qtbot, lambda: again.project.path == tmp_path / "box.colorstudio")
        again.actions_["clear_recent_scans"].trigger()
        again.actions_["clear_recent_projects"].trigger()
        assert not again.actions_["recent_projects"].isEnabled()
    assert json.loads((home / "config" / "recent.json").read_text())["projects"] == []


@pytest.mark.parametrize("wished", [True, False])
def test_one_begins_where_one_left_off_if_that_is_wished(
    qtbot: QtBot, window: MainWindow, home: Path, scan8: Path, monkeypatch: pytest.MonkeyPatch, wished: bool
) -> None:
    window.preferences.change(restore_session=wished)
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    window.close()
    with open_window(qtbot, home, monkeypatch) as again:
        again.prepare()
        assert [each.path for each in again.documents.documents] == ([scan8] if wished else [])


# -- the first steps


def test_the_first_start_shows_three_steps_once_and_help_shows_them_again(
    qtbot: QtBot, window: MainWindow, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tour = feature(window, TourFeature)
    assert not tour.callout.isVisible()
    window.prepare()
    assert tour.callout.isVisible()
    assert tour.callout._place.text() == "1 of 3"
    qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    assert tour.callout._place.text() == "2 of 3"
    wait_until_coloured(qtbot, window)
    assert window.documents.current.path.parent.name == "samples"
    qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    assert tour.callout._place.text() == "3 of 3"
    assert tour.callout._target is window.panel
    qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    assert not tour.callout.isVisible()
    window.actions_["tour"].trigger()
    assert tour.callout._place.text() == "2 of 3"
    qtbot.keyClick(tour.callout.next, Qt.Key.Key_Escape)
    assert not tour.callout.isVisible()
    window.close()
    with open_window(qtbot, home, monkeypatch) as again:
        again.prepare()
        assert not feature(again, TourFeature).callout.isVisible()


def test_a_scan_that_is_opened_leads_to_the_second_step(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.prepare()
    window.open_paths([scan8])
    tour = feature(window, TourFeature)
    assert tour.callout._place.text() == "2 of 3"
    window.preferences.change(language="ko")
    wait_for(qtbot, lambda: tour.callout._place.text() != "2 of 3")
    window.preferences.change(language="en")
    wait_for(qtbot, lambda: tour.callout._place.text() == "2 of 3")
    qtbot.mouseClick(tour.callout._skip, Qt.MouseButton.LeftButton)
    assert window.preferences.settings.tour_seen
