"""Numbers without limit take a run back, with half the rates."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from survivor import (
    STEPS,
    Killed,
    Reactor,
    Step,
    cut_the_power,
    differing,
    events_of,
    finished_run,
    new_run,
    state_after,
    steps_of,
)

from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig
from training.batches import Batch
from training.checkpoints import load_checkpoint
from training.reporter import Reporter
from training.runner import train
from training.soundness import Soundness
from training.task import ColorizationTask, Losses


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
    folder = finished_run(config, tmp_path / "run")
    (event,) = events_of(folder, "rolled_back")
    assert (event["step"], event["to"], event["at"], event["rate"], event["reason"]) == (4, 4, 5, 0.5, "not finite")
    assert steps_of(folder) == list(range(1, STEPS + 1))
    rates = [step["lr"] for step in events_of(folder, "step")]
    assert rates == pytest.approx([2e-4] * 4 + [1e-4, 0.75e-4, 0.5e-4, 0.25e-4])
    assert all(value.isfinite().all() for value in state_after(folder).values())
    assert load_checkpoint(folder.checkpoint_path(STEPS))["task"]["rate_share"] == 0.5


def test_a_run_that_is_killed_after_it_was_rolled_back_goes_on_with_half_the_rates(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(ColorizationTask, "train_step", _poisoned(at=4, times=1))
        whole = finished_run(config, tmp_path / "whole")
    broken = new_run(config, tmp_path / "broken")
    with monkeypatch.context() as patched:
        patched.setattr(ColorizationTask, "train_step", _poisoned(at=4, times=1))
        with pytest.raises(Killed):
            train(broken, config, Reactor(broken, "rolled_back", 4, cut_the_power))
    assert train(broken, config, Reporter(broken, None))
    assert differing(whole, broken) == []


def test_numbers_without_limit_before_the_first_checkpoint_take_a_run_back_to_its_start(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _poisoned(at=0, times=2))
    folder = finished_run(config, tmp_path / "run")
    assert [(event["to"], event["rate"]) for event in events_of(folder, "rolled_back")] == [(0, 0.5), (0, 0.25)]
    assert steps_of(folder) == list(range(1, STEPS + 1))


def test_a_run_that_does_not_become_sound_fails_with_a_sentence_and_sound_checkpoints(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ColorizationTask, "train_step", _poisoned(at=4, times=100))
    folder = new_run(config, tmp_path / "run")
    with pytest.raises(TrainingError, match=r"failed at step 5.* lower learning rate"):
        train(folder, config, Reporter(folder, None))
    assert [event["rate"] for event in events_of(folder, "rolled_back")] == [0.5, 0.25, 0.125]
    assert all(value.isfinite().all() for value in state_after(folder, 4).values())


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


def test_weights_are_looked_at_where_they_are_after_a_pause() -> None:
    net = torch.nn.Linear(3, 3)
    soundness = Soundness(net)
    for value in net.parameters():
        value.data = value.data.clone()  # as a network does that goes to another device
    with torch.no_grad():
        net.weight[1, 1] = float("nan")
    assert not soundness.note({"loss_G": torch.tensor(1.0)})


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
