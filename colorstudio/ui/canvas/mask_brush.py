"""The mask brush without a widget: its size, what a stroke of it leaves, and how a stroke grows."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum

from colorstudio.core.steering import MaskStroke
from colorstudio.core.strokes import rounded, simplified

SMALLEST_RADIUS, LARGEST_RADIUS = 0.0005, 0.5
"""Fractions of the picture's short side."""
_SIZE_STEP = 1.2
_FEATHER_STEP = 0.1
_SPACING = 0.08
"""A place of the hand nearer to the one before than this share of the radius adds nothing."""
_TOLERANCE = 0.02
"""How far a simplified stroke may leave the hand's way, as a share of the radius."""
_SOFTEST_PRESS = 0.1
"""The least share of the radius that a pen gives: at no pressure a stroke would have holes."""
_REACH = (-1.0, 2.0)
"""Where the points of a stroke may lie, in fractions of the picture."""

Place = tuple[float, float]


class MaskMode(Enum):
    """What a drag with the mask tool draws."""

    BRUSH = "brush"
    ERASER = "eraser"
    GRADIENT = "gradient"


@dataclass(frozen=True)
class Brush:
    """How the next stroke will be.

    Attributes:
        mode: what a drag draws.
        radius: half the brush's width, a fraction of the picture's short side.
        feather: 0: a hard edge; 1: soft from the middle.
        strength: 0..1: how much of the colour the brush brings, or the eraser takes.
    """

    mode: MaskMode = MaskMode.ERASER
    radius: float = 0.05
    feather: float = 0.5
    strength: float = 1.0

    def resized(self, steps: int) -> Brush:
        """Larger by some steps, or smaller."""
        radius = self.radius * _SIZE_STEP**steps
        return replace(self, radius=min(max(radius, SMALLEST_RADIUS), LARGEST_RADIUS))

    def feathered(self, steps: int) -> Brush:
        """Softer by some steps, or harder."""
        feather = round(self.feather + _FEATHER_STEP * steps, 6)
        return replace(self, feather=min(max(feather, 0.0), 1.0))

    def exchanged(self) -> Brush:
        """The brush in place of the eraser, and the other way round."""
        return replace(self, mode=MaskMode.ERASER if self.mode is MaskMode.BRUSH else MaskMode.BRUSH)

    def erases(self, base: float, is_reversed: bool) -> bool:
        """Whether a stroke takes colour away.

        Args:
            base: the weight that the mask starts from; a gradient works against it, or it would do nothing.
            is_reversed: Alt or the right button is down.
        """
        usually = base >= 0.5 if self.mode is MaskMode.GRADIENT else self.mode is MaskMode.ERASER
        return usually is not is_reversed

    def amount(self, erases: bool) -> float:
        """The weight that a stroke leaves."""
        return round(1.0 - self.strength if erases else self.strength, 4)


class StrokeDraft:
    """A stroke that is being drawn.

    Args:
        brush: with which it is drawn.
        erases: whether it takes colour away.
        sides: width and height of the picture, in the same unit; only their ratio counts.
        pixel: what a pixel of the screen is, as a fraction of the picture's short side.
        start: where it begins, in fractions of the picture.
        pressure: of a pen there; 1 for a mouse.
        straight_from: draw a straight line from there, that ends where the hand is.
    """

    def __init__(
        self,
        brush: Brush,
        erases: bool,
        sides: tuple[float, float],
        pixel: float,
        start: Place,
        pressure: float = 1.0,
        straight_from: Place | None = None,
    ) -> None:
        self.erases = erases
        self._brush = brush
        short = min(sides)
        self._unit = (sides[0] / short, sides[1] / short)
        self._pixel = pixel
        self._is_straight = straight_from is not None or brush.mode is MaskMode.GRADIENT
        self._points = [_within(straight_from if straight_from is not None else start)]
        self._widths = [_width(pressure)]
        self._tip = _within(start), _width(pressure)

    @property
    def is_gradient(self) -> bool:
        """Whether it is a gradient."""
        return self._brush.mode is MaskMode.GRADIENT

    @property
    def start(self) -> Place:
        """Where it began."""
        return self._points[0]

    @property
    def end(self) -> Place:
        """Where the hand is."""
        return self._tip[0]

    def extend(self, point: Place, pressure: float = 1.0) -> None:
        """Follow the hand."""
        place, width = self._tip
        spacing = max(_SPACING * self._brush.radius, self._pixel)
        if not self._is_straight and self._distance(place, self._points[-1]) >= spacing:
            self._points.append(place)
            self._widths.append(width)
        self._tip = _within(point), _width(pressure)

    def stroke(self) -> MaskStroke | None:
        """The stroke as far as it is drawn; None for a gradient that has no length yet."""
        points, widths = [*self._points, self._tip[0]], [*self._widths, self._tip[1]]
        if self._distance(points[-1], points[-2]) < self._pixel / 2:
            points.pop()
            widths.pop()
        return self._made(points, widths) if len(points) > 1 or not self.is_gradient else None

    def finished(self) -> MaskStroke | None:
        """The whole stroke, with few points."""
        drawn = self.stroke()
        if drawn is None or len(drawn.points) < 3:
            return drawn
        tolerance = max(_TOLERANCE * self._brush.radius, self._pixel / 2)
        widths = drawn.widths or (1.0,) * len(drawn.points)
        places = [
            (x * self._unit[0], y * self._unit[1], width * self._brush.radius)
            for (x, y), width in zip(drawn.points, widths, strict=True)
        ]
        kept = simplified(places, tolerance)
        return self._made([drawn.points[index] for index in kept], [widths[index] for index in kept])

    def _made(self, points: list[Place], widths: list[float]) -> MaskStroke:
        brush = self._brush
        is_pressed = not self.is_gradient and min(widths) < 1.0
        return MaskStroke(
            "gradient" if self.is_gradient else "brush",
            tuple((x, y) for x, y in map(rounded, points)),
            amount=brush.amount(self.erases),
            radius=brush.radius,
            feather=brush.feather,
            widths=tuple(round(width, 2) for width in widths) if is_pressed else (),
        )

    def _distance(self, one: Place, other: Place) -> float:
        return math.hypot((one[0] - other[0]) * self._unit[0], (one[1] - other[1]) * self._unit[1])


def _within(place: Place) -> Place:
    lowest, highest = _REACH
    return min(max(place[0], lowest), highest), min(max(place[1], lowest), highest)


def _width(pressure: float) -> float:
    return min(max(pressure, _SOFTEST_PRESS), 1.0)
