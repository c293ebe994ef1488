"""Presets: adjustments under a name, those that are shipped and those that the user keeps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import msgspec

from colorstudio.core.adjust import Adjustments, HueBand
from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, RecipeError
from colorstudio.core.files import write_json_atomically

PRESETS_VERSION = 1
LONGEST_NAME = 60


@dataclass(frozen=True)
class Preset:
    """Adjustments under a name.

    Attributes:
        name: unique among the user's own; of shipped ones marked for translation in context "presets".
        adjustments: what it sets; all of them.
        tip: one sentence about it, marked likewise; empty: one of the user's own.
    """

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
    adjustments: Adjustments
    tip: str = ""


@dataclass(frozen=True)
class _Content:
    presets: int
    items: tuple[_Item, ...] = ()


@dataclass(frozen=True)
class _Item:
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
    adjustments: Adjustments = field(default_factory=Adjustments)


def _hues(**bands: HueBand) -> tuple[HueBand, ...]:
    """The eight bands; those that are not named stay as they are."""
    names = ("pink", "red", "yellow", "green", "teal", "sky", "blue", "violet")
    return tuple(bands.get(name, HueBand()) for name in names)


BUILT_IN = (
    Preset(
        QT_TRANSLATE_NOOP("presets", "As predicted"),
        Adjustments(),
        QT_TRANSLATE_NOOP("presets", "The colours as the model predicts them."),
    ),
    Preset(
        QT_TRANSLATE_NOOP("presets", "Gentle"),
        Adjustments(strength=0.95, saturation=0.8, vibrance=0.1, highlights=0.85),
        QT_TRANSLATE_NOOP("presets", "Held back: colours that never claim more than they know."),
    ),
    Preset(
        QT_TRANSLATE_NOOP("presets", "Vivid"),
        Adjustments(saturation=1.3, vibrance=0.25),
        QT_TRANSLATE_NOOP("presets", "Stronger colours, dull ones most of all, as in a modern print."),
    ),
    Preset(
        QT_TRANSLATE_NOOP("presets", "Hand-tinted"),
        Adjustments(
            strength=0.7,
            saturation=1.4,
            temperature=0.12,
            shadows=0.3,
            highlights=1.3,
            toning=0.6,
            hues=_hues(pink=HueBand(0.0, 1.3), green=HueBand(0.0, 0.8), sky=HueBand(0.0, 0.85)),
        ),
        QT_TRANSLATE_NOOP("presets", "A thin wash over the print's own tone, as studios tinted by hand."),
    ),
    Preset(
        QT_TRANSLATE_NOOP("presets", "Autochrome"),
        Adjustments(
            saturation=0.95,
            vibrance=0.1,
            temperature=0.16,
            tint=0.06,
            shadows=1.3,
            highlights=0.8,
            hues=_hues(
                red=HueBand(-0.1, 1.25),
                yellow=HueBand(-0.2, 0.9),
                green=HueBand(-0.15, 0.65),
                teal=HueBand(0.0, 0.7),
                blue=HueBand(0.08, 1.05),
            ),
        ),
        QT_TRANSLATE_NOOP("presets", "Warm and soft with deep reds and muted greens, as on plates of the 1910s."),
    ),
    Preset(
        QT_TRANSLATE_NOOP("presets", "Sepia kept"),
        Adjustments(strength=0.55, saturation=1.1, toning=1.0),
        QT_TRANSLATE_NOOP("presets", "Half the colour over the scan's own tone."),
    ),
)
"""The shipped presets, in the order shown."""


class PresetsFile:
    """The user's own presets: JSON, replaced atomically.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Preset, ...]:
        """Return the presets, sorted by name.

        Raises:
            RecipeError: the file is damaged or of a newer version; it was moved aside and is not lost.
        """
        try:
            content = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            raise self._set_aside() from error
        return self._parsed(content)

    def add(self, preset: Preset) -> tuple[Preset, ...]:
        """Keep a preset, in the place of one with its name, and return all.

        Raises:
            RecipeError: as `load`; or the folder cannot be written, and the old file is untouched.
        """
        others = (each for each in self.load() if each.name != preset.name)
        return self._save((*others, preset))

    def remove(self, name: str) -> tuple[Preset, ...]:
        """Forget a preset, and return those that are left.

        Raises:
            RecipeError: as `add`.
        """
        return self._save(tuple(each for each in self.load() if each.name != name))

    def _parsed(self, content: Any) -> tuple[Preset, ...]:
        try:
            parsed = msgspec.convert(content, _Content)
        except (msgspec.ValidationError, ColorStudioError) as error:
            raise self._set_aside() from error
        if parsed.presets != PRESETS_VERSION:
            raise self._set_aside()
        return _sorted(tuple(Preset(item.name, item.adjustments) for item in parsed.items))

    def _save(self, presets: tuple[Preset, ...]) -> tuple[Preset, ...]:
        presets = _sorted(presets)
        items = [{"name": each.name, "adjustments": msgspec.to_builtins(each.adjustments)} for each in presets]
        try:
            write_json_atomically(self._path, {"presets": PRESETS_VERSION, "items": items})
        except OSError as error:
            raise RecipeError(
                QT_TRANSLATE_NOOP("errors", "The preset cannot be stored in {folder} ({reason}); check the disc."),
                folder=self._path.parent,
                reason=error.strerror or str(error),
            ) from error
        return presets

    def _set_aside(self) -> RecipeError:
        """Move the file out of the way, so that the next preset does not replace it, and say so."""
        number, kept = 1, self._path.with_suffix(".damaged.json")
        while kept.exists():
            number += 1
            kept = self._path.with_suffix(f".damaged-{number}.json")
        try:
            self._path.replace(kept)
        except OSError:
            kept = self._path
        return RecipeError(
            QT_TRANSLATE_NOOP("errors", "Your presets could not be read; their file was kept as {name}."),
            name=kept.name,
        )


def _sorted(presets: tuple[Preset, ...]) -> tuple[Preset, ...]:
    return tuple(sorted(presets, key=lambda each: each.name.casefold()))
