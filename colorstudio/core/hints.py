"""Hints as the generator sees them: a small picture of a*, b* and a mask."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from colorstudio.core.recipe import Hint


def rasterize_hints(hints: Iterable[Hint], width: int, height: int) -> NDArray[np.float32]:
    """Draw hints at the size at which chroma is predicted; later ones cover earlier ones.

    Args:
        hints: in fractions of the upright picture.
        width, height: of the result.

    Returns:
        float32 (height, width, 3): a*, b*, and a mask that is 1 where there is a hint. Every hint
        marks at least one pixel.
    """
    planes = np.zeros((height, width, 3), np.float32)
    for hint in hints:
        planes[_footprint(hint, width, height)] = (hint.a, hint.b, 1.0)
    return planes


def _footprint(hint: Hint, width: int, height: int) -> NDArray[np.bool_]:
    mask = Image.new("1", (width, height))
    draw = ImageDraw.Draw(mask)
    radius = hint.radius * min(width, height)
    points = [(min(x * width, width - 1e-3) - 0.5, min(y * height, height - 1e-3) - 0.5) for x, y in hint.points]
    if len(points) > 1:
        draw.line(points, fill=1, width=max(1, round(2 * radius)), joint="curve")
    for x, y in points:
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=1)
        draw.point((round(x), round(y)), fill=1)
    return np.asarray(mask)
