"""What is held together by the split into pictures to learn from and pictures to measure on.

Pictures of one roll or book, takes of one scene and copies of one picture resemble each other. If some of them are
learned from and others measured on, the figures praise what was merely remembered.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import PurePosixPath

import numpy as np

from training.alike import Hashes, differing_bits, first_equals, near_pairs, parse_hashes
from training.looks import SOUND, Look
from training.sources import HELD_OUT_EVERY, Picture, group_number

LARGEST_ROLL = 100
"""More pictures than this in one folder are a box and not a roll of film or a book."""

LARGEST_SHARE = 5
"""A folder with more than one picture in so many is no roll: held out, it would leave too little to learn from."""

LEAST_LEARNED = 3
"""No more than one picture in so many is ever held out."""

ENOUGH_HELD_OUT = 12
"""So many held-out pictures (or a fifth, if that is less) there are in any case."""

SERIES_BITS = 72
"""Neighbours in a row of numbered files whose hashes differ in no more bits are takes of one scene."""

_NUMBER = re.compile(r"(\d+)(?!.*\d)")


def careful_groups(pictures: Sequence[Picture], looks: Sequence[Look], group: str = "auto") -> list[Picture]:
    """The pictures with groups that keep together what resembles each other.

    Args:
        pictures: with the groups that `find_pictures` gave them.
        looks: one for each.
        group: as in `DataConfig.group`; with 'auto' the pictures of a roll are held together, too.
    """
    return join_alike(join_rolls(pictures) if group == "auto" else pictures, looks)


def join_rolls(pictures: Sequence[Picture]) -> list[Picture]:
    """Hold the pictures of a folder together, if it is of the size of a roll or a book.

    Pictures of paired folders keep their group. Those of a folder that deep folders made a group of, and that is too
    large to be held out, stand alone: else a collection in one folder would have nothing to be measured on.
    """
    folders = [str(PurePosixPath(picture.name).parent) for picture in pictures]
    sizes = Counter(folders)
    largest, too_large = _largest_roll(len(pictures)), len(pictures) // LEAST_LEARNED
    groups = []
    for picture, folder in zip(pictures, folders, strict=True):
        if picture.grey_path is None and sizes[folder] <= largest:
            groups.append(folder)
        elif picture.group == folder and sizes[folder] > too_large:
            groups.append(picture.name)
        else:
            groups.append(picture.group)
    return [replace(picture, group=group) for picture, group in zip(pictures, groups, strict=True)]


def _largest_roll(pictures: int) -> int:
    return min(LARGEST_ROLL, pictures // LARGEST_SHARE)


def join_alike(pictures: Sequence[Picture], looks: Sequence[Look]) -> list[Picture]:
    """Make one group of groups that share a picture, or takes of one scene with rising numbers.

    The group is called like the first of them by name. Takes do not make groups larger than a roll: where everything
    looks alike (plates with the same frame), that is the style of the collection.
    """
    seen = [i for i, look in enumerate(looks) if look.hash]
    hashes = parse_hashes([looks[i].hash for i in seen])
    groups = _Groups(picture.group for picture in pictures)
    largest = _largest_roll(len(pictures))
    firsts = first_equals(hashes)
    unique = np.unique(firsts)
    copies = ((int(first), i) for i, first in enumerate(firsts) if first != i)
    alike = ((int(unique[i]), int(unique[j])) for i, j in near_pairs(hashes[unique]))
    for i, j in chain(copies, alike):
        groups.join(pictures[seen[i]].group, pictures[seen[j]].group)
    for i, j in _takes([pictures[i] for i in seen], hashes):
        groups.join(pictures[seen[i]].group, pictures[seen[j]].group, largest)
    return [replace(picture, group=groups.name_of(picture.group)) for picture in pictures]


def _takes(pictures: Sequence[Picture], hashes: Hashes) -> Iterable[tuple[int, int]]:
    """Neighbours in rows of numbered files that look alike."""
    order = sorted((key, i) for i, picture in enumerate(pictures) if (key := _place_in_row(picture.name)) is not None)
    for (before, i), (after, j) in pairwise(order):
        same_row = before[0] == after[0] and after[1] - before[1] <= 2
        if same_row and differing_bits(hashes[i : i + 1], hashes[j : j + 1])[0, 0] <= SERIES_BITS:
            yield i, j


def _place_in_row(name: str) -> tuple[str, int] | None:
    """The name without its last number, and that number."""
    stem = name.rpartition(".")[0] or name
    match = _NUMBER.search(stem.rpartition("/")[2])
    if match is None:
        return None
    offset = len(stem) - len(stem.rpartition("/")[2])
    return stem[: offset + match.start()] + "#" + stem[offset + match.end() :], int(match[1])


class _Groups:
    """Groups that are joined: a forest whose roots are the first names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._sizes = Counter(names)
        self._parents = {name: name for name in self._sizes}

    def name_of(self, name: str) -> str:
        while self._parents[name] != name:
            self._parents[name] = self._parents[self._parents[name]]
            name = self._parents[name]
        return name

    def join(self, a: str, b: str, largest: float = math.inf) -> None:
        """Join two groups, unless there would be more than `largest` pictures in them."""
        first, second = sorted((self.name_of(a), self.name_of(b)))
        if first != second and self._sizes[first] + self._sizes[second] <= largest:
            self._parents[second] = first
            self._sizes[first] += self._sizes[second]


def held_out_groups(pictures: Sequence[Picture], looks: Sequence[Look], every: int = HELD_OUT_EVERY) -> set[str]:
    """The groups of a careful split: those of the rule, and then more or less of them until it fits.

    Groups whose number is a multiple of `every` are held out. If they have fewer than 12 pictures (a fifth of all, if
    that is less), more follow in the order of their numbers; a group with which they had more than a third is left out.
    Only pictures that can be measured on are counted.
    """
    sound = [p for p, look in zip(pictures, looks, strict=True) if look.problem in SOUND and not p.problem]
    sizes = Counter(picture.group for picture in sound)
    order = sorted(sizes, key=lambda group: (group_number(group) % every != 0, group_number(group)))
    least = min(ENOUGH_HELD_OUT, len(sound) // LARGEST_SHARE)
    most = len(sound) // LEAST_LEARNED
    chosen: set[str] = set()
    count = 0
    for group in order:
        by_rule = group_number(group) % every == 0
        if count + sizes[group] <= most and (by_rule or count < least):
            chosen.add(group)
            count += sizes[group]
    return chosen
