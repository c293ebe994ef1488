"""The hints of a scan as a small table: number, colour, evidence, and whether there is any."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from colorstudio.core.steering import Hint
from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.theme import current_tokens
from colorstudio.ui.widgets.retranslated import Retranslated

_ROW = 28
_MOST_ROWS = 5
_SWATCH = QSize(20, 16)
_NUMBER, _COLOUR, _EVIDENCE, _STATE = range(4)
_WIDTHS = {_NUMBER: 32, _COLOUR: 36, _STATE: 32}
_DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class HintTable(Retranslated, QTableWidget):
    """One row for each hint; grows up to a few rows, then scrolls."""

    hint_selected = Signal(int)
    """The row that the user chose."""
    delete_wanted = Signal()
    words_wanted = Signal()
    """The evidence of the selected hint is to be typed: Enter, or a double click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._shown: tuple[tuple[Hint, ...], tuple[QColor, ...]] = ((), ())
        self.setObjectName("hintTable")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(_SWATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_EVIDENCE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.currentCellChanged.connect(self._on_self_current_cell_changed)
        self.cellDoubleClicked.connect(self.words_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Hints of this scan"))
        self.setToolTip(self.tr("Enter goes to the evidence of a hint, Delete removes it."))
        labels = (self.tr("Number"), self.tr("Colour"), self.tr("Evidence"), self.tr("Documented"))
        self.setHorizontalHeaderLabels(labels)
        hints, colours = self._shown
        self._shown = ((), ())
        self.set_hints(hints, colours, self.currentRow())

    def set_hints(self, hints: Sequence[Hint], colours: Sequence[QColor], selected: int) -> None:
        """Show hints and which is selected, without a signal.

        Args:
            hints: all of the scan.
            colours: of each, at the lightness of its place.
            selected: row of one; -1: none.
        """
        shown = (tuple(hints), tuple(colours))
        with QSignalBlocker(self):
            if shown != self._shown:
                self._fill(*shown)
            if selected != self.currentRow():
                self.setCurrentCell(selected, _EVIDENCE)
            if selected < 0:
                self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Enter describes."""
        if event.key() in _DELETE_KEYS:
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.words_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, hints: tuple[Hint, ...], colours: tuple[QColor, ...]) -> None:
        self._shown = (hints, colours)
        self.setRowCount(len(hints))
        for row, (hint, colour) in enumerate(zip(hints, colours, strict=True)):
            number = QTableWidgetItem(str(row + 1))
            number.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setItem(row, _NUMBER, number)
            self.setItem(row, _COLOUR, _colour_item(colour, self.devicePixelRatioF()))
            self.setItem(row, _EVIDENCE, self._evidence_item(hint))
            self.setItem(row, _STATE, self._state_item(hint))
        self.setFixedHeight(_ROW * min(len(hints), _MOST_ROWS) + 2 * self.frameWidth())

    def _evidence_item(self, hint: Hint) -> QTableWidgetItem:
        words = " · ".join(filter(None, (hint.evidence.strip(), hint.source.strip())))
        item = QTableWidgetItem(words or self.tr("Not documented"))
        item.setToolTip(words)
        if not words:
            item.setForeground(QColor(current_tokens().muted))
        return item

    def _state_item(self, hint: Hint) -> QTableWidgetItem:
        is_documented = hint.is_documented
        name = Icon.DOCUMENTED if is_documented else Icon.NOT_DOCUMENTED
        text = self.tr("Documented") if is_documented else self.tr("Not documented")
        item = QTableWidgetItem(icon(name, Tone.NORMAL if is_documented else Tone.QUIET), "")
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        return item

    @Slot(int, int, int, int)
    def _on_self_current_cell_changed(self, row: int, _column: int, former: int, _former_column: int) -> None:
        if row != former and row >= 0:
            self.hint_selected.emit(row)


def _colour_item(colour: QColor, ratio: float) -> QTableWidgetItem:
    pixmap = QPixmap(_SWATCH * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(current_tokens().outline))
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0.5, 0.5, _SWATCH.width() - 1, _SWATCH.height() - 1), 3, 3)
    painter.end()
    swatch = QIcon(pixmap)
    swatch.addPixmap(pixmap, QIcon.Mode.Selected)
    item = QTableWidgetItem(swatch, "")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, colour.name())
    return item
