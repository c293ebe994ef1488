"""The composition: the luminance of the result is the scan's, whatever is asked of the colour."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from colorstudio.core.adjust import Adjustments, adjust_chroma
from colorstudio.core.color import srgb_lightness, srgb_to_lab
from colorstudio.core.compose import compose
from colorstudio.core.errors import RecipeError

PLANES = hnp.arrays(np.float32, (6, 7), elements=st.floats(0, 100, width=32))
CHROMAS = hnp.arrays(np.float32, (6, 7, 2), elements=st.floats(-128, 128, width=32))
ADJUSTMENTS = st.builds(Adjustments, strength=st.floats(0, 1), saturation=st.floats(0, 3))


@given(PLANES, CHROMAS, ADJUSTMENTS)
@settings(max_examples=60)
def test_lightness_is_kept_within_the_tolerances(
    lightness: np.ndarray, ab: np.ndarray, adjustments: Adjustments
) -> None:
    for bits, tolerance in ((16, 0.02), (8, 0.5)):
        result = compose(lightness, ab, adjustments, bits)
        assert result.dtype == (np.uint16 if bits == 16 else np.uint8)
        assert np.abs(srgb_lightness(result) - lightness).max() <= tolerance


@given(hnp.arrays(np.uint8, (5, 5)))
def test_no_colour_gives_the_grey_scan_back(grey: np.ndarray) -> None:
    lightness = srgb_lightness(grey, grey=True)
    nothing = compose(lightness, np.full((5, 5, 2), 40, np.float32), Adjustments(strength=0.0), 8)
    assert np.array_equal(nothing, np.repeat(grey[..., None], 3, axis=-1))


def test_strength_and_saturation_scale_the_chroma_of_colours_in_the_gamut() -> None:
    lightness = np.full((1, 1), 60, np.float32)
    ab = np.array([[[20.0, -10.0]]], np.float32)
    for adjustments, factor in (
        (Adjustments(0.5, 1.0), 0.5),
        (Adjustments(1.0, 1.5), 1.5),
        (Adjustments(0.5, 2.0), 1.0),
    ):
        lab = srgb_to_lab(compose(lightness, ab, adjustments, 16))
        assert lab[0, 0, 1:] == pytest.approx(ab[0, 0] * factor, abs=0.02)


def test_adjusting_makes_a_new_array() -> None:
    ab = np.ones((2, 2, 2), np.float32)
    adjust_chroma(np.full((2, 2), 50, np.float32), ab, Adjustments(saturation=0.5))
    assert (ab == 1).all()


@pytest.mark.parametrize(("name", "value"), [("strength", 1.1), ("strength", -0.1), ("saturation", float("nan"))])
def test_values_out_of_range_are_named(name: str, value: float) -> None:
    with pytest.raises(RecipeError, match=f"{name} is .*choose a number from 0"):
        Adjustments(**{name: value})
