"""How a scan of the strip is drawn: thumbnail, name, and small marks of its state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from colorstudio.ui.icons import icon
from colorstudio.ui.scan_state import ScanState
from colorstudio.ui.theme.tokens import current_tokens

STATES = Qt.ItemDataRole.UserRole + 1
"""Role of the tuple of `ScanState`."""

_MARK, _GAP, _BAR = 14, 3, 3


class ScanDelegate(QStyledItemDelegate):
    """Draws marks over the lower right corner of the thumbnail, and tells the scan that is shown from selected ones.

    Args:
        side: of the thumbnails' square.
    """

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the item as usual, a bar where it is the scan that is shown, and its marks."""
        super().paint(painter, option, index)
        if isinstance(option.widget, QAbstractItemView) and option.widget.currentIndex() == index:
            edge = option.rect.adjusted(0, 1, 0, -1)
            edge.setWidth(_BAR)
            painter.fillRect(edge, QColor(current_tokens().accent_line))
        states = [state for state in index.data(STATES) or () if state.icon]
        if states:
            self._paint_marks(painter, option, states)

    def _paint_marks(self, painter: QPainter, option: QStyleOptionViewItem, states: list[ScanState]) -> None:
        tokens = current_tokens()
        width = len(states) * (_MARK + _GAP) + _GAP
        right = option.rect.center().x() + self._side / 2
        bottom = option.rect.top() + 5 + self._side
        plate = QRectF(right - width, bottom - _MARK - 2 * _GAP, width, _MARK + 2 * _GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.panel)
        ground.setAlpha(225)
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(plate, 4, 4)
        for number, state in enumerate(states):
            place = QRectF(plate.left() + _GAP + number * (_MARK + _GAP), plate.top() + _GAP, _MARK, _MARK)
            icon(state.icon, state.tone).paint(painter, place.toRect())
        painter.restore()
