"""A run in the real window: followed, commanded, found again, looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from run_events import event, started, step, steps, validation, write_run
from studio_window import open_window, wait_for
from toy_pictures import colourful_picture, write_pictures

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import RunPhase
from colorstudio.core.training_config import from_dict
from colorstudio.paths import runs_dir
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.training.monitor.commands import RunCommand
from colorstudio.ui.training.monitor_page import MonitorPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

TRAINING = 1
PATIENCE = 120_000


def toy_run(pictures: Path, **values: Any) -> dict[str, Any]:
    generator = {"architecture": "unet", "arguments": {"num_downs": 5, "ngf": 4, "uses_hints": False}}
    validation = {"size": 32, "every": 10, "sample_every": 10, "samples": 2, "pictures": 4}
    parts = {"generator": generator, "discriminator": {"ndf": 4, "n_layers": 1}, "validation": validation}
    common = {"batch_size": 2, "crop": 32, "device": "cpu", "threads": 1, "checkpoint_every": 1000}
    data = {"folders": [str(pictures)], "held_out_every": 3}
    return {**common, "data": data, "pack": {"name_en": "My slides"}, **parts, **values}


def show_training(qtbot: QtBot, window: MainWindow) -> MonitorPage:
    """Go to the training workspace."""
    window._rail.choose(TRAINING)
    return window.training.monitor


def choose_first_run(qtbot: QtBot, window: MainWindow) -> None:
    """Click on the newest run in the list."""
    runs = window.training.list.findChild(QListWidget)
    wait_for(qtbot, lambda: runs.count() > 0)
    place = runs.visualItemRect(runs.item(0)).center()
    qtbot.mouseClick(runs.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press(qtbot: QtBot, monitor: MonitorPage, command: RunCommand) -> None:
    button = monitor.header.buttons[command]
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=PATIENCE)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for_phase(qtbot: QtBot, monitor: MonitorPage, phase: RunPhase) -> None:
    qtbot.waitUntil(lambda: monitor._state.phase is phase, timeout=PATIENCE)


def test_a_run_is_paused_resumed_sampled_stopped_and_found_again(
    qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = write_pictures(tmp_path / "slides", 12)
    with open_window(qtbot, home, monkeypatch) as window:
        monitor, path = show_training(qtbot, window), runs_dir() / "slides"
        processes = window.training.trainer._processes
        window.training.trainer.start(from_dict(toy_run(pictures, steps=100_000)), path)
        window.training.runs.refresh()
        choose_first_run(qtbot, window)
        assert monitor.isVisible()
        press(qtbot, monitor, RunCommand.PAUSE)
        wait_for_phase(qtbot, monitor, RunPhase.PAUSED)
        assert RunFolder(path).checkpoint_steps()
        wait_for(qtbot, lambda: "computer is free" in monitor.header.situation())
        press(qtbot, monitor, RunCommand.RESUME)
        wait_for_phase(qtbot, monitor, RunPhase.RUNNING)
        before = len(monitor._record.samples)
        press(qtbot, monitor, RunCommand.SAMPLE)
        qtbot.waitUntil(lambda: len(monitor._record.samples) > before, timeout=PATIENCE)
        qtbot.waitUntil(lambda: monitor.samples.grid.pixmap("", 0) is not None, timeout=PATIENCE)
        assert monitor.samples.grid.columns() == ["grey", "", "truth"]
    with open_window(qtbot, home, monkeypatch) as window:  # closing the window did not end the run
        monitor = show_training(qtbot, window)
        choose_first_run(qtbot, window)
        wait_for_phase(qtbot, monitor, RunPhase.RUNNING)
        press(qtbot, monitor, RunCommand.STOP)
        wait_for_phase(qtbot, monitor, RunPhase.STOPPED)
        steps_made = RunFolder(path).checkpoint_steps()[-1]
        wait_for(qtbot, lambda: monitor.header.buttons[RunCommand.RESTART].isVisible())
        assert f"{steps_made:,}" in monitor.header.situation()
    assert processes[path].wait(60) == 0
    assert RunFolder(path).lock_owner() is None


@pytest.fixture
def lost_run(window: MainWindow) -> Iterator[RunFolder]:
    """A run whose computer was switched off two and a half minutes after its newest checkpoint."""
    events = [started(1000), *steps(1, 300), event("checkpoint", 300), *steps(301, 450)]
    config = from_dict({"pack": {"name_en": "My slides"}})
    return write_run(runs_dir() / "lost", events, config)


def test_a_run_that_lost_its_power_says_so_and_asks_to_be_resumed(
    qtbot: QtBot, window: MainWindow, lost_run: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    resumed: list[Path] = []
    monitor = show_training(qtbot, window)
    monkeypatch.setattr(window.training.trainer, "resume", resumed.append)
    choose_first_run(qtbot, window)
    wait_for(qtbot, lambda: "switched off" in monitor.header.situation())
    assert "At most 3 minutes of work are lost." in monitor.header.situation()
    assert monitor.header.buttons[RunCommand.RESTART].objectName() == "primaryButton"
    press(qtbot, monitor, RunCommand.RESTART)
    assert resumed == [lost_run.path]
    assert monitor.header.situation() == "Resuming…"


@pytest.fixture
def finished_run(window: MainWindow) -> RunFolder:
    """A run with three samples, of which the last ones are better."""
    folder = write_run(runs_dir() / "done", [], from_dict({"pack": {"name_en": "My slides"}, "steps": 300}))
    told = [started(300), *steps(1, 300)]
    for at in (100, 200, 300):
        for number in range(2):
            for name in (f"step-{at:08d}/{number:02d}", f"pictures/{number:02d}-grey", f"pictures/{number:02d}-truth"):
                file = folder.samples / f"{name}.webp"
                file.parent.mkdir(parents=True, exist_ok=True)
                colourful_picture(at + number).save(file)
        told += [event("sample", at, folder=f"samples/step-{at:08d}", pictures=2), validation(at, 9 - at / 200)]
    write_events_of(folder, [*told, event("measuring", 300, done=9, total=9), event("finished", 300)])
    return folder


def write_events_of(folder: RunFolder, events: list[dict[str, Any]]) -> None:
    for each in events:
        folder.append_event(each)


@pytest.mark.usefixtures("finished_run")
def test_a_finished_run_is_looked_at_and_leads_to_the_gate(qtbot: QtBot, window: MainWindow) -> None:
    monitor = show_training(qtbot, window)
    choose_first_run(qtbot, window)
    wait_for(qtbot, lambda: monitor.samples.shown_step() == 300)
    slider = monitor.samples.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    wait_for(qtbot, lambda: monitor.samples.shown_step() == 100)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    wait_for(qtbot, lambda: monitor.samples.shown_step() == 200)
    tabs = monitor.tabs.tabBar()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    wait_for(qtbot, lambda: monitor.curves.cards and monitor.curves.cards[0].lines)
    assert monitor.curves.cards[0].values() == ["Pictures it has not seen 7.50", "Plain grey 10.00"]
    assert monitor.health.texts()[0].startswith("It has learned well.")
    press(qtbot, monitor, RunCommand.RESULT)
    wait_for(qtbot, window.training.gate.isVisible)


def test_a_failed_step_is_seen_in_health_while_it_trains(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Held:
        alive = True

    monkeypatch.setattr(RunFolder, "lock_owner", lambda folder: Held())
    folder = write_run(runs_dir() / "ill", [started(1000), *steps(1, 200, loss_D=0.02)])
    monitor = show_training(qtbot, window)
    choose_first_run(qtbot, window)
    wait_for(qtbot, lambda: monitor.health.texts())
    wait_for(qtbot, lambda: monitor.health.texts()[0].startswith("The discriminator is winning."))
    assert "lower learning rate" in monitor.health.texts()[0]
    write_events_of(folder, [step(201), event("disk_full", 201, free=1_000_000, needed=90_000_000)])
    wait_for(qtbot, lambda: monitor.health.texts()[0].startswith("The disk is full."))
    assert not monitor.header.buttons[RunCommand.PAUSE].isVisible()
    write_events_of(folder, [event("continued", 201), step(202)])
    wait_for(qtbot, lambda: monitor.health.texts()[0].startswith("The discriminator is winning."))
