"""Where pictures are on the canvas: in one pane, or in two of the same size with a divider between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRect

GAP = 2
"""Logical pixels between two panes."""
_WORTH_STACKING = 1.4
"""Panes lie above each other where that shows a picture so much larger: a panorama."""


@dataclass(frozen=True)
class Panes:
    """Rectangles on the canvas, in device pixels. Both panes show the same part of the picture.

    Attributes:
        result: of the result, and of whatever is drawn over it.
        original: of the scan as it is; None where both share one pane.
    """

    result: QRect = field(default_factory=QRect)
    original: QRect | None = None

    @classmethod
    def one(cls, width: int, height: int) -> Panes:
        """The whole canvas."""
        return cls(QRect(0, 0, width, height))

    @classmethod
    def two(cls, width: int, height: int, gap: int, picture: tuple[int, int]) -> Panes:
        """Side by side, the scan at the left, or above each other where a wide picture is seen much larger that way."""
        across, down = (width - gap) // 2, (height - gap) // 2
        if _fit(across, height, picture) * _WORTH_STACKING < _fit(width, down, picture):
            return cls(QRect(0, height - down, width, down), QRect(0, 0, width, down))
        return cls(QRect(width - across, 0, across, height), QRect(0, 0, across, height))

    @property
    def all(self) -> tuple[QRect, ...]:
        """The panes, that of the result first."""
        return (self.result,) if self.original is None else (self.result, self.original)

    def at(self, x: float, y: float) -> QRect:
        """The pane under a point of the canvas; the nearest one between and beside them."""
        return min(self.all, key=lambda pane: _distance(pane, x, y))

    def other(self, pane: QRect) -> QRect | None:
        """The pane beside `pane`; None where there is one alone."""
        return next((each for each in self.all if each != pane), None)


def _fit(width: int, height: int, picture: tuple[int, int]) -> float:
    return min(max(width, 1) / max(picture[0], 1), max(height, 1) / max(picture[1], 1))


def _distance(pane: QRect, x: float, y: float) -> float:
    beside = max(pane.x() - x, 0, x - pane.x() - pane.width())
    above = max(pane.y() - y, 0, y - pane.y() - pane.height())
    return beside + above
