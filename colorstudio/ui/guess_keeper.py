"""Asks where the model is unsure about the current scan, whenever somebody wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import ChromaChoice, GuessReady, JobFinished, ScanSource
from colorstudio.ui.document import Document, wordless
from colorstudio.ui.preferences import Preferences

if TYPE_CHECKING:
    from colorstudio.ui.document_controller import DocumentController

_ASKER = "map"
_Question = tuple[int, ScanSource, ChromaChoice]


class GuessKeeper(QObject):
    """Sees to it that the chroma of the current document carries its guess map when that is wanted.

    It is wanted once for each call of `want`, and always where uncertain areas fade to grey.

    Args:
        engine: is asked.
        documents: get the answers.
        preferences: the device.
    """

    def __init__(self, engine: InferenceEngine, documents: DocumentController, preferences: Preferences) -> None:
        super().__init__(documents)
        self._engine = engine
        self._documents = documents
        self._preferences = preferences
        self._wanted: set[int] = set()
        self._job = 0
        self._asked: _Question | None = None
        engine.guess_ready.connect(self._on_engine_guess_ready)
        engine.job_finished.connect(self._on_engine_job_finished)
        documents.chroma_changed.connect(self._on_documents_changed)
        documents.edit_changed.connect(self._on_documents_changed)
        documents.current_changed.connect(self._on_documents_changed)

    def want(self) -> None:
        """Have the current document's guess map measured when the worker is idle, unless it is there."""
        if self._documents.current:
            self._wanted.add(self._documents.current.number)
            self._ask()

    @Slot(object)
    def _on_documents_changed(self, document: Document | None) -> None:
        if document is self._documents.current:
            self._ask()

    def _ask(self) -> None:
        document = self._documents.current
        question = self._question(document) if document else None
        if question == self._asked:
            return
        self._engine.cancel(self._job)
        self._asked, self._job = question, 0
        if question is not None:
            self._job = self._engine.guess(*question, self._preferences.settings.device, _ASKER)

    def _question(self, document: Document) -> _Question | None:
        """What is to be asked about a document; None: nothing, or not yet."""
        ready = document.chroma
        if ready is None or not ready.final:
            return None
        if ready.chroma.guess is not None:
            self._wanted.discard(document.number)
            return None
        if document.number not in self._wanted and document.edit.look.guess_fade is None:
            return None
        return document.number, document.source, wordless(document.edit.choice)

    @Slot(object)
    def _on_engine_guess_ready(self, report: GuessReady) -> None:
        document = self._documents.find(report.document)
        if document and document.keep_guess(report):
            self._documents.chroma_changed.emit(document)

    @Slot(object)
    def _on_engine_job_finished(self, report: JobFinished) -> None:
        if report.job == self._job and report.cancelled:  # one that failed is not asked again
            self._asked, self._job = None, 0
