"""The strip of open scans, at the left of the canvas when there are several."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from colorstudio.engine.thumbnails import ThumbnailFailed, ThumbnailLoader, ThumbnailReady
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.widgets.retranslated import Retranslated

_SIDE = 96
_CELL = QSize(_SIDE + 20, _SIDE + 40)
_NUMBER = Qt.ItemDataRole.UserRole


class ScanStrip(Retranslated, QListWidget):
    """A thumbnail and a name for each open scan; a click shows it.

    Args:
        documents: the open scans.
    """

    def __init__(self, documents: DocumentController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._loader = ThumbnailLoader(self)
        self._wanted = True
        self.setObjectName("rail")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setGridSize(_CELL)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_CELL.width() + 16)
        self.hide()
        self.currentItemChanged.connect(self._on_self_current_item_changed)
        self._loader.thumbnail_ready.connect(self._on_loader_thumbnail_ready)
        self._loader.thumbnail_failed.connect(self._on_loader_thumbnail_failed)
        documents.document_added.connect(self._on_documents_document_added)
        documents.document_removed.connect(self._on_documents_document_removed)
        documents.current_changed.connect(self._on_documents_current_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the accessible name."""
        self.setAccessibleName(self.tr("Open scans"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cells, and with them the mark of the current scan, be as wide as there is room."""
        super().resizeEvent(event)
        self.setGridSize(QSize(self.viewport().width(), _CELL.height()))

    def set_wanted(self, wanted: bool) -> None:
        """Show the strip when there are several scans, or never."""
        self._wanted = wanted
        self._show_if_useful()

    def shutdown(self) -> None:
        """Stop loading thumbnails."""
        self._loader.shutdown()

    @Slot(object)
    def _on_documents_document_added(self, document: Document) -> None:
        item = QListWidgetItem(icon(Icon.IMAGE), document.path.name)
        item.setData(_NUMBER, document.number)
        item.setToolTip(str(document.path))
        item.setSizeHint(QSize(self.viewport().width(), _CELL.height() - 4))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        with QSignalBlocker(self):
            self.addItem(item)
        self._show_if_useful()
        self._loader.load(document.number, document.path, round(_SIDE * self.devicePixelRatioF()))

    @Slot(object)
    def _on_documents_document_removed(self, document: Document) -> None:
        item = self._item(document.number)
        if item:
            with QSignalBlocker(self):
                self.takeItem(self.row(item))
        self._show_if_useful()

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        item = self._item(document.number) if document else None
        with QSignalBlocker(self):
            self.setCurrentItem(item)
        if item:
            self.scrollToItem(item)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_self_current_item_changed(self, item: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        document = self._documents.find(item.data(_NUMBER)) if item else None
        if document:
            self._documents.show(document)

    @Slot(object)
    def _on_loader_thumbnail_ready(self, report: ThumbnailReady) -> None:
        item = self._item(report.number)
        if item:
            item.setIcon(_centred(report.image, self.devicePixelRatioF()))

    @Slot(object)
    def _on_loader_thumbnail_failed(self, report: ThumbnailFailed) -> None:
        document = self._documents.find(report.number)
        if document:
            self._documents.reject(document, report.error)

    def _show_if_useful(self) -> None:
        self.setVisible(self._wanted and self.count() > 1)

    def _item(self, number: int) -> QListWidgetItem | None:
        items = (self.item(row) for row in range(self.count()))
        return next((item for item in items if item.data(_NUMBER) == number), None)


def _centred(image: QImage, ratio: float) -> QIcon:
    """Return a thumbnail in the middle of a square, the same whether it is selected or not."""
    square = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.drawImage((square.width() - image.width()) // 2, (square.height() - image.height()) // 2, image)
    painter.end()
    square.setDevicePixelRatio(ratio)
    thumbnail = QIcon(square)
    thumbnail.addPixmap(square, QIcon.Mode.Selected)
    return thumbnail
