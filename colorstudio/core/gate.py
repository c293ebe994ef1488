"""The gate at the end of a run: is the new model better than the one that it began with?

The trainer measures both on pictures that neither learned from in this run (`training.gate`) and writes a
`GateReport`; the verdict follows from it here, by rules that are the same for everybody:

- Pictures are compared in pairs: the same picture, coloured by both. Pictures of one roll or book resemble each
  other, so a roll counts as one witness where there are enough of them.
- A difference counts if chance alone would seldom give it (`CHANCE`) and if an eye could notice it (`Measure.least`).
- The colour difference to the truth (CIEDE2000) decides. Paler is safer by that measure, since a grey mistake is a
  small one; so a model that only wins by becoming paler does not win.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.figures import Figures
from colorstudio.core.gate_statistics import bootstrap_interval, sign_flip_chance

GATE_FORMAT = 1
GATE_FILE, GATE_FOLDER = "gate.json", "gate"
"""In a run folder: the report, and the pictures of the blind comparison."""

CHANCE = 0.05
"""A difference that chance gives more often than this is none."""

FEWEST = 6
"""Fewer units than this cannot show anything: even if all agree, chance does that once in 16 or more often."""

OVERFIT = 0.5
"""Gain (in CIEDE2000) on learned pictures beyond that on others from which a model has learned them by heart."""


@dataclass(frozen=True)
class MeasuredPicture:
    """One picture with the scores of the new model, of the base and of grey.

    Attributes:
        name: below the parent of the data folder.
        group: the roll or book that it belongs to.
        truth_chroma: mean chroma of the true colours.
    """

    name: str
    group: str
    model: Figures
    base: Figures
    grey: Figures
    truth_chroma: float


@dataclass(frozen=True)
class BlindPair:
    """A picture to be judged by eye: files relative to the run folder."""

    name: str
    truth: str
    model: str
    base: str


@dataclass(frozen=True)
class GateReport:
    """What was measured at the end of a run.

    Attributes:
        model: reference of the new pack.
        base: reference of the pack that it is compared with; '': grey.
        base_names: its names by language.
        held_out: pictures that the run did not learn from.
        learned: about as many that it did.
        pairs: pictures for the blind comparison.
        alike: held-out pictures that were passed over for it, since both results look the same.
    """

    model: str
    base: str
    base_names: dict[str, str] = field(default_factory=dict)
    held_out: tuple[MeasuredPicture, ...] = ()
    learned: tuple[MeasuredPicture, ...] = ()
    pairs: tuple[BlindPair, ...] = ()
    alike: int = 0

    def to_json(self) -> dict[str, Any]:
        """A JSON object from which `from_json` makes an equal report."""
        return {"format": GATE_FORMAT, **dataclasses.asdict(self)}

    @classmethod
    def read(cls, run: Path) -> GateReport | None:
        """The report of the run in a folder; None: it was not measured.

        Raises:
            TrainingError: it cannot be read.
        """
        try:
            data = json.loads((run / GATE_FILE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise _unreadable(error) from error
        return cls.from_json(data)

    @classmethod
    def from_json(cls, data: Any) -> GateReport:
        """Read what `to_json` gave.

        Raises:
            TrainingError: something else, or of a newer version.
        """
        try:
            if not isinstance(data, Mapping) or data.get("format") != GATE_FORMAT:
                raise msgspec.ValidationError("format")
            return msgspec.convert(dict(data), cls, strict=False)
        except msgspec.ValidationError as error:
            raise _unreadable(error) from error


def _unreadable(error: Exception) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "The comparison of this training cannot be read ({reason}); repeat it."),
        reason=error,
    )


@dataclass(frozen=True)
class Measure:
    """One way to compare two results with the truth.

    Attributes:
        key: its name.
        distance: how far a result is from the truth in one picture; less is better.
        shown: the figure that a person is shown, from all pictures and one side's scores.
        least: smallest mean difference that counts.
    """

    key: str
    distance: Callable[[Figures, float], float]
    shown: Callable[[Sequence[Figures], Sequence[float]], float]
    least: float


def _mean(name: str) -> Callable[[Sequence[Figures], Sequence[float]], float]:
    return lambda scores, _: float(np.mean([getattr(each, name) for each in scores]))


def _chroma_ratio(scores: Sequence[Figures], truths: Sequence[float]) -> float:
    return float(sum(each.chroma for each in scores) / max(sum(truths), 1e-6))


COLOUR, CHROMA, VIVIDNESS, PIXELS = "delta_e2000", "chroma_error", "vividness", "psnr"

MEASURES = (
    Measure(COLOUR, lambda s, truth: s.delta_e2000, _mean("delta_e2000"), 0.1),
    Measure(CHROMA, lambda s, truth: s.chroma_error, _mean("chroma_error"), 0.1),
    Measure(VIVIDNESS, lambda s, truth: abs(s.chroma - truth), _chroma_ratio, 0.3),
    Measure(PIXELS, lambda s, truth: -s.psnr, _mean("psnr"), 0.1),
)
"""The first decides."""


class Outcome(Enum):
    """What one measure says about the new model."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    """No difference that could not be chance, or none that an eye would notice."""
    UNKNOWN = "unknown"
    """There are too few pictures to say."""


@dataclass(frozen=True)
class Judgement:
    """What one measure says.

    Attributes:
        measure: key of the measure.
        model, base, grey: figures for a person.
        outcome: what follows.
        nearer, farther: pictures in which the new model is nearer to the truth, and farther from it.
        change: mean change of the distance to the truth; below 0 is nearer.
        low, high: its 95 % interval.
        chance: how often chance alone gives such a difference, 0..1.
    """

    measure: str
    model: float
    base: float
    grey: float
    outcome: Outcome
    nearer: int
    farther: int
    change: float
    low: float
    high: float
    chance: float


@dataclass(frozen=True)
class Overfitting:
    """Whether the model does much better on what it learned than on what it did not.

    The difficulty of the two sets cancels out: both gains are against the base on the same pictures.

    Attributes:
        gain_learned, gain_held_out: mean CIEDE2000 by which the model is nearer to the truth than the base.
        is_named: whether that is to be called learning by heart.
    """

    gain_learned: float
    gain_held_out: float
    is_named: bool


class Finding(Enum):
    """What all measures say together."""

    WINS = "wins"
    PALER = "paler"
    """Nearer to the truth only because its colours are weaker."""
    UNDECIDED = "undecided"
    LOSES = "loses"
    WORSE_THAN_GREY = "worse than grey"
    TOO_FEW = "too few"
    UNMEASURED = "unmeasured"


@dataclass(frozen=True)
class Verdict:
    """The verdict of the figures.

    Attributes:
        finding: what they say together.
        judgements: of `MEASURES`, in their order; empty if nothing was measured.
        pictures, rolls: how many there were.
        by_roll: whether a roll counted as one witness; else each picture did, since there were few rolls.
        overfitting: None if it was not measured.
    """

    finding: Finding
    judgements: tuple[Judgement, ...] = ()
    pictures: int = 0
    rolls: int = 0
    by_roll: bool = False
    overfitting: Overfitting | None = None

    @property
    def decisive(self) -> Judgement:
        """The judgement that decides."""
        return self.judgements[0]

    def to_json(self) -> dict[str, Any]:
        """What the card of the model tells of it."""
        figures = {
            each.measure: {"model": round(each.model, 4), "base": round(each.base, 4), "outcome": each.outcome.value}
            for each in self.judgements
        }
        overfitting = bool(self.overfitting and self.overfitting.is_named)
        return {"finding": self.finding.value, "pictures": self.pictures, "overfitting": overfitting, **figures}


def judge(report: GateReport) -> Verdict:
    """Weigh what was measured."""
    pictures = report.held_out
    if not pictures:
        return Verdict(Finding.UNMEASURED)
    rolls = len({each.group for each in pictures})
    by_roll = FEWEST <= rolls < len(pictures)
    judgements = tuple(_judge(measure, pictures, by_roll) for measure in MEASURES)
    overfitting = _overfitting(report)
    finding = _finding(judgements, _against_grey(report, by_roll))
    return Verdict(finding, judgements, len(pictures), rolls, by_roll, overfitting)


def _finding(judgements: Sequence[Judgement], against_grey: Outcome) -> Finding:
    outcomes = {each.measure: each.outcome for each in judgements}
    colour = outcomes[COLOUR]
    if colour is Outcome.UNKNOWN:
        return Finding.TOO_FEW
    if colour is Outcome.WORSE:
        return Finding.LOSES
    if against_grey is Outcome.WORSE:
        return Finding.WORSE_THAN_GREY
    if colour is Outcome.SAME:
        return Finding.UNDECIDED
    vividness = next(each for each in judgements if each.measure == VIVIDNESS)
    is_paler = vividness.outcome is Outcome.WORSE and vividness.model < vividness.base
    return Finding.PALER if is_paler else Finding.WINS


def _against_grey(report: GateReport, by_roll: bool) -> Outcome:
    """How the new model stands against no colour at all; where grey is the base, the main comparison says it."""
    if not report.base:
        return Outcome.SAME
    against = [dataclasses.replace(each, base=each.grey) for each in report.held_out]
    return _judge(MEASURES[0], against, by_roll).outcome


def _judge(measure: Measure, pictures: Sequence[MeasuredPicture], by_roll: bool) -> Judgement:
    changes = [
        measure.distance(each.model, each.truth_chroma) - measure.distance(each.base, each.truth_chroma)
        for each in pictures
    ]
    units = _units(pictures, changes, by_roll)
    totals, counts = [sum(unit) for unit in units], [len(unit) for unit in units]
    change, chance = float(np.mean(changes)), sign_flip_chance(totals)
    truths = [each.truth_chroma for each in pictures]
    return Judgement(
        measure.key,
        measure.shown([each.model for each in pictures], truths),
        measure.shown([each.base for each in pictures], truths),
        measure.shown([each.grey for each in pictures], truths),
        _outcome(change, chance, len(units), measure.least),
        sum(value < 0 for value in changes),
        sum(value > 0 for value in changes),
        change,
        *bootstrap_interval(totals, counts),
        chance,
    )


def _units(pictures: Sequence[MeasuredPicture], values: Sequence[float], by_roll: bool) -> list[list[float]]:
    """The values of each witness: of a roll, or of a picture."""
    if not by_roll:
        return [[value] for value in values]
    units: dict[str, list[float]] = {}
    for picture, value in zip(pictures, values, strict=True):
        units.setdefault(picture.group, []).append(value)
    return list(units.values())


def _outcome(change: float, chance: float, units: int, least: float) -> Outcome:
    if units < FEWEST:
        return Outcome.UNKNOWN
    if chance > CHANCE or abs(change) < least:
        return Outcome.SAME
    return Outcome.BETTER if change < 0 else Outcome.WORSE


def _overfitting(report: GateReport) -> Overfitting | None:
    if not report.learned or not report.held_out:
        return None
    learned, held_out = (
        [each.base.delta_e2000 - each.model.delta_e2000 for each in pictures]
        for pictures in (report.learned, report.held_out)
    )
    gains = float(np.mean(learned)), float(np.mean(held_out))
    # The gap is sure if the interval of the gain on learned pictures lies above that on the others.
    is_sure = bootstrap_interval(learned, [1] * len(learned))[0] > bootstrap_interval(held_out, [1] * len(held_out))[1]
    enough = min(len(learned), len(held_out)) >= FEWEST
    return Overfitting(*gains, is_named=enough and is_sure and gains[0] - gains[1] > OVERFIT)
