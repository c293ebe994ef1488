"""How likely is it that a difference came about by chance? Small samples, no assumption about their distribution.

Everything is deterministic: the same figures give the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

import numpy as np
from numpy.typing import NDArray

_EXACT_UP_TO = 14
_DRAWS = 9_999
_SEED = 20260101
_Z95 = 1.959964

FloatArray = NDArray[np.float64]


def sign_flip_chance(differences: Sequence[float]) -> float:
    """How often chance alone gives a mean at least as far from zero: Fisher's randomisation test, two-sided.

    If neither side were better, each difference could as well have had the other sign. All combinations of signs are
    tried for up to 14 differences, 9,999 random ones for more (Fisher 1935, The Design of Experiments, section 21).

    Args:
        differences: one for each independent unit (a picture, or the sum over a roll).

    Returns:
        0..1; 1 if there is no difference at all.
    """
    values = np.asarray(differences, np.float64)
    observed = abs(float(values.sum()))
    if observed == 0.0:
        return 1.0
    sums = np.abs(_signs(len(values)) @ values)
    as_far = int(np.count_nonzero(sums >= observed * (1.0 - 1e-12)))
    if len(values) <= _EXACT_UP_TO:
        return as_far / len(sums)
    return (as_far + 1) / (len(sums) + 1)  # what was observed is one of the combinations


def _signs(count: int) -> FloatArray:
    """Combinations of signs (N, count): all of them, or random ones."""
    if count <= _EXACT_UP_TO:
        bits = np.arange(2**count)[:, None] >> np.arange(count) & 1
    else:
        bits = np.random.default_rng(_SEED).integers(0, 2, (_DRAWS, count))
    return bits.astype(np.float64) * 2.0 - 1.0


def bootstrap_interval(totals: Sequence[float], counts: Sequence[int]) -> tuple[float, float]:
    """The 95 % percentile interval of a mean whose units are drawn whole (the cluster bootstrap).

    Args:
        totals: sum over each unit (a roll, or a single picture).
        counts: how many pictures are in it.
    """
    sums, sizes = np.asarray(totals, np.float64), np.asarray(counts, np.float64)
    drawn = np.random.default_rng(_SEED).integers(0, len(sums), (_DRAWS, len(sums)))
    means = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)


def sign_test_chance(for_one: int, for_other: int) -> float:
    """How often chance alone gives at least so uneven a vote: the sign test, two-sided; ties are not counted.

    Returns:
        0..1; 1 for an even vote or none at all.
    """
    votes, fewer = for_one + for_other, min(for_one, for_other)
    tail: float = sum(comb(votes, k) for k in range(fewer + 1)) / 2**votes
    return min(1.0, 2.0 * tail)


def share_interval(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson (1927); (0, 1) for nothing at all."""
    if whole == 0:
        return 0.0, 1.0
    share, z2 = part / whole, _Z95**2
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    reach = _Z95 / (1 + z2 / whole) * float(np.sqrt(share * (1 - share) / whole + z2 / (4 * whole**2)))
    return max(0.0, middle - reach), min(1.0, middle + reach)
