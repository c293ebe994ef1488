"""The pictures of a run: listed, split, decoded, sorted out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_config import TrainingConfig
from training.batches import BatchMaker, Sampler, picture_weights
from training.cache import PictureCache, open_cache
from training.decode import Pixels
from training.selection import cache_folder, select_pictures
from training.sources import Picture
from training.validation import Example, make_examples, spread_indices

Report = Callable[[str, int, int], None]
"""Called with what is done, how many are done, and their total.

Pictures are 'compared', and then those for 'training' and for 'validation' decoded.
"""


@dataclass(frozen=True)
class LeftOut:
    """A picture that is not learned from, and why ('damaged', 'too small', 'grey', 'no partner', 'left out')."""

    name: str
    reason: str


@dataclass(frozen=True)
class RunData:
    """What a run learns from and is measured on.

    Attributes:
        maker: makes the batches.
        steps: length of the run; 0: it learns nothing.
        pictures: how many pictures are learned from.
        held_out: the held-out pictures.
        examples: those that are looked at while training; never empty.
        learned: as many that are learned from, for comparison; empty if the examples are such themselves.
        usable: all that are learned from.
        left_out: pictures that are not used.
        fingerprint: the same for the same pictures to learn from, wherever their folders lie.
    """

    maker: BatchMaker
    steps: int
    pictures: int
    held_out: list[Picture]
    examples: list[Example]
    learned: list[Example]
    usable: list[Picture]
    left_out: list[LeftOut]
    fingerprint: str


def load_data(config: TrainingConfig, report: Report) -> RunData:
    """Prepare the pictures that `config.data` names.

    Raises:
        TrainingError: a folder is missing or no picture can be learned from.
    """
    selection = select_pictures(config.data, lambda done, total: report("compared", done, total))
    learned, held_out = selection.learned, selection.held_out
    unused = [LeftOut(picture.name, picture.problem) for picture in selection.unused]
    folder, size = cache_folder(config.data), config.data.cache_size
    cache = open_cache(learned, size, folder, lambda done, total: report("training", done, total))
    usable, left_out = _sort_out(learned, cache, config.data.minimum_chroma)
    if not usable:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "None of the pictures in {path} can be learned from."),
            path=", ".join(config.data.folders),
        )
    weights = picture_weights([learned[i] for i in usable], config.data.weights)
    sampler = Sampler(weights, config.batch_size, config.seed)
    chosen = _choose_examples(held_out, config.validation.pictures)
    shown = open_cache(chosen, size, folder, lambda done, total: report("validation", done, total))
    examples = make_examples(_pixels(shown), config.validation.size)
    some = spread_indices(len(usable), len(examples) or config.validation.samples)
    seen = make_examples([cache.pixels(usable[i]) for i in some], config.validation.size)
    if not examples:  # a handful of pictures: better to look at what was learned than at nothing
        examples, seen = seen, []
    steps = 0 if config.generator.mean_of else config.steps or config.epochs * sampler.steps_per_epoch()
    maker, used = BatchMaker(cache, usable, sampler, config, steps), [learned[i] for i in usable]
    names = [picture.name for picture in used]
    return RunData(maker, steps, len(used), held_out, examples, seen, used, unused + left_out, _fingerprint(names))


def other_pictures(config: TrainingConfig) -> TrainingError:
    """The error of a run whose folders do not hold the pictures any more that it learned from."""
    return TrainingError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The pictures in {path} are no longer those that the run began with; "
            "put them back as they were, or start a new run.",
        ),
        path=", ".join(config.data.folders),
    )


def _fingerprint(names: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps([len(names), *names]).encode()).hexdigest()


def _sort_out(
    pictures: Sequence[Picture], cache: PictureCache, minimum_chroma: float
) -> tuple[list[int], list[LeftOut]]:
    usable, left_out = [], []
    for index, (picture, entry) in enumerate(zip(pictures, cache.entries, strict=True)):
        problem = entry.problem or ("grey" if entry.spread < minimum_chroma else "")
        if problem:
            left_out.append(LeftOut(picture.name, problem))
        else:
            usable.append(index)
    return usable, left_out


def _choose_examples(held_out: Sequence[Picture], wanted: int) -> list[Picture]:
    return [held_out[i] for i in spread_indices(len(held_out), wanted)]


def _pixels(cache: PictureCache) -> list[Pixels]:
    return [cache.pixels(i) for i, entry in enumerate(cache.entries) if entry.channels]
