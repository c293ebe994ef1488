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

RECIPE_VERSION = 1

Fraction = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
LuminanceMode = Literal["y"]

SMALLEST_RENDER_SIZE, LARGEST_RENDER_SIZE = 64, 2048
RenderSize = Annotated[int, msgspec.Meta(ge=SMALLEST_RENDER_SIZE, le=LARGEST_RENDER_SIZE)]


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
class Model:
    """The pack that predicted the chroma: ``id@version`` and the SHA-256 of the file."""

    reference: str
    sha256: Sha256


@dataclass(frozen=True)
class Hint:
    """A colour that the archivist sets at a point or along a stroke, with its evidence.

    Attributes:
        points: one point, or the corners of a stroke: x, y as fractions of the upright picture.
        a, b: the colour, CIELAB.
        radius: half the width of the mark, as a fraction of the picture's short side.
        evidence: what the colour is known from; empty: not documented.
    """

    points: Annotated[tuple[tuple[Fraction, Fraction], ...], msgspec.Meta(min_length=1)]
    a: Annotated[float, msgspec.Meta(ge=-128.0, le=128.0)]
    b: Annotated[float, msgspec.Meta(ge=-128.0, le=128.0)]
    radius: Annotated[float, msgspec.Meta(gt=0.0, le=0.5)] = 0.01
    evidence: str = ""


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
        model: the pack; None: the one that the user chooses.
        render_size: short side in pixels at which chroma is predicted; None: the pack's default.
        seed: of the generator's noise; None: no noise, the result is deterministic.
        hints: in the coordinates of the upright picture.
        adjustments: of the chroma.
        export: what was written.
    """

    master: Master | None = None
    luminance: Luminance = field(default_factory=Luminance)
    quarter_turns: Annotated[int, msgspec.Meta(ge=0, le=3)] = 0
    model: Model | None = None
    render_size: RenderSize | None = None
    seed: Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)] | None = None
    hints: tuple[Hint, ...] = ()
    adjustments: Adjustments = field(default_factory=Adjustments)
    export: Export | None = None

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
        except (OSError, msgspec.DecodeError) as error:
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
    if isinstance(given, list | tuple) and isinstance(known, list | tuple):
        return next(filter(None, map(_unknown_field, given, known)), None)
    return None


def _bad_recipe(source: str, reason: str) -> RecipeError:
    return RecipeError(
        QT_TRANSLATE_NOOP("errors", "{name} is not a usable recipe ({reason}); export it again or correct the file."),
        name=source,
        reason=reason,
    )
