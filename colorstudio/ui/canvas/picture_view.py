"""The picture on its surround: what is shown of it, where, and how it is painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from colorstudio.ui.canvas import overlay, wipe
from colorstudio.ui.canvas.fade import Fade
from colorstudio.ui.canvas.layers import Layer, around
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.animations = True
        self._view = ViewTransform()
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
        self._request_timer.start()
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
        """What is seen: the result, the wipe, or the original."""
        return self._mode

    def set_compare_mode(self, mode: CompareMode) -> None:
        """Show the result, the wipe, or the original."""
        self._mode = mode
        self.view_moved.emit()
        self.update()

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
        if self._view.is_empty:
            return None
        view = self._view
        return PictureFrame(view.picture_rect(), view.visible_view_rect(), self.devicePixelRatioF(), view.scale)

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
        self._zoom_at_centre(1.0)

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
        unit = self.devicePixelRatioF()
        self._set_view(
            self._view.with_viewport(round(self.width() * unit), round(self.height() * unit), round(_MARGIN * unit))
        )

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
        if self._is_holding_original or self._after.base is None:
            return CompareMode.BEFORE
        return self._mode

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surround, the picture, and what lies above it."""
        tokens, unit = current_tokens(), self.devicePixelRatioF()
        has_picture = not self._view.is_empty and self._before.base is not None
        picture = self._view.picture_rect() if has_picture else None
        painter = QPainter(self)
        painter.scale(1 / unit, 1 / unit)
        width, height = self._view.viewport
        # At fractional densities the widget may reach a fraction of a pixel further.
        for part in around(QRect(0, 0, width + 1, height + 1), picture):
            painter.fillRect(part, QColor(tokens.surround))
        if picture is not None:
            overlay.paint_edge(painter, picture, tokens, unit)
            self._paint_picture(painter)
            self._paint_marks(painter)
            self._paint_comparison(painter, unit)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        left, right = wipe.sides(self._view.visible_view_rect(), self._shown_mode(), self._wipe)
        opacity = self._result_fade.level
        self._before.paint(painter, self._view, left)
        if opacity < 1:
            self._before.paint(painter, self._view, right)
        self._after.paint(painter, self._view, right, opacity)

    def _paint_marks(self, painter: QPainter) -> None:
        frame = self.picture_frame()
        for marks in self._marks.values():
            assert frame is not None
            painter.save()
            marks.paint(painter, frame)
            painter.restore()

    def _paint_comparison(self, painter: QPainter, unit: float) -> None:
        before_word = QCoreApplication.translate("Canvas", "Before")
        after_word = QCoreApplication.translate("Canvas", "After")
        seen, mode, emphasis = self._view.visible_view_rect(), self._shown_mode(), self._divider_fade.level
        if mode is CompareMode.WIPE:
            before, after = wipe.sides(seen, mode, self._wipe)
            overlay.paint_label(painter, before_word, before, True, unit, emphasis)
            overlay.paint_label(painter, after_word, after, False, unit, emphasis)
            overlay.paint_divider(painter, seen, wipe.divider_x(seen, self._wipe), unit, emphasis)
        elif mode is CompareMode.BEFORE and self._after.base is not None:
            overlay.paint_label(painter, before_word, seen, False, unit, emphasis)
