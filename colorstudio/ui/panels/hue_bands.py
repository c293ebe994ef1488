"""Eight bands of hues: a swatch for each, and two sliders for the one that is chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from colorstudio.core.adjust import HUE_BANDS, HueBand
from colorstudio.ui.lab_color import hue_color
from colorstudio.ui.theme.tokens import current_tokens
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.widgets.value_slider import ValueSlider

_STEP = 360 / HUE_BANDS
_SIDE = 26


class HueBands(Retranslated, QWidget):
    """Chooses a band and changes it; a band that was changed carries a dot."""

    band_changed = Signal(int, object, str)
    """Index, the `HueBand` as the user sets it, and what was changed, in words."""

    editing_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bands = (HueBand(),) * HUE_BANDS
        self._swatches = QButtonGroup(self)
        self._buttons = [HueSwatch(hue_color(index * _STEP)) for index in range(HUE_BANDS)]
        self._shift = ValueSlider(100, 0, lowest=-100, suffix="")
        self._saturation = ValueSlider(300, 100)
        self._build()
        self._swatches.idToggled.connect(self._on_swatches_toggled)
        self._shift.value_changed.connect(self._on_shift_changed)
        self._saturation.value_changed.connect(self._on_saturation_changed)
        for slider in (self._shift, self._saturation):
            slider.editing_finished.connect(self.editing_finished)
        self._swatches.button(0).setChecked(True)
        self.retranslate()

    @property
    def chosen(self) -> int:
        """The index of the band that the sliders change."""
        return self._swatches.checkedId()

    @property
    def shift(self) -> ValueSlider:
        """The slider that turns the band's hues."""
        return self._shift

    @property
    def saturation(self) -> ValueSlider:
        """The slider of the band's chroma."""
        return self._saturation

    def choose(self, index: int) -> None:
        """Let the sliders change a band."""
        self._swatches.button(index).setChecked(True)

    def set_bands(self, bands: tuple[HueBand, ...]) -> None:
        """Show the eight bands, without a signal."""
        self._bands = bands
        for index, band in enumerate(bands):
            self._buttons[index].set_changed(band != HueBand())
        self._show_chosen()

    def retranslate(self) -> None:
        """Set the names of the hues."""
        for index, name in enumerate(self.names()):
            swatch = self._swatches.button(index)
            swatch.setAccessibleName(name)
            swatch.setToolTip(self.tr("{hue}: choose it to shift or strengthen these hues alone.").format(hue=name))
        self._name_sliders()

    def names(self) -> list[str]:
        """Return what the hues around 0, 45, … 315 degrees are called; CIELAB's 0 is a pink, its 45 an orange red."""
        return [
            self.tr("Pink"),
            self.tr("Red and orange"),
            self.tr("Yellow"),
            self.tr("Green"),
            self.tr("Teal"),
            self.tr("Sky blue"),
            self.tr("Blue"),
            self.tr("Violet"),
        ]

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for index, swatch in enumerate(self._buttons):
            self._swatches.addButton(swatch, index)
            row.addWidget(swatch)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addSpacing(2)
        layout.addWidget(self._shift)
        layout.addWidget(self._saturation)

    def _name_sliders(self) -> None:
        name = self.names()[self.chosen]
        self._shift.set_words(
            self.tr("Hue"), self.tr("{hue}: turns towards the hue before or the hue after it.").format(hue=name)
        )
        self._saturation.set_words(self.tr("Saturation"), self.tr("{hue}: how vivid these hues are.").format(hue=name))

    def _show_chosen(self) -> None:
        band, degrees = self._bands[self.chosen], self.chosen * _STEP
        self._shift.set_value(round(band.shift * 100))
        self._saturation.set_value(round(band.saturation * 100))
        self._shift.set_colors([hue_color(degrees + turn * _STEP) for turn in (-1, -0.5, 0, 0.5, 1)])
        self._saturation.set_colors((hue_color(degrees, chroma=0), hue_color(degrees, chroma=64)))

    @Slot(int, bool)
    def _on_swatches_toggled(self, index: int, is_chosen: bool) -> None:
        if is_chosen:
            self._show_chosen()
            self._name_sliders()

    @Slot(int)
    def _on_shift_changed(self, value: int) -> None:
        self._change(replace(self._bands[self.chosen], shift=value / 100), self.tr("{hue}: hue"))

    @Slot(int)
    def _on_saturation_changed(self, value: int) -> None:
        self._change(replace(self._bands[self.chosen], saturation=value / 100), self.tr("{hue}: saturation"))

    def _change(self, band: HueBand, words: str) -> None:
        index = self.chosen
        self._bands = (*self._bands[:index], band, *self._bands[index + 1 :])
        self._buttons[index].set_changed(band != HueBand())
        self.band_changed.emit(index, band, words.format(hue=self.names()[index]))


class HueSwatch(QAbstractButton):
    """A round swatch; ringed when it is chosen, dotted when its band was changed. Arrows go to its neighbours."""

    def __init__(self, color: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        self._changed = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(_SIDE, _SIDE)

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return QSize(_SIDE, _SIDE)

    def set_changed(self, changed: bool) -> None:
        """Show whether the band differs from its default."""
        self._changed = changed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw swatch, ring and dot."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color if self.isEnabled() else QColor(tokens.track))
        painter.drawEllipse(area.adjusted(5, 5, -5, -5))
        if self._changed:
            painter.setBrush(QColor(tokens.text))
            painter.drawEllipse(area.center(), 2.5, 2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.text), 1.5))
            painter.drawEllipse(area.adjusted(2.5, 2.5, -2.5, -2.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
