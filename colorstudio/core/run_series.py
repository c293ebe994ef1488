"""Figures of a run over its steps, in bounded memory however long the run is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

_FIRST, _LAST, _SUM, _LOW, _HIGH, _COUNT = range(6)


class Series:
    """Values in the order of their steps, in at most `CAPACITY` buckets.

    A bucket holds as many values as its neighbours (the last one may hold fewer). When there are too many buckets, two
    become one: of 100,000 values each bucket keeps the mean and the extremes of some hundred, which is what a curve on
    a screen can show of them.
    """

    CAPACITY = 1024

    def __init__(self) -> None:
        self._rows: FloatArray = np.empty((0, 6))
        self._width = 1

    def __len__(self) -> int:
        """Number of buckets."""
        return len(self._rows)

    @property
    def count(self) -> int:
        """Number of values."""
        return int(self._rows[:, _COUNT].sum())

    @property
    def steps(self) -> FloatArray:
        """(N,): the middle step of each bucket."""
        middles: FloatArray = (self._rows[:, _FIRST] + self._rows[:, _LAST]) / 2
        return middles

    @property
    def means(self) -> FloatArray:
        """(N,): the mean of each bucket."""
        means: FloatArray = self._rows[:, _SUM] / self._rows[:, _COUNT]
        return means

    @property
    def lows(self) -> FloatArray:
        """(N,): the smallest value of each bucket."""
        return self._rows[:, _LOW]

    @property
    def highs(self) -> FloatArray:
        """(N,): the largest value of each bucket."""
        return self._rows[:, _HIGH]

    def extend(self, steps: Sequence[float] | FloatArray, values: Sequence[float] | FloatArray) -> None:
        """Add values; those that are not finite are left out.

        Args:
            steps: rising.
            values: as many.
        """
        at, new = np.asarray(steps, np.float64), np.asarray(values, np.float64)
        usable = np.isfinite(new)
        at, new = at[usable], new[usable]
        if not len(new):
            return
        filled = int(self._rows[-1, _COUNT]) % self._width if len(self._rows) else 0
        buckets = (filled + np.arange(len(new))) // self._width
        self._append(_bucketed(at, new, buckets), joins_last=filled > 0)
        while len(self._rows) > self.CAPACITY:
            self._rows = _in_pairs(self._rows)
            self._width *= 2

    def smoothed(self, share: float) -> FloatArray:
        """(N,): the means, each averaged with its neighbours; `share` of all buckets go into one."""
        half = int(len(self) * share / 2)
        if half == 0:
            return self.means
        sums = np.cumsum(np.concatenate([[0.0], self._rows[:, _SUM]]))
        counts = np.cumsum(np.concatenate([[0.0], self._rows[:, _COUNT]]))
        here = np.arange(len(self))
        low, high = np.maximum(here - half, 0), np.minimum(here + half + 1, len(self))
        smooth: FloatArray = (sums[high] - sums[low]) / (counts[high] - counts[low])
        return smooth

    def recent(self, share: float = 0.05, least: int = 20) -> float:
        """The median of the newest buckets: `share` of all, at least `least` of them; NaN without values."""
        newest = self.means[-max(least, int(len(self) * share)) :]
        return float(np.median(newest)) if len(newest) else float("nan")

    @property
    def newest(self) -> float:
        """The mean of the last bucket; NaN without values."""
        return float(self.means[-1]) if len(self) else float("nan")

    def _append(self, rows: FloatArray, *, joins_last: bool) -> None:
        if joins_last:
            self._rows = np.concatenate([self._rows[:-1], _joined(self._rows[-1:], rows[:1]), rows[1:]])
        else:
            self._rows = np.concatenate([self._rows, rows])


def _bucketed(at: FloatArray, new: FloatArray, buckets: NDArray[np.int64]) -> FloatArray:
    """Rows for values whose buckets are numbered, without gaps."""
    starts = np.flatnonzero(np.diff(buckets, prepend=-1))
    ends = np.append(starts[1:], len(new))
    columns = (
        at[starts],
        at[ends - 1],
        np.add.reduceat(new, starts),
        np.minimum.reduceat(new, starts),
        np.maximum.reduceat(new, starts),
        ends - starts,
    )
    return np.stack(columns, axis=1).astype(np.float64)


def _joined(left: FloatArray, right: FloatArray) -> FloatArray:
    columns = (
        left[:, _FIRST],
        right[:, _LAST],
        left[:, _SUM] + right[:, _SUM],
        np.minimum(left[:, _LOW], right[:, _LOW]),
        np.maximum(left[:, _HIGH], right[:, _HIGH]),
        left[:, _COUNT] + right[:, _COUNT],
    )
    return np.stack(columns, axis=1)


def _in_pairs(rows: FloatArray) -> FloatArray:
    even = len(rows) // 2 * 2
    return np.concatenate([_joined(rows[0:even:2], rows[1:even:2]), rows[even:]])
