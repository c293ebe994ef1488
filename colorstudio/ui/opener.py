"""What is dropped, chosen, pasted, double-clicked or named on the command line comes here to be opened."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from colorstudio.core.project_file import SUFFIX
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.dropped_paths import scans_in


class Opener(QObject):
    """Sends projects and scans on their ways.

    Args:
        documents: get the scans.
        parent: the owner.
    """

    opening = Signal()
    """Something is about to be opened: the studio is to be seen."""
    project_chosen = Signal(object, object)
    """The path of a project, and the scans that were chosen with it, to be added to it."""
    surplus_project = Signal(object)
    """The path of a project that was chosen beside another one; one is open at a time."""

    def __init__(self, documents: DocumentController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = documents

    def open(self, paths: Iterable[Path]) -> None:
        """Open scans, the scans in folders, and one project."""
        self.opening.emit()
        absolute = [path.absolute() for path in paths]
        projects = [path for path in absolute if is_project(path)]
        scans = scans_in(path for path in absolute if path not in projects)
        for path in projects[1:]:
            self.surplus_project.emit(path)
        if projects:
            self.project_chosen.emit(projects[0], scans)
        else:
            self._documents.open_paths(scans)


def is_project(path: Path) -> bool:
    """Whether a path is that of a project file."""
    return path.suffix.lower() == SUFFIX and not path.is_dir()
