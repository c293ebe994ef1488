"""Simulated hints, as a person would give them (Zhang et al. 2017, "Real-time user-guided image colorization")."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.training_sections import HintConfig

FloatArray = NDArray[np.float32]


def simulate_hints(ab: FloatArray, config: HintConfig, rng: np.random.Generator) -> FloatArray:
    """Hints for one training picture: none, or a random number of them.

    The number is geometric (section 3.1.2 of the paper), or, with `config.most`, log-uniform in 1..most: as many
    pictures with one or two hints as with dozens.

    Args:
        ab: float32 (H, W, 2), the true chroma, in any unit.

    Returns:
        float32 (H, W, 3): a, b, mask; zero where there is no hint.
    """
    wanted = rng.random() < config.probability
    count = _count(config, rng) if wanted else 0
    return place_hints(ab, count, config.largest_patch, rng)


def _count(config: HintConfig, rng: np.random.Generator) -> int:
    if config.most:
        return int((config.most + 1) ** rng.random())
    return int(rng.geometric(config.rate))


def place_hints(ab: FloatArray, count: int, largest_patch: int, rng: np.random.Generator) -> FloatArray:
    """Reveal `count` square patches of the true chroma, each with its mean.

    Positions are normal around the centre (people look there) with a quarter of the size as standard deviation.
    """
    height, width = ab.shape[:2]
    hints = np.zeros((height, width, 3), np.float32)
    for _ in range(count):
        size = int(rng.integers(1, min(largest_patch, height, width) + 1))
        top = _position(height, size, rng)
        left = _position(width, size, rng)
        patch = slice(top, top + size), slice(left, left + size)
        hints[(*patch, slice(0, 2))] = ab[patch].mean(axis=(0, 1))
        hints[(*patch, 2)] = 1.0
    return hints


def _position(extent: int, size: int, rng: np.random.Generator) -> int:
    centre = rng.normal((extent - size) / 2, extent / 4)
    return int(np.clip(round(centre), 0, extent - size))
