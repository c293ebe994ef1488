"""How a checked picture is drawn: the picture, its name, and whether it is used."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.theme.tokens import current_tokens

_PICTURE = QSize(128, 104)
_MARGIN, _GAP, _WORD = 8, 4, 18
CELL = QSize(_PICTURE.width() + 2 * _MARGIN, _PICTURE.height() + 2 * _MARGIN + _GAP + _WORD)
_FAINT = 0.28
_MARK = 20


class PictureState(StrEnum):
    """What becomes of a picture."""

    LEARNED = "learned"
    HELD_OUT = "held out"
    LEFT_OUT = "left out"


_MARKS = {PictureState.HELD_OUT: Icon.COMPARE, PictureState.LEFT_OUT: Icon.HIDE}


class PictureDelegate(QStyledItemDelegate):
    """Draws the cells of a `PictureGrid`.

    Args:
        finding, state: roles of the `PictureFinding` and its `PictureState`.
    """

    def __init__(self, finding: int, state: int) -> None:
        super().__init__()
        self._finding, self._state = finding, state

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cells are alike."""
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, picture, mark and name."""
        state = PictureState(index.data(self._state))
        cell = QRect(option.rect.topLeft(), CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_ground(painter, cell, option)
        box = QRect(cell.topLeft() + QPoint(_MARGIN, _MARGIN), _PICTURE)
        painter.setOpacity(_FAINT if state is PictureState.LEFT_OUT else 1.0)
        picture = _paint_picture(painter, box, index.data(Qt.ItemDataRole.DecorationRole))
        painter.setOpacity(1.0)
        if mark := _MARKS.get(state):
            _paint_mark(painter, picture, mark)
        name = index.data(self._finding).name.rsplit("/", 1)[-1]
        _paint_name(
            painter, QRect(cell.left() + _MARGIN, box.bottom() + 1 + _GAP, _PICTURE.width(), _WORD), name, state
        )
        painter.restore()


def _paint_ground(painter: QPainter, cell: QRect, option: QStyleOptionViewItem) -> None:
    tokens = current_tokens()
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection if is_selected else tokens.hover))
        painter.drawRoundedRect(cell, 4, 4)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens.focus))
        painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _paint_picture(painter: QPainter, box: QRect, pixmap: QPixmap | None) -> QRect:
    """Draw the picture in the middle of its box, or what stands for one; return where it is."""
    if pixmap is None or pixmap.isNull():
        side = 32
        place = QRect(box.center() - QPoint(side // 2, side // 2), QSize(side, side))
        icon(Icon.IMAGE, Tone.QUIET).paint(painter, place)
        return box
    size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(box.center())
    painter.drawPixmap(place, pixmap)
    return place


def _paint_mark(painter: QPainter, picture: QRect, mark: Icon) -> None:
    plate = QRect(picture.right() - _MARK - 3, picture.top() + 4, _MARK, _MARK)
    ground = QColor(current_tokens().panel)
    ground.setAlpha(235)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, 4, 4)
    icon(mark).paint(painter, plate.adjusted(2, 2, -2, -2))


def _paint_name(painter: QPainter, place: QRect, name: str, state: PictureState) -> None:
    tokens = current_tokens()
    painter.setPen(QColor(tokens.muted if state is PictureState.LEFT_OUT else tokens.text))
    text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
