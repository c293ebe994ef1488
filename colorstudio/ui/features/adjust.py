"""Adjusting the colour of the current scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from colorstudio.core.adjust import Adjustments
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.panels.adjust_panel import AdjustPanel
from colorstudio.ui.panels.preset_bar import PresetBar
from colorstudio.ui.presets import Presets


class AdjustFeature(QObject):
    """The sliders, and the current document."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._views = context.documents, context.views
        self.panel = AdjustPanel(context.actions["reset"])
        self.bar = PresetBar()
        self.panel.presets.addWidget(self.bar)
        self.presets = Presets(context, self.bar)
        context.panel.add_section(self.panel)
        self.panel.adjustments_changed.connect(self._on_panel_adjustments_changed)
        self.panel.editing_finished.connect(self._on_panel_editing_finished)
        self._documents.current_changed.connect(self._on_documents_changed)
        self._documents.edit_changed.connect(self._on_documents_changed)

    @Slot(object)
    def _on_documents_changed(self, document: Document | None) -> None:
        if document is not None and document is self._documents.current:
            self.panel.set_adjustments(document.edit.look.adjustments)
            self.bar.set_adjustments(document.edit.look.adjustments)

    @Slot(object, str)
    def _on_panel_adjustments_changed(self, adjustments: Adjustments, words: str) -> None:
        self._views.set_dragging(True)
        self._documents.change_look(words, gesture=True, adjustments=adjustments)

    @Slot()
    def _on_panel_editing_finished(self) -> None:
        self._documents.end_gesture()
        self._views.set_dragging(False)
