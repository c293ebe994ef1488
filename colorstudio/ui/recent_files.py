"""The lists of recent files as the window uses them: shared by all windows, written beside the view."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.recent import Recent, read_recent, write_recent
from colorstudio.engine.task_calls import TaskCalls

logger = logging.getLogger(__name__)


class RecentFiles(QObject):
    """Remembers projects, scans and the last folder.

    Args:
        file: where they are stored.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._calls = TaskCalls(self)
        self._recent = read_recent(file)
        self._missing: frozenset[str] = frozenset()
        self._looking = 0

    @property
    def projects(self) -> tuple[Path, ...]:
        """The projects, newest first."""
        return tuple(map(Path, self._recent.projects))

    @property
    def scans(self) -> tuple[Path, ...]:
        """The scans, newest first."""
        return tuple(map(Path, self._recent.scans))

    @property
    def session(self) -> tuple[Path, ...]:
        """What was open when a window was closed last."""
        return tuple(map(Path, self._recent.session))

    @property
    def folder(self) -> Path | None:
        """Where files were chosen last; None: nowhere yet."""
        return Path(self._recent.folder) if self._recent.folder else None

    def is_missing(self, path: Path) -> bool:
        """Whether a file was missing when they were looked for last."""
        return str(path) in self._missing

    def add_project(self, path: Path) -> None:
        """Put a project to the front; its folder is the one to begin with."""
        self._change(lambda recent: dataclasses.replace(recent.with_projects([path]), folder=str(path.parent)))

    def add_scans(self, paths: Iterable[Path]) -> None:
        """Put scans to the front; their folder is the one to begin with."""
        scans = list(paths)
        if scans:
            folder = str(scans[0].parent)
            self._change(lambda recent: dataclasses.replace(recent.with_scans(scans), folder=folder))

    def clear_projects(self) -> None:
        """Forget all projects."""
        self._change(lambda recent: dataclasses.replace(recent, projects=()))

    def clear_scans(self) -> None:
        """Forget all scans."""
        self._change(lambda recent: dataclasses.replace(recent, scans=()))

    def keep_session(self, paths: Iterable[Path]) -> None:
        """Remember what is open, for the next start."""
        session = tuple(map(str, paths))
        self._change(lambda recent: dataclasses.replace(recent, session=session))

    def look(self) -> None:
        """Look which files are there, beside the view: a network drive may take its time."""
        paths = self._recent.projects + self._recent.scans
        self._calls.cancel(self._looking)
        self._looking = self._calls.start(partial(_missing_of, paths), self._take_missing)

    def shutdown(self) -> None:
        """Wait until all is written."""
        self._calls.cancel(self._looking)
        self._calls.finish()

    def _change(self, change: Callable[[Recent], Recent]) -> None:
        self._recent = change(self._recent)
        self._calls.start(partial(_change_file, self._file, change))
        self.changed.emit()

    def _take_missing(self, missing: frozenset[str]) -> None:
        if missing != self._missing:
            self._missing = missing
            self.changed.emit()


def _missing_of(paths: tuple[str, ...], token: CancelToken, progress: Progress) -> frozenset[str]:
    missing = []
    for path in paths:
        token.check()
        if not Path(path).exists():
            missing.append(path)
    return frozenset(missing)


def _change_file(file: Path, change: Callable[[Recent], Recent], token: CancelToken, progress: Progress) -> None:
    """Change what is stored now: another window may have written meanwhile."""
    try:
        write_recent(file, change(read_recent(file)))
    except OSError:
        logger.exception("the recent files cannot be stored")
