"""A stroke that grows under the hand is, bit for bit, the one that an export draws at once."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from colorstudio.core import mask as mask_module
from colorstudio.core.mask import rasterize_mask
from colorstudio.core.steering import Mask, MaskStroke

WIDTH, HEIGHT = 360, 240


def drawn(*strokes: MaskStroke) -> np.ndarray:
    return rasterize_mask(Mask(1.0, strokes), WIDTH, HEIGHT)


def wave(count: int, radius: float = 0.1) -> MaskStroke:
    points = tuple((0.1 + 0.8 * i / 40, 0.5 + 0.3 * math.sin(i / 4)) for i in range(count))
    return MaskStroke("brush", points, amount=0.0, radius=radius)


@pytest.mark.parametrize("radius", [0.02, 0.1, 0.5])
def test_piece_by_piece_is_the_same_as_at_once(radius: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mask_module, "_layers", mask_module._Layers())
    below = wave(12, 0.05)
    growing = [drawn(below, wave(count, radius)) for count in (1, 2, 3, 7, 20, 21, 39)]
    monkeypatch.setattr(mask_module, "_layers", mask_module._Layers())
    np.testing.assert_array_equal(drawn(below, wave(39, radius)), growing[-1])
    assert all((one >= other - 1e-5).all() for one, other in pairwise(growing))


def test_a_stroke_that_became_shorter_forgets_its_end() -> None:
    long, short = drawn(wave(30)), drawn(wave(10))
    assert (long != short).any()
    np.testing.assert_array_equal(drawn(wave(30)), long)
    np.testing.assert_array_equal(drawn(wave(10)), short)


def test_a_result_may_be_written_to() -> None:
    first = drawn(wave(5))
    expected = first.copy()
    first[:] = 7
    np.testing.assert_array_equal(drawn(wave(5)), expected)


@pytest.mark.parametrize("kind", ["brush", "gradient"])
def test_points_that_are_almost_one_have_no_direction_and_do_no_harm(kind: str) -> None:
    points = ((0.5, 0.5), (0.5, 0.5 + 1e-80)), ((0.0, 0.0), (0.0, 2.1e-83)), ((0.5, 0.5), (0.5 + 1e-12, 0.5))
    for each in points:
        plane = drawn(MaskStroke(kind, each, amount=0.0))  # type: ignore[arg-type]
        assert 0.0 <= plane.min() <= plane.max() == 1.0
