"""Variation of training pictures: geometry for both, everything else for the input alone."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torchvision.transforms.v2 import functional as TF

from colorstudio.core.training_sections import AugmentConfig
from training.decode import Pixels

FloatArray = NDArray[np.float32]


def random_crop(pixels: Pixels, crop: int, config: AugmentConfig, rng: np.random.Generator) -> Pixels:
    """A random square of `scale_min` to `scale_max` of the short side, mirrored half of the time.

    Args:
        pixels: uint8 (H, W, C).
        crop: side of the result.

    Returns:
        uint8 (crop, crop, C).
    """
    height, width = pixels.shape[:2]
    top, left, side, mirrored = draw_square(height, width, config, rng)
    square = _resized_square(pixels, top, left, side, crop)
    return np.ascontiguousarray(square[:, ::-1]) if mirrored else square


def draw_square(height: int, width: int, config: AugmentConfig, rng: np.random.Generator) -> tuple[int, int, int, bool]:
    """Top, left and side of a random square in a picture of that size, and whether it is mirrored."""
    side = max(1, round(min(height, width) * rng.uniform(config.scale_min, config.scale_max)))
    top, left = (int(rng.integers(0, extent - side + 1)) for extent in (height, width))
    return top, left, side, config.flip and rng.random() < 0.5


def centre_crop(pixels: Pixels, crop: int) -> Pixels:
    """The centre square of (H, W, C), resized to `crop`."""
    height, width = pixels.shape[:2]
    side = min(height, width)
    return _resized_square(pixels, (height - side) // 2, (width - side) // 2, side, crop)


def _resized_square(pixels: Pixels, top: int, left: int, side: int, crop: int) -> Pixels:
    # copy: torch warns about memory that it may not write to, and the cache is mapped read-only.
    square = torch.from_numpy(pixels[top : top + side, left : left + side].copy()).permute(2, 0, 1)
    resized: Pixels = TF.resize(square, [crop, crop], antialias=True).permute(1, 2, 0).numpy()
    return resized


def vary_lightness(lightness: FloatArray, config: AugmentConfig, rng: np.random.Generator) -> FloatArray:
    """Make a lightness look like that of another scan: gamma, contrast, blur, grain, each at times.

    The target's chroma is not touched: it is that of the picture, whatever its print or scan did to the tones.

    Args:
        lightness: float32 (H, W), L* 0..100.

    Returns:
        float32 (H, W), L* 0..100.
    """
    chosen, gamma, contrast, blur, grain = _draw_variation(config, rng)
    varied = lightness
    if chosen[0]:
        varied = 100.0 * np.power(np.clip(varied, 0.0, 100.0) / 100.0, 2.0 ** (gamma * config.gamma))
    if chosen[1]:
        varied = (varied - 50.0) * (1.0 + contrast * config.contrast) + 50.0
    if chosen[2] and config.blur > 0:
        varied = _blur(varied, 0.3 + blur * config.blur)
    if chosen[3]:
        varied = varied + rng.standard_normal(varied.shape, dtype=np.float32) * np.float32(grain * config.grain)
    return np.clip(varied, 0.0, 100.0).astype(np.float32)


def _draw_variation(
    config: AugmentConfig, rng: np.random.Generator
) -> tuple[NDArray[np.bool_], float, float, float, float]:
    # All numbers are drawn always, so that switching one change off does not shift the others.
    chosen = rng.random(4) < config.probability
    return chosen, rng.uniform(-1, 1), rng.uniform(-1, 1), rng.random(), rng.random()


def skip_variation(shape: tuple[int, int], config: AugmentConfig, rng: np.random.Generator) -> None:
    """Draw what `vary_lightness` would draw for a lightness of that shape."""
    if _draw_variation(config, rng)[0][3]:
        rng.standard_normal(shape, dtype=np.float32)


def _blur(lightness: FloatArray, sigma: float) -> FloatArray:
    kernel = 2 * int(np.ceil(2 * sigma)) + 1
    image = torch.from_numpy(np.ascontiguousarray(lightness, np.float32))[None]
    blurred: FloatArray = TF.gaussian_blur(image, [kernel, kernel], [sigma, sigma])[0].numpy()
    return blurred
