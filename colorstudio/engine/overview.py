"""The whole picture at low resolution: what is shown first, and read within a moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.compose import compose
from colorstudio.core.scan import Scan
from colorstudio.core.steering import Look
from colorstudio.core.upsample import ChromaUpsampler, resize_plane
from colorstudio.engine.messages import OVERVIEW_SIDE
from colorstudio.pipeline.view import RegionPictures


class Overview:
    """A scan's lightness, and its pixels if they have a hue, at most `OVERVIEW_SIDE` pixels long.

    Args:
        scan: read here, once or twice; not kept.
    """

    def __init__(self, scan: Scan) -> None:
        scale = min(1.0, OVERVIEW_SIDE / max(scan.info.width, scan.info.height))
        width, height = (max(1, round(side * scale)) for side in (scan.info.width, scan.info.height))
        self._lightness = scan.shrink_lightness(width, height)
        self._original = Image.fromarray(scan.preview_srgb(OVERVIEW_SIDE)) if scan.info.bands == 3 else None

    def render(self, width: int, height: int, upsampler: ChromaUpsampler | None, look: Look) -> RegionPictures:
        """Draw the whole picture, composed by the same function as an export.

        Args:
            width, height: of the pictures, in pixels.
            upsampler: the chroma; None: not coloured yet.
            look: what is done to the chroma.
        """
        own_height, own_width = self._lightness.shape
        lightness = resize_plane(self._lightness, width, height, (0.0, 0.0, float(own_width), float(own_height)))
        neutral = np.zeros((height, width, 2), np.float32)
        before = self._before(width, height)
        if before is None:
            before = compose(lightness, neutral, look.adjustments, 8).astype(np.uint8, copy=False)
        if upsampler is None:
            return RegionPictures(before, None)
        ab = upsampler.region(lightness, 0.0, 0.0, 1.0, 1.0)
        return RegionPictures(before, compose(lightness, ab, look.adjustments, 8).astype(np.uint8, copy=False))

    def _before(self, width: int, height: int) -> NDArray[np.uint8] | None:
        if self._original is None:
            return None
        return np.asarray(self._original.resize((width, height), Image.Resampling.BILINEAR))
