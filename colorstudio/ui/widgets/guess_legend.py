"""What the tints of the guess map mean, in words, with each one's share of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from colorstudio.ui.canvas.guess_marks import AMBER, line_alpha, lines_tile, tint_alpha
from colorstudio.ui.guess_words import GUESS_FROM, LIKELY_FROM, WORDS
from colorstudio.ui.theme.tokens import current_tokens
from colorstudio.ui.widgets.retranslated import Retranslated

_MIDDLES = (LIKELY_FROM / 2, (LIKELY_FROM + GUESS_FROM) / 2, (GUESS_FROM + 1) / 2)


class GuessLegend(Retranslated, QWidget):
    """A line for each word: a swatch as it looks on a grey picture, the word, and how much of the picture it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = [QLabel() for _ in WORDS]
        self._shares = [QLabel() for _ in WORDS]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        for row, middle in enumerate(_MIDDLES):
            layout.addWidget(_Swatch(middle), row, 0)
            layout.addWidget(self._words[row], row, 1)
            layout.addWidget(self._shares[row], row, 2, Qt.AlignmentFlag.AlignRight)
            self._shares[row].setObjectName("hint")
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        for label, word in zip(self._words, WORDS, strict=True):
            label.setText(QCoreApplication.translate("guess", str(word)))

    def set_shares(self, shares: Sequence[float] | None) -> None:
        """Show how much of the picture each word is, 0..1; None: not known."""
        for label, share in zip(self._shares, shares or [None] * len(WORDS), strict=True):
            label.setText("" if share is None else f"{round(100 * share)} %")


class _Swatch(QWidget):
    """A piece of grey picture under the tint and the lines of an uncertainty."""

    def __init__(self, uncertainty: float) -> None:
        super().__init__()
        self._uncertainty = uncertainty
        self.setFixedSize(QSize(32, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, with an edge."""
        painter = QPainter(self)
        area = QRect(self.rect())
        painter.fillRect(area, QColor("#8c8c8c"))
        tint = QColor(AMBER)
        tint.setAlpha(tint_alpha(self._uncertainty))
        painter.fillRect(area, tint)
        if line_alpha(self._uncertainty):
            painter.fillRect(area, QBrush(lines_tile()))
        painter.setPen(QColor(current_tokens().border))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.end()
