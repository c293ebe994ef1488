"""The marks of the hints: small rings filled with the hint's colour, readable on any picture.

A documented hint has a whole ring and a badge with a tick, an undocumented one a dashed ring: they
are told apart by shape, not by colour. The selected one is larger, shows its extent, its number and a handle.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from colorstudio.core.steering import Hint
from colorstudio.ui.canvas.hint_geometry import RING, handle_place, mark_place
from colorstudio.ui.canvas.tool import PictureFrame
from colorstudio.ui.canvas.wipe import CompareMode

if TYPE_CHECKING:
    from colorstudio.ui.canvas.picture_view import PictureView

_SHADE = QColor(0, 0, 0, 150)
_LINE = QColor(255, 255, 255)
_DASHES = [2.2, 1.9]
"""Dashes and gaps, in widths of the line."""
_TICK = ((-2.6, 0.2), (-0.7, 2.1), (2.8, -1.9))
_BADGE = 5.5
_EMPHASIS = 1.25
"""How much larger the mark of the selected hint is."""


class HintMarks:
    """Draws the hints of the picture that is shown; knows which is selected and which is under the pointer.

    Args:
        canvas: asked whether the original is shown, over which there are no marks.
    """

    def __init__(self, canvas: PictureView) -> None:
        self._canvas = canvas
        self.hints: tuple[Hint, ...] = ()
        self.colours: tuple[QColor, ...] = ()
        self.selected = -1
        self.hovered = -1
        self.is_visible = True

    def show(self, hints: Sequence[Hint], colours: Sequence[QColor], selected: int) -> None:
        """Draw these from now on.

        Args:
            hints: all of the picture.
            colours: of each, at the lightness of its place.
            selected: index of one; -1: none.
        """
        self.hints, self.colours, self.selected = tuple(hints), tuple(colours), selected
        self.hovered = self.hovered if self.hovered < len(self.hints) else -1
        self._canvas.update()

    def set_hovered(self, index: int) -> None:
        """Show the number of the hint under the pointer; -1: none."""
        if index != self.hovered:
            self.hovered = index
            self._canvas.update()

    def set_visible(self, is_visible: bool) -> None:
        """Hide all, or show them again."""
        self.is_visible = is_visible
        self._canvas.update()

    @property
    def are_seen(self) -> bool:
        """Whether there is anything that could be taken hold of."""
        shows_result = self._canvas.compare_mode is not CompareMode.BEFORE and not self._canvas.is_holding_original
        return self.is_visible and shows_result

    def paint(self, painter: QPainter, frame: PictureFrame) -> None:
        """Draw all, the selected one last."""
        if not self.are_seen:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        order = sorted(range(len(self.hints)), key=lambda index: index == self.selected)
        for index in order:
            self._paint_hint(painter, frame, index)

    def _paint_hint(self, painter: QPainter, frame: PictureFrame, index: int) -> None:
        hint, is_selected = self.hints[index], index == self.selected
        if is_selected or len(hint.points) > 1:
            _paint_extent(painter, hint, frame, is_selected)
        if is_selected:
            _paint_handle(painter, handle_place(hint, frame), frame.unit)
        painter.save()
        painter.translate(mark_place(hint, frame))
        painter.scale(frame.unit, frame.unit)
        if is_selected or index == self.hovered:
            _paint_number(painter, index + 1, is_selected)
        if is_selected:
            painter.scale(_EMPHASIS, _EMPHASIS)
        paint_ring(painter, self.colours[index], hint.is_documented)
        painter.restore()


def paint_ring(painter: QPainter, colour: QColor, is_documented: bool) -> None:
    """A mark around the origin, in logical pixels: a whole ring with a badge, or a dashed one."""
    painter.setPen(QPen(_SHADE, 4.5))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(), RING, RING)
    ring = QPen(_LINE, 2)
    if not is_documented:
        ring.setDashPattern(_DASHES)
        ring.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(ring)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(), RING, RING)
    if is_documented:
        painter.save()
        painter.translate(RING * 0.85, -RING * 0.85)
        _paint_badge(painter)
        painter.restore()


def _paint_badge(painter: QPainter) -> None:
    painter.setPen(QPen(_SHADE, 1))
    painter.setBrush(_LINE)
    painter.drawEllipse(QPointF(), _BADGE, _BADGE)
    painter.setPen(_round_pen(QColor(0, 0, 0), 1.6))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in _TICK]))


def _paint_extent(painter: QPainter, hint: Hint, frame: PictureFrame, is_selected: bool) -> None:
    """The edge of what the hint covers in the picture: shaded white, so that it is seen on anything."""
    outline = extent_path(hint, frame)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_SHADE, 3 * frame.unit))
    painter.drawPath(outline)
    line = QColor(_LINE)
    line.setAlpha(255 if is_selected else 150)
    painter.setPen(QPen(line, frame.unit))
    painter.drawPath(outline)


def extent_path(hint: Hint, frame: PictureFrame) -> QPainterPath:
    """What the hint covers, on the screen; a thin one is shown a little wider than it is."""
    radius = max(hint.radius * frame.short_side, 1.5 * frame.unit)
    corners = [frame.to_view(*point) for point in hint.points]
    path = QPainterPath()
    if len(corners) == 1:
        path.addEllipse(corners[0], radius, radius)
        return path
    for corner in corners:
        dot = QPainterPath()
        dot.addEllipse(corner, radius, radius)
        path = path.united(dot)
    for start, end in pairwise(corners):
        path = path.united(_band(start, end, radius))
    return path.simplified()


def _band(start: QPointF, end: QPointF, radius: float) -> QPainterPath:
    along = end - start
    length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6)
    side = QPointF(-along.y(), along.x()) * (radius / length)
    band = QPainterPath()
    band.addPolygon(QPolygonF([start + side, end + side, end - side, start - side, start + side]))
    return band


def _paint_handle(painter: QPainter, place: QPointF, unit: float) -> None:
    painter.save()
    painter.translate(place)
    painter.scale(unit, unit)
    painter.setPen(QPen(_SHADE, 3))
    painter.setBrush(_LINE)
    painter.drawRect(QRectF(-3.5, -3.5, 7, 7))
    painter.setPen(QPen(QColor(40, 40, 40), 1))
    painter.drawRect(QRectF(-3.5, -3.5, 7, 7))
    painter.restore()


def _paint_number(painter: QPainter, number: int, is_selected: bool) -> None:
    font = QFont(painter.font())
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.DemiBold)
    text = QPainterPath()
    text.addText(QPointF(0, 0), font, str(number))
    box = text.boundingRect()
    text.translate(-box.center().x(), (RING * (_EMPHASIS if is_selected else 1)) + 8 - box.top())
    painter.setPen(_round_pen(_SHADE, 4))
    painter.setBrush(_SHADE)
    painter.drawPath(text)
    painter.fillPath(text, _LINE)


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
