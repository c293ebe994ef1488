"""The sample pictures as a table: for each picture grey, the model of the beginning, the model now, the truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from colorstudio.ui.theme import current_tokens

_GAP, _MARGIN, _HEADING = 8, 16, 28
_WIDEST_CELL, _NARROWEST_CELL = 320, 96
_TWO_BLOCKS = 1280
"""From this width on two pictures lie side by side."""

Cells = Mapping[str, Sequence[QPixmap | None]]


@dataclass(frozen=True)
class GridPlan:
    """Where the cells are: `blocks` pictures side by side, each with `columns` cells of `side` pixels."""

    blocks: int
    columns: int
    side: int
    left: int

    def cell(self, picture: int, column: int) -> QRect:
        """The place of a cell below the headings."""
        block, row = picture % self.blocks, picture // self.blocks
        x = self.left + block * self.block_width + column * (self.side + _GAP)
        return QRect(x, row * (self.side + _GAP), self.side, self.side)

    @property
    def block_width(self) -> int:
        """From one block to the next one."""
        return self.columns * (self.side + _GAP) + _MARGIN

    def height(self, pictures: int) -> int:
        """What all rows need."""
        rows = -(-pictures // self.blocks)
        return rows * (self.side + _GAP) + _MARGIN - _GAP


def plan_grid(width: int, columns: int, pictures: int) -> GridPlan:
    """Fit the cells into a width, centred."""
    blocks = 2 if width >= _TWO_BLOCKS and pictures > 1 else 1
    room = (width - (blocks + 1) * _MARGIN) // blocks
    side = max(_NARROWEST_CELL, min(_WIDEST_CELL, (room + _GAP) // max(1, columns) - _GAP))
    used = blocks * (columns * (side + _GAP) - _GAP) + (blocks - 1) * (_MARGIN + _GAP)
    return GridPlan(blocks, columns, side, max(_MARGIN, (width - used) // 2))


class SampleGrid(QWidget):
    """Headings that stay, and rows that scroll; all on the neutral surround."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: list[tuple[str, str]] = []
        self._cells: dict[str, list[QPixmap | None]] = {}
        self._sheet: QPixmap | None = None
        self._top, self._rows, self._scroll = _Painted(self._paint_headings), _Painted(self._paint_rows), QScrollArea()
        self._top.setFixedHeight(_HEADING)
        self._scroll.setWidget(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width does not jump
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addWidget(self._scroll, 1)

    def set_headings(self, headings: Sequence[tuple[str, str]]) -> None:
        """Set the columns that there may be, in their order: (kind, words)."""
        self._headings = list(headings)
        self._top.update()

    def set_images(self, kind: str, images: Sequence[QImage | None]) -> None:
        """Set a column's pictures; none at all: there is no such column."""
        self._cells[kind] = [None if image is None else QPixmap.fromImage(image) for image in images]
        self._fit()

    def set_sheet(self, image: QImage | None) -> None:
        """Show one large picture instead of the table; None: the table."""
        self._sheet = None if image is None else QPixmap.fromImage(image)
        self._fit()

    def clear(self) -> None:
        """Show nothing."""
        self._cells.clear()
        self._sheet = None
        self._fit()

    def columns(self) -> list[str]:
        """The kinds that are shown."""
        return [kind for kind, _ in self._headings if any(self._cells.get(kind, ()))]

    def pixmap(self, kind: str, picture: int) -> QPixmap | None:
        """What is shown in a cell."""
        column = self._cells.get(kind, [])
        return column[picture] if picture < len(column) else None

    @property
    def has_sheet(self) -> bool:
        """Whether one large picture is shown."""
        return self._sheet is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the height that they need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _pictures(self) -> int:
        return max((len(column) for column in self._cells.values()), default=0)

    def _plan(self) -> GridPlan:
        return plan_grid(self._scroll.viewport().width(), len(self.columns()), self._pictures())

    def _fit(self) -> None:
        if self._sheet is not None:
            height = self._sheet_place().height() + 2 * _MARGIN
        else:
            height = self._plan().height(self._pictures()) if self.columns() else 0
        self._rows.setMinimumHeight(height)
        self._top.setVisible(self._sheet is None)
        self._rows.update()
        self._top.update()

    def _sheet_place(self) -> QRect:
        room = self._scroll.viewport().width() - 2 * _MARGIN
        size = self._sheet.size()
        if size.width() > room:
            size = QSize(room, round(size.height() * room / size.width()))
        return QRect(QPoint(_MARGIN + (room - size.width()) // 2, _MARGIN), size)

    def _paint_headings(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_tokens().on_surround))
        plan, words = self._plan(), dict(self._headings)
        for block in range(min(plan.blocks, max(1, self._pictures()))):
            for column, kind in enumerate(self.columns()):
                place = plan.cell(block, column)
                area = QRect(place.left(), 0, place.width(), _HEADING)
                text = painter.fontMetrics().elidedText(words[kind], Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_rows(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._sheet is not None:
            painter.drawPixmap(self._sheet_place(), self._sheet)
            return
        plan = self._plan()
        for column, kind in enumerate(self.columns()):
            for picture, pixmap in enumerate(self._cells[kind]):
                if pixmap is not None:
                    painter.drawPixmap(_fitted(pixmap.size(), plan.cell(picture, column)), pixmap)


class _Painted(QWidget):
    """A part of the surround; `paint` draws on it."""

    def __init__(self, paint) -> None:
        super().__init__()
        self._paint = paint
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(current_tokens().surround))
        self._paint(painter)
        painter.end()


def _fitted(size: QSize, box: QRect) -> QRect:
    fitted = size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), fitted)
    place.moveCenter(box.center())
    return place
