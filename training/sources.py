"""Which pictures there are, and which of them are held out.

A picture is held out when sha1(group) is a multiple of 20: the split is the same in every run and needs no list.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError

HELD_OUT_EVERY = 20
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"})
COLOUR_FOLDER, GREY_FOLDER = "resized", "gray"
NO_PARTNER = "no partner"


@dataclass(frozen=True)
class Picture:
    """One training picture.

    Attributes:
        path: the colour picture.
        grey_path: the black-and-white one that belongs to it; None: lightness is computed.
        name: its name below the parent of the data folder, with '/'.
        group: what the validation split holds together.
        problem: why it is left out whatever is in it, or ''.
    """

    path: Path
    grey_path: Path | None
    name: str
    group: str
    problem: str = ""

    @property
    def held_out(self) -> bool:
        """Whether it is for validation only."""
        return is_held_out(self.group)


def group_number(group: str) -> int:
    """The number that decides about a group: int(sha1(group), 16)."""
    return int(hashlib.sha1(group.encode("utf-8", "surrogateescape"), usedforsecurity=False).hexdigest(), 16)


def is_held_out(group: str, every: int = HELD_OUT_EVERY) -> bool:
    """The split rule: the number of the group is a multiple of `every`."""
    return group_number(group) % every == 0


def find_pictures(folders: Iterable[str | Path], layout: str = "auto", group: str = "auto") -> list[Picture]:
    """List the pictures of data folders, sorted by name; those without their partner have a `problem`.

    Args:
        folders: data folders, any depth.
        layout: 'colour', 'paired' or 'auto' (paired where `resized` and `gray` lie side by side).
        group: 'picture', 'folder', 'name' or 'auto' (see `_group_of`).

    Raises:
        TrainingError: a folder is missing, or there is no picture, or no complete pair.
    """
    pictures: list[Picture] = []
    chosen = [Path(folder).absolute() for folder in folders]
    for folder in chosen:
        if not folder.is_dir():
            raise TrainingError(QT_TRANSLATE_NOOP("errors", "There is no folder {path}."), path=folder)
        paired = layout == "paired" or (layout == "auto" and _is_paired(folder))
        pictures += _paired(folder) if paired else _colour(folder, group)
    if not pictures:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "There are no pictures in {path}."), path=", ".join(map(str, chosen))
        )
    return sorted(pictures, key=lambda picture: picture.name)


def layout_of(pictures: Sequence[Picture]) -> str:
    """How the pictures lie: 'colour' (plain folders), 'pairs' or 'victorian400', by the first pair there is."""
    for picture in pictures:
        if picture.grey_path is not None:
            known = COLOUR_FOLDER in picture.path.parts and GREY_FOLDER in picture.grey_path.parts
            return "victorian400" if known else "pairs"
    return "colour"


def split(pictures: Sequence[Picture]) -> tuple[list[Picture], list[Picture]]:
    """Pictures to learn from and pictures held out."""
    return [p for p in pictures if not p.held_out], [p for p in pictures if p.held_out]


def _is_paired(folder: Path) -> bool:
    return (folder / COLOUR_FOLDER).is_dir() and (folder / GREY_FOLDER).is_dir()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()]


def _colour(folder: Path, group: str) -> list[Picture]:
    names = [(path, path.relative_to(folder.parent).as_posix()) for path in _files(folder)]
    return [Picture(path, None, name, _group_of(name, group)) for path, name in names]


def _group_of(name: str, group: str) -> str:
    """The group of a picture.

    Files that lie four deep (`illustrations/gutenberg/10607/plate.webp`) are plates of one book: pictures of a book
    resemble each other, so 'auto' holds them together and takes all others singly.
    """
    parts = name.split("/")
    if group == "name":
        return parts[-1]
    if group == "folder" or (group == "auto" and len(parts) >= 4):
        return "/".join(parts[:-1])
    return name


def _paired(folder: Path) -> list[Picture]:
    colour_folder, grey_folder = folder / COLOUR_FOLDER, folder / GREY_FOLDER
    grey = {path.relative_to(grey_folder).with_suffix(""): path for path in _files(grey_folder)}
    pictures = []
    for path in _files(colour_folder):
        partner = grey.get(path.relative_to(colour_folder).with_suffix(""))
        name = path.relative_to(folder.parent).as_posix()
        pictures.append(Picture(path, partner, name, path.name, "" if partner else NO_PARTNER))
    if pictures and all(picture.problem for picture in pictures):
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors",
                "None of the pictures in {path} has a black-and-white partner in “{folder}”; "
                "give the partners the same names.",
            ),
            path=colour_folder,
            folder=GREY_FOLDER,
        )
    return pictures
