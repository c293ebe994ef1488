"""What a pack learned from, for its card: counted by folder, with what the packs before it learned from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from colorstudio.core.training_sections import PackConfig, SourceConfig
from colorstudio.inference.card import ModelCard
from colorstudio.inference.card_parts import LONGEST_TEXT, MOST_SOURCES, Source
from training.sources import Picture

_UNNAMED = {"en": "Pictures whose source nobody has named", "ko": "출처를 적지 않은 사진"}


def sources_of(config: PackConfig, learned: Sequence[Picture], base: ModelCard | None) -> tuple[Source, ...]:
    """The sources of a run, and after them those of the packs before it that it does not share.

    Args:
        config: has their names and rights; without any its sentence about the training data is the only source.
        learned: the pictures that the run learned from; those in no folder that is named belong to the source that
            names none. Sources of which there are no pictures are left out.
        base: the card of the pack that the run started from.
    """
    own = _named(config.sources, learned) if config.sources else (_sentence(config, len(learned)),)
    names = [source.name for source in own]
    inherited = (source for source in (base.origins if base else ()) if source.name not in names)
    return (*own, *inherited)[:MOST_SOURCES]


def _sentence(config: PackConfig, pictures: int) -> Source:
    name = {"en": config.training_data[:LONGEST_TEXT]} if config.training_data else _UNNAMED
    rights = {"en": config.licence} if config.licence not in ("", "unknown") else {}
    return Source(dict(name), rights, pictures)


def _named(sources: Sequence[SourceConfig], learned: Sequence[Picture]) -> tuple[Source, ...]:
    numbers = {folder: number for number, source in enumerate(sources) for folder in source.folders}
    rest = next((number for number, source in enumerate(sources) if not source.folders), None)
    counts = dict.fromkeys(range(len(sources)), 0)
    unnamed = 0
    for picture in learned:
        number = _innermost(picture, numbers, rest)
        if number is None:
            unnamed += 1
        else:
            counts[number] += 1
    named = [source_of(source, counts[number]) for number, source in enumerate(sources) if counts[number]]
    return (*named, *([Source(dict(_UNNAMED), pictures=unnamed)] if unnamed else []))


def _innermost(picture: Picture, numbers: Mapping[str, int], rest: int | None) -> int | None:
    named = [numbers[folder] for folder in picture.name.split("/")[:-1] if folder in numbers]
    return named[-1] if named else rest


def source_of(config: SourceConfig, pictures: int) -> Source:
    """A source as a card has it, of which so many pictures were learned from."""
    return Source(_texts(config.name_en, config.name_ko), _texts(config.rights_en, config.rights_ko), pictures)


def _texts(english: str, korean: str) -> dict[str, str]:
    return {language: text for language, text in (("en", english), ("ko", korean)) if text}
