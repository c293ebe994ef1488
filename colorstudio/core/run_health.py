"""Is a run well? Findings in plain language, each with what to do about it.

The rules look at what the events told (`RunRecord`) and nothing else. Their thresholds are wide on purpose: the losses
of a GAN jump about, and a warning that comes for nothing is not believed when it matters.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.run_findings import WORDS, FindingWords
from colorstudio.core.run_record import RunRecord
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig

Number = TypeVar("Number", float, NDArray[np.float64])


class Severity(IntEnum):
    """How much a finding matters."""

    GOOD = 0
    INFO = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True)
class Finding:
    """Something about a run that the archivist should know.

    Attributes:
        kind: a key of `run_findings.WORDS`.
        severity: how much it matters.
        values: what the words are filled with.
    """

    kind: str
    severity: Severity
    values: dict[str, object] = field(default_factory=dict)

    @property
    def words(self) -> FindingWords:
        """Title, meaning and remedy as templates."""
        return WORDS[self.kind]

    def __str__(self) -> str:
        """All of it in English."""
        words = self.words
        return " ".join(f"{words.title}. {words.text} {words.remedy}".format(**self.values).split())


def assess(record: RunRecord, config: TrainingConfig, state: RunState, now: float) -> tuple[Finding, ...]:
    """What there is to say about a run, never nothing: the gravest first, or how it goes if nothing is wrong.

    Args:
        record, config, state: what it told, what it was to do, what it is doing.
        now: the time, seconds since 1970.
    """
    run = _Run(record, config, state, now)
    rules = _RULES + (() if run.is_finished else _RULES_OF_UNFINISHED_RUNS)
    rules += _RULES_OF_LIVING_RUNS if state.phase.is_alive else ()
    findings = [finding for rule in rules for finding in rule(run)]
    if all(finding.severity < Severity.WARNING for finding in findings):
        return (_how_it_goes(run), *findings)
    return tuple(sorted(findings, key=lambda finding: -finding.severity))


def chance_loss(gan_mode: str) -> float:
    """The discriminator's mean loss when it can only guess: at D(x) = 1/2, or at a score of 0 with 'hinge'."""
    return {"lsgan": 0.25, "hinge": 1.0}.get(gan_mode, math.log(2))


def balance(loss_D: Number, gan_mode: str) -> Number:
    """Who is winning: 0 the generator, 0.5 nobody (D guesses, where the game of the paper ends), 1 the discriminator.

    Args:
        loss_D: mean of the discriminator's losses on real and on made-up pictures.
        gan_mode: as in `LossConfig`.
    """
    share: Number = 1.0 - np.clip(loss_D / (2 * chance_loss(gan_mode)), 0.0, 1.0)
    return share


@dataclass(frozen=True)
class _Run:
    record: RunRecord
    config: TrainingConfig
    state: RunState
    now: float

    @property
    def progress(self) -> float:
        return self.record.step / self.state.steps if self.state.steps else 0.0

    @property
    def is_finished(self) -> bool:
        return self.state.phase is RunPhase.FINISHED

    def errors(self) -> list[float]:
        """Mean dE2000 of the held-out pictures at each measurement."""
        return [m.result["delta_e2000"] for m in self.record.measurements if "delta_e2000" in m.result]

    @property
    def grey_error(self) -> float:
        """That of pictures without colour."""
        return self.record.measurements[-1].grey.get("delta_e2000", math.inf)


# What happened


def _disk_full(run: _Run) -> Iterator[Finding]:
    event = run.record.newest("disk_full")
    if run.state.phase is RunPhase.WAITING and event is not None:
        values: dict[str, object] = {"needed": _size(event.get("needed")), "free": _size(event.get("free"))}
        yield Finding("disk full", Severity.ERROR, values)


def _rolled_back(run: _Run) -> Iterator[Finding]:
    events = [event for event in run.record.notes if event.get("event") == "rolled_back"]
    for_memory = [event for event in events if event.get("reason") == "out of memory"]
    without_limit = [event for event in events if event not in for_memory]
    if for_memory:
        yield Finding("went back", Severity.INFO, {"step": for_memory[-1].get("to", 0)})
    if without_limit:
        newest, severity = without_limit[-1], Severity.WARNING if len(without_limit) > 1 else Severity.INFO
        yield Finding(
            "rolled back", severity, {"step": newest.get("to", 0), "percent": _percent(newest.get("rate", 1))}
        )


def _sized_down(run: _Run) -> Iterator[Finding]:
    event = run.record.newest("sized_down")
    if event is not None:
        values: dict[str, object] = {"batch": event.get("batch_size", 0), "part": event.get("micro_batch", 0)}
        yield Finding("sized down", Severity.INFO, values)


def _slept(run: _Run) -> Iterator[Finding]:
    event = run.record.newest("slept")
    if event is not None and run.record.newest_time - float(event.get("time", 0)) < 3600:
        yield Finding("slept", Severity.INFO, {"minutes": max(1, round(float(event.get("seconds", 0)) / 60))})


def _few_pictures(run: _Run) -> Iterator[Finding]:
    event = run.record.newest("few_pictures")
    if event is not None:
        values: dict[str, object] = {"pictures": event.get("pictures", 0), "enough": event.get("enough", 0)}
        yield Finding("few pictures", Severity.INFO, values)


# The game of the two networks

_WINNING, _LOSING = 0.85, 0.42
_ENOUGH_STEPS = 60


def _game(run: _Run) -> Iterator[Finding]:
    losses = run.record.series["loss_D"]
    if losses.count < _ENOUGH_STEPS:
        return
    share = balance(losses.recent(), run.config.loss.gan_mode)
    if share > _WINNING:
        yield Finding("discriminator winning", Severity.WARNING)
    elif share < _LOSING:
        yield Finding("discriminator losing", Severity.WARNING)


# What is learned

_RISE = 1.01
"""A rise of dE2000 that three measurements in a row must show; single ones differ by as much."""


def _not_learning(run: _Run) -> Iterator[Finding]:
    errors = run.errors()
    if len(errors) >= 3 and run.progress >= 0.2 and min(errors) >= 0.99 * run.grey_error:
        yield Finding("not learning", Severity.WARNING)


def _overfitting(run: _Run) -> Iterator[Finding]:
    errors = run.errors()
    best = int(np.argmin(errors)) if errors else 0
    since = errors[best + 1 :]
    if len(since) < 3 or min(since[-3:]) < _RISE * errors[best]:
        return
    percent = max(1, round(100 * (errors[-1] / errors[best] - 1)))
    kind = "overfitting" if _gets_better_on_known(run, best) else "getting worse"
    if run.is_finished:
        kind = "overfitted"
    yield Finding(kind, Severity.WARNING, {"step": run.record.measurements[best].step, "percent": percent})


def _gets_better_on_known(run: _Run, best: int) -> bool:
    """Whether the pictures that are learned from come out better now than when the others were at their best."""
    then, now = (run.record.measurements[at].learned.get("delta_e2000") for at in (best, -1))
    if then is not None and now is not None:
        return now <= then
    loss = run.record.series["loss_G_L1"]
    if loss.count < _ENOUGH_STEPS:
        return False
    at = int(np.searchsorted(loss.steps, run.record.measurements[best].step))
    smooth = loss.smoothed(0.1)
    return bool(smooth[-1] <= smooth[min(at, len(smooth) - 1)])


def _behind_base(run: _Run) -> Iterator[Finding]:
    base, errors = run.record.base.get("delta_e2000"), run.errors()
    enough = 1 if run.is_finished else 2
    if base is not None and len(errors) >= enough and run.progress >= 0.5 and min(errors[-2:]) > 1.005 * base:
        kind = "stayed behind base" if run.is_finished else "behind base"
        yield Finding(kind, Severity.WARNING, {"percent": max(1, round(100 * (errors[-1] / base - 1)))})


def _rate_too_high(run: _Run) -> Iterator[Finding]:
    series = run.record.series["loss_G_L1"]
    if series.count < 300:
        return
    smooth = series.smoothed(max(0.1, 60 / len(series)))  # single pictures differ by a factor of 2 and more
    lowest, now = float(smooth.min()), float(smooth[-1])
    if now > 1.6 * lowest > 0:
        yield Finding("rate too high", Severity.WARNING, {"percent": _percent(1 - lowest / now)})


def _colour_strength(run: _Run) -> Iterator[Finding]:
    if run.progress < 0.3 or not run.record.measurements:
        return
    ratio = run.record.measurements[-1].result.get("chroma_ratio", 0.6)
    if not 0.35 <= ratio <= 1.25:
        yield Finding("pale" if ratio < 0.35 else "gaudy", Severity.INFO, {"percent": _percent(ratio)})


# Time

_LONG_DAYS = 3.0


def _slowed_down(run: _Run) -> Iterator[Finding]:
    speeds = run.record.series["pictures_per_second"]
    if run.state.phase is not RunPhase.RUNNING or len(speeds) < _ENOUGH_STEPS:
        return
    usual, now = float(np.median(speeds.means)), speeds.recent(0.02, 10)
    if now < 0.5 * usual:
        yield Finding("slowed down", Severity.INFO, {"now": f"{now:.1f}", "usual": f"{usual:.1f}"})


def _takes_long(run: _Run) -> Iterator[Finding]:
    seconds = run.record.seconds_left
    if seconds is not None and seconds > _LONG_DAYS * 86400 and run.record.series["loss_G"].count >= 10:
        yield Finding("takes long", Severity.WARNING, {"days": round(seconds / 86400)})


_SILENT_SECONDS = 600.0
"""Longer than it takes to measure the model on the largest set of held-out pictures."""


def _silent(run: _Run) -> Iterator[Finding]:
    if run.state.phase is not RunPhase.RUNNING or not run.record.newest_time:
        return
    speed = run.record.series["pictures_per_second"].recent()
    between = run.state.steps / 1000 * run.config.batch_size / speed if speed > 0 else 0.0  # seconds between two events
    silence = run.now - run.record.newest_time
    if silence > max(_SILENT_SECONDS, 20 * between):
        yield Finding("silent", Severity.WARNING, {"minutes": round(silence / 60)})


# If nothing is wrong


_DOUBTFUL = 0.03
"""A smaller share of the base model's error may be chance: the measuring at the end, at full size, tells."""


def _how_it_goes(run: _Run) -> Finding:
    errors = run.errors()
    if not errors or errors[-1] >= run.grey_error:
        return _too_early(run)
    best = int(np.argmin(errors))
    if len(errors) - 1 - best >= 3 and run.progress > 0.3 and run.state.phase.is_alive:
        return Finding("plateau", Severity.INFO, {"step": run.record.measurements[best].step})
    grey: dict[str, object] = {"grey": max(1, _percent(1 - errors[-1] / run.grey_error))}
    base = run.record.base.get("delta_e2000")
    if base is not None and abs(base - errors[-1]) < _DOUBTFUL * base:
        return Finding("no better than base" if run.is_finished else "level with base", Severity.INFO, grey)
    if base is not None and errors[-1] < base:
        kind = "surpassed base" if run.is_finished else "ahead of base"
        return Finding(kind, Severity.GOOD, grey | {"base": max(1, _percent(1 - errors[-1] / base))})
    return Finding("learned" if run.is_finished else "learning", Severity.GOOD, grey)


def _too_early(run: _Run) -> Finding:
    every = run.config.validation.every
    if run.state.phase is RunPhase.STARTING:
        return Finding("starting", Severity.INFO)
    if run.record.measurements:
        return Finding("beginning", Severity.INFO)
    if run.state.phase in (RunPhase.FAILED, RunPhase.FINISHED):
        return Finding("never measured", Severity.INFO)
    if run.record.step < every <= run.state.steps:
        return Finding("too early", Severity.INFO, {"step": every})
    return Finding("not measured", Severity.INFO)


def _percent(share: object) -> int:
    return round(100 * float(share)) if isinstance(share, int | float) else 0


def _size(value: object) -> str:
    """Bytes in words that are the same in every language."""
    size = float(value) if isinstance(value, int | float) else 0.0
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"


_Rule = Callable[[_Run], Iterator[Finding]]
_RULES: tuple[_Rule, ...] = (_not_learning, _overfitting, _behind_base, _colour_strength)
_RULES_OF_UNFINISHED_RUNS: tuple[_Rule, ...] = (_rolled_back, _sized_down, _few_pictures, _game, _rate_too_high)
_RULES_OF_LIVING_RUNS: tuple[_Rule, ...] = (_disk_full, _silent, _slept, _slowed_down, _takes_long)
