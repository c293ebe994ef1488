"""Strength and saturation of the colour."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from colorstudio.core.adjust import Adjustments
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.widgets.value_slider import ValueSlider


class AdjustPanel(Retranslated, QWidget):
    """Sliders for the adjustments.

    Args:
        reset: the action that brings the defaults back.
    """

    adjustments_changed = Signal(object)
    """The `Adjustments` as the user sets them, also while a slider is dragged."""

    editing_finished = Signal()

    def __init__(self, reset: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setObjectName("panelTitle")
        self._reset = QToolButton()
        self._reset.setDefaultAction(reset)
        self._strength = ValueSlider(100, 100)
        self._saturation = ValueSlider(300, 100)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(heading)
        for slider in (self._strength, self._saturation):
            layout.addWidget(slider)
            slider.value_changed.connect(self._on_slider_value_changed)
            slider.editing_finished.connect(self.editing_finished)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the sliders."""
        self._title.setText(self.tr("Adjust"))
        self._reset.setAccessibleName(self.tr("Reset adjustments"))
        self._strength.set_words(
            self.tr("Strength"), self.tr("How much of the colour lies over the grey scan. Double-click: 100 %.")
        )
        self._saturation.set_words(
            self.tr("Saturation"),
            self.tr("How vivid the colours are; lightness never changes. Double-click: 100 %."),
        )

    def set_adjustments(self, adjustments: Adjustments) -> None:
        """Show values, without a signal."""
        self._strength.set_value(round(adjustments.strength * 100))
        self._saturation.set_value(round(adjustments.saturation * 100))

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        self.adjustments_changed.emit(Adjustments(self._strength.value() / 100, self._saturation.value() / 100))
