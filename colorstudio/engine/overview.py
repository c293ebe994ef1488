"""The whole picture at low resolution: what is shown first, and read within a moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.color import srgb_to_lab
from colorstudio.core.compose import encode
from colorstudio.core.scan import Scan
from colorstudio.core.steering import Look
from colorstudio.core.upsample import resize_plane
from colorstudio.engine.messages import OVERVIEW_SIDE, WHOLE
from colorstudio.pipeline.colorize import Chroma
from colorstudio.pipeline.view import RegionPictures, develop_region


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

    def render(
        self, width: int, height: int, chroma: Chroma | None, look: Look, colour_only: bool = False, quick: bool = False
    ) -> RegionPictures:
        """Draw the whole picture, composed by the same function as an export.

        Args:
            width, height: of the pictures, in pixels.
            chroma: predicted; None: not coloured yet.
            look: what is done to the chroma.
            colour_only: the picture after shows the chroma at one lightness.
            quick: a slightly coarser picture will do.
        """
        own_height, own_width = self._lightness.shape
        lightness = resize_plane(self._lightness, width, height, (0.0, 0.0, float(own_width), float(own_height)))
        before = self._before(width, height)
        tone = srgb_to_lab(before)[..., 1:] if before is not None and look.adjustments.toning else None
        if before is None:
            before = encode(lightness, np.zeros((height, width, 2), np.float32), 8).astype(np.uint8, copy=False)
        if chroma is None:
            return RegionPictures(before, None)
        after = develop_region(chroma, look, lightness, WHOLE, tone, colour_only)
        return RegionPictures(before, after)

    def _before(self, width: int, height: int) -> NDArray[np.uint8] | None:
        if self._original is None:
            return None
        return np.asarray(self._original.resize((width, height), Image.Resampling.BILINEAR))
