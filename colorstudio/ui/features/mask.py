"""The mask of the current scan: painting it, showing it, and what can be done to all of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from colorstudio.core.steering import Mask, MaskStroke
from colorstudio.engine.mask_cover import CoverReady, CoverWanted, MaskCovers
from colorstudio.ui.actions import plain_text
from colorstudio.ui.canvas.hatched_marks import HatchedMarks
from colorstudio.ui.canvas.mask_brush import Brush, MaskMode
from colorstudio.ui.canvas.mask_tool import MaskTool
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.panels.mask_panel import MaskPanel
from colorstudio.ui.tool_box import HAND

_TOOL = "tool_mask"
_MARKS = "mask"
_PACE_MS = 120
"""Pause between two overlays of a stroke that is drawn: its colours follow the hand at once, and come first."""


class MaskFeature(QObject):
    """Keeps panel, tool, overlay and the current document's mask together."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._views = context.documents, context.views
        self._canvas, self._actions, self._tools = context.canvas, context.actions, context.tools
        self._side_panel = context.panel
        self.panel = MaskPanel(context.actions)
        self.tool = MaskTool(context.canvas, self)
        self._covers = MaskCovers(self)
        self._marks: HatchedMarks | None = None
        self._pace = QTimer(self, singleShot=True, interval=_PACE_MS)
        self._covered: Mask | None = None
        self._painted: Document | None = None
        self._before: Mask | None = None
        self._stroke_text = ""
        context.panel.add_section(self.panel)
        context.tools.add(_TOOL, self.tool)
        self._connect()
        self._on_documents_changed(None)

    def shutdown(self) -> None:
        """Wait until nothing is drawn any more."""
        self._covers.shutdown()

    def _connect(self) -> None:
        self._documents.current_changed.connect(self._on_documents_current_changed)
        self._documents.edit_changed.connect(self._on_documents_changed)
        self._documents.picture_changed.connect(self._on_documents_changed)
        self._documents.chroma_changed.connect(self._on_documents_changed)
        self._tools.chosen.connect(self._on_tools_chosen)
        self.panel.mode_chosen.connect(self._on_panel_mode_chosen)
        self.panel.brush_changed.connect(self.tool.set_brush)
        self.panel.base_chosen.connect(self._on_panel_base_chosen)
        self.panel.snap_chosen.connect(self._on_panel_snap_chosen)
        self.tool.brush_changed.connect(self._on_tool_brush_changed)
        self.tool.stroke_began.connect(self._on_tool_stroke_began)
        self.tool.stroke_drawn.connect(self._on_tool_stroke_drawn)
        self.tool.stroke_finished.connect(self._on_tool_stroke_finished)
        self.tool.stroke_given_up.connect(self._on_tool_stroke_given_up)
        self._covers.cover_ready.connect(self._on_covers_cover_ready)
        self._pace.timeout.connect(self._on_pace_timeout)
        self._actions["show_mask"].toggled.connect(self._show_cover)
        self._actions["invert_mask"].triggered.connect(self._on_invert)
        self._actions["clear_mask"].triggered.connect(self._on_clear)

    # -- the document

    @property
    def _mask(self) -> Mask | None:
        document = self._documents.current
        return document.edit.look.mask if document else None

    def _change(self, text: str, mask: Mask | None) -> None:
        self._documents.end_gesture()
        self._documents.change_look(text, mask=_needed(mask))

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        self.tool.forget()
        self._drop_cover()
        self._on_documents_changed(document)

    @Slot(object)
    def _on_documents_changed(self, document: Document | None) -> None:
        if document is not self._documents.current:
            return
        mask = self._mask
        has_picture = document is not None and document.info is not None
        self.tool.base = mask.base if mask else 1.0
        self.panel.set_mask(mask)
        self._actions.enable((_TOOL, "show_mask", "invert_mask"), has_picture)
        self._actions["clear_mask"].setEnabled(has_picture and mask is not None)
        self._show_cover()

    # -- the tool

    @Slot(str)
    def _on_tools_chosen(self, name: str) -> None:
        is_mine = name == _TOOL
        self.panel.set_mode(self.tool.brush.mode if is_mine else None)
        if not is_mine:
            self.tool.give_up()
        if is_mine:
            self._side_panel.reveal(self.panel)

    @Slot(object)
    def _on_panel_mode_chosen(self, mode: MaskMode | None) -> None:
        if mode is not None:
            self._set_brush(replace(self.tool.brush, mode=mode))
        self._tools.choose(_TOOL if mode is not None else HAND)
        self._canvas.setFocus()

    @Slot(object)
    def _on_tool_brush_changed(self, brush: Brush) -> None:
        self.panel.set_brush(brush)
        self.panel.set_mode(brush.mode)

    def _set_brush(self, brush: Brush) -> None:
        self.tool.set_brush(brush)
        self.panel.set_brush(brush)

    @Slot(bool)
    def _on_tool_stroke_began(self, erases: bool) -> None:
        self._painted, self._before = self._documents.current, self._mask or Mask()
        self._stroke_text = self._stroke_name(erases)
        self._documents.end_gesture()
        self._views.set_dragging(True)
        self._show_cover()

    @Slot(object)
    def _on_tool_stroke_drawn(self, stroke: MaskStroke) -> None:
        self._paint(stroke)

    @Slot(object)
    def _on_tool_stroke_finished(self, stroke: MaskStroke | None) -> None:
        if stroke is not None:
            self._paint(stroke)
        self._end_stroke()

    @Slot()
    def _on_tool_stroke_given_up(self) -> None:
        """Bring back what was there: the step of the history goes with it."""
        document = self._painted
        if document in self._documents.documents:
            edit = document.edit.with_look(mask=_needed(self._before))
            self._documents.change(self._stroke_text, edit, gesture=True, document=document)
        self._end_stroke()

    def _end_stroke(self) -> None:
        self._before = self._painted = None
        self._documents.end_gesture()
        self._views.set_dragging(False)
        self._show_cover()

    def _paint(self, stroke: MaskStroke) -> None:
        if self._before is not None:
            mask = replace(self._before, strokes=(*self._before.strokes, stroke))
            self._documents.change_look(self._stroke_text, gesture=True, mask=mask)

    def _stroke_name(self, erases: bool) -> str:
        if self.tool.brush.mode is MaskMode.GRADIENT:
            return self.tr("Mask gradient")
        return self.tr("Erase colour") if erases else self.tr("Paint colour in")

    # -- all of the mask

    @Slot(float)
    def _on_panel_base_chosen(self, base: float) -> None:
        text = self.tr("Colour everywhere") if base >= 0.5 else self.tr("Colour nowhere")
        self._change(text, replace(self._mask or Mask(), base=base))
        mode = self.tool.brush.mode
        if mode is not MaskMode.GRADIENT:
            self._set_brush(replace(self.tool.brush, mode=MaskMode.ERASER if base >= 0.5 else MaskMode.BRUSH))
        if self._tools.current == _TOOL:
            self.panel.set_mode(self.tool.brush.mode)

    @Slot(bool)
    def _on_panel_snap_chosen(self, snap: bool) -> None:
        self._change(self.tr("Snap mask to the scan"), replace(self._mask or Mask(), snap=snap))

    @Slot()
    def _on_invert(self) -> None:
        self._change(plain_text(self._actions["invert_mask"]), inverted(self._mask or Mask()))

    @Slot()
    def _on_clear(self) -> None:
        self._change(plain_text(self._actions["clear_mask"]), None)

    # -- the overlay

    @Slot()
    def _show_cover(self) -> None:
        """Have the overlay drawn if it is to be seen, or take it away."""
        document, mask = self._documents.current, self._mask
        is_wanted = self._actions["show_mask"].isChecked() or self.tool.is_drawing
        if not is_wanted or document is None or mask is None or document.base is None or document.chroma is None:
            self._drop_cover()
            return
        if self.tool.is_drawing and (self._pace.isActive() or self._covers.busy):
            return
        self._covered = mask
        self._covers.draw(CoverWanted(document.number, mask, document.base.before, document.chroma.chroma))

    @Slot()
    def _on_pace_timeout(self) -> None:
        if self.tool.is_drawing and self._mask is not self._covered:
            self._show_cover()
        else:
            self._canvas.update()

    def _drop_cover(self) -> None:
        self._marks = None
        self._canvas.set_marks(_MARKS, None)

    @Slot(object)
    def _on_covers_cover_ready(self, report: CoverReady) -> None:
        document = self._documents.current
        is_wanted = self._actions["show_mask"].isChecked() or self.tool.is_drawing
        if document is None or report.wanted.number != document.number or not is_wanted or self._mask is None:
            return
        if self._marks is None:
            self._marks = HatchedMarks(report.cover)
            self._canvas.set_marks(_MARKS, self._marks)
        else:
            self._marks.set_cover(report.cover)
            if not self.tool.is_drawing:  # else the next picture that follows the hand, or the timer, paints it
                self._canvas.update()
        self._pace.start()


def inverted(mask: Mask) -> Mask:
    """A mask that colours what `mask` leaves grey."""
    strokes = tuple(replace(each, amount=round(1.0 - each.amount, 4)) for each in mask.strokes)
    return replace(mask, base=round(1.0 - mask.base, 4), strokes=strokes)


def _needed(mask: Mask | None) -> Mask | None:
    """None for a mask that masks nothing."""
    return None if mask == Mask() else mask
