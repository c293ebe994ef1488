"""The whole picture at low resolution: what is shown first, and read within a moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.scan import Scan
from colorstudio.core.upsample import resize_plane
from colorstudio.engine.messages import OVERVIEW_SIDE
from colorstudio.pipeline.view import Rect


class Overview:
    """A scan's lightness, and its pixels if they have a hue, at most `OVERVIEW_SIDE` pixels long.

    Args:
        scan: read here, once or twice; not kept.

    Attributes:
        width, height: in pixels.
    """

    def __init__(self, scan: Scan) -> None:
        scale = min(1.0, OVERVIEW_SIDE / max(scan.info.width, scan.info.height))
        self.width, self.height = (max(1, round(side * scale)) for side in (scan.info.width, scan.info.height))
        self._lightness = scan.shrink_lightness(self.width, self.height)
        self._original = Image.fromarray(scan.preview_srgb(OVERVIEW_SIDE)) if scan.info.bands == 3 else None

    @property
    def whole(self) -> Rect:
        """All of it."""
        return Rect(0.0, 0.0, float(self.width), float(self.height))

    def lightness(self, rect: Rect, width: int, height: int) -> NDArray[np.float32]:
        """L* of a part at a size: float32 (height, width)."""
        return resize_plane(self._lightness, width, height, (rect.x0, rect.y0, rect.x1, rect.y1))

    def colours(self, rect: Rect, width: int, height: int) -> NDArray[np.uint8] | None:
        """The part as it is, sRGB uint8 (height, width, 3); None: the scan has no hue."""
        if self._original is None:
            return None
        box = (rect.x0, rect.y0, rect.x1, rect.y1)
        return np.asarray(self._original.resize((width, height), Image.Resampling.BILINEAR, box=box))
