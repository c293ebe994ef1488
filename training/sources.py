"""Which pictures there are, and which of them are held out.

A picture is held out when sha1(group) is a multiple of 20: the split is the same in every run and needs no list.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from training.pairs import colour_side, composed, pairs_by_ending, pairs_by_place

HELD_OUT_EVERY = 20
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"})
COLOUR_FOLDER, GREY_FOLDER = "resized", "gray"
NO_PARTNER = "no partner"
_HIDDEN = (".", "@eaDir", "__MACOSX", "#recycle")


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
        folders: data folders, any depth. A file in two of them counts once.
        layout: 'colour' (every file is a picture), 'paired' (colour pictures and their black-and-white scans, see
            `training.pairs`) or 'auto' (paired where that is plain to see).
        group: 'picture', 'folder', 'name' or 'auto' (see `_group_of`).

    Raises:
        TrainingError: a folder is missing, or there is no picture, or no complete pair.
    """
    chosen = list(dict.fromkeys(Path(folder).absolute() for folder in folders))
    for folder in chosen:
        if not folder.is_dir():
            raise TrainingError(QT_TRANSLATE_NOOP("errors", "There is no folder {path}."), path=folder)
    roots = _roots(chosen)
    found: dict[Path, Picture] = {}
    for picture in _list_all(chosen, roots, layout, group):
        found.setdefault(picture.path, picture)
    if not found:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "There are no pictures in {path}."), path=", ".join(map(str, chosen))
        )
    if layout == "paired" and all(picture.grey_path is None for picture in found.values()):
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors",
                "None of the pictures in {path} has a black-and-white partner; give the partners the same names in two "
                "folders, or names that end in _bw.",
            ),
            path=", ".join(map(str, chosen)),
        )
    return sorted(found.values(), key=lambda picture: picture.name)


def _roots(folders: Sequence[Path]) -> dict[Path, Path]:
    """For each data folder the one above it, below which names begin; higher up where two would have one name."""
    roots = {folder: folder.parent for folder in folders}
    while True:
        names = Counter(folder.relative_to(root) for folder, root in roots.items())
        unclear = [f for f, root in roots.items() if names[f.relative_to(root)] > 1 and root != root.parent]
        if not unclear:
            return roots
        roots |= {folder: roots[folder].parent for folder in unclear}


def _list_all(folders: Sequence[Path], roots: Mapping[Path, Path], layout: str, group: str) -> Iterator[Picture]:
    files = {folder: _files(folder) for folder in folders}
    sides = None
    if len(folders) == 2 and layout != "colour" and not any(_is_paired(folder) for folder in folders):
        a, b = folders
        sides = colour_side(a, files[a], b, files[b], surely=layout == "paired")
    if sides is not None:
        yield from _two_sides(*sides, files[sides[0]], files[sides[1]], roots, group)
        return
    for folder in folders:
        yield from _list_folder(folder, files[folder], roots[folder], layout, group)


def _list_folder(folder: Path, files: Sequence[Path], root: Path, layout: str, group: str) -> Iterator[Picture]:
    """The pictures of a folder: pairs where two of its folders, or those of one below it, are the sides of some."""
    if layout == "colour":
        yield from _plain(files, {}, root, group)
        return
    if _is_paired(folder):
        yield from _victorian(folder, root)
        return
    below: dict[Path, list[Path]] = defaultdict(list)
    for path in files:
        if path.parent != folder:
            below[folder / path.relative_to(folder).parts[0]].append(path)
    here = [path for path in files if path.parent == folder]
    if len(below) == 2 and not here:
        (a, files_of_a), (b, files_of_b) = below.items()
        sides = colour_side(a, files_of_a, b, files_of_b, surely=layout == "paired")
        if sides is not None:
            yield from _two_sides(*sides, below[sides[0]], below[sides[1]], {a: root, b: root}, group)
            return
    yield from _plain(here, pairs_by_ending(here), root, group)
    for inner, inner_files in below.items():
        yield from _list_folder(inner, inner_files, root, layout, group)


def _plain(files: Sequence[Path], partners: Mapping[Path, Path], root: Path, group: str) -> Iterator[Picture]:
    """Each file is a picture, or the black-and-white partner of one."""
    taken = set(partners.values())
    for path in files:
        if path not in taken:
            name = path.relative_to(root).as_posix()
            yield Picture(path, partners.get(path), name, _group_of(name, group))


def _two_sides(
    colour_folder: Path,
    grey_folder: Path,
    colour: Sequence[Path],
    grey: Sequence[Path],
    roots: Mapping[Path, Path],
    group: str,
) -> Iterator[Picture]:
    partners = pairs_by_place(colour, colour_folder, grey, grey_folder)
    for path in colour:
        name = path.relative_to(roots[colour_folder]).as_posix()
        yield Picture(path, partners.get(path), name, _group_of(name, group), "" if path in partners else NO_PARTNER)
    yield from _alone(set(grey) - set(partners.values()), roots[grey_folder])


def _alone(grey: Iterable[Path], root: Path) -> Iterator[Picture]:
    """Black-and-white scans without a colour picture."""
    for path in grey:
        name = path.relative_to(root).as_posix()
        yield Picture(path, None, name, name, NO_PARTNER)


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
    """Pictures at any depth, without what systems put among them: previews of network drives, halves of macOS files."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return [path for path in found if not _is_hidden(path.relative_to(folder)) and path.is_file()]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(_HIDDEN) for part in path.parts)


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


def _victorian(folder: Path, root: Path) -> Iterator[Picture]:
    """Pairs that lie as those of Victorian400 (Kim 2021): the group is the name of the plate."""
    colour_folder, grey_folder = folder / COLOUR_FOLDER, folder / GREY_FOLDER
    grey = {_place_in(grey_folder, path): path for path in _files(grey_folder)}
    colour = {_place_in(colour_folder, path): path for path in _files(colour_folder)}
    if colour and not colour.keys() & grey.keys():
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors",
                "None of the pictures in {path} has a black-and-white partner in “{folder}”; "
                "give the partners the same names.",
            ),
            path=colour_folder,
            folder=GREY_FOLDER,
        )
    for key, path in colour.items():
        name = path.relative_to(root).as_posix()
        yield Picture(path, grey.get(key), name, path.name, "" if key in grey else NO_PARTNER)
    yield from _alone((path for key, path in grey.items() if key not in colour), root)


def _place_in(folder: Path, path: Path) -> str:
    return composed(path.relative_to(folder).with_suffix("").as_posix())
