"""Whole runs of two processes: stopped, resumed, killed, and ended like a run of one."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch

from colorstudio.core.errors import TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import GeneratorConfig
from colorstudio.inference.pack import open_pack
from training.checkpoints import load_checkpoint
from training.distributed import gathered
from training.initialise import initial_generator
from training.packs import make_card, save_pack
from training.reporter import Reporter
from training.runner import train

STEPS = 6
CLOSE = 1e-5
ENDED_SECONDS = 60


class _Watcher(Reporter):
    """Does something when a step is told."""

    def __init__(self, folder: RunFolder, step: int, reaction: Callable[[], object]) -> None:
        super().__init__(folder, None)
        self._step, self._reaction = step, reaction

    def emit(self, event: str, step: int, **values: Any) -> None:
        super().emit(event, step, **values)
        if (event, step) == ("step", self._step):
            self._reaction()


@pytest.fixture
def config(small_config: TrainingConfig, tmp_path: Path) -> TrainingConfig:
    """Six steps of four pictures, with a checkpoint after every second.

    They start from a pack, whose graph is used again: exporting one takes a process seconds.
    """
    netG, base = initial_generator(small_config.generator), tmp_path / "base.cspack"
    save_pack(base, make_card(netG, small_config.pack, {}), netG, None)
    generator = GeneratorConfig(init_from=str(base))
    return dataclasses.replace(small_config, batch_size=4, steps=STEPS, generator=generator)


@pytest.fixture
def alone(config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunFolder:
    """The run in one process; here nothing is made of what was learned."""
    monkeypatch.setattr("training.runner.finish", lambda *arguments: None)
    folder = _new(config, tmp_path / "alone")
    assert train(folder, config, Reporter(folder, None))
    return folder


def _new(config: TrainingConfig, path: Path) -> RunFolder:
    folder = RunFolder(path)
    folder.create(config)
    return folder


def _names(folder: RunFolder) -> list[tuple[str, int]]:
    return [(event["event"], event["step"]) for event in folder.read_events()]


def _assert_same_end(folder: RunFolder, expected: RunFolder) -> None:
    state, other = (load_checkpoint(run.checkpoint_path(STEPS))["task"] for run in (folder, expected))
    for name in ("netG", "netD"):
        for key, value in state[name].items():
            assert torch.allclose(value, other[name][key], atol=CLOSE), (name, key)
    assert [item for item in _names(folder) if item[0] == "step"] == [("step", i + 1) for i in range(STEPS)]


def test_a_shared_run_stops_and_is_resumed_and_says_when_a_process_is_gone(
    config: TrainingConfig, alone: RunFolder, tmp_path: Path
) -> None:
    folder = _new(config, tmp_path / "shared")
    with gathered(2) as team:
        assert not train(folder, config, _Watcher(folder, 3, lambda: folder.send("stop")), team=team)
    assert _names(folder)[-2:] == [("checkpoint", 3), ("stopped", 3)]
    assert next(folder.read_events())["processes"] == 2
    assert not psutil.Process().children()
    with pytest.raises(TrainingError, match="Another process of this training has ended"), gathered(2) as team:
        train(folder, config, _Watcher(folder, 5, _kill_followers), team=team)
    assert folder.checkpoint_steps()[-1] == 4
    assert train(folder, config, Reporter(folder, None))
    _assert_same_end(folder, alone)


def _kill_followers() -> None:
    for process in psutil.Process().children():
        process.kill()


def test_followers_end_with_a_leader_that_is_killed_and_torchrun_resumes_the_run(
    config: TrainingConfig, alone: RunFolder, tmp_path: Path
) -> None:
    folder = _new(dataclasses.replace(config, processes=2), tmp_path / "shared")
    with _trainer("-m", "training", "resume", str(folder.path), stdout=subprocess.PIPE) as leader:
        assert leader.stdout is not None
        next(line for line in leader.stdout if '"checkpoint"' in line)
        followers = psutil.Process(leader.pid).children()
        assert len(followers) == 1
        leader.send_signal(signal.SIGKILL)
    assert not psutil.wait_procs(followers, timeout=ENDED_SECONDS)[1]
    torchrun = ("-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2")
    with _trainer(*torchrun, "-m", "training", "resume", str(folder.path), stderr=subprocess.PIPE) as agent:
        _, complaints = agent.communicate(timeout=240)
    assert agent.returncode == 0, complaints
    assert _names(folder)[-1] == ("finished", STEPS)
    _assert_same_end(folder, alone)
    assert open_pack(folder.pack_path).card.training["hardware"] == "CPU, 2 threads"


def _trainer(*arguments: str, stdout: int = subprocess.DEVNULL, stderr: int | None = None) -> subprocess.Popen[str]:
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    return subprocess.Popen([sys.executable, *arguments], stdout=stdout, stderr=stderr, env=environment, text=True)
