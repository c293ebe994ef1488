"""What lies above and around the picture: its edge, the divider, labels, the focus and drop frames.

All of it is neutral, black and white with some transparency: it is seen on every picture, and
colours none. Places are device pixels; `unit` is device pixels per logical pixel.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from colorstudio.ui.theme import current_tokens

_HANDLE_RADIUS = 14.0
_LABEL_GAP = 12.0
_LABEL_PADDING = 8.0
_LABEL_GROUND = 165
"""Alpha of the ground of a label at rest: the least that keeps its word legible (4.5) on a white picture."""
_LIGHT_SURROUND = 150
_SHADOW = (70, 40, 20, 8)
"""Alpha of the rings around the picture, from the inside out."""


def paint_edge(painter: QPainter, picture: QRect, edge: QColor, unit: float) -> None:
    """A line and a thin shadow around the picture, so that a grey one ends somewhere."""
    ring = max(round(unit), 1)
    outer = QRect(picture)
    colour = QColor(edge)
    for alpha in _SHADOW:
        colour.setAlpha(alpha)
        larger = outer.adjusted(-ring, -ring, ring, ring)
        _fill_between(painter, larger, outer, colour)
        outer = larger


def _fill_between(painter: QPainter, outer: QRect, inner: QRect, colour: QColor) -> None:
    ring = inner.x() - outer.x()
    painter.fillRect(outer.x(), outer.y(), outer.width(), ring, colour)
    painter.fillRect(outer.x(), inner.y() + inner.height(), outer.width(), ring, colour)
    painter.fillRect(outer.x(), inner.y(), ring, inner.height(), colour)
    painter.fillRect(inner.x() + inner.width(), inner.y(), ring, inner.height(), colour)


def paint_divider(painter: QPainter, seen: QRect, x: int, unit: float, emphasis: float) -> None:
    """The line of the wipe and its round handle.

    Args:
        seen: the picture's visible part.
        x: the column of the line.
        emphasis: 0 at rest .. 1 under the pointer or in a drag.
    """
    line = max(round(unit), 1)
    shade = QColor(0, 0, 0, 90)
    painter.fillRect(x - line - line // 2, seen.y(), 3 * line, seen.height(), shade)
    painter.fillRect(x - line // 2, seen.y(), line, seen.height(), QColor(255, 255, 255, 230))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x + 0.5 * (line % 2), seen.y() + seen.height() / 2)
    painter.scale(unit, unit)
    _paint_handle(painter, emphasis)
    painter.restore()


def _paint_handle(painter: QPainter, emphasis: float) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 90), 3.5))
    painter.setBrush(QColor(24, 24, 24, round(130 + 70 * emphasis)))
    painter.drawEllipse(QPointF(0, 0), _HANDLE_RADIUS, _HANDLE_RADIUS)
    painter.setPen(QPen(QColor(255, 255, 255, 230), 1.5))
    painter.drawEllipse(QPointF(0, 0), _HANDLE_RADIUS, _HANDLE_RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 240))
    for side in (-1, 1):
        arrow = [QPointF(side * 9, 0), QPointF(side * 4, -4.5), QPointF(side * 4, 4.5)]
        painter.drawPolygon(QPolygonF(arrow))


def paint_cross(painter: QPainter, at: QPointF, unit: float) -> None:
    """A small cross with an open middle: where the pointer is in the other pane."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(unit, unit)
    for colour, width in ((QColor(0, 0, 0, 120), 3.0), (QColor(255, 255, 255, 230), 1.0)):
        painter.setPen(QPen(colour, width))
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(QPointF(3 * across, 3 * down), QPointF(9 * across, 9 * down))
    painter.restore()


def paint_label(painter: QPainter, text: str, room: QRect, at_right: bool, unit: float, emphasis: float) -> None:
    """A word in a corner of `room`, top right or top left; nothing where it does not fit."""
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.Medium)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text) + 2 * _LABEL_PADDING
    height = metrics.height() + _LABEL_PADDING
    if room.width() < (width + 2 * _LABEL_GAP) * unit or room.height() < (height + 2 * _LABEL_GAP) * unit:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room.x() + (room.width() if at_right else 0), room.y())
    painter.scale(unit, unit)
    left = -width - _LABEL_GAP if at_right else _LABEL_GAP
    pill = QRectF(left, _LABEL_GAP, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(24, 24, 24, round(_LABEL_GROUND + (220 - _LABEL_GROUND) * emphasis)))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(QColor(255, 255, 255))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def seen_on(surround: QColor) -> QColor:
    """What a frame on a surround is painted in: the theme's own on the darker ones, black on a light one."""
    return QColor(current_tokens().on_surround) if surround.lightness() < _LIGHT_SURROUND else QColor(24, 24, 24)


def paint_frame(painter: QPainter, widget: QRect, colour: QColor, thickness: int) -> None:
    """A frame within the edge of the widget, in logical pixels: the keyboard's focus, or files about to be dropped."""
    inner = widget.adjusted(thickness, thickness, -thickness, -thickness)
    _fill_between(painter, widget, inner, colour)
