"""Runs that something happens to, and what is left of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from training.batches import Batch
from training.checkpoints import load_checkpoint
from training.reporter import Reporter
from training.runner import train
from training.task import ColorizationTask, Losses

STEPS = 8
Step = Callable[[ColorizationTask, Batch, int], Losses]


class Killed(BaseException):
    """The power is cut."""


class Reactor(Reporter):
    """Does something when an event comes."""

    def __init__(self, folder: RunFolder, event: str, step: int, reaction: Callable[[], object]) -> None:
        super().__init__(folder, None)
        self._trigger, self._reaction = (event, step), reaction

    def emit(self, event: str, step: int, **values: Any) -> None:
        super().emit(event, step, **values)
        if (event, step) == self._trigger:
            self._reaction()


def new_run(config: TrainingConfig, path: Path) -> RunFolder:
    """A run that has not begun."""
    folder = RunFolder(path)
    folder.create(config)
    return folder


def finished_run(config: TrainingConfig, path: Path) -> RunFolder:
    """A run to its end, undisturbed."""
    folder = new_run(config, path)
    assert train(folder, config, Reporter(folder, None))
    return folder


def cut_the_power() -> None:
    """End everything at once."""
    raise Killed


def events_of(folder: RunFolder, *kinds: str) -> list[dict[str, Any]]:
    """The events of some kinds."""
    return [event for event in folder.read_events() if event["event"] in kinds]


def steps_of(folder: RunFolder) -> list[int]:
    """The steps that were told."""
    return [event["step"] for event in events_of(folder, "step")]


def state_after(folder: RunFolder, step: int = STEPS) -> dict[str, torch.Tensor]:
    """All tensors of a checkpoint by name."""
    return tensors_in(load_checkpoint(folder.checkpoint_path(step))["task"])


def tensors_in(value: object, name: str = "") -> dict[str, torch.Tensor]:
    """All tensors in nested dicts and lists, by their path."""
    if isinstance(value, torch.Tensor):
        return {name: value}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    return {k: v for key, item in items for k, v in tensors_in(item, f"{name}.{key}").items()}


def differing(one: RunFolder, other: RunFolder) -> list[str]:
    """Names of the tensors that differ at the end of two runs."""
    first, second = state_after(one), state_after(other)
    assert first.keys() == second.keys()
    return [name for name, value in first.items() if not torch.equal(value, second[name])]
