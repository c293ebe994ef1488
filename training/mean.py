"""The mean of the weights of several packs: a run that learns nothing and errs less than each of its parts.

Weights that were reached from one another, or from the same beginning, with low rates lie in one basin; their mean errs
less than each of them and costs nothing when it is used (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.inference.card import ModelCard
from colorstudio.inference.card_parts import MOST_SOURCES, MOST_STAGES, Source, Stage
from colorstudio.inference.pack import Pack
from colorstudio.networks.generators import Generator
from training.packs import find_pack, generator_from_pack


def mean_generator(shares: Mapping[str, float]) -> Generator:
    """The generator with the weighted mean of the weights of packs.

    Args:
        shares: ids or paths of packs of one network, and how much each counts, in any unit above 0.

    Raises:
        ColorStudioError: there is no such pack, or one is of another network.
    """
    packs = [find_pack(model) for model in shares]
    netG = generator_from_pack(packs[0])
    weights = mean_weights(packs, [*shares.values()])
    netG.load_state_dict({name: torch.from_numpy(array) for name, array in weights.items()}, strict=False)
    return netG


def mean_weights(packs: Sequence[Pack], shares: Sequence[float]) -> dict[str, NDArray[np.float32]]:
    """The mean of the weights of packs, float32 in the shapes that they have.

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
    parts = np.asarray(shares, np.float64) / np.sum(shares)
    return {
        name: np.tensordot(parts, np.stack([state[name] for state in states]), 1).astype(np.float32)
        for name in states[0]
    }


def card_of_all(cards: Sequence[ModelCard]) -> ModelCard:
    """The last of some cards, with the stages and sources of all of them, each once: what a mean is made from."""
    return replace(cards[-1], stages=_stages_of_all(cards), sources=_sources_of_all(cards))


def _stages_of_all(cards: Sequence[ModelCard]) -> tuple[Stage, ...]:
    """What led to several cards comes once; a stage that does not stand behind its own base names it."""
    found: dict[Stage, Stage] = {}
    for card in cards:
        before: Stage | None = None
        for stage in card.history_as_base:
            if stage not in found:
                apart = before is not None and before != next(reversed(found))
                found[stage] = replace(stage, base=before.pack) if before and apart else stage
            before = stage
    return tuple(found.values())[-MOST_STAGES:]


def _sources_of_all(cards: Sequence[ModelCard]) -> tuple[Source, ...]:
    sources: list[Source] = []
    for card in reversed(cards):
        sources += [source for source in card.origins if source.name not in [each.name for each in sources]]
    return tuple(sources)[:MOST_SOURCES]
