"""Which pictures a run learns from, and which it is measured on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from colorstudio.core.training_messages import UNUSABLE
from colorstudio.core.training_sections import DataConfig
from training.cache import default_cache_folder
from training.groups import careful_groups, held_out_groups
from training.looks import Look, LookStore, Report, file_key, look_at
from training.sources import Picture, find_pictures, is_held_out

LEFT_OUT = "left out"
"""The problem of a picture that the archivist does not want."""


@dataclass(frozen=True)
class Selection:
    """The pictures of a run.

    Attributes:
        learned: to learn from.
        held_out: to measure on.
        unused: the others, each with its `problem`.
    """

    learned: list[Picture]
    held_out: list[Picture]
    unused: list[Picture]


def select_pictures(data: DataConfig, report: Report) -> Selection:
    """Find and split the pictures of a run.

    Args:
        data: what the run says about its pictures.
        report: told of the progress of looking at them, which `join_duplicates` needs.

    Raises:
        TrainingError: a folder is missing or holds no picture.
    """
    found = find_pictures(data.folders, data.layout, data.group)
    if not data.join_duplicates:
        return _by_rule(found, data)
    return _with_care(found, look_at(found, _store(data), report), data)


def likely_pictures(data: DataConfig) -> Selection:
    """What `select_pictures` will find, as far as can be told without looking at pictures that nobody looked at yet."""
    found = find_pictures(data.folders, data.layout, data.group)
    if not data.join_duplicates:
        return _by_rule(found, data)
    store = _store(data)
    return _with_care(found, [store.get(file_key(picture)) or Look(problem="") for picture in found], data)


def cache_folder(data: DataConfig) -> Path:
    """Where decoded pictures, and what is known of pictures, are kept."""
    return Path(data.cache_folder) if data.cache_folder else default_cache_folder()


def _store(data: DataConfig) -> LookStore:
    return LookStore(cache_folder(data))


def _by_rule(found: Sequence[Picture], data: DataConfig) -> Selection:
    asked = _without_left_out(found, data.left_out)
    groups = {picture.group for picture in asked if is_held_out(picture.group, data.held_out_every)}
    return _split(asked, groups)


def _with_care(found: Sequence[Picture], looks: Sequence[Look], data: DataConfig) -> Selection:
    """Groups and split are those of the check, whatever the archivist left out after it."""
    grouped = careful_groups(found, looks, data.group)
    groups = held_out_groups(grouped, looks, data.held_out_every)
    judged = [
        replace(picture, problem=picture.problem or _problem(look, picture.group in groups, data.minimum_chroma))
        for picture, look in zip(grouped, looks, strict=True)
    ]
    return _split(_without_left_out(judged, data.left_out), groups)


def _problem(look: Look, held_out: bool, minimum_chroma: float) -> str:
    """Why nothing can be done with a picture; colourless ones would flatter a model that is measured on them."""
    if look.problem in UNUSABLE:
        return look.problem
    return "grey" if held_out and look.hash and look.spread < minimum_chroma else ""


def _without_left_out(pictures: Sequence[Picture], names: Sequence[str]) -> list[Picture]:
    left_out = set(names)
    return [
        replace(picture, problem=LEFT_OUT) if picture.name in left_out and not picture.problem else picture
        for picture in pictures
    ]


def _split(pictures: Sequence[Picture], groups: set[str]) -> Selection:
    usable = [picture for picture in pictures if not picture.problem]
    learned = [picture for picture in usable if picture.group not in groups]
    held_out = [picture for picture in usable if picture.group in groups]
    if not learned:  # a few pictures, and the rule happens to hold out all of them
        learned, held_out = held_out, []
    return Selection(learned, held_out, [picture for picture in pictures if picture.problem])
