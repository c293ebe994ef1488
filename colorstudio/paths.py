"""Where things are: the resources that are shipped, and the folders that belong to the user.

`COLORSTUDIO_HOME`, when set, holds all four user folders (tests, portable installations).
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

APPLICATION = "ColorStudio"
HOME_VARIABLE = "COLORSTUDIO_HOME"


@cache
def resources_dir() -> Path:
    """Return the shipped resources: icons, translations, models, samples.

    They lie inside the installed package (wheel), beside it (checkout) or in the folder of
    the frozen application.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for folder in (package / "_resources", package.parent / "resources", frozen / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"Color Studio is not installed completely: no resources beside {package}")


def data_dir() -> Path:
    """Return the folder of what the user made: model packs, autosaved work. It exists."""
    return _user_dir("data")


def config_dir() -> Path:
    """Return the folder of the settings. It exists."""
    return _user_dir("config")


def cache_dir() -> Path:
    """Return the folder of what can be made again. It exists."""
    return _user_dir("cache")


def log_dir() -> Path:
    """Return the folder of the log files. It exists."""
    return _user_dir("log")


def model_dirs() -> tuple[Path, ...]:
    """Return the folders with model packs, the user's own first."""
    return data_dir() / "models", resources_dir() / "models"


def runs_dir() -> Path:
    """Return the folder of the training runs that the window starts. It exists."""
    folder = data_dir() / "runs"
    folder.mkdir(exist_ok=True)
    return folder


def own_models_dir() -> Path:
    """Return the folder of the user's own model packs. It exists."""
    folder = model_dirs()[0]
    folder.mkdir(exist_ok=True)
    return folder


def _user_dir(kind: str) -> Path:
    folder = _home_dir(kind) or _platform_dir(kind)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _home_dir(kind: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / kind if home else None


def _platform_dir(kind: str) -> Path:
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APPLICATION, appauthor=False)
    return {
        "data": dirs.user_data_path,
        "config": dirs.user_config_path,
        "cache": dirs.user_cache_path,
        "log": dirs.user_log_path,
    }[kind]
