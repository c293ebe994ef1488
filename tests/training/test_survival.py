"""What a run survives: short memory, a full disk, numbers without limit, sleep; and that it goes on exactly."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from toy_pictures import colourful_picture, write_pictures

from colorstudio.core.errors import TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import EventTail, RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.networks.generators import Generator, build_generator
from training import checkpoints, clock, disk, runner, validation
from training.batches import Batch
from training.checkpoints import load_checkpoint
from training.commands import run_command
from training.control import Control, StopAsked
from training.parking import ParkedTask
from training.precision import Precision, choose_precision
from training.reporter import Reporter
from training.runner import train
from training.soundness import Soundness
from training.task import ColorizationTask, Losses
from training.validation import Example, FloatArray, make_examples, predict

STEPS = 8
Step = Callable[[ColorizationTask, Batch, int], Losses]


@pytest.fixture
def config(tmp_path: Path) -> TrainingConfig:
    """Eight steps of a tiny U-Net against a discriminator, with a checkpoint after every second one."""
    write_pictures(tmp_path / "album", 6)
    return from_dict(
        {
            "seed": 3,
            "steps": STEPS,
            "batch_size": 4,
            "crop": 32,
            "checkpoint_every": 2,
            "threads": 1,
            "device": "cpu",
            "data": {"folders": [str(tmp_path / "album")], "cache_size": 40, "cache_folder": str(tmp_path / "cache")},
            "generator": {"architecture": "unet", "arguments": {"num_downs": 5, "ngf": 2}},
            "discriminator": {"ndf": 2, "n_layers": 1},
            "validation": {"pictures": 2, "size": 32, "samples": 2},
        }
    )


@pytest.fixture(autouse=True)
def _no_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """These runs end with their last step: what comes of them is tested elsewhere."""
    monkeypatch.setattr(runner, "finish", lambda *arguments: None)


class _Killed(BaseException):
    """The power is cut."""


class _Reactor(Reporter):
    """Does something when an event comes."""

    def __init__(self, folder: RunFolder, event: str, step: int, reaction: Callable[[], object]) -> None:
        super().__init__(folder, None)
        self._trigger, self._reaction = (event, step), reaction

    def emit(self, event: str, step: int, **values: Any) -> None:
        super().emit(event, step, **values)
        if (event, step) == self._trigger:
            self._reaction()


def _new(config: TrainingConfig, path: Path) -> RunFolder:
    folder = RunFolder(path)
    folder.create(config)
    return folder


def _finished(config: TrainingConfig, path: Path) -> RunFolder:
    folder = _new(config, path)
    assert train(folder, config, Reporter(folder, None))
    return folder


def _cut_the_power() -> None:
    raise _Killed


def _events(folder: RunFolder, *kinds: str) -> list[dict[str, Any]]:
    return [event for event in folder.read_events() if event["event"] in kinds]


def _steps(folder: RunFolder) -> list[int]:
    return [event["step"] for event in _events(folder, "step")]


def _state(folder: RunFolder, step: int = STEPS) -> dict[str, torch.Tensor]:
    return _flat(load_checkpoint(folder.checkpoint_path(step))["task"])


def _flat(value: object, name: str = "") -> dict[str, torch.Tensor]:
    if isinstance(value, torch.Tensor):
        return {name: value}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    return {k: v for key, item in items for k, v in _flat(item, f"{name}.{key}").items()}


def _differing(one: RunFolder, other: RunFolder) -> list[str]:
    first, second = _state(one), _state(other)
    assert first.keys() == second.keys()
    return [name for name, value in first.items() if not torch.equal(value, second[name])]


# Numbers without limit


def _poisoned(at: int, times: int) -> Step:
    """A step that makes weights infinite, in step `at`, the first `times` times."""
    train_step, left = ColorizationTask.train_step, [times]

    def step(task: ColorizationTask, batch: Batch, number: int) -> Losses:
        losses = train_step(task, batch, number)
        if number == at and left[0]:
            left[0] -= 1
            with torch.no_grad():
                next(task.netG.parameters())[0, 0, 0, 0] = float("inf")
        return losses

    return step


def test_numbers_without_limit_roll_a_run_back_with_half_the_rates(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _poisoned(at=4, times=1))
    folder = _finished(config, tmp_path / "run")
    (event,) = _events(folder, "rolled_back")
    assert (event["step"], event["to"], event["at"], event["rate"], event["reason"]) == (4, 4, 5, 0.5, "not finite")
    assert _steps(folder) == list(range(1, STEPS + 1))
    rates = [step["lr"] for step in _events(folder, "step")]
    assert rates == pytest.approx([2e-4] * 4 + [1e-4, 0.75e-4, 0.5e-4, 0.25e-4])
    assert all(value.isfinite().all() for value in _state(folder).values())
    assert load_checkpoint(folder.checkpoint_path(STEPS))["task"]["rate_share"] == 0.5


def test_a_run_that_is_killed_after_it_was_rolled_back_goes_on_with_half_the_rates(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(ColorizationTask, "train_step", _poisoned(at=4, times=1))
        whole = _finished(config, tmp_path / "whole")
    broken = _new(config, tmp_path / "broken")
    with monkeypatch.context() as patched:
        patched.setattr(ColorizationTask, "train_step", _poisoned(at=4, times=1))
        with pytest.raises(_Killed):
            train(broken, config, _Reactor(broken, "rolled_back", 4, _cut_the_power))
    assert train(broken, config, Reporter(broken, None))
    assert _differing(whole, broken) == []


def test_numbers_without_limit_before_the_first_checkpoint_take_a_run_back_to_its_start(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _poisoned(at=0, times=2))
    folder = _finished(config, tmp_path / "run")
    assert [(event["to"], event["rate"]) for event in _events(folder, "rolled_back")] == [(0, 0.5), (0, 0.25)]
    assert _steps(folder) == list(range(1, STEPS + 1))


def test_a_run_that_does_not_become_sound_fails_with_a_sentence_and_sound_checkpoints(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _poisoned(at=4, times=100))
    folder = _new(config, tmp_path / "run")
    with pytest.raises(TrainingError, match=r"failed at step 5.* lower learning rate"):
        train(folder, config, Reporter(folder, None))
    assert [event["rate"] for event in _events(folder, "rolled_back")] == [0.5, 0.25, 0.125]
    assert all(value.isfinite().all() for value in _state(folder, 4).values())


def test_losses_and_weights_are_looked_at() -> None:
    net = torch.nn.Linear(3, 3)
    soundness, fine = Soundness(net), {"loss_G": torch.tensor(1.0)}
    assert soundness.settled()
    assert soundness.note(fine)
    assert not soundness.note({"loss_G": torch.tensor(float("nan"))})
    assert soundness.note(fine)
    with torch.no_grad():
        net.weight[1, 1] = float("nan")
    assert not soundness.note(fine)
    assert not soundness.settled()


class _OnGpu:
    """An answer that lies on a GPU."""

    device = torch.device("cuda")

    def __init__(self, answer: bool) -> None:
        self._answer = answer

    def __bool__(self) -> bool:
        return self._answer


def test_on_a_gpu_the_answer_of_the_step_before_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter((True, False, True))
    monkeypatch.setattr(Soundness, "_look", lambda self, losses: _OnGpu(next(answers)))
    soundness = Soundness(torch.nn.Linear(1, 1))
    assert [soundness.note({}), soundness.settled()] == [True, True]
    assert [soundness.note({}), soundness.settled()] == [True, False]
    assert [soundness.note({}), soundness.settled()] == [False, True]


# Memory


def _short_of_memory(most: int, error: Exception, after_update: bool = False) -> Step:
    """A step for which there is memory for `most` pictures at once."""
    train_step = ColorizationTask.train_step

    def step(task: ColorizationTask, batch: Batch, number: int) -> Losses:
        if number < 5 or (task.micro_batch or len(batch.real_A)) <= most:
            return train_step(task, batch, number)
        if after_update:
            train_step(task, batch, number)
        else:
            task.netG.train()
            task.netG(batch.real_A, batch.hints)  # it comes some way: running statistics take note
        raise error

    return step


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.cuda.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes"),
    ],
)
def test_a_step_that_finds_no_memory_is_made_again_with_fewer_pictures_at_once(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(ColorizationTask, "train_step", _short_of_memory(1, error))
        folder = _finished(config, tmp_path / "run")
    sized = [(e["step"], e["batch_size"], e["micro_batch"], e["device"]) for e in _events(folder, "sized_down")]
    assert sized == [(5, 4, 2, "cpu"), (5, 4, 1, "cpu")]
    assert _steps(folder) == list(range(1, STEPS + 1))
    assert not _events(folder, "rolled_back")

    at_once = ColorizationTask.train_step

    def told_before(task: ColorizationTask, batch: Batch, number: int) -> Losses:
        task.micro_batch = 0 if number < 5 else 1
        return at_once(task, batch, number)

    monkeypatch.setattr(ColorizationTask, "train_step", told_before)
    assert _differing(folder, _finished(config, tmp_path / "told before")) == []


def test_memory_that_runs_out_in_the_middle_of_an_update_takes_a_run_back(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _short_of_memory(2, MemoryError(), after_update=True))
    folder = _finished(config, tmp_path / "run")
    (event,) = _events(folder, "rolled_back")
    assert (event["to"], event["rate"], event["reason"]) == (4, 1.0, "out of memory")
    assert _steps(folder) == list(range(1, STEPS + 1))
    state = load_checkpoint(folder.checkpoint_path(STEPS))["task"]
    assert (state["micro_batch"], state["rate_share"]) == (2, 1.0)


def test_a_resumed_run_knows_how_many_pictures_fit(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _short_of_memory(2, MemoryError()))
    folder = _new(config, tmp_path / "run")
    assert not train(folder, config, _Reactor(folder, "step", 6, lambda: folder.send("stop")))
    assert train(folder, config, Reporter(folder, None))
    assert [event["step"] for event in _events(folder, "sized_down")] == [5]
    assert _events(folder, "resumed")[0]["micro_batch"] == 2


def test_a_single_picture_that_does_not_fit_is_said_with_a_remedy(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _short_of_memory(0, MemoryError()))
    folder = _new(config, tmp_path / "run")
    with pytest.raises(TrainingError, match="single picture of 32 pixels; choose a smaller crop"):
        train(folder, config, Reporter(folder, None))


def test_pictures_are_looked_at_as_many_at_once_as_the_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    netG = build_generator("unet", {"num_downs": 5, "ngf": 2, "norm_mode": "running"})
    examples = make_examples([np.asarray(colourful_picture(seed)) for seed in range(11)], 32)
    precision = choose_precision("cpu", "off")
    expected, sizes, batches = predict(netG, examples, precision), list[int](), validation._predict_batch

    def short(netG: Generator, chosen: Sequence[Example], precision: Precision) -> list[FloatArray]:
        sizes.append(len(chosen))
        if len(chosen) > 3:
            raise MemoryError
        return batches(netG, chosen, precision)

    monkeypatch.setattr(validation, "_predict_batch", short)
    assert np.allclose(predict(netG, examples, precision), expected, atol=1e-4)
    assert sizes == [8, 4, 2, 2, 2, 2, 2, 1]


def test_other_errors_are_not_taken_for_want_of_memory(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(task: ColorizationTask, batch: Batch, step: int) -> Losses:
        raise RuntimeError("CUDA error: unspecified launch failure")

    monkeypatch.setattr(ColorizationTask, "train_step", broken)
    folder = _new(config, tmp_path / "run")
    assert run_command(["resume", str(folder.path)], io.StringIO()) == 1
    last = folder.last_event()
    assert last is not None
    assert last["event"] == "failed"
    assert "CUDA error: unspecified launch failure" in last["template"].format(**last["values"])
    assert folder.lock_owner() is None


# The disk


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
    whole = _finished(config, tmp_path / "whole")
    _Disk(5000, monkeypatch)
    folder = _finished(config, tmp_path / "run")
    first, second = _events(folder, "disk_full", "continued")
    assert (first["event"], second["event"]) == ("disk_full", "continued")
    assert first["free"] == 5000 < first["needed"]
    names = [(event["event"], event["step"]) for event in folder.read_events()]
    assert names.index(("disk_full", 0)) < names.index(("checkpoint", 0)) < names.index(("step", 1))
    assert _differing(whole, folder) == []


@pytest.mark.parametrize(
    ("place", "name"),
    [(torch, "save"), (Image.Image, "save"), (checkpoints, "save_checkpoint"), (RunFolder, "append_event")],
)
def test_what_finds_no_room_while_it_is_written_is_written_again(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Any, name: str
) -> None:
    full = _Disk(1 << 30, monkeypatch)
    monkeypatch.setattr(place, name, full.filled(getattr(place, name)))
    folder = _finished(config, tmp_path / "run")
    assert full.failures >= 1
    assert _steps(folder) == list(range(1, STEPS + 1))
    assert folder.checkpoint_steps() == [6, 8]
    assert not [path.name for path in folder.path.rglob("*") if ".part" in path.name]
    assert [path.name for path in folder.sample_folder(STEPS).iterdir()] == ["00.webp"]
    assert _events(folder, "continued")


def test_a_run_that_waits_for_room_can_be_stopped(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "free_bytes", lambda place: 5000)
    folder = _new(config, tmp_path / "run")
    reporter = Reporter(folder, None)
    tell = reporter.tell

    def told(event: str, **values: Any) -> None:
        tell(event, **values)
        if event == "disk_full":
            folder.send("stop")

    monkeypatch.setattr(reporter, "tell", told)
    assert not train(folder, config, reporter)
    assert [event["event"] for event in _events(folder, "disk_full", "stopped")] == ["disk_full", "stopped"]
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


# Pause, stop, sleep


def test_a_pause_changes_nothing(config: TrainingConfig, tmp_path: Path) -> None:
    whole, folder = _finished(config, tmp_path / "whole"), _new(config, tmp_path / "run")

    class Pausing(Reporter):
        def emit(self, event: str, step: int, **values: Any) -> None:
            super().emit(event, step, **values)
            if event == "step" and step in (3, 4):
                folder.send("pause")
            if event == "paused":
                folder.send("resume")

    assert train(folder, config, Pausing(folder, None))
    assert [(e["event"], e["step"]) for e in _events(folder, "paused", "continued")] == [
        ("paused", 3),
        ("continued", 3),
        ("paused", 4),
        ("continued", 4),
    ]
    assert _differing(whole, folder) == []


def test_parking_waits_for_the_memory_that_others_took(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks: list[ColorizationTask] = []
    train_step = ColorizationTask.train_step

    def remembered(task: ColorizationTask, batch: Batch, step: int) -> Losses:
        tasks.append(task)
        return train_step(task, batch, step)

    monkeypatch.setattr(ColorizationTask, "train_step", remembered)
    _finished(config, tmp_path / "run")
    task, slept = tasks[-1], list[float]()
    before = {name: value.clone() for name, value in _flat(task.state_dict()).items()}
    parked, move = ParkedTask(task), ParkedTask._move
    is_taken = iter((True, False, True, False, False))  # there and back, there and back, there

    def moved(self: ParkedTask, device: torch.device) -> None:
        move(self, device)
        if next(is_taken):
            raise torch.cuda.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(ParkedTask, "_move", moved)
    parked.bring_back(slept.append)
    assert slept == [5.0, 5.0]
    after = _flat(task.state_dict())
    assert [name for name, value in before.items() if not torch.equal(value, after[name])] == []


def test_stop_now_leaves_no_checkpoint(config: TrainingConfig, tmp_path: Path) -> None:
    folder = _new(config, tmp_path / "run")
    assert not train(folder, config, _Reactor(folder, "step", 3, lambda: folder.send("stop_now")))
    assert _events(folder, "stopped")[0]["reason"] == "now"
    assert folder.checkpoint_steps() == [0, 2]
    assert train(folder, config, Reporter(folder, None))
    assert _steps(folder) == list(range(1, STEPS + 1))


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
    folder = _new(config, tmp_path / "run")
    assert not train(folder, config, _Reactor(folder, "sample", STEPS, lambda: folder.send("stop")))
    assert not _events(folder, "measuring")
    assert (folder.last_event() or {})["event"] == "stopped"
    assert train(folder, config, Reporter(folder, None))
    assert _steps(folder) == list(range(1, STEPS + 1))
    assert [len(_events(folder, kind)) for kind in ("validation", "sample", "measuring")] == [1, 1, 1]


def test_sleep_is_told_and_not_counted(config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nap = [0.0]
    running = clock.running_seconds
    monkeypatch.setattr(clock, "running_seconds", lambda: running() + nap[0])
    folder = _new(config, tmp_path / "run")

    def sleep() -> None:
        nap[0] = 8 * 3600.0

    assert train(folder, config, _Reactor(folder, "step", 4, sleep))
    (event,) = _events(folder, "slept")
    assert (event["step"], event["seconds"]) == (4, pytest.approx(8 * 3600, abs=60))
    assert all(step["seconds_left"] < 600 for step in _events(folder, "step"))


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
    folder = _finished(config, tmp_path / "run")
    tail = EventTail(folder)
    assert tail.read()[1:] == (False, False)
    folder.truncate_events(4)
    events, replaced, _ = tail.read()
    assert replaced
    assert max(event["step"] for event in events) == 4
