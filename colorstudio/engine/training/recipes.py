"""The trainer's recipes, found and read without importing the trainer."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from colorstudio.core.training_config import TrainingConfig, load_recipe


def recipes_dir() -> Path | None:
    """The folder with the recipes; None in an edition without a trainer."""
    package = find_spec("training")
    places = package.submodule_search_locations if package is not None else None
    return next((Path(place) / "recipes" for place in places or ()), None)


def recipe_names() -> list[str]:
    """The names of the shipped recipes."""
    folder = recipes_dir()
    return sorted(path.stem for path in folder.glob("*.toml")) if folder is not None else []


@cache
def shipped_recipe(name: str) -> TrainingConfig:
    """A shipped recipe.

    Raises:
        TrainingError: there is none of that name, or it is not valid.
    """
    return load_recipe((recipes_dir() or Path()) / f"{name}.toml")
