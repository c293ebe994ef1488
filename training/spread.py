"""Does a model know where it guesses? The guess map (`inference.uncertainty`) against the true error.

Several answers to the same question are samples of what the model holds possible (Gal & Ghahramani 2016). Where they
differ, it should be wrong more often; a person then knows where to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Shares of the pixels, the most uncertain first, that a sparsification curve leaves out."""


@dataclass(frozen=True)
class SpreadFigures:
    """How the spread of passes tells of errors.

    Attributes:
        passes: passes with noise for each picture.
        rank_correlation: Spearman's, of spread and chroma error, over the pixels of all pictures.
        within_pictures: the mean of the same in each picture alone.
        sparsification: mean chroma error of the pixels left when the shares `SHARES` with the largest spread are left
            out, relative to that of all pixels.
        sparsification_best: the same if the largest errors themselves were left out.
    """

    passes: int
    rank_correlation: float
    within_pictures: float
    sparsification: tuple[float, ...]
    sparsification_best: tuple[float, ...]

    def to_dict(self) -> dict[str, Any]:
        """Rounded figures for JSON."""
        return {
            "passes": self.passes,
            "rank_correlation": round(self.rank_correlation, 4),
            "within_pictures": round(self.within_pictures, 4),
            "sparsification": [round(value, 4) for value in self.sparsification],
            "sparsification_best": [round(value, 4) for value in self.sparsification_best],
        }


def summarise_spread(spreads: Sequence[FloatArray], errors: Sequence[FloatArray], passes: int) -> SpreadFigures:
    """Compare spreads with errors.

    Args:
        spreads, errors: for each picture float32 (n,), some of its pixels.
        passes: how many passes a spread comes from.
    """
    within = [rank_correlation(s, e) for s, e in zip(spreads, errors, strict=True)]
    spread, error = np.concatenate(list(spreads)), np.concatenate(list(errors))
    return SpreadFigures(
        passes,
        rank_correlation(spread, error),
        float(np.mean(within)),
        _sparsification(spread, error),
        _sparsification(error, error),
    )


def rank_correlation(x: FloatArray, y: FloatArray) -> float:
    """Spearman's rank correlation of two float32 (n,); 0 if one of them is constant."""
    ranks = [_ranks(values) for values in (x, y)]
    if min(float(np.ptp(r)) for r in ranks) == 0.0:
        return 0.0
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def _ranks(values: FloatArray) -> NDArray[np.float64]:
    """Ranks from 0; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    means: NDArray[np.float64] = (ends - (counts + 1) / 2.0)[inverse]
    return means


def _sparsification(order: FloatArray, error: FloatArray) -> tuple[float, ...]:
    kept = error[np.argsort(order, kind="stable")]
    whole = max(float(kept.mean()), 1e-6)
    return tuple(float(kept[: round(len(kept) * (1.0 - share))].mean()) / whole for share in SHARES)
