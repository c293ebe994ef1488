"""Where the divider stands, and what it clips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from colorstudio.ui.canvas.wipe import CompareMode, divider_x, fraction_at, is_grip, sides

SEEN = QRect(100, 50, 200, 80)


@pytest.mark.parametrize(("x", "fraction"), [(100, 0.0), (150, 0.25), (300, 1.0), (20, 0.0), (999, 1.0)])
def test_fraction_and_column_belong_together(x: int, fraction: float) -> None:
    assert fraction_at(SEEN, x) == fraction
    assert divider_x(SEEN, fraction) == min(max(x, 100), 300)


def test_the_sides_of_a_wipe_cover_the_picture_without_overlap() -> None:
    left, right = sides(SEEN, CompareMode.WIPE, 0.25)
    assert left == QRect(100, 50, 50, 80)
    assert right == QRect(150, 50, 150, 80)


@pytest.mark.parametrize("fraction", [0.0, 1.0])
def test_a_wipe_at_the_edge_leaves_one_side(fraction: float) -> None:
    left, right = sides(SEEN, CompareMode.WIPE, fraction)
    assert (left.isEmpty(), right.isEmpty()) == (fraction == 0, fraction == 1)
    assert SEEN in (left, right)


def test_other_modes_show_one_side() -> None:
    assert sides(SEEN, CompareMode.BEFORE, 0.5) == (SEEN, QRect())
    assert sides(SEEN, CompareMode.AFTER, 0.5) == (QRect(), SEEN)


def test_the_grip_is_around_the_line_and_within_the_picture() -> None:
    assert is_grip(SEEN, 0.5, 207, 60, 8)
    assert not is_grip(SEEN, 0.5, 209, 60, 8)
    assert not is_grip(SEEN, 0.5, 200, 20, 8)
    assert not is_grip(QRect(), 0.5, 0, 0, 8)


def test_no_width_has_no_place() -> None:
    assert fraction_at(QRect(), 5) == 0.5
