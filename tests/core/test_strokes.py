"""A line keeps its shape with few points."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorstudio.core.errors import RecipeError
from colorstudio.core.recipe import Recipe
from colorstudio.core.steering import Mask, MaskStroke
from colorstudio.core.strokes import rounded, simplified


def distance(place: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """By dense sampling, apart from the formula under test."""
    return min(math.dist(place, (a[0] + (b[0] - a[0]) * t / 400, a[1] + (b[1] - a[1]) * t / 400)) for t in range(401))


def test_a_straight_line_keeps_its_ends_and_a_corner_stays() -> None:
    line = [(x / 10, x / 20, 0.0) for x in range(11)]
    assert simplified(line, 1e-6) == (0, 10)
    angle = [(x / 10, 0.0, 0.0) for x in range(11)] + [(1.0, y / 10, 0.0) for y in range(1, 11)]
    assert simplified(angle, 0.01) == (0, 10, 20)


def test_a_single_place_and_a_line_back_to_its_beginning() -> None:
    assert simplified([(0.5, 0.5, 0.0)], 0.1) == (0,)
    assert simplified([(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)], 0.1) == (0, 1, 2)


def test_a_change_of_width_is_kept_on_a_straight_line() -> None:
    pressed = [(0.0, 0.0, 1.0), (0.5, 0.0, 0.2), (1.0, 0.0, 1.0)]
    assert simplified(pressed, 0.1) == (0, 1, 2)


def test_a_long_curve_becomes_short() -> None:
    circle = [(math.cos(step / 200), math.sin(step / 200), 0.0) for step in range(1200)]
    assert len(simplified(circle, 0.002)) < 80


places = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=300)


@given(places, st.sampled_from([0.01, 0.1, 0.3]))
def test_no_place_lies_further_from_the_kept_line_than_allowed(line: list[tuple[float, float]], limit: float) -> None:
    kept = simplified([(*place, 0.0) for place in line], limit)
    assert kept[0] == 0
    assert kept[-1] == len(line) - 1
    for index, place in enumerate(line):
        after = next(position for position, each in enumerate(kept) if each >= index)
        a, b = line[kept[max(after - 1, 0)]], line[kept[after]]
        assert distance(place, a, b) <= limit + 0.004


def test_values_are_rounded_to_what_a_scan_needs() -> None:
    assert rounded([0.123456789, 1 / 3]) == (0.12346, 0.33333)


def test_a_stroke_may_pass_the_edge_and_carries_widths_through_a_recipe() -> None:
    stroke = MaskStroke("brush", ((-0.1, 0.5), (1.2, 0.5)), widths=(0.4, 1.0))
    recipe = Recipe(mask=Mask(strokes=(stroke,)))
    assert Recipe.from_json(recipe.to_json()) == recipe


def test_widths_that_do_not_fit_the_points_are_refused() -> None:
    with pytest.raises(RecipeError, match="1 points but 2 widths"):
        MaskStroke("brush", ((0.5, 0.5),), widths=(0.4, 1.0))


def test_places_need_no_width() -> None:
    assert simplified([(0.0, 0.0), (0.5, 0.001), (1.0, 0.0), (1.0, 1.0)], 0.01) == (0, 2, 3)


def test_a_hand_does_not_wait_for_a_very_long_stroke() -> None:
    spiral = [(0.4 * i / 6000 * math.cos(i / 12), 0.4 * i / 6000 * math.sin(i / 12)) for i in range(6000)]
    started = time.process_time()
    simplified(spiral, 0.0005)
    assert time.process_time() - started < 1.0


def test_a_long_straight_line_keeps_its_ends_alone() -> None:
    assert simplified([(i / 1000, i / 3000) for i in range(1001)], 0.001) == (0, 1000)
