"""The before/after wipe: where the divider is, and what it clips.

The divider's place is a fraction of the picture's visible width, not of the picture: however far
the view is zoomed or panned, the divider stays on the screen, where it can be taken hold of.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect

GRIP = 8
"""Logical pixels to either side of the line within which the divider can be taken hold of."""
STEP = 0.02
"""How far an arrow key moves the divider, as a fraction."""


class CompareMode(Enum):
    """What of a picture is seen."""

    AFTER = "after"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side by side"
    """The scan and the result in two panes that move together."""
    BEFORE = "before"
    COLOUR_ONLY = "colour only"
    """The result's chroma at one lightness."""


def clamped(fraction: float) -> float:
    """The fraction within 0..1."""
    return min(max(fraction, 0.0), 1.0)


def divider_x(seen: QRect, fraction: float) -> int:
    """The device column on which the divider stands, `seen` being the picture's visible part."""
    return seen.x() + round(fraction * seen.width())


def fraction_at(seen: QRect, x: float) -> float:
    """The fraction that puts the divider on device column `x`."""
    return clamped((x - seen.x()) / seen.width()) if seen.width() > 0 else 0.5


def is_grip(seen: QRect, fraction: float, x: float, y: float, reach: float) -> bool:
    """Whether device pixel (x, y) is within `reach` of the divider."""
    is_beside = seen.y() <= y <= seen.y() + seen.height()
    return not seen.isEmpty() and is_beside and abs(x - divider_x(seen, fraction)) <= reach


def sides(seen: QRect, mode: CompareMode, fraction: float) -> tuple[QRect, QRect]:
    """The parts of `seen` that show the picture before, and after."""
    if mode is CompareMode.BEFORE:
        return seen, QRect()
    if mode is not CompareMode.WIPE:
        return QRect(), seen
    left_width = divider_x(seen, fraction) - seen.x()
    left = QRect(seen.x(), seen.y(), left_width, seen.height())
    right = QRect(seen.x() + left_width, seen.y(), seen.width() - left_width, seen.height())
    return left, right
