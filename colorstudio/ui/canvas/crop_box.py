"""The arithmetic of a crop: a box in whole pixels of the picture, drawn, moved and resized."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from colorstudio.core.steering import Crop

Size = tuple[int, int]
Place = tuple[float, float]


class Handle(Enum):
    """What of a box is held: which of its edges follow the pointer, as (x, y) of -1, 0 or 1."""

    NORTH_WEST = (-1, -1)
    NORTH = (0, -1)
    NORTH_EAST = (1, -1)
    EAST = (1, 0)
    SOUTH_EAST = (1, 1)
    SOUTH = (0, 1)
    SOUTH_WEST = (-1, 1)
    WEST = (-1, 0)


@dataclass(frozen=True)
class CropBox:
    """Pixels x0 <= x < x1, y0 <= y < y1 of a picture; between changes they need not be whole."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def whole(cls, size: Size) -> CropBox:
        """All of a picture."""
        return cls(0, 0, *size)

    @classmethod
    def of(cls, crop: Crop | None, size: Size) -> CropBox:
        """A crop of the recipe, in the pixels of a picture."""
        if crop is None:
            return cls.whole(size)
        return cls(crop.x0 * size[0], crop.y0 * size[1], crop.x1 * size[0], crop.y1 * size[1]).snapped(size)

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Pixels down."""
        return self.y1 - self.y0

    @property
    def ratio(self) -> float:
        """Width by height."""
        return self.width / self.height

    def to_crop(self, size: Size) -> Crop | None:
        """As the recipe has it; None for the whole picture."""
        if self == CropBox.whole(size):
            return None
        return Crop(self.x0 / size[0], self.y0 / size[1], self.x1 / size[0], self.y1 / size[1])

    def snapped(self, size: Size) -> CropBox:
        """The nearest whole pixels inside the picture, at least one each way."""
        x0, y0 = min(max(round(self.x0), 0), size[0] - 1), min(max(round(self.y0), 0), size[1] - 1)
        x1, y1 = min(max(round(self.x1), x0 + 1), size[0]), min(max(round(self.y1), y0 + 1), size[1])
        return CropBox(x0, y0, x1, y1)

    def contains(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return self.x0 <= place[0] < self.x1 and self.y0 <= place[1] < self.y1

    def moved(self, dx: float, dy: float, size: Size) -> CropBox:
        """The same box elsewhere, inside the picture."""
        dx = min(max(dx, -self.x0), size[0] - self.x1)
        dy = min(max(dy, -self.y0), size[1] - self.y1)
        return CropBox(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def resized(self, handle: Handle, to: Place, size: Size, ratio: float | None = None) -> CropBox:
        """A handle was drawn to a place.

        Args:
            handle: one that was held when the box was as it is.
            to: picture pixels; beyond the picture's edges counts as on them.
            size: of the picture.
            ratio: width by height that is kept; None: any.
        """
        across, down = handle.value
        if across and down:
            anchor = (self.x0 if across > 0 else self.x1, self.y0 if down > 0 else self.y1)
            return spanned(anchor, to, size, ratio)
        if across:
            return self._with_width(across, to[0], size, ratio)
        turned = CropBox(self.y0, self.x0, self.y1, self.x1)
        resized = turned._with_width(down, to[1], (size[1], size[0]), 1 / ratio if ratio else None)
        return CropBox(resized.y0, resized.x0, resized.y1, resized.x1)

    def _with_width(self, side: int, to: float, size: Size, ratio: float | None) -> CropBox:
        """One vertical edge was moved; with a ratio the height follows around the middle."""
        width = max(to - self.x0 if side > 0 else self.x1 - to, 1.0)
        width = min(width, size[0] - self.x0 if side > 0 else self.x1)
        y0, y1 = self.y0, self.y1
        if ratio is not None:
            middle = (y0 + y1) / 2
            half = min(width / ratio / 2, middle, size[1] - middle)
            width, y0, y1 = half * 2 * ratio, middle - half, middle + half
        return CropBox(self.x0, y0, self.x0 + width, y1) if side > 0 else CropBox(self.x1 - width, y0, self.x1, y1)

    def shaped(self, ratio: float) -> CropBox:
        """The largest box of that ratio inside this one, around its middle."""
        width, height = min(self.width, self.height * ratio), min(self.height, self.width / ratio)
        x, y = (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2
        return CropBox(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def spanned(anchor: Place, to: Place, size: Size, ratio: float | None = None) -> CropBox:
    """The box between a corner that stays and the one that follows the pointer, inside the picture.

    With a ratio the longer way of the pointer counts, as far as there is room.
    """
    x, y = min(max(to[0], 0), size[0]), min(max(to[1], 0), size[1])
    right, below = x >= anchor[0], y >= anchor[1]
    width, height = abs(x - anchor[0]), abs(y - anchor[1])
    if ratio is not None:
        room = (size[0] - anchor[0] if right else anchor[0]), (size[1] - anchor[1] if below else anchor[1])
        width = min(max(width, height * ratio), room[0], room[1] * ratio)
        height = width / ratio
    xs = (anchor[0], anchor[0] + width) if right else (anchor[0] - width, anchor[0])
    ys = (anchor[1], anchor[1] + height) if below else (anchor[1] - height, anchor[1])
    return CropBox(xs[0], ys[0], xs[1], ys[1])
