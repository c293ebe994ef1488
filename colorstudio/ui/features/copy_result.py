"""Copying the result, as an image, to the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.result_image import ResultImage, ResultImageJob
from colorstudio.engine.task_calls import TaskCalls
from colorstudio.paths import model_dirs
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.i18n import error_text
from colorstudio.ui.widgets.message_bar import MessageKind


class CopyResultFeature(QObject):
    """Draws the result beside the view; the newest wish counts."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._messages, self._action = (
            context.documents,
            context.messages,
            context.actions["copy_result"],
        )
        self._tasks = TaskCalls(self)
        self._task = 0
        self._action.triggered.connect(self.copy)
        for changed in (
            self._documents.current_changed,
            self._documents.chroma_changed,
            self._documents.activity_changed,
        ):
            changed.connect(self._on_documents_changed)
        self._on_documents_changed(None)

    def shutdown(self) -> None:
        """Stop drawing."""
        self._tasks.shutdown()

    @Slot()
    def copy(self) -> None:
        """Put the result of the current scan on the clipboard as soon as it is drawn."""
        document = self._documents.current
        if document is None or not document.chroma:
            return
        self._tasks.cancel(self._task)
        job = ResultImageJob(document.chroma, document.edit.to_recipe(), model_dirs())
        self._task = self._tasks.start(job.run, self._take, self._fail)
        self._messages.show_message(self.tr("Copying the result…"), MessageKind.INFO)

    def _take(self, result: ResultImage) -> None:
        QGuiApplication.clipboard().setImage(result.image)
        size = result.image.size()
        if result.factor == 1:
            text = self.tr("Copied the result: {width} × {height} pixels.")
        else:
            text = self.tr("Copied the result at {width} × {height} pixels; export it to have its full size.")
        self._messages.show_message(text.format(width=size.width(), height=size.height()), MessageKind.INFO)

    def _fail(self, error: ColorStudioError) -> None:
        self._messages.show_message(error_text(error), MessageKind.ERROR)

    @Slot(object)
    def _on_documents_changed(self, _: Document | None) -> None:
        document = self._documents.current
        self._action.setEnabled(document is not None and document.is_coloured)
