"""Figures against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from colorstudio.core.color import srgb_to_lab
from colorstudio.core.training_sections import PackConfig
from training.finish import choose_gain
from training.metrics import colorfulness, compare_picture, out_of_gamut, psnr, summarise
from training.validation import Example, contact_sheet, measure, spread_indices


@pytest.fixture
def truth(rng: np.random.Generator) -> np.ndarray:
    return rng.integers(60, 200, (12, 10, 3), dtype=np.uint8)


def test_psnr() -> None:
    black = np.zeros((4, 4, 3), np.float32)
    assert psnr(black, black + np.float32(0.1)) == pytest.approx(20.0, abs=1e-4)
    assert psnr(black, black) == 100.0


def test_colorfulness_of_two_colours_by_hand() -> None:
    # Half red, half green: rg is +255 and -255, yb is 127.5 everywhere.
    picture = np.zeros((2, 2, 3), np.float32)
    picture[0, :, 0] = picture[1, :, 1] = 1.0
    assert colorfulness(picture) == pytest.approx(255.0 + 0.3 * 127.5)
    assert colorfulness(np.full((3, 3, 3), 0.5, np.float32)) == pytest.approx(0.0)


def test_the_truth_itself_is_perfect_and_grey_is_the_baseline(truth: np.ndarray) -> None:
    lab = srgb_to_lab(truth)
    figures = compare_picture(lab[..., 0], lab[..., 1:], truth)
    assert figures.result.delta_e2000 == pytest.approx(0.0, abs=0.01)
    assert figures.result.psnr > 50
    assert figures.grey.chroma == pytest.approx(0.0, abs=0.01)
    assert figures.grey.chroma_error == pytest.approx(figures.truth_chroma, abs=0.05)
    comparison = summarise([figures])
    assert comparison.chroma_ratio == pytest.approx(1.0, abs=0.01)
    report = comparison.to_dict()
    assert set(report) == {"pictures", "result", "grey", "truth"}
    assert {"psnr", "chroma_error", "delta_e2000", "chroma_ratio", "colorfulness"} <= set(report["result"])


def test_colours_that_srgb_cannot_show_are_counted(truth: np.ndarray) -> None:
    lab = srgb_to_lab(truth)
    assert out_of_gamut(lab[..., 0], lab[..., 1:]) == 0.0
    ab = np.zeros((2, 2, 2), np.float32)
    ab[0, 0], ab[1, 1] = (0, 30), (0, -100)  # a yellow that is there at L* 90, and a blue that is not
    assert out_of_gamut(np.full((2, 2), 90, np.float32), ab) == 0.25


def test_nothing_cannot_be_summarised() -> None:
    with pytest.raises(ValueError, match="no pictures"):
        summarise([])


def _pale(truth: np.ndarray) -> tuple[list[Example], list[np.ndarray]]:
    lab = srgb_to_lab(truth)
    return [Example(lab[..., 0], truth)], [lab[..., 1:] * np.float32(0.5)]


def test_the_gain_brings_pale_results_to_the_wanted_chroma(truth: np.ndarray) -> None:
    examples, predictions = _pale(truth)
    gain = choose_gain(examples, predictions, PackConfig(chroma_ratio=0.7, gain_max=2.0))
    assert gain == pytest.approx(1.4, abs=0.051)
    assert measure(examples, predictions, gain).chroma_ratio >= 0.69
    assert choose_gain(examples, predictions, PackConfig(chroma_ratio=0.7, gain_max=1.1)) == pytest.approx(1.1)


def test_the_gain_brings_a_tint_to_the_wanted_colorfulness(truth: np.ndarray) -> None:
    examples, predictions = _pale(truth)
    tinted = [ab + np.float32(30) for ab in predictions]
    assert measure(examples, tinted).chroma_ratio > 1.0
    assert choose_gain(examples, tinted, PackConfig(chroma_ratio=0.7, gain_max=2.0, gain_cost=1.0)) == 1.0
    wanted = measure(examples, tinted, 1.3).colorfulness_ratio - 1e-3
    config = PackConfig(chroma_ratio=0.7, colorfulness=wanted, gain_max=2.0, gain_cost=1.0)
    assert choose_gain(examples, tinted, config) == pytest.approx(1.3)


def test_the_gain_stops_where_it_costs_too_much(truth: np.ndarray) -> None:
    examples, predictions = _pale(truth)
    wrong = [-ab for ab in predictions]  # more of the wrong colours is worse at once
    assert choose_gain(examples, wrong, PackConfig(chroma_ratio=0.9, gain_cost=0.001)) == 1.0


def test_a_contact_sheet_shows_grey_result_and_truth(truth: np.ndarray) -> None:
    examples, predictions = _pale(truth)
    sheet = np.asarray(contact_sheet(examples, predictions))
    assert sheet.shape == (12 + 8, 3 * (10 + 4) + 4, 3)
    grey, result, shown = (sheet[4:16, x : x + 10] for x in (4, 18, 32))
    assert np.ptp(grey.astype(int), axis=2).max() <= 1
    assert np.ptp(result.astype(int), axis=2).max() > 10
    assert np.array_equal(shown, truth)


def test_examples_are_spread_over_all_pictures() -> None:
    assert spread_indices(3, 5) == [0, 1, 2]
    assert spread_indices(100, 3) == [0, 50, 99]
