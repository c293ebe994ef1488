"""Project files (`.colorstudio`): which scans, and all that was done to each, as versioned JSON.

docs/projects.md describes the fields. A project holds no pixels of a master: it names the file, its
SHA-256 and its page, and the recipe. Where a master lies is kept twice: relative to the project, so that
a folder can be moved or copied as a whole, and absolute, for a project that was moved alone.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ProjectError, RecipeError
from colorstudio.core.files import write_compact_json_atomically
from colorstudio.core.recipe import Recipe

PROJECT_VERSION = 1
SUFFIX = ".colorstudio"

_LARGEST_FILE = 256 << 20
_VERSION_KEY = "colorstudio"

Index = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True)
class ProjectScan:
    """A scan of a project.

    Attributes:
        absolute: where the master was when the project was saved, as the system writes it.
        recipe: all that was done; its `master` is None only in a journal that was written before the scan was hashed.
        path: the same, from the project's folder on, with "/" between the parts; "" where there is no such way.
        page: of the master, from 0.
    """

    absolute: str
    recipe: Recipe
    path: str = ""
    page: Index = 0

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return _last_part(self.absolute) or _last_part(self.path)

    def candidates(self, folder: Path | None) -> tuple[Path, ...]:
        """Where the master may be now, the likeliest first.

        Args:
            folder: of the project file; None: only the absolute path counts.
        """
        places = [folder / self.path] if folder and self.path else []
        places.append(Path(self.absolute))
        return tuple(dict.fromkeys(Path(os.path.normpath(place)) for place in places))


@dataclass(frozen=True)
class Project:
    """What a project file holds.

    Attributes:
        scans: in the order of the strip.
        shown: index of the scan that is seen; None: none.
        view: how it is compared, the name of the window's action; one that is not known is left alone.
    """

    scans: tuple[ProjectScan, ...] = ()
    shown: int | None = None
    view: str = ""

    def to_json(self) -> dict[str, Any]:
        """A JSON object from which `from_json` makes an equal project."""
        scans = [
            {"path": scan.path, "absolute": scan.absolute, "page": scan.page, "recipe": scan.recipe.to_json()}
            for scan in self.scans
        ]
        return {_VERSION_KEY: PROJECT_VERSION, "shown": self.shown, "view": self.view, "scans": scans}

    @classmethod
    def from_json(cls, data: Any, source: str) -> Project:
        """Validate and build a project.

        Args:
            data: the parsed JSON.
            source: the file's name, for the error's sentence.

        Raises:
            ProjectError: not a project, of a newer version, with an unknown field or a wrong value.
        """
        version = data.get(_VERSION_KEY) if isinstance(data, dict) else None
        if type(version) is not int or version < 1:  # not isinstance: JSON's true is an int there
            raise _bad_project(source, "it has no project version")
        if version > PROJECT_VERSION:
            raise ProjectError(
                QT_TRANSLATE_NOOP(
                    "errors", "The project {name} was made by a newer Color Studio; update Color Studio to open it."
                ),
                name=source,
            )
        try:
            frame = msgspec.convert({key: value for key, value in data.items() if key != _VERSION_KEY}, _Frame)
            scans = tuple(
                ProjectScan(scan.absolute, Recipe.from_json(scan.recipe, scan.absolute), scan.path, scan.page)
                for scan in frame.scans
            )
        except (msgspec.ValidationError, RecipeError, RecursionError) as error:
            raise _bad_project(source, str(error)) from error
        return cls(scans, _index_in(frame.shown, scans), frame.view)


class _Scan(msgspec.Struct, forbid_unknown_fields=True):
    """A scan as it lies in the file; the recipe checks itself."""

    absolute: Annotated[str, msgspec.Meta(min_length=1)]
    recipe: Any
    path: str = ""
    page: Index = 0


class _Frame(msgspec.Struct, forbid_unknown_fields=True):
    """The file without its version."""

    scans: list[_Scan]
    shown: Index | None = None
    view: str = ""


def read_project(path: Path) -> Project:
    """Read a project file.

    Raises:
        ProjectError: it is missing, cannot be read, or is not a project; one sentence.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _bad_project(path.name, "it is far too large")
        data = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError as error:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "The project {name} is not there any more; look for it in another folder."),
            name=path.name,
        ) from error
    except OSError as error:
        raise _bad_project(path.name, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:  # ValueError: not JSON, or not UTF-8
        raise _bad_project(path.name, "it is not readable JSON") from error
    return Project.from_json(data, path.name)


def write_project(path: Path, project: Project) -> None:
    """Write a project file; the old one stays whole if that fails.

    Raises:
        ProjectError: the folder is missing, read-only, or the disc is full; one sentence.
    """
    try:
        write_compact_json_atomically(path, project.to_json())
    except OSError as error:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "The project {name} cannot be saved ({reason}); save it in another folder."),
            name=path.name,
            reason=error.strerror or str(error),
        ) from error


def relative_path(master: Path, folder: Path) -> str:
    """Return the way from a project's folder to a master, with "/" between the parts; "" from drive to drive."""
    try:
        return Path(os.path.relpath(master, folder)).as_posix()
    except ValueError:  # Windows: another drive
        return ""


def moved_paths(old: Path, new: Path, others: Sequence[Path]) -> dict[Path, Path]:
    """Tell where files lie now that were moved together with one that was found again.

    What `old` and `new` have in common at their ends was not changed; the folders before that were. A
    file that was given another name moves its folder.

    Args:
        old, new: where the file was, and where it is.
        others: where others were.

    Returns:
        For those of `others` that lay below the moved folder, where they should be now.
    """
    before, after = list(old.parent.parts), list(new.parent.parts)
    while old.name == new.name and len(before) > 1 and len(after) > 1 and before[-1] == after[-1]:
        before.pop()
        after.pop()
    root = Path(*before)
    below = [other for other in others if other.is_relative_to(root)]
    return {other: Path(*after) / other.relative_to(root) for other in below}


def _last_part(path: str) -> str:
    """The file's name in a path of this or of another system."""
    return posixpath.basename(path.replace("\\", "/"))


def _index_in(index: int | None, scans: Sequence[ProjectScan]) -> int | None:
    return index if index is not None and index < len(scans) else None


def _bad_project(source: str, reason: str) -> ProjectError:
    return ProjectError(
        QT_TRANSLATE_NOOP("errors", "{name} is not a usable project ({reason}); open an earlier copy of it."),
        name=source,
        reason=reason,
    )
