"""How the words of a parameter are held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The words of a parameter.

    Attributes:
        label: in front of its field, marked for translation in context "training".
        tip: a sentence about what it does, marked likewise.
        choices: words for values that are chosen from a list, marked likewise.
    """

    label: str
    tip: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Group:
    """Parameters that belong together, by dotted name."""

    key: str
    title: str
    words: dict[str, Words]
