"""A run and the windows that look after it, with real processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from toy_pictures import write_pictures

from colorstudio.core.errors import TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.engine.training import trainer as trainer_module
from colorstudio.engine.training.run_watcher import RunNews, RunWatcher
from colorstudio.engine.training.trainer import Trainer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 and SIGSTOP are POSIX")

_PATIENCE = 60_000


class _Window(QObject):
    """What a window knows of a run: the newest state, and how its process ended."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.state, self.phases, self.errors = RunState(), [RunPhase.STARTING], list[str]()
        self.trainer, self.watcher = Trainer(self), RunWatcher(self)
        self.watcher.news_arrived.connect(self._on_watcher_news_arrived)
        self.trainer.process_ended.connect(lambda report: self.errors.append(report.error))
        self.watcher.watch(path)

    def _on_watcher_news_arrived(self, news: RunNews) -> None:
        self.state = news.state
        self.phases.append(news.state.phase)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Where the run lies; whatever still works on it is ended."""
    path = tmp_path / "run"
    yield path
    if (owner := RunFolder(path).lock_owner()) is not None:
        os.kill(owner.pid, signal.SIGKILL)


@pytest.fixture
def endless(tmp_path: Path) -> TrainingConfig:
    """A run that does not end by itself."""
    write_pictures(tmp_path / "album", 6)
    return from_dict(
        {
            "steps": 50_000,
            "batch_size": 2,
            "crop": 32,
            "checkpoint_every": 100,
            "threads": 1,
            "device": "cpu",
            "data": {"folders": [str(tmp_path / "album")], "cache_size": 40, "cache_folder": str(tmp_path / "cache")},
            "generator": {"architecture": "unet", "arguments": {"num_downs": 5, "ngf": 2}},
            "loss": {"lambda_GAN": 0.0},
            "validation": {"size": 32, "sample_every": 500, "samples": 1},
        }
    )


def _await(qtbot: QtBot, window: _Window, *phases: RunPhase) -> None:
    qtbot.waitUntil(lambda: window.state.phase in phases, timeout=_PATIENCE)


def _pid(path: Path) -> int:
    owner = RunFolder(path).lock_owner()
    assert owner is not None
    return owner.pid


def test_two_windows_look_after_a_run_that_is_killed_and_gets_stuck(
    qtbot: QtBot, path: Path, endless: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trainer_module, "_SECONDS_TO_OBEY", 0.5)
    one, other = _Window(path), _Window(path)
    one.trainer.start(endless, path)
    _await(qtbot, one, RunPhase.RUNNING)
    with pytest.raises(TrainingError, match="is running already"):
        other.trainer.resume(path)

    other.trainer.send(path, "pause")
    _await(qtbot, one, RunPhase.PAUSED)
    paused_at = RunFolder(path).checkpoint_steps()[-1]
    assert one.state.step == paused_at
    one.trainer.send(path, "resume")
    _await(qtbot, other, RunPhase.RUNNING)
    qtbot.waitUntil(lambda: other.state.step > paused_at, timeout=_PATIENCE)

    os.kill(_pid(path), signal.SIGKILL)
    _await(qtbot, other, RunPhase.LOST)
    saved = RunFolder(path).checkpoint_steps()[-1]
    other.trainer.resume(path)
    qtbot.waitUntil(lambda: other.state.phase == RunPhase.RUNNING and other.state.step > saved, timeout=_PATIENCE)
    resumed = [event for event in RunFolder(path).read_events() if event["event"] == "resumed"]
    assert [event["step"] for event in resumed] == [saved]

    os.kill(_pid(path), signal.SIGSTOP)  # as a driver that hangs
    one.trainer.send(path, "stop_now")
    _await(qtbot, one, RunPhase.STOPPED)
    qtbot.waitUntil(lambda: other.errors != [], timeout=_PATIENCE)
    assert RunFolder(path).lock_owner() is None
    last = RunFolder(path).last_event()
    assert last is not None
    assert (last["event"], last["reason"]) == ("stopped", "now")
    for window in (one, other):
        window.watcher.shutdown()


def test_a_run_that_is_told_to_stop_before_it_has_begun_stops(
    qtbot: QtBot, path: Path, endless: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trainer_module, "_SECONDS_TO_OBEY", 60.0)
    window = _Window(path)
    window.trainer.start(endless, path)
    window.trainer.send(path, "stop_now")
    qtbot.waitUntil(lambda: bool(window.errors), timeout=_PATIENCE)
    _await(qtbot, window, RunPhase.STOPPED)
    assert window.errors == [""]
    assert RunPhase.RUNNING not in window.phases
    window.watcher.shutdown()
