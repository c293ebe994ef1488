"""Are these pictures fit for training? Finds damaged, grey, duplicate and too small ones."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.decode import UnusablePicture, colour_spread, decode_grey, decode_rgb
from training.sources import Picture, find_pictures, split

FEW = 200
"""Fewer pictures than this hardly teach a palette."""

SMALL_SIDE = 128
GREY_SPREAD = 2.0
_EXAMPLES = 5


@dataclass
class CheckReport:
    """What a folder holds.

    Attributes:
        pictures: all pictures found.
        held_out: how many of them are for validation.
        problems: kind of problem ('damaged', 'too small', 'grey', 'no partner', 'duplicate', 'small') -> names.
    """

    pictures: int
    held_out: int
    problems: dict[str, list[str]] = field(default_factory=dict)

    @property
    def usable(self) -> int:
        """Pictures that can be learned from or measured on; small ones count, they are merely less sharp."""
        return self.pictures - sum(len(names) for kind, names in self.problems.items() if kind != "small")

    def to_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "pictures": self.pictures,
            "usable": self.usable,
            "held_out": self.held_out,
            "few": self.usable < FEW,
            "problems": self.problems,
        }

    def to_text(self) -> str:
        """The report for a person."""
        lines = [f"{self.pictures} pictures, {self.usable} usable, {self.held_out} held out for validation"]
        if self.usable < FEW:
            lines.append(f"only {self.usable} usable pictures: {FEW} or more are better")
        for kind, names in sorted(self.problems.items()):
            some = ", ".join(names[:_EXAMPLES]) + (" …" if len(names) > _EXAMPLES else "")
            lines.append(f"{kind}: {len(names)} ({some})")
        return "\n".join(lines) + "\n"


def check_folder(folder: Path) -> CheckReport:
    """Look at every picture of a data folder.

    Raises:
        TrainingError: the folder is missing or holds no picture.
    """
    pictures = find_pictures([folder])
    report = CheckReport(len(pictures), len(split(pictures)[1]))
    with ThreadPoolExecutor(2) as pool:
        problems = list(pool.map(_problem_of, pictures))
    for picture, problem in zip(pictures, _with_duplicates(pictures, problems), strict=True):
        if problem:
            report.problems.setdefault(problem, []).append(picture.name)
    return report


def _problem_of(picture: Picture) -> str:
    if picture.problem:
        return picture.problem
    try:
        rgb = decode_rgb(picture.path, 2 * SMALL_SIDE)
    except UnusablePicture as problem:
        return str(problem)
    if picture.grey_path is not None:
        try:
            decode_grey(picture.grey_path, (rgb.shape[1], rgb.shape[0]))
        except UnusablePicture as problem:
            return str(problem)
    if colour_spread(rgb) < GREY_SPREAD:
        return "grey"
    return "small" if min(rgb.shape[:2]) < SMALL_SIDE else ""


def _with_duplicates(pictures: Sequence[Picture], problems: Sequence[str]) -> list[str]:
    """Mark files that are byte for byte an earlier one."""
    seen: set[bytes] = set()
    marked = []
    for picture, problem in zip(pictures, problems, strict=True):
        digest = hashlib.sha256(picture.path.read_bytes()).digest()
        marked.append("duplicate" if digest in seen and problem in ("", "small") else problem)
        seen.add(digest)
    return marked
