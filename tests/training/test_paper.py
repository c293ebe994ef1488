"""Plates on other paper: the sheet changes in grey and in colour, and ink does not."""

from __future__ import annotations

import numpy as np
import pytest

from colorstudio.core.training_sections import AugmentConfig
from training.paper import change_paper, draw_paper
from training.seeds import generator_for

ALWAYS = AugmentConfig(paper_tint=1.0)


def _plate(paper: tuple[float, float, float] = (86.0, 1.0, 11.0)) -> tuple[np.ndarray, np.ndarray]:
    """A sheet of that L*, a*, b* whose lower half is printed black."""
    lab = np.full((40, 48, 3), paper, np.float32)
    lab[20:] = (4.0, 0.0, 0.0)
    return lab[..., 0], lab[..., 1:]


def _changed(seed: int, plate: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    return change_paper(*plate, ALWAYS, generator_for(seed, 0, "paper"))


def test_the_new_sheet_has_the_tint_that_was_drawn() -> None:
    for seed in range(20):
        _, red, yellow, _ = draw_paper(generator_for(seed, 0, "paper"))
        _, ab = _changed(seed, _plate())
        assert ab[5, 5] == pytest.approx((4 * red - 1, 2 + 16 * yellow), abs=0.05)


def test_sheets_are_yellowed_and_bleached_about_as_often() -> None:
    moves = np.array([_changed(seed, _plate())[1][5, 5, 1] - 11.0 for seed in range(200)])
    assert 0.35 < (moves > 0).mean() < 0.65
    assert moves.max() > 5
    assert moves.min() < -7


def test_yellower_sheets_are_darker() -> None:
    sheets = [_changed(seed, _plate()) for seed in range(100)]
    lights, yellows = (np.array(v) for v in zip(*((s[0][5, 5], s[1][5, 5, 1]) for s in sheets), strict=True))
    assert np.corrcoef(lights, yellows)[0, 1] < -0.7


def test_ink_stays_black_and_neutral() -> None:
    for seed in range(20):
        lightness, ab = _changed(seed, _plate())
        assert lightness[30, 5] == pytest.approx(4.0, abs=2.0)
        assert np.abs(ab[30, 5]).max() < 3.0


@pytest.mark.parametrize("paper", [(40.0, 0.0, 10.0), (86.0, -15.0, 10.0), (86.0, 0.0, -20.0), (86.0, 2.0, 60.0)])
def test_what_does_not_look_like_paper_is_left_as_it_is(paper: tuple[float, float, float]) -> None:
    lightness, ab = plate = _plate(paper)
    for seed in range(5):
        changed, colours = _changed(seed, plate)
        assert changed is lightness
        assert colours is ab


def test_nothing_changes_unless_it_is_wanted_and_the_numbers_are_drawn_all_the_same() -> None:
    lightness, ab = _plate()
    used, fresh = generator_for(1, 0, "paper"), generator_for(1, 0, "paper")
    changed, colours = change_paper(lightness, ab, AugmentConfig(), used)
    assert changed is lightness
    assert colours is ab
    draw_paper(fresh)
    assert used.random() == fresh.random()


def test_bright_prints_stay_in_range(rng: np.random.Generator) -> None:
    lightness, ab = rng.uniform(0, 100, (40, 48)).astype(np.float32), np.zeros((40, 48, 2), np.float32)
    for seed in range(20):
        changed, colours = _changed(seed, (lightness, ab))
        assert changed.dtype == colours.dtype == np.float32
        assert 0.0 <= changed.min() <= changed.max() <= 100.01
        assert np.isfinite(colours).all()
