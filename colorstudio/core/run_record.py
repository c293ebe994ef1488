"""What the events of a run have told, in bounded memory: curves, measurements, samples, notes."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.run_series import Series
from colorstudio.core.run_state import Event

CURVES = ("loss_G", "loss_G_L1", "loss_G_GAN", "loss_D_fake", "loss_D_real", "lr", "pictures_per_second")
"""What a step event tells; each becomes a series of that name, and the mean of both losses of D `loss_D`."""

_MOST_MEASUREMENTS = 512
_MOST_SAMPLES = 512
_MOST_NOTES = 500


@dataclass(frozen=True)
class Measurement:
    """Figures of held-out pictures after so many steps.

    Attributes:
        step: updates made.
        result, grey, truth: figures by name (see `training.metrics.Figures`) of the model, of no colour, of the truth.
        learned: figures of the model on as many pictures that it learned from; empty if they were not measured.
    """

    step: int
    result: Mapping[str, float]
    grey: Mapping[str, float]
    truth: Mapping[str, float]
    learned: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Sample:
    """Pictures that the model made after so many steps: a folder of `pictures` files, or one contact sheet.

    Both are named below the run folder; the other one is ''.
    """

    step: int
    folder: str = ""
    pictures: int = 0
    sheet: str = ""


@dataclass(frozen=True)
class Stage:
    """How far a piece of work beside the steps is: reading pictures, measuring the finished model."""

    what: str
    done: int
    total: int


class RunRecord:
    """Takes events in order; see docs/training.md for what there is."""

    def __init__(self) -> None:
        self.series: dict[str, Series] = {name: Series() for name in (*CURVES, "loss_D")}
        self.measurements: list[Measurement] = []
        self.samples: list[Sample] = []
        self.base: Mapping[str, float] = {}
        """Figures of the model that the run began with; empty for a run from scratch."""
        self.facts: Mapping[str, Any] = {}
        """What the newest `started` or `resumed` told."""
        self.stage: Stage | None = None
        """Work beside the steps that goes on now."""
        self.notes: deque[Event] = deque(maxlen=_MOST_NOTES)
        """The newest events that are not steps."""
        self.seconds_left: float | None = None
        """By the newest step event, at the time of that event."""
        self.newest_time = 0.0
        """Time of the newest event, seconds since 1970; 0: not told."""
        self.saved_step, self.saved_time = 0, 0.0
        """The newest checkpoint; before the first one, the start."""
        self.step = 0

    def add(self, events: Iterable[Event]) -> None:
        """Take more events."""
        for is_step, run in itertools.groupby(events, lambda event: event.get("event") == "step"):
            if is_step:
                self._add_steps(list(run))
            else:
                for event in run:
                    self._add_note(event)

    def newest(self, kind: str) -> Event | None:
        """The newest of the kept events of that kind, but for steps."""
        return next((event for event in reversed(self.notes) if event.get("event") == kind), None)

    def seconds_since_saved(self) -> float | None:
        """Seconds between the newest checkpoint and the newest event; None: the events do not tell."""
        return self.newest_time - self.saved_time if self.newest_time and self.saved_time else None

    def _add_steps(self, events: list[Event]) -> None:
        steps = np.array([event["step"] for event in events], np.float64)
        columns = {name: _column(events, name) for name in CURVES}
        columns["loss_D"] = (columns["loss_D_fake"] + columns["loss_D_real"]) / 2
        for name, values in columns.items():
            self.series[name].extend(steps, values)
        self.seconds_left = _number(events[-1].get("seconds_left"))
        self.stage = None
        self._notice_time(events[-1])

    def _add_note(self, event: Event) -> None:
        self._notice_time(event)
        kind = event.get("event")
        if kind in ("preparing", "measuring"):
            what = str(event.get("what", kind))
            self.stage = Stage(what, int(event.get("done", 0)), int(event.get("total", 0)))
            return  # dozens of them: no note each
        self.notes.append(event)
        if kind in ("started", "resumed"):
            self.facts, self.stage = event, None
            self._save_at(event)
        elif kind == "checkpoint":
            self._save_at(event)
        elif kind == "validation":
            self._add_measurement(event)
        elif kind == "sample":
            self._add_sample(event)
        elif kind in ("stopped", "failed", "finished"):
            self.stage = None

    def _add_measurement(self, event: Event) -> None:
        figures = (_figures(event, part) for part in ("result", "grey", "truth", "learned"))
        self.measurements.append(Measurement(int(event["step"]), *figures))
        self.base = self.base or _figures(event, "base")
        if len(self.measurements) > _MOST_MEASUREMENTS:
            del self.measurements[1:-1:2]

    def _add_sample(self, event: Event) -> None:
        folder, sheet = str(event.get("folder", "")), str(event.get("file", ""))
        if self.samples and self.samples[-1].step == event["step"]:
            self.samples.pop()  # asked for when it was due anyway
        self.samples.append(Sample(int(event["step"]), folder, int(event.get("pictures", 0)), sheet))
        if len(self.samples) > _MOST_SAMPLES:
            del self.samples[1:-1:2]

    def _save_at(self, event: Event) -> None:
        self.saved_step, self.saved_time = int(event["step"]), _number(event.get("time")) or 0.0

    def _notice_time(self, event: Event) -> None:
        self.step = int(event["step"])
        self.newest_time = _number(event.get("time")) or self.newest_time


def _figures(event: Event, part: str) -> dict[str, float]:
    values = event.get(part)
    if not isinstance(values, Mapping):
        return {}
    return {name: float(value) for name, value in values.items() if isinstance(value, int | float)}


def _column(events: list[Event], name: str) -> NDArray[np.float64]:
    """The values of that name, NaN where an event has none."""
    try:
        return np.array([event[name] for event in events], np.float64)
    except (KeyError, TypeError, ValueError):  # some have none: the discriminator may come in late
        values = (_number(event.get(name)) for event in events)
        return np.array([np.nan if value is None else value for value in values], np.float64)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
