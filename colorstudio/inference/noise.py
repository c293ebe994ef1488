"""The generator's noise, as in pix2pix: dropout that stays on, here as one mask value per channel.

Per-channel masks (N, C) do not depend on the picture's size, so the same seed gives the same
variation at every render size. Generators that remember hints have other variations (`variations`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from colorstudio.inference.card import ModelCard


def sample_noise(card: ModelCard, seeds: list[int]) -> NDArray[np.float32] | None:
    """Noise masks for some seeds.

    Args:
        card: says how many channels there are and with which probability one is silenced.
        seeds: one per picture of the batch; the same seed gives the same mask anywhere.

    Returns:
        float32 (N, C) of 0 or 1/(1-p), with mean 1; None when the generator has no noise.
    """
    if not card.noise_channels:
        return None
    keep = 1.0 - card.noise_probability
    rows = [np.random.Generator(np.random.PCG64(seed)).random(card.noise_channels) < keep for seed in seeds]
    return np.stack(rows).astype(np.float32) / np.float32(keep)
