"""Strength and saturation of the colour."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from colorstudio.core.adjust import Adjustments
from colorstudio.ui.panels.section import PanelSection
from colorstudio.ui.widgets.value_slider import ValueSlider


class AdjustPanel(PanelSection):
    """Sliders for the adjustments.

    Args:
        reset: the action that brings the defaults back.
    """

    adjustments_changed = Signal(object)
    """The `Adjustments` as the user sets them, also while a slider is dragged."""

    editing_finished = Signal()

    def __init__(self, reset: QAction, parent: QWidget | None = None) -> None:
        super().__init__("adjust", parent)
        self._reset = QToolButton()
        self._reset.setDefaultAction(reset)
        self.add_button(self._reset)
        self._strength = ValueSlider(100, 100)
        self._saturation = ValueSlider(300, 100)
        for slider in (self._strength, self._saturation):
            self.body.addWidget(slider)
            slider.value_changed.connect(self._on_slider_value_changed)
            slider.editing_finished.connect(self.editing_finished)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the sliders."""
        self.set_title(self.tr("Adjust"))
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
