"""The guess map: what disagreement becomes, and where its edges lie."""

from __future__ import annotations

import numpy as np
import pytest

from colorstudio.inference.uncertainty import GuessMap, doubt_of, measure_guess


def flat(height: int = 24, width: int = 32) -> np.ndarray:
    return np.full((height, width), 50, np.float32)


def two_colours(distance: float, shape: tuple[int, int] = (24, 32)) -> list[np.ndarray]:
    """Variations that lie `distance` a*, b* units to both sides of their mean."""
    offset = np.zeros((*shape, 2), np.float32)
    offset[...] = (0.6 * distance, 0.8 * distance)
    return [10 + offset, 10 - offset]


def test_variations_that_agree_are_certain() -> None:
    guess = measure_guess(flat(), two_colours(0.0))
    assert guess.uncertainty.shape == (24, 32)
    assert guess.uncertainty.dtype == np.float32
    assert np.abs(guess.uncertainty).max() < 1e-6
    assert guess.samples.shape == (2, 24, 32, 2)


@pytest.mark.parametrize("distance", [1.0, 6.0, 20.0, 200.0])
def test_the_spread_becomes_uncertainty_by_the_documented_curve(distance: float) -> None:
    guess = measure_guess(flat(), two_colours(distance))
    chroma = np.mean([np.hypot(10 + sign * 0.6 * distance, 10 + sign * 0.8 * distance) for sign in (1, -1)])
    room = 0.98  # at L* 50
    assert guess.uncertainty == pytest.approx(1 - np.exp(-np.sqrt(distance * chroma) * room / DOUBT), abs=1e-4)
    assert guess.uncertainty.max() <= 1.0


DOUBT = 5.0


def test_strong_colours_and_middle_tones_are_more_doubtful_for_the_same_disagreement() -> None:
    pale = np.full((24, 32, 2), 3, np.float32)
    samples = np.stack([pale, pale + 1])
    strong = samples + np.float32(20)
    middle, dark = flat(), np.full((24, 32), 4, np.float32)
    assert (doubt_of(middle, strong) > 1.5 * doubt_of(middle, samples)).all()
    assert (doubt_of(dark, strong) < 0.3 * doubt_of(middle, strong)).all()
    assert (doubt_of(middle, strong[:1]) == 0).all()


def test_its_edges_are_those_of_the_luminance() -> None:
    """Half of the picture is dark and certain, half is light and not; the spread is blurred over the edge."""
    lightness = flat()
    lightness[:, 16:] = 90
    blurred = np.clip((np.arange(32, dtype=np.float32) - 12) / 8, 0, 1)
    samples = [sign * blurred[None, :, None] * np.full((24, 1, 2), 8, np.float32) for sign in (1, -1)]
    plain = 1 - np.exp(-np.sqrt(2) * 8 * blurred * np.interp(lightness[12], (50, 90), (0.98, 0.45)) / DOUBT)
    guess = measure_guess(lightness, samples).uncertainty[12]
    step = guess[16] - guess[15]
    assert step > 2 * (plain[16] - plain[15])
    assert guess[2] < 0.02
    assert guess[30] == pytest.approx(plain[30], abs=0.02)


def test_a_map_can_be_resized() -> None:
    guess = measure_guess(flat(), two_colours(6.0))
    larger = guess.resized(64, 48)
    assert (larger.uncertainty.shape, larger.samples.shape) == ((48, 64), (2, 48, 64, 2))
    assert larger.uncertainty == pytest.approx(guess.uncertainty[0, 0], abs=1e-4)
    assert larger.samples[0, 0, 0] == pytest.approx(guess.samples[0, 0, 0])
    assert guess.resized(32, 24) is guess
    assert isinstance(larger, GuessMap)
