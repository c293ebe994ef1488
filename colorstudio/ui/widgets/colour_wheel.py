"""The colour wheel: all a*, b* that sRGB has at one lightness; hue is the angle, chroma the distance."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from colorstudio.ui.colours import LARGEST_CHROMA, Colour, in_gamut, shown_colour
from colorstudio.ui.theme import current_tokens

_REACH = 134.0
"""Chroma at the rim: a little more than the most vivid blue of sRGB has."""
_BEND = 0.6
"""Below 1, dull colours get more room than vivid ones: the world, and old photographs, are made of them."""
_SIDE = 140
_IMAGE_SIDE = 160
"""Pixels of the picture of the disc, which is drawn smoothly at any density: it has no fine detail."""
_MARGIN = 7
_KEPT_LIGHTNESSES = 101
_STEPS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}


def place_of(ab: Colour) -> tuple[float, float]:
    """Where a colour lies in the disc of radius 1: x to the right, y upwards; beyond the rim on the rim."""
    chroma = math.hypot(*ab)
    if chroma == 0:
        return 0.0, 0.0
    radius = min(1.0, chroma / _REACH) ** _BEND
    return ab[0] / chroma * radius, ab[1] / chroma * radius


def colour_at(x: float, y: float) -> Colour:
    """The colour at a place of the disc; the opposite of `place_of`."""
    radius = math.hypot(x, y)
    if radius == 0:
        return 0.0, 0.0
    chroma = min(1.0, radius) ** (1 / _BEND) * _REACH
    return x / radius * chroma, y / radius * chroma


@lru_cache(_KEPT_LIGHTNESSES)
def wheel_image(lightness: int) -> QImage:
    """The disc at one L*: transparent where sRGB has no such colour, softly at that border."""
    import numpy as np

    from colorstudio.core.color import lab_to_linear, linear_to_srgb, quantize

    along = (np.arange(_IMAGE_SIDE, dtype=np.float32) + 0.5) * np.float32(2 / _IMAGE_SIDE) - 1
    x, y = np.meshgrid(along, -along)
    radius = np.maximum(np.hypot(x, y), np.float32(1e-6))
    chroma = np.minimum(radius, 1) ** np.float32(1 / _BEND) * np.float32(_REACH)
    ab = np.stack([x, y], axis=-1) * (chroma / radius)[..., None]
    linear = lab_to_linear(np.full(radius.shape, lightness, np.float32), ab)
    pixels = np.empty((*radius.shape, 4), np.uint8)
    pixels[..., :3] = quantize(linear_to_srgb(np.clip(linear, 0, 1)), 8)
    beyond = np.maximum(-linear, linear - 1).max(axis=-1)
    inside = np.clip(1 - beyond / np.float32(0.02), 0, 1) * np.clip((1 - radius) * (_IMAGE_SIDE / 2) + 0.5, 0, 1)
    pixels[..., 3] = quantize(inside, 8)
    image = QImage(pixels.data, _IMAGE_SIDE, _IMAGE_SIDE, 4 * _IMAGE_SIDE, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class ColourWheel(QWidget):
    """A disc of colours at one lightness; drag in it, or move the ring with the arrow keys (Shift: farther)."""

    colour_changed = Signal(object)
    """The `Colour`, also while it is dragged; not after `set_colour`."""
    editing_finished = Signal()
    """A drag or a key has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lightness = 50.0
        self._colour: Colour = (0.0, 0.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def colour(self) -> Colour:
        """Return the colour in the ring."""
        return self._colour

    def set_colour(self, lightness: float, ab: Colour) -> None:
        """Show a colour among all of its lightness, without a signal."""
        self._lightness, self._colour = lightness, ab
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def _disc(self) -> QRectF:
        side = min(self.width(), self.height()) - 2 * _MARGIN
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _choose(self, ab: Colour) -> None:
        limited = max(-LARGEST_CHROMA, min(LARGEST_CHROMA, ab[0])), max(-LARGEST_CHROMA, min(LARGEST_CHROMA, ab[1]))
        colour = in_gamut(self._lightness, limited)
        if colour != self._colour:
            self._colour = colour
            self.update()
            self.colour_changed.emit(colour)

    def _choose_under(self, position: QPointF) -> None:
        disc = self._disc()
        radius = disc.width() / 2
        self._choose(
            colour_at((position.x() - disc.center().x()) / radius, (disc.center().y() - position.y()) / radius)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the colour under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose_under(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the colours on the way."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_under(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the last one."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.editing_finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step along a* with left and right, along b* with up and down."""
        step = _STEPS.get(Qt.Key(event.key())) if event.key() in _STEPS else None
        if step is None:
            super().keyPressEvent(event)
            return
        factor = 5.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        self._choose((self._colour[0] + step[0] * factor, self._colour[1] + step[1] * factor))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """One edit for as long as the key was down."""
        if event.key() in _STEPS and not event.isAutoRepeat():
            self.editing_finished.emit()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it again."""
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc, its rim, and the ring around the colour."""
        tokens, disc = current_tokens(), self._disc()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(tokens.surround))
        painter.drawEllipse(disc)
        if self.isEnabled():
            painter.drawImage(disc, wheel_image(round(self._lightness)))
            self._paint_ring(painter, disc)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc.adjusted(-4, -4, 4, 4))
        painter.end()

    def _paint_ring(self, painter: QPainter, disc: QRectF) -> None:
        x, y = place_of(self._colour)
        radius = disc.width() / 2
        centre = QPointF(disc.center().x() + x * radius, disc.center().y() - y * radius)
        painter.setBrush(shown_colour(self._lightness, self._colour))
        painter.setPen(QPen(QColor(0, 0, 0, 160), 4))
        painter.drawEllipse(centre, 6, 6)
        painter.setPen(QPen(QColor(255, 255, 255), 2))
        painter.drawEllipse(centre, 6, 6)
