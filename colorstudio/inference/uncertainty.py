"""Where a generator is unsure: how far its own variations of one picture lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.upsample import ChromaUpsampler, resize_plane
from colorstudio.inference.backend import Backend
from colorstudio.inference.card import ModelCard
from colorstudio.inference.noise import sample_noise

FloatArray = NDArray[np.float32]

_SPREAD = 2.0
"""a*, b* units of disagreement at which uncertainty is 0.63."""


@dataclass(frozen=True)
class Probe:
    """One of the ways in which a generator is asked about the same picture.

    Attributes:
        seed: of the noise; None: no noise.
        gamma: exponent on L* / 100: a lighter or a darker print.
        mirrored: left and right are exchanged, and back in the answer.
    """

    seed: int | None = None
    gamma: float = 1.0
    mirrored: bool = False


# Always the same, so that a picture has one guess map. The first is what is shown without a seed.
_NOISE = tuple(map(Probe, (None, 1, 2, 3, 4, 5)))
_PRINTS = tuple(Probe(None, gamma, mirrored) for gamma in (1.0, 0.75, 1.33) for mirrored in (False, True))


def probes(card: ModelCard) -> tuple[Probe, ...]:
    """The six ways in which a generator is asked: by its noise, or, if it has none, by other prints of the picture."""
    return _NOISE if card.noise_channels else _PRINTS


def ask(backend: Backend, lightness: FloatArray, hints: FloatArray | None, probe: Probe) -> FloatArray:
    """One answer.

    Args:
        backend: the loaded generator.
        lightness: float32 (h, w), L*.
        hints: float32 (h, w, 3) as `core.hints.rasterize_hints` gives them, or None.
        probe: how to ask.

    Returns:
        float32 (h, w, 2), a*, b*.
    """
    side = slice(None, None, -1 if probe.mirrored else 1)
    printed = lightness if probe.gamma == 1 else _printed(lightness, probe.gamma)
    noise = None if probe.seed is None else sample_noise(backend.card, [probe.seed])
    ab = backend.predict(printed[None, :, side], None if hints is None else hints[None, :, side], noise)[0]
    return np.ascontiguousarray(ab[:, side])


def _printed(lightness: FloatArray, gamma: float) -> FloatArray:
    """L* of a lighter or darker print."""
    return np.asarray(100.0 * (np.clip(lightness, 0.0, 100.0) / 100.0) ** gamma, np.float32)


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
    `1 - exp(-s / 2)`: 0 where all agree, 0.63 at two units, never above 1. It is smoothed along the
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
