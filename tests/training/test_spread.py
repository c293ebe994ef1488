"""Spread against errors, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from training.spread import SHARES, rank_correlation, summarise_spread


def test_rank_correlation_goes_by_order_alone() -> None:
    x = np.float32([1, 2, 3, 4])
    assert rank_correlation(x, np.exp(x)) == pytest.approx(1.0)
    assert rank_correlation(x, -x) == pytest.approx(-1.0)
    assert rank_correlation(x, np.float32([1, 1, 2, 2])) == pytest.approx(0.894427, abs=1e-5)  # ties share a rank
    assert rank_correlation(x, np.ones(4, np.float32)) == 0.0


def test_a_spread_that_knows_all_sparsifies_best(rng: np.random.Generator) -> None:
    error = rng.uniform(0, 10, 1000).astype(np.float32)
    knowing = summarise_spread([error[:500], error[500:]], [error[:500], error[500:]], 6)
    assert knowing.rank_correlation == knowing.within_pictures == pytest.approx(1.0)
    assert knowing.sparsification == knowing.sparsification_best
    assert len(knowing.sparsification) == len(SHARES)
    assert knowing.sparsification[0] == 1.0
    assert knowing.sparsification[5] == pytest.approx(0.5, abs=0.05)
    guessing = summarise_spread([rng.random(1000).astype(np.float32)], [error], 6)
    assert guessing.sparsification[5] == pytest.approx(1.0, abs=0.1)
    assert set(guessing.to_dict()) >= {"rank_correlation", "sparsification"}
