"""Keeps the canvas showing the current document: asks the worker for the pictures that are needed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtGui import QColorSpace

from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import WHOLE, JobFailed, JobFinished, Rect, View, ViewPurpose, ViewRendered
from colorstudio.ui.canvas import Canvas, CompareMode, ViewRequest
from colorstudio.ui.document import Base, Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.shown_pixels import ShownPixels

# The overview is shown alone up to this many times its own size.
_SHARP_ENOUGH = 1.02


HALF, THIRD = 2, 3
"""Pixels of the screen, along each side, that are drawn as one while something is dragged."""


class ViewController(QObject):
    """Turns documents and the viewport into requests, and drawn pictures into what the canvas shows.

    The whole picture is kept at low resolution; what is on screen is drawn sharply over it
    where that is not enough. While a slider is dragged, half the resolution does.

    Attributes:
        pixels: what is on the canvas, for reading colours.
    """

    pixels_changed = Signal()
    """Other pixels are on the canvas."""

    def __init__(
        self, engine: InferenceEngine, documents: DocumentController, canvas: Canvas, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._documents = documents
        self._canvas = canvas
        self.pixels = ShownPixels()
        self._screen: QColorSpace | None = None
        self._is_colour_only = False
        self._bases_on_screen: dict[int, tuple[Base, Base]] = {}
        self._viewport: ViewRequest | None = None
        self._dragging = False
        self._shrink = 1
        self._sharpening = 0
        self._unreadable: set[int] = set()
        documents.current_changed.connect(self._on_documents_current_changed)
        documents.document_removed.connect(self._on_documents_document_removed)
        documents.picture_changed.connect(self._on_documents_picture_changed)
        documents.detail_changed.connect(self._on_documents_detail_changed)
        documents.chroma_changed.connect(self._on_documents_result_changed)
        documents.edit_changed.connect(self._on_documents_result_changed)
        documents.activity_changed.connect(self._on_documents_activity_changed)
        engine.job_finished.connect(self._on_engine_job_ended)
        engine.job_failed.connect(self._on_engine_job_ended)
        engine.view_rendered.connect(self._on_engine_view_rendered)
        canvas.viewport_changed.connect(self._on_canvas_viewport_changed)
        canvas.compare_mode_changed.connect(self._on_canvas_compare_mode_changed)

    def set_dragging(self, dragging: bool, shrink: int = HALF) -> None:
        """Draw quickly while a slider is dragged, and sharply when it is let go.

        Args:
            dragging: whether one is.
            shrink: how many pixels of the screen are drawn as one meanwhile; `THIRD` for what changes every
                pixel's chroma or weight, so that nothing of the step before can be used again.
        """
        if dragging != self._dragging:
            self._dragging, self._shrink = dragging, shrink if dragging else 1
            if not dragging:
                self._request_all()

    def set_screen(self, space: QColorSpace | None) -> None:
        """Draw for a monitor with that colour space; None: for one that shows sRGB."""
        if space != self._screen:
            self._screen = space
            self._bases_on_screen.clear()
            self._request_all()

    @Slot(object)
    def _on_documents_document_removed(self, document: Document) -> None:
        self._bases_on_screen.pop(document.number, None)

    @Slot(object)
    def _on_canvas_compare_mode_changed(self, mode: CompareMode) -> None:
        is_colour_only = mode is CompareMode.COLOUR_ONLY
        if is_colour_only != self._is_colour_only:
            self._is_colour_only = is_colour_only
            self._request_all()

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        self._viewport = None
        self.pixels.clear()
        if document is None or document.info is None:
            self._canvas.set_picture_size(0, 0)
            return
        self._show_picture(document)
        if document.chroma is None:
            self._request_all()

    @Slot(object)
    def _on_documents_picture_changed(self, document: Document) -> None:
        if document is self._documents.current:
            self._show_picture(document)
            self._request_base()

    @Slot(object)
    def _on_documents_detail_changed(self, document: Document) -> None:
        if document is self._documents.current:
            self._request_detail()

    @Slot(object)
    def _on_documents_result_changed(self, document: Document) -> None:
        if document is self._documents.current and document.shown:
            self._request_all()

    @Slot(object)
    def _on_documents_activity_changed(self, document: Document) -> None:
        if document is not self._documents.current or document.job:
            return
        # Colours of other parameters stay until the new ones come; when none will come they go.
        if not document.chroma:
            self._request_all()
        else:
            self._sharpen_when_idle(document)

    @Slot(object)
    def _on_canvas_viewport_changed(self, viewport: ViewRequest) -> None:
        self._viewport = viewport
        self._request_detail()

    @Slot(object)
    def _on_engine_view_rendered(self, report: ViewRendered) -> None:
        document = self._documents.find(report.document)
        if document is None or report.source != document.source or not self._is_wanted(report.view):
            return
        is_current = document is self._documents.current
        if report.view.purpose is ViewPurpose.BASE:
            self._take_base(document, report)
            if is_current:
                self._show_base(document)
                is_colour_only = report.view.colour_only and report.after is not None
                self.pixels.set_base(report.before, report.after or document.base.after, is_colour_only)
                self._sharpen_when_idle(document)
        elif is_current and not self._keeps_older_colours(document, report):
            self._show_detail(document, report)
        self.pixels_changed.emit()

    def _is_wanted(self, view: View) -> bool:
        """Whether a picture is still of the kind that is shown; if not, another one is on its way."""
        return view.screen == self._screen and view.colour_only == self._is_colour_only

    def _show_base(self, document: Document) -> None:
        """Show the whole picture as it was drawn for this screen, or else for any."""
        assert document.base is not None
        drawn, on_screen = self._bases_on_screen.get(document.number, (None, document.base))
        shown = on_screen if drawn is document.base else document.base
        self._canvas.set_base(shown.before, shown.after)

    def _show_detail(self, document: Document, report: ViewRendered) -> None:
        before, after = report.on_screen
        x0, y0, x1, y1 = report.view.rect
        self._canvas.set_detail(_pixels(report.view.rect, document), before, after)
        rect = QRectF(x0, y0, x1 - x0, y1 - y0)
        self.pixels.set_detail(rect, report.before, report.after, report.view.colour_only)

    def _sharpen_when_idle(self, document: Document) -> None:
        """Have the scan read at full size once its colour is shown; any drawing interrupts that."""
        needs_it = not document.is_sharp and document.overview_scale < 1
        needs_it = needs_it and document.number not in self._unreadable
        if needs_it and not document.job and not self._sharpening:
            self._sharpening = self._engine.sharpen(document.number, document.source)

    @Slot(object)
    def _on_engine_job_ended(self, report: JobFinished | JobFailed) -> None:
        if report.job != self._sharpening:
            return
        self._sharpening = 0
        if isinstance(report, JobFailed):
            self._unreadable.add(report.document)  # said once; the overview still serves
        document = self._documents.current
        if document and report.document != document.number:
            self._sharpen_when_idle(document)

    def _take_base(self, document: Document, report: ViewRendered) -> None:
        """Keep the result for whoever needs it; what this screen is to show may look otherwise."""
        before, after = report.on_screen
        drawn, on_screen = self._bases_on_screen.get(document.number, (None, document.base))
        older = document.base.after if document.base else None
        if self._keeps_older_colours(document, report):
            after = on_screen.after if on_screen and drawn is document.base else older
            document.base = Base(report.before, older)
        else:
            document.base = Base(report.before, older if report.view.colour_only else report.after)
        self._bases_on_screen[document.number] = document.base, Base(before, after)

    def _keeps_older_colours(self, document: Document, report: ViewRendered) -> bool:
        """Whether colours of former parameters are shown until the ones that are being made come."""
        has_colours = document.base is not None and document.base.after is not None
        return report.after is None and has_colours and bool(document.job)

    def _show_picture(self, document: Document) -> None:
        self._clear_detail()
        self._canvas.set_picture_size(document.info.width, document.info.height)
        if document.base:
            self._show_base(document)
            self.pixels.set_base(document.base.before, document.base.after)
        self.pixels_changed.emit()

    def _clear_detail(self) -> None:
        self._canvas.clear_detail()
        self.pixels.clear_detail()

    def _request_all(self) -> None:
        needs_detail = self._request_detail()
        if not (self._dragging and needs_detail):
            self._request_base()

    def _request_base(self) -> None:
        document = self._documents.current
        if document and document.info:
            scale = document.overview_scale / self._shrink
            width, height = document.info.width, document.info.height
            self._render(document, ViewPurpose.BASE, WHOLE, width * scale, height * scale)

    def _request_detail(self) -> bool:
        """Ask for the visible part, if the base is too coarse for it; return whether it is."""
        document, viewport = self._documents.current, self._viewport
        if document is None or document.info is None or viewport is None:
            return False
        scale = document.overview_scale
        if scale == 1 or viewport.scale <= scale * _SHARP_ENOUGH or viewport.rect.isEmpty():
            self._clear_detail()
            return False
        if not document.is_sharp:
            return False
        rect = _fractions(viewport.rect, document)
        self._render(document, ViewPurpose.DETAIL, rect, viewport.width / self._shrink, viewport.height / self._shrink)
        return True

    def _render(self, document: Document, purpose: ViewPurpose, rect: Rect, width: float, height: float) -> None:
        chroma = document.shown.chroma if document.shown else None
        size = max(1, round(width)), max(1, round(height))
        look = document.edit.look
        view = View(purpose, rect, *size, chroma, look, self._is_colour_only, self._dragging, self._screen)
        self._engine.render(document.number, document.source, view)


def _fractions(rect: QRectF, document: Document) -> Rect:
    width, height = document.info.width, document.info.height
    return rect.left() / width, rect.top() / height, rect.right() / width, rect.bottom() / height


def _pixels(rect: Rect, document: Document) -> QRectF:
    width, height = document.info.width, document.info.height
    return QRectF(rect[0] * width, rect[1] * height, (rect[2] - rect[0]) * width, (rect[3] - rect[1]) * height)
