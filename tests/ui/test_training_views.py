"""The curves and the sample pictures of a made-up run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot
from run_events import event, started, steps, validation, write_events
from studio_window import wait_for
from toy_monitor import CONFIG, CURVES, follow, open_monitor
from toy_pictures import colourful_picture

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import from_dict
from colorstudio.ui.theme import Theme, apply_theme
from colorstudio.ui.training.monitor.curve_specs import SPECS
from colorstudio.ui.training.monitor.sample_grid import plan_grid
from colorstudio.ui.training.monitor_page import MonitorPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MonitorPage]:
    with open_monitor(qtbot, qapp, tmp_path) as page:
        yield page


# Curves


@pytest.fixture
def curves(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> MonitorPage:
    events = [started(400), *steps(1, 400), validation(200, 8.0, base=8.5, learned=7.5), validation(400, 7.8)]
    follow(page, tmp_path / "run", events)
    page.tabs.setCurrentIndex(CURVES)
    wait_for(qtbot, lambda: len(page.curves.cards) == len(SPECS) and page.curves.cards[0].lines)
    return page


def test_measurements_have_grey_and_base_as_levels(curves: MonitorPage) -> None:
    card = curves.curves.cards[0]
    assert card.values() == [
        "Pictures it has not seen 7.80",
        "Pictures it learns from 7.50",
        "Plain grey 10.00",
        "Model at the start 8.50",
    ]
    assert "Plain grey 10.00" in card.plot.accessibleDescription()
    card.choice.setCurrentIndex(1)
    assert card.values() == ["Pictures it has not seen 22.20", "Plain grey 20.00"]


def test_the_keyboard_reads_values_off_in_all_curves(qtbot: QtBot, curves: MonitorPage) -> None:
    first, second = curves.curves.cards[:2]
    curves.activateWindow()
    wait_for(qtbot, curves.isActiveWindow)
    first.plot.setFocus()
    for _ in range(49):
        qtbot.keyClick(first.plot, Qt.Key.Key_Left)
    assert first.values()[0] == "Pictures it has not seen 8.00"
    assert "Step 204" in second.plot.accessibleDescription()
    second.plot.setFocus()
    wait_for(qtbot, lambda: "Step" not in first.plot.accessibleDescription())


def test_the_curves_follow_theme_and_width(qtbot: QtBot, qapp: QApplication, curves: MonitorPage) -> None:
    card = curves.curves.cards[0]
    light = card.grab().toImage().pixelColor(4, card.height() - 4)
    apply_theme(qapp, Theme.DARK)
    try:
        dark = card.grab().toImage().pixelColor(4, card.height() - 4)
    finally:
        apply_theme(qapp, Theme.LIGHT)
    assert light.lightness() > 200 > 100 > dark.lightness()
    places = {(card.x(), card.width()) for card in curves.curves.cards if card.isVisible()}
    assert len(places) == 2
    curves.resize(560, 720)
    wait_for(qtbot, lambda: len({card.x() for card in curves.curves.cards if card.isVisible()}) == 1)


def test_a_run_without_a_discriminator_shows_no_game(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    config = from_dict(CONFIG | {"loss": {"lambda_GAN": 0.0}})
    follow(page, tmp_path / "run", [started(40), *steps(1, 40, loss_D=None)], config)
    page.tabs.setCurrentIndex(CURVES)
    wait_for(qtbot, lambda: len(page.curves.cards) == len(SPECS) and page.curves.cards[1].lines)
    shown = [card.spec.key for card in page.curves.cards if card.isVisible()]
    assert shown == ["measured", "error", "rate", "speed"]


# Samples


def write_samples(folder: RunFolder, at: int) -> dict[str, Any]:
    for number in range(2):
        for name in ("grey", "truth", "base"):
            save(folder.path / f"samples/pictures/{number:02d}-{name}.webp", number)
        save(folder.path / f"samples/step-{at:08d}/{number:02d}.webp", at + number)
    return event("sample", at, folder=f"samples/step-{at:08d}", pictures=2)


def save(path: Path, seed: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    colourful_picture(seed).save(path)


@pytest.fixture
def samples(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> RunFolder:
    folder = follow(page, tmp_path / "run", [started(1000), *steps(1, 10)])
    write_events(folder, [write_samples(folder, at) for at in (100, 200, 300)])
    wait_for(qtbot, lambda: page.samples.shown_step() == 300 and len(page.samples.grid.columns()) == 4)
    return folder


def test_the_slider_goes_back_through_time_and_follows_again(
    qtbot: QtBot, page: MonitorPage, samples: RunFolder
) -> None:
    view = page.samples
    newest = view.grid.pixmap("", 0).toImage()
    truth = view.grid.pixmap("truth", 0).toImage()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    wait_for(qtbot, lambda: view.shown_step() == 100)
    assert view.grid.pixmap("", 0).toImage() != newest
    assert view.grid.pixmap("truth", 0).toImage() == truth
    write_events(samples, [write_samples(samples, 400)])
    wait_for(qtbot, lambda: view.slider.maximum() == 3)
    assert view.shown_step() == 100
    qtbot.keyClick(view, Qt.Key.Key_End)
    wait_for(qtbot, lambda: view.shown_step() == 400)
    write_events(samples, [write_samples(samples, 500)])
    wait_for(qtbot, lambda: view.shown_step() == 500)
    assert view._when.text() == "After step 500 (newest)"


def test_time_is_played_from_the_first_sample(qtbot: QtBot, page: MonitorPage, samples: RunFolder) -> None:
    view = page.samples
    view._timer.setInterval(1)
    seen: list[int] = []
    view.slider.valueChanged.connect(seen.append)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    wait_for(qtbot, lambda: not view.is_playing)
    assert seen == [0, 1, 2]
    wait_for(qtbot, lambda: view.shown_step() == 300)


def test_a_sheet_of_an_earlier_version_is_shown_whole(qtbot: QtBot, page: MonitorPage, tmp_path: Path) -> None:
    save(tmp_path / "run/samples/step-00000010.png", 1)
    follow(page, tmp_path / "run", [started(10), event("sample", 10, file="samples/step-00000010.png")])
    wait_for(qtbot, lambda: page.samples.grid.has_sheet)


@pytest.mark.parametrize(("width", "columns", "blocks"), [(440, 4, 1), (960, 4, 1), (1600, 4, 2), (3000, 3, 2)])
def test_the_cells_fit_the_width(width: int, columns: int, blocks: int) -> None:
    plan = plan_grid(width, columns, 8)
    assert plan.blocks == blocks
    cells = [plan.cell(picture, column) for picture in range(8) for column in range(columns)]
    assert all(cell.left() >= 0 and cell.right() < width for cell in cells)
    assert len({(cell.x(), cell.y()) for cell in cells}) == 8 * columns
    assert plan.height(8) >= max(cell.bottom() for cell in cells)
