"""Which page of a multi-page file is seen: back and forth, and all of them as small pictures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from colorstudio.engine.messages import ScanSource
from colorstudio.engine.thumbnails import ThumbnailFailed, ThumbnailLoader, ThumbnailReady
from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.widgets.retranslated import Retranslated

_SIDE = 96
_MOST_PICTURES = 200


class PagePicker(Retranslated, QWidget):
    """Two arrows around "Page 2 of 5"; the words open the sheet of all pages.

    Args:
        actions: back and forth are `previous_page` and `next_page`.
    """

    page_chosen = Signal(int)
    """A page, from 0."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._source: ScanSource | None = None
        self._pages = 1
        self._arrows = [QToolButton(), QToolButton()]
        for button, name in zip(self._arrows, ("previous_page", "next_page"), strict=True):
            button.setDefaultAction(actions[name])
            button.setIconSize(QSize(16, 16))
        self._words = QToolButton()
        self._words.clicked.connect(self._on_words_clicked)
        self._sheet: PageSheet | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._arrows[0], self._words, self._arrows[1]):
            layout.addWidget(widget)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        for button, name in zip(self._arrows, ("previous_page", "next_page"), strict=True):
            button.setAccessibleName(plain_text(self._actions[name]))
        self._words.setToolTip(self.tr("All pages of this file, to choose one"))
        self._show()

    def set_page(self, source: ScanSource | None, pages: int) -> None:
        """Show which page is seen; nothing for a file of one page."""
        if self._sheet and (source is None or self._source is None or source.path != self._source.path):
            self._sheet.close()
        self._source, self._pages = source, pages
        self._show()

    def shutdown(self) -> None:
        """Stop reading pages."""
        if self._sheet:
            self._sheet.shutdown()

    def _show(self) -> None:
        page = self._source.page + 1 if self._source else 1
        self._words.setText(self.tr("Page {page} of {pages}").format(page=page, pages=self._pages))
        self.setVisible(self._source is not None and self._pages > 1)

    @Slot()
    def _on_words_clicked(self) -> None:
        if self._source is None:
            return
        if self._sheet is None:
            self._sheet = PageSheet(self)
            self._sheet.page_chosen.connect(self.page_chosen)
        self._sheet.show_pages(self._source, self._pages, self._words.mapToGlobal(QPoint(0, 0)))


class PageSheet(QWidget):
    """All pages of a file as small pictures, over the window; Esc closes it."""

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._loader = ThumbnailLoader(self)
        self._loader.thumbnail_ready.connect(self._on_loader_thumbnail_ready)
        self._loader.thumbnail_failed.connect(self._on_loader_thumbnail_failed)
        self._shown: ScanSource | None = None
        self._list = QListWidget()
        self._list.setViewMode(QListView.ViewMode.IconMode)
        self._list.setMovement(QListView.Movement.Static)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setIconSize(QSize(_SIDE, _SIDE))
        self._list.setGridSize(QSize(_SIDE + 24, _SIDE + 40))
        self._list.setUniformItemSizes(True)
        self._list.itemClicked.connect(self._on_list_item_chosen)
        self._list.itemActivated.connect(self._on_list_item_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._list)

    def show_pages(self, source: ScanSource, pages: int, above: QPoint) -> None:
        """Show the pages over a place on the screen, the one that is seen selected."""
        self._list.setAccessibleName(self.tr("Pages"))
        file = replace(source, page=0)
        if self._shown != file or self._list.count() != pages:
            self._shown = file
            self._fill(source, pages)
        self._list.setCurrentRow(source.page)
        columns = min(4, pages)
        rows = min(3, -(-pages // columns))
        self.resize(columns * (_SIDE + 24) + 40, rows * (_SIDE + 40) + 28)
        self.move(above - QPoint(0, self.height() + 4))
        self.show()
        self._list.setFocus()

    def shutdown(self) -> None:
        """Stop reading pages."""
        self._loader.shutdown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self, source: ScanSource, pages: int) -> None:
        self._list.clear()
        side = round(_SIDE * self.devicePixelRatioF())
        for page in range(pages):
            item = QListWidgetItem(icon(Icon.IMAGE), str(page + 1))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._list.addItem(item)
            if page < _MOST_PICTURES:
                self._loader.load(page, replace(source, page=page), side)

    @Slot(QListWidgetItem)
    def _on_list_item_chosen(self, item: QListWidgetItem) -> None:
        self.close()
        self.page_chosen.emit(self._list.row(item))

    @Slot(object)
    def _on_loader_thumbnail_ready(self, report: ThumbnailReady) -> None:
        item = self._list.item(report.number)
        if item:
            pixmap = QPixmap.fromImage(report.image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            thumbnail = QIcon(pixmap)
            thumbnail.addPixmap(pixmap, QIcon.Mode.Selected)  # the same whether it is selected or not
            item.setIcon(thumbnail)

    @Slot(object)
    def _on_loader_thumbnail_failed(self, report: ThumbnailFailed) -> None:
        item = self._list.item(report.number)
        if item:
            item.setIcon(icon(Icon.ERROR))
