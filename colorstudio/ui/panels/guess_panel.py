"""Where the model guesses: the overlay, its legend, and how uncertain a colour may be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from colorstudio.ui.actions import Actions
from colorstudio.ui.guess_words import GUESS_FROM
from colorstudio.ui.panels.section import PanelSection
from colorstudio.ui.widgets.guess_legend import GuessLegend
from colorstudio.ui.widgets.value_slider import ValueSlider


class GuessPanel(PanelSection):
    """Overlay on and off, what its tints mean, and a threshold beyond which the picture stays grey.

    Args:
        actions: the one that shows the overlay is among them.
    """

    fade_changed = Signal(object)
    """Uncertainty 0..1 beyond which colour fades to grey, or None."""
    editing_finished = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("guess", parent)
        self._action = actions["show_guess"]
        self._show, self._fades = QCheckBox(), QCheckBox()
        self._legend = GuessLegend()
        self._threshold = ValueSlider(100, round(100 * GUESS_FROM))
        self._state = QLabel()
        self._state.setObjectName("hint")
        self._state.setWordWrap(True)
        for widget in (self._show, self._legend, self._state, self._fades, self._threshold):
            self.body.addWidget(widget)
        self._action.toggled.connect(self._show.setChecked)
        self._show.toggled.connect(self._action.setChecked)
        self._fades.toggled.connect(self._on_fades_toggled)
        self._threshold.value_changed.connect(self._on_threshold_value_changed)
        self._threshold.editing_finished.connect(self.editing_finished)
        self._is_measuring = False
        self.retranslate()
        self.set_fade(None)
        self.set_measured(None, is_measuring=False)

    def retranslate(self) -> None:
        """Set the words."""
        self.set_title(self.tr("Guess map"))
        self.set_tip(self.tr("Where the model is sure of its colours, and where it might as well have taken others."))
        self._show.setText(self.tr("Show over the picture"))
        self._show.setToolTip(self._action.toolTip())
        self._fades.setText(self.tr("Leave uncertain areas grey"))
        self._fades.setToolTip(self.tr("Only what the model is sure enough of is coloured, here and in exports."))
        self._threshold.set_words(
            self.tr("Grey beyond"),
            self.tr("Uncertainty beyond which colour fades: 33 % keeps what is well founded, 60 % what is likely too."),
        )
        self._tell()

    def set_fade(self, threshold: float | None) -> None:
        """Show a scan's threshold, without a signal; None: nothing fades."""
        with QSignalBlocker(self._fades):
            self._fades.setChecked(threshold is not None)
        if threshold is not None:
            self._threshold.set_value(round(100 * threshold))
        self._threshold.setEnabled(threshold is not None)

    def set_measured(self, shares: Sequence[float] | None, *, is_measuring: bool) -> None:
        """Show how much of the picture is well founded, likely and a guess, or that it is being measured."""
        self._legend.set_shares(shares)
        self._is_measuring = is_measuring
        self._tell()

    def _tell(self) -> None:
        self._state.setVisible(self._is_measuring)
        self._state.setText(self.tr("Measuring where the model is unsure…"))

    @Slot(bool)
    def _on_fades_toggled(self, fades: bool) -> None:
        self._threshold.setEnabled(fades)
        self.fade_changed.emit(self._threshold.value() / 100 if fades else None)
        self.editing_finished.emit()

    @Slot(int)
    def _on_threshold_value_changed(self, value: int) -> None:
        self.fade_changed.emit(value / 100)
