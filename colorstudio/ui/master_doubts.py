"""Masters of the project that are missing, or whose content is no longer what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.task_calls import TaskCalls
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.project_session import ProjectSession

if TYPE_CHECKING:
    from colorstudio.core.recipe import Master
    from colorstudio.pipeline.projects import CheckedMaster, Wanted


@dataclass(frozen=True)
class Doubt:
    """A master in doubt.

    Attributes:
        number: of the document; negative: of a scan that is left out.
        path: where it was looked for first, or is.
        master: its content when the project was saved, if that is known.
        is_missing: there is no such file; else its content has changed.
    """

    number: int
    path: Path
    master: Master | None
    is_missing: bool


class MasterDoubts(QObject):
    """Compares masters with the project's hashes, beside the view, and puts right what the archivist decides.

    Args:
        session: the project.
        documents: the open scans.
        parent: the owner.
    """

    changed = Signal()
    """There are other doubts than before."""
    checked = Signal()
    """All masters of the project have been compared."""
    searched = Signal(int)
    """A search has ended, and so many files were found."""
    other_content = Signal(object)
    """A file that the archivist named is another one than the project's: a `CheckedMaster`, for `use`."""

    def __init__(self, session: ProjectSession, documents: DocumentController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._documents = documents
        self._checks, self._searches = TaskCalls(self), TaskCalls(self)  # a search waits for no other masters
        self._checking: list[int] = []
        self._changed: dict[int, CheckedMaster] = {}
        self._unchecked: set[int] = set()
        session.opened.connect(self._on_session_opened)
        documents.document_removed.connect(self._on_documents_document_removed)

    def all(self) -> list[Doubt]:
        """Return the doubts that there are, missing masters first."""
        missing = [
            Doubt(left.number, left.scan.candidates(self._folder())[0], left.scan.recipe.master, True)
            for left in self._session.left_out
        ]
        documents = [self._documents.find(number) for number in self._changed]
        return missing + [Doubt(each.number, each.path, each.master, False) for each in documents if each]

    def accept(self, number: int) -> None:
        """Take a changed file for the master, as the archivist decided."""
        document, checked = self._documents.find(number), self._changed.pop(number, None)
        if document and checked and checked.master:
            document.master = replace(checked.master, page=document.page)
            self._session.restructure()
        self.changed.emit()

    def find_file(self, doubt: Doubt, found: Path) -> None:
        """Look at a file that the archivist names, and for the others where they would be beside it."""
        from colorstudio.pipeline.projects import find_moved

        self._search(partial(find_moved, found, doubt.path, self._wanted()), named=doubt.number)

    def find_in_folder(self, folder: Path) -> None:
        """Look for all by their names in a folder and in those that lie in it."""
        from colorstudio.pipeline.projects import find_in_folder

        self._search(partial(find_in_folder, folder, self._wanted()))

    def shutdown(self) -> None:
        """Stop comparing, and wait until the thread is idle."""
        self._checks.shutdown()
        self._searches.shutdown()

    def _folder(self) -> Path | None:
        return self._session.path.parent if self._session.path else None

    def _wanted(self) -> list[Wanted]:
        return [(doubt.number, doubt.path, doubt.master) for doubt in self.all()]

    def _search(self, work: partial[list[CheckedMaster]], named: int = 0) -> None:
        self._searches.start(work, partial(self._take_found, named), self._take_failure)

    def use(self, found: CheckedMaster) -> None:
        """Open a scan of the project from a file, whatever its content."""
        self._relink(found)
        self._session.restructure()
        self.changed.emit()

    def _take_found(self, named: int, found: Sequence[CheckedMaster]) -> None:
        same = [each for each in found if each.state == "same"]
        for each in same:
            self.use(each)
        other = next((each for each in found if each.number == named and each not in same), None)
        if other:
            self.other_content.emit(other)
        else:
            self.searched.emit(len(same))

    def _take_failure(self, _: ColorStudioError) -> None:
        self.searched.emit(0)  # a folder that went away while it was read, for instance; the log has it

    def _relink(self, found: CheckedMaster) -> None:
        left = next((each for each in self._session.left_out if each.number == found.number), None)
        document = self._documents.find(found.number)
        if left:
            self._session.left_out.remove(left)
            opened = self._session.add(left.scan, found.path)
            self._documents.show(self._documents.current or opened)
        elif document:
            self._changed.pop(document.number, None)
            opened = self._session.move(document, found.path)
        else:
            return
        if found.master and (opened.master is None or found.state == "changed"):
            opened.master = replace(found.master, page=opened.page)

    @Slot()
    def _on_session_opened(self) -> None:
        from colorstudio.pipeline.projects import check_master

        self._changed.clear()
        known = [document for document in self._documents.documents if document.master]
        self._unchecked = {document.number for document in known}
        for task in self._checking:  # of the project before, which may be many large files
            self._checks.cancel(task)
        works = [partial(check_master, each.number, each.path, each.master) for each in known]
        self._checking = [self._checks.start(work, self._take_check) for work in works]
        self.changed.emit()

    def _take_check(self, checked: CheckedMaster) -> None:
        document = self._documents.find(checked.number)
        if document and checked.path == document.path and checked.state == "changed":
            self._changed[checked.number] = checked
            self.changed.emit()
        self._unchecked.discard(checked.number)
        if not self._unchecked:
            self.checked.emit()

    @Slot(object)
    def _on_documents_document_removed(self, document: Document) -> None:
        if self._changed.pop(document.number, None):
            self.changed.emit()
