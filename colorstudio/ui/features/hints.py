"""Colour hints: the tool, its marks, the popup beside a new hint, and the section of the panel."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Slot
from PySide6.QtGui import QColor

from colorstudio.core.steering import Hint, Point
from colorstudio.engine.messages import ModelsListed, ModelSummary
from colorstudio.ui.canvas.eyedropper import Eyedropper
from colorstudio.ui.canvas.hint_geometry import anchor, mark_place
from colorstudio.ui.canvas.hint_marks import HintMarks
from colorstudio.ui.canvas.hint_tool import HintTool
from colorstudio.ui.colours import Colour, shown_colour
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.features.hint_commands import HintCommands
from colorstudio.ui.hint_colours import HintColours
from colorstudio.ui.hint_editor import HintEditor
from colorstudio.ui.i18n import current_language
from colorstudio.ui.panels.hint_popup import HintPopup
from colorstudio.ui.panels.hints_panel import HintsPanel
from colorstudio.ui.tool_box import HAND

TOOL, EYEDROPPER = "tool_hint", "tool_eyedropper"
_MARKS = "hints"
_USUAL_RADIUS = 0.015


class HintsFeature(QObject):
    """Keeps the hints of the current scan, the picture and the panel together."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._documents, self._canvas, self._tools = context.documents, context.canvas, context.tools
        self._actions, self._preferences = context.actions, context.preferences
        self._models: tuple[ModelSummary, ...] = ()
        self._radius = _USUAL_RADIUS
        self._in_hand: Colour | None = None
        self.editor = HintEditor(context.documents, context.views, self)
        self.colours = HintColours(context.engine, context.documents, context.preferences, self)
        self.marks = HintMarks(context.canvas)
        self.tool = HintTool(context.canvas, self.marks)
        self.eyedropper = Eyedropper(context.canvas)
        self.panel = HintsPanel(context.actions)
        self.popup = HintPopup(context.canvas, context.actions)
        self.commands = HintCommands(context, self.editor, self)
        context.panel.add_section(self.panel)
        context.canvas.set_marks(_MARKS, self.marks)
        context.tools.add(TOOL, self.tool)
        context.tools.add(EYEDROPPER, self.eyedropper)
        self._connect_parts()
        self._connect_window()
        self._on_documents_changed(None)

    def shutdown(self) -> None:
        """Close what reads files beside the window."""
        self.commands.shutdown()

    def _connect_parts(self) -> None:
        self.editor.changed.connect(self._show)
        self.colours.changed.connect(self._show)
        self.tool.hint_placed.connect(self._on_tool_hint_placed)
        self.tool.hint_selected.connect(self._on_tool_hint_selected)
        self.tool.hint_changed.connect(self._on_tool_hint_changed)
        self.tool.gesture_ended.connect(self.editor.end)
        self.tool.delete_wanted.connect(self._delete)
        self.tool.words_wanted.connect(self._on_tool_words_wanted)
        self.tool.dismissed.connect(self._on_tool_dismissed)
        self.eyedropper.pointed.connect(self._on_eyedropper_pointed)
        self.eyedropper.taken.connect(self._on_eyedropper_taken)
        self.eyedropper.dismissed.connect(self._on_eyedropper_dismissed)
        self.panel.table.hint_selected.connect(self._on_table_hint_selected)
        self.panel.delete_wanted.connect(self._delete)
        self.panel.colour.colour_changed.connect(self._on_colour_changed)
        self.panel.colour.editing_finished.connect(self._on_colour_editing_finished)
        self.panel.words.word_changed.connect(self._on_word_changed)
        self.popup.swatches.chosen.connect(self._take_colour)
        self.popup.evidence_typed.connect(self._on_popup_evidence_typed)
        self.popup.delete_wanted.connect(self._delete)
        self.commands.colour_taken.connect(self._take_colour)

    def _connect_window(self) -> None:
        documents = self._documents
        for changed in (
            documents.document_added,
            documents.document_removed,
            documents.current_changed,
            documents.picture_changed,
            documents.edit_changed,
        ):
            changed.connect(self._on_documents_changed)
        documents.chroma_changed.connect(self._want_suggestions)
        documents.activity_changed.connect(self._want_suggestions)
        self._context.engine.models_listed.connect(self._on_engine_models_listed)
        self._tools.chosen.connect(self._on_tools_chosen)
        self._canvas.view_moved.connect(self._place_popup)
        self._actions["hide_hints"].toggled.connect(self._on_hide_toggled)
        self._actions["add_hint"].triggered.connect(self._on_add)
        self._actions["clear_hints"].triggered.connect(self._on_clear)

    # -- showing

    def _show_panel(self) -> None:
        """Open the section, and scroll the panel until as much of it is seen as there is room for."""
        self.panel.set_open(True)
        QTimer.singleShot(0, self, self._scroll_to_panel)  # once it is laid out

    @Slot()
    def _scroll_to_panel(self) -> None:
        room, area = self._context.panel.viewport().height(), self._context.panel
        area.ensureVisible(0, self.panel.y() + min(self.panel.height(), room), 0, 0)
        area.ensureVisible(0, self.panel.y(), 0, 0)

    @Slot()
    def _show(self) -> None:
        """Bring marks, table and colours in line with the hints."""
        hints, selected = self.editor.hints, self.editor.selected
        shown = [shown_colour(self.colours.lightness_of(hint), (hint.a, hint.b)) for hint in hints]
        self.marks.show(hints, shown, selected)
        self.panel.set_hints(hints, shown, selected)
        self._show_selected(self.editor.hint)
        self._actions.enable(("export_hints", "clear_hints"), bool(hints))
        self._want_suggestions()

    def _show_selected(self, hint: Hint | None) -> None:
        if hint is None:
            self.popup.hide()
            return
        lightness = self.colours.lightness_of(hint)
        self.panel.colour.set_colour(lightness, (hint.a, hint.b))
        self._place_popup()
        if self.editor.is_dragging:  # the swatches follow when it is let go
            return
        suggested = self.colours.suggestions(self.editor.hints, self.editor.selected)
        for swatches in (self.panel.colour.swatches, self.popup.swatches):
            swatches.set_suggestions(lightness, suggested)
            swatches.set_recent(lightness, self.colours.recent())
        self.popup.set_hint(hint)

    @Slot()
    def _place_popup(self) -> None:
        frame, hint = self._canvas.picture_frame(), self.editor.hint
        if self.popup.isVisible() and hint is not None and frame is not None:
            self.popup.follow((mark_place(hint, frame) / frame.unit).toPoint())

    def _open_popup(self) -> None:
        frame, hint = self._canvas.picture_frame(), self.editor.hint
        if hint is not None and frame is not None:
            self.popup.open_at((mark_place(hint, frame) / frame.unit).toPoint())

    @Slot()
    def _want_suggestions(self) -> None:
        """Ask for what is missing for the selected hint, else for the next one."""
        document = self._documents.current
        if document is None or not document.is_coloured or self.editor.is_dragging or not self._is_taken(document):
            return
        hints, selected = self.editor.hints, self.editor.selected
        if self.editor.hint is not None and self.colours.suggestions(hints, selected) is None:
            self.colours.want_suggestions(hints, selected)
        elif self._tools.current == TOOL:
            self._documents.want_guess()

    # -- the scan and its model

    @Slot(object)
    def _on_documents_changed(self, _document: Document | None) -> None:
        document = self._documents.current
        is_open = document is not None and document.info is not None
        is_taken = document is None or self._is_taken(document)
        self._actions.enable((TOOL, "add_hint"), is_open and is_taken)
        self._actions.enable((EYEDROPPER, "colour_from_picture", "import_hints", "hide_hints"), is_open)
        self._actions["hints_to_series"].setEnabled(is_open and len(self._documents.documents) > 1)
        self.panel.set_refusal("" if is_taken else self._model_name(document))
        if not (is_open and is_taken) and self._tools.current == TOOL:
            self._tools.choose(HAND)

    @Slot(object)
    def _on_engine_models_listed(self, report: ModelsListed) -> None:
        self._models = report.models
        self._on_documents_changed(None)

    def _summary(self, document: Document) -> ModelSummary | None:
        model = document.edit.choice.model
        return next((each for each in self._models if model in (each.id, each.id.split("@")[0])), None)

    def _is_taken(self, document: Document) -> bool:
        summary = self._summary(document)
        return summary is None or summary.takes_hints

    def _model_name(self, document: Document | None) -> str:
        summary = self._summary(document) if document is not None else None
        return (summary.names.get(current_language()) or summary.names.get("en") or summary.id) if summary else ""

    # -- the tools

    @Slot(str)
    def _on_tools_chosen(self, name: str) -> None:
        if name != TOOL:
            self.popup.hide()
        if name == TOOL:
            self._show_panel()
            self._actions["hide_hints"].setChecked(False)
            self._want_suggestions()

    @Slot(object)
    def _on_tool_hint_placed(self, points: tuple[Point, ...]) -> None:
        a, b = self._in_hand or self.colours.predicted_at(anchor(Hint(points, 0.0, 0.0)))
        self._in_hand = None
        hint = Hint(points, a, b, self._radius, author=self._preferences.settings.hint_author)
        self._actions["hide_hints"].setChecked(False)
        self.editor.add(self.tr("Set hint"), (hint,))
        self._open_popup()
        self._show_panel()

    @Slot(int)
    def _on_tool_hint_selected(self, index: int) -> None:
        if index != self.editor.selected or index < 0:
            self.popup.hide()
        self.editor.select(index)
        if index >= 0:
            self._show_panel()

    @Slot(int, object)
    def _on_tool_hint_changed(self, index: int, hint: Hint) -> None:
        is_resized = hint.radius != self.editor.hints[index].radius
        if is_resized:
            self._radius = hint.radius
        self.editor.change(self.tr("Resize hint") if is_resized else self.tr("Move hint"), index, hint)

    @Slot()
    def _on_tool_words_wanted(self) -> None:
        self.popup.hide()
        self._show_panel()
        self.panel.words.begin()

    @Slot()
    def _on_tool_dismissed(self) -> None:
        if self.popup.isVisible():
            self.popup.hide()
        else:
            self.editor.select(-1)

    @Slot(bool)
    def _on_hide_toggled(self, is_hidden: bool) -> None:
        self.popup.hide()
        self.marks.set_visible(not is_hidden)

    @Slot()
    def _on_add(self) -> None:
        frame = self._canvas.picture_frame()
        if frame is None:
            return
        self._tools.choose(TOOL)
        middle, picture = QPointF(frame.visible.center() - frame.picture.topLeft()), frame.picture
        self._on_tool_hint_placed(((middle.x() / picture.width(), middle.y() / picture.height()),))
        self._canvas.setFocus()

    # -- the eyedropper

    @Slot(object)
    def _on_eyedropper_pointed(self, place: Point) -> None:
        colour = self._context.views.pixels.colour_at(*place)
        self.eyedropper.show_colour(QColor(*colour.rgb) if colour is not None else None)

    @Slot(object)
    def _on_eyedropper_taken(self, place: Point) -> None:
        colour = self._context.views.pixels.colour_at(*place)
        if colour is not None:
            self._take_colour((round(colour.a, 1), round(colour.b, 1)))
            self._on_eyedropper_dismissed()

    @Slot()
    def _on_eyedropper_dismissed(self) -> None:
        self._tools.choose(TOOL if self._actions[TOOL].isEnabled() else HAND)

    # -- the selected hint

    @Slot(object)
    def _take_colour(self, ab: Colour) -> None:
        """Give the selected hint a colour, or keep it for the next one."""
        if self.editor.hint is None:
            self._in_hand = ab
            self.colours.remember(ab)
            self._context.messages.show_message(self.tr("The next hint gets the colour that you took."))
        else:
            self._on_colour_changed(ab)
            self._on_colour_editing_finished()

    @Slot(object)
    def _on_colour_changed(self, ab: Colour) -> None:
        self.editor.change_selected(self.tr("Change hint colour"), a=ab[0], b=ab[1])

    @Slot()
    def _on_colour_editing_finished(self) -> None:
        self.editor.end()
        if self.editor.hint is not None:
            self.colours.remember((self.editor.hint.a, self.editor.hint.b))
            self._show()

    @Slot(str, str)
    def _on_word_changed(self, name: str, text: str) -> None:
        if name == "author":
            self._preferences.change(hint_author=text)
        self.editor.end()
        self.editor.change_selected(self.tr("Describe hint"), **{name: text})
        self.editor.end()

    @Slot(str)
    def _on_popup_evidence_typed(self, text: str) -> None:
        if self.editor.hint is not None and text != self.editor.hint.evidence:
            self._on_word_changed("evidence", text)

    @Slot(int)
    def _on_table_hint_selected(self, index: int) -> None:
        self.popup.hide()
        self.editor.select(index)

    @Slot()
    def _delete(self) -> None:
        self.popup.hide()
        self.editor.delete(self.tr("Delete hint"))

    @Slot()
    def _on_clear(self) -> None:
        self.editor.delete_all(self.tr("Delete all hints"))
