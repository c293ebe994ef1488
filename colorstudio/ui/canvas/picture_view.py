"""The picture on its surround: what is shown of it, where, and how it is painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from colorstudio.ui.canvas import panes, wipe
from colorstudio.ui.canvas.fade import Fade
from colorstudio.ui.canvas.layers import Layer
from colorstudio.ui.canvas.panes import Panes
from colorstudio.ui.canvas.scene import Scene, paint_scene
from colorstudio.ui.canvas.tool import Marks, PictureFrame
from colorstudio.ui.canvas.view_transform import ViewRequest, ViewTransform
from colorstudio.ui.canvas.wipe import CompareMode
from colorstudio.ui.theme import current_tokens, theme_notifier

_MARGIN = 24
"""Logical pixels of surround around a fitted picture."""
_RESULT_FADE_MS = 250
_DIVIDER_FADE_MS = 120


class PictureView(QWidget):
    """One picture, before and after, zoomed and panned by calls; `Canvas` adds the hand.

    Attributes:
        animations: whether a result fades in; tests switch it off.
    """

    viewport_changed = Signal(object)
    """A ViewRequest: what is seen, or its scale, changed."""
    zoom_changed = Signal(float)
    """Device pixels per picture pixel."""
    wipe_changed = Signal(float)
    """The place of the divider, a fraction of the picture's visible width."""
    view_moved = Signal()
    """The picture lies elsewhere under the pointer, or shows another side there."""
    compare_mode_changed = Signal(object)
    """The CompareMode that is seen."""
    base_changed = Signal()
    """The whole picture is another one, or looks otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.animations = True
        self._view = ViewTransform()
        self._panes = Panes()
        self._surround: QColor | None = None
        self._before, self._after = Layer(), Layer()
        self._mode = CompareMode.AFTER
        self._wipe = 0.5
        self._is_holding_original = False
        self._last_request: ViewRequest | None = None
        self._marks: dict[str, Marks] = {}
        self._result_fade = Fade(_RESULT_FADE_MS, 0.0, self)
        self._divider_fade = Fade(_DIVIDER_FADE_MS, 0.0, self)
        self._request_timer = QTimer(self, singleShot=True, interval=0)
        self._result_fade.stepped.connect(self.update)
        self._divider_fade.stepped.connect(self.update)
        self._request_timer.timeout.connect(self._on_request_timer_timeout)
        theme_notifier().theme_changed.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)

    # What is shown

    def set_picture_size(self, width: int, height: int) -> None:
        """Show another picture of `width` x `height` pixels, fitted; (0, 0) for none. Drops all pixels."""
        self._before, self._after = Layer(), Layer()
        self._last_request = None
        self._set_view(self._view.with_picture(width, height))
        self._fit_viewport()
        self._request_timer.start()
        self.base_changed.emit()
        self.update()

    def set_base(self, before: QImage, after: QImage | None) -> None:
        """Show the whole picture at low resolution; an `after` where there was none fades in."""
        had_after = self._after.base is not None
        self._before.set_base(before)
        self._after.set_base(after)
        if self._after.base is None:
            self._after.clear_detail()
            self._result_fade.go_to(0.0, is_animated=False)
        elif not had_after:
            self._result_fade.go_to(0.0, is_animated=False)
            self._result_fade.go_to(1.0, is_animated=self.animations)
        self.base_changed.emit()
        self.update()

    def set_detail(self, rect: QRectF, before: QImage, after: QImage | None) -> None:
        """Show a part of the picture sharply, in place of the one before.

        Args:
            rect: the part, in picture pixels; for pixels that are not resampled, that of a ViewRequest.
            before, after: its pixels, of the same size; no `after` leaves the low resolution there.
        """
        self._before.set_detail(rect, before)
        self._after.set_detail(rect, after)
        self.update()

    def clear_detail(self) -> None:
        """Show the low resolution alone."""
        self._before.clear_detail()
        self._after.clear_detail()
        self.update()

    @property
    def compare_mode(self) -> CompareMode:
        """What is seen: the result, the scan, or both."""
        return self._mode

    def set_compare_mode(self, mode: CompareMode) -> None:
        """Show the result, the scan, or both."""
        if mode is self._mode:
            return
        self._mode = mode
        self._fit_viewport()
        self.compare_mode_changed.emit(mode)
        self.view_moved.emit()
        self.update()

    def set_surround(self, colour: QColor | None) -> None:
        """Put the picture on another grey; None: that of the theme."""
        self._surround = colour
        self.update()

    @property
    def surround(self) -> QColor:
        """The grey around the picture."""
        return self._surround or QColor(current_tokens().surround)

    @property
    def is_holding_original(self) -> bool:
        """Whether the original is shown for as long as something is held down."""
        return self._is_holding_original

    def set_holding_original(self, is_holding: bool) -> None:
        """Show the original while a key or a button is held, whatever the compare mode."""
        self._is_holding_original = is_holding
        self.update()

    @property
    def wipe(self) -> float:
        """The place of the divider, 0..1 of the picture's visible width."""
        return self._wipe

    def set_wipe(self, fraction: float) -> None:
        """Move the divider."""
        fraction = wipe.clamped(fraction)
        if fraction != self._wipe:
            self._wipe = fraction
            self.wipe_changed.emit(fraction)
            self.update()

    def set_marks(self, name: str, marks: Marks | None) -> None:
        """Draw `marks` over the picture, above those set before; None takes those of that name away."""
        self._marks.pop(name, None)
        if marks is not None:
            self._marks[name] = marks
        self.update()

    def picture_frame(self) -> PictureFrame | None:
        """Where the picture is; None for no picture."""
        return None if self._view.is_empty else self._scene().frame()

    def picture_size(self) -> QSize:
        """Width and height of the scan in its own pixels; empty for no picture."""
        return QSize(*self._view.picture)

    def overview(self, width: float) -> QPixmap | None:
        """The whole picture, coloured if it is, at least `width` device pixels wide if it is known so large."""
        pyramid = self._after.base or self._before.base
        return pyramid.level_for(width) if pyramid is not None else None

    # Zoom and pan

    @property
    def zoom(self) -> float:
        """Device pixels per picture pixel."""
        return self._view.scale

    @property
    def is_fitted(self) -> bool:
        """Whether the picture is fitted, and stays so when the window changes."""
        return self._view.is_fitted

    def view_request(self) -> ViewRequest | None:
        """What is worth rendering sharply now; None for no picture."""
        return self._view.request()

    def zoom_in(self) -> None:
        """To the next larger usual scale, around the middle."""
        self._zoom_at_centre(self._view.stop_above())

    def zoom_out(self) -> None:
        """To the next smaller usual scale, around the middle."""
        self._zoom_at_centre(self._view.stop_below())

    def zoom_to_fit(self) -> None:
        """The whole picture."""
        self._set_view(self._view.fitted())

    def zoom_to_actual(self) -> None:
        """One picture pixel on one pixel of the screen, around the middle."""
        self.zoom_to(1.0)

    def zoom_to(self, scale: float) -> None:
        """That many device pixels per picture pixel, within the limits, around the middle."""
        self._zoom_at_centre(scale)

    @property
    def can_pan(self) -> bool:
        """Whether there is more of the picture than is seen."""
        return self._view.can_pan

    def visible_part(self) -> QRectF:
        """What is seen of the picture, as fractions of it."""
        return self._view.visible_part()

    def centre_on(self, x: float, y: float) -> None:
        """Bring a place, fractions of the picture, to the middle, as far as the picture's edges allow."""
        self._set_view(self._view.centred_on(x, y))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels, as far as its edges allow."""
        unit = self.devicePixelRatioF()
        self._set_view(self._view.panned(dx * unit, dy * unit))

    def _zoom_at_centre(self, scale: float) -> None:
        width, height = self._view.viewport
        self._set_view(self._view.zoomed(scale, width / 2, height / 2))

    def _set_view(self, view: ViewTransform) -> None:
        if view == self._view:
            return
        old_scale, self._view = self._view.scale, view
        if view.scale != old_scale:
            self.zoom_changed.emit(view.scale)
        self._request_timer.start()
        self.view_moved.emit()
        self.update()

    def _fit_viewport(self) -> None:
        """Lay out the panes, and the picture in them."""
        unit = self.devicePixelRatioF()
        width, height = round(self.width() * unit), round(self.height() * unit)
        is_pair = self._mode is CompareMode.SIDE_BY_SIDE and not self._view.is_without_picture
        gap = max(round(panes.GAP * unit), 1)
        self._panes = Panes.two(width, height, gap, self._view.picture) if is_pair else Panes.one(width, height)
        pane = self._panes.result
        self._set_view(self._view.with_viewport(pane.width(), pane.height(), round(_MARGIN * unit)))

    @Slot()
    def _on_request_timer_timeout(self) -> None:
        request = self._view.request()
        if request is not None and request != self._last_request:
            self.viewport_changed.emit(request)
        self._last_request = request

    # The widget

    def sizeHint(self) -> QSize:
        """A size to start with; the layout gives the rest."""
        return QSize(960, 640)

    def event(self, event: QEvent) -> bool:
        """A move to a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_viewport()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, or keep what is in the middle."""
        self._fit_viewport()
        super().resizeEvent(event)

    # Painting

    def _shown_mode(self) -> CompareMode:
        """What the pane of the result shows."""
        if self._is_holding_original or self._after.base is None:
            return CompareMode.BEFORE
        return CompareMode.AFTER if self._mode is CompareMode.SIDE_BY_SIDE else self._mode

    def _pointed(self) -> tuple[QPointF | None, QRect | None]:
        """The place in the panes that the pointer is on, and the pane it is in; `Canvas` knows."""
        return None, None

    def _scene(self) -> Scene:
        pointer, pointed = self._pointed()
        return Scene(
            self._view,
            self._panes,
            self._before,
            self._after,
            self._shown_mode(),
            self._wipe,
            self._result_fade.level,
            self._divider_fade.level,
            self.devicePixelRatioF(),
            self.surround,
            QColor(current_tokens().picture_edge),
            pointer,
            pointed,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surround, the picture, and what lies above it."""
        unit = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / unit, 1 / unit)
        # At fractional densities the widget may reach a fraction of a pixel further.
        canvas = QRect(0, 0, round(self.width() * unit) + 1, round(self.height() * unit) + 1)
        paint_scene(painter, self._scene(), canvas, self._marks.values())
        painter.end()
