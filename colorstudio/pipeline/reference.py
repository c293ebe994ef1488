"""The palette of a reference photograph, from its file or from pixels that are at hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.color import srgb_to_lab
from colorstudio.core.errors import QT_TRANSLATE_NOOP, PaletteError
from colorstudio.core.palette import measure_palette
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Palette

FloatArray = NDArray[np.float32]
Pixels = NDArray[np.uint8]

_SIDE = 384
"""Statistics need no more pixels."""
_LEAST_CHROMA = 4.0
"""A picture is grey if 19 of 20 pixels have less: JPEG leaves some in a grey one."""
_ONE_TONE = 0.97
"""Share of the chroma that points one way in a toned picture: sepia, cyanotype."""


def measure_file(path: Path, page: int = 0) -> Palette:
    """Measure a photograph from a small version of it.

    Raises:
        ScanError: it cannot be read.
        PaletteError: it is grey.
    """
    with open_scan(path, page) as scan:
        return measure_pixels(scan.preview_srgb(_SIDE), path.name)


def measure_pixels(pixels: Pixels, name: str) -> Palette:
    """Measure a picture.

    Args:
        pixels: uint8 (H, W, 3), encoded sRGB.
        name: for the palette, and for the error.

    Raises:
        PaletteError: it is grey.
    """
    lab = srgb_to_lab(_thinned(pixels))
    lightness, ab = lab[..., 0], lab[..., 1:]
    if np.percentile(np.hypot(ab[..., 0], ab[..., 1]), 95) < _LEAST_CHROMA:
        raise PaletteError(
            QT_TRANSLATE_NOOP("errors", "{name} has no colours to take; choose a colour photograph."), name=name
        )
    return measure_palette(lightness, ab, name)


def is_colour_photograph(pixels: Pixels) -> bool:
    """Whether a picture has colours of its own: it is neither grey nor toned in one colour.

    Args:
        pixels: uint8 (H, W, 3), encoded sRGB.
    """
    ab = srgb_to_lab(_thinned(pixels))[..., 1:]
    chroma = np.hypot(ab[..., 0], ab[..., 1])
    if np.percentile(chroma, 95) < _LEAST_CHROMA:
        return False
    return bool(np.hypot(*ab.sum(axis=(0, 1))) < _ONE_TONE * chroma.sum())


def _thinned(pixels: Pixels) -> Pixels:
    """Every so many pixels of a large picture."""
    step = max(1, max(pixels.shape[:2]) // _SIDE)
    return pixels[::step, ::step]
