"""The project that the open scans belong to: where it is saved, and what is not saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.task_calls import TaskCalls
from colorstudio.paths import model_dirs
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.edit import Edit
from colorstudio.ui.preferences import Preferences

if TYPE_CHECKING:
    from colorstudio.core.project_file import Project, ProjectScan
    from colorstudio.core.recipe import Master
    from colorstudio.pipeline.projects import Draft, OpenedProject, ProjectDraft

Then = Callable[[], object]


def _nothing() -> None:
    """Do nothing more."""


@dataclass(frozen=True)
class LeftOut:
    """A scan of the project that is not open, because its file is missing or cannot be read; it stays in the project.

    Attributes:
        number: identifies it; numbers of documents are positive, these are negative.
        scan: as the project has it.
        index: its place among the project's scans.
    """

    number: int
    scan: ProjectScan
    index: int


class ProjectSession(QObject):
    """Opens and saves projects, and knows whether there is something to save.

    Args:
        documents: the open scans; their histories tell what was changed.
        preferences: the model for recipes that name none.
        parent: the owner.

    Attributes:
        path: the project file; None: it was never saved.
        view: how scans are compared, the name of an action.
        left_out: scans that are not open.
    """

    changed = Signal()
    """What is saved, and where, may have changed."""
    opened = Signal()
    """The scans of a project, or of a journal, are there."""
    saving = Signal()
    saved = Signal()
    failed = Signal(object)
    models_missed = Signal(object)
    """The names of the packs of a project that was opened which are not here, or have another content."""
    work_closed = Signal(object)
    """A document that the archivist closed although it has unsaved changes."""

    def __init__(self, documents: DocumentController, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._preferences = preferences
        self._calls = TaskCalls(self)
        self._opening = 0
        self._is_loading = False
        self._is_restructured = False
        self._saves = 0
        self._when_saved: list[Then] = []
        self._members: set[int] = set()
        self._rejected = 0
        self._hashed: set[int] = set()
        self.path: Path | None = None
        self.view = ""
        self.left_out: list[LeftOut] = []
        documents.document_added.connect(self._on_documents_document_added)
        documents.document_removed.connect(self._on_documents_document_removed)
        documents.page_changed.connect(self._on_documents_page_changed)
        documents.chroma_changed.connect(self._on_documents_chroma_changed)
        documents.document_rejected.connect(self._on_documents_document_rejected)

    @property
    def name(self) -> str:
        """The project's name; empty while it was never saved."""
        return self.path.stem if self.path else ""

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that are not in the project's file, or not yet."""
        clean = all(document.history.isClean() for document in self._documents.documents)
        return self.is_saving or self._is_restructured or not clean

    @property
    def is_saving(self) -> bool:
        """Whether the project is being written."""
        return self._saves > 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that could be saved."""
        return not self._documents.documents and not self.left_out

    @property
    def is_busy(self) -> bool:
        """Whether a project is being opened or saved."""
        return self._calls.busy

    @property
    def masters(self) -> tuple[Path, ...]:
        """Where all scans of the project are, those that are not open among them: nothing is written there."""
        folder = self.path.parent if self.path else None
        closed = (place for left in self.left_out for place in left.scan.candidates(folder))
        return *(document.path for document in self._documents.documents), *closed

    # -- opening

    def new(self) -> None:
        """Close all scans and begin a project that is saved nowhere."""
        self._calls.cancel(self._opening)
        self._clear()
        self.opened.emit()
        self.changed.emit()

    def open(self, path: Path, then: Then = _nothing) -> None:
        """Open a project in the place of what is open; the newest call wins.

        Args:
            path: of the project file.
            then: is called when its scans are there.
        """
        from colorstudio.pipeline.projects import open_project

        self._calls.cancel(self._opening)
        done = partial(self._take_opened, then=then)
        self._opening = self._calls.start(partial(open_project, path, model_dirs()), done, self.failed.emit)

    def restore(self, projects: Sequence[tuple[Path | None, Project]], then: Then) -> None:
        """Bring unsaved work back; it is unsaved still, and joins the scans that are open.

        Args:
            projects: where each is saved, and its state; several become one that is saved nowhere.
            then: is called when the scans are there.
        """
        from colorstudio.pipeline.projects import locate

        path, first = projects[0]
        scans = tuple(scan for _, project in projects for scan in project.scans)
        joined = replace(first, scans=scans)
        done = partial(self._take_restored, then=then)
        where = path if len(projects) == 1 else None
        self._opening = self._calls.start(lambda token, progress: locate(where, joined), done, self.failed.emit)

    def _take_restored(self, opened: OpenedProject, then: Then) -> None:
        if self.is_empty:
            self.path, self.view = opened.path, opened.project.view
        self._add_all(opened)
        self.restructure()
        then()

    def _take_opened(self, opened: OpenedProject, then: Then) -> None:
        self._clear()
        self.path, self.view = opened.path, opened.project.view
        self._add_all(opened)
        if opened.strange_models:
            self.models_missed.emit(opened.strange_models)
        then()

    def _add_all(self, opened: OpenedProject) -> None:
        shown: Document | None = None
        self._is_loading = True
        for index, (scan, place) in enumerate(zip(opened.project.scans, opened.places, strict=True)):
            if place is None:
                self._leave_out(scan, index)
                continue
            document = self.add(scan, place)
            if shown is None or index == opened.project.shown:
                shown = document
        self._is_loading = False
        self._documents.show(shown or self._documents.current)
        self.opened.emit()
        self.changed.emit()

    def _clear(self) -> None:
        self._is_loading = True
        self._documents.close_all()
        self._is_loading = False
        self._is_restructured = False
        self.path, self.view, self.left_out = None, "", []
        self._members.clear()

    def add(self, scan: ProjectScan, place: Path) -> Document:
        """Open a scan of the project, without showing it.

        Args:
            scan: as the project has it.
            place: where its master is.
        """
        edit = Edit.from_recipe(scan.recipe, self._preferences.settings.model)
        document = self._documents.add(place, edit, scan.page)
        document.master, document.model = scan.recipe.master, scan.recipe.model
        self._members.add(document.number)
        return document

    def move(self, document: Document, place: Path) -> Document:
        """Open a document's scan from another file, with the same parameters, in its place."""
        self._is_loading = True
        twin = self._documents.add(place, document.edit, document.page)
        twin.master, twin.model = document.master, document.model
        self._members.add(twin.number)
        if document is self._documents.current:
            self._documents.show(twin)
        self._documents.close(document)
        self._is_loading = False
        return twin

    def _leave_out(self, scan: ProjectScan, index: int) -> None:
        lowest = min((each.number for each in self.left_out), default=0)
        self.left_out.append(LeftOut(lowest - 1, scan, index))

    # -- saving

    def draft(self) -> ProjectDraft:
        """Return all that is to be kept, as it is now."""
        from colorstudio.pipeline.projects import ProjectDraft

        items, current = self.items(), self._documents.current
        scans = tuple(each.scan if isinstance(each, LeftOut) else _draft(each) for each in items)
        shown = items.index(current) if current in items else None
        return ProjectDraft(scans, shown, self.view, self.path.parent if self.path else None)

    def save(self, path: Path, then: Then = _nothing) -> None:
        """Save everything, and make `path` the project's file.

        Args:
            path: of the project file.
            then: is called when it is written.
        """
        from colorstudio.pipeline.projects import save_project

        items = self.items()
        work = partial(save_project, path, self.draft(), model_dirs())
        self._saves += 1
        self._set_clean()  # what is done from now on is not in the file
        self._calls.start(work, partial(self._take_saved, path, items, then), self._take_unsaved)
        self.saving.emit()

    def _take_saved(self, path: Path, items: list[Document | LeftOut], then: Then, project: Project) -> None:
        self.path = path
        self.learn(items, project)
        rebased = {item.number: scan for item, scan in zip(items, project.scans, strict=True)}
        self.left_out = [replace(each, scan=rebased.get(each.number, each.scan)) for each in self.left_out]
        self._members.update(number for number in rebased if number > 0)
        self._is_restructured |= rebased.keys() != {each.number for each in self.items()}
        self._saves -= 1
        self.saved.emit()
        self.changed.emit()
        then()
        self._go_on()

    def _take_unsaved(self, error: ColorStudioError) -> None:
        self._saves -= 1
        self.restructure()
        self.failed.emit(error)
        self._go_on()

    def when_saved(self, then: Then) -> None:
        """Call `then` when what is being saved is written, or could not be: before, nobody knows what would be lost."""
        self._when_saved.append(then)

    def _go_on(self) -> None:
        if not self.is_saving:
            waiting, self._when_saved = self._when_saved, []
            for then in waiting:
                then()

    def give_up(self) -> None:
        """Take all changes for saved: the archivist does not want to keep them."""
        self._set_clean()
        self.changed.emit()

    def restructure(self) -> None:
        """Note a change that no history has: scans that came, went, or were found elsewhere."""
        self._is_restructured = True
        self.changed.emit()

    def bring_back(self, document: Document) -> None:
        """Open a scan again that was closed, with all that was done to it."""
        again = self._documents.add(document.path, document.edit, document.page)
        again.master, again.model = document.master, document.model
        self._documents.show(again)
        self.restructure()

    def shutdown(self) -> None:
        """Stop, and wait until the thread is idle."""
        self._calls.shutdown()

    def _set_clean(self) -> None:
        self._is_restructured = False
        for document in self._documents.documents:
            document.history.setClean()

    def learn(self, items: Sequence[Document | LeftOut], project: Project) -> None:
        """Take over what was found out beside the view: the masters' contents, and which packs were meant."""
        for item, scan in zip(items, project.scans, strict=True):
            if isinstance(item, Document):
                item.master = item.master or scan.recipe.master
                item.model = scan.recipe.model or item.model

    def items(self) -> list[Document | LeftOut]:
        """Return all scans of the project in their order."""
        items: list[Document | LeftOut] = list(self._documents.documents)
        for left in sorted(self.left_out, key=lambda each: each.index):
            items.insert(left.index, left)
        return items

    # -- what changes

    @Slot(object)
    def _on_documents_document_added(self, document: Document) -> None:
        document.history.cleanChanged.connect(self._on_history_clean_changed)
        if self.path and not self._is_loading:
            self.restructure()

    @Slot(object)
    def _on_documents_document_removed(self, document: Document) -> None:
        self._members.discard(document.number)
        if not document.history.isClean() and not self._is_loading:
            self.work_closed.emit(document)
        if self.path and not self._is_loading and document.number != self._rejected:
            self.restructure()
        else:
            self.changed.emit()

    @Slot(object)
    def _on_documents_page_changed(self, _: Document) -> None:
        if self.path:
            self.restructure()

    @Slot(object, object)
    def _on_documents_document_rejected(self, document: Document, _: ColorStudioError) -> None:
        """Keep in the project what was done to a scan that cannot be read now."""
        if document.number in self._members:
            from colorstudio.core.project_file import ProjectScan

            recipe = replace(document.edit.to_recipe(), master=document.master, model=document.model)
            index = self.items().index(document)
            self._rejected = document.number  # it leaves the strip, and not the project
            self._leave_out(ProjectScan(str(document.path), recipe, "", document.page), index)

    @Slot(object)
    def _on_documents_chroma_changed(self, document: Document) -> None:
        """Hash a master once its colours are there, so that saving need not: the system has it in memory still."""
        if document.is_coloured and document.master is None and document.number not in self._hashed:
            from colorstudio.pipeline.projects import hash_master

            self._hashed.add(document.number)
            work = partial(hash_master, document.path, document.page)
            self._calls.start(work, partial(self._take_hash, document, document.page))

    def _take_hash(self, document: Document, page: int, master: Master | None) -> None:
        self._hashed.discard(document.number)
        if document.page == page:
            document.master = document.master or master

    @Slot(bool)
    def _on_history_clean_changed(self, _: bool) -> None:
        self.changed.emit()


def _draft(document: Document) -> Draft:
    from colorstudio.pipeline.projects import Draft

    recipe = document.edit.to_recipe()
    return Draft(document.path, document.page, recipe, document.master, _model_of(document), document.model)


def _model_of(document: Document) -> str:
    """The pack of a document as exactly as it is known: a choice may name no version."""
    if document.chroma:
        return document.chroma.model
    choice, known = document.edit.choice.model, document.model
    return known.reference if known and known.reference.partition("@")[0] == choice else choice
