"""Keeps the canvas showing the current document: asks the worker for the pictures that are needed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Slot

from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import WHOLE, Rect, View, ViewPurpose, ViewRendered
from colorstudio.ui.canvas import Canvas, ViewRequest
from colorstudio.ui.document import Base, Document
from colorstudio.ui.document_controller import DocumentController

BASE_SIDE = 1280
"""Long side of the whole picture at low resolution, in pixels."""


class ViewController(QObject):
    """Turns documents and the viewport into requests, and drawn pictures into what the canvas shows.

    The whole picture is kept at low resolution; what is on screen is drawn sharply over it
    where that is not enough. While a slider is dragged, half the resolution does.
    """

    def __init__(
        self, engine: InferenceEngine, documents: DocumentController, canvas: Canvas, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._documents = documents
        self._canvas = canvas
        self._viewport: ViewRequest | None = None
        self._dragging = False
        documents.current_changed.connect(self._on_documents_current_changed)
        documents.picture_changed.connect(self._on_documents_picture_changed)
        documents.chroma_changed.connect(self._on_documents_result_changed)
        documents.edit_changed.connect(self._on_documents_result_changed)
        documents.activity_changed.connect(self._on_documents_activity_changed)
        engine.view_rendered.connect(self._on_engine_view_rendered)
        canvas.viewport_changed.connect(self._on_canvas_viewport_changed)

    def set_dragging(self, dragging: bool) -> None:
        """Draw quickly while a slider is dragged, and sharply when it is let go."""
        if dragging != self._dragging:
            self._dragging = dragging
            if not dragging:
                self._request_all()

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        self._viewport = None
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
    def _on_documents_result_changed(self, document: Document) -> None:
        if document is self._documents.current and document.chroma:
            self._request_all()

    @Slot(object)
    def _on_documents_activity_changed(self, document: Document) -> None:
        # Colours of other parameters stay until the new ones come; when none will come they go.
        if document is self._documents.current and not document.job and not document.chroma:
            self._request_all()

    @Slot(object)
    def _on_canvas_viewport_changed(self, viewport: ViewRequest) -> None:
        self._viewport = viewport
        self._request_detail()

    @Slot(object)
    def _on_engine_view_rendered(self, report: ViewRendered) -> None:
        document = self._documents.find(report.document)
        if document is None or report.source != document.source:
            return
        is_current = document is self._documents.current
        if report.view.purpose is ViewPurpose.BASE:
            self._take_base(document, report)
            if is_current:
                self._canvas.set_base(document.base.before, document.base.after)
        elif is_current and not self._keeps_older_colours(document, report):
            self._canvas.set_detail(_pixels(report.view.rect, document), report.before, report.after)

    def _take_base(self, document: Document, report: ViewRendered) -> None:
        after = document.base.after if self._keeps_older_colours(document, report) else report.after
        document.base = Base(report.before, after)

    def _keeps_older_colours(self, document: Document, report: ViewRendered) -> bool:
        """Whether colours of former parameters are shown until the ones that are being made come."""
        has_colours = document.base is not None and document.base.after is not None
        return report.after is None and has_colours and bool(document.job)

    def _show_picture(self, document: Document) -> None:
        self._canvas.clear_detail()
        self._canvas.set_picture_size(document.info.width, document.info.height)
        if document.base:
            self._canvas.set_base(document.base.before, document.base.after)

    def _request_all(self) -> None:
        needs_detail = self._request_detail()
        if not (self._dragging and needs_detail):
            self._request_base()

    def _request_base(self) -> None:
        document = self._documents.current
        if document and document.info:
            scale = base_scale(document) / (2 if self._dragging else 1)
            width, height = document.info.width, document.info.height
            self._render(document, ViewPurpose.BASE, WHOLE, width * scale, height * scale)

    def _request_detail(self) -> bool:
        """Ask for the visible part, if the base is too coarse for it; return whether it is."""
        document, viewport = self._documents.current, self._viewport
        if document is None or document.info is None or viewport is None:
            return False
        if viewport.scale <= base_scale(document) * 1.02 or viewport.rect.isEmpty():
            self._canvas.clear_detail()
            return False
        shrink = 2 if self._dragging else 1
        rect = _fractions(viewport.rect, document)
        self._render(document, ViewPurpose.DETAIL, rect, viewport.width / shrink, viewport.height / shrink)
        return True

    def _render(self, document: Document, purpose: ViewPurpose, rect: Rect, width: float, height: float) -> None:
        chroma = document.chroma.chroma if document.chroma else None
        size = max(1, round(width)), max(1, round(height))
        view = View(purpose, rect, *size, chroma, document.edit.adjustments)
        self._engine.render(document.number, document.source, view)


def base_scale(document: Document) -> float:
    """Return the scale of the base: pixels of it for each pixel of the scan, at most 1."""
    return min(1.0, BASE_SIDE / max(document.info.width, document.info.height))


def _fractions(rect: QRectF, document: Document) -> Rect:
    width, height = document.info.width, document.info.height
    return rect.left() / width, rect.top() / height, rect.right() / width, rect.bottom() / height


def _pixels(rect: Rect, document: Document) -> QRectF:
    width, height = document.info.width, document.info.height
    return QRectF(rect[0] * width, rect[1] * height, (rect[2] - rect[0]) * width, (rect[3] - rect[1]) * height)
