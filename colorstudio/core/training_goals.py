"""From what an archivist answers to the configuration of a training run.

Everything here is arithmetic on plain values: no files are read and no process is asked.
"""

from __future__ import annotations

import dataclasses
import hashlib
import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.core.training_messages import (
    ENOUGH,
    FEW,
    TOO_FEW,
    UNUSABLE,
    CheckReport,
    Estimate,
    PictureFinding,
)
from colorstudio.core.training_sections import ConfigValue

HELD_OUT_EVERY = 10
"""One group in so many is set aside. The shipped packs' one in 20 leaves a collection of 300 slides with 15 pictures to
be judged by, too few to tell a better model from luck."""

SECONDS_BETWEEN_CHECKPOINTS = 600
"""What a power cut may cost."""

QUICK_SECONDS = 600
"""How long a quick try takes."""

LOOKS = 20
"""How often a run looks at its held-out pictures, if its recipe does not say."""

_LEFT_OUT_AT_FIRST = (*UNUSABLE, "grey", "toned", "duplicate")
"""Problems for which a picture is left out until the archivist decides otherwise."""

_TREE_SEPARATOR = "."


class Goal(StrEnum):
    """What the archivist wants; the values are the names of the recipes."""

    FINE_TUNE = "finetune"
    QUICK = "quick"
    PAPER = "victorian400"


class Verdict(StrEnum):
    """Are there enough pictures, and what can be expected of them?"""

    NONE = "none"
    TOO_FEW = "too few"
    FEW = "few"
    FAIR = "fair"
    ENOUGH = "enough"


@dataclass(frozen=True)
class Selection:
    """Which of the checked pictures a run uses.

    Attributes:
        report: what the check found.
        left_out: names of the pictures that are not used.
    """

    report: CheckReport
    left_out: frozenset[str]

    @classmethod
    def proposed(cls, report: CheckReport) -> Selection:
        """What is used until the archivist decides otherwise."""
        return cls(report, frozenset(each.name for each in report.pictures if each.problem in _LEFT_OUT_AT_FIRST))

    def with_kept(self, names: Iterable[str], is_kept: bool) -> Selection:
        """With some pictures kept or left out; what cannot be used stays left out."""
        if not is_kept:
            return Selection(self.report, self.left_out.union(names))
        fixed = (each.name for each in self.report.pictures if not can_be_kept(each))
        return Selection(self.report, self.left_out.difference(names).union(fixed))

    @cached_property
    def kept(self) -> tuple[PictureFinding, ...]:
        """The pictures that are used, to learn from or to measure on."""
        return tuple(each for each in self.report.pictures if each.name not in self.left_out)

    @cached_property
    def learned(self) -> int:
        """How many pictures are learned from."""
        return sum(not each.held_out for each in self.kept)

    @cached_property
    def held_out(self) -> int:
        """How many pictures are set aside to measure on."""
        return sum(each.held_out for each in self.kept)

    @property
    def verdict(self) -> Verdict:
        """Whether the pictures that are used suffice."""
        count = len(self.kept)
        if count == 0 or self.learned == 0:
            return Verdict.NONE
        limits = (TOO_FEW, Verdict.TOO_FEW), (FEW, Verdict.FEW), (ENOUGH, Verdict.FAIR)
        return next((verdict for limit, verdict in limits if count < limit), Verdict.ENOUGH)


def can_be_kept(finding: PictureFinding) -> bool:
    """Whether the archivist may decide to use a picture."""
    return finding.problem not in UNUSABLE


@dataclass(frozen=True)
class Answers:
    """What the archivist answered.

    Attributes:
        selection: which pictures.
        base: reference of the pack to start from; '' for the recipe's own.
        name: of the model, in the archivist's own words.
        licence: SPDX identifier or a few words.
        source: where the pictures come from and whose they are.
        steps: length of the run; 0: as the recipe says.
        threads: of the CPU; 0: all.
    """

    selection: Selection
    base: str = ""
    name: str = ""
    licence: str = ""
    source: str = ""
    steps: int = 0
    threads: int = 0


def configure(
    recipe: TrainingConfig, answers: Answers, changes: Mapping[str, Any] | None = None, taken: Collection[str] = ()
) -> TrainingConfig:
    """The configuration of a run.

    Args:
        recipe: what the goal stands for.
        answers: of the archivist.
        changes: values set one by one, by dotted name (`optimizer.lr`); they win over everything else.
        taken: ids of packs that there are already.

    Raises:
        TrainingError: a changed value is not valid.
    """
    tree = recipe.to_dict()
    tree["data"] |= _data_values(answers.selection)
    tree["pack"] |= _pack_values(answers, taken)
    tree["threads"] = answers.threads
    if "epochs" in (changes or {}):
        tree["steps"] = 0
    if answers.base and tree["generator"]["init_from"]:
        tree["generator"]["init_from"] = answers.base
    changed = dict(changes or {})
    learned = answers.selection.learned
    natural = natural_steps(from_dict(with_values(tree, changed)), learned)
    tree |= _length_values(tree, natural, answers.steps or natural, learned)
    return from_dict(with_values(tree, changed))


def natural_steps(config: TrainingConfig, pictures: int) -> int:
    """How many steps a configuration means for so many pictures."""
    return config.steps or config.epochs * max(1, math.ceil(pictures / config.batch_size))


def _data_values(selection: Selection) -> dict[str, Any]:
    return {
        "folders": list(selection.report.folders),
        "layout": "auto",
        "left_out": sorted(selection.left_out),
        "held_out_every": HELD_OUT_EVERY,
        "join_duplicates": True,
        "minimum_chroma": 0.0,  # grey pictures are left out by name, unless the archivist keeps them
    }


def _pack_values(answers: Answers, taken: Collection[str]) -> dict[str, Any]:
    name = answers.name.strip()
    values: dict[str, Any] = {
        "id": pack_id(name, taken),
        "version": "1.0",
        "licence": answers.licence.strip() or "unknown",
        "training_data": answers.source.strip(),
        "sources": [],
        "failures": [],
        "description_en": "",
        "description_ko": "",
    }
    return values | ({"name_en": name, "name_ko": name} if name else {})


def _length_values(tree: Mapping[str, Any], natural: int, steps: int, pictures: int) -> dict[str, Any]:
    """A run of another length than its recipe's looks as often at its pictures, and warms up as long in proportion."""
    share = steps / natural
    shorter = min(1.0, share)
    looks, rates, loss = tree["validation"], tree["optimizer"], tree["loss"]
    every = {key: _scaled(looks[key], share) or max(1, steps // LOOKS) for key in ("every", "sample_every")}
    return {
        "steps": steps,
        "epochs": max(1, round(steps * tree["batch_size"] / max(1, pictures))),
        "validation": looks | every,
        "optimizer": rates | {"warm_up_steps": _scaled(rates["warm_up_steps"], shorter)},
        "loss": loss | {"ramp": _scaled(loss["ramp"], shorter)},
        "checkpoint_every": min(tree["checkpoint_every"], max(1, steps)),
    }


def _scaled(value: int, share: float) -> int:
    return max(1, round(value * share)) if value else 0


def with_values(tree: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of a configuration's tree with values set by dotted name (`optimizer.lr`)."""
    result = {key: dict(value) if isinstance(value, Mapping) else value for key, value in tree.items()}
    for name, value in values.items():
        *parents, last = name.split(_TREE_SEPARATOR)
        table = result
        for parent in parents:
            table[parent] = dict(table[parent])
            table = table[parent]
        table[last] = value
    return result


def value_of(config: TrainingConfig, name: str) -> ConfigValue | tuple[str, ...] | Mapping[str, ConfigValue] | None:
    """The value with a dotted name; None where an argument of the generator is not given."""
    value: Any = config
    for part in name.split(_TREE_SEPARATOR):
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part)
    found: ConfigValue | tuple[str, ...] | Mapping[str, ConfigValue] | None = value
    return found


# Time


def seconds_for(estimate: Estimate, steps: int) -> float:
    """How long a run of another length would take, by the estimate for one length."""
    return max(0.0, estimate.seconds + (steps - estimate.steps) * estimate.seconds_per_step)


def steps_within(estimate: Estimate, seconds: float) -> int:
    """How many steps can be made in a time; at least one."""
    return max(1, estimate.steps + math.floor((seconds - estimate.seconds) / estimate.seconds_per_step))


def checkpoint_interval(estimate: Estimate) -> int:
    """Steps between two checkpoints, so that a power cut costs minutes."""
    return max(1, round(SECONDS_BETWEEN_CHECKPOINTS / estimate.seconds_per_step))


def threads_beside_work(cores: int) -> int:
    """How many threads leave the computer usable for other work; 0 (all) where there is only one core."""
    return cores // 2 if cores > 1 else 0


def fits(config: TrainingConfig, estimate: Estimate, chosen: Collection[str] = ()) -> TrainingConfig:
    """The configuration, made to fit this machine by what was measured.

    Args:
        config: of the run.
        estimate: what was measured.
        chosen: names of values that the archivist set and that stay as they are.
    """
    every = min(checkpoint_interval(estimate), max(1, config.steps))
    if "checkpoint_every" not in chosen:
        config = dataclasses.replace(config, checkpoint_every=every)
    if estimate.micro_batch and "micro_batch" not in chosen:
        config = dataclasses.replace(config, micro_batch=estimate.micro_batch)
    return config


# Names


def pack_id(name: str, taken: Collection[str] = ()) -> str:
    """An id for a model with that name, other than those that are taken: small Latin letters, digits and hyphens.

    A name without Latin letters (a Korean one) gets an id of its own that is always the same.
    """
    letters = (each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    plain = "".join(letters).lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
    if not re.search("[a-z]", words):
        digest = hashlib.sha1(unicodedata.normalize("NFC", name).encode(), usedforsecurity=False).hexdigest()
        words = f"model-{digest[:6]}" if name.strip() else "own"
    return _free(words, taken)


def run_name(name: str, taken: Collection[str] = ()) -> str:
    """The name of a folder for a run, other than those that are taken: letters of any language, digits and hyphens."""
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", name), flags=re.UNICODE).strip("-_")[:60]
    return _free(words or "training", taken)


def _free(words: str, taken: Collection[str]) -> str:
    known = {each.casefold() for each in taken}
    numbered = (words if number == 1 else f"{words}-{number}" for number in range(1, len(known) + 2))
    return next(each for each in numbered if each.casefold() not in known)
