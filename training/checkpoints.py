"""Checkpoints: written whole or not at all, read without pickles."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.files import replace_atomically


def save_checkpoint(path: Path, state: Mapping[str, Any]) -> None:
    """Write tensors, numbers, texts, lists and dicts; after a power failure there is the old file or the new one."""
    with replace_atomically(path) as temporary:
        torch.save(dict(state), temporary)


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
