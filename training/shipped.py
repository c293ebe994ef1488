"""What comes with the trainer: recipes, and the chains of stages of the shipped packs."""

from __future__ import annotations

from pathlib import Path

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError

RECIPES = Path(__file__).parent / "recipes"
CHAINS = Path(__file__).parent / "chains"


class UsageError(Exception):
    """The recipe or its settings are wrong: nothing was started. Its cause says what is wrong."""


def recipe_names() -> list[str]:
    """Names of the shipped recipes."""
    return _names(RECIPES)


def chain_names() -> list[str]:
    """Names of the shipped packs whose making is written down."""
    return _names(CHAINS)


def find_recipe(recipe: str) -> Path:
    """The file of a recipe that is named, or the TOML file itself.

    Raises:
        TrainingError: there is no such recipe.
    """
    unknown = QT_TRANSLATE_NOOP("errors", "There is no training recipe “{name}”; choose one of {known} or a TOML file.")
    return _find(recipe, RECIPES, unknown)


def find_chain(chain: str) -> Path:
    """The file of the chain of a shipped pack, or the TOML file itself.

    Raises:
        TrainingError: there is no such chain.
    """
    unknown = QT_TRANSLATE_NOOP("errors", "Nothing tells how “{name}” is built; choose one of {known} or a TOML file.")
    return _find(chain, CHAINS, unknown)


def _find(name: str, folder: Path, unknown: str) -> Path:
    known = _names(folder)
    path = folder / f"{name}.toml" if name in known else Path(name)
    if not path.is_file():
        raise TrainingError(unknown, name=name, known=", ".join(known))
    return path


def _names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.toml"))
