"""Variations by hints: where they lie, which colours they bring, and what a seed means."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_pack import NOISY, toy_card

from colorstudio.core.steering import Hint
from colorstudio.inference.real_colours import kind_of, real_colours
from colorstudio.inference.uncertainty import GuessMap, measure_guess
from colorstudio.inference.variations import _chance, _other_colour, has_variations, remembers_hints, variation_hints

CHROMA = st.floats(-128, 128, width=32)
SKY, COAT, WALL, SKIN = (-2.0, -20.0), (8.0, 14.0), (2.0, 6.0), (14.0, 17.0)


def scene(height: int = 90, width: int = 120) -> tuple[np.ndarray, GuessMap]:
    """A light sky that is sure, above a dark coat (left) and a grey wall (right) that are not."""
    light, ab = np.full((height, width), 80, np.float32), np.empty((height, width, 2), np.float32)
    ab[:] = SKY
    half, middle = height // 2, width // 2
    light[half:, :middle], ab[half:, :middle] = 35, COAT
    light[half:, middle:], ab[half:, middle:] = 60, WALL
    moved = np.zeros_like(ab)
    moved[half:, :middle], moved[half:, middle:] = 5.0, 4.0
    return light, measure_guess(light, [ab, ab + moved, ab - moved])


def changed(hints: tuple[Hint, ...]) -> list[Hint]:
    """Those with a colour that is none of the picture's own."""
    return [each for each in hints if min(np.hypot(each.a - a, each.b - b) for a, b in (SKY, COAT, WALL)) > 3]


@given(st.floats(0, 100, width=32), CHROMA, CHROMA)
def test_any_place_has_other_colours_to_choose_from(lightness: float, a: float, b: float) -> None:
    colours, shares = real_colours(lightness, a, b)
    assert shares.sum() == pytest.approx(1.0, abs=1e-5)
    assert (np.diff(shares) <= 0).all()
    assert (np.hypot(*(colours - (a, b)).T) >= 14).sum() >= 2


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [(3, 3, "neutral"), (20, 5, "warm"), (20, -5, "warm"), (2, 20, "yellow"), (-20, 20, "green"), (0, -20, "blue")],
)
def test_first_guesses_have_a_kind(a: float, b: float, kind: str) -> None:
    assert kind_of(a, b) == kind


def test_what_is_sure_keeps_its_colour_and_what_is_not_gets_another() -> None:
    light, guess = scene()
    for seed in range(6):
        hints = variation_hints(light, guess, seed)
        others = changed(hints)
        assert 1 <= len(others) <= 4 * 5
        assert all(each.points[0][1] > 0.5 for each in others)
        held = [each for each in hints if each.points[0][1] < 0.5]
        assert held
        assert all((each.a, each.b) == pytest.approx(SKY, abs=0.01) for each in held)


def test_each_change_lies_on_another_thing_and_not_on_an_edge() -> None:
    light, guess = scene()
    others = [each for seed in range(8) for each in changed(variation_hints(light, guess, seed))]
    x = np.array([each.points[0][0] for each in others])
    assert (x < 0.5).any()
    assert (x > 0.5).any()
    assert np.abs(x - 0.5).min() > 0.01


def test_a_face_keeps_its_colour_though_the_model_is_not_sure_of_it() -> None:
    light, guess = scene()
    light[50:, 70:110] = 70
    guess.samples[:, 50:, 70:110] = guess.samples[:, 50:, 70:110] - WALL + SKIN
    hints = [each for seed in range(6) for each in variation_hints(light, guess, seed)]
    on_face = [(h.a, h.b) for h in hints if 0.59 < h.points[0][0] < 0.92 and h.points[0][1] > 0.56]
    assert on_face
    assert all(colour == pytest.approx(SKIN, abs=0.01) for colour in on_face)


def test_a_seed_is_one_variation_and_its_neighbours_are_others() -> None:
    light, guess = scene()
    assert variation_hints(light, guess, 3) == variation_hints(light, guess, 3)
    others = [each for seed in range(1, 7) for each in changed(variation_hints(light, guess, seed))]
    colours = {(round(each.a), round(each.b)) for each in others}
    assert len(colours) >= 5
    sheets = {tuple((hint.a, hint.b) for hint in variation_hints(light, guess, seed)) for seed in range(1, 13)}
    assert len(sheets) > 8


def test_the_largest_seed_is_a_variation_like_any_other() -> None:
    light, guess = scene()
    assert changed(variation_hints(light, guess, 2**63 - 1))


@pytest.mark.parametrize("seed", [950420209306735, 764519152551285, 3399976932711391, 948478093792283])
def test_a_seed_that_draws_the_rarest_colour_is_a_variation_too(seed: int) -> None:
    """Each of them comes so close to 1 at one of the four places that single precision would take it for 1."""
    chances = [_chance(seed, number) for number in range(4)]
    rarest = _other_colour(np.float32(40), np.array([3, 3], np.float32), int(np.argmax(chances)), seed)
    assert max(chances) < 1
    assert max(chances) == pytest.approx(1, abs=1e-7)
    assert rarest is not None


@pytest.mark.parametrize("seed", range(4))
def test_where_no_other_colour_is_common_a_rare_one_is_taken(seed: int) -> None:
    guess = np.array([-4.6, 12.69], np.float32)
    colour = _other_colour(np.float32(82.82), guess, 0, seed)
    assert colour is not None
    assert np.hypot(*(np.array(colour) - guess)) > 3


def test_a_generator_that_is_sure_of_all_is_not_varied() -> None:
    light, guess = scene()
    assert variation_hints(light, measure_guess(light, [guess.samples[0]] * 3), 1) == ()


@pytest.mark.parametrize("shape", [(1, 1), (2, 40), (40, 3)])
def test_tiny_pictures_have_variations_too(shape: tuple[int, int]) -> None:
    light, ab = np.full(shape, 50, np.float32), np.full((*shape, 2), 12, np.float32)
    hints = variation_hints(light, measure_guess(light, [ab, ab + 4]), 1)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for hint in hints for x, y in hint.points)


def test_a_card_tells_whether_there_are_variations() -> None:
    assert not has_variations(toy_card())
    assert has_variations(toy_card(**NOISY))
    remembering = toy_card(arguments={"hint_memory": 2})
    assert has_variations(remembering)
    assert remembers_hints(remembering)
    assert not remembers_hints(toy_card(uses_hints=False, arguments={"hint_memory": 2}))
