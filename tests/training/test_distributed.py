"""Two processes learn what one does, and the second only does what the first says."""

from __future__ import annotations

import copy
import dataclasses
import io
import os
from collections.abc import Iterator

import pytest
import torch

from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import DiscriminatorConfig, GeneratorConfig, HintConfig, OptimizerConfig
from colorstudio.networks.generators import build_generator
from training.commands import run_command
from training.data import RunData, load_data
from training.distributed import ALONE, Place, Team, gathered
from training.follower import invite
from training.initialise import initial_discriminator
from training.precision import choose_precision
from training.shared_norm import SharedStatistics, share_statistics
from training.task import ColorizationTask

CLOSE = 1e-5
"""Largest difference of weights that move by 1e-3 a step: sums are in another order."""


@pytest.fixture(scope="module")
def team() -> Iterator[Team]:
    """This process and another one."""
    with gathered(2) as team:
        yield team


def _config(config: TrainingConfig, norm_mode: str) -> TrainingConfig:
    """Everything that a step can have: noise, hints, batch statistics, averaged weights, several updates of D."""
    unet = {"num_downs": 6, "ngf": 4, "norm_mode": norm_mode}
    return dataclasses.replace(
        config,
        batch_size=4,
        crop=64,
        generator=GeneratorConfig("unet", unet),
        discriminator=DiscriminatorConfig(4, 2),
        hints=HintConfig(probability=0.8),
        optimizer=OptimizerConfig(lr=1e-3, lr_D=1e-3, ema=0.9, d_steps=2),
    )


def _task(config: TrainingConfig, team: Team = ALONE) -> ColorizationTask:
    torch.manual_seed(5)
    netG = build_generator(config.generator.architecture, config.generator.arguments)
    netD = initial_discriminator(config.discriminator)
    return ColorizationTask(netG, netD, config, config.steps, choose_precision("cpu", "off"), team)


def _data(config: TrainingConfig) -> RunData:
    return load_data(config, lambda what, done, total: None)


def _assert_alike(task: ColorizationTask, expected: ColorizationTask, start: ColorizationTask) -> None:
    for name in ("netG", "netD", "averaged"):
        of_start, of_expected = getattr(start, name).state_dict(), getattr(expected, name).state_dict()
        for key, value in getattr(task, name).state_dict().items():
            assert torch.allclose(value, of_expected[key], atol=CLOSE), (name, key)
            if key.endswith("weight"):
                assert float((value - of_start[key]).abs().max()) > 10 * CLOSE, (name, key)


@pytest.mark.parametrize("norm_mode", ["running", "batch"])
def test_two_processes_learn_from_their_halves_what_one_does_from_the_whole(
    team: Team, small_config: TrainingConfig, norm_mode: str
) -> None:
    config = _config(small_config, norm_mode)
    data, alone, shared = _data(config), _task(config), _task(config, team)
    invite(team, config, data, shared)
    half = data.maker.of_part(team.rows(config.batch_size))
    for step in range(3):
        expected = alone.train_step(data.maker.make(step), step)
        losses = shared.train_step(half.make(step), step)
        assert losses.keys() == expected.keys()
        for name, loss in losses.items():
            assert float(loss) == pytest.approx(float(expected[name]), rel=1e-4), name
    _assert_alike(shared, alone, _task(config))


def test_the_other_process_goes_back_and_on_with_the_leader(team: Team, small_config: TrainingConfig) -> None:
    config = _config(small_config, "running")
    data, alone, shared = _data(config), _task(config), _task(config, team)
    half = data.maker.of_part(team.rows(config.batch_size))

    def go_on(task: ColorizationTask) -> list[float]:
        return [float(task.train_step(half.make(step), step)["loss_G"]) for step in (2, 3, 4)]

    invite(team, config, data, shared)
    for step in range(2):
        shared.train_step(half.make(step), step)
    kept = copy.deepcopy(shared.state_dict())
    first = go_on(shared)
    shared.load_state_dict(copy.deepcopy(kept))
    assert go_on(shared) == first
    again = _task(config, team)
    again.load_state_dict(copy.deepcopy(kept))
    invite(team, config, data, again)
    assert go_on(again) == first
    alone.load_state_dict(copy.deepcopy(kept))
    again.load_state_dict(copy.deepcopy(kept))
    alone.rate_share = again.rate_share = 0.5
    for step in (2, 3):
        alone.train_step(data.maker.make(step), step)
        again.train_step(half.make(step), step)
    _assert_alike(again, alone, _task(config))
    again.micro_batch = 1
    again.train_step(half.make(4), 4)


def test_a_batch_that_cannot_be_shared_evenly_is_refused() -> None:
    three = Team(Place(1, 3))
    assert three.rows(12) == slice(4, 8)
    with pytest.raises(TrainingError, match="multiple of 3"):
        three.rows(4)


def test_the_processes_of_a_machine_share_its_threads() -> None:
    team = Team(Place(3, 4, 1, 2))
    assert (team.threads(6), team.threads(1), ALONE.threads(0)) == (3, 1, 0)
    assert team.threads(0) == max(1, (os.cpu_count() or 1) // 2)


def test_each_process_has_a_graphics_processor_of_its_own_or_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[torch.device] = []
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "set_device", chosen.append)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    assert choose_precision("cuda", "off", Team(Place(3, 4, 1, 2))).device == torch.device("cuda", 1)
    assert chosen == [torch.device("cuda", 1)]
    with pytest.raises(TrainingError, match="4 processes need 4 graphics processors, and this machine has 2"):
        choose_precision("cuda", "off", Team(Place(3, 4, 3, 4)))


def test_memory_that_runs_out_in_a_team_is_said_with_a_remedy(
    small_config: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    batch = _data(small_config).maker.make(0)
    for team, expected in ((ALONE, torch.OutOfMemoryError), (Team(Place(0, 2)), TrainingError)):
        task = _task(small_config, team)
        monkeypatch.setattr(task, "_step", full)
        with pytest.raises(expected, match=r"micro_batch = 1|CUDA out of memory"):
            task.train_step(batch, 0)


def test_only_those_who_were_started_for_it_follow(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["follow"], io.StringIO()) == 1
    assert "use run or resume" in capsys.readouterr().err


@pytest.mark.parametrize("norm_mode", ["running", "batch"])
def test_away_from_training_shared_statistics_change_nothing(norm_mode: str) -> None:
    net = build_generator("unet", {"num_downs": 5, "ngf": 2, "norm_mode": norm_mode})
    net(torch.rand(4, 1, 32, 32))
    shared = copy.deepcopy(net)
    share_statistics(shared, Team(Place(0, 2)))
    assert sum(isinstance(module, SharedStatistics) for module in shared.modules()) == 7
    assert shared.state_dict().keys() == net.state_dict().keys()
    L = torch.rand(2, 1, 32, 32)
    with torch.no_grad():
        assert torch.equal(shared.eval()(L), net.eval()(L))
    alone = copy.deepcopy(net)
    share_statistics(alone, ALONE)
    assert not any(isinstance(module, SharedStatistics) for module in alone.modules())
