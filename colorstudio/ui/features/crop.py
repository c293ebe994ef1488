"""Cropping the current scan: the part that is exported."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from colorstudio.core.steering import Crop
from colorstudio.ui.actions import plain_text
from colorstudio.ui.canvas.crop_tool import CropMarks, CropTool
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.panels.crop_bar import CropBar
from colorstudio.ui.tool_box import HAND

_NAME = "tool_crop"


class CropFeature(QObject):
    """The crop tool, its bar, and what is darkened when no one is cropping.

    Whoever takes another tool has accepted the crop; undo brings the former one back.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._canvas, self._documents, self._tools = context.canvas, context.documents, context.tools
        self._actions = context.actions
        self._drawing: Document | None = None
        self._begun_with: Crop | None = None
        self.tool, self.bar = CropTool(context.canvas), CropBar(context.canvas)
        context.tools.add(_NAME, self.tool)
        context.tools.chosen.connect(self._on_tools_chosen)
        context.actions["remove_crop"].triggered.connect(self._on_remove_triggered)
        self.tool.box_changed.connect(self._on_tool_box_changed)
        self.tool.accepted.connect(self._on_accepted)
        self.tool.discarded.connect(self._on_discarded)
        self.bar.accepted.connect(self._on_accepted)
        self.bar.discarded.connect(self._on_discarded)
        self.bar.removed.connect(self._on_bar_removed)
        self.bar.ratio_chosen.connect(self._on_bar_ratio_chosen)
        self._documents.current_changed.connect(self._on_documents_changed)
        self._documents.edit_changed.connect(self._on_documents_changed)
        self._documents.picture_changed.connect(self._on_documents_changed)
        self._on_documents_changed(None)

    @Slot(str)
    def _on_tools_chosen(self, name: str) -> None:
        if name == _NAME and self._drawing is None:
            self._begin()
        elif name != _NAME and self._drawing is not None:
            self._end(self.tool.crop)

    def _begin(self) -> None:
        document = self._documents.current
        if document is None or document.info is None:
            self._tools.choose(HAND)
            return
        self._drawing, self._begun_with = document, document.edit.crop
        self.bar.choose_any_shape()
        self.tool.begin(document.edit.crop, (document.info.width, document.info.height))
        self.bar.show()
        self.bar.raise_()
        self._canvas.setFocus()
        self._show_marks()

    def _end(self, crop: Crop | None) -> None:
        document, self._drawing = self._drawing, None
        self.bar.hide()
        if document is not None and crop != document.edit.crop:
            text = plain_text(self._actions[_NAME] if crop else self._actions["remove_crop"])
            self._documents.change(text, replace(document.edit, crop=crop), document=document)
        self._show_marks()

    @Slot()
    def _on_accepted(self) -> None:
        self._tools.choose(HAND)

    @Slot()
    def _on_discarded(self) -> None:
        if self._drawing is not None:
            self._end(self._drawing.edit.crop)
        self._tools.choose(HAND)

    @Slot()
    def _on_bar_removed(self) -> None:
        if self._drawing is not None:
            self._end(None)
        self._tools.choose(HAND)

    @Slot()
    def _on_remove_triggered(self) -> None:
        document = self._documents.current
        if document is not None:
            self._documents.change(plain_text(self._actions["remove_crop"]), replace(document.edit, crop=None))

    @Slot(float)
    def _on_bar_ratio_chosen(self, ratio: float) -> None:
        info = self._drawing.info if self._drawing else None
        if info is None:
            return
        own = info.width / info.height
        as_it_lies = ratio if own >= 1 else 1 / ratio if ratio > 0 else 0
        self.tool.set_ratio(None if ratio == 0 else own if ratio < 0 else as_it_lies)

    @Slot()
    def _on_tool_box_changed(self) -> None:
        info = self._drawing.info if self._drawing else None
        if info is not None:
            box = self.tool.box
            self.bar.set_size(int(box.width), int(box.height), (info.width, info.height))

    @Slot(object)
    def _on_documents_changed(self, _document: Document | None) -> None:
        """Follow undo, turns and another scan: what was being drawn belongs to the picture as it was."""
        if self._drawing is not None and not self._still_fits(self._drawing):
            self._on_discarded()
        self._show_marks()

    def _still_fits(self, document: Document) -> bool:
        is_same = document is self._documents.current and document.edit.crop == self._begun_with
        return is_same and document.info is not None and self.tool.size == (document.info.width, document.info.height)

    def _show_marks(self) -> None:
        document = self._documents.current
        crop = document.edit.crop if document is not None else None
        self._actions["remove_crop"].setEnabled(crop is not None and self._drawing is None)
        is_shown = crop is not None and self._drawing is None
        self._canvas.set_marks("crop", CropMarks(crop) if is_shown else None)
