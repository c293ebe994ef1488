"""Settings as they travel between scans: on the clipboard, and into the parameters of another scan."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from colorstudio.core.errors import QT_TRANSLATE_NOOP, RecipeError
from colorstudio.ui.edit import Edit

if TYPE_CHECKING:
    from colorstudio.core.recipe import Recipe


class Part(StrEnum):
    """What of the settings can be pasted; the values are those of the settings file."""

    ADJUSTMENTS = "adjustments"
    PALETTE = "palette"
    GUESS_FADE = "guess_fade"
    MODEL = "model"
    MASK = "mask"
    HINTS = "hints"


@dataclass(frozen=True)
class CopiedSettings:
    """Settings from the clipboard.

    Attributes:
        recipe: all of them.
        model: the id of the pack; empty: not told.
    """

    recipe: Recipe
    model: str


def settings_text(edit: Edit) -> str:
    """Return the recipe of `edit` as JSON, wrapped like the one in a sidecar, so that `--recipe` reads it too."""
    content = {"model": edit.choice.model, "recipe": edit.to_recipe().to_json()}
    return json.dumps(content, indent=2, ensure_ascii=False)


def read_settings(text: str) -> CopiedSettings:
    """Return the settings in a text: copied ones, a recipe, or the sidecar of an export.

    Raises:
        RecipeError: there are none in it.
    """
    from colorstudio.core.recipe import Recipe

    content = _parsed(text)
    inner = content.get("recipe")
    recipe = Recipe.from_json(inner if isinstance(inner, dict) else content, "the clipboard")
    told = content.get("model")
    model = recipe.model.reference if recipe.model else told if isinstance(told, str) else ""
    return CopiedSettings(recipe, model)


def _parsed(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or "recipe" not in content:
        raise RecipeError(
            QT_TRANSLATE_NOOP("errors", "There are no settings on the clipboard; copy those of a scan first.")
        )
    return content


def with_settings(edit: Edit, copied: CopiedSettings, parts: Collection[Part]) -> Edit:
    """Return `edit` with some parts of copied settings; places are taken over as fractions of the picture."""
    recipe = copied.recipe
    look: dict[Part, dict[str, Any]] = {
        Part.ADJUSTMENTS: {"adjustments": recipe.adjustments},
        Part.PALETTE: {"palette": recipe.palette},
        Part.GUESS_FADE: {"guess_fade": recipe.guess_fade},
        Part.MASK: {"mask": recipe.mask},
    }
    choice: dict[Part, dict[str, Any]] = {
        Part.MODEL: {
            "model": copied.model or edit.choice.model,
            "render_size": recipe.render_size or 0,
            "seed": recipe.seed,
        },
        Part.HINTS: {"hints": recipe.hints},
    }
    return replace(
        edit,
        look=replace(edit.look, **_joined(look, parts)),
        choice=replace(edit.choice, **_joined(choice, parts)),
    )


def _joined(fields: dict[Part, dict[str, Any]], parts: Collection[Part]) -> dict[str, Any]:
    return {name: value for part, values in fields.items() if part in parts for name, value in values.items()}


def parts_of(setting: str) -> tuple[Part, ...]:
    """Return the parts that a setting names, in their own order; what it names besides is ignored."""
    names = setting.split()
    return tuple(part for part in Part if part.value in names)


def setting_of(parts: Collection[Part]) -> str:
    """Return how parts are stored in the settings."""
    return " ".join(part.value for part in Part if part in parts)
