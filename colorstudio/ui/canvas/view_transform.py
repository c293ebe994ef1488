"""Zoom and pan as pure arithmetic.

Lengths on the screen are device pixels, so that 1:1 means one picture pixel on one pixel of the
screen at any `devicePixelRatio`. `scale` is device pixels per picture pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF

MAX_SCALE = 32.0
PIXELS_VISIBLE_FROM = 4.0
"""From this scale on, picture pixels are shown as squares, not smoothed."""
MAX_FIT_SCALE = 4.0
"""Fitting enlarges a small picture no further than this: more would only show its blur."""
STOPS = (
    *(1 / n for n in (32, 24, 16, 12, 8, 6, 4, 3, 2, 1.5)),
    *(1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0),
)
"""The scales that zooming in and out by steps goes through."""
_SAME = 1e-6


@dataclass(frozen=True)
class ViewRequest:
    """What is worth rendering sharply for what is on the screen.

    Attributes:
        rect: the visible part, in picture pixels; it ends on pixels of the screen or of the picture,
            whichever are larger, so that the rendered picture is drawn without resampling or by whole pixels.
        scale: device pixels per picture pixel.
        width: pixels to render across `rect`: those of the screen, never more than the picture has.
        height: the same, down.
    """

    rect: QRectF
    scale: float
    width: int
    height: int


@dataclass(frozen=True)
class ViewTransform:
    """Where a picture lies in a viewport.

    Attributes:
        picture: width and height in picture pixels; (0, 0) when there is none.
        viewport: width and height in device pixels.
        margin: device pixels left free around a fitted picture.
        scale: device pixels per picture pixel.
        origin: the picture's top left corner, in device pixels.
        is_fitted: whether the picture is to stay fitted when the viewport changes.
    """

    picture: tuple[int, int] = (0, 0)
    viewport: tuple[int, int] = (0, 0)
    margin: int = 0
    scale: float = 1.0
    origin: tuple[float, float] = (0.0, 0.0)
    is_fitted: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return min(*self.picture, *self.viewport) < 1

    @property
    def is_without_picture(self) -> bool:
        """Whether there is no picture, however large the viewport is."""
        return min(self.picture) < 1

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole picture is seen, with the margin around it."""
        if self.is_empty:
            return 1.0
        room = (max(length - 2 * self.margin, 1) for length in self.viewport)
        return min(*(length / side for length, side in zip(room, self.picture, strict=True)), MAX_FIT_SCALE)

    @property
    def min_scale(self) -> float:
        """The smallest scale: fitted, or 1:1 for a picture that fitting enlarges."""
        return min(self.fit_scale, 1.0)

    @property
    def can_pan(self) -> bool:
        """Whether the picture is larger than the viewport in any direction."""
        return any(self._length(axis) > self.viewport[axis] for axis in (0, 1))

    def fitted(self) -> ViewTransform:
        """The whole picture in the middle of the viewport."""
        return replace(self, scale=self.fit_scale, is_fitted=True)._placed()

    def with_picture(self, width: int, height: int) -> ViewTransform:
        """Another picture, fitted."""
        return replace(self, picture=(width, height)).fitted()

    def with_viewport(self, width: int, height: int, margin: int) -> ViewTransform:
        """Another viewport: still fitted if it was or is now too small, else with the same point in the middle."""
        shift = ((width - self.viewport[0]) / 2, (height - self.viewport[1]) / 2)
        moved = replace(self, viewport=(width, height), margin=margin)
        if self.is_fitted or self.is_empty or self.scale < moved.min_scale:
            return moved.fitted()
        return replace(moved.panned(*shift), is_fitted=False)

    def zoomed(self, scale: float, x: float, y: float) -> ViewTransform:
        """The given scale, within its limits, with the picture point under device pixel (x, y) kept there."""
        if self.is_empty:
            return self
        scale = min(max(scale, self.min_scale), MAX_SCALE)
        ratio = scale / self.scale
        origin = (x - (x - self.origin[0]) * ratio, y - (y - self.origin[1]) * ratio)
        is_fitted = abs(scale / self.fit_scale - 1) < _SAME
        return replace(self, scale=scale, origin=origin, is_fitted=is_fitted)._placed()

    def panned(self, dx: float, dy: float) -> ViewTransform:
        """Move the picture by device pixels, as far as its edges allow."""
        return replace(self, origin=(self.origin[0] + dx, self.origin[1] + dy))._placed()

    def centred_on(self, x: float, y: float) -> ViewTransform:
        """Bring a place, fractions of the picture, to the middle, as far as the picture's edges allow."""
        middle = (self.viewport[0] / 2, self.viewport[1] / 2)
        origin = (middle[0] - x * self._length(0), middle[1] - y * self._length(1))
        return replace(self, origin=origin)._placed()

    def visible_part(self) -> QRectF:
        """What the viewport shows of the picture, as fractions of it."""
        seen = self.visible_view_rect()
        if self.is_empty or seen.isEmpty():
            return QRectF()
        whole = self.picture_rect()
        left, top = (seen.x() - whole.x()) / whole.width(), (seen.y() - whole.y()) / whole.height()
        return QRectF(left, top, seen.width() / whole.width(), seen.height() / whole.height())

    def stop_above(self) -> float:
        """The next larger of the usual scales."""
        return next((stop for stop in STOPS if stop > self.scale * (1 + _SAME)), MAX_SCALE)

    def stop_below(self) -> float:
        """The next smaller of the usual scales, not below the smallest."""
        below = [stop for stop in STOPS if stop < self.scale * (1 - _SAME)]
        return max(below[-1] if below else 0.0, self.min_scale)

    def to_picture(self, x: float, y: float) -> QPointF:
        """The picture point under a device pixel."""
        left, top = self._snapped_origin()
        return QPointF((x - left) / self.scale, (y - top) / self.scale)

    def to_view(self, rect: QRectF) -> QRect:
        """A rectangle of picture pixels in whole device pixels, at least one each way."""
        left, top = self._snapped_origin()
        x, y = left + _rounded(rect.left() * self.scale), top + _rounded(rect.top() * self.scale)
        right, bottom = left + _rounded(rect.right() * self.scale), top + _rounded(rect.bottom() * self.scale)
        return QRect(x, y, max(right - x, 1), max(bottom - y, 1))

    def picture_rect(self) -> QRect:
        """The whole picture in device pixels, which may reach beyond the viewport."""
        return self.to_view(QRectF(0, 0, *self.picture))

    def visible_view_rect(self) -> QRect:
        """The part of the viewport that the picture covers, in device pixels."""
        return self.picture_rect().intersected(QRect(0, 0, *self.viewport))

    def request(self) -> ViewRequest | None:
        """What to render for this view; None when nothing is seen."""
        seen = self.visible_view_rect()
        if self.is_empty or seen.isEmpty():
            return None
        if self.scale >= 1:
            return self._request_by_picture_pixels(seen)
        return self._request_by_device_pixels(seen)

    def _request_by_picture_pixels(self, seen: QRect) -> ViewRequest:
        first = self.to_picture(seen.x(), seen.y())
        last = self.to_picture(seen.x() + seen.width(), seen.y() + seen.height())
        left, top = max(math.floor(first.x() + _SAME), 0), max(math.floor(first.y() + _SAME), 0)
        right = min(math.ceil(last.x() - _SAME), self.picture[0])
        bottom = min(math.ceil(last.y() - _SAME), self.picture[1])
        width, height = max(right - left, 1), max(bottom - top, 1)
        return ViewRequest(QRectF(left, top, width, height), self.scale, width, height)

    def _request_by_device_pixels(self, seen: QRect) -> ViewRequest:
        whole = self.picture_rect()
        first = self.to_picture(seen.x(), seen.y())
        last = self.to_picture(seen.x() + seen.width(), seen.y() + seen.height())
        # The picture rarely ends on a device pixel: its last one stands for the remainder.
        right = self.picture[0] if seen.right() == whole.right() else last.x()
        bottom = self.picture[1] if seen.bottom() == whole.bottom() else last.y()
        rect = QRectF(first.x(), first.y(), right - first.x(), bottom - first.y())
        return ViewRequest(rect, self.scale, seen.width(), seen.height())

    def _length(self, axis: int) -> float:
        return self.picture[axis] * self.scale

    def _snapped_origin(self) -> tuple[int, int]:
        """The origin on whole device pixels, so that sharp pictures are never resampled."""
        return _rounded(self.origin[0]), _rounded(self.origin[1])

    def _placed(self) -> ViewTransform:
        """Centre what is smaller than the viewport, keep the edges of what is larger outside it."""
        left, top = (self._placed_on(axis) for axis in (0, 1))
        return replace(self, origin=(left, top))

    def _placed_on(self, axis: int) -> float:
        slack = self.viewport[axis] - self._length(axis)
        return slack / 2 if slack >= 0 else min(max(self.origin[axis], slack), 0.0)


def _rounded(length: float) -> int:
    """Half up, always: `round` goes to even numbers, which would make a width depend on its place."""
    return math.floor(length + 0.5)
