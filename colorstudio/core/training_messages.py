"""What the trainer answers to the window's questions: fit pictures? how long? which model is better?

Each is one JSON object; `from_json` and `to_json` hold the format for both sides.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError

PROBLEMS = ("damaged", "no partner", "too small", "grey", "toned", "duplicate", "near duplicate", "odd shape", "small")
"""Kinds of findings about a picture, gravest first."""

UNUSABLE = ("damaged", "no partner", "too small")
"""Pictures with these are never learned from; the others are for the archivist to decide."""

TOO_FEW, FEW, ENOUGH = 20, 200, 1000
"""Below: hardly worth it; a beginning; good."""


@dataclass(frozen=True)
class PictureFinding:
    """What was found out about one picture.

    Attributes:
        name: as in `DataConfig.left_out`.
        path: the file.
        group: what is held together by the split (roll, book, look-alikes).
        held_out: whether it is for measuring alone.
        problem: one of `PROBLEMS`, or ''.
        twin: name of the picture that it is a duplicate of, or ''.
        width, height: in pixels; 0 if it cannot be read.
        chroma: mean chroma in Lab, 0 to about 100.
        thumbnail: file with a small picture, or '' if it cannot be read.
    """

    name: str
    path: str
    group: str
    held_out: bool
    problem: str = ""
    twin: str = ""
    width: int = 0
    height: int = 0
    chroma: float = 0.0
    thumbnail: str = ""


@dataclass(frozen=True)
class CheckReport:
    """Are these pictures fit for training?

    Attributes:
        folders: what was looked at.
        layout: 'colour' (plain folders), 'pairs' or 'victorian400'.
        pictures: all that were found, by name.
        rolls: number of groups.
    """

    folders: tuple[str, ...]
    layout: str
    pictures: tuple[PictureFinding, ...]
    rolls: int

    def of(self, problem: str) -> tuple[PictureFinding, ...]:
        """The pictures with that problem."""
        return tuple(picture for picture in self.pictures if picture.problem == problem)


@dataclass(frozen=True)
class Estimate:
    """What a run will take on this machine, by steps that were really made.

    Attributes:
        device: 'cpu', 'cuda' or 'mps'.
        device_label: its name in words.
        steps: of the whole run.
        seconds_per_step: median of the timed steps.
        seconds: of the whole run: decoding, steps, measuring, writing.
        memory: bytes that the process takes at most (on a GPU: of the GPU's memory).
        memory_free: bytes that were free before.
        micro_batch: pictures that fit into memory at once, if the batch does not; 0: the whole batch fits.
        disk: bytes that the run folder takes.
        disk_free: bytes free where it will be.
    """

    device: str
    device_label: str
    steps: int
    seconds_per_step: float
    seconds: float
    memory: int
    memory_free: int
    micro_batch: int = 0
    disk: int = 0
    disk_free: int = 0


Message = TypeVar("Message", CheckReport, Estimate)


def to_json(message: CheckReport | Estimate) -> dict[str, Any]:
    """The message as plain values."""
    return dataclasses.asdict(message)


def from_json(kind: type[Message], values: Mapping[str, Any]) -> Message:
    """Read what `to_json` gave.

    Raises:
        TrainingError: something else than that.
    """
    try:
        return msgspec.convert(dict(values), kind, strict=False)
    except msgspec.ValidationError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The trainer gave an answer that this window does not understand ({reason})."),
            reason=error,
        ) from error
