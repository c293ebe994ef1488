"""Taking the colours of a reference photograph for the current scan."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.scan_formats import readable_suffixes
from colorstudio.core.steering import Palette
from colorstudio.engine.references import Reference, References
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.i18n import error_text
from colorstudio.ui.panels.palette_panel import PalettePanel
from colorstudio.ui.view_controller import THIRD
from colorstudio.ui.widgets.message_bar import MessageKind


class PaletteFeature(QObject):
    """The palette's section, the photographs that are measured for it, and the current document."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._window, self._messages = context.window, context.messages
        self._documents, self._views = context.documents, context.views
        self._references = References(self)
        self._reading = 0
        self.panel = PalettePanel()
        context.panel.add_section(self.panel)
        self.panel.file_wanted.connect(self._on_panel_file_wanted)
        self.panel.path_dropped.connect(self.take_file)
        self.panel.scans_wanted.connect(self._on_panel_scans_wanted)
        self.panel.scan_chosen.connect(self._on_panel_scan_chosen)
        self.panel.palette_changed.connect(self._on_panel_palette_changed)
        self.panel.editing_finished.connect(self._on_panel_editing_finished)
        self.panel.removed.connect(self._on_panel_removed)
        self._documents.current_changed.connect(self._on_documents_changed)
        self._documents.edit_changed.connect(self._on_documents_changed)

    def shutdown(self) -> None:
        """Wait until nothing is read any more."""
        self._references.shutdown()

    @Slot(object)
    def take_file(self, path: Path) -> None:
        """Take the colours of a photograph."""
        self._take(Reference(path))

    def _take(self, reference: Reference) -> None:
        """Measure a reference for the current scan; a reference that is still being read is given up."""
        document = self._documents.current
        if document is None:
            return
        self._references.cancel(self._reading)
        self.panel.set_reading(reference.path.name)
        self._reading = self._references.measure(reference, partial(self._use, document), self._refuse)

    def _use(self, document: Document, palette: Palette) -> None:
        self.panel.set_reading("")
        if document not in self._documents.documents:
            return
        before = document.edit.look.palette
        if before is not None:
            palette = replace(palette, amount=before.amount, by_place=before.by_place)
        text = self.tr("Take the colours of {name}").format(name=palette.name)
        self._documents.end_gesture()
        self._documents.change(text, document.edit.with_look(palette=palette), document=document)

    def _refuse(self, error: ColorStudioError) -> None:
        self.panel.set_reading("")
        self._messages.show_message(error_text(error), MessageKind.ERROR)

    @Slot()
    def _on_panel_file_wanted(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        filters = [self.tr("Photographs and scans") + f" ({endings})", self.tr("All files") + " (*)"]
        current = self._documents.current
        folder = str(current.path.parent) if current else ""
        title = self.tr("Take the colours of a photograph")
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, ";;".join(filters))
        if name:
            self.take_file(Path(name))

    @Slot()
    def _on_panel_scans_wanted(self) -> None:
        others = (each for each in self._documents.documents if each is not self._documents.current)
        self.panel.set_scans([(each.number, each.path.name) for each in others])

    @Slot(int)
    def _on_panel_scan_chosen(self, number: int) -> None:
        document = self._documents.find(number)
        if document is not None:
            base = document.base
            before, after = (base.before, base.after) if base else (None, None)
            self._take(Reference(document.path, document.page, before, after))

    @Slot(object)
    def _on_documents_changed(self, document: Document | None) -> None:
        if document is self._documents.current:
            self.panel.set_palette(document.edit.look.palette if document else None)

    @Slot(object)
    def _on_panel_palette_changed(self, palette: Palette) -> None:
        self._views.set_dragging(True, THIRD)
        self._documents.change_look(self.tr("Reference palette"), gesture=True, palette=palette)

    @Slot()
    def _on_panel_editing_finished(self) -> None:
        self._documents.end_gesture()
        self._views.set_dragging(False)

    @Slot()
    def _on_panel_removed(self) -> None:
        self._documents.end_gesture()
        self._documents.change_look(self.tr("Remove reference palette"), palette=None)
