"""The mask brush without a window: sizes, what it leaves, and how a stroke grows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorstudio.ui.canvas.mask_brush import LARGEST_RADIUS, SMALLEST_RADIUS, Brush, MaskMode, StrokeDraft
from colorstudio.ui.panels.mask_panel import radius_of, size_of

SIDES = (300.0, 200.0)
PIXEL = 1 / 200


def draft(brush: Brush, start: tuple[float, float] = (0.2, 0.5), **more: object) -> StrokeDraft:
    return StrokeDraft(brush, True, SIDES, PIXEL, start, **more)  # type: ignore[arg-type]


def test_size_and_feather_step_and_stay_within_their_limits() -> None:
    brush = Brush(radius=0.05, feather=0.5)
    assert brush.resized(1).radius == pytest.approx(0.06)
    assert brush.resized(3).resized(-3).radius == pytest.approx(0.05)
    assert brush.resized(99).radius == LARGEST_RADIUS
    assert brush.resized(-99).radius == SMALLEST_RADIUS
    assert brush.feathered(2).feather == 0.7
    assert brush.feathered(-9).feather == 0.0
    assert brush.feathered(9).feather == 1.0


def test_brush_and_eraser_are_exchanged() -> None:
    assert Brush(MaskMode.BRUSH).exchanged().mode is MaskMode.ERASER
    assert Brush(MaskMode.ERASER).exchanged().mode is MaskMode.BRUSH


@pytest.mark.parametrize(
    ("mode", "base", "is_reversed", "erases"),
    [
        (MaskMode.BRUSH, 1.0, False, False),
        (MaskMode.BRUSH, 1.0, True, True),
        (MaskMode.ERASER, 0.0, False, True),
        (MaskMode.ERASER, 0.0, True, False),
        (MaskMode.GRADIENT, 1.0, False, True),
        (MaskMode.GRADIENT, 0.0, False, False),
        (MaskMode.GRADIENT, 1.0, True, False),
    ],
)
def test_what_takes_colour_away(mode: MaskMode, base: float, is_reversed: bool, erases: bool) -> None:
    assert Brush(mode).erases(base, is_reversed) is erases


def test_strength_is_what_is_brought_or_taken() -> None:
    assert Brush(strength=0.3).amount(erases=True) == 0.7
    assert Brush(strength=0.3).amount(erases=False) == 0.3


def test_a_click_is_one_point() -> None:
    stroke = draft(Brush()).finished()
    assert stroke is not None
    assert stroke.points == ((0.2, 0.5),)
    assert (stroke.kind, stroke.amount, stroke.widths) == ("brush", 0.0, ())


def test_a_straight_drag_of_many_moves_is_two_points() -> None:
    drawn = draft(Brush(radius=0.05))
    for step in range(1, 201):
        drawn.extend((0.2 + 0.6 * step / 200, 0.5))
    live, done = drawn.stroke(), drawn.finished()
    assert live is not None
    assert live.points[-1] == (0.8, 0.5)
    assert 20 < len(live.points) < 201
    assert done is not None
    assert done.points == ((0.2, 0.5), (0.8, 0.5))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=40))
def test_a_finished_stroke_begins_and_ends_where_the_hand_did(places: list[tuple[float, float]]) -> None:
    drawn = draft(Brush(), (0.5, 0.5))
    for place in places:
        drawn.extend(place)
    stroke = drawn.finished()
    assert stroke is not None
    assert stroke.points[0] == (0.5, 0.5)
    assert math.dist(stroke.points[-1], places[-1]) < PIXEL


def test_a_live_stroke_only_grows_so_that_what_was_drawn_can_be_kept() -> None:
    drawn = draft(Brush(radius=0.02))
    before: tuple[tuple[float, float], ...] = ()
    for step in range(1, 60):
        drawn.extend((0.2 + step / 100, 0.5 + 0.1 * math.sin(step / 5)))
        stroke = drawn.stroke()
        assert stroke is not None
        assert stroke.points[: max(len(before) - 1, 0)] == before[:-1]
        before = stroke.points


def test_with_shift_the_line_is_straight_and_ends_at_the_hand() -> None:
    drawn = draft(Brush(), (0.9, 0.9), straight_from=(0.1, 0.2))
    assert drawn.stroke().points == ((0.1, 0.2), (0.9, 0.9))  # type: ignore[union-attr]
    drawn.extend((0.5, 0.4))
    drawn.extend((0.6, 0.3))
    assert drawn.finished().points == ((0.1, 0.2), (0.6, 0.3))  # type: ignore[union-attr]


def test_a_gradient_has_two_ends_and_none_without_a_length() -> None:
    drawn = draft(Brush(MaskMode.GRADIENT))
    assert drawn.stroke() is None
    assert drawn.finished() is None
    drawn.extend((0.4, 0.5))
    drawn.extend((0.7, 0.5))
    stroke = drawn.finished()
    assert stroke is not None
    assert (stroke.kind, stroke.points) == ("gradient", ((0.2, 0.5), (0.7, 0.5)))


def test_a_pen_that_is_pressed_gives_widths_and_keeps_them_when_points_go() -> None:
    drawn = draft(Brush(radius=0.1), pressure=0.2)
    for step in range(1, 101):
        drawn.extend((0.2 + 0.6 * step / 100, 0.5), 0.2 + 0.8 * min(step, 50) / 50)
    stroke = drawn.finished()
    assert stroke is not None
    assert len(stroke.widths) == len(stroke.points) < 8
    assert stroke.widths[0] == 0.2
    assert stroke.widths[-1] == 1.0


def test_far_beside_the_picture_a_stroke_ends_where_a_recipe_may_hold_it() -> None:
    drawn = draft(Brush())
    drawn.extend((-40.0, 40.0))
    assert drawn.finished().points[-1] == (-1.0, 2.0)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [1, 2, 50, 99, 100])
def test_the_slider_and_the_radius_agree(size: int) -> None:
    assert size_of(radius_of(size)) == size
    assert SMALLEST_RADIUS <= radius_of(size) <= LARGEST_RADIUS
