"""A slider that is painted by hand: filled from its zero, its default marked, its groove coloured if wished."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from colorstudio.ui.theme.tokens import current_tokens

_KNOB = 14
_GROOVE = 4
_MARGIN = 2
"""Room for the focus ring at both ends."""


class GrooveSlider(QSlider):
    """A horizontal slider whose handle comes to where the groove is pressed, and can be dragged from there.

    Args:
        lowest, highest: of the value.
        default: a small mark shows where it is; a range that goes below 0 is filled from 0, any other from its start.
    """

    def __init__(self, lowest: int, highest: int, default: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._default = default
        self._colors: tuple[QColor, ...] = ()
        self.has_jumped = False
        """Whether the last press moved the handle and nothing has since: it may be the first half of a double-click."""
        self.setRange(lowest, highest)
        self.setPageStep(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colors(self, colors: Sequence[QColor]) -> None:
        """Colour the groove from its start to its end; none: the accent fills it up to the value."""
        self._colors = tuple(colors)
        self.update()

    def sizeHint(self) -> QSize:
        """Give the groove some length."""
        return QSize(120, 22)

    def minimumSizeHint(self) -> QSize:
        """Keep enough of the groove to drag along."""
        return QSize(56, 22)

    def x_of(self, value: int) -> float:
        """Return where the middle of the handle is for a value."""
        share = (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        return self._start() + share * self._span()

    def value_at(self, x: float) -> int:
        """Return the value whose handle is in the middle of `x`."""
        share = min(1.0, max(0.0, (x - self._start()) / max(1.0, self._span())))
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw groove, mark and handle in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        self._paint_groove(painter, middle)
        self._paint_default(painter, middle)
        self._paint_knob(painter, QPointF(self.x_of(self.value()), middle))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, wherever it was, under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.has_jumped = abs(event.position().x() - self.x_of(self.value())) > _KNOB / 2
        if self.has_jumped:
            self.setValue(self.value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the handle follow."""
        if self.isSliderDown():
            self.has_jumped = False
            self.setValue(self.value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the handle go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel around it, unless the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _start(self) -> float:
        return _MARGIN + _KNOB / 2

    def _span(self) -> float:
        return max(1.0, self.width() - 2 * self._start())

    def _paint_groove(self, painter: QPainter, middle: float) -> None:
        tokens = current_tokens()
        left, right = self._start() - _KNOB / 2 + 1, self._start() + self._span() + _KNOB / 2 - 1
        groove = QRectF(left, middle - _GROOVE / 2, right - left, _GROOVE)
        if self._colors and self.isEnabled():
            gradient = QLinearGradient(QPointF(left, 0), QPointF(right, 0))
            for index, color in enumerate(self._colors):
                gradient.setColorAt(index / max(1, len(self._colors) - 1), color)
            painter.setBrush(gradient)
            painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
            return
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        if self.isEnabled():
            zero = self.x_of(0) if self.minimum() < 0 else left
            handle = self.x_of(self.value())
            painter.setBrush(QColor(tokens.accent_line))
            painter.drawRect(QRectF(min(zero, handle), groove.top(), abs(handle - zero), _GROOVE))

    def _paint_default(self, painter: QPainter, middle: float) -> None:
        if self.minimum() < self._default < self.maximum():
            painter.setBrush(QColor(current_tokens().outline))
            painter.drawRect(QRectF(self.x_of(self._default) - 0.5, middle + 5, 1, 4))

    def _paint_knob(self, painter: QPainter, centre: QPointF) -> None:
        tokens = current_tokens()
        is_active = self.isSliderDown() or self.underMouse()
        edge, width = QColor(tokens.accent_line if is_active else tokens.outline), 1.0
        if self.hasFocus():
            edge, width = QColor(tokens.focus), 2.0
        if not self.isEnabled():
            edge = QColor(tokens.border)
        painter.setPen(QPen(edge, width))
        painter.setBrush(QColor(tokens.knob if self.isEnabled() else tokens.panel))
        radius = (_KNOB - width) / 2
        painter.drawEllipse(centre, radius, radius)
