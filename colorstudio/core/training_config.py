"""The configuration of a training run: one frozen tree, shared by the trainer and the window.

A recipe is this tree as TOML with only the values that differ from the defaults; `config.json` of a run folder is
the whole tree as JSON. `from_dict` checks every key, type and range and names what is wrong.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from colorstudio.core.config_tree import build, to_plain, to_toml
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_sections import (
    AugmentConfig,
    DataConfig,
    DiscriminatorConfig,
    GeneratorConfig,
    HintConfig,
    LossConfig,
    OptimizerConfig,
    PackConfig,
    ValidationConfig,
    choice,
    number,
)


@dataclass(frozen=True)
class TrainingConfig:
    """All that makes a training run. Two runs with equal configs on the same CPU give equal weights.

    Attributes:
        recipe: name of the recipe it came from.
        seed: seed of every random number.
        steps: updates of the generator; 0: from `epochs`.
        epochs: passes over the pictures, if `steps` is 0.
        batch_size: pictures in a step.
        crop: side of the training crops in pixels.
        late_crop, late_from: side of the training crops after that share of the steps; 0: `crop`.
        checkpoint_every, keep_checkpoints: steps between two checkpoints, and how many of these are kept.
        device: 'auto', 'cpu', 'cuda' or 'mps'.
        amp: mixed precision: 'auto' (bf16 or fp16 on CUDA, bf16 on CPUs that compute it), 'off' or 'bf16'.
        threads: threads of the CPU; 0: all.
        micro_batch: pictures that are in memory at once; smaller than the batch, gradients are accumulated; 0: all.
        processes: how many processes (one for each GPU) share a batch on this machine, by torchrun.
        tensorboard: whether the run also writes TensorBoard files (package tensorboard).
    """

    recipe: str = "own"
    seed: int = number(0, 0)
    steps: int = number(0, 0)
    epochs: int = number(1, 1)
    batch_size: int = number(1, 1, 4096)
    crop: int = number(256, 16, 2048)
    late_crop: int = number(0, 0, 2048)
    late_from: float = number(0.5, 0, 1)
    checkpoint_every: int = number(500, 1)
    keep_checkpoints: int = number(2, 1, 1000)
    device: str = choice("auto", "cpu", "cuda", "mps")
    amp: str = choice("auto", "off", "bf16")
    threads: int = number(0, 0, 1024)
    micro_batch: int = number(0, 0, 4096)
    processes: int = number(1, 1, 64)
    tensorboard: bool = False
    data: DataConfig = field(default_factory=DataConfig)
    augment: AugmentConfig = field(default_factory=AugmentConfig)
    hints: HintConfig = field(default_factory=HintConfig)
    generator: GeneratorConfig = field(default_factory=GeneratorConfig)
    discriminator: DiscriminatorConfig = field(default_factory=DiscriminatorConfig)
    loss: LossConfig = field(default_factory=LossConfig)
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)
    validation: ValidationConfig = field(default_factory=ValidationConfig)
    pack: PackConfig = field(default_factory=PackConfig)

    def to_dict(self) -> dict[str, Any]:
        """The whole tree as plain dicts, lists and scalars."""
        tree: dict[str, Any] = json.loads(json.dumps(to_plain(self)))
        return tree

    def to_json(self) -> str:
        """The whole tree as indented JSON."""
        return json.dumps(self.to_dict(), indent=1, ensure_ascii=False) + "\n"

    def to_toml(self) -> str:
        """The whole tree as TOML, as in a recipe."""
        return to_toml(self.to_dict())


def from_dict(tree: Mapping[str, Any]) -> TrainingConfig:
    """Build and check a configuration; keys that are not given have their defaults.

    Raises:
        TrainingError: names the key that is unknown (with the closest known one), of the wrong type or out of range.
    """
    config = build(TrainingConfig, tree)
    assert isinstance(config, TrainingConfig)
    if config.augment.scale_min > config.augment.scale_max:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "{low} must not be larger than {high} in the training settings."),
            low="augment.scale_min",
            high="augment.scale_max",
        )
    return config


def from_json(text: str) -> TrainingConfig:
    """Read what `TrainingConfig.to_json` wrote.

    Raises:
        TrainingError: not JSON, or not valid (see `from_dict`).
    """
    try:
        tree = json.loads(text)
    except ValueError as error:
        raise _unreadable("JSON", error) from error
    return from_dict(tree)


def load_recipe(path: Path, overrides: Iterable[str] = ()) -> TrainingConfig:
    """Read a recipe and apply overrides of the form KEY=VALUE or section.key=VALUE.

    Raises:
        TrainingError: the file is missing, is not TOML, or a value is not valid.
    """
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The training recipe {path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror or error,
        ) from error
    except ValueError as error:
        raise _unreadable("TOML", error) from error
    tree.setdefault("recipe", path.stem)
    return from_dict(with_overrides(tree, overrides))


def with_overrides(tree: Mapping[str, Any], overrides: Iterable[str]) -> dict[str, Any]:
    """A copy of `tree` with 'KEY=VALUE' pairs set; VALUE is a TOML value, or a string without quotes.

    Raises:
        TrainingError: an override has no '=' or its key leads through something that is not a table.
    """
    result: dict[str, Any] = json.loads(json.dumps(tree, default=str))  # TOML has dates, which are texts here
    for override in overrides:
        key, equals, text = override.partition("=")
        *parents, last = key.strip().split(".")
        table: Any = result
        for parent in parents:
            table = table.setdefault(parent, {}) if isinstance(table, dict) else None
        if not equals or not last or not isinstance(table, dict):
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "“{override}” is not a setting; write KEY=VALUE."), override=override
            )
        table[last] = _parse_value(text.strip())
        if last == "steps" and not parents:
            result.pop("epochs", None)
    return result


def _parse_value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _unreadable(kind: str, error: Exception) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "The training settings are not valid {kind}: {reason}."), kind=kind, reason=error
    )
