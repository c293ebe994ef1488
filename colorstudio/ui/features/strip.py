"""What is done with the scans of the strip: their pictures and states, their menu, and dragging results out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QMenu

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.output_formats import depth_for, suffix_for
from colorstudio.engine.messages import ViewPurpose, ViewRendered
from colorstudio.engine.result_file import ResultFile, ResultFiles
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.export_choice import NAME_SUFFIX, ExportChoice, proposed_format
from colorstudio.ui.i18n import error_text
from colorstudio.ui.result_drag import ResultMimeData
from colorstudio.ui.widgets.message_bar import MessageKind

_MENU = (
    "export", "copy_result", "", "copy_settings", "paste_settings", "paste_settings_to", "hints_to_series", "",
    "show_in_folder", "", "close_scan", "close_others",
)  # fmt: skip


class StripFeature(QObject):
    """Connects the strip with the documents, the actions and the world outside."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._strip, self._actions = context.documents, context.strip, context.actions
        self._exports, self._messages, self._preferences = context.exports, context.messages, context.preferences
        self.files = ResultFiles(self)
        self.files.failed.connect(self._on_files_failed)
        context.engine.view_rendered.connect(self._on_engine_view_rendered)
        context.exports.document_exported.connect(self._strip.show_state)
        self._strip.menu_wanted.connect(self._on_strip_menu_wanted)
        self._strip.close_wanted.connect(self.close_selected)
        self._strip.drag_started.connect(self._on_strip_drag_started)
        self._actions["close_others"].triggered.connect(self.close_others)
        self._actions["show_in_folder"].triggered.connect(self.show_in_folder)
        self._documents.document_added.connect(self._on_documents_changed)
        self._documents.document_removed.connect(self._on_documents_changed)
        self._documents.current_changed.connect(self._on_documents_changed)
        self._on_documents_changed(None)

    def shutdown(self) -> None:
        """Stop writing files, and remove those that were dragged out and copied."""
        self.files.shutdown()

    @Slot()
    def close_selected(self) -> None:
        """Close the scans that are selected."""
        for document in self._strip.selected_documents():
            self._documents.close(document)

    @Slot()
    def close_others(self) -> None:
        """Close all scans that are not selected."""
        kept = self._strip.selected_documents()
        for document in [each for each in self._documents.documents if each not in kept]:
            self._documents.close(document)

    @Slot()
    def show_in_folder(self) -> None:
        """Open the folder of the scan that is shown."""
        if self._documents.current:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._documents.current.path.parent)))

    def menu(self) -> QMenu:
        """Return the context menu."""
        menu = QMenu(self._strip)
        for name in _MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def begin_files(self) -> list[ResultFile]:
        """Begin to write the results of the selected scans that are coloured."""
        chosen = [each for each in self._strip.selected_documents() if each.info and each.is_coloured]
        return [self.files.start(self._exports.job(document, self._choice(document))) for document in chosen]

    def _choice(self, document: Document) -> ExportChoice:
        assert document.info is not None
        file_format = proposed_format(document.info, self._preferences.settings.export_format)
        name = document.path.stem + NAME_SUFFIX + suffix_for(file_format)
        bits = depth_for(document.info.bits, file_format)
        return ExportChoice(self.files.new_folder() / name, file_format, bits, overwrite=False)

    @Slot()
    def _on_strip_drag_started(self) -> None:
        files = self.begin_files()
        if not files:
            text = self.tr("Only the result of a coloured scan can be dragged out; wait until it is coloured.")
            self._messages.show_message(text, MessageKind.INFO)
            return
        drag = QDrag(self._strip)
        drag.setMimeData(ResultMimeData(files))
        item = self._strip.currentItem()
        if item:
            drag.setPixmap(item.icon().pixmap(self._strip.iconSize()))
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.IgnoreAction:
            for file in files:
                self.files.drop(file)

    @Slot(QPoint)
    def _on_strip_menu_wanted(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    @Slot(object)
    def _on_engine_view_rendered(self, report: ViewRendered) -> None:
        document, view = self._documents.find(report.document), report.view
        is_whole = view.purpose is ViewPurpose.BASE and not view.quick and not view.colour_only
        if document and is_whole and report.source == document.source:
            self._strip.set_picture(document, report.after or report.before)

    @Slot(object)
    def _on_documents_changed(self, _: Document | None) -> None:
        self._actions["show_in_folder"].setEnabled(self._documents.current is not None)
        self._actions["close_others"].setEnabled(len(self._documents.documents) > 1)

    @Slot(object)
    def _on_files_failed(self, error: ColorStudioError) -> None:
        self._messages.show_message(error_text(error), MessageKind.ERROR)
