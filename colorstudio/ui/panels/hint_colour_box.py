"""Choosing the colour of a hint: suggested and recent swatches, the wheel, and typed values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QColor, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.colours import LARGEST_CHROMA, Colour, hex_of, in_gamut, lab_of, shown_colour
from colorstudio.ui.widgets.colour_wheel import ColourWheel
from colorstudio.ui.widgets.number_field import NumberField
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.widgets.swatches import Swatches

_SUGGESTIONS, _RECENT = 5, 7
_HEX = QRegularExpression("#?[0-9a-fA-F]{6}")


class SwatchRows(Retranslated, QWidget):
    """The swatches alone: what the model suggests for the place, and what was chosen before."""

    chosen = Signal(object)
    """A `Colour`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested_label, self._suggested = QLabel(), Swatches(_SUGGESTIONS)
        self._recent_label, self._recent = QLabel(), Swatches(_RECENT)
        self._looking = QLabel()
        self._looking.setObjectName("hint")
        self._looking.setFixedHeight(self._suggested.height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._suggested_label, self._looking, self._suggested):
            layout.addWidget(widget)
        layout.addSpacing(4)
        for widget in (self._recent_label, self._recent):
            layout.addWidget(widget)
        self._suggested.chosen.connect(self.chosen)
        self._recent.chosen.connect(self.chosen)
        self.retranslate()
        self.set_suggestions(50.0, None)
        self.set_recent(50.0, ())

    def retranslate(self) -> None:
        """Set the words."""
        self._suggested_label.setText(self.tr("Suggested by the model"))
        self._suggested_label.setToolTip(self.tr("Colours that the model's variations give this place."))
        self._recent_label.setText(self.tr("Used before"))
        self._looking.setText(self.tr("The model is looking at this place…"))

    def suggestions(self) -> list[Colour]:
        """Return the colours that are suggested."""
        return self._suggested.colours()

    def recent(self) -> list[Colour]:
        """Return the colours that were used before."""
        return self._recent.colours()

    def set_suggestions(self, lightness: float, colours: Sequence[Colour] | None) -> None:
        """Show what the model suggests, as it looks at a lightness; None: it is not known yet."""
        self._suggested.set_colours(lightness, colours or ())
        self._suggested.setVisible(bool(colours))
        self._looking.setVisible(not colours)

    def set_recent(self, lightness: float, colours: Sequence[Colour]) -> None:
        """Show the colours that were chosen last."""
        self._recent.set_colours(lightness, colours)
        self._recent.setVisible(bool(colours))
        self._recent_label.setVisible(bool(colours))


class HintColourBox(Retranslated, QWidget):
    """Swatches, wheel, eyedropper and numbers; lightness is shown and cannot be changed.

    Args:
        actions: the eyedropper's are among them.
    """

    colour_changed = Signal(object)
    """A `Colour`, also while the wheel is dragged."""
    editing_finished = Signal()
    """The colour stays as it is."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._lightness = 50.0
        self.swatches = SwatchRows()
        self._wheel = ColourWheel()
        self._a_label, self._b_label, self._hex_label = QLabel("a*"), QLabel("b*"), QLabel("sRGB")
        self._a, self._b = (NumberField(-int(LARGEST_CHROMA), int(LARGEST_CHROMA)) for _ in range(2))
        self._hex = QLineEdit()
        self._hex.setObjectName("numberField")
        self._hex.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._hex.setValidator(QRegularExpressionValidator(_HEX, self._hex))
        self._shown_lightness = QLabel()
        self._shown_lightness.setObjectName("hint")
        self._dropper, self._from_picture = QToolButton(), QToolButton()
        self._dropper.setDefaultAction(actions["tool_eyedropper"])
        self._from_picture.setDefaultAction(actions["colour_from_picture"])
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._wheel.setAccessibleName(self.tr("Colour wheel"))
        tip = self.tr("All colours of this lightness: the angle is the hue, the distance from the middle the chroma.")
        self._wheel.setToolTip(tip)
        self._wheel.setAccessibleDescription(tip)
        self._a.setAccessibleName("a*")
        self._a.setToolTip(self.tr("From green (negative) to red (positive), CIELAB a*."))
        self._b.setAccessibleName("b*")
        self._b.setToolTip(self.tr("From blue (negative) to yellow (positive), CIELAB b*."))
        self._hex.setAccessibleName("sRGB")
        self._hex.setToolTip(self.tr("A colour as #RRGGBB; only its hue and chroma are taken, never its lightness."))
        self._shown_lightness.setToolTip(self.tr("Lightness is the scan's own; a hint never changes it."))
        for button in (self._dropper, self._from_picture):
            button.setAccessibleName(plain_text(button.defaultAction()))

    def set_colour(self, lightness: float, ab: Colour) -> None:
        """Show the colour of a hint at the lightness of its place, without a signal."""
        self._lightness = lightness
        self._wheel.set_colour(lightness, ab)
        self._a.setValue(round(ab[0]))
        self._b.setValue(round(ab[1]))
        self._hex.setText(hex_of(shown_colour(lightness, ab)))
        self._shown_lightness.setText(f"L* {lightness:.0f}")

    @Slot(object)
    def _on_swatches_chosen(self, ab: Colour) -> None:
        self.colour_changed.emit(ab)
        self.editing_finished.emit()

    @Slot(int)
    def _on_number_value_changed(self, _value: int) -> None:
        self.colour_changed.emit((float(self._a.value()), float(self._b.value())))
        self.editing_finished.emit()

    @Slot()
    def _on_hex_editing_finished(self) -> None:
        text = self._hex.text()
        colour = QColor(text if text.startswith("#") else f"#{text}")
        if hex_of(colour) != hex_of(shown_colour(self._lightness, self._wheel.colour())):
            self.colour_changed.emit(in_gamut(self._lightness, lab_of(colour)[1:]))
            self.editing_finished.emit()

    def _lay_out(self) -> None:
        values = QGridLayout()
        values.setHorizontalSpacing(8)
        values.setVerticalSpacing(8)
        values.setColumnStretch(1, 1)
        fields = ((self._a_label, self._a), (self._b_label, self._b), (self._hex_label, self._hex))
        for row, (label, field) in enumerate(fields):
            label.setBuddy(field)
            values.addWidget(label, row, 0)
            values.addWidget(field, row, 1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self._shown_lightness, 1)
        tools.addWidget(self._dropper)
        tools.addWidget(self._from_picture)
        values.addLayout(tools, len(fields), 0, 1, 2)
        wheel_and_values = QHBoxLayout()
        wheel_and_values.setSpacing(8)
        wheel_and_values.addWidget(self._wheel, 0, Qt.AlignmentFlag.AlignTop)
        wheel_and_values.addLayout(values, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.swatches)
        layout.addLayout(wheel_and_values)

    def _connect(self) -> None:
        self.swatches.chosen.connect(self._on_swatches_chosen)
        self._wheel.colour_changed.connect(self.colour_changed)
        self._wheel.editing_finished.connect(self.editing_finished)
        self._a.value_changed.connect(self._on_number_value_changed)
        self._b.value_changed.connect(self._on_number_value_changed)
        self._hex.editingFinished.connect(self._on_hex_editing_finished)
