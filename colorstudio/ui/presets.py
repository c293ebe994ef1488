"""The presets of the window: shipped and own, applied, kept and forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog, QMessageBox

from colorstudio import paths
from colorstudio.core.errors import ColorStudioError
from colorstudio.core.presets import BUILT_IN, LONGEST_NAME, Preset, PresetsFile
from colorstudio.ui.context import StudioContext
from colorstudio.ui.i18n import error_text
from colorstudio.ui.panels.preset_bar import PresetBar, preset_name
from colorstudio.ui.widgets.message_bar import MessageKind


class Presets(QObject):
    """Connects the preset bar with the file and the current scan.

    Args:
        context: the studio.
        bar: what the user sees.
    """

    def __init__(self, context: StudioContext, bar: PresetBar) -> None:
        super().__init__(context.window)
        self._documents, self._messages, self._window = context.documents, context.messages, context.window
        self._bar = bar
        self._file = PresetsFile(paths.data_dir() / "presets.json")
        self._own: tuple[Preset, ...] = ()
        self._load()
        bar.preset_chosen.connect(self._on_bar_preset_chosen)
        bar.save_wanted.connect(self._on_bar_save_wanted)
        bar.remove_wanted.connect(self._on_bar_remove_wanted)

    def save(self, name: str) -> None:
        """Keep the current scan's adjustments under a name."""
        document, name = self._documents.current, name.strip()[:LONGEST_NAME]
        if document is None or not name:
            return
        try:
            self._offer(self._file.add(Preset(name, document.edit.look.adjustments)))
        except ColorStudioError as error:
            self._say(error)

    def _load(self) -> None:
        try:
            self._offer(self._file.load())
        except ColorStudioError as error:
            self._offer(())
            self._say(error)

    def _offer(self, own: tuple[Preset, ...]) -> None:
        self._own = own
        self._bar.set_presets((*BUILT_IN, *own))

    def _say(self, error: ColorStudioError) -> None:
        self._messages.show_message(error_text(error), MessageKind.ERROR)

    @Slot(object)
    def _on_bar_preset_chosen(self, preset: Preset) -> None:
        self._documents.end_gesture()
        text = self.tr("Preset: {name}").format(name=preset_name(preset))
        self._documents.change_look(text, adjustments=preset.adjustments)

    @Slot()
    def _on_bar_save_wanted(self) -> None:
        name, is_sure = QInputDialog.getText(self._window, self.tr("Save as preset"), self.tr("Name of the preset"))
        name = name.strip()[:LONGEST_NAME]
        if is_sure and (name not in (each.name for each in self._own) or self._may_replace(name)):
            self.save(name)

    @Slot(object)
    def _on_bar_remove_wanted(self, preset: Preset) -> None:
        try:
            self._offer(self._file.remove(preset.name))
        except ColorStudioError as error:
            self._say(error)

    def _may_replace(self, name: str) -> bool:
        question = self.tr("There is a preset named {name}. Replace it?").format(name=name)
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        return QMessageBox.question(self._window, "Color Studio", question, buttons) == QMessageBox.StandardButton.Yes
