"""A picture that lies over the whole scan: the mask, the guess map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from colorstudio.ui.canvas.layers import Pyramid
from colorstudio.ui.canvas.tool import PictureFrame


class ImageMarks:
    """Draws `image` smoothly over the whole picture.

    Args:
        image: of any size, usually smaller than the scan; transparency is kept.
        opacity: 0..1, on top of the image's own.
    """

    def __init__(self, image: QImage, opacity: float = 1.0) -> None:
        self._pyramid = Pyramid(image)
        self._frame: PictureFrame | None = None
        self._still: QPixmap | None = None
        self.opacity = opacity

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Draw the visible part; in a view that stands still it is scaled once."""
        if frame.visible.isEmpty() or self.opacity <= 0:
            return
        painter.setOpacity(self.opacity)
        painter.setClipRect(frame.visible)
        if frame != self._frame:
            self._frame, self._still = frame, None
            self._stretch(painter, frame)
            return
        if self._still is None:
            self._still = QPixmap(frame.visible.size())
            self._still.fill(Qt.GlobalColor.transparent)
            own = QPainter(self._still)
            own.translate(-frame.visible.topLeft())
            self._stretch(own, frame)
            own.end()
        painter.drawPixmap(QPointF(frame.visible.topLeft()), self._still)

    def _stretch(self, painter: QPainter, frame: PictureFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pixmap = self._pyramid.level_for(frame.picture.width())
        source = _part(frame.picture, frame.visible, pixmap.width(), pixmap.height())
        painter.drawPixmap(QRectF(frame.visible), pixmap, source)


def _part(whole: QRect, part: QRect, width: int, height: int) -> QRectF:
    """Return the part of an image of `width` x `height`, laid over `whole`, that `part` covers."""
    across, down = width / whole.width(), height / whole.height()
    left, top = (part.x() - whole.x()) * across, (part.y() - whole.y()) * down
    return QRectF(left, top, part.width() * across, part.height() * down)
