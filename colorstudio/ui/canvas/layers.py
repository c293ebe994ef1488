"""The pictures on the canvas: the whole one at low resolution, and the sharp visible part above it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from colorstudio.ui.canvas.view_transform import PIXELS_VISIBLE_FROM, ViewTransform

_SMALLEST = 32
"""A level of the pyramid is not halved to less than this along its longer side."""


class Pyramid:
    """A pixmap and its halvings; the one drawn is never shrunk by more than two.

    Qt's smooth scaling looks at four pixels only and would alias beyond that.
    """

    def __init__(self, image: QImage) -> None:
        self._levels = [QPixmap.fromImage(image)]

    def level_for(self, width: float) -> QPixmap:
        """The smallest level that is at least `width` device pixels wide, else the largest."""
        chosen = self._levels[0]
        for index in range(1, 16):
            level = self._level(index)
            if level is None or level.width() < width:
                break
            chosen = level
        return chosen

    def _level(self, index: int) -> QPixmap | None:
        if index == len(self._levels):
            last = self._levels[-1]
            if max(last.width(), last.height()) < 2 * _SMALLEST or min(last.width(), last.height()) < 2:
                return None
            half = last.size() / 2
            aspect, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._levels.append(last.scaled(half, aspect, smooth))
        return self._levels[index]


@dataclass
class _Still:
    """A layer as it lies in a view that stands still.

    Attributes:
        view: the one that was drawn last.
        pixmap: its visible part; None until it is drawn a second time.
    """

    view: ViewTransform | None = None
    pixmap: QPixmap | None = None


@dataclass
class Layer:
    """One side of the comparison: the picture before, or the picture after.

    Attributes:
        base: the whole picture, or None.
        detail: a sharp part of it, or None.
        detail_rect: where `detail` lies, in picture pixels.
    """

    base: Pyramid | None = None
    detail: QPixmap | None = None
    detail_rect: QRectF | None = None
    _still: _Still = field(default_factory=_Still, init=False)

    def set_base(self, image: QImage | None) -> None:
        """Show `image` as the whole picture; None for none."""
        self.base = Pyramid(image) if image is not None and not image.isNull() else None
        self._still = _Still()

    def set_detail(self, rect: QRectF, image: QImage | None) -> None:
        """Show `image` sharply at `rect` of the picture, instead of the detail before."""
        if image is None or image.isNull():
            self.clear_detail()
            return
        self.detail, self.detail_rect = QPixmap.fromImage(image), QRectF(rect)
        self._still = _Still()

    def clear_detail(self) -> None:
        """Drop the sharp part."""
        self.detail = self.detail_rect = None
        self._still = _Still()

    def paint(self, painter: QPainter, view: ViewTransform, clip: QRect, opacity: float = 1.0) -> None:
        """Draw what of this side lies within `clip`, in device pixels."""
        if self.base is None or clip.isEmpty() or opacity <= 0:
            return
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(opacity)
        if self._still.view != view:
            self._still = _Still(view)
            self._paint_parts(painter, view, clip)
        else:
            self._paint_still(painter, view, clip)
        painter.restore()

    def _paint_still(self, painter: QPainter, view: ViewTransform, clip: QRect) -> None:
        """Draw what was drawn before at this place: scaled once, however often a divider or a mark moves over it."""
        seen = view.visible_view_rect()
        if self._still.pixmap is None:
            self._still.pixmap = QPixmap(seen.size())
            own = QPainter(self._still.pixmap)
            own.translate(-seen.topLeft())
            self._paint_parts(own, view, seen)
            own.end()
        part = clip.intersected(seen)
        painter.drawPixmap(QPointF(part.topLeft()), self._still.pixmap, QRectF(part.translated(-seen.topLeft())))

    def _paint_parts(self, painter: QPainter, view: ViewTransform, clip: QRect) -> None:
        detail = view.to_view(self.detail_rect) if self.detail_rect is not None else None
        self._paint_base(painter, view, clip, detail)
        if detail is not None:
            self._paint_detail(painter, view, detail)

    def _paint_base(self, painter: QPainter, view: ViewTransform, clip: QRect, detail: QRect | None) -> None:
        """Draw the base, left out where the detail covers it: under a half opaque one it would shine through."""
        assert self.base is not None
        whole = view.picture_rect()
        pixmap = self.base.level_for(whole.width())
        across, down = pixmap.width() / whole.width(), pixmap.height() / whole.height()
        shows_pixels = view.scale >= PIXELS_VISIBLE_FROM and pixmap.width() >= view.picture[0]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not shows_pixels)
        for part in around(clip.intersected(whole), detail):
            left, top = (part.x() - whole.x()) * across, (part.y() - whole.y()) * down
            source = QRectF(left, top, part.width() * across, part.height() * down)
            painter.drawPixmap(QRectF(part), pixmap, source)

    def _paint_detail(self, painter: QPainter, view: ViewTransform, target: QRect) -> None:
        assert self.detail is not None
        if target.size() == self.detail.size():
            painter.drawPixmap(QPointF(target.topLeft()), self.detail)
            return
        is_smooth = view.scale < PIXELS_VISIBLE_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        painter.drawPixmap(target, self.detail)


def around(rect: QRect, hole: QRect | None) -> list[QRect]:
    """`rect` without `hole`, as at most four rectangles; with None, or a hole elsewhere, `rect` itself."""
    hole = rect.intersected(hole) if hole is not None else QRect()
    if hole.isEmpty():
        return [] if rect.isEmpty() else [rect]
    bottom, right = hole.y() + hole.height(), hole.x() + hole.width()
    parts = (
        QRect(rect.x(), rect.y(), rect.width(), hole.y() - rect.y()),
        QRect(rect.x(), bottom, rect.width(), rect.y() + rect.height() - bottom),
        QRect(rect.x(), hole.y(), hole.x() - rect.x(), hole.height()),
        QRect(right, hole.y(), rect.x() + rect.width() - right, hole.height()),
    )
    return [part for part in parts if not part.isEmpty()]
