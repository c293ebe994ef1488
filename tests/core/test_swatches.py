"""Swatches come from the samples at their place, are distinct, and the commonest is the first."""

from __future__ import annotations

import numpy as np
import pytest

from colorstudio.core.swatches import mean_at, plausible_colours

LIGHT = np.full((60, 80), 50, np.float32)


def samples_of(*colours: tuple[float, float]) -> np.ndarray:
    """One sample for each colour, the same everywhere."""
    return np.stack([np.broadcast_to(np.float32(colour), (60, 80, 2)) for colour in colours])


def test_samples_that_differ_are_told_apart_and_the_commonest_comes_first() -> None:
    samples = samples_of((20, 0), (0, 30), (20, 1), (-15, -15), (19, 0), (0, 31))
    found = plausible_colours(samples, LIGHT, 0.5, 0.5)
    expected = [(59 / 3, 1 / 3), (0, 30.5), (-15, -15)]
    assert found == [pytest.approx(colour, abs=0.01) for colour in expected]


def test_samples_that_look_alike_are_one_swatch() -> None:
    assert len(plausible_colours(samples_of((10, 10), (11, 9), (9, 11), (10, 12)), LIGHT, 0.3, 0.3)) == 1


def test_no_more_than_asked_for(rng: np.random.Generator) -> None:
    samples = rng.normal(0, 40, (6, 60, 80, 2)).astype(np.float32)
    for count in (1, 3, 5):
        assert 1 <= len(plausible_colours(samples, LIGHT, 0.5, 0.5, count)) <= count


def test_the_place_comes_first_and_what_is_as_light_elsewhere_follows() -> None:
    samples = samples_of((0, 0), (0, 0)).copy()
    samples[:, :, 40:] = (30, 30)
    assert plausible_colours(samples, LIGHT, 0.25, 0.5) == [(0, 0), (30, 30)]
    assert plausible_colours(samples, LIGHT, 0.75, 0.5) == [(30, 30), (0, 0)]
    assert plausible_colours(samples, LIGHT, 0.75, 0.5, 1) == [(30, 30)]


def test_what_is_much_lighter_than_the_place_does_not_count() -> None:
    samples = np.zeros((1, 400, 400, 2), np.float32)
    samples[:, :, 203:] = (30, 30)
    lightness = np.where(np.arange(400) < 203, 40, 90).astype(np.float32) * np.ones((400, 1), np.float32)
    assert plausible_colours(samples, lightness, 0.5, 0.5) == [(0, 0)]


@pytest.mark.parametrize(("x", "y"), [(0, 0), (1, 1), (0, 1), (0.999, 0.001)])
def test_the_corners_are_places_too(x: float, y: float) -> None:
    assert plausible_colours(samples_of((5, 6)), LIGHT, x, y) == [(5, 6)]
    assert mean_at(LIGHT, x, y) == 50
