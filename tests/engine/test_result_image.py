"""The arithmetic of an image that is made smaller for the clipboard."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorstudio.engine.result_image import shrink_factor, shrunk


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.integers(100, 30_000_000))
def test_the_factor_is_the_smallest_that_fits(width: int, height: int, most: int) -> None:
    factor = shrink_factor(width, height, most)
    if factor < min(width, height):
        assert (width // factor) * (height // factor) <= most
    if factor > 1:
        assert (width // (factor - 1)) * (height // (factor - 1)) > most


@pytest.mark.parametrize("rows", [1, 2, 5, 7, 30])
@pytest.mark.parametrize("factor", [1, 2, 3])
def test_strips_of_any_height_give_the_means_of_squares(rng: np.random.Generator, rows: int, factor: int) -> None:
    picture = rng.integers(0, 256, (30, 18, 3), dtype=np.uint8)
    strips = (picture[y : y + rows] for y in range(0, 30, rows))
    small = np.concatenate(list(shrunk(strips, factor)))
    expected = picture.reshape(30 // factor, factor, 18 // factor, factor, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(small, expected, atol=0.5)
