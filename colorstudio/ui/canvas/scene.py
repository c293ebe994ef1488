"""All that is painted on the canvas, and how: surround, pictures, marks, divider and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QColor, QPainter

from colorstudio.ui.canvas import overlay, wipe
from colorstudio.ui.canvas.layers import Layer, around
from colorstudio.ui.canvas.panes import Panes
from colorstudio.ui.canvas.tool import Marks, PictureFrame
from colorstudio.ui.canvas.view_transform import ViewTransform
from colorstudio.ui.canvas.wipe import CompareMode


@dataclass(frozen=True)
class Scene:
    """What is seen.

    Attributes:
        view: where the picture lies in each pane.
        panes: where those are.
        before, after: the pictures.
        mode: what the pane of the result shows.
        wipe: the divider's place.
        fade: 0..1, how far a new result has come.
        emphasis: 0 at rest .. 1: the divider is held.
        unit: device pixels per logical pixel.
        surround: the grey around the picture.
        edge: the colour of the picture's edge.
        pointer: a place in the panes that is marked in the pane without the pointer; None: none.
        pointed: the pane with the pointer.
    """

    view: ViewTransform
    panes: Panes
    before: Layer
    after: Layer
    mode: CompareMode
    wipe: float
    fade: float
    emphasis: float
    unit: float
    surround: QColor
    edge: QColor
    pointer: QPointF | None = None
    pointed: QRect | None = None

    @property
    def has_picture(self) -> bool:
        """Whether there is anything but the surround."""
        return not self.view.is_empty and self.before.base is not None

    def frame(self) -> PictureFrame:
        """Where marks are drawn: the picture in the pane of the result."""
        at = self.panes.result.topLeft()
        picture, seen = self.view.picture_rect().translated(at), self.view.visible_view_rect().translated(at)
        return PictureFrame(picture, seen, self.unit, self.view.scale)


def paint_scene(painter: QPainter, scene: Scene, canvas: QRect, marks: Iterable[Marks]) -> None:
    """Paint everything.

    Args:
        painter: in device pixels.
        scene: what is seen.
        canvas: the whole canvas, device pixels.
        marks: drawn over the result, in this order.
    """
    _paint_surround(painter, scene, canvas)
    if not scene.has_picture:
        return
    if scene.panes.original is not None:
        _paint_pane(painter, scene, scene.panes.original, CompareMode.BEFORE, ())
    _paint_pane(painter, scene, scene.panes.result, scene.mode, tuple(marks))


def _paint_surround(painter: QPainter, scene: Scene, canvas: QRect) -> None:
    holes = [_seen(scene, pane) for pane in scene.panes.all] if scene.has_picture else []
    parts = [canvas]
    for hole in holes:
        parts = [left for part in parts for left in around(part, hole)]
    for part in parts:
        painter.fillRect(part, scene.surround)
    if scene.panes.original is not None:
        for part in around(canvas, scene.panes.result):
            for between in around(part, scene.panes.original):
                painter.fillRect(between, scene.edge)


def _seen(scene: Scene, pane: QRect) -> QRect:
    return scene.view.visible_view_rect().translated(pane.topLeft())


def _paint_pane(painter: QPainter, scene: Scene, pane: QRect, mode: CompareMode, marks: tuple[Marks, ...]) -> None:
    painter.save()
    if scene.panes.original is not None:
        painter.setClipRect(pane)
    painter.translate(pane.topLeft())
    overlay.paint_edge(painter, scene.view.picture_rect(), scene.edge, scene.unit)
    _paint_picture(painter, scene, mode)
    painter.translate(-pane.topLeft())
    _paint_marks(painter, scene, marks)
    painter.translate(pane.topLeft())
    _paint_comparison(painter, scene, mode)
    if scene.pointer is not None and pane != scene.pointed:
        overlay.paint_cross(painter, scene.pointer, scene.unit)
    painter.restore()


def _paint_picture(painter: QPainter, scene: Scene, mode: CompareMode) -> None:
    left, right = wipe.sides(scene.view.visible_view_rect(), mode, scene.wipe)
    scene.before.paint(painter, scene.view, left)
    if scene.fade < 1:
        scene.before.paint(painter, scene.view, right)
    scene.after.paint(painter, scene.view, right, scene.fade)


def _paint_marks(painter: QPainter, scene: Scene, marks: tuple[Marks, ...]) -> None:
    frame = scene.frame()
    for each in marks:
        painter.save()
        each.paint(painter, frame)
        painter.restore()


def _paint_comparison(painter: QPainter, scene: Scene, mode: CompareMode) -> None:
    seen, unit, emphasis = scene.view.visible_view_rect(), scene.unit, scene.emphasis
    if mode is CompareMode.WIPE:
        before, after = wipe.sides(seen, mode, scene.wipe)
        overlay.paint_label(painter, _before_word(), before, True, unit, emphasis)
        overlay.paint_label(painter, _after_word(), after, False, unit, emphasis)
        overlay.paint_divider(painter, seen, wipe.divider_x(seen, scene.wipe), unit, emphasis)
    elif mode is CompareMode.BEFORE and scene.after.base is not None:
        overlay.paint_label(painter, _before_word(), seen, False, unit, emphasis)
    elif mode is CompareMode.COLOUR_ONLY:
        words = QCoreApplication.translate("Canvas", "Colour only")
        overlay.paint_label(painter, words, seen, False, unit, emphasis)
    elif scene.panes.original is not None:
        overlay.paint_label(painter, _after_word(), seen, False, unit, emphasis)


def _before_word() -> str:
    return QCoreApplication.translate("Canvas", "Before")


def _after_word() -> str:
    return QCoreApplication.translate("Canvas", "After")
