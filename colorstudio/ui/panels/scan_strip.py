"""The strip of open scans, at the left of the canvas when there are several."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QIcon, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from colorstudio.engine.thumbnails import ThumbnailFailed, ThumbnailLoader, ThumbnailReady
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.panels.scan_delegate import STATES, ScanDelegate
from colorstudio.ui.scan_state import scan_states, state_words
from colorstudio.ui.widgets.retranslated import Retranslated

_SIDE = 96
_CELL = QSize(_SIDE + 20, _SIDE + 40)
_NUMBER = Qt.ItemDataRole.UserRole
_CALM = 250
"""Pictures of a scan that come within so many milliseconds give one thumbnail."""


class ScanStrip(Retranslated, QListWidget):
    """A thumbnail, a name and the state of each open scan; a click shows it, Ctrl and Shift select several.

    Args:
        documents: the open scans.
    """

    menu_wanted = Signal(QPoint)
    """Where the context menu of the selected scans is to appear, on the screen."""
    close_wanted = Signal()
    """The Delete key: the selected scans shall be closed."""
    drag_started = Signal()
    """The selected scans are being dragged out."""

    def __init__(self, documents: DocumentController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._loader = ThumbnailLoader(self)
        self._wanted = True
        self._pictures: dict[int, QImage] = {}
        self._calm = QTimer(self)
        self._set_up_view()
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._on_calm_timeout)
        self.hide()
        self.currentItemChanged.connect(self._on_self_current_item_changed)
        self._loader.thumbnail_ready.connect(self._on_loader_thumbnail_ready)
        self._loader.thumbnail_failed.connect(self._on_loader_thumbnail_failed)
        documents.document_added.connect(self._on_documents_document_added)
        documents.document_removed.connect(self._on_documents_document_removed)
        documents.page_changed.connect(self._on_documents_page_changed)
        documents.current_changed.connect(self._on_documents_current_changed)
        for changed in (documents.activity_changed, documents.chroma_changed, documents.edit_changed):
            changed.connect(self.show_state)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the accessible name, and tell the states anew."""
        self.setAccessibleName(self.tr("Open scans"))
        self.setToolTip(self.tr("The scans that are open; drag one out to take its result to another program."))
        for document in self._documents.documents:
            self.show_state(document)

    def selected_documents(self) -> list[Document]:
        """Return the scans that are selected, in the strip's order; at least the one that is shown."""
        numbers = {item.data(_NUMBER) for item in self.selectedItems()}
        chosen = [document for document in self._documents.documents if document.number in numbers]
        current = self._documents.current
        return chosen or ([current] if current else [])

    def set_picture(self, document: Document, picture: QImage) -> None:
        """Show a scan as it looks now; it is made small in a thread, once no other picture follows."""
        self._pictures[document.number] = picture
        if not self._calm.isActive():
            self._calm.start()

    @Slot(object)
    def show_state(self, document: Document | None) -> None:
        """Show how far a scan is, as marks and in words."""
        item = self._item(document.number) if document else None
        if document is None or item is None:
            return
        states = scan_states(document)
        words = ", ".join(map(state_words, states))
        item.setData(STATES, states)
        item.setToolTip(f"{document.path}\n{words}" if words else str(document.path))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{document.name}, {words}" if words else None)

    def set_wanted(self, wanted: bool) -> None:
        """Show the strip when there are several scans, or never."""
        self._wanted = wanted
        self._show_if_useful()

    def shutdown(self) -> None:
        """Stop loading thumbnails."""
        self._calm.stop()
        self._loader.shutdown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cells, and with them the mark of the current scan, be as wide as there is room."""
        super().resizeEvent(event)
        self.setGridSize(QSize(self.viewport().width(), _CELL.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Delete; the rest is a list's: arrows, Shift, Ctrl+A."""
        if event.key() == Qt.Key.Key_Delete:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, with the mouse at its place, with the keyboard at the current scan."""
        item = self.currentItem()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and item:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualItemRect(item).center()))
        elif self.itemAt(event.pos()):
            self.menu_wanted.emit(event.globalPos())

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Let the results be dragged out instead of moving thumbnails about."""
        self.drag_started.emit()

    def _set_up_view(self) -> None:
        self.setObjectName("rail")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(False)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setGridSize(_CELL)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_CELL.width() + 16)
        self._delegate = ScanDelegate(_SIDE)
        self.setItemDelegate(self._delegate)

    @Slot(object)
    def _on_documents_document_added(self, document: Document) -> None:
        item = QListWidgetItem(icon(Icon.IMAGE), document.name)
        item.setData(_NUMBER, document.number)
        item.setSizeHint(QSize(self.viewport().width(), _CELL.height() - 4))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        with QSignalBlocker(self):
            self.addItem(item)
        document.history.indexChanged.connect(self._on_history_changed)
        document.history.cleanChanged.connect(self._on_history_changed)
        self.show_state(document)
        self._show_if_useful()
        self._loader.load(document.number, document.source, self._pixels())

    @Slot()
    def _on_history_changed(self) -> None:
        history = self.sender()
        self.show_state(next((each for each in self._documents.documents if each.history is history), None))

    @Slot(object)
    def _on_documents_document_removed(self, document: Document) -> None:
        self._pictures.pop(document.number, None)
        item = self._item(document.number)
        if item:
            with QSignalBlocker(self):
                self.takeItem(self.row(item))
                if self.currentItem() and not self.selectedItems():
                    self.currentItem().setSelected(True)  # Qt makes the neighbour current without selecting it
        self._show_if_useful()

    @Slot(object)
    def _on_documents_page_changed(self, document: Document) -> None:
        item = self._item(document.number)
        if item:
            item.setText(document.name)
            self._pictures.pop(document.number, None)
            self._loader.load(document.number, document.source, self._pixels())

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        item = self._item(document.number) if document else None
        if item is not None and item is self.currentItem():
            return  # the user went there, and perhaps selected others as well
        with QSignalBlocker(self):
            self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if item:
            self.scrollToItem(item)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_self_current_item_changed(self, item: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        document = self._documents.find(item.data(_NUMBER)) if item else None
        if document:
            self._documents.show(document)

    @Slot()
    def _on_calm_timeout(self) -> None:
        for number, picture in self._pictures.items():
            self._loader.shrink(number, picture, self._pixels())
        self._pictures.clear()

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

    def _pixels(self) -> int:
        return round(_SIDE * self.devicePixelRatioF())

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
