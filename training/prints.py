"""What time and printing do to a photograph, for the input of training: the target keeps its colours.

Archives hold faded, vignetted and halftoned prints with borders of film and paper. Borders are neutral in the
target too, so that they stay so.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.training_sections import AugmentConfig

FloatArray = NDArray[np.float32]
Random = np.random.Generator


def age_print(
    lightness: FloatArray, ab: FloatArray, config: AugmentConfig, rng: Random
) -> tuple[FloatArray, FloatArray]:
    """Fade, vignette, halftone and frame a picture, each with its own probability.

    Args:
        lightness: float32 (H, W), L* 0..100.
        ab: float32 (H, W, 2), the true chroma.

    Returns:
        Lightness and chroma; the chroma differs under the border alone.
    """
    chances = (config.fading, config.vignette, config.halftone, config.borders)
    drawn, numbers = draw_age(rng)
    chosen = drawn < chances
    if chosen[0]:
        lightness = _fade(lightness, *numbers[0, :2])
    if chosen[1]:
        lightness = _vignette(lightness, *numbers[1, :3])
    if chosen[2]:
        lightness = _halftone(lightness, *numbers[2])
    if chosen[3]:
        lightness, ab = _frame(lightness, ab, *numbers[3, :3])
    return np.clip(lightness, 0.0, 100.0).astype(np.float32), ab


def draw_age(rng: Random) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Four chances and four numbers for each of them: always all, so that what is off does not shift the others."""
    return rng.random(4), rng.random((4, 4))


def _fade(lightness: FloatArray, black: float, white: float) -> FloatArray:
    """Shadows up to L* 45 and highlights down to L* 70."""
    low, high = 45 * black**1.5, 100 - 30 * white**1.5
    faded: FloatArray = (low + lightness * ((high - low) / 100)).astype(np.float32)
    return faded


def _vignette(lightness: FloatArray, strength: float, y: float, x: float) -> FloatArray:
    """Corners darker by up to 60 %, or, as in faded prints, lighter."""
    height, width = lightness.shape
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None] + np.float32(y - 0.5)
    columns = np.linspace(-1, 1, width, dtype=np.float32)[None] + np.float32(x - 0.5)
    away = np.minimum((rows**2 + columns**2) / np.float32(2), 1)
    if strength < 0.3:
        return lightness + (100 - lightness) * away * np.float32(2 * strength)
    return lightness * (1 - np.float32(0.6 * strength) * away)


def _halftone(lightness: FloatArray, pitch: float, angle: float, strength: float, phase: float) -> FloatArray:
    """A screen of dots, 2.2 to 5 pixels apart, resolved in part."""
    height, width = lightness.shape
    turn, wave = np.pi * angle, 2 * np.pi / (2.2 + 2.8 * pitch)
    y, x = np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)[None]
    along, across = (np.cos(turn) * x + np.sin(turn) * y) * wave, (np.cos(turn) * y - np.sin(turn) * x) * wave
    screen = np.cos(along + np.float32(6.28 * phase)) * np.cos(across)
    printed: FloatArray = (lightness + screen * (4 + 14 * strength)).astype(np.float32)
    return printed


def _frame(
    lightness: FloatArray, ab: FloatArray, share: float, tone: float, sides: float
) -> tuple[FloatArray, FloatArray]:
    """A border of film (dark) or paper (light) at one to four sides, up to an eighth of the picture wide."""
    height, width = lightness.shape
    deep = max(1, round(min(height, width) * 0.125 * share))
    inside = np.zeros((height, width), bool)
    top, bottom, left, right = (deep if int(1 + sides * 15) & bit else 0 for bit in (1, 2, 4, 8))
    inside[top : height - bottom, left : width - right] = True
    value = np.float32(12 * tone if tone < 0.5 else 80 + 20 * tone)
    return np.where(inside, lightness, value), np.where(inside[..., None], ab, np.float32(0))
