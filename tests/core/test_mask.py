"""Masks are drawn from their strokes: where, how strongly, how softly, and the same in any order of asking."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from colorstudio.core import mask as mask_module
from colorstudio.core.mask import rasterize_mask
from colorstudio.core.steering import Mask, MaskStroke

WIDTH, HEIGHT = 120, 80


def drawn(*strokes: MaskStroke, base: float = 1.0, scale: int = 1) -> np.ndarray:
    return rasterize_mask(Mask(base, strokes), WIDTH * scale, HEIGHT * scale)


def wave(count: int, radius: float = 0.1, **more: object) -> MaskStroke:
    points = tuple((0.1 + 0.8 * i / 40, 0.5 + 0.3 * math.sin(i / 4)) for i in range(count))
    return MaskStroke("brush", points, amount=0.0, radius=radius, **more)  # type: ignore[arg-type]


def test_an_eraser_takes_all_in_the_middle_and_nothing_beyond_its_radius() -> None:
    plane = drawn(MaskStroke("brush", ((0.5, 0.5),), amount=0.0, radius=0.25, feather=0.5))
    y, x = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    away = np.hypot(x - WIDTH / 2, y - HEIGHT / 2) / (0.25 * HEIGHT)
    assert plane[away < 0.45].max() < 0.01
    assert plane[away > 1.05].min() == 1.0
    assert 0.3 < plane[abs(away - 0.75) < 0.02].mean() < 0.7


def test_a_hard_edge_is_a_pixel_wide() -> None:
    plane = drawn(MaskStroke("brush", ((0.5, 0.5),), amount=0.0, radius=0.25, feather=0.0))
    between = (plane > 0.01) & (plane < 0.99)
    assert 0 < between.sum() < 2.5 * 2 * math.pi * 0.25 * HEIGHT


def test_a_later_stroke_covers_an_earlier_one_by_its_strength() -> None:
    erase = MaskStroke("brush", ((0.5, 0.5),), amount=0.0, radius=0.3)
    half = MaskStroke("brush", ((0.5, 0.5),), amount=0.5, radius=0.3)
    assert drawn(erase, half)[HEIGHT // 2, WIDTH // 2] == pytest.approx(0.5)
    assert drawn(half, erase)[HEIGHT // 2, WIDTH // 2] == pytest.approx(0.0)


def test_a_gradient_is_whole_behind_its_start_and_nothing_beyond_its_end() -> None:
    plane = drawn(MaskStroke("gradient", ((0.25, 0.5), (0.75, 0.5)), amount=0.0))
    assert plane[:, : WIDTH // 4].max() < 0.01
    assert plane[:, 3 * WIDTH // 4 :].min() > 0.99
    assert plane[:, WIDTH // 2].mean() == pytest.approx(0.5, abs=0.02)
    assert np.all(np.diff(plane[HEIGHT // 2]) >= 0)


def test_a_pressed_pen_is_as_wide_as_its_widths() -> None:
    points = ((0.1, 0.5), (0.9, 0.5))
    plane = drawn(MaskStroke("brush", points, amount=0.0, radius=0.4, feather=0.0, widths=(0.2, 1.0)))
    reach = (plane < 0.5).sum(axis=0)
    assert reach[15] < reach[60] < reach[105]


def test_a_stroke_beside_the_picture_reaches_into_it() -> None:
    plane = drawn(MaskStroke("brush", ((-0.05, 0.5),), amount=0.0, radius=0.2, feather=0.0))
    assert plane[HEIGHT // 2, 0] < 0.01
    assert plane[HEIGHT // 2, 20] == 1.0


@pytest.mark.parametrize("radius", [0.02, 0.1, 0.5])
def test_every_size_shows_the_same_mask(radius: float) -> None:
    small, large = drawn(wave(30, radius)), drawn(wave(30, radius), scale=4)
    shrunk = large.reshape(HEIGHT, 4, WIDTH, 4).mean(axis=(1, 3))
    assert np.abs(small - shrunk).mean() < 0.01
    assert np.abs(small - shrunk).max() < 0.35


@pytest.mark.parametrize("radius", [0.02, 0.1, 0.5])
def test_a_stroke_that_grows_is_bit_for_bit_the_one_drawn_at_once(
    radius: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mask_module, "_layers", mask_module._Layers())
    below = wave(12, 0.05)
    growing = [drawn(below, wave(count, radius), scale=3) for count in (1, 2, 3, 7, 20, 21, 39)]
    monkeypatch.setattr(mask_module, "_layers", mask_module._Layers())
    np.testing.assert_array_equal(drawn(below, wave(39, radius), scale=3), growing[-1])
    assert all((one >= other - 1e-5).all() for one, other in pairwise(growing))


def test_a_stroke_that_was_shortened_forgets_its_end() -> None:
    long, short = drawn(wave(30)), drawn(wave(10))
    assert (long != short).any()
    np.testing.assert_array_equal(drawn(wave(10)), short)
    np.testing.assert_array_equal(drawn(wave(30)), long)
    np.testing.assert_array_equal(drawn(wave(30, 0.05)), drawn(wave(30, 0.05)))


def test_a_result_may_be_written_to() -> None:
    first = drawn(wave(5))
    expected = first.copy()
    first[:] = 7
    np.testing.assert_array_equal(drawn(wave(5)), expected)
