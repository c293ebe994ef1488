"""The open scans: which there are, which is shown, what is done to them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoGroup

from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import (
    ChromaChoice,
    ChromaReady,
    DetailReady,
    JobFailed,
    JobFinished,
    JobProgressed,
    ScanOpened,
)
from colorstudio.ui.document import Document
from colorstudio.ui.edit import Edit
from colorstudio.ui.guess_keeper import GuessKeeper
from colorstudio.ui.preferences import Preferences
from colorstudio.ui.undo import ChangeEdit

# A hint that has been held still for so long is coloured at the full render size.
_SETTLES_AFTER_MS = 250


class DocumentController(QObject):
    """Owns the documents; every change of a parameter goes through here, and can be undone.

    Args:
        engine: opens and colours.
        preferences: the model, render size and device of new scans.
    """

    document_added = Signal(object)
    document_removed = Signal(object)
    document_rejected = Signal(object, object)
    """A document that is about to be removed because its file cannot be read, and the error."""
    page_changed = Signal(object)
    """A document became another page of its file."""
    current_changed = Signal(object)
    picture_changed = Signal(object)
    """A document was opened or turned: its size is known anew."""
    detail_changed = Signal(object)
    """A document can be drawn sharply."""
    edit_changed = Signal(object)
    chroma_changed = Signal(object)
    activity_changed = Signal(object)
    progressed = Signal(float)
    failed = Signal(object)
    noted = Signal(object, object)
    """A document, and what should be known about its file: a tuple of `ScanNote`."""

    def __init__(self, engine: InferenceEngine, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._preferences = preferences
        self._numbers = itertools.count(1)
        self._gesture = 0
        self._is_gesture = False
        self._given_up = 0
        self._hurried: tuple[int, int] = (0, 0)  # document and job of a quick pass whose full one is still due
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLES_AFTER_MS)
        self._settle_timer.timeout.connect(self._settle)
        self._opening: dict[int, int] = {}
        self.documents: list[Document] = []
        self.current: Document | None = None
        self.history = QUndoGroup(self)
        engine.scan_opened.connect(self._on_engine_scan_opened)
        engine.detail_ready.connect(self._on_engine_detail_ready)
        engine.chroma_ready.connect(self._on_engine_chroma_ready)
        engine.job_progressed.connect(self._on_engine_job_progressed)
        engine.job_finished.connect(self._on_engine_job_finished)
        engine.job_failed.connect(self._on_engine_job_failed)
        self._guesses = GuessKeeper(engine, self, preferences)

    # -- which scans there are

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open scans and show the first of them; those that are open already are shown again."""
        opened = [self._opened(path.absolute()) for path in paths]
        if opened:
            self.show(opened[0])

    def add(self, path: Path, edit: Edit | None = None, page: int = 0) -> Document:
        """Add a scan without showing it.

        Args:
            path: the master, absolute.
            edit: its parameters; None: those of a new scan.
            page: of the master, from 0.
        """
        settings = self._preferences.settings
        edit = edit or Edit(ChromaChoice(settings.model, settings.render_size))
        document = Document(next(self._numbers), path, edit, page)
        self.documents.append(document)
        self.history.addStack(document.history)
        self.document_added.emit(document)
        return document

    def show(self, document: Document | None) -> None:
        """Make a document the one that is seen, and colour it if that has not been done."""
        if document is self.current:
            return
        self.current = document
        self.history.setActiveStack(document.history if document else None)
        self.current_changed.emit(document)
        if document is None:
            return
        if document.info is None:
            self._open(document)
        else:
            self._colour_if_needed(document)

    def step(self, distance: int) -> None:
        """Show the scan that lies `distance` further in the strip."""
        if self.current in self.documents:
            index = self.documents.index(self.current) + distance
            self.show(self.documents[index % len(self.documents)])

    def close(self, document: Document) -> None:
        """Close a scan; the next one is shown."""
        if document not in self.documents:
            return
        index = self.documents.index(document)
        self.documents.remove(document)
        self._engine.forget(document.number)
        self.document_removed.emit(document)
        if document is self.current:
            self.show(self.documents[min(index, len(self.documents) - 1)] if self.documents else None)
        self.history.removeStack(document.history)
        document.history.clear()  # its steps know the document: Python cannot see that circle, as Qt holds them

    def close_all(self) -> None:
        """Close all scans, without showing one after the other."""
        self.show(None)
        for document in tuple(self.documents):
            self.close(document)

    def turn_to_page(self, document: Document, page: int) -> None:
        """Let a document that nothing was done to become another page of its file."""
        self._engine.cancel(document.job)
        document.job = 0
        document.turn_to_page(page)
        self.page_changed.emit(document)
        if document is self.current:
            self.current_changed.emit(document)
            self._open(document)

    def find(self, number: int) -> Document | None:
        """Return the document with a number; None: it was closed."""
        return next((document for document in self.documents if document.number == number), None)

    def reject(self, document: Document, error: Exception) -> None:
        """Close a scan that cannot be read, and say why."""
        if document in self.documents:
            self.document_rejected.emit(document, error)
        self.close(document)
        self.failed.emit(error)

    # -- what is done to the current one

    def change(self, text: str, edit: Edit, *, gesture: bool = False, document: Document | None = None) -> None:
        """Put parameters into force, as a step of the history.

        Args:
            text: what the user did, for the history.
            edit: all parameters from now on.
            gesture: changes until `end_gesture` fold into one step.
            document: None: the current one.
        """
        document = document or self.current
        if document and edit != document.edit:
            apply = partial(self._apply, document)
            folds = self._gesture if gesture else None
            self._is_gesture = gesture
            document.history.push(ChangeEdit(text, document.edit, edit, apply, folds))
            self._is_gesture = False

    def change_look(self, text: str, *, gesture: bool = False, **fields: Any) -> None:
        """Replace fields of the current document's `Look`."""
        if self.current:
            self.change(text, self.current.edit.with_look(**fields), gesture=gesture)

    def change_choice(self, text: str, *, gesture: bool = False, **fields: Any) -> None:
        """Replace fields of the current document's `ChromaChoice`; the scan is coloured anew."""
        if self.current:
            self.change(text, self.current.edit.with_choice(**fields), gesture=gesture)

    def end_gesture(self) -> None:
        """Let the next change be a step of its own; what was coloured in a hurry is coloured well."""
        self._gesture += 1
        self._settle()

    def turn(self, quarter_turns: int, text: str) -> None:
        """Turn the picture clockwise."""
        if self.current and self.current.info:
            self.change(text, self.current.edit.turned(quarter_turns))

    def mirror(self, text: str) -> None:
        """Exchange left and right of the picture."""
        if self.current and self.current.info:
            self.change(text, self.current.edit.mirrored())

    def flip(self, text: str) -> None:
        """Exchange top and bottom of the picture."""
        if self.current and self.current.info:
            self.change(text, self.current.edit.flipped())

    def recolour(self) -> None:
        """Predict the chroma of the current scan again."""
        if self.current and self.current.info:
            self.current.forget_chroma()
            self._colour_if_needed(self.current)

    def cancel(self) -> None:
        """Stop colouring the current scan."""
        if self.current:
            number, job = self.current.number, self.current.job
            was_hurried, self._hurried = self._hurried == (number, job), (0, 0)
            self._settle_timer.stop()
            self._given_up = job  # a result that is on its way comes too late
            self._engine.cancel(job)
            if was_hurried:
                self._end_colouring(number, job)

    def want_guess(self) -> None:
        """Have it measured where the model is unsure about the current scan, when the worker is idle.

        `chroma_changed` follows, and `document.chroma.chroma.guess` is there then; ask again for other parameters.
        """
        self._guesses.want()

    def show_preview(self, ready: ChromaReady | None) -> None:
        """Show another variation of the current scan for looking at it; None: its own colours again."""
        if self.current and self.current.preview is not ready:
            self.current.preview = ready
            self.chroma_changed.emit(self.current)

    # -- inside

    def _opened(self, path: Path) -> Document:
        for document in self.documents:
            if document.path == path:
                return document
        return self.add(path)

    def _open(self, document: Document) -> None:
        self._opening[self._engine.open_scan(document.number, document.source)] = document.number

    def _apply(self, document: Document, edit: Edit) -> None:
        before, document.edit = document.edit, edit
        is_turned = edit.orientation != before.orientation
        if is_turned:
            document.reorient_picture(before.orientation, edit.orientation)
            self.picture_changed.emit(document)
        self.edit_changed.emit(document)
        if (is_turned or edit.choice != before.choice) and document is self.current:
            self._engine.cancel(document.job)
            self._colour_if_needed(document, quick=self._is_gesture and not is_turned)

    def _colour_if_needed(self, document: Document, quick: bool = False) -> None:
        if document.is_coloured:
            self._hurried = (0, 0)
            self._end_colouring(document.number, document.job)
            self.chroma_changed.emit(document)
            return
        device = self._preferences.settings.device
        document.failed = False
        wanted = document.number, document.source, document.edit.choice
        document.job = self._engine.colorize(*wanted, device, quick)
        self._hurried = (document.number, document.job) if quick else (0, 0)
        if quick:
            self._settle_timer.start()
        self.activity_changed.emit(document)

    @Slot()
    def _settle(self) -> None:
        """Colour at the full render size what a gesture has left coarse."""
        self._settle_timer.stop()
        number, job = self._hurried
        self._hurried = (0, 0)
        document = self.find(number)
        if document and document is self.current:
            self._colour_if_needed(document)
        else:
            self._end_colouring(number, job)

    @Slot(object)
    def _on_engine_scan_opened(self, report: ScanOpened) -> None:
        document = self.find(report.document)
        if document and report.source == document.source:
            if document.info is None and report.info.warnings:
                self.noted.emit(document, report.info.warnings)
            document.info = report.info
            self.picture_changed.emit(document)
            self._colour_if_needed(document)

    @Slot(object)
    def _on_engine_detail_ready(self, report: DetailReady) -> None:
        document = self.find(report.document)
        if document and report.source == document.source:
            document.is_sharp = True
            self.detail_changed.emit(document)

    @Slot(object)
    def _on_engine_chroma_ready(self, report: ChromaReady) -> None:
        document = self.find(report.document)
        if document and report.job != self._given_up:
            document.keep_chroma(report)
            if document.shown is report:
                self.chroma_changed.emit(document)

    @Slot(object)
    def _on_engine_job_progressed(self, report: JobProgressed) -> None:
        if self.current and report.job in (self.current.job, *self._opening):
            self.progressed.emit(report.fraction)

    @Slot(object)
    def _on_engine_job_finished(self, report: JobFinished) -> None:
        self._opening.pop(report.job, None)
        self._end_colouring(report.document, report.job)

    @Slot(object)
    def _on_engine_job_failed(self, report: JobFailed) -> None:
        document = self.find(report.document)
        if self._opening.pop(report.job, None):
            if document:
                self.reject(document, report.error)
            return
        if document and document.job == report.job:
            document.failed = True
        self._end_colouring(report.document, report.job)
        self.failed.emit(report.error)

    def _end_colouring(self, number: int, job: int) -> None:
        document = self.find(number)
        if self._hurried == (number, job) and document and not document.is_coloured:
            return  # the full pass follows
        if document and document.job == job:
            document.job = 0
            self.activity_changed.emit(document)
