"""A row of pictures with a word under each, of which one is chosen and one is in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.theme.tokens import current_tokens

PICTURE = QSize(152, 108)
_MARGIN, _GAP, _WORD = 6, 4, 18
_CELL = QSize(PICTURE.width() + 2 * _MARGIN, PICTURE.height() + 2 * _MARGIN + _GAP + _WORD)
_IN_USE, _PIXELS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class TileList(QListWidget):
    """Tiles side by side; the arrows move the choice, Return and a double-click take it."""

    hovered = Signal(int)
    """The tile under the pointer, -1: none."""
    selected = Signal(int)
    taken = Signal(int)
    left = Signal()
    """Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _TileDelegate(self)
        self._hovered = -1
        self.setObjectName("tiles")
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the height does not jump
        self.setFixedHeight(_CELL.height() + self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth())
        self.currentRowChanged.connect(self.selected)
        self.itemDoubleClicked.connect(self._on_item_double_clicked)

    def set_words(self, words: Sequence[str], descriptions: Sequence[str]) -> None:
        """Show as many tiles, without pictures first where the number changes.

        Args:
            words: under the tiles.
            descriptions: what each is, for tooltips and screen readers.
        """
        if len(words) != self.count():
            self.clear()
            for _ in words:
                QListWidgetItem(self).setSizeHint(_CELL)
        for row, (word, description) in enumerate(zip(words, descriptions, strict=True)):
            item = self.item(row)
            item.setText(word)
            item.setToolTip(description)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}, {description}")

    def set_picture(self, row: int, image: QImage | None) -> None:
        """Show a tile's picture; None: it is not there yet."""
        self.item(row).setData(_PIXELS, None if image is None else QPixmap.fromImage(image))

    def has_picture(self, row: int) -> bool:
        """Whether a tile's picture is there."""
        return self.item(row).data(_PIXELS) is not None

    def set_in_use(self, row: int) -> None:
        """Mark a tile as the one in use; -1: none."""
        for each in range(self.count()):
            self.item(each).setData(_IN_USE, each == row)

    def is_in_use(self, row: int) -> bool:
        """Whether a tile is marked as the one in use."""
        return bool(self.item(row).data(_IN_USE))

    # The hand and the keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the tile under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways, and tell which tile came under the pointer."""
        bar = self.horizontalScrollBar()
        turned = event.angleDelta().x() or event.angleDelta().y()
        bar.setValue(bar.value() - turned)
        event.accept()
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """No tile is under the pointer."""
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def event(self, event: QEvent) -> bool:
        """Take Escape before the window does."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chosen tile, or leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.taken.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _hover(self, at: QPoint) -> None:
        row = self.indexAt(at).row()
        if row != self._hovered:
            self._hovered = row
            self.hovered.emit(row)

    @Slot(QListWidgetItem)
    def _on_item_double_clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(self.row(item))


class _TileDelegate(QStyledItemDelegate):
    """Draws a tile: ground, picture, mark of what is in use, word."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return _CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, cell = current_tokens(), option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_selected or is_pointed:
            painter.setBrush(QColor(tokens.selection if is_selected else tokens.hover))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 4, 4)
        if has_focus and is_selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens.focus))
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        picture = _paint_picture(
            painter, QRect(cell.topLeft() + QPoint(_MARGIN, _MARGIN), PICTURE), index.data(_PIXELS)
        )
        if index.data(_IN_USE):
            _paint_mark(painter, picture)
        word = QRect(cell.left() + _MARGIN, cell.bottom() - _MARGIN - _WORD, PICTURE.width(), _WORD)
        painter.setPen(QColor(tokens.on_selection if is_selected else tokens.text))
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, word.width())
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def _paint_picture(painter: QPainter, box: QRect, pixmap: QPixmap | None) -> QRect:
    """Draw the picture in the middle of its box, or an empty frame; return where it is."""
    tokens = current_tokens()
    if pixmap is None:
        painter.setBrush(QColor(tokens.surround))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.35)
        painter.drawRect(box)
        painter.setOpacity(1.0)
        return box
    size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(box.center())
    painter.drawPixmap(place, pixmap)
    return place


def _paint_mark(painter: QPainter, picture: QRect) -> None:
    plate = QRect(picture.right() - 22, picture.top() + 4, 18, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_tokens().accent))
    painter.drawEllipse(plate)
    icon(Icon.CHECK, Tone.ON_ACCENT).paint(painter, plate.adjusted(2, 2, -2, -2))
