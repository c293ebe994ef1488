"""Pairs of a colour picture and the black-and-white scan that belongs to it, recognised by name and by looking.

Partners lie in two folders of any names (`colour/017.jpg` and `bw/017.tif`), or in one folder with endings of their own
(`017.jpg` and `017_bw.jpg`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from training.decode import UnusablePicture, colour_spread, decode_rgb

GREY_WORDS = ("bw", "b&w", "b+w", "gray", "grey", "grayscale", "greyscale", "mono", "흑백")
COLOUR_WORDS = ("color", "colour", "col", "rgb", "컬러", "칼라", "천연색")

_LOOKED_AT = 6
_SIDE = 64
_GREY_SPREAD = 2.0
_FEWEST_PAIRS = 2


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in words)
    return re.compile(rf"^(?P<rest>.*?)(?:[ _.\-]+[(\[]?|[(\[])(?:{alternatives})[)\]]?$", re.IGNORECASE)


_GREY_ENDING, _COLOUR_ENDING = _ending(GREY_WORDS), _ending(COLOUR_WORDS)


def composed(name: str) -> str:
    """A name as it is typed: files from a Mac have the letters of 흑백 in pieces."""
    return unicodedata.normalize("NFC", name)


def plain_stem(stem: str) -> str:
    """A file's name without its type and without the word for grey or colour at its end, in small letters."""
    stem = composed(stem)
    for ending in (_GREY_ENDING, _COLOUR_ENDING):
        if match := ending.match(stem):
            return match["rest"].casefold()
    return stem.casefold()


def pairs_by_ending(files: Iterable[Path]) -> dict[Path, Path]:
    """Colour picture -> black-and-white partner in the same folder, whose name ends in a word for grey."""
    colour: dict[tuple[Path, str], Path] = {}
    grey: dict[tuple[Path, str], Path] = {}
    for path in sorted(files):
        found = grey if _GREY_ENDING.match(composed(path.stem)) else colour
        found.setdefault((path.parent, plain_stem(path.stem)), path)
    return {path: grey[key] for key, path in colour.items() if key in grey}


def pairs_by_place(
    colour: Iterable[Path], colour_folder: Path, grey: Iterable[Path], grey_folder: Path
) -> Mapping[Path, Path]:
    """Colour picture -> black-and-white partner of the same name at the same place in the other folder."""
    partners = {_place(path, grey_folder): path for path in sorted(grey)}
    keys = ((path, _place(path, colour_folder)) for path in colour)
    return {path: partners[key] for path, key in keys if key in partners}


def _place(path: Path, folder: Path) -> tuple[str, str]:
    return composed(path.parent.relative_to(folder).as_posix()), plain_stem(path.stem)


def colour_side(
    a: Path, files_of_a: Sequence[Path], b: Path, files_of_b: Sequence[Path], surely: bool = False
) -> tuple[Path, Path] | None:
    """(colour folder, grey folder) if two folders hold the two sides of the same pictures, else None.

    Most files must have a partner of the same name, and of some of them all on one side are grey, none on the other.

    Args:
        a, b: the folders.
        files_of_a, files_of_b: the pictures in them, at any depth.
        surely: whether the person says that they are pairs; then a word in the folders' names is enough.
    """
    partners = pairs_by_place(files_of_a, a, files_of_b, b)
    if len(partners) < _FEWEST_PAIRS or 2 * len(partners) < min(len(files_of_a), len(files_of_b)):
        return None
    some = sorted(partners.items())[:: max(1, len(partners) // _LOOKED_AT)][:_LOOKED_AT]
    greyness = [(is_grey(path), is_grey(partner)) for path, partner in some]
    if all(pair == (False, True) for pair in greyness):
        return a, b
    if all(pair == (True, False) for pair in greyness):
        return b, a
    return _by_name(a, b) if surely else None


def _by_name(a: Path, b: Path) -> tuple[Path, Path] | None:
    for colour, grey in ((a, b), (b, a)):
        if any(word in composed(grey.name).casefold() for word in GREY_WORDS):
            return colour, grey
    return None


def is_grey(path: Path) -> bool | None:
    """Whether a picture has one tone only; None if it cannot be read."""
    try:
        return colour_spread(decode_rgb(path, _SIDE)) < _GREY_SPREAD
    except UnusablePicture:
        return None
