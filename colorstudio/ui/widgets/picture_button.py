"""A picture that can be chosen: as large as its place lets it be, on neutral grey."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from colorstudio.ui.theme.tokens import current_tokens

_MARGIN = 8
_RING = 2


class PictureButton(QAbstractButton):
    """Shows a picture, scaled to fit; it never makes its place larger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)

    def set_picture(self, image: QImage | None) -> None:
        """Show a picture; None: nothing yet."""
        self._pixmap = QPixmap() if image is None or image.isNull() else QPixmap.fromImage(image)
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is one."""
        return not self._pixmap.isNull()

    def sizeHint(self) -> QSize:
        """A usual picture."""
        return QSize(480, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the picture, and a ring where the focus or the pointer is."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(tokens.surround))
        if self.has_picture:
            inner = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            place = QRect(QPoint(0, 0), self._pixmap.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio))
            place.moveCenter(inner.center())
            painter.drawPixmap(place, self._pixmap)
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            painter.setPen(QPen(QColor(tokens.focus if self.hasFocus() else tokens.outline), _RING))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def enterEvent(self, event) -> None:
        """Show the ring."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event) -> None:
        """Hide the ring."""
        self.update()
        super().leaveEvent(event)
