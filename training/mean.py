"""The mean of the weights of several runs: a stage of a build that learns nothing and errs less than each of its parts.

Weights that were reached from one another, or from the same beginning, with low rates lie in one basin; their mean errs
less than each of them and costs nothing when it is used (Wortsman et al. 2022, "Model soups"; local SGD where the parts
learned side by side).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.inference.card_parts import MOST_SOURCES, MOST_STAGES, Source, Stage
from colorstudio.inference.pack import Pack, open_pack
from training.data import load_data
from training.distributed import ALONE
from training.finish import finish
from training.packs import generator_from_pack, make_card, save_pack
from training.precision import choose_precision, prepare_torch
from training.reporter import Reporter

Parts = Sequence[tuple[RunFolder, float]]
"""Runs whose plain weights are kept, and how much each counts, in any unit."""


def make_mean(folder: RunFolder, config: TrainingConfig, parts: Parts) -> None:
    """Write the mean of the plain weights of some runs to a run folder, and the pack of it as a run's end does.

    Args:
        folder: of the stage; its configuration is there.
        config: says what the pack is called, and on which pictures its gain is chosen and it is measured; it begins
            with the plain weights of that folder.
        parts: at least one, in the order in which they were learned.

    Raises:
        ColorStudioError: a part or the pictures are damaged, or the parts are not of one network.
        OSError: it cannot be written.
    """
    reporter = Reporter(folder, None)
    with folder.locked():
        _save_mean(folder, config, [open_pack(part.weights_path) for part, _ in parts], [share for _, share in parts])
        precision = choose_precision(config.device, config.amp, ALONE)
        prepare_torch(precision, config.threads, config.seed)
        data = load_data(config, lambda what, done, total: reporter.progress("preparing", done, total, what=what))
        netG = generator_from_pack(open_pack(folder.weights_path)).to(precision.device)
        mean_of = {part.path.name: share for part, share in parts}
        finish(folder, config, netG, data, precision, reporter, mean_of)


def _save_mean(folder: RunFolder, config: TrainingConfig, packs: Sequence[Pack], shares: Sequence[float]) -> None:
    """Write the mean as the plain weights of a stage; its card has the stages and sources of all its parts."""
    netG = generator_from_pack(packs[0])
    tensors = {name: torch.from_numpy(array) for name, array in mean_weights(packs, shares).items()}
    netG.load_state_dict(tensors, strict=False)  # packs have no counters of batches
    card = make_card(netG, config.pack, {"data": config.pack.training_data})
    card = dataclasses.replace(card, stages=_all_stages(packs), sources=_all_sources(packs))
    save_pack(folder.weights_path, card, netG, packs[0])


def mean_weights(packs: Sequence[Pack], shares: Sequence[float]) -> dict[str, NDArray[np.generic]]:
    """The mean of the weights of packs, in the type of the first one's.

    Args:
        packs: of one network.
        shares: how much each counts, in any unit.

    Raises:
        TrainingError: a pack has other weights than the first one.
    """
    states = [pack.weights() for pack in packs]
    shapes = [{name: array.shape for name, array in state.items()} for state in states]
    for pack, found in zip(packs, shapes, strict=True):
        if found != shapes[0]:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "{path} is not of the same network as {other}; there is no mean of both."),
                path=pack.path,
                other=packs[0].path,
            )
    total = sum(shares)
    mean: dict[str, NDArray[np.generic]] = {}
    for name, first in states[0].items():
        rows = [state[name].astype(np.float64) * (share / total) for state, share in zip(states, shares, strict=True)]
        mean[name] = np.sum(rows, axis=0).astype(first.dtype)
    return mean


def _all_stages(packs: Sequence[Pack]) -> tuple[Stage, ...]:
    """The stages on the way to the parts, each once and called by its pack; what led to several comes first."""
    stages = dict.fromkeys(stage for pack in packs for stage in pack.card.history_as_base)
    return tuple(stages)[-MOST_STAGES:]


def _all_sources(packs: Sequence[Pack]) -> tuple[Source, ...]:
    """The sources of the parts, each once."""
    sources: dict[str, Source] = {}
    for source in (source for pack in packs for source in pack.card.origins):
        sources.setdefault(next(iter(source.name.values()), ""), source)
    return tuple(sources.values())[:MOST_SOURCES]
