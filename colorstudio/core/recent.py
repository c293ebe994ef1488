"""What was opened and saved last: projects, scans, and the folder to begin with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from colorstudio.core.files import write_json_atomically

MOST = 10


@dataclass(frozen=True)
class Recent:
    """Lists of absolute paths, the newest first.

    Attributes:
        projects, scans: at most `MOST` each.
        session: what was open when the window was closed: a project, or scans.
        folder: where files were chosen last.
    """

    projects: tuple[str, ...] = ()
    scans: tuple[str, ...] = ()
    session: tuple[str, ...] = ()
    folder: str = ""

    def with_projects(self, paths: Sequence[Path]) -> Recent:
        """Put projects to the front."""
        return replace(self, projects=_in_front(self.projects, paths))

    def with_scans(self, paths: Sequence[Path]) -> Recent:
        """Put scans to the front."""
        return replace(self, scans=_in_front(self.scans, paths))


def read_recent(path: Path) -> Recent:
    """Read the lists; what is missing or damaged is empty."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        content = None
    if not isinstance(content, dict):
        return Recent()
    folder = content.get("folder")
    projects, scans, session = (_texts(content.get(name)) for name in ("projects", "scans", "session"))
    return Recent(projects[:MOST], scans[:MOST], session, folder if isinstance(folder, str) else "")


def write_recent(path: Path, recent: Recent) -> None:
    """Write the lists.

    Raises:
        OSError: the folder cannot be written; the old file is whole.
    """
    content = {"projects": recent.projects, "scans": recent.scans, "session": recent.session, "folder": recent.folder}
    write_json_atomically(path, content)


def _in_front(known: tuple[str, ...], paths: Sequence[Path]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*map(str, paths), *known]))[:MOST]


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
