"""How a run is drawn in the list: name, what it is doing, and a bar for how far it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from colorstudio.core.run_state import RunPhase
from colorstudio.engine.training.run_library import RunSummary
from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.theme.tokens import Tokens, current_tokens
from colorstudio.ui.training.run_words import progress, state_words

RUN = Qt.ItemDataRole.UserRole
"""Role of the `RunSummary`."""

_MARGIN, _GAP, _BAR, _MARK = 8, 4, 4, 16
_ICONS = {
    RunPhase.STARTING: (Icon.HISTORY, Tone.QUIET),
    RunPhase.RUNNING: (Icon.PLAY, Tone.INFO),
    RunPhase.PAUSED: (Icon.PAUSE, Tone.QUIET),
    RunPhase.WAITING: (Icon.WARNING, Tone.WARNING),
    RunPhase.FINISHING: (Icon.VERIFY, Tone.INFO),
    RunPhase.STOPPED: (Icon.STOP, Tone.QUIET),
    RunPhase.FAILED: (Icon.ERROR, Tone.ERROR),
    RunPhase.FINISHED: (Icon.SUCCESS, Tone.INFO),
    RunPhase.LOST: (Icon.WARNING, Tone.WARNING),
}


class RunDelegate(QStyledItemDelegate):
    """Draws two lines of words and a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and a bar high."""
        return QSize(120, 2 * option.fontMetrics.height() + _BAR + 3 * _GAP + 2 * _MARGIN - _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the run."""
        run: RunSummary = index.data(RUN)
        tokens = current_tokens()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, tokens, is_selected)
        area = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        height = option.fontMetrics.height()
        mark = QRect(area.left(), area.top() + (height - _MARK) // 2, _MARK, _MARK)
        symbol, tone = _ICONS[run.state.phase]
        icon(symbol, tone).paint(painter, mark)
        words = area.adjusted(_MARK + _MARGIN, 0, 0, 0)
        name = QRect(words.left(), words.top(), words.width(), height)
        _write(painter, name, index.data(), tokens.on_selection if is_selected else tokens.text)
        state = name.translated(0, height + _GAP)
        _write(painter, state, state_words(run.state), tokens.on_selection if is_selected else tokens.muted)
        _paint_bar(painter, QRect(words.left(), state.bottom() + 1 + _GAP, words.width(), _BAR), run, tokens)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, is_selected: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(tokens.selection if is_selected else tokens.hover))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 4, 4)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens.focus))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 4, 4)


def _write(painter: QPainter, place: QRect, text: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _paint_bar(painter: QPainter, place: QRect, run: RunSummary, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.track))
    painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
    share = progress(run.state)
    if share > 0:
        painter.setBrush(QColor(tokens.accent_line if run.state.phase.is_alive or share == 1 else tokens.outline))
        painter.drawRoundedRect(place.adjusted(0, 0, round((share - 1) * place.width()), 0), _BAR / 2, _BAR / 2)
