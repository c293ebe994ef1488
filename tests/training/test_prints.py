"""Old prints: what they do to the lightness, and that colours stay."""

from __future__ import annotations

import numpy as np
import pytest

from colorstudio.core.training_sections import AugmentConfig
from training.prints import age_print
from training.seeds import generator_for


def _picture(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    return rng.uniform(0, 100, (40, 48)).astype(np.float32), rng.uniform(-60, 60, (40, 48, 2)).astype(np.float32)


@pytest.mark.parametrize("seed", range(8))
def test_all_changes_stay_in_range_and_touch_the_chroma_under_the_border_alone(
    seed: int, rng: np.random.Generator
) -> None:
    lightness, ab = _picture(rng)
    aged, kept = age_print(
        lightness,
        ab,
        AugmentConfig(fading=1.0, vignette=1.0, halftone=1.0, borders=1.0),
        generator_for(seed, 0, "prints"),
    )
    assert aged.dtype == kept.dtype == np.float32
    assert 0.0 <= aged.min() <= aged.max() <= 100.0
    assert not np.allclose(aged, lightness)
    border = ~kept.any(axis=-1)
    assert border.any()
    assert border.mean() < 0.5
    assert np.array_equal(kept[~border], ab[~border])
    assert np.ptp(aged[border]) < 1e-3


def test_nothing_changes_unless_it_is_wanted(rng: np.random.Generator) -> None:
    lightness, ab = _picture(rng)
    aged, kept = age_print(lightness, ab, AugmentConfig(), rng)
    assert np.array_equal(aged, lightness)
    assert kept is ab
