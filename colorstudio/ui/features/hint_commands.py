"""What is done with hints in dialogs: to other scans, to files, and colours from other pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.edit import Edit
from colorstudio.ui.hint_editor import HintEditor
from colorstudio.ui.i18n import error_text
from colorstudio.ui.widgets.message_bar import MessageKind


class HintCommands(QObject):
    """Dialogs are made when they are asked for.

    Args:
        context: of the window.
        editor: the hints of the current scan.
        parent: the owner.
    """

    colour_taken = Signal(object)
    """A `Colour` from another picture."""

    def __init__(self, context: StudioContext, editor: HintEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._editor = context, editor
        self._documents, self._messages = context.documents, context.messages
        self._source: QDialog | None = None
        actions = context.actions
        actions["hints_to_series"].triggered.connect(self._on_to_series)
        actions["import_hints"].triggered.connect(self._on_import)
        actions["export_hints"].triggered.connect(self._on_export)
        actions["colour_from_picture"].triggered.connect(self.open_source)

    def shutdown(self) -> None:
        """Close the viewer, and with it what it reads."""
        if self._source is not None:
            self._source.close()

    # -- the series

    def apply_to(self, others: Sequence[Document], hints: bool, adjustments: bool) -> int:
        """Give hints and adjustments of the current scan to others, each undone by itself; return how many changed."""
        source = self._documents.current
        if source is None:
            return 0
        self._editor.end()
        self._documents.end_gesture()
        changed = 0
        for document in others:
            edit = given(source.edit, document.edit, hints, adjustments)
            changed += edit != document.edit
            text = self.tr("Apply settings of {name}").format(name=source.path.name)
            self._documents.change(text, edit, document=document)
        return changed

    @Slot()
    def _on_to_series(self) -> None:
        from colorstudio.ui.dialogs.series_dialog import SeriesDialog

        source = self._documents.current
        if source is None:
            return
        others = [document for document in self._documents.documents if document is not source]
        dialog = SeriesDialog(source, others, self._context.window, self._context.strip.selected_documents())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            count = self.apply_to(dialog.documents(), dialog.wants_hints, dialog.wants_adjustments)
            self._messages.show_message(self.tr("Applied to {count} scans.").format(count=count))
        dialog.deleteLater()

    # -- files

    def read(self, path: Path) -> None:
        """Add the hints of a file: exported hints, a recipe, or the sidecar of an export."""
        from colorstudio.core.recipe import Recipe

        try:
            hints = Recipe.read(path).hints
        except ColorStudioError as error:
            self._messages.show_message(error_text(error), MessageKind.ERROR)
            return
        before = len(self._editor.hints)
        self._editor.add(self.tr("Import hints"), hints)
        count = len(self._editor.hints) - before
        self._messages.show_message(self.tr("{count} hints imported from {name}.").format(count=count, name=path.name))

    def write(self, path: Path) -> None:
        """Write the hints of the current scan: the hints part of a recipe."""
        from colorstudio.core.files import write_json_atomically
        from colorstudio.core.recipe import Recipe

        recipe = Recipe(hints=self._editor.hints).to_json()
        try:
            write_json_atomically(path, {"recipe": recipe["recipe"], "hints": recipe["hints"]})
        except OSError:
            template = QT_TRANSLATE_NOOP("errors", "{name} cannot be written; choose another folder.")
            self._messages.show_message(error_text(ColorStudioError(template, name=path.name)), MessageKind.ERROR)
            return
        self._messages.show_message(self.tr("Hints written to {name}.").format(name=path.name))

    @Slot()
    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._context.window, self.tr("Import hints"), str(self._folder()), self.tr("Hints and recipes (*.json)")
        )
        if name:
            self.read(Path(name))

    @Slot()
    def _on_export(self) -> None:
        document = self._documents.current
        if document is None:
            return
        target = self._folder() / f"{document.path.stem}.hints.json"
        name, _ = QFileDialog.getSaveFileName(
            self._context.window, self.tr("Export hints"), str(target), self.tr("Hints and recipes (*.json)")
        )
        if name:
            self.write(Path(name))

    def _folder(self) -> Path:
        document = self._documents.current
        return document.path.parent if document is not None else Path.home()

    # -- colours from other pictures

    @Slot()
    def open_source(self) -> None:
        """Open the viewer on the other open scans that are coloured."""
        from colorstudio.ui.dialogs.colour_source import ColourSource

        if self._source is not None:
            self._source.close()
        others = [document for document in self._documents.documents if document is not self._documents.current]
        pictures = [(each.path.name, each.base.after) for each in others if each.base and each.base.after]
        source = ColourSource(pictures, self._folder(), self._context.window)
        source.colour_taken.connect(self.colour_taken)
        source.finished.connect(self._on_source_finished)
        self._source = source
        source.show()

    @Slot()
    def _on_source_finished(self) -> None:
        if self._source is not None:
            self._source.deleteLater()
            self._source = None


def given(source: Edit, target: Edit, hints: bool, adjustments: bool) -> Edit:
    """Parameters with hints and adjustments of others: hints that are there stay, adjustments are replaced."""
    if hints:
        new = tuple(hint for hint in source.choice.hints if hint not in target.choice.hints)
        target = replace(target, choice=replace(target.choice, hints=target.choice.hints + new))
    return target.with_look(adjustments=source.look.adjustments) if adjustments else target
