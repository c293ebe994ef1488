"""The kernel distance against sums by hand."""

from __future__ import annotations

import numpy as np
import pytest

from training.kernel_distance import FEATURES, PictureFeatures, kernel_distance


def test_against_the_formula() -> None:
    x, y = np.float32([[1, 0], [0, 2]]), np.float32([[1, 1], [3, 0], [0, 1]])

    def k(a: np.ndarray, b: np.ndarray) -> float:
        return float(a @ b / 2 + 1) ** 3

    within_x = k(x[0], x[1])
    within_y = (k(y[0], y[1]) + k(y[0], y[2]) + k(y[1], y[2])) / 3
    between = sum(k(a, b) for a in x for b in y) / 6
    assert kernel_distance(x, y) == pytest.approx(within_x + within_y - 2 * between)


def test_two_halves_of_one_set_are_close_and_another_set_is_far(rng: np.random.Generator) -> None:
    x, y, z = rng.normal(0, 1, (200, 16)), rng.normal(0, 1, (200, 16)), rng.normal(0.5, 1, (200, 16))
    same, other = (kernel_distance(x.astype(np.float32), w.astype(np.float32)) for w in (y, z))
    assert abs(same) < 0.05 < 0.5 < other  # unbiased: it may be below 0


def test_features_tell_pictures_apart(rng: np.random.Generator) -> None:
    network = PictureFeatures()
    grey, red = np.full((40, 60, 3), 0.5, np.float32), np.float32([0.9, 0.1, 0.1]) * np.ones((40, 60, 3), np.float32)
    features = [network.of(picture) for picture in (grey, red, red)]
    assert features[0].shape == (FEATURES,)
    assert np.array_equal(features[1], features[2])
    assert np.abs(features[0] - features[1]).max() > 0.1
