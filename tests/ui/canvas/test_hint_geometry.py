"""Where hints are taken hold of, and what moving, resizing and drawing make of them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect

from colorstudio.core.steering import Hint
from colorstudio.ui.canvas.hint_geometry import (
    LARGEST_RADIUS,
    SMALLEST_RADIUS,
    Hit,
    Part,
    anchor,
    handle_place,
    hit,
    mark_place,
    moved,
    radius_at,
    resized,
    stroke_of,
)
from colorstudio.ui.canvas.tool import PictureFrame

FRAME = PictureFrame(QRect(100, 50, 600, 400), QRect(100, 50, 600, 400), 1.0, 0.2)
fractions = st.floats(0, 1)
points = st.tuples(fractions, fractions)


def point(x: float, y: float, radius: float = 0.02) -> Hint:
    return Hint(((x, y),), 10.0, 10.0, radius)


def stroke(*corners: tuple[float, float]) -> Hint:
    return Hint(corners, 10.0, 10.0, 0.02)


def test_the_mark_of_a_stroke_is_half_way_along_it() -> None:
    assert anchor(point(0.3, 0.4)) == (0.3, 0.4)
    assert anchor(stroke((0.0, 0.0), (0.8, 0.0))) == pytest.approx((0.4, 0.0))
    assert anchor(stroke((0.0, 0.0), (0.2, 0.0), (0.2, 0.6))) == pytest.approx((0.2, 0.2))
    assert anchor(stroke((0.5, 0.5), (0.5, 0.5))) == (0.5, 0.5)


def test_a_mark_is_hit_within_its_reach_and_no_farther() -> None:
    hints = [point(0.5, 0.5)]
    assert hit(hints, -1, QPointF(400, 250), FRAME) == Hit(0, Part.MARK)
    assert hit(hints, -1, QPointF(412, 250), FRAME) == Hit(0, Part.MARK)
    assert hit(hints, -1, QPointF(415, 250), FRAME) is None
    dense = PictureFrame(FRAME.picture, FRAME.visible, 2.0, 0.2)
    assert hit(hints, -1, QPointF(424, 250), dense) == Hit(0, Part.MARK)  # the same on the screen


def test_of_marks_that_overlap_the_nearest_is_hit_and_of_equal_ones_the_latest() -> None:
    near = [point(0.5, 0.5), point(0.52, 0.5)]
    assert hit(near, -1, QPointF(402, 250), FRAME) == Hit(0, Part.MARK)
    assert hit(near, -1, QPointF(411, 250), FRAME) == Hit(1, Part.MARK)
    assert hit([point(0.5, 0.5), point(0.5, 0.5)], -1, QPointF(400, 250), FRAME) == Hit(1, Part.MARK)


def test_a_stroke_is_hit_along_its_line() -> None:
    hints = [stroke((0.1, 0.1), (0.9, 0.1))]
    assert hit(hints, -1, QPointF(180, 90 + 7), FRAME) == Hit(0, Part.MARK)
    assert hit(hints, -1, QPointF(180, 90 + 12), FRAME) is None


def test_only_the_selected_hint_has_a_handle() -> None:
    hints = [point(0.5, 0.5, radius=0.1)]
    place = handle_place(hints[0], FRAME)
    assert hit(hints, 0, place, FRAME) == Hit(0, Part.HANDLE)
    assert hit(hints, -1, place, FRAME) is None


def test_the_handle_stays_in_sight_at_the_right_edge() -> None:
    assert handle_place(point(0.5, 0.5), FRAME).x() > mark_place(point(0.5, 0.5), FRAME).x()
    assert handle_place(point(0.99, 0.5), FRAME).x() < mark_place(point(0.99, 0.5), FRAME).x()


@given(st.floats(SMALLEST_RADIUS, LARGEST_RADIUS))
def test_the_handle_lies_where_its_radius_comes_from(radius: float) -> None:
    hint = point(0.3, 0.5, radius)
    assert radius_at(hint, handle_place(hint, FRAME), FRAME) == pytest.approx(radius, abs=1e-5)


@given(st.lists(points, min_size=1, max_size=5), st.floats(-2, 2), st.floats(-2, 2))
def test_a_moved_hint_keeps_its_shape_and_stays_in_the_picture(
    corners: list[tuple[float, float]], dx: float, dy: float
) -> None:
    before, after = stroke(*corners), moved(stroke(*corners), dx, dy)
    assert all(0 <= value <= 1 for corner in after.points for value in corner)
    way = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(before.points, after.points, strict=True)]
    assert all(math.dist(each, way[0]) < 1e-4 for each in way)


def test_resizing_has_limits_and_comes_back() -> None:
    hint = point(0.5, 0.5)
    assert resized(resized(hint, 1.25), 0.8).radius == pytest.approx(hint.radius)
    assert resized(hint, 1e6).radius == LARGEST_RADIUS
    assert resized(hint, 1e-6).radius == SMALLEST_RADIUS


def test_a_stroke_keeps_its_corners_and_drops_the_rest() -> None:
    there = [QPointF(0.1 + 0.01 * step, 0.2) for step in range(50)]
    down = [QPointF(0.6, 0.2 + 0.01 * step) for step in range(90)]
    drawn = stroke_of([*there, *down], FRAME)
    assert [pytest.approx(each, abs=0.01) for each in drawn] == [(0.1, 0.2), (0.6, 0.2), (0.6, 1.0)]
