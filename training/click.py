"""What does one click change: the thing that was clicked, up to its edges, and little else?

Held-out photographs have no masks of things. What stands for a thing is the region of like true colour around the
click: all pixels connected to it whose true a*, b* lie within `LIKE` of those at the click. One hint with the true
colour is set there, as the product sets it, and the results with and without it are compared in three zones:

    inside   the region itself: here the colour should change, and the error should fall
    near     up to a tenth of the short side beyond its edge: what changes here has bled over the edge
    far      the rest

True colours of photographs are stored at half the resolution, so the two pixels beside an edge belong to no zone.
A change is no fault by itself: other parts of the sky may well become blue with the one that was clicked. Each zone
therefore also has its error before and after. The places are chosen by the truth alone, the same for every model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.hints import rasterize_hints
from colorstudio.core.recipe import Hint
from colorstudio.core.upsample import box_mean

FloatArray = NDArray[np.float32]
Mask = NDArray[np.bool_]

STRONG = 25.0
"""Least true chroma of a place that is clicked."""
LIKE = 12.0
"""Largest distance in the a*b* plane of colours that are alike."""
SMALLEST, LARGEST = 0.005, 0.25
"""Shares of the picture that a region may have."""

_TRIES = 48
_EDGE = 2
_NEAR = 0.1


@dataclass(frozen=True)
class Click:
    """A hint, float32 (h, w, 3: a*, b*, mask), and the zones around it, bool (h, w)."""

    hint: FloatArray
    inside: Mask
    near: Mask
    far: Mask


@dataclass(frozen=True)
class Zone:
    """What happened in a zone.

    Attributes:
        share: of the picture's pixels that lie in it.
        change: mean distance in the a*b* plane of the results with and without the hint.
        before, after: mean chroma error without and with it.
    """

    share: float
    change: float
    before: float
    after: float


@dataclass(frozen=True)
class ClickFigures:
    """Means over pictures with a place to click."""

    pictures: int
    inside: Zone
    near: Zone
    far: Zone

    def to_dict(self) -> dict[str, Any]:
        """Rounded figures for JSON."""
        zones = {"inside": self.inside, "near": self.near, "far": self.far}
        rounded = {name: {key: round(value, 4) for key, value in asdict(zone).items()} for name, zone in zones.items()}
        return {"pictures": self.pictures, **rounded}


def find_click(true_ab: FloatArray, rng: np.random.Generator) -> Click | None:
    """The first of some random places that has a strong colour and a region neither tiny nor huge; None: there is none.

    Args:
        true_ab: float32 (h, w, 2), true a*, b* at the render size.
        rng: draws the places.
    """
    height, width = true_ab.shape[:2]
    smooth = np.stack([box_mean(plane, 1) for plane in np.moveaxis(true_ab, -1, 0)], axis=-1)
    for x, y in rng.random((_TRIES, 2)):
        place = min(int(y * height), height - 1), min(int(x * width), width - 1)
        colour = smooth[place]
        if np.hypot(*colour) < STRONG:
            continue
        inside = connected(np.linalg.norm(smooth - colour, axis=-1) <= LIKE, place)
        if not SMALLEST <= inside.mean() <= LARGEST:
            continue
        hint = Hint(points=((float(x), float(y)),), a=float(colour[0]), b=float(colour[1]))
        click = Click(rasterize_hints([hint], width, height), inside, *_around(inside))
        if click.near.any() and click.far.any():
            return click
    return None


def connected(alike: Mask, place: tuple[int, int]) -> Mask:
    """The pixels of `alike` (h, w) that are connected to a place (y, x) by their sides."""
    region = np.zeros_like(alike)
    region[place] = alike[place]
    size = -1
    while size != (size := int(region.sum())):
        for axis in (0, 1):
            for lines, fits in ((region, alike), (np.flip(region, axis), np.flip(alike, axis))):
                _spread(np.moveaxis(lines, axis, 0), np.moveaxis(fits, axis, 0))
    return region


def _spread(region: Mask, alike: Mask) -> None:
    """Let a region grow downwards, as far as it can."""
    for above, below, fits in zip(region[:-1], region[1:], alike[1:], strict=True):
        below |= above & fits


def _around(inside: Mask) -> tuple[Mask, Mask]:
    """The zones near a region, and far from it."""
    edge = _grown(inside, _EDGE)
    near = _grown(edge, max(1, round(_NEAR * min(inside.shape))))
    return near & ~edge, ~near


def _grown(region: Mask, pixels: int) -> Mask:
    return np.asarray(box_mean(region.astype(np.float32), pixels) > 1e-9)


def measure_click(click: Click, true_ab: FloatArray, before: FloatArray, after: FloatArray) -> tuple[Zone, Zone, Zone]:
    """The zones inside, near and far.

    Args:
        click: where the hint was.
        true_ab, before, after: float32 (h, w, 2), a*, b*: the truth, the result without and with the hint.
    """
    maps = [np.linalg.norm(x - y, axis=-1) for x, y in ((after, before), (before, true_ab), (after, true_ab))]
    inside, near, far = (
        Zone(float(zone.mean()), *(float(values[zone].mean()) for values in maps))
        for zone in (click.inside, click.near, click.far)
    )
    return inside, near, far


def summarise_clicks(clicks: Sequence[tuple[Zone, Zone, Zone]]) -> ClickFigures:
    """Means over the clicks of at least one picture."""
    values = np.array([[list(asdict(zone).values()) for zone in zones] for zones in clicks]).mean(axis=0)
    return ClickFigures(len(clicks), *(Zone(*map(float, zone)) for zone in values))
