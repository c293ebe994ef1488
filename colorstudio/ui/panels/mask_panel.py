"""Where colour applies: the mask brush, how it paints, and what the mask starts from."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from colorstudio.core.steering import Mask
from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.canvas.mask_brush import LARGEST_RADIUS, SMALLEST_RADIUS, Brush, MaskMode
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.panels.section import PanelSection
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.form import Form
from colorstudio.ui.widgets.value_slider import ValueSlider

_ICONS = {MaskMode.BRUSH: Icon.BRUSH, MaskMode.ERASER: Icon.ERASER, MaskMode.GRADIENT: Icon.GRADIENT}
_GROWTH = math.log(LARGEST_RADIUS / SMALLEST_RADIUS) / 99


class MaskPanel(PanelSection):
    """Brush, eraser and gradient; size, feathering and strength; start, snapping, invert and clear.

    Args:
        actions: those of the mask are among them.
    """

    mode_chosen = Signal(object)
    """The `MaskMode` that is to be in the hand; None: nothing."""
    brush_changed = Signal(object)
    """The `Brush` that the sliders make."""
    base_chosen = Signal(float)
    snap_chosen = Signal(bool)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("mask", parent)
        self._actions = actions
        self._brush = Brush()
        self._modes = {mode: self._mode_button(mode) for mode in MaskMode}
        self._size = ValueSlider(100, size_of(self._brush.radius), lowest=1, suffix="")
        self._feather = ValueSlider(100, round(self._brush.feather * 100))
        self._strength = ValueSlider(100, round(self._brush.strength * 100), lowest=1)
        self._base_label, self._base = QLabel(), CalmComboBox()
        self._base.stay_narrow()
        self._snap, self._show = QCheckBox(), QCheckBox()
        self._hint = QLabel()
        self._commands = {name: QPushButton() for name in ("invert_mask", "clear_mask")}
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_mask(None)

    def retranslate(self) -> None:
        """Set the words."""
        self.set_title(self.tr("Mask"))
        self.set_tip(self.tr("Where colour applies, and how strongly: paint over what should stay grey."))
        for mode, (text, tip) in self._mode_words().items():
            self._modes[mode].setText(text)
            self._modes[mode].setAccessibleName(text)
            self._modes[mode].setToolTip(tip)
        self._size.set_words(self.tr("Size"), self.tr("Width of the brush; the keys [ and ] change it."))
        self._feather.set_words(
            self.tr("Feathering"),
            self.tr("How softly a stroke ends: 0 % cuts, 100 % fades from the middle; Shift+[ and Shift+]."),
        )
        self._strength.set_words(
            self.tr("Strength"), self.tr("How much of the colour the brush brings, or the eraser takes.")
        )
        self._base_label.setText(self.tr("Start from"))
        self._base.setItemText(0, self.tr("Colour everywhere"))
        self._base.setItemText(1, self.tr("Colour nowhere"))
        self._base.setAccessibleName(self.tr("Start from"))
        self._base.setToolTip(self.tr("What holds where nothing was painted: erase from colour, or paint it in."))
        self._snap.setText(self.tr("Snap edges to the scan"))
        self._snap.setToolTip(self.tr("The mask's edges follow those of the light and dark in the scan."))
        self._show.setText(self.tr("Show what stays grey"))
        self._show.setToolTip(self._actions["show_mask"].toolTip())
        for name, button in self._commands.items():
            button.setText(plain_text(self._actions[name]))
            button.setAccessibleName(plain_text(self._actions[name]))
            button.setToolTip(self._actions[name].toolTip())
        self._tell_hint()

    def set_mask(self, mask: Mask | None) -> None:
        """Show a scan's mask, without a signal."""
        mask = mask or Mask()
        with QSignalBlocker(self._base), QSignalBlocker(self._snap):
            self._base.setCurrentIndex(0 if mask.base >= 0.5 else 1)
            self._snap.setChecked(mask.snap)
        self._tell_hint()

    def set_brush(self, brush: Brush) -> None:
        """Show how the brush paints, without a signal."""
        self._brush = brush
        self._size.set_value(size_of(brush.radius))
        self._feather.set_value(round(brush.feather * 100))
        self._strength.set_value(round(brush.strength * 100))

    def set_mode(self, mode: MaskMode | None) -> None:
        """Show which of the tools is in the hand; None: none of them."""
        for each, button in self._modes.items():
            button.setChecked(each is mode)
        is_brush = mode is not MaskMode.GRADIENT
        self._size.setEnabled(is_brush)
        self._feather.setEnabled(is_brush)
        self._tell_hint()

    # Inside

    def _mode_button(self, mode: MaskMode) -> QToolButton:
        button = QToolButton()
        button.setObjectName("choiceButton")
        button.setCheckable(True)
        button.setIcon(icon(_ICONS[mode]))
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._on_mode_clicked)
        return button

    def _mode_words(self) -> dict[MaskMode, tuple[str, str]]:
        return {
            MaskMode.BRUSH: (
                self.tr("Brush"),
                self.tr("Paints colour in; Alt or the right button erases, Shift-click draws a straight line."),
            ),
            MaskMode.ERASER: (
                self.tr("Eraser"),
                self.tr("Paints the scan grey; Alt or the right button paints colour in, X takes the brush."),
            ),
            MaskMode.GRADIENT: (
                self.tr("Gradient"),
                self.tr("Drag from where colour changes to where it stays; Alt or the right button reverses it."),
            ),
        }

    def _lay_out(self) -> None:
        modes = QHBoxLayout()
        modes.setSpacing(4)
        for button in self._modes.values():
            modes.addWidget(button)
        self.body.addLayout(modes)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self.body.addWidget(self._hint)
        sliders = QVBoxLayout()
        sliders.setSpacing(4)
        for slider in (self._size, self._feather, self._strength):
            sliders.addWidget(slider)
        self.body.addLayout(sliders)
        form = Form()
        self._base.addItem("", 1.0)
        self._base.addItem("", 0.0)
        form.add_row(self._base_label, self._base)
        self.body.addLayout(form)
        checks = QVBoxLayout()
        checks.setSpacing(4)
        checks.addWidget(self._snap)
        checks.addWidget(self._show)
        self.body.addLayout(checks)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name, command in self._commands.items():
            command.setIcon(self._actions[name].icon())
            command.setIconSize(BESIDE_WORDS)
            buttons.addWidget(command, 1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        for slider in (self._size, self._feather, self._strength):
            slider.value_changed.connect(self._on_slider_value_changed)
        self._base.currentIndexChanged.connect(self._on_base_index_changed)
        self._snap.toggled.connect(self.snap_chosen)
        self._show.toggled.connect(self._actions["show_mask"].setChecked)
        self._actions["show_mask"].toggled.connect(self._show.setChecked)
        for name, button in self._commands.items():
            button.clicked.connect(self._actions[name].trigger)
            self._actions[name].enabledChanged.connect(button.setEnabled)

    def _tell_hint(self) -> None:
        if self._modes[MaskMode.GRADIENT].isChecked():
            self._hint.setText(self.tr("Drag across the scan, from where colour changes to where it stays."))
            return
        everywhere = self._base.currentIndex() == 0
        self._hint.setText(
            self.tr("Colour is everywhere: erase it where the scan should stay grey.")
            if everywhere
            else self.tr("Colour is nowhere: paint it in where it belongs.")
        )

    @Slot()
    def _on_mode_clicked(self) -> None:
        sender = self.sender()
        mode = next(mode for mode, button in self._modes.items() if button is sender)
        self.mode_chosen.emit(mode if self._modes[mode].isChecked() else None)

    @Slot(int)
    def _on_slider_value_changed(self, _value: int) -> None:
        radius = self._brush.radius
        if size_of(radius) != self._size.value():
            radius = radius_of(self._size.value())
        feather, strength = self._feather.value() / 100, self._strength.value() / 100
        self._brush = replace(self._brush, radius=radius, feather=feather, strength=strength)
        self.brush_changed.emit(self._brush)

    @Slot(int)
    def _on_base_index_changed(self, index: int) -> None:
        self.base_chosen.emit(self._base.itemData(index))


def size_of(radius: float) -> int:
    """The number 1..100 for a brush's radius; equal steps of it look equal."""
    return 1 + round(math.log(radius / SMALLEST_RADIUS) / _GROWTH)


def radius_of(size: int) -> float:
    """The radius, as a fraction of the picture's short side, for a number 1..100."""
    return min(SMALLEST_RADIUS * math.exp((size - 1) * _GROWTH), LARGEST_RADIUS)
