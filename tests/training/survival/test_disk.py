"""A full disk is waited for; nothing is half written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from survivor import (
    STEPS,
    differing,
    events_of,
    finished_run,
    new_run,
    steps_of,
)

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig
from training import checkpoints, disk
from training.control import Control
from training.reporter import Reporter
from training.runner import train


class _Disk:
    """A disk that is full until somebody has waited three times.

    Args:
        free: bytes that it says are free while it is full.
    """

    def __init__(self, free: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self._free, self._waits, self.failures = free, 3, 0
        monkeypatch.setattr(disk, "free_bytes", lambda place: self._free if self._waits else 1 << 40)
        monkeypatch.setattr(Control, "sleep", lambda control, seconds: self.wait())

    def wait(self) -> None:
        """Time goes by."""
        self._waits = max(0, self._waits - 1)

    def filled(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, which fails while the disk is full."""

        def attempt(*arguments: Any, **named: Any) -> Any:
            if self._waits:
                self.failures += 1
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return work(*arguments, **named)

        return attempt


def test_a_checkpoint_waits_for_room_on_the_disk(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = finished_run(config, tmp_path / "whole")
    _Disk(5000, monkeypatch)
    folder = finished_run(config, tmp_path / "run")
    first, second = events_of(folder, "disk_full", "continued")
    assert (first["event"], second["event"]) == ("disk_full", "continued")
    assert first["free"] == 5000 < first["needed"]
    names = [(event["event"], event["step"]) for event in folder.read_events()]
    assert names.index(("disk_full", 0)) < names.index(("checkpoint", 0)) < names.index(("step", 1))
    assert differing(whole, folder) == []


@pytest.mark.parametrize(
    ("place", "name"),
    [(torch, "save"), (Image.Image, "save"), (checkpoints, "save_checkpoint"), (RunFolder, "append_event")],
)
def test_what_finds_no_room_while_it_is_written_is_written_again(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Any, name: str
) -> None:
    full = _Disk(1 << 30, monkeypatch)
    monkeypatch.setattr(place, name, full.filled(getattr(place, name)))
    folder = finished_run(config, tmp_path / "run")
    assert full.failures >= 1
    assert steps_of(folder) == list(range(1, STEPS + 1))
    assert folder.checkpoint_steps() == [6, 8]
    assert not [path.name for path in folder.path.rglob("*") if ".part" in path.name]
    assert [path.name for path in folder.sample_folder(STEPS).iterdir()] == ["00.webp"]
    assert events_of(folder, "continued")


def test_a_run_that_waits_for_room_can_be_stopped(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "free_bytes", lambda place: 5000)
    folder = new_run(config, tmp_path / "run")
    reporter = Reporter(folder, None)
    tell = reporter.tell

    def told(event: str, **values: Any) -> None:
        tell(event, **values)
        if event == "disk_full":
            folder.send("stop")

    monkeypatch.setattr(reporter, "tell", told)
    assert not train(folder, config, reporter)
    assert [event["event"] for event in events_of(folder, "disk_full", "stopped")] == ["disk_full", "stopped"]
    assert folder.checkpoint_steps() == []


@pytest.mark.skipif(os.name == "nt", reason="limits of the file size are POSIX")
def test_an_event_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    import resource

    folder = RunFolder(tmp_path)
    folder.append_event({"event": "step", "step": 1})
    before = folder.events_path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, limits[1]))
    try:
        with pytest.raises(OSError, match=r"No space|too large"):
            folder.append_event({"event": "step", "step": 2, "more": "x" * 100})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert folder.events_path.read_bytes() == before
    folder.append_event({"event": "step", "step": 2})
    assert [event["step"] for event in folder.read_events()] == [1, 2]


def test_the_window_sees_a_full_disk_without_an_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, state = RunFolder(tmp_path), RunState(RunPhase.RUNNING, 3, 10)
    with folder.locked():
        assert state.seen_with(folder).phase == RunPhase.RUNNING
        usage = type("Usage", (), {"free": 100})
        monkeypatch.setattr("colorstudio.core.run_state.shutil.disk_usage", lambda path: usage)
        assert state.seen_with(folder).phase == RunPhase.WAITING
        assert RunState(RunPhase.PAUSED, 3, 10).seen_with(folder).phase == RunPhase.PAUSED
