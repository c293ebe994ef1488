"""The recipe: one versioned JSON with all that makes a result, enough to make it again.

Projects, sidecars, `--recipe` files, undo, batch jobs and the clipboard all speak it. It never
holds pixels. docs/recipe.md describes the fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from colorstudio.core.adjust import Adjustments
from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, RecipeError
from colorstudio.core.output_formats import Depth, OutputFormat
from colorstudio.core.steering import (
    LARGEST_RENDER_SIZE,
    SMALLEST_RENDER_SIZE,
    Crop,
    Fraction,
    Hint,
    Look,
    Mask,
    Model,
    Palette,
    Patch,
    RenderSize,
    Seed,
    Sha256,
)

__all__ = [
    "LARGEST_RENDER_SIZE",
    "SMALLEST_RENDER_SIZE",
    "Export",
    "Hint",
    "Luminance",
    "Master",
    "Model",
    "Recipe",
]

RECIPE_VERSION = 1

LuminanceMode = Literal["y"]


@dataclass(frozen=True)
class Master:
    """The scan a recipe was made for: name without folder, content hash, page from 0."""

    name: str
    sha256: Sha256
    page: Annotated[int, msgspec.Meta(ge=0)] = 0


@dataclass(frozen=True)
class Luminance:
    """How the scan is turned to luminance; ``y`` is the relative luminance of its colours."""

    mode: LuminanceMode = "y"


@dataclass(frozen=True)
class Export:
    """What kind of file the result was written as."""

    format: OutputFormat
    bits: Depth


@dataclass(frozen=True)
class Recipe:
    """All that makes a result.

    Attributes:
        master: the scan; None in a recipe that is meant for any scan.
        luminance: how the scan is turned to luminance.
        quarter_turns: clockwise turns after the EXIF orientation, 0..3.
        mirrored: left and right are exchanged, after the turns.
        crop: the part that is exported; None: all of it.
        model: the pack; None: the one that the user chooses.
        render_size: short side in pixels at which chroma is predicted; None: the pack's default.
        seed: of a variation of the model; None: its usual colours.
        hints: in the coordinates of the upright picture.
        patches: regions that take their chroma from other variations; later ones cover earlier ones.
        adjustments: of the chroma.
        mask, palette, guess_fade: see `Look`.
        export: what was written.
    """

    master: Master | None = None
    luminance: Luminance = field(default_factory=Luminance)
    quarter_turns: Annotated[int, msgspec.Meta(ge=0, le=3)] = 0
    mirrored: bool = False
    crop: Crop | None = None
    model: Model | None = None
    render_size: RenderSize | None = None
    seed: Seed | None = None
    hints: tuple[Hint, ...] = ()
    patches: tuple[Patch, ...] = ()
    adjustments: Adjustments = field(default_factory=Adjustments)
    mask: Mask | None = None
    palette: Palette | None = None
    guess_fade: Fraction | None = None
    export: Export | None = None

    @property
    def look(self) -> Look:
        """What is done to the predicted chroma."""
        return Look(self.adjustments, self.mask, self.palette, self.guess_fade)

    def to_json(self) -> dict[str, Any]:
        """A JSON object from which `from_json` makes an equal recipe."""
        return {"recipe": RECIPE_VERSION, **msgspec.to_builtins(self)}

    @classmethod
    def from_json(cls, data: Any, source: str = "recipe") -> Recipe:
        """Validate and build a recipe.

        Args:
            data: the parsed JSON.
            source: the file's name, for the error's sentence.

        Raises:
            RecipeError: not a recipe, of a newer version, with an unknown field or a wrong value.
        """
        version = data.get("recipe") if isinstance(data, dict) else None
        if type(version) is not int or version < 1:  # not isinstance: JSON's true is an int there
            raise _bad_recipe(source, "it has no recipe version")
        if version > RECIPE_VERSION:
            raise RecipeError(
                QT_TRANSLATE_NOOP(
                    "errors", "The recipe {name} was made by a newer Color Studio; update Color Studio to use it."
                ),
                name=source,
            )
        values = {key: value for key, value in data.items() if key != "recipe"}
        try:
            recipe = msgspec.convert(values, cls)
        except (msgspec.ValidationError, ColorStudioError) as error:
            raise _bad_recipe(source, str(error)) from error
        unknown = _unknown_field(values, msgspec.to_builtins(recipe))
        if unknown:
            raise _bad_recipe(source, f"unknown field '{unknown}'")
        return recipe

    @classmethod
    def read(cls, path: Path) -> Recipe:
        """Read a recipe file, or the recipe inside an export's sidecar.

        Raises:
            RecipeError: it cannot be read or is not a recipe.
        """
        try:
            data = msgspec.json.decode(Path(path).read_bytes())
        except (OSError, ValueError, RecursionError) as error:  # ValueError: not JSON, or not UTF-8
            raise _bad_recipe(Path(path).name, "it is not readable JSON") from error
        if isinstance(data, dict) and isinstance(data.get("recipe"), dict):
            data = data["recipe"]
        return cls.from_json(data, Path(path).name)


def _unknown_field(given: Any, known: Any) -> str | None:
    """The first key of `given` that the parsed recipe does not have: a typing error must not pass silently."""
    if isinstance(given, dict) and isinstance(known, dict):
        pairs = [(key, value, known.get(key)) for key, value in given.items()]
        strange = next((key for key, _, _ in pairs if key not in known), None)
        return strange or next(filter(None, (_unknown_field(value, twin) for _, value, twin in pairs)), None)
    # Thousands of points, which hold no names, are not looked at one by one.
    if isinstance(given, list | tuple) and isinstance(known, list | tuple) and any(isinstance(v, dict) for v in given):
        return next(filter(None, map(_unknown_field, given, known)), None)
    return None


def _bad_recipe(source: str, reason: str) -> RecipeError:
    return RecipeError(
        QT_TRANSLATE_NOOP("errors", "{name} is not a usable recipe ({reason}); export it again or correct the file."),
        name=source,
        reason=reason,
    )
