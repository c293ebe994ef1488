"""A small picture of the whole scan in a corner of the canvas, with a frame around what is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from colorstudio.ui.canvas.picture_view import PictureView
from colorstudio.ui.widgets.retranslated import Retranslated

_LONG_SIDE = 168
_LARGEST_SHARE = 0.25
"""Of the canvas, along each side."""
_MARGIN = 16
_SMALLEST_FRAME = 6.0
_VEIL = QColor(0, 0, 0, 110)


def map_size(picture: QSize, canvas: QSize) -> QSize:
    """The size of the map, in logical pixels, of a picture on a canvas."""
    width, height = (min(_LONG_SIDE, round(side * _LARGEST_SHARE)) for side in (canvas.width(), canvas.height()))
    room = QSize(width, height)
    size = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return QSize(max(size.width(), 8), max(size.height(), 8))


class MiniMap(Retranslated, QWidget):
    """Is seen while there is more of the picture than the canvas shows. A click or a drag moves the view.

    Args:
        canvas: lies below it.
    """

    def __init__(self, canvas: PictureView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._is_wanted = True
        self._grabbed: QPointF | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.installEventFilter(self)
        canvas.view_moved.connect(self._on_canvas_changed)
        canvas.base_changed.connect(self._on_canvas_changed)
        self.retranslate()
        self._on_canvas_changed()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Overview map"))
        self.setToolTip(self.tr("Click or drag to move what is seen"))

    def set_wanted(self, is_wanted: bool) -> None:
        """Show the map when it is of use, or never."""
        self._is_wanted = is_wanted
        self._on_canvas_changed()

    def frame(self) -> QRectF:
        """Where what is seen lies on the map, in logical pixels."""
        seen = self._canvas.visible_part()
        across, down = self.width(), self.height()
        frame = QRectF(seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down)
        wider, taller = max(_SMALLEST_FRAME - frame.width(), 0) / 2, max(_SMALLEST_FRAME - frame.height(), 0) / 2
        return frame.adjusted(-wider, -taller, wider, taller)

    @Slot()
    def _on_canvas_changed(self) -> None:
        picture = self._canvas.picture_size()
        is_shown = self._is_wanted and self._canvas.can_pan and self._canvas.overview(1) is not None
        if is_shown:
            size = map_size(picture, self._canvas.size())
            corner = self._canvas.rect().bottomRight()
            self.setGeometry(
                corner.x() - _MARGIN - size.width(), corner.y() - _MARGIN - size.height(), size.width(), size.height()
            )
        self.setVisible(is_shown)
        self.update()

    # The hand

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self._on_canvas_changed()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """What lies below is not pointed at any more."""
        QApplication.sendEvent(self._canvas, QEvent(QEvent.Type.Leave))
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame, or bring it to the pointer."""
        frame = self.frame()
        inside = frame.contains(event.position())
        self._grabbed = event.position() - frame.center() if inside else QPointF()
        self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame."""
        if self._grabbed is not None:
            self._move_to(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    def _move_to(self, pointer: QPointF) -> None:
        assert self._grabbed is not None
        middle = pointer - self._grabbed
        self._canvas.centre_on(middle.x() / self.width(), middle.y() / self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the middle of what is seen."""
        if event.angleDelta().y() > 0:
            self._canvas.zoom_in()
        elif event.angleDelta().y() < 0:
            self._canvas.zoom_out()
        event.accept()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, darkened where it is not seen, and the frame."""
        pixmap = self._canvas.overview(self.width() * self.devicePixelRatioF())
        if pixmap is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), pixmap)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        frame = self.frame().intersected(inside)
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        veil.addRect(frame)
        painter.fillPath(veil, _VEIL)
        for colour, width in ((QColor(0, 0, 0, 140), 3.0), (QColor(255, 255, 255, 235), 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(frame)
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
