"""Checkpoints: written whole or not at all, read without pickles."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.files import replace_atomically
from colorstudio.core.run_folder import RunFolder
from training.reporter import Reporter


def save_checkpoint(path: Path, state: Mapping[str, Any]) -> None:
    """Write tensors, numbers, texts, lists and dicts; after a power failure there is the old file or the new one.

    Raises:
        OSError: the file cannot be written (a RuntimeError of torch may come from one, see `disk.is_full`).
    """
    # By a file of Python's: torch's own writer does not say that the disk is full.
    with replace_atomically(path) as temporary, temporary.open("wb") as file:
        torch.save(dict(state), file)


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Read a checkpoint to the CPU with `weights_only=True`: code in the file is never run.

    Raises:
        TrainingError: the file is missing, damaged, or holds more than weights and plain values.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, ValueError, pickle.UnpicklingError) as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The checkpoint {path} is missing or damaged."), path=path
        ) from error
    if not isinstance(state, dict):
        raise TrainingError(QT_TRANSLATE_NOOP("errors", "{path} is not a checkpoint of a training run."), path=path)
    return state


class CheckpointKeeper:
    """Reads the newest checkpoint of a run and writes new ones.

    Args:
        folder: the run.
        reporter: tells of them.
        keep: how many are kept.
    """

    def __init__(self, folder: RunFolder, reporter: Reporter, keep: int) -> None:
        self._folder, self._reporter, self._keep = folder, reporter, keep
        self._damaged: list[int] = []
        self.saved: int | None = None
        """Step of the newest checkpoint; None: there is none."""

    def newest(self) -> dict[str, Any] | None:
        """The state of the newest checkpoint that can be read; None in a run without one.

        Raises:
            TrainingError: there are checkpoints, and none of them can be read.
        """
        first_error: TrainingError | None = None
        for step in reversed(self._folder.checkpoint_steps()):
            try:
                state = load_checkpoint(self._folder.checkpoint_path(step))
            except TrainingError as error:
                first_error = first_error or error
                self._damaged.append(step)
                continue
            self.saved = step
            return state
        if first_error is not None:
            raise first_error
        return None

    def set_damaged_aside(self) -> None:
        """Rename damaged checkpoints: as the newest they would outlive the sound ones when old ones are removed."""
        for step in self._damaged:
            path = self._folder.checkpoint_path(step)
            aside = path.replace(path.with_suffix(".damaged"))
            self._reporter.emit("checkpoint_damaged", self.saved or 0, file=f"checkpoints/{aside.name}")
            self._reporter.warn(f"the checkpoint {path.name} is damaged; continuing from step {self.saved}")
        self._damaged.clear()

    def save(self, step: int, state: Mapping[str, Any]) -> None:
        """Write a checkpoint, when there is room for it, and remove old ones."""
        path = self._folder.checkpoint_path(step)
        needed = int(1.05 * sum(value.nbytes for value in _tensors(state)))
        self._reporter.patience.write(lambda: save_checkpoint(path, state), path, needed)
        self.saved = step
        self._reporter.emit("checkpoint", step)
        self._folder.prune_checkpoints(self._keep)


def _tensors(value: object) -> Iterator[Tensor]:
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _tensors(item)
