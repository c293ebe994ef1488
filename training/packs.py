"""Between packs, run folders and networks."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import torch

from colorstudio import paths
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.files import replace_atomically
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import PackConfig
from colorstudio.inference.card import ModelCard
from colorstudio.inference.card_parts import MOST_STAGES, Stage, stage_of_record
from colorstudio.inference.pack import Pack, open_pack, write_pack
from colorstudio.inference.registry import Registry
from colorstudio.networks.generators import Generator, build_generator
from colorstudio.networks.graph import export_graph, graph_weights
from training.card_sources import sources_of
from training.checkpoints import load_checkpoint
from training.sources import Picture

CHECKPOINT_SUFFIX = ".pt"


def find_pack(model: str) -> Pack:
    """The pack with this id, `id@version` or path.

    Raises:
        PackError: there is none.
    """
    return Registry(paths.model_dirs()).find(model)


def generator_from_pack(pack: Pack) -> Generator:
    """Rebuild the network of a pack with its weights.

    Raises:
        TrainingError: the weights do not fit the network.
    """
    netG = build_generator(pack.card.architecture, pack.card.arguments)
    state = {name: torch.from_numpy(array) for name, array in pack.weights().items()}
    missing, unexpected = netG.load_state_dict(state, strict=False)
    if unexpected or any(not name.endswith("num_batches_tracked") for name in missing):
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The weights in {path} do not fit their network."), path=pack.path
        )
    return netG


def generator_from_checkpoint(path: Path) -> Generator:
    """Rebuild the generator to use (the averaged one, if weights were averaged) from a run's checkpoint."""
    state = load_checkpoint(path)
    netG = build_generator(state["architecture"], state["arguments"])
    netG.load_state_dict(state["task"]["averaged" if state["averaging"] else "netG"])
    return netG


def make_card(
    netG: Generator,
    config: PackConfig,
    training: Mapping[str, Any],
    chroma_gain: float = 1.0,
    base: ModelCard | None = None,
    learned: Sequence[Picture] = (),
) -> ModelCard:
    """The card of a trained generator, without figures and failures.

    Args:
        netG: the generator.
        config: its names, licence, sources.
        training: what is to be known of the run; its stage is made of it.
        chroma_gain: factor on the output.
        base: the card of the pack that the run started from; its stages and sources come before those of the run.
        learned: the pictures that the run learned from; none: the sources are those of the base.
    """
    return ModelCard(
        id=config.id,
        version=config.version,
        name={"en": config.name_en, "ko": config.name_ko},
        description={"en": config.description_en, "ko": config.description_ko},
        architecture=netG.architecture,
        arguments=dict(netG.arguments),
        multiple_of=netG.multiple_of,
        uses_hints=netG.uses_hints,
        noise_channels=netG.noise_channels,
        noise_probability=netG.noise_rate if netG.noise_channels else 0.0,
        norm_mode="batch" if netG.norm_mode == "batch" else "running",
        render_size=config.render_size,
        chroma_gain=chroma_gain,
        licence=config.licence,
        training=dict(training),
        base_pack=base.reference if base else None,
        sources=sources_of(config, learned, base) if learned else base.origins if base else (),
        stages=_stages(training, base),
    )


def _stages(training: Mapping[str, Any], base: ModelCard | None) -> tuple[Stage, ...]:
    """The stages of the base, and that of the run; of a chain that is too long for a card the newest."""
    stage = stage_of_record(training)
    if base is None:
        return (stage,) if stage else ()
    before = base.history_as_base
    return (*before, *([replace(stage, base="")] if stage else []))[-MOST_STAGES:]


def save_pack(path: Path, card: ModelCard, netG: Generator, base: Pack | None) -> None:
    """Write a pack; the graph is that of the base pack if the architecture is the same, else exported."""
    same = base is not None and (base.card.architecture, base.card.arguments) == (card.architecture, card.arguments)
    graph = base.graph() if base is not None and same else _exported_graph(netG)
    write_pack(path, card, {name: value.numpy() for name, value in graph_weights(netG).items()}, graph)


def _exported_graph(netG: Generator) -> bytes:
    return _graph_of(netG.architecture, tuple(sorted(netG.arguments.items())))


@cache
def _graph_of(architecture: str, arguments: tuple[tuple[str, int | float | bool | str], ...]) -> bytes:
    """The graph depends on the architecture alone, and exporting takes seconds."""
    return export_graph(build_generator(architecture, dict(arguments)))


def base_pack(config: TrainingConfig) -> Pack | None:
    """The pack that a run started from, if it did."""
    return find_pack(config.generator.init_from) if config.generator.init_from else None


def keep_base(folder: RunFolder, config: TrainingConfig) -> None:
    """Copy the pack that a run begins with into its folder: it is needed to its end, and may be removed meanwhile.

    Raises:
        PackError: there is no such pack.
        OSError: it cannot be copied; nothing is left half-written.
    """
    base = None if folder.base_path.is_file() else base_pack(config)
    if base is not None:
        with replace_atomically(folder.base_path) as temporary:
            shutil.copyfile(base.path, temporary)


def with_kept_base(folder: RunFolder, config: TrainingConfig) -> TrainingConfig:
    """The configuration with the run's own copy of the pack that it begins with, if there is one."""
    if not config.generator.init_from or not folder.base_path.is_file():
        return config
    return replace(config, generator=replace(config.generator, init_from=str(folder.base_path)))


@contextmanager
def opened_model(model: str) -> Iterator[Pack]:
    """The pack that `model` means: a pack's id or path, a run folder (its pack or last checkpoint) or a checkpoint.

    A checkpoint becomes a temporary pack, so that everything is measured through the same back-end.

    Raises:
        ColorStudioError: there is nothing of the kind.
    """
    path = Path(model)
    if path.is_dir():
        folder = RunFolder(path)
        if folder.pack_path.exists():
            yield open_pack(folder.pack_path)
            return
        path = _last_checkpoint(folder)
    if path.suffix != CHECKPOINT_SUFFIX:
        yield find_pack(model)
        return
    config = RunFolder(path.parent.parent).read_config()
    with tempfile.TemporaryDirectory() as temporary:
        pack_path = Path(temporary) / "checkpoint.cspack"
        netG = generator_from_checkpoint(path)
        save_pack(pack_path, make_card(netG, config.pack, {}), netG, None)
        yield open_pack(pack_path)


def _last_checkpoint(folder: RunFolder) -> Path:
    steps = folder.checkpoint_steps()
    if not steps:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "{path} is not a training run with a checkpoint or a model."), path=folder.path
        )
    return folder.checkpoint_path(steps[-1])
