"""Quick pictures are those of the composition, within what nobody sees while something moves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from colorstudio.core.adjust import Adjustments, HueBand
from colorstudio.core.color import delta_e2000, srgb_to_lab
from colorstudio.core.compose import compose
from colorstudio.core.tables import IndexedPicture, grey_picture

STRONG = Adjustments(saturation=1.5, vibrance=0.5, temperature=0.4, shadows=0.5, hues=(HueBand(0.3, 1.2),) * 8)


@pytest.fixture
def scene(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """All tones with grain, and soft chroma of all hues up to 45."""
    y, x = np.mgrid[:120, :200].astype(np.float32)
    lightness = np.clip(x / 2 + rng.normal(0, 2, x.shape), 0, 100).astype(np.float32)
    angle, radius = x / 25 + y / 20, 45 * np.sin(y / 40) ** 2
    return lightness, np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=-1).astype(np.float32)


def difference(exact: np.ndarray, quick: np.ndarray) -> np.ndarray:
    return delta_e2000(srgb_to_lab(exact), srgb_to_lab(np.ascontiguousarray(quick)))


@pytest.mark.parametrize(
    "adjustments", [Adjustments(), Adjustments(strength=0.4), STRONG], ids=["neutral", "half", "strong"]
)
@pytest.mark.parametrize("shown", [None, 65.0])
def test_the_table_stays_close_to_the_composition(
    scene: tuple[np.ndarray, np.ndarray], adjustments: Adjustments, shown: float | None
) -> None:
    exact = compose(*scene, adjustments, 8, shown=shown)
    quick = IndexedPicture(*scene).compose(adjustments, shown)
    assert quick.shape == exact.shape
    assert quick.dtype == np.uint8
    apart = difference(exact, quick)
    assert apart.mean() < 0.9
    assert np.quantile(apart, 0.99) < 2.5
    assert apart.max() < 8


def test_weight_and_tone_are_part_of_the_table(scene: tuple[np.ndarray, np.ndarray], rng: np.random.Generator) -> None:
    lightness, ab = scene
    weight = np.broadcast_to(np.linspace(0, 1, 200, dtype=np.float32), lightness.shape)
    tone = (np.float32([4, 16]) + rng.normal(0, 0.3, ab.shape)).astype(np.float32)
    adjustments = Adjustments(strength=0.8, toning=0.9)
    exact = compose(lightness, ab, adjustments, 8, weight, tone)
    base = IndexedPicture(lightness, ab)
    for former in (None, base):
        quick = IndexedPicture(lightness, ab, weight, tone, former).compose(adjustments)
        assert difference(exact, quick).mean() < 0.9
        assert difference(exact, quick).max() < 5
    without = compose(lightness, ab, adjustments, 8)
    assert difference(exact, without).mean() > 3


def test_noise_takes_coarser_steps_instead_of_longer(rng: np.random.Generator) -> None:
    lightness = rng.uniform(0, 100, (400, 600)).astype(np.float32)
    ab = rng.normal(0, 60, (400, 600, 2)).astype(np.float32)
    picture = IndexedPicture(lightness, ab)
    assert picture.colours <= 1 << 17
    assert np.abs(srgb_to_lab(np.ascontiguousarray(picture.compose(Adjustments())))[..., 0] - lightness).max() < 1.5


@given(
    hnp.arrays(np.float32, (3, 4), elements=st.floats(0, 100, width=32)),
    hnp.arrays(np.float32, (3, 4, 2), elements=st.floats(-300, 300, width=32)),
)
@settings(max_examples=80)
def test_the_lightness_is_kept_whatever_the_chroma(lightness: np.ndarray, ab: np.ndarray) -> None:
    quick = np.ascontiguousarray(IndexedPicture(lightness, ab).compose(Adjustments(saturation=3)))
    assert np.abs(srgb_to_lab(quick)[..., 0] - lightness).max() < 0.8


@given(hnp.arrays(np.uint16, (4, 5)))
def test_grey_pictures_are_the_composition_of_no_chroma(levels: np.ndarray) -> None:
    lightness = levels.astype(np.float32) / np.float32(655.35)
    exact = compose(lightness, np.zeros((4, 5, 2), np.float32), Adjustments(), 8)
    assert np.abs(grey_picture(lightness).astype(int) - exact).max() <= 1
