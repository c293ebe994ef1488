"""Choosing the model and the render size of the current scan, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from colorstudio.engine.messages import ChromaChoice, ModelsListed
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.panels.colour_panel import ColourPanel
from colorstudio.ui.result_text import state_text


class ColourFeature(QObject):
    """The colour section, and the current document."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._preferences = context.documents, context.preferences
        self.panel = ColourPanel(context.actions)
        context.panel.add_section(self.panel)
        self.panel.choice_changed.connect(self._on_panel_choice_changed)
        context.engine.models_listed.connect(self._on_engine_models_listed)
        documents = self._documents
        documents.progressed.connect(self.panel.set_progress)
        for changed in (
            documents.current_changed,
            documents.picture_changed,
            documents.edit_changed,
            documents.activity_changed,
            documents.chroma_changed,
        ):
            changed.connect(self._on_documents_changed)
        self.panel.words_changed.connect(self._tell_state)

    @Slot(object)
    def _on_documents_changed(self, _document: Document | None) -> None:
        document = self._documents.current
        is_busy = document is not None and document.info is not None and bool(document.job)
        if document is not None:
            self.panel.set_choice(document.edit.choice)
            if not document.job:
                self.panel.set_progress(0)
        self.panel.set_busy(is_busy)
        self._tell_state()

    @Slot()
    def _tell_state(self) -> None:
        document = self._documents.current
        self.panel.set_state("" if document and document.is_coloured else state_text(document))

    @Slot(object)
    def _on_engine_models_listed(self, report: ModelsListed) -> None:
        self.panel.set_models(report.models)
        if self._documents.current:
            self.panel.set_choice(self._documents.current.edit.choice)

    @Slot(object)
    def _on_panel_choice_changed(self, choice: ChromaChoice) -> None:
        text = self.tr("Change model or render size")
        self._documents.change_choice(text, model=choice.model, render_size=choice.render_size)
        self._preferences.change(model=choice.model.split("@")[0])
