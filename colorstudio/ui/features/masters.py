"""Masters that are missing or have changed since the project was saved: said, and put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from colorstudio.ui.context import StudioContext
from colorstudio.ui.master_doubts import Doubt, MasterDoubts
from colorstudio.ui.widgets.message_bar import MessageAction, MessageKind


class MastersFeature(QObject):
    """Tells about masters in doubt, and opens the dialog in which they are found.

    Attributes:
        doubts: which masters are in doubt.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._window, self._messages, self._action = context.window, context.messages, context.actions["find_masters"]
        self.doubts = MasterDoubts(context.project, context.documents, self)
        self._told: set[int] = set()
        self._action.triggered.connect(self.ask)
        self.doubts.changed.connect(self._on_doubts_changed)
        self._on_doubts_changed()

    def shutdown(self) -> None:
        """Stop comparing."""
        self.doubts.shutdown()

    @Slot()
    def ask(self) -> None:
        """Show the dialog."""
        from colorstudio.ui.dialogs.masters_dialog import MastersDialog

        MastersDialog(self.doubts, self._window).exec()

    @Slot()
    def _on_doubts_changed(self) -> None:
        doubts = self.doubts.all()
        self._action.setEnabled(bool(doubts))
        for is_missing in (True, False):
            news = [each for each in doubts if each.is_missing is is_missing and each.number not in self._told]
            if news:
                text = self._missing_words(news) if is_missing else self._changed_words(news)
                words = self.tr("Find…") if is_missing else self.tr("Decide…")
                self._messages.show_message(text, MessageKind.WARNING, MessageAction(words, self.ask))
        self._told = {each.number for each in doubts}

    def _missing_words(self, doubts: Sequence[Doubt]) -> str:
        if len(doubts) == 1:
            return self.tr("{name} is not where it was; the rest of the project is open.").format(
                name=doubts[0].path.name
            )
        text = self.tr("{count} scans are not where they were; the rest of the project is open.")
        return text.format(count=len(doubts))

    def _changed_words(self, doubts: Sequence[Doubt]) -> str:
        if len(doubts) == 1:
            text = self.tr("{name} has changed since the project was saved; hints and masks may lie elsewhere.")
            return text.format(name=doubts[0].path.name)
        text = self.tr("{count} scans have changed since the project was saved.")
        return text.format(count=len(doubts))
