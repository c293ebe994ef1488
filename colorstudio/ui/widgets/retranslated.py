"""Widgets that change their words when the language changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Retranslated(_Base):
    """Mixin, put before the widget class: `retranslate` sets every word, now and at every change."""

    def retranslate(self) -> None:
        """Set the texts, tooltips and accessible names."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Set the words again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
