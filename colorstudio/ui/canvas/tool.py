"""Tools and marks: what a hand does on the picture besides zoom, pan and wipe, and what is drawn over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QPainter


@dataclass(frozen=True)
class Hand:
    """Where the pointer is, for a tool.

    Attributes:
        point: fractions of the picture; outside 0..1 beside it.
        place: the same in device pixels of the canvas, for what has a size on the screen.
        modifiers: keys that are held.
        pressure: of a pen, 0..1; 1 for a mouse.
        button: that went down; only a tool whose `buttons` say so gets another than the left one.
    """

    point: QPointF
    place: QPointF
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    pressure: float = 1.0
    button: Qt.MouseButton = Qt.MouseButton.LeftButton


@dataclass(frozen=True)
class PictureFrame:
    """Where the picture is, for painting over it; lengths are device pixels.

    Attributes:
        picture: the whole picture, also beyond the canvas.
        visible: its visible part.
        unit: device pixels per logical pixel.
        scale: device pixels per picture pixel.
    """

    picture: QRect
    visible: QRect
    unit: float
    scale: float

    @property
    def short_side(self) -> float:
        """The picture's short side; radii of hints and brushes are fractions of it."""
        return min(self.picture.width(), self.picture.height())

    def to_view(self, x: float, y: float) -> QPointF:
        """A place on the canvas from fractions of the picture."""
        return QPointF(self.picture.x() + x * self.picture.width(), self.picture.y() + y * self.picture.height())

    def to_rect(self, x0: float, y0: float, x1: float, y1: float) -> QRectF:
        """A rectangle on the canvas from fractions of the picture."""
        return QRectF(self.to_view(x0, y0), self.to_view(x1, y1))


class Marks(Protocol):
    """Something that is drawn over the picture."""

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Draw; the painter is in device pixels, clipped to nothing, and is restored afterwards."""


class CanvasTool(Marks, Protocol):
    """What the left button does while the tool is in the hand. `canvas.update()` after a change is the tool's affair.

    The middle button and the space bar still pan, the wheel still zooms.
    """

    def cursor(self) -> QCursor | Qt.CursorShape:
        """The pointer over the picture."""

    def press(self, hand: Hand) -> None:
        """The left button went down; `drag` and `release` follow."""

    def drag(self, hand: Hand) -> None:
        """The pointer moved with the button down."""

    def release(self, hand: Hand) -> None:
        """The button went up."""

    def hover(self, hand: Hand | None) -> None:
        """The pointer moved without a button; None: it left."""

    def double_click(self, hand: Hand) -> bool | None:
        """The second press of a double click, after a press and a release; true: `drag` and `release` follow."""

    def key_press(self, event: QKeyEvent) -> bool:
        """A key while the canvas has the focus; return whether the tool took it."""


def buttons_of(tool: CanvasTool) -> Qt.MouseButton:
    """Which buttons a tool takes: the left one, unless it has an attribute `buttons` that says more."""
    return getattr(tool, "buttons", Qt.MouseButton.LeftButton)
