"""A slider with its value as a number that can be typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QSpinBox, QStyle, QStyleOptionSlider, QWidget


class ValueSlider(QWidget):
    """A labelled percentage: drag, click, type, or double-click to go back to the default.

    Args:
        highest: largest value, in percent.
        default: in percent.
    """

    value_changed = Signal(int)
    """The value in percent, while it is dragged and when it was typed; not after `set_value`."""

    editing_finished = Signal()
    """A drag or an entry has ended."""

    def __init__(self, highest: int, default: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = default
        self._label = QLabel()
        self._number = QSpinBox()
        self._slider = _JumpSlider()
        self._build(highest)
        self.set_value(default)

    def set_words(self, label: str, tip: str) -> None:
        """Set the name of the value and the sentence about it."""
        self._label.setText(label)
        self.setToolTip(tip)
        self._slider.setAccessibleName(label)
        self._slider.setAccessibleDescription(tip)
        self._number.setAccessibleName(label)

    def value(self) -> int:
        """Return the value in percent."""
        return self._slider.value()

    def set_value(self, value: int) -> None:
        """Show `value` without a signal."""
        with QSignalBlocker(self._slider), QSignalBlocker(self._number):
            self._slider.setValue(value)
            self._number.setValue(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reset on a double-click on the label or the slider."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._enter(self._default)
            return True
        return super().eventFilter(watched, event)

    def _build(self, highest: int) -> None:
        self._slider.setRange(0, highest)
        self._slider.setPageStep(10)
        self._number.setRange(0, highest)
        self._number.setSuffix(" %")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.setKeyboardTracking(False)
        self._number.setFixedWidth(76)
        self._label.setBuddy(self._number)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(self._number, 0, 1)
        layout.addWidget(self._slider, 1, 0, 1, 2)
        for watched in (self._label, self._slider):
            watched.installEventFilter(self)
        self._slider.valueChanged.connect(self._on_slider_value_changed)
        self._slider.sliderReleased.connect(self.editing_finished)
        self._number.valueChanged.connect(self._enter)

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        with QSignalBlocker(self._number):
            self._number.setValue(value)
        self.value_changed.emit(value)
        if not self._slider.isSliderDown():
            self.editing_finished.emit()

    @Slot(int)
    def _enter(self, value: int) -> None:
        if value != self._slider.value():
            self._slider.setValue(value)


class _JumpSlider(QSlider):
    """A slider whose handle comes to where the groove is pressed, and can be dragged from there."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the handle under the pointer first."""
        if event.button() == Qt.MouseButton.LeftButton and not self._is_on_handle(event):
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))
            self.setSliderDown(False)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel around it, unless the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _option(self) -> QStyleOptionSlider:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return option

    def _is_on_handle(self, event: QMouseEvent) -> bool:
        part = QStyle.SubControl.SC_SliderHandle
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, self._option(), part, self)
        return handle.contains(event.position().toPoint())

    def _value_at(self, x: float) -> int:
        part = QStyle.SubControl.SC_SliderHandle
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, self._option(), part, self).width()
        span = self.width() - handle
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), round(x - handle / 2), span)
