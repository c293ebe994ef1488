"""What the steps have in common: a heading, a quiet sentence, a hint with an icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from colorstudio.ui.icons import Icon, icon

WIDEST = 880
"""Lines that are longer are hard to read."""


def heading() -> QLabel:
    """A label for a step's question."""
    label = QLabel()
    label.setObjectName("panelTitle")
    label.setWordWrap(True)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.3)
    label.setFont(font)
    return label


def title() -> QLabel:
    """A label over a part of a step."""
    label = QLabel()
    label.setObjectName("panelTitle")
    return label


def quiet() -> QLabel:
    """A label for a sentence that explains."""
    label = QLabel()
    label.setObjectName("hint")
    label.setWordWrap(True)
    return label


class Remark(QWidget):
    """A sentence with an icon that tells how much it matters; it takes no room while it says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._picture, self._words = QLabel(), QLabel()
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def say(self, symbol: Icon, words: str) -> None:
        """Show a sentence; '' shows nothing."""
        self._picture.setPixmap(icon(symbol).pixmap(20, 20))
        self._words.setText(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """What is said."""
        return self._words.text()


def narrow(contents: QWidget) -> QVBoxLayout:
    """A layout in `contents` whose lines do not get longer than can be read, at the left of the room there is."""
    inner = QWidget()
    inner.setMaximumWidth(WIDEST)
    outer = QHBoxLayout(contents)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(inner, 1)
    outer.addStretch(0)
    layout = QVBoxLayout(inner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    return layout
