"""The journal: unsaved work, kept in the user's data folder, found again after a crash.

Each window writes a file of its own, named after its process, so that two of them never touch each
other's. A journal whose process is gone was left by a crash: it is claimed by renaming it, which only
one window can do, restored, and removed once its content is in that window's own journal.
"""

from __future__ import annotations

import hashlib
import itertools
import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.files import write_compact_json_atomically
from colorstudio.core.process_identity import current_process, process_start
from colorstudio.core.project_file import Project

logger = logging.getLogger(__name__)

_SUFFIX = ".journal"
_VERSION = 1
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Unsaved:
    """The state of a window.

    Attributes:
        project: the scans with all that was done to them.
        project_path: where the project is saved; None: nowhere yet.
    """

    project: Project
    project_path: Path | None = None


@dataclass(frozen=True)
class LeftJournal:
    """A journal that a process left behind.

    Attributes:
        path: of the journal.
        unsaved: its content.
    """

    path: Path
    unsaved: Unsaved


class Journal:
    """The journal of one window of this process.

    Args:
        folder: of all journals; it is made when something is written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / f"{_owner(*current_process())}-{next(_numbers)}{_SUFFIX}"

    @property
    def path(self) -> Path:
        """The file; it exists while there is unsaved work."""
        return self._path

    def write(self, unsaved: Unsaved) -> None:
        """Keep a state in the place of the former one.

        Raises:
            OSError: the folder cannot be written; the former state is whole.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        saved = str(unsaved.project_path) if unsaved.project_path else None
        content = {"journal": _VERSION, "project_path": saved, "project": unsaved.project.to_json()}
        write_compact_json_atomically(self._path, content)

    def remove(self) -> None:
        """Remove it: all is saved, or is not to be kept."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def left_behind(self) -> list[LeftJournal]:
        """The readable journals of processes that are gone, oldest first; what is damaged is logged and left alone."""
        return list(self._left_behind())

    def claim(self, left: LeftJournal) -> LeftJournal | None:
        """Take a journal over, so that no other window offers it; None: another one was quicker."""
        taken = self._folder / f"{_owner(*current_process())}-claimed-{next(_numbers)}{_SUFFIX}"
        try:
            left.path.rename(taken)
        except OSError:
            return None
        return LeftJournal(taken, left.unsaved)

    def _left_behind(self) -> Iterator[LeftJournal]:
        for path in sorted(self._folder.glob(f"*{_SUFFIX}"), key=_age):
            if _is_abandoned(path) and (unsaved := _read(path)):
                yield LeftJournal(path, unsaved)


def _owner(pid: int, start: str) -> str:
    """The beginning of a file name that tells a process: the start is hashed, for it may hold any character."""
    return f"{pid}-{hashlib.sha256(start.encode()).hexdigest()[:12]}"


def _is_abandoned(path: Path) -> bool:
    pid = path.name.partition("-")[0]
    if not pid.isdecimal():
        return False
    start = process_start(int(pid))
    return start is None or not path.name.startswith(_owner(int(pid), start) + "-")


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # claimed by another window meanwhile
        return 0.0


def _read(path: Path) -> Unsaved | None:
    try:
        content = msgspec.json.decode(path.read_bytes())
        if not isinstance(content, dict) or content.get("journal") != _VERSION:
            raise ValueError("not a journal of this version")
        saved = content.get("project_path")
        project = Project.from_json(content.get("project"), path.name)
    except (OSError, ValueError, RecursionError, ColorStudioError) as error:
        logger.warning("the journal %s cannot be read: %s", path.name, error)
        return None
    return Unsaved(project, Path(saved) if isinstance(saved, str) else None)


def discard(left: LeftJournal) -> None:
    """Remove a journal that was restored, or is not wanted."""
    with suppress(OSError):
        left.path.unlink(missing_ok=True)
