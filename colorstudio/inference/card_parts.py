"""What a card says about the making of its pack: sources, stages, known failures.

All of it is optional: packs that were made before there were such fields open as they did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Annotated, Any

import msgspec

LONGEST_TEXT = 2000
MOST_SOURCES, MOST_STAGES, MOST_FAILURES = 64, 32, 12

Texts = dict[str, Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]]
"""A text by language code, ``en`` and ``ko``."""

_Line = Annotated[str, msgspec.Meta(max_length=250)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=10**12)]
PictureName = Annotated[str, msgspec.Meta(pattern=r"^pictures/[0-9]{2}\.webp$")]


def text_in(texts: Mapping[str, str], language: str) -> str:
    """The text in a language (``ko``, ``en_GB`` …), in English if there is none, else in any; '' of no text."""
    return texts.get(language[:2]) or texts.get("en") or next(iter(texts.values()), "")


@dataclass(frozen=True)
class Source:
    """Pictures that a pack, or one of those before it, learned from.

    Attributes:
        name: what they are.
        rights: their licence, or what is known of their rights; empty: nothing is.
        pictures: how many were learned from; 0: not counted.
    """

    name: Texts
    rights: Texts = field(default_factory=dict)
    pictures: _Count = 0


@dataclass(frozen=True)
class Stage:
    """One training run on the way to a pack.

    Attributes:
        recipe: name of its recipe.
        steps, batch_size: its updates, and the pictures in each; 0: not known.
        crop, late_crop: side of the training crops in pixels, and that towards the end (0: the same).
        pictures: how many pictures were learned from.
        seconds: working time; 0: not known.
        hardware: what it ran on.
        base: what its weights were at the start, if no stage before it made them (``imagenet``, ``photographs@1.0``).
        pack: reference of the pack that came of it; '': this pack, or none.
        mean_of: references of the packs whose weighted mean it is; then it learned nothing.
    """

    recipe: _Line = ""
    steps: _Count = 0
    batch_size: _Count = 0
    crop: _Count = 0
    late_crop: _Count = 0
    pictures: _Count = 0
    seconds: Annotated[float, msgspec.Meta(ge=0.0, le=1e10)] = 0.0
    hardware: _Line = ""
    base: _Line = ""
    pack: _Line = ""
    mean_of: Annotated[tuple[_Line, ...], msgspec.Meta(max_length=MOST_STAGES)] = ()


@dataclass(frozen=True)
class Failure:
    """Something that a pack is known to do badly.

    Attributes:
        text: what, in a sentence or two.
        picture: the member of the pack with a scan and what it becomes, side by side; None: there is none.
        credit: whose scan that is, and under which licence.
    """

    text: Texts
    picture: PictureName | None = None
    credit: _Line = ""


def stage_of_record(record: Mapping[str, Any]) -> Stage | None:
    """The stage that a card's free training record (`ModelCard.training`) tells of, as far as its values are valid.

    None: it tells of no stage.
    """
    if not isinstance(record.get("steps"), int):
        return None
    shares = record.get("mean_of")
    said = {**record, "base": record.get("init", ""), "mean_of": tuple(shares) if isinstance(shares, dict) else ()}
    names = [each.name for each in fields(Stage) if each.name in said]
    return Stage(**{name: said[name] for name in names if _fits(Stage, {name: said[name]})})


def source_of_record(record: Mapping[str, Any]) -> Source | None:
    """The source that a card's free training record tells of in a sentence, which is cut if it is too long.

    None: it tells of none.
    """
    sentence, pictures = record.get("data"), record.get("pictures")
    if not isinstance(sentence, str) or not sentence:
        return None
    counted = isinstance(pictures, int) and _fits(Source, {"name": {}, "pictures": pictures})
    return Source({"en": sentence[:LONGEST_TEXT]}, pictures=pictures if counted and pictures else 0)


def _fits(part: type, values: dict[str, Any]) -> bool:
    """Whether the fields of a part of a card may have these values."""
    try:
        msgspec.convert(values, part)
    except msgspec.ValidationError:
        return False
    return True
