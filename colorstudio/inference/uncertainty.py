"""Where a generator is unsure: how far its answers about one picture lie apart, and how wrong such colours can be."""

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

_DOUBT = 5.0
"""a*, b* units of doubt at which uncertainty is 0.63."""

_LIGHTNESS = (0.0, 5.0, 15.0, 25.0, 35.0, 45.0, 55.0, 65.0, 75.0, 85.0, 95.0, 100.0)
_ROOM = (0.1, 0.21, 0.58, 0.83, 0.97, 1.0, 0.96, 0.88, 0.72, 0.58, 0.32, 0.15)
"""Mean chroma of real things as light as `_LIGHTNESS`, by that at L* 45 (240 photographs that were learned from)."""


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


def room_at(lightness: NDArray[np.float32] | np.float32) -> NDArray[np.float32]:
    """The mean chroma of real things of a lightness (L*), relative to that of middle tones: 0.1 to 1."""
    return np.asarray(np.interp(lightness, _LIGHTNESS, _ROOM), np.float32)


def doubt_of(lightness: FloatArray, samples: FloatArray) -> FloatArray:
    """How far off a generator's colours may be, by what it says itself: float32 (h, w), a*, b* units.

    The spread of its answers (root mean square distance from their mean) alone misses two things: strong colours are
    off by more than pale ones for the same disagreement, and what is nearly black or white cannot be far off. So it is
    the geometric mean of spread and mean chroma, times the chroma that real things of that lightness have, by that of
    middle tones. Where all answers agree, as on a hinted thing, there is no doubt.

    Args:
        lightness: float32 (h, w), L*.
        samples: float32 (n, h, w, 2), a*, b* of n answers.
    """
    spread = np.sqrt(((samples - samples.mean(axis=0)) ** 2).sum(axis=-1).mean(axis=0))
    chroma = np.linalg.norm(samples, axis=-1).mean(axis=0)
    return np.asarray(np.sqrt(spread * chroma) * room_at(lightness), np.float32)


def measure_guess(lightness: FloatArray, samples: Sequence[FloatArray]) -> GuessMap:
    """Turn answers into a map.

    The doubt d, in a*, b* units, becomes `1 - exp(-d / 5)`: 0 where all agree, 0.63 at 5 units, never above 1.
    It is smoothed along the luminance by the guided filter that brings chroma to full size, so that its edges are the
    picture's.

    Args:
        lightness: float32 (h, w), L*.
        samples: float32 (h, w, 2) each, a*, b*.
    """
    stack = np.stack(samples)
    doubt = doubt_of(lightness, stack)
    smooth = ChromaUpsampler(lightness, np.stack([doubt, doubt], axis=-1)).region(lightness, 0.0, 0.0, 1.0, 1.0)
    uncertainty = 1.0 - np.exp(-np.maximum(smooth[..., 0], 0.0) / np.float32(_DOUBT))
    return GuessMap(uncertainty.astype(np.float32), stack)
