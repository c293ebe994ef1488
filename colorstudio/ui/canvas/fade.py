"""A number that moves from where it is to where it should be."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot


class Fade(QObject):
    """An opacity, 0..1, that is animated or set at once."""

    stepped = Signal()

    def __init__(self, milliseconds: int, level: float, parent: QObject) -> None:
        super().__init__(parent)
        self._level = level
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(milliseconds)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_animation_value_changed)

    @property
    def level(self) -> float:
        """The opacity now."""
        return self._level

    @property
    def is_running(self) -> bool:
        """Whether it is still on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def go_to(self, level: float, is_animated: bool) -> None:
        """Move to `level` from wherever it is."""
        if self.is_running and self._animation.endValue() == level and is_animated:
            return
        self._animation.stop()
        if not is_animated or level == self._level:
            self._set_level(level)
            return
        self._animation.setStartValue(self._level)
        self._animation.setEndValue(level)
        self._animation.start()

    @Slot(object)
    def _on_animation_value_changed(self, value: float) -> None:
        self._set_level(value)

    def _set_level(self, level: float) -> None:
        if level != self._level:
            self._level = level
            self.stepped.emit()
