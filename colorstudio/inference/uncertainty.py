"""Where a generator is unsure: how far its own variations of one picture lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.upsample import ChromaUpsampler, resize_plane

FloatArray = NDArray[np.float32]

SEEDS = (1, 2, 3, 4, 5)
"""Of the variations' noise; always the same, so that a picture has one guess map. One pass before them has none."""

_SPREAD = 6.0
"""a*, b* units of disagreement at which uncertainty is 0.63."""


@dataclass(frozen=True)
class GuessMap:
    """What the variations of one picture tell, at the size of its chroma.

    Attributes:
        uncertainty: float32 (h, w), 0 (all agree) to 1 (anything goes).
        samples: float32 (n, h, w, 2), a*, b* of the variations; the first is without noise.
    """

    uncertainty: FloatArray
    samples: FloatArray

    def resized(self, width: int, height: int) -> GuessMap:
        """The same map at another size."""
        if self.uncertainty.shape == (height, width):
            return self
        planes = np.moveaxis(self.samples, -1, 1)
        samples = [[resize_plane(plane, width, height) for plane in sample] for sample in planes]
        return GuessMap(resize_plane(self.uncertainty, width, height), np.moveaxis(np.array(samples), 1, -1))


def measure_guess(lightness: FloatArray, samples: Sequence[FloatArray]) -> GuessMap:
    """Turn variations into a map.

    The root mean square distance s of the variations from their mean, in a*, b* units, becomes
    `1 - exp(-s / 6)`: 0 where all agree, 0.63 at six units, never above 1. It is smoothed along the
    luminance by the guided filter that brings chroma to full size, so that its edges are the picture's.

    Args:
        lightness: float32 (h, w), L*.
        samples: float32 (h, w, 2) each, a*, b*.
    """
    stack = np.stack(samples)
    spread = np.sqrt(((stack - stack.mean(axis=0)) ** 2).sum(axis=-1).mean(axis=0))
    smooth = ChromaUpsampler(lightness, np.stack([spread, spread], axis=-1)).region(lightness, 0.0, 0.0, 1.0, 1.0)
    uncertainty = 1.0 - np.exp(-np.maximum(smooth[..., 0], 0.0) / np.float32(_SPREAD))
    return GuessMap(uncertainty.astype(np.float32), stack)
