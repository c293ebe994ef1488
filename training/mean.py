"""The mean of the weights of several packs: a run that learns nothing.

Weights that were reached from one another, or from the same beginning, with low rates lie in one basin; at the same
chroma their mean usually errs less than each of them, and it costs nothing when it is used (Wortsman et al. 2022,
"Model soups").
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
        TrainingError: a pack is of another network than the first one.
    """
    states = [pack.weights() for pack in packs]
    kinds = [
        (pack.card.architecture, pack.card.arguments, {name: array.shape for name, array in state.items()})
        for pack, state in zip(packs, states, strict=True)
    ]
    for pack, kind in zip(packs, kinds, strict=True):
        if kind != kinds[0]:
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
    found: dict[Stage, Stage] = {}  # by what was done, wherever it stands
    for card in cards:
        before = ""
        for stage in card.history_as_base:
            base, done = stage.base or before, replace(stage, base="")
            if done not in found:
                stands_behind_it = bool(found) and next(reversed(found)).pack == base
                found[done] = done if stands_behind_it or stage.mean_of else replace(stage, base=base)
            before = stage.pack
    return tuple(found.values())[-MOST_STAGES:]


def _sources_of_all(cards: Sequence[ModelCard]) -> tuple[Source, ...]:
    """The sources of the last card first; of one that several name, the largest number of pictures."""
    sources: list[Source] = []
    for source in (source for card in reversed(cards) for source in card.origins):
        same = next((each for each in sources if each.name == source.name), None)
        if same is None:
            sources.append(source)
        elif source.pictures > same.pictures:
            sources[sources.index(same)] = source
    return tuple(sources)[:MOST_SOURCES]
