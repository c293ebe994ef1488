"""What was measured, side by side, and what it means in a word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from colorstudio.core.gate import Judgement, Outcome
from colorstudio.engine.training.gate_reader import GateResult
from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.training.gate.words import base_name, figure, measure_hint, measure_name, outcome_name
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.window_layout import empty_layout

_SIGNS = {
    Outcome.BETTER: (Icon.SUCCESS, Tone.INFO),
    Outcome.WORSE: (Icon.WARNING, Tone.WARNING),
    Outcome.SAME: (Icon.REMOVE, Tone.QUIET),
    Outcome.UNKNOWN: (Icon.HELP, Tone.QUIET),
}
_COLUMN = 80
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MeasuresTable(Retranslated, QWidget):
    """A row for each measure."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[GateResult, str] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)

    def retranslate(self) -> None:
        """Build the rows again in the language of the window."""
        if self._shown is not None:
            self.show_result(*self._shown)

    def show_result(self, result: GateResult, model: str) -> None:
        """Show the figures of a result; `model` is the new model's name."""
        self._shown = result, model
        empty_layout(self._grid)
        columns = [model, base_name(result)] + ([self.tr("no colour")] if result.report.base else [])
        for column, text in enumerate(columns, 1):
            self._grid.addWidget(_heading(text), 0, column)
        for row, judgement in enumerate(result.verdict.judgements, 1):
            self._add_row(row, judgement, len(columns))

    def _add_row(self, row: int, judgement: Judgement, columns: int) -> None:
        name = QLabel(measure_name(judgement))
        name.setToolTip(measure_hint(judgement))
        hint = QLabel(measure_hint(judgement))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        what = QWidget()
        lines = QGridLayout(what)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(name, 0, 0)
        lines.addWidget(hint, 1, 0)
        self._grid.addWidget(what, row, 0)
        values = (judgement.model, judgement.base, judgement.grey)[:columns]
        for column, value in enumerate(values, 1):
            self._grid.addWidget(_value(figure(judgement, value), is_new=column == 1), row, column)
        self._grid.addWidget(_sign(judgement), row, columns + 1)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("hint")
    label.setAlignment(_RIGHT)
    label.setWordWrap(True)
    label.setFixedWidth(_COLUMN)
    return label


def _value(text: str, is_new: bool) -> QLabel:
    label = QLabel(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAlignment(_RIGHT)
    if is_new:
        label.setObjectName("panelTitle")
    return label


def _sign(judgement: Judgement) -> QWidget:
    symbol, tone = _SIGNS[judgement.outcome]
    picture, word = QLabel(), QLabel(outcome_name(judgement.outcome))
    picture.setPixmap(icon(symbol, tone).pixmap(16, 16))
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(picture)
    line.addWidget(word, 1)
    return holder
