"""A batch that finds no memory is learned in parts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from survivor import (
    STEPS,
    Reactor,
    Step,
    differing,
    events_of,
    finished_run,
    new_run,
    steps_of,
)
from toy_pictures import colourful_picture

from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.networks.generators import Generator, build_generator
from training import validation
from training.batches import Batch
from training.checkpoints import load_checkpoint
from training.commands import run_command
from training.precision import Precision, choose_precision
from training.reporter import Reporter
from training.runner import train
from training.task import ColorizationTask, Losses
from training.validation import Example, FloatArray, make_examples, predict


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
        folder = finished_run(config, tmp_path / "run")
    sized = [(e["step"], e["batch_size"], e["micro_batch"], e["device"]) for e in events_of(folder, "sized_down")]
    assert sized == [(5, 4, 2, "cpu"), (5, 4, 1, "cpu")]
    assert steps_of(folder) == list(range(1, STEPS + 1))
    assert not events_of(folder, "rolled_back")

    at_once = ColorizationTask.train_step

    def told_before(task: ColorizationTask, batch: Batch, number: int) -> Losses:
        task.micro_batch = 0 if number < 5 else 1
        return at_once(task, batch, number)

    monkeypatch.setattr(ColorizationTask, "train_step", told_before)
    assert differing(folder, finished_run(config, tmp_path / "told before")) == []


def test_memory_that_runs_out_in_the_middle_of_an_update_takes_a_run_back(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _short_of_memory(2, MemoryError(), after_update=True))
    folder = finished_run(config, tmp_path / "run")
    (event,) = events_of(folder, "rolled_back")
    assert (event["to"], event["rate"], event["reason"]) == (4, 1.0, "out of memory")
    assert steps_of(folder) == list(range(1, STEPS + 1))
    state = load_checkpoint(folder.checkpoint_path(STEPS))["task"]
    assert (state["micro_batch"], state["rate_share"]) == (2, 1.0)


def test_a_resumed_run_knows_how_many_pictures_fit(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _short_of_memory(2, MemoryError()))
    folder = new_run(config, tmp_path / "run")
    assert not train(folder, config, Reactor(folder, "step", 6, lambda: folder.send("stop")))
    assert train(folder, config, Reporter(folder, None))
    assert [event["step"] for event in events_of(folder, "sized_down")] == [5]
    assert events_of(folder, "resumed")[0]["micro_batch"] == 2


def test_a_single_picture_that_does_not_fit_is_said_with_a_remedy(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _short_of_memory(0, MemoryError()))
    folder = new_run(config, tmp_path / "run")
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
    folder = new_run(config, tmp_path / "run")
    assert run_command(["resume", str(folder.path)], io.StringIO()) == 1
    last = folder.last_event()
    assert last is not None
    assert last["event"] == "failed"
    assert "CUDA error: unspecified launch failure" in last["template"].format(**last["values"])
    assert folder.lock_owner() is None
