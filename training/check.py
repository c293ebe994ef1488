"""Are these pictures fit for training? Looks at each of them and says what it found."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from colorstudio.core.training_messages import FEW, PROBLEMS, UNUSABLE, CheckReport, PictureFinding
from training.alike import first_equals, near_pairs, parse_hashes
from training.cache import default_cache_folder
from training.groups import careful_groups, held_out_groups
from training.looks import SOUND, Look, LookStore, Report, file_key, look_at
from training.sources import HELD_OUT_EVERY, Picture, find_pictures, layout_of

_EXAMPLES = 5


@dataclass(frozen=True)
class CheckSettings:
    """How pictures are checked.

    Attributes:
        layout: as in `DataConfig.layout`.
        group: as in `DataConfig.group`.
        held_out_every: as in `DataConfig.held_out_every`.
        thumbnails: folder for small pictures, made if need be; None: none are made.
        cache: folder where looks are remembered; None: the user's.
    """

    layout: str = "auto"
    group: str = "auto"
    held_out_every: int = HELD_OUT_EVERY
    thumbnails: Path | None = None
    cache: Path | None = None


def _silent(done: int, total: int) -> None: ...


def check_folders(
    folders: Sequence[Path], settings: CheckSettings | None = None, report: Report = _silent
) -> CheckReport:
    """Look at every picture of data folders.

    The groups and the split are those of a run with `data.join_duplicates`.

    Raises:
        TrainingError: a folder is missing or there is no picture.
    """
    settings = settings or CheckSettings()
    if settings.thumbnails is not None:
        settings.thumbnails.mkdir(parents=True, exist_ok=True)
    pictures = find_pictures(folders, settings.layout, settings.group)
    store = LookStore(settings.cache or default_cache_folder())
    looks = look_at(pictures, store, report, settings.thumbnails)
    pictures = careful_groups(pictures, looks, settings.group)
    twins = _twins(pictures, looks)
    held_out = held_out_groups(pictures, looks, settings.held_out_every)
    findings = [
        _finding(picture, look, twin, picture.group in held_out, settings.thumbnails)
        for picture, look, twin in zip(pictures, looks, twins, strict=True)
    ]
    rolls = len({picture.group for picture in pictures})
    return CheckReport(tuple(str(Path(f).absolute()) for f in folders), layout_of(pictures), tuple(findings), rolls)


def _finding(
    picture: Picture, look: Look, twin: tuple[str, str], held_out: bool, thumbnails: Path | None
) -> PictureFinding:
    kinds = [kind for kind in (picture.problem, look.problem, twin[0]) if kind]
    small = thumbnails / f"{file_key(picture)}.jpg" if thumbnails else None
    return PictureFinding(
        name=picture.name,
        path=str(picture.path),
        group=picture.group,
        held_out=held_out,
        problem=min(kinds, key=PROBLEMS.index, default=""),
        twin=twin[1],
        width=look.width,
        height=look.height,
        chroma=look.chroma,
        thumbnail=str(small) if small is not None and small.exists() else "",
    )


def _twins(pictures: Sequence[Picture], looks: Sequence[Look]) -> list[tuple[str, str]]:
    """For each picture ('duplicate' or 'near duplicate', the name of the one that is kept), or two empty texts.

    The largest of those that are alike is kept, the first by name of equally large ones.
    """
    sound = [i for i, look in enumerate(looks) if look.problem in SOUND and not pictures[i].problem]
    sound.sort(key=lambda i: (-looks[i].width * looks[i].height, pictures[i].name))
    contents = _same_contents([pictures[i] for i in sound])
    twins = [("", "")] * len(pictures)
    for index, kept in _copies([looks[i].hash for i in sound]).items():
        copy, original = pictures[sound[index]], pictures[sound[kept]]
        same = contents.get(copy.path, 0) == contents.get(original.path, 1)
        twins[sound[index]] = ("duplicate" if same else "near duplicate", original.name)
    return twins


def _copies(codes: Sequence[str]) -> dict[int, int]:
    """Which of some hashes are near an earlier one that is no copy itself: their indices, and those of the earlier."""
    hashes = parse_hashes(codes)
    firsts = first_equals(hashes)
    unique = np.unique(firsts)
    kept: dict[int, int] = {}
    for i, j in near_pairs(hashes[unique]):
        if i not in kept and j not in kept:
            kept[j] = i
    near = {int(unique[j]): int(unique[i]) for j, i in kept.items()}
    equal = {i: near.get(int(first), int(first)) for i, first in enumerate(firsts) if first != i}
    return near | equal


def _same_contents(pictures: Sequence[Picture]) -> dict[Path, bytes]:
    """The digest of each file of whose size there is another; the others need not be read."""
    sizes: defaultdict[int, list[Path]] = defaultdict(list)
    for picture in pictures:
        with suppress(OSError):
            sizes[picture.path.stat().st_size].append(picture.path)
    digests: dict[Path, bytes] = {}
    for path in (path for paths in sizes.values() if len(paths) > 1 for path in paths):
        with suppress(OSError), path.open("rb") as file:
            digests[path] = hashlib.file_digest(file, "sha256").digest()
    return digests


def usable_pictures(report: CheckReport) -> int:
    """Pictures that are fit without a doubt; small and oddly shaped ones count."""
    return sum(picture.problem in SOUND for picture in report.pictures)


def summary(report: CheckReport) -> dict[str, Any]:
    """The report in figures and names, for JSON."""
    problems = {kind: [picture.name for picture in report.of(kind)] for kind in PROBLEMS}
    return {
        "pictures": len(report.pictures),
        "usable": usable_pictures(report),
        "held_out": sum(picture.held_out for picture in report.pictures if picture.problem not in UNUSABLE),
        "few": usable_pictures(report) < FEW,
        "layout": report.layout,
        "rolls": report.rolls,
        "problems": {kind: names for kind, names in problems.items() if names},
    }


def report_text(report: CheckReport) -> str:
    """The report for a person."""
    facts = summary(report)
    usable = facts["usable"]
    lines = [f"{facts['pictures']} pictures, {usable} usable, {facts['held_out']} held out for validation"]
    if facts["few"]:
        lines.append(f"only {usable} usable pictures: {FEW} or more are better")
    for kind, names in facts["problems"].items():
        some = ", ".join(names[:_EXAMPLES]) + (" …" if len(names) > _EXAMPLES else "")
        lines.append(f"{kind}: {len(names)} ({some})")
    return "\n".join(lines) + "\n"
