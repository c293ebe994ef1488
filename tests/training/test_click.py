"""One click: its region, its zones, and what a perfect, a bleeding and a deaf model get."""

from __future__ import annotations

import numpy as np
import pytest

from training.click import Click, connected, find_click, measure_click, summarise_clicks

RED, GREEN = (50.0, 30.0), (-30.0, 30.0)


@pytest.fixture
def true_ab() -> np.ndarray:
    """A red square of 30 by 30 on grey, and another one far from it: 100 by 120 pixels."""
    ab = np.zeros((100, 120, 2), np.float32)
    ab[20:50, 20:50] = ab[60:90, 80:110] = RED
    return ab


@pytest.fixture
def click(true_ab: np.ndarray) -> Click:
    found = find_click(true_ab, np.random.default_rng(1))
    assert found is not None
    return found


def test_a_region_ends_where_colours_do_and_takes_every_turn() -> None:
    maze = np.array([list(row) for row in ("#.###", "#.#.#", "#.#.#", "###.#", "....#", "#####")]) == "#"
    region = connected(maze, (0, 0))
    assert np.array_equal(region, maze)
    maze[3, 1] = False
    assert connected(maze, (0, 0)).sum() == 4
    assert not connected(maze, (0, 1)).any()


def test_one_of_the_squares_is_clicked_with_its_colour(true_ab: np.ndarray, click: Click) -> None:
    assert 28 * 28 <= click.inside.sum() <= 30 * 30
    marked = click.hint[..., 2] == 1
    assert marked.any()
    assert (marked & ~click.inside).sum() == 0
    assert click.hint[marked][:, :2] == pytest.approx(np.tile(RED, (marked.sum(), 1)), abs=0.01)


def test_the_zones_keep_apart(click: Click) -> None:
    zones = np.stack([click.inside, click.near, click.far]).sum(axis=0)
    assert zones.max() == 1
    assert 0 < (zones == 0).sum() < 400  # two pixels around the square
    rows, columns = np.nonzero(click.near)
    inside_rows, inside_columns = np.nonzero(click.inside)
    assert inside_rows.min() - rows.min() <= 13
    assert columns.max() - inside_columns.max() <= 13


def test_pale_pictures_and_those_of_one_colour_have_no_place_to_click(rng: np.random.Generator) -> None:
    assert find_click(np.full((40, 40, 2), 10, np.float32), rng) is None
    assert find_click(np.full((40, 40, 2), 40, np.float32), rng) is None


def test_what_models_get(true_ab: np.ndarray, click: Click) -> None:
    plain = np.zeros_like(true_ab)
    perfect, bleeding = plain.copy(), plain.copy()
    perfect[click.inside] = RED
    bleeding[click.inside | click.near] = RED
    chroma = float(np.hypot(*RED))
    inside, near, far = measure_click(click, true_ab, plain, perfect)
    assert (inside.change, inside.before) == pytest.approx((chroma, chroma))
    assert (inside.after, near.change, far.change) == pytest.approx((0, 0, 0), abs=1e-5)
    assert far.before > 0  # the other red square
    _, near, far = measure_click(click, true_ab, plain, bleeding)
    assert near.change == pytest.approx(chroma)
    assert near.after > near.before
    assert far.change == 0
    assert measure_click(click, true_ab, plain, plain)[0].change == 0


def test_means_over_pictures(true_ab: np.ndarray, click: Click) -> None:
    plain, green = np.zeros_like(true_ab), np.zeros_like(true_ab) + np.float32(GREEN)
    zones = [measure_click(click, true_ab, plain, result) for result in (plain, green)]
    figures = summarise_clicks(zones)
    assert figures.pictures == 2
    assert figures.far.change == pytest.approx(float(np.hypot(*GREEN)) / 2)
    assert figures.to_dict()["inside"]["share"] == pytest.approx(click.inside.mean(), abs=1e-4)
