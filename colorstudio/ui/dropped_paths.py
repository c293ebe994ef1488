"""From what a user drops or chooses to the scans that it means."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from colorstudio.core.scan_formats import is_readable_name


def scans_in(paths: Iterable[Path]) -> list[Path]:
    """Return the scans: files as they are, folders as the readable files directly in them, by name.

    A file that is no picture is kept: opening it tells the user why it cannot be shown.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(_scans_in_folder(path) if path.is_dir() else [path])
    return list(found)


def _scans_in_folder(folder: Path) -> list[Path]:
    files = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return sorted(path for path in files if is_readable_name(path))
