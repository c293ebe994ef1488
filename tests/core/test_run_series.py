"""Curves in bounded memory."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorstudio.core.run_series import Series


def filled(values: np.ndarray, parcel: int) -> Series:
    series = Series()
    for start in range(0, len(values), parcel):
        part = values[start : start + parcel]
        series.extend(np.arange(start, start + len(part)), part)
    return series


@given(count=st.integers(1, 6000), parcel=st.integers(1, 3000), seed=st.integers(0, 9))
def test_nothing_is_lost_however_values_come(count: int, parcel: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=count)
    series = filled(values, max(parcel, count // 50))
    assert series.count == count
    assert 0 < len(series) <= Series.CAPACITY
    assert series.lows.min() == values.min()
    assert series.highs.max() == values.max()
    assert np.all(np.diff(series.steps) > 0)
    assert np.all((series.lows <= series.means + 1e-12) & (series.means <= series.highs + 1e-12))


def test_a_long_run_keeps_the_shape_of_its_curve() -> None:
    values = np.sin(np.linspace(0, 6, 100_000))
    series = filled(values, 997)
    assert len(series) > Series.CAPACITY // 2
    assert series.means == pytest.approx(np.sin(series.steps / 99_999 * 6), abs=2e-3)


def test_a_short_run_is_kept_as_it_is() -> None:
    values = np.arange(10.0)
    series = filled(values, 3)
    assert list(series.means) == list(values)
    assert list(series.steps) == list(range(10))
    assert series.newest == 9


def test_smoothing_keeps_the_level_and_takes_the_noise(rng: np.random.Generator) -> None:
    noisy = filled(5 + rng.normal(size=900), 100)
    smooth = noisy.smoothed(0.1)
    assert smooth.std() < noisy.means.std() / 4
    assert smooth.mean() == pytest.approx(5, abs=0.1)


def test_the_recent_level_follows_and_is_not_led_astray_by_a_peak() -> None:
    values = np.concatenate([np.full(500, 1.0), np.full(100, 2.0)])
    values[-1] = 1000
    assert filled(values, 50).recent() == 2.0


def test_values_that_are_not_finite_are_left_out() -> None:
    series = Series()
    series.extend([1, 2, 3], [1.0, float("nan"), float("inf")])
    assert series.count == 1
    assert np.isnan(Series().newest)
    assert np.isnan(Series().recent())
