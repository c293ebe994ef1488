"""Projects: new, open, save, save as, the window's title, and no unsaved work lost unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from colorstudio.core.project_file import SUFFIX
from colorstudio.ui.commands import MODES
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.project_questions import Answer, ProjectQuestions
from colorstudio.ui.widgets.message_bar import MessageAction, MessageKind


class ProjectsFeature(QObject):
    """The actions of the project that the open scans belong to.

    Attributes:
        questions: asks the archivist.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._window, self._session, self._documents = context.window, context.project, context.documents
        self._actions, self._messages, self._recent = context.actions, context.messages, context.recent
        self._opener, self._canvas = context.opener, context.canvas
        self.questions = ProjectQuestions(context.window)
        slots: dict[str, Callable[[], object]] = {
            "new_project": self._on_new_project,
            "open_project": self._on_open_project,
            "save_project": self.save,
            "save_project_as": self.save_as,
        }
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)
        self._opener.project_chosen.connect(self._on_opener_project_chosen)
        self._opener.surplus_project.connect(self._on_opener_surplus_project)
        self._session.changed.connect(self._tell)
        self._session.opened.connect(self._on_session_opened)
        self._session.saved.connect(self._on_session_saved)
        self._session.models_missed.connect(self._on_session_models_missed)
        self._session.work_closed.connect(self._on_session_work_closed)
        self._documents.current_changed.connect(self._on_documents_current_changed)
        self._documents.page_changed.connect(self._on_documents_current_changed)
        self._documents.document_added.connect(self._on_documents_current_changed)
        for name in MODES:
            self._actions[name].toggled.connect(self._on_mode_toggled)
        self._tell()

    def may_close(self) -> bool:
        """Whether the window may be closed now; asks about unsaved changes, and closes it when they are saved."""
        settled = []
        self._settle(lambda: settled.append(True), self._window.close)
        if settled:
            self._session.give_up()
        return bool(settled)

    @Slot()
    def save(self) -> None:
        """Save the project where it is, or ask where."""
        self._save(_nothing)

    @Slot()
    def save_as(self) -> None:
        """Ask where to save the project."""
        self._save_as(_nothing)

    def _save(self, then: Callable[[], object]) -> None:
        if self._session.path:
            self._session.save(self._session.path, then)
        else:
            self._save_as(then)

    def _save_as(self, then: Callable[[], object]) -> None:
        if self._session.is_empty:
            return
        path = self.questions.project_to_save(self._proposed())
        if path:
            self._session.save(path, then)

    def _proposed(self) -> Path:
        if self._session.path:
            return self._session.path
        first = next(iter(self._documents.documents), None)
        folder = self._recent.folder or (first.path.parent if first else Path.home())
        name = first.path.parent.name if first else ""
        return folder / ((name or self.tr("Project")) + SUFFIX)

    def _settle(self, now: Callable[[], object], later: Callable[[], object] | None = None) -> None:
        """Ask what to do with unsaved changes, then go on; not at all when the archivist cancels or saving fails.

        Args:
            now: goes on when nothing is left to save, or what is left may be lost.
            later: goes on when the changes were saved; None: this begins anew, as there may be others meanwhile.
        """
        later = later or partial(self._settle, now)
        if self._session.is_saving:
            self._session.when_saved(later)
        elif not self._session.is_modified:
            now()
        else:
            answer = self.questions.unsaved(self._session.name)
            if answer is Answer.SAVE:
                self._save(later)
            elif answer is Answer.DISCARD:
                now()

    @Slot()
    def _on_new_project(self) -> None:
        self._settle(self._session.new)

    @Slot()
    def _on_open_project(self) -> None:
        path = self.questions.project_to_open(self._recent.folder)
        if path:
            self._opener.open([path])

    @Slot(object, object)
    def _on_opener_project_chosen(self, path: Path, scans: Sequence[Path]) -> None:
        def add_scans() -> None:
            self._documents.open_paths(scans)

        self._settle(lambda: self._session.open(path, add_scans))

    @Slot(object)
    def _on_opener_surplus_project(self, path: Path) -> None:
        text = self.tr("{name} was not opened: one project is open at a time.").format(name=path.name)
        self._messages.show_message(text, MessageKind.WARNING)

    @Slot()
    def _on_session_opened(self) -> None:
        view = self._session.view
        if view in MODES:  # not by its trigger: the action is disabled until the scan is there
            self._canvas.set_compare_mode(MODES[view])
            self._actions[view].setChecked(True)

    @Slot()
    def _on_session_saved(self) -> None:
        self._messages.show_message(self.tr("Saved {name}.").format(name=self._session.path.name))

    @Slot(object)
    def _on_session_models_missed(self, names: Sequence[str]) -> None:
        text = self.tr("The project was made with {models}, which is not here in that form; its colours may differ.")
        self._messages.show_message(text.format(models=", ".join(names)), MessageKind.WARNING)

    @Slot(object)
    def _on_session_work_closed(self, document: Document) -> None:
        text = self.tr("Closed {name}; what you did to it is not saved.").format(name=document.name)

        def bring_back() -> None:
            self._messages.dismiss(text)
            self._session.bring_back(document)

        self._messages.show_message(text, MessageKind.INFO, MessageAction(self.tr("Bring back"), bring_back))

    @Slot(bool)
    def _on_mode_toggled(self, checked: bool) -> None:
        if checked:
            self._session.view = self.sender().objectName()

    @Slot(object)
    def _on_documents_current_changed(self, _: Document | None) -> None:
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Show in title and actions what there is to save."""
        self._window.setWindowTitle(window_title(self._documents.current, self._session.name))
        self._window.setWindowModified(self._session.is_modified)
        self._actions.enable(("save_project_as", "new_project"), not self._session.is_empty)
        saved_nowhere = self._session.path is None and not self._session.is_empty
        self._actions["save_project"].setEnabled(self._session.is_modified or saved_nowhere)


def window_title(document: Document | None, project: str) -> str:
    """Return the title, with Qt's place for the mark of unsaved changes."""
    parts = [document.name] if document else []
    parts += [project] if project else []
    return " – ".join([*parts[:-1], parts[-1] + "[*]", "Color Studio"]) if parts else "Color Studio[*]"


def _nothing() -> None:
    """Do nothing more."""
