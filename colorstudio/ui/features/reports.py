"""What happened is said in the quiet bar: notes about files, errors, exports that are done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.scan_notes import ScanNote
from colorstudio.engine.messages import Note
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.i18n import error_text, note_text
from colorstudio.ui.result_text import state_text
from colorstudio.ui.widgets.message_bar import MessageAction, MessageKind


class ReportsFeature(QObject):
    """Tells the archivist what the parts of the window report."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._messages, self._status = context.documents, context.messages, context.status
        self._preferences = context.preferences
        context.engine.note_raised.connect(self._on_engine_note_raised)
        context.documents.noted.connect(self._on_documents_noted)
        for failed in (context.documents.failed, context.exports.failed, context.project.failed):
            failed.connect(self._on_failed)
        context.project.saving.connect(self._on_project_saving)
        context.project.saved.connect(self._tell_state)
        context.exports.exported.connect(self._on_exports_exported)
        context.exports.progressed.connect(self._on_exports_progressed)

    @Slot(object)
    def _on_engine_note_raised(self, note: Note) -> None:
        self._messages.show_message(note_text(note), MessageKind.WARNING)

    @Slot(object, object)
    def _on_documents_noted(self, document: Document, notes: tuple[ScanNote, ...]) -> None:
        sentences = " ".join(note_text(note) for note in notes)
        self._messages.show_message(f"{document.path.name}: {sentences}", MessageKind.WARNING)

    @Slot()
    def _on_project_saving(self) -> None:
        self._status.set_result(self.tr("Saving the project…"))

    @Slot()
    def _tell_state(self) -> None:
        self._status.set_result(state_text(self._documents.current))

    @Slot(object)
    def _on_failed(self, error: ColorStudioError) -> None:
        self._tell_state()
        self._messages.show_message(error_text(error), MessageKind.ERROR)

    @Slot(object)
    def _on_exports_exported(self, path: Path) -> None:
        text = self.tr("Exported {name}.").format(name=path.name)
        action = MessageAction(self.tr("Show in folder"), lambda: _open_folder(path))
        self._messages.show_message(text, MessageKind.INFO, action)
        if self._preferences.settings.show_exported:
            _open_folder(path)

    @Slot(float)
    def _on_exports_progressed(self, fraction: float) -> None:
        if fraction < 1:
            self._status.set_result(self.tr("Exporting… {percent} %").format(percent=round(fraction * 100)))
        else:
            self._tell_state()


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
