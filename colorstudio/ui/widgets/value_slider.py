"""A slider with its name, its value as a number that can be typed, and a way back to its default."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from colorstudio.ui.icons import Icon, Tone, icon
from colorstudio.ui.widgets.groove_slider import GrooveSlider
from colorstudio.ui.widgets.number_field import NumberField
from colorstudio.ui.widgets.retranslated import Retranslated

_LABEL_WIDTH = 88
_NUMBER_WIDTH = 52
_KEYS_REST = 600
"""After so many milliseconds without a key, a turn of the wheel or a second click, what they changed is one edit."""


class ValueSlider(Retranslated, QWidget):
    """A labelled value on one line: drag, click, type, step with the arrows; a double-click brings the default back.

    Args:
        highest, default: in the slider's unit.
        lowest: below 0, the slider is filled from its middle and numbers carry their sign.
        suffix: unit behind the number.
    """

    value_changed = Signal(int)
    """The value, while it is dragged and when it was typed; not after `set_value`."""

    editing_finished = Signal()
    """A drag or an entry has ended."""

    def __init__(
        self, highest: int, default: int, parent: QWidget | None = None, *, lowest: int = 0, suffix: str = " %"
    ) -> None:
        super().__init__(parent)
        self._default = default
        self._label = QLabel()
        self._slider = GrooveSlider(lowest, highest, default)
        self._number = NumberField(lowest, highest, suffix)
        self._reset = QToolButton()
        self._rest = QTimer(self)
        self._build()
        self.set_value(default)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the reset button."""
        name = self._label.text()
        self._reset.setToolTip(self.tr("Back to {value}").format(value=self._number.text_of(self._default)))
        self._reset.setAccessibleName(self.tr("Reset {name}").format(name=name))

    def set_words(self, label: str, tip: str) -> None:
        """Set the name of the value and the sentence about it."""
        self._label.setText(label)
        self.setToolTip(tip)
        for control in (self._slider, self._number):
            control.setAccessibleName(label)
            control.setAccessibleDescription(tip)
        self.retranslate()

    def set_colors(self, colors: Sequence[QColor]) -> None:
        """Colour the groove from its start to its end."""
        self._slider.set_colors(colors)

    def words(self) -> str:
        """Return the name of the value."""
        return self._label.text()

    def value(self) -> int:
        """Return the value."""
        return self._slider.value()

    def set_value(self, value: int) -> None:
        """Show `value` without a signal."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)
        self._number.setValue(self._slider.value())
        self._slider.update()
        self._reset.setVisible(self._slider.value() != self._default)

    def reset(self) -> None:
        """Go back to the default, as an edit."""
        self._enter(self._default)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reset on a double-click on the name or the slider; end an edit by keys when the slider is left."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.reset()
            return True
        if event.type() == QEvent.Type.FocusOut and self._rest.isActive():
            self._finish()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._label.setMinimumWidth(_LABEL_WIDTH)
        self._label.setBuddy(self._number)
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self._reset.setObjectName("smallButton")
        self._reset.setIcon(icon(Icon.RESET, Tone.QUIET))
        self._reset.setIconSize(QSize(14, 14))
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_KEYS_REST)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._number)
        layout.addWidget(self._reset)
        self._connect()

    def _connect(self) -> None:
        for watched in (self._label, self._slider):
            watched.installEventFilter(self)
        self._slider.valueChanged.connect(self._on_slider_value_changed)
        self._slider.sliderReleased.connect(self._on_slider_released)
        self._number.value_changed.connect(self._enter)
        self._reset.clicked.connect(self.reset)
        self._rest.timeout.connect(self._finish)

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        self._tell(value)
        if not self._slider.isSliderDown():  # keys or the wheel: more may follow
            self._rest.start()

    @Slot()
    def _on_slider_released(self) -> None:
        if self._slider.has_jumped:  # what the second half of a double-click does belongs to the same edit
            self._rest.start()
        else:
            self._finish()

    @Slot(int)
    def _enter(self, value: int) -> None:
        if value == self._slider.value():
            return
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)
        self._slider.update()
        self._tell(value)
        self._finish()

    def _tell(self, value: int) -> None:
        self._number.setValue(value)
        self._reset.setVisible(value != self._default)
        self.value_changed.emit(value)

    @Slot()
    def _finish(self) -> None:
        self._rest.stop()
        self.editing_finished.emit()
