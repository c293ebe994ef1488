"""The sliders that change the colours: how they lie over the scan, their chroma, and their hues."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from colorstudio.core.adjust import RANGES, Adjustments, HueBand
from colorstudio.ui.lab_color import hue_color
from colorstudio.ui.panels.hue_bands import HueBands
from colorstudio.ui.panels.section import PanelGroup, PanelSection
from colorstudio.ui.widgets.value_slider import ValueSlider

BLEND = ("strength", "toning")
COLOUR = ("saturation", "vibrance", "temperature", "tint")
LIGHT = ("shadows", "highlights")

_BLUE, _AMBER, _GREEN, _MAGENTA, _GREY_CHROMA = 265.0, 80.0, 145.0, 335.0, 3.0


class AdjustPanel(PanelSection):
    """Sliders for the adjustments, in groups.

    Args:
        reset: the action that brings the defaults back.
    """

    adjustments_changed = Signal(object, str)
    """The `Adjustments` as the user sets them, also while a slider is dragged, and the name of what was changed."""

    editing_finished = Signal()

    def __init__(self, reset: QAction, parent: QWidget | None = None) -> None:
        super().__init__("adjust", parent)
        self._adjustments = Adjustments()
        self._reset = QToolButton()
        self._reset.setDefaultAction(reset)
        self.add_button(self._reset)
        self.body.setContentsMargins(8, 4, 12, 8)
        self.body.setSpacing(0)
        self.presets = QVBoxLayout()
        """Room for what stands above the sliders."""
        self.presets.setContentsMargins(8, 0, 0, 4)
        self.body.addLayout(self.presets)
        self._sliders: dict[str, ValueSlider] = {}
        self._blend = self._add_group("blend", BLEND)
        self._colour = self._add_group("colour", COLOUR)
        self._light = self._add_group("light", LIGHT, opens_first=False)
        self._hues = HueBands()
        self._hue_group = self._add_group("hues", (), opens_first=False)
        self._hue_group.body.addWidget(self._hues)
        self._hues.band_changed.connect(self._on_hues_band_changed)
        self._hues.editing_finished.connect(self.editing_finished)
        self._color_grooves()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the groups and sliders."""
        self.set_title(self.tr("Adjust"))
        self._reset.setAccessibleName(self.tr("Reset adjustments"))
        self.set_tip(self.tr("Changes the colours that the model predicted; the light and dark of the scan stay."))
        self._blend.set_title(self.tr("Blend"))
        self._blend.set_tip(self.tr("How much colour lies over the scan, and over which tone."))
        self._colour.set_title(self.tr("Colours"))
        self._colour.set_tip(self.tr("How vivid all colours are, and which way they lean."))
        self._light.set_title(self.tr("Light and shade"))
        self._light.set_tip(self.tr("How vivid the colours of dark and of light places are."))
        self._hue_group.set_title(self.tr("Hues"))
        self._hue_group.set_tip(self.tr("Turns or strengthens one band of hues and leaves the others."))
        for name, (words, tip) in self._words().items():
            self._sliders[name].set_words(words, tip)

    def set_adjustments(self, adjustments: Adjustments) -> None:
        """Show values, without a signal."""
        self._adjustments = adjustments
        for name, slider in self._sliders.items():
            slider.set_value(round(getattr(adjustments, name) * 100))
        self._hues.set_bands(adjustments.hues)

    def slider(self, name: str) -> ValueSlider:
        """Return the slider of one field of `Adjustments`."""
        return self._sliders[name]

    @property
    def hues(self) -> HueBands:
        """The control of the eight bands."""
        return self._hues

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "strength": (self.tr("Strength"), self.tr("How much of the colour lies over the scan.")),
            "toning": (
                self.tr("Keep tone"),
                self.tr("How much of the scan's own tone, such as sepia, stays where the colour is weak."),
            ),
            "saturation": (self.tr("Saturation"), self.tr("How vivid the colours are; lightness never changes.")),
            "vibrance": (self.tr("Vibrance"), self.tr("Makes dull colours more vivid and spares those that are.")),
            "temperature": (self.tr("Temperature"), self.tr("Cooler to the left, warmer to the right.")),
            "tint": (self.tr("Tint"), self.tr("Greener to the left, more magenta to the right.")),
            "shadows": (self.tr("Shadows"), self.tr("How vivid the colours are in dark places.")),
            "highlights": (self.tr("Highlights"), self.tr("How vivid the colours are in light places.")),
        }

    def _add_group(self, key: str, names: tuple[str, ...], opens_first: bool = True) -> PanelGroup:
        group = PanelGroup(key, opens_first)
        for name in names:
            lowest, highest = (round(limit * 100) for limit in RANGES[name])
            suffix = "" if lowest < 0 else " %"
            default = round(getattr(Adjustments(), name) * 100)
            slider = ValueSlider(highest, default, lowest=lowest, suffix=suffix)
            slider.setObjectName(name)
            slider.value_changed.connect(self._on_slider_value_changed)
            slider.editing_finished.connect(self.editing_finished)
            self._sliders[name] = slider
            group.body.addWidget(slider)
        self.body.addWidget(group)
        return group

    def _color_grooves(self) -> None:
        grey = hue_color(0, chroma=0)
        self._sliders["temperature"].set_colors((hue_color(_BLUE), grey, hue_color(_AMBER)))
        self._sliders["tint"].set_colors((hue_color(_GREEN), grey, hue_color(_MAGENTA)))

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        slider = self.sender()
        assert isinstance(slider, ValueSlider)
        fields: dict[str, Any] = {slider.objectName(): value / 100}
        self._change(replace(self._adjustments, **fields), slider.words())

    @Slot(int, object, str)
    def _on_hues_band_changed(self, index: int, band: HueBand, words: str) -> None:
        hues = (*self._adjustments.hues[:index], band, *self._adjustments.hues[index + 1 :])
        self._change(replace(self._adjustments, hues=hues), words)

    def _change(self, adjustments: Adjustments, words: str) -> None:
        self._adjustments = adjustments
        self.adjustments_changed.emit(adjustments, words)
