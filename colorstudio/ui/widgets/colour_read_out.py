"""The colour under the pointer in numbers that stay where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from colorstudio.ui.guess_words import WORDS
from colorstudio.ui.widgets.retranslated import Retranslated

if TYPE_CHECKING:
    from colorstudio.ui.shown_pixels import PixelColour

_ROUNDING = 2
_HUNDRED = 99.95
_MINUS = "\N{MINUS SIGN}"
_GAP = 18
"""Logical pixels between two values; a third of it between a value and its letter."""


class ColourReadOut(Retranslated, QWidget):
    """L*, a*, b*, the sRGB values and a word about how sure the model is; each has its own fixed place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._letters: list[QLabel] = []
        self._values = [self._value(letter) for letter, _ in _FIELDS]
        self._guess = self._label(Qt.AlignmentFlag.AlignLeft)
        self._guess.setContentsMargins(_GAP, 0, 0, 0)
        self.retranslate()
        self.set_colour(None)

    def retranslate(self) -> None:
        """Set the words again."""
        self._set_widths()
        self.setAccessibleName(self.tr("Colour under the pointer"))
        self.setToolTip(
            self.tr("Under the pointer: lightness and colour (CIELAB), the sRGB values, and how far the model guesses")
        )

    def set_colour(self, colour: PixelColour | None, guess: str = "") -> None:
        """Show a colour and a word about the guess; None: the pointer is on no pixel."""
        for label, text in zip(self._values, _texts(colour), strict=True):
            label.setText(text)
        for label, (letter, _) in zip(self._letters, _FIELDS, strict=True):
            label.setText(letter if colour is not None else "")
        self._guess.setText(guess if colour is not None else "")

    def texts(self) -> list[str]:
        """What is shown: L*, a*, b*, the hexadecimal colour, red, green, blue, and the word about the guess."""
        return [*(label.text() for label in self._values), self._guess.text()]

    def changeEvent(self, event: QEvent) -> None:
        """Another font has wider digits."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_widths()

    def _value(self, letter: str) -> QLabel:
        label = self._label(Qt.AlignmentFlag.AlignRight)
        label.setContentsMargins(_GAP if letter else 0, 0, 0, 0)
        self._letters.append(label)
        return self._label(Qt.AlignmentFlag.AlignRight)

    def _set_widths(self) -> None:
        for label, value, (letter, widest) in zip(self._letters, self._values, _FIELDS, strict=True):
            metrics = label.fontMetrics()
            label.setFixedWidth(metrics.horizontalAdvance(letter) + (_GAP if letter else 0))
            value.setFixedWidth(metrics.horizontalAdvance(widest) + _GAP // 3)
        words = (QCoreApplication.translate("guess", str(word)) for word in WORDS)
        self._guess.setFixedWidth(max(map(self._guess.fontMetrics().horizontalAdvance, words)) + _GAP + _ROUNDING)

    def _label(self, side: Qt.AlignmentFlag) -> QLabel:
        label = QLabel()
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(label)
        return label


_FIELDS = (
    ("L", "88.8"),
    ("a", f"{_MINUS}88.8"),
    ("b", f"{_MINUS}88.8"),
    (" ", "#AAAAAA"),
    ("", "000"),
    ("", "000"),
    ("", "000"),
)
"""The letter before each value, and the widest text the value has."""


def _texts(colour: PixelColour | None) -> list[str]:
    if colour is None:
        return [""] * len(_FIELDS)
    lab = [_four(colour.lightness), _signed(colour.a), _signed(colour.b)]
    return [*lab, colour.hex, *(str(level) for level in colour.rgb)]


def _four(value: float) -> str:
    """One decimal where there is room for it."""
    return f"{value:.1f}" if abs(value) < _HUNDRED else f"{value:.0f}"


def _signed(value: float) -> str:
    """With its sign; a colour without hue is 0.0, never −0.0."""
    text = _four(abs(value))
    sign = "" if text == "0.0" else "+" if value > 0 else _MINUS
    return sign + text
