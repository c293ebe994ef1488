"""Builds a shipped pack from its chain: each stage in a run folder, then measured and published.

What is there is not made again: a published pack, a finished stage. A stage that was broken off goes on from its last
checkpoint. So the same command is given again after a stop, a kill or a power cut, and comes to the same pack.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.files import write_json_atomically
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.inference.backend import open_backend
from colorstudio.inference.pack import Pack, open_pack, rewrite_pack
from training.chain import Step
from training.evaluate import EvaluationSettings, evaluate_model
from training.initialise import imagenet_state
from training.packs import generator_from_checkpoint, make_card, save_pack
from training.selection import select_pictures

Sit = Callable[[RunFolder, TrainingConfig], bool]
"""Trains a run, new or begun; tells whether it is finished."""

Say = Callable[[str], None]

# How a machine does what a run wants of it: a stage may go on with others.
_OF_THE_MACHINE = frozenset(
    {
        "device", "amp", "threads", "micro_batch", "processes", "tensorboard", "data.folders", "data.cache_folder",
    }
)  # fmt: skip


def build(steps: Sequence[Step], sit: Sit, say: Say = lambda line: None) -> bool:
    """Make the steps of `training.chain.plan` that are not made yet.

    Args:
        steps: what is to be done.
        sit: trains a run.
        say: told what goes on, line by line.

    Returns:
        Whether all is done; else a run was stopped, and the same call goes on with it.

    Raises:
        ColorStudioError: a run failed, or one was begun with other settings.
        OSError: something cannot be written.
    """
    for number, step in enumerate(steps, 1):
        say(f"stage {number} of {len(steps)}: {step.folder.path.name}")
        for folder in step.needs:
            keep_plain_weights(folder)
        _prepare(step)
        if not step.folder.is_finished and not sit(step.folder, step.config):
            say(f"{step.folder.path.name} was stopped; the same command goes on with it")
            return False
        if step.published is not None:
            say(f"measuring {step.folder.path.name}")
            publish(step.folder, step.config, step.published)
            say(f"published: {step.published}")
    return True


def _prepare(step: Step) -> None:
    """Make the run folder, or see that it was begun with the same settings.

    Raises:
        TrainingError: it was begun with others, or cannot be made.
    """
    if not step.folder.config_path.exists():
        step.folder.create(step.config)
        return
    begun, wanted = step.folder.read_config(), step.config
    before, now = (_comparable(config) for config in (begun, wanted))
    for name in {**before, **now}:  # a setting in a table, as data.weights.slides, may stand in one of them alone
        if name not in _OF_THE_MACHINE and before.get(name) != now.get(name):
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{path} was begun with {name} = {before}, and {now} is wanted now; "
                    "give the settings that it began with, or another folder.",
                ),
                path=step.folder.path,
                name=name,
                before=before.get(name),
                now=now.get(name),
            )
    if begun != wanted:
        write_json_atomically(step.folder.config_path, wanted.to_dict())


def _comparable(config: TrainingConfig) -> dict[str, Any]:
    """The settings by their names; the stages that it is made from by theirs, wherever their folders lie."""
    tree = config.to_dict()
    generator = tree["generator"]
    generator["init_from"] = _stage_name(generator["init_from"])
    generator["mean_of"] = {_stage_name(path): share for path, share in generator["mean_of"].items()}
    return _flat(tree)


def _stage_name(start: str) -> str:
    """The name of the stage with those plain weights; of another pack its own, wherever it lies."""
    folder = RunFolder(Path(start).parent)
    return folder.path.name if folder.weights_path == Path(start) else Path(start).name


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """The values of a configuration by their names with dots."""
    values: dict[str, Any] = {}
    for name, value in tree.items():
        values |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return values


def keep_plain_weights(folder: RunFolder) -> None:
    """Write what a finished run has learned as a pack, if it is not there: its averaged weights and nothing more.

    A pack that ships has a chroma gain, the noise of variations and a caution against hints; who goes on learning
    from it would learn to undo them.

    Raises:
        TrainingError: the run has no checkpoint that can be read.
        OSError: it cannot be written.
    """
    path = folder.weights_path
    if path.is_file():
        return
    last = max(folder.checkpoint_steps(), default=0)
    netG, shipped = generator_from_checkpoint(folder.checkpoint_path(last)), open_pack(folder.pack_path)
    card = make_card(netG, folder.read_config().pack, shipped.card.training)
    of_the_run = {name: getattr(shipped.card, name) for name in ("sources", "stages", "base_pack")}
    save_pack(path, dataclasses.replace(card, **of_the_run), netG, shipped)


def publish(folder: RunFolder, config: TrainingConfig, path: Path) -> None:
    """Measure the pack of a finished run and put it to `path`; the figures beside it as JSON.

    Raises:
        ColorStudioError: the pack or its pictures are damaged.
        OSError: it cannot be written.
    """
    pack = open_pack(folder.pack_path)
    metrics = {**pack.card.metrics, **_measured(pack, config)}
    write_json_atomically(path.with_suffix(".json"), metrics)
    rewrite_pack(path, pack, dataclasses.replace(pack.card, metrics=metrics))


def _measured(pack: Pack, config: TrainingConfig) -> dict[str, Any]:
    """What `evaluate --kid` measures on the pictures that were held out; nothing if there are none."""
    held_out = select_pictures(config.data, lambda done, total: None).held_out
    if not held_out:
        return {}
    settings = EvaluationSettings(kernel_distance=_has_imagenet_weights())
    return evaluate_model(open_backend(pack, config.device), held_out, settings).to_dict()


def _has_imagenet_weights() -> bool:
    try:
        imagenet_state()
    except TrainingError:
        return False
    return True
