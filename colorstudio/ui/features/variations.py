"""Choosing another variation for the picture, or for a region of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from colorstudio.core.steering import Look, Patch, Point
from colorstudio.engine.messages import (
    ChromaChoice,
    ChromaReady,
    JobFailed,
    JobFinished,
    ModelsListed,
    ModelSummary,
    ScanSource,
    VariationReady,
)
from colorstudio.ui.actions import plain_text
from colorstudio.ui.canvas.lasso_tool import LassoTool, PatchMarks
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document, wordless
from colorstudio.ui.panels.variations_panel import VariationsPanel
from colorstudio.ui.panels.variations_sheet import VariationsSheet
from colorstudio.ui.tool_box import HAND
from colorstudio.ui.variations import (
    SEEDS_AT_ONCE,
    Kind,
    Variation,
    caption,
    find_model,
    full_name,
    index_of,
    patch_of,
    variations_of,
    whole,
)

_TOOL, _MARKS = "tool_lasso", "patches"
_LOOK_RESTS_MS = 400
"""The tiles take another look on when no slider has moved for so long."""
_USUAL_FEATHER = 0.02
"""Of the short side, as a region of a recipe has it that says nothing."""


class VariationsFeature(QObject):
    """Keeps section, sheet, lasso and the current document's choice together."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._documents, self._engine, self._canvas = context.documents, context.engine, context.canvas
        self._action = context.actions["show_variations"]
        self._models: tuple[ModelSummary, ...] = ()
        self._variations: tuple[Variation, ...] = ()
        self._about: tuple[int, ScanSource, ChromaChoice] | None = None
        self._look: Look | None = None
        self._ready: dict[int, ChromaReady] = {}
        self._job = 0
        self._seeds = SEEDS_AT_ONCE
        self._look_timer = QTimer(self, singleShot=True, interval=_LOOK_RESTS_MS)
        self.panel = VariationsPanel(context.actions)
        self.sheet = VariationsSheet()
        self.sheet.hide()
        self.tool, self.marks = LassoTool(context.canvas), PatchMarks()
        context.panel.add_section(self.panel)
        context.tools.add(_TOOL, self.tool)
        self._connect_window()
        self._connect_parts()
        self._on_documents_changed(None)

    def _connect_window(self) -> None:
        self._action.toggled.connect(self._on_action_toggled)
        self._context.actions["clear_patches"].triggered.connect(self._on_clear_patches)
        self._context.tools.chosen.connect(self._on_tools_chosen)
        self._engine.models_listed.connect(self._on_engine_models_listed)
        self._engine.variation_ready.connect(self._on_engine_variation_ready)
        self._engine.job_finished.connect(self._on_engine_job_ended)
        self._engine.job_failed.connect(self._on_engine_job_ended)
        self._documents.current_changed.connect(self._on_documents_current_changed)
        for changed in (self._documents.edit_changed, self._documents.picture_changed, self._documents.chroma_changed):
            changed.connect(self._on_documents_changed)
        self._look_timer.timeout.connect(self._on_look_timer_timeout)

    def _connect_parts(self) -> None:
        tiles = self.sheet.tiles
        tiles.hovered.connect(self._on_tiles_hovered)
        tiles.selected.connect(self._on_tiles_selected)
        self.sheet.whole_wanted.connect(self._on_sheet_whole_wanted)
        self.sheet.region_wanted.connect(self._on_sheet_region_wanted)
        self.sheet.more_wanted.connect(self._on_sheet_more_wanted)
        self.sheet.close_wanted.connect(self._on_sheet_close_wanted)
        self.tool.region_drawn.connect(self._on_tool_region_drawn)
        self.tool.place_clicked.connect(self._on_tool_place_clicked)
        self.tool.delete_wanted.connect(self._on_tool_delete_wanted)
        self.tool.discarded.connect(self._on_tool_discarded)
        self.panel.region_selected.connect(self._on_panel_region_selected)
        self.panel.region_changed.connect(self._on_panel_region_changed)
        self.panel.editing_finished.connect(self._on_panel_editing_finished)
        self.panel.remove_wanted.connect(self._on_panel_remove_wanted)

    # -- the document

    @property
    def _patches(self) -> tuple[Patch, ...]:
        document = self._documents.current
        return document.edit.choice.patches if document else ()

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        self._set_pending(())
        self.panel.select(-1)
        self._on_documents_changed(document)

    @Slot(object)
    def _on_documents_changed(self, document: Document | None) -> None:
        if document is not self._documents.current:
            return
        opened = document is not None and document.info is not None
        self._context.actions.enable(("show_variations", _TOOL), opened)
        self._context.actions["clear_patches"].setEnabled(bool(self._patches))
        self.panel.set_patches(self._patches)
        self._show_marks()
        self._refresh()

    # -- the sheet

    @Slot(bool)
    def _on_action_toggled(self, is_on: bool) -> None:
        if is_on:
            self._context.drawer.pull_out(self.sheet)
            self._refresh()
            self.sheet.tiles.setFocus()
        else:
            self._documents.show_preview(None)
            self._forget_tiles()
            self._set_pending(())
            self._context.drawer.put_away()
            self._canvas.setFocus()

    def _refresh(self) -> None:
        """Bring the sheet in line with the current document; ask for what is missing once that is coloured."""
        document = self._documents.current
        if not self._action.isChecked():
            return
        if document is None:
            self._forget_tiles()
            self._action.setChecked(False)
            return
        about = self._subject(document)
        choice = document.edit.choice
        if about != self._about or index_of(choice, self._variations, self._models) < 0:
            self._forget_tiles()
            if document.is_coloured and self._models:
                self._begin(document)
        elif document.edit.look != self._look:
            self._look_timer.start()
        self._show_choice()

    def _subject(self, document: Document) -> tuple[int, ScanSource, ChromaChoice]:
        """What all tiles have in common: scan, orientation and hints."""
        hints = wordless(document.edit.choice).hints
        return document.number, document.source, ChromaChoice("", hints=hints)

    def _begin(self, document: Document) -> None:
        self._about = self._subject(document)
        self._variations = variations_of(document.edit.choice, self._models, self._seeds)
        words = [caption(each, self._models) for each in self._variations]
        descriptions = [full_name(each.choice, self._models) for each in self._variations]
        self.sheet.tiles.set_words(words, descriptions)
        model = find_model(self._models, document.edit.choice.model)
        self.sheet.allow_more(model is not None and model.has_variations)
        self._ask(document)

    def _ask(self, document: Document) -> None:
        self._look = document.edit.look
        choices = [each.choice for each in self._variations]
        device = self._context.preferences.settings.device
        self._job = self._engine.vary(document.number, document.source, choices, device, self._look)
        self.sheet.set_progress(len(self._ready), len(choices))

    def _forget_tiles(self) -> None:
        self._engine.cancel(self._job)
        self._job = 0
        self._about, self._variations = None, ()
        self._ready.clear()
        self._look_timer.stop()
        self._documents.show_preview(None)
        self.sheet.tiles.set_words((), ())
        self.sheet.set_progress(0, 0)

    def _show_choice(self) -> None:
        """Mark the tile in use, and enable what can be done with the chosen one."""
        document, tiles = self._documents.current, self.sheet.tiles
        if document is None or not self._variations:
            self.sheet.allow(whole=False, region=False)
            return
        in_use, row = index_of(document.edit.choice, self._variations, self._models), tiles.currentRow()
        tiles.set_in_use(in_use)
        is_ready = row in self._ready
        self.sheet.allow(whole=is_ready and row != in_use, region=is_ready)

    @Slot()
    def _on_look_timer_timeout(self) -> None:
        document = self._documents.current
        if document is not None and self._variations and document.edit.look != self._look:
            self._ask(document)

    @Slot(object)
    def _on_engine_models_listed(self, report: ModelsListed) -> None:
        self._models = report.models
        self.panel.set_models(report.models)
        self._forget_tiles()
        self._refresh()

    @Slot(object)
    def _on_engine_variation_ready(self, report: VariationReady) -> None:
        if report.job != self._job:
            return
        row = next((at for at, each in enumerate(self._variations) if each.choice == report.choice), -1)
        if row < 0:
            return
        self._ready[row] = report.ready
        self.sheet.tiles.set_picture(row, report.thumbnail)
        self.sheet.set_progress(len(self._ready), len(self._variations))
        if row == self.sheet.tiles.currentRow():
            self._preview(row)
        self._show_choice()

    @Slot(object)
    def _on_engine_job_ended(self, report: JobFinished | JobFailed) -> None:
        if report.job == self._job:
            self._job = 0
            self.sheet.set_progress(0, 0)

    # -- looking at one

    @Slot(int)
    def _on_tiles_hovered(self, row: int) -> None:
        self._preview(row if row >= 0 else self.sheet.tiles.currentRow())

    @Slot(int)
    def _on_tiles_selected(self, row: int) -> None:
        self._preview(row)
        self._show_choice()

    def _preview(self, row: int) -> None:
        """Show an alternative on the canvas; the picture's own colours with its regions where it is in use."""
        document = self._documents.current
        if document is None or not self._variations:
            return
        is_in_use = row == index_of(document.edit.choice, self._variations, self._models)
        self._documents.show_preview(None if is_in_use else self._ready.get(row))

    # -- choosing one

    @property
    def _chosen(self) -> Variation | None:
        row = self.sheet.tiles.currentRow()
        return self._variations[row] if row in self._ready and row < len(self._variations) else None

    @Slot()
    def _on_sheet_whole_wanted(self) -> None:
        document, variation = self._documents.current, self._chosen
        if document is None or variation is None:
            return
        chosen, row = variation.choice, self.sheet.tiles.currentRow()
        if not self._patches:  # predicted already
            document.keep_chroma(self._ready[row])
        self._documents.show_preview(None)
        self._documents.end_gesture()
        text = self.tr("Choose variation: {name}").format(name=self._name(variation))
        self._documents.change_choice(text, model=chosen.model, render_size=chosen.render_size, seed=chosen.seed)

    def _name(self, variation: Variation) -> str:
        if variation.kind is Kind.IN_FORCE:
            return full_name(variation.choice, self._models)
        return caption(variation, self._models)

    @Slot()
    def _on_sheet_region_wanted(self) -> None:
        if self.marks.pending:
            self._add_region(self.marks.pending)
        else:
            self._context.tools.choose(_TOOL)
            self._canvas.setFocus()

    @Slot()
    def _on_sheet_more_wanted(self) -> None:
        self._seeds += SEEDS_AT_ONCE
        self._forget_tiles()
        self._refresh()
        self.sheet.tiles.setFocus()

    @Slot()
    def _on_sheet_close_wanted(self) -> None:
        self._action.setChecked(False)

    # -- regions

    @Slot(object)
    def _on_tool_region_drawn(self, points: tuple[Point, ...]) -> None:
        document, variation = self._documents.current, self._chosen
        if document is None:
            return
        if variation is not None and whole(document.edit.choice) != variation.choice:
            self._add_region(points)
            return
        self._set_pending(points)
        self._action.setChecked(True)

    def _add_region(self, points: tuple[Point, ...]) -> None:
        variation = self._chosen
        if variation is None:
            return
        patch = patch_of(points, variation.choice, self._models, _USUAL_FEATHER)
        self._set_pending(())
        self._documents.show_preview(None)
        self.sheet.tiles.setCurrentRow(-1)
        self._change(self.tr("Variation for a region"), (*self._patches, patch))
        self.panel.select(len(self._patches) - 1)
        self._context.panel.reveal(self.panel)

    def _change(self, text: str, patches: tuple[Patch, ...]) -> None:
        self._documents.end_gesture()
        self._documents.change_choice(text, patches=patches)

    def _set_pending(self, points: tuple[Point, ...]) -> None:
        self.marks.pending = points
        self.tool.set_has_pending(bool(points))
        self.sheet.set_has_region(bool(points))
        self._show_marks()

    def _show_marks(self) -> None:
        """Draw the outlines while the lasso is in the hand, a region waits, or one is selected."""
        self.marks.patches, self.marks.selected = self._patches, self.panel.selected
        is_seen = self._context.tools.current == _TOOL or self.marks.pending or self.panel.selected >= 0
        self._canvas.set_marks(_MARKS, self.marks if is_seen and self._documents.current else None)

    @Slot(str)
    def _on_tools_chosen(self, name: str) -> None:
        if name == _TOOL:
            self._context.panel.reveal(self.panel)
        else:
            self.panel.select(-1)  # the picture is looked at without outlines
            if name != HAND:
                self._set_pending(())
        self._show_marks()

    @Slot(object)
    def _on_tool_place_clicked(self, point: Point) -> None:
        self.panel.select(self.marks.at(point))

    @Slot()
    def _on_tool_delete_wanted(self) -> None:
        self._on_panel_remove_wanted(self.panel.selected)

    @Slot()
    def _on_tool_discarded(self) -> None:
        self._set_pending(())

    @Slot(int)
    def _on_panel_region_selected(self, _index: int) -> None:
        self._show_marks()

    @Slot(int, object)
    def _on_panel_region_changed(self, index: int, patch: Patch) -> None:
        patches = list(self._patches)
        patches[index] = patch
        self._context.views.set_dragging(True)
        self._documents.change_choice(self.tr("Soften a region's edge"), gesture=True, patches=tuple(patches))

    @Slot()
    def _on_panel_editing_finished(self) -> None:
        self._documents.end_gesture()
        self._context.views.set_dragging(False)

    @Slot(int)
    def _on_panel_remove_wanted(self, index: int) -> None:
        if 0 <= index < len(self._patches):
            patches = self._patches
            self._change(self.tr("Remove a region"), (*patches[:index], *patches[index + 1 :]))

    @Slot()
    def _on_clear_patches(self) -> None:
        if self._patches:
            self._change(plain_text(self._context.actions["clear_patches"]), ())
