"""Pause, stop and sleep cost nothing but time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from survivor import (
    STEPS,
    Reactor,
    differing,
    events_of,
    finished_run,
    new_run,
    steps_of,
    tensors_in,
)

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import EventTail
from colorstudio.core.training_config import TrainingConfig, from_dict
from training import clock, runner
from training.batches import Batch
from training.control import Control, StopAsked
from training.parking import ParkedTask
from training.reporter import Reporter
from training.runner import train
from training.task import ColorizationTask, Losses


def test_a_pause_changes_nothing(config: TrainingConfig, tmp_path: Path) -> None:
    whole, folder = finished_run(config, tmp_path / "whole"), new_run(config, tmp_path / "run")

    class Pausing(Reporter):
        def emit(self, event: str, step: int, **values: Any) -> None:
            super().emit(event, step, **values)
            if event == "step" and step in (3, 4):
                folder.send("pause")
            if event == "paused":
                folder.send("resume")

    assert train(folder, config, Pausing(folder, None))
    assert [(e["event"], e["step"]) for e in events_of(folder, "paused", "continued")] == [
        ("paused", 3),
        ("continued", 3),
        ("paused", 4),
        ("continued", 4),
    ]
    assert differing(whole, folder) == []


def test_parking_waits_for_the_memory_that_others_took(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks: list[ColorizationTask] = []
    train_step = ColorizationTask.train_step

    def remembered(task: ColorizationTask, batch: Batch, step: int) -> Losses:
        tasks.append(task)
        return train_step(task, batch, step)

    monkeypatch.setattr(ColorizationTask, "train_step", remembered)
    finished_run(config, tmp_path / "run")
    task, slept = tasks[-1], list[float]()
    before = {name: value.clone() for name, value in tensors_in(task.state_dict()).items()}
    parked, move = ParkedTask(task), ParkedTask._move
    is_taken = iter((True, False, True, False, False))  # there and back, there and back, there

    def moved(self: ParkedTask, device: torch.device) -> None:
        move(self, device)
        if next(is_taken):
            raise torch.cuda.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(ParkedTask, "_move", moved)
    parked.bring_back(slept.append)
    assert slept == [5.0, 5.0]
    after = tensors_in(task.state_dict())
    assert [name for name, value in before.items() if not torch.equal(value, after[name])] == []


def test_stop_now_leaves_no_checkpoint(config: TrainingConfig, tmp_path: Path) -> None:
    folder = new_run(config, tmp_path / "run")
    assert not train(folder, config, Reactor(folder, "step", 3, lambda: folder.send("stop_now")))
    assert events_of(folder, "stopped")[0]["reason"] == "now"
    assert folder.checkpoint_steps() == [0, 2]
    assert train(folder, config, Reporter(folder, None))
    assert steps_of(folder) == list(range(1, STEPS + 1))


def test_what_was_wanted_last_holds(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    control = Control(folder, Reporter(folder, None))
    folder.send("pause")
    folder.send("resume")
    assert not control.take_pause()
    assert not control.wants_something
    folder.send("resume")
    folder.send("pause")  # the 'resume' from before, which nobody took, must not end it
    assert control.take_pause()
    assert not control.wants_something
    folder.send("stop")
    folder.send("stop_now")
    with pytest.raises(StopAsked, match="now"):
        control.wait_for_resume()


def test_a_stop_while_pictures_are_measured_is_heard_and_the_run_finished_later(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "finish", lambda *arguments: arguments[-1].progress("measuring", 1, 1))
    folder = new_run(config, tmp_path / "run")
    assert not train(folder, config, Reactor(folder, "sample", STEPS, lambda: folder.send("stop")))
    assert not events_of(folder, "measuring")
    assert (folder.last_event() or {})["event"] == "stopped"
    assert train(folder, config, Reporter(folder, None))
    assert steps_of(folder) == list(range(1, STEPS + 1))
    assert [len(events_of(folder, kind)) for kind in ("validation", "sample", "measuring")] == [1, 1, 1]


def test_sleep_is_told_and_not_counted(config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nap = [0.0]
    running = clock.running_seconds
    monkeypatch.setattr(clock, "running_seconds", lambda: running() + nap[0])
    folder = new_run(config, tmp_path / "run")

    def sleep() -> None:
        nap[0] = 8 * 3600.0

    assert train(folder, config, Reactor(folder, "step", 4, sleep))
    (event,) = events_of(folder, "slept")
    assert (event["step"], event["seconds"]) == (4, pytest.approx(8 * 3600, abs=60))
    assert all(step["seconds_left"] < 600 for step in events_of(folder, "step"))


def test_the_clocks_of_this_system_go_on() -> None:
    awake, running = clock.awake_seconds(), clock.running_seconds()
    pace = clock.Pace()
    for _ in range(3):
        pace.steps_made(2)
    assert clock.awake_seconds() > awake
    assert clock.running_seconds() > running
    assert clock.SleepWatch().slept() == 0.0
    assert 0 < pace.seconds_left(10, {"validation": 3}) < 1


def test_other_work_is_told_apart_from_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(clock, "awake_seconds", lambda: now[0])
    pace = clock.Pace()
    for _ in range(5):
        now[0] += 2.0
        with pace.other_work("validation"):
            now[0] += 60.0
        assert pace.steps_made(4) == pytest.approx(0.5)
    now[0] += 400.0  # a hiccup: another program took the machine
    pace.steps_made(4)
    assert pace.seconds_left(100, {"validation": 2, "sample": 9}) == pytest.approx(100 * 0.5 + 2 * 60)


def test_later_steps_with_larger_crops_are_foreseen(config: TrainingConfig) -> None:
    late = from_dict(config.to_dict() | {"late_crop": 64, "late_from": 0.75})
    assert clock.work_left(late, 0, STEPS) == 6 + 2 * 4
    assert clock.work_left(late, 7, STEPS) == 4
    assert clock.work_left(config, 3, STEPS) == 5


def test_the_events_of_a_rolled_back_run_are_read_anew(config: TrainingConfig, tmp_path: Path) -> None:
    folder = finished_run(config, tmp_path / "run")
    tail = EventTail(folder)
    assert tail.read()[1:] == (False, False)
    folder.truncate_events(4)
    events, replaced, _ = tail.read()
    assert replaced
    assert max(event["step"] for event in events) == 4
