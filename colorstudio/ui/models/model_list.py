"""The models one under the other: what each makes of the sample, its name, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.models.words import kind_of, name_of, short_kind_of
from colorstudio.ui.theme.tokens import current_tokens
from colorstudio.ui.widgets.retranslated import Retranslated

_PICTURE = QSize(72, 54)
_MARGIN, _GAP, _MARK = 8, 12, 16
_MODEL, _PIXELS, _KIND, _IN_USE = (Qt.ItemDataRole.UserRole + number for number in range(4))


class ModelList(Retranslated, QListWidget):
    """Of the models one is chosen, and one is that of new scans."""

    model_chosen = Signal(object)
    """The `ModelSummary`; None: there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._delegate = _ModelDelegate(self)
        self._pictures: dict[str, QPixmap] = {}
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_current_row_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Models"))
        self.setToolTip(self.tr("Choose a model to see its card."))
        for row in range(self.count()):
            self._set_words(self.item(row))

    @property
    def chosen(self) -> ModelSummary | None:
        """The chosen model."""
        item = self.currentItem()
        return item.data(_MODEL) if item is not None else None

    def set_models(self, models: Sequence[ModelSummary], default: ModelSummary | None) -> None:
        """Show these models; the choice stays on the same one if it is still there.

        Args:
            models: in the order in which they are shown.
            default: that of new scans.
        """
        before = self.chosen
        self.blockSignals(True)
        self.clear()
        for model in models:
            item = QListWidgetItem(self)
            item.setData(_MODEL, model)
            item.setData(_PIXELS, self._pictures.get(model.sha256))
            item.setData(_IN_USE, model == default)
            self._set_words(item)
        self.blockSignals(False)
        self.choose(before.id if before else "")

    def choose(self, reference: str) -> None:
        """Choose the model with that reference; the first one if it is not there."""
        rows = [row for row in range(self.count()) if self.item(row).data(_MODEL).id == reference]
        self.setCurrentRow(rows[0] if rows else 0)
        self.model_chosen.emit(self.chosen)

    def set_picture(self, sha256: str, image: QImage) -> None:
        """Show what the model with that hash makes of the sample."""
        self._pictures[sha256] = QPixmap.fromImage(image)
        for row in range(self.count()):
            if self.item(row).data(_MODEL).sha256 == sha256:
                self.item(row).setData(_PIXELS, self._pictures[sha256])

    def has_picture(self, row: int) -> bool:
        """Whether a row's picture is there."""
        return self.item(row).data(_PIXELS) is not None

    def _set_words(self, item: QListWidgetItem) -> None:
        model = item.data(_MODEL)
        item.setText(name_of(model))
        item.setData(_KIND, short_kind_of(model))
        default = self.tr("New scans begin with this model.") if item.data(_IN_USE) else ""
        item.setToolTip(default or name_of(model))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name_of(model)}, {kind_of(model)} {default}".strip())

    @Slot(int)
    def _on_current_row_changed(self, _row: int) -> None:
        self.model_chosen.emit(self.chosen)


class _ModelDelegate(QStyledItemDelegate):
    """Draws a model: picture, name, version, and a mark if new scans begin with it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _PICTURE.height() + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, cell = current_tokens(), option.rect.adjusted(2, 1, -2, -1)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.selection if is_selected else tokens.hover))
            painter.drawRoundedRect(cell, 4, 4)
        if is_selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens.focus))
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        _paint_picture(painter, QRect(cell.topLeft() + QPoint(_MARGIN, _MARGIN - 1), _PICTURE), index.data(_PIXELS))
        self._paint_words(painter, cell, index, is_selected)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, cell: QRect, index: QModelIndex | QPersistentModelIndex, is_selected: bool
    ) -> None:
        tokens = current_tokens()
        left = cell.left() + _MARGIN + _PICTURE.width() + _GAP
        right = cell.right() - _MARGIN - (_MARK + _MARGIN if index.data(_IN_USE) else 0)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        lines = _lines(painter, index.data(), right - left)
        words = [(line, True) for line in lines] + [(index.data(_KIND), False)]
        height = painter.fontMetrics().height() + (2 if len(lines) == 1 else 0)
        top = cell.center().y() + 1 - height * len(words) // 2
        for text, is_title in words:
            font.setBold(is_title)
            painter.setFont(font)
            colour = tokens.on_selection if is_selected else tokens.text if is_title else tokens.muted
            painter.setPen(QColor(colour))
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(QRect(left, top, right - left, height), Qt.AlignmentFlag.AlignVCenter, text)
            top += height
        if index.data(_IN_USE):
            mark = QRect(cell.right() - _MARGIN - _MARK, cell.center().y() - _MARK // 2, _MARK, _MARK)
            icon(Icon.SUCCESS, Tone.INFO).paint(painter, mark)


def _lines(painter: QPainter, name: str, width: int) -> list[str]:
    """Return a name in one line, or in two if it has a space where the first can end."""
    advance = painter.fontMetrics().horizontalAdvance
    words = name.split(" ")
    fitting = [at for at in range(1, len(words)) if advance(" ".join(words[:at])) <= width]
    if advance(name) <= width or not fitting:
        return [name]
    return [" ".join(words[: fitting[-1]]), " ".join(words[fitting[-1] :])]


def _paint_picture(painter: QPainter, box: QRect, pixmap: QPixmap | None) -> None:
    """Draw the middle of a picture so that it fills its box, or an empty box."""
    if pixmap is None:
        painter.fillRect(box, QColor(current_tokens().surround))
        return
    seen = box.size().scaled(pixmap.size(), Qt.AspectRatioMode.KeepAspectRatio)
    source = QRect(QPoint(0, 0), seen)
    source.moveCenter(pixmap.rect().center())
    painter.drawPixmap(box, pixmap, source)
