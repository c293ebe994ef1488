"""A number that can be typed: a quiet field that shows its unit, and takes what a person writes."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_NUMBER = re.compile(r"[-+\u2212]?\d+(?:[.,]\d+)?")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class NumberField(QLineEdit):
    """An integer within limits; arrow and page keys step it, nonsense is put right when the field is left.

    Args:
        lowest, highest: limits. Below 0, positive numbers are shown with their sign.
        suffix: the unit, with the space before it.
    """

    value_changed = Signal(int)
    """Only after a person typed or stepped."""

    def __init__(self, lowest: int, highest: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowest, self._highest, self._suffix = lowest, highest, suffix
        self._value = lowest
        self.setObjectName("numberField")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editingFinished.connect(self._take_text)
        self.setValue(lowest)

    def value(self) -> int:
        """Return the number."""
        return self._value

    def setValue(self, value: int) -> None:
        """Show a number, without a signal."""
        self._value = min(self._highest, max(self._lowest, value))
        self.setText(self.text_of(self._value))

    def text_of(self, value: int) -> str:
        """Return how a value is written."""
        sign = "+" if self._lowest < 0 < value else "\u2212" if value < 0 else ""
        return f"{sign}{abs(value)}{self._suffix}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select all on the first click, so that typing replaces the number."""
        had_focus = self.hasFocus()
        super().mousePressEvent(event)
        if not had_focus:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, by more with the page keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._change(self._value + step)
            self.selectAll()

    @Slot()
    def _take_text(self) -> None:
        number = _NUMBER.search(self.text())
        value = self._value
        if number:
            value = round(float(number[0].replace(",", ".").replace("\u2212", "-")))
        self._change(value)

    def _change(self, value: int) -> None:
        before = self._value
        self.setValue(value)
        if self._value != before:
            self.value_changed.emit(self._value)
