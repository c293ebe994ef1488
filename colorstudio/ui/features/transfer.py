"""Copying the settings of a scan, and pasting them to others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from colorstudio.core.errors import ColorStudioError
from colorstudio.ui.actions import plain_text
from colorstudio.ui.context import StudioContext
from colorstudio.ui.dialogs.paste_dialog import PasteDialog, PasteTarget
from colorstudio.ui.document import Document
from colorstudio.ui.i18n import error_text
from colorstudio.ui.settings_transfer import (
    CopiedSettings,
    Part,
    parts_of,
    read_settings,
    setting_of,
    settings_text,
    with_settings,
)
from colorstudio.ui.widgets.message_bar import MessageAction, MessageKind


class TransferFeature(QObject):
    """The clipboard holds settings as the recipe's JSON: they can be pasted into another window, or kept as a file."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._window, self._documents, self._strip = context.window, context.documents, context.strip
        self._messages, self._preferences, self._actions = context.messages, context.preferences, context.actions
        context.actions["copy_settings"].triggered.connect(self.copy)
        context.actions["paste_settings"].triggered.connect(self.paste)
        context.actions["paste_settings_to"].triggered.connect(self.ask_and_paste)
        self._documents.current_changed.connect(self._on_documents_current_changed)
        self._on_documents_current_changed(None)

    @Slot()
    def copy(self) -> None:
        """Put the settings of the current scan on the clipboard."""
        document = self._documents.current
        if document is None:
            return
        # As text: data that Python made would outlive it on the clipboard, and end the program with a crash.
        QGuiApplication.clipboard().setText(settings_text(document.edit))
        words = self.tr("Copied the settings of {name}.").format(name=document.path.name)
        action = MessageAction(plain_text(self._actions["paste_settings_to"]), self.ask_and_paste)
        self._messages.show_message(words, MessageKind.INFO, action if len(self._documents.documents) > 1 else None)

    @Slot()
    def paste(self) -> None:
        """Paste what was chosen last to the scans that are selected."""
        copied = self._copied()
        if copied:
            parts = parts_of(self._preferences.settings.pasted_parts)
            self.apply(copied, parts, self._strip.selected_documents())

    @Slot()
    def ask_and_paste(self) -> None:
        """Ask what to paste where, and do it."""
        copied = self._copied()
        if copied is None:
            return
        parts, selected = parts_of(self._preferences.settings.pasted_parts), self._strip.selected_documents()
        target = PasteTarget.SELECTED if len(selected) > 1 else PasteTarget.ALL
        dialog = PasteDialog(parts, len(selected), len(self._documents.documents), target, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._preferences.change(pasted_parts=setting_of(dialog.parts()))
            self.apply(copied, dialog.parts(), self._documents_at(dialog.target()))

    def apply(self, copied: CopiedSettings, parts: Collection[Part], documents: Sequence[Document]) -> None:
        """Change documents, each with a step of its own history."""
        self._documents.end_gesture()
        for document in documents:
            self._documents.change(
                self.tr("Paste settings"), with_settings(document.edit, copied, parts), document=document
            )
        if len(documents) == 1:
            text = self.tr("Pasted settings to {name}.").format(name=documents[0].path.name)
        else:
            text = self.tr("Pasted settings to {count} scans.").format(count=len(documents))
        action = MessageAction(plain_text(self._actions["paste_settings_to"]), self.ask_and_paste)
        self._messages.show_message(text, MessageKind.INFO, action)

    def _documents_at(self, target: PasteTarget) -> list[Document]:
        if target is PasteTarget.ALL:
            return list(self._documents.documents)
        if target is PasteTarget.SELECTED:
            return self._strip.selected_documents()
        return [self._documents.current] if self._documents.current else []

    def _copied(self) -> CopiedSettings | None:
        try:
            return read_settings(QGuiApplication.clipboard().text())
        except ColorStudioError as error:
            self._messages.show_message(error_text(error), MessageKind.INFO)
            return None

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        self._actions.enable(("copy_settings", "paste_settings", "paste_settings_to"), document is not None)
