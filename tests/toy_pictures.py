"""Small colour pictures, made in the test."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image


def colourful_picture(seed: int, width: int = 48, height: int = 40) -> Image.Image:
    """Smooth random colours with structure: something to learn from."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (5, 6, 3), dtype=np.uint8)
    return Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)


def write_pictures(folder: Path, count: int, first: int = 0) -> Path:
    """`count` pictures as PNG files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(count):
        colourful_picture(first + i).save(folder / f"{first + i:05d}.png")
    return folder
