"""Exports from the window: the dialog, the task beside the view, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from colorstudio.engine.export_job import ExportJob
from colorstudio.engine.task_pool import TaskFailed, TaskFinished, TaskPool, TaskProgressed
from colorstudio.paths import model_dirs
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.edit import Edit
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.preferences import Preferences
from colorstudio.ui.project_session import ProjectSession

if TYPE_CHECKING:
    from colorstudio.pipeline.export import ExportResult


class ExportController(QObject):
    """Exports the current document; the view goes on meanwhile.

    Args:
        documents: the open scans.
        project: that they belong to, with all its masters.
        preferences: the proposed format.
        window: parent of the dialog.
    """

    exported = Signal(object)
    """The path that was written."""
    document_exported = Signal(object)
    """The document whose result was written; it keeps the parameters it was exported with."""
    failed = Signal(object)
    progressed = Signal(float)
    """0..1; 1 when nothing is being exported."""

    def __init__(
        self, documents: DocumentController, project: ProjectSession, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._documents = documents
        self._project = project
        self._preferences = preferences
        self._window = window
        self._exporting: dict[int, tuple[Document, Edit]] = {}
        self._pool = TaskPool(1, self)
        self._pool.task_progressed.connect(self._on_pool_task_progressed)
        self._pool.task_finished.connect(self._on_pool_task_finished)
        self._pool.task_failed.connect(self._on_pool_task_failed)

    @Slot()
    def ask(self) -> None:
        """Show the dialog for the current document, and export it if the user says so."""
        document = self._documents.current
        if document is None or document.info is None or not document.is_coloured:
            return
        from colorstudio.ui.dialogs.export_dialog import ExportDialog

        setting = self._preferences.settings.export_format
        dialog = ExportDialog(document.info, self._project.masters, setting, self._window, document.edit.crop)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.export(document, dialog.choice())

    def export(self, document: Document, choice: ExportChoice) -> None:
        """Export a coloured document as it is on screen."""
        self._exporting[self._pool.start(self.job(document, choice).run)] = document, document.edit
        self.progressed.emit(0.0)

    def job(self, document: Document, choice: ExportChoice) -> ExportJob:
        """Return what exports a coloured document as it is on screen."""
        assert document.chroma is not None
        return ExportJob(
            document.chroma,
            document.edit.to_recipe(),
            choice.target,
            choice.format,
            choice.bits,
            choice.overwrite,
            self._project.masters,
            model_dirs(),
        )

    @property
    def busy(self) -> bool:
        """Whether an export is running or waiting."""
        return self._pool.busy

    def shutdown(self) -> None:
        """Cancel exports and wait until they have ended; a file that was begun is removed."""
        self._pool.shutdown()

    @Slot(object)
    def _on_pool_task_progressed(self, report: TaskProgressed) -> None:
        self.progressed.emit(min(report.fraction, 0.99))

    @Slot(object)
    def _on_pool_task_finished(self, report: TaskFinished) -> None:
        self.progressed.emit(1.0)
        document, edit = self._exporting.pop(report.task)
        if not report.cancelled:
            document.exported = edit
            self.document_exported.emit(document)
            self.exported.emit(cast("ExportResult", report.result).path)

    @Slot(object)
    def _on_pool_task_failed(self, report: TaskFailed) -> None:
        self.progressed.emit(1.0)
        self._exporting.pop(report.task)
        self.failed.emit(report.error)
