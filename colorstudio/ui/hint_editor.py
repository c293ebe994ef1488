"""The hints of the current scan: which there are, which is selected, and what is done to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from colorstudio.core.steering import Hint
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.view_controller import ViewController


class HintEditor(QObject):
    """Shows hints as they are dragged, and has the scan coloured anew as fast as the model follows.

    A hint that is dragged moves with every event of the pointer. The parameters follow one step after the
    other: the next step is taken when the colours of the one before have come.

    Args:
        documents: holds the hints.
        views: told while something is dragged.
        parent: the owner.
    """

    changed = Signal()
    """Hints or the selection are others now, or the scan is."""

    def __init__(self, documents: DocumentController, views: ViewController, parent: QObject) -> None:
        super().__init__(parent)
        self._documents, self._views = documents, views
        self._shown: tuple[Hint, ...] | None = None  # as they are dragged, ahead of the parameters
        self._text = ""
        self._is_waiting = False
        self._is_sending = False
        self.selected = -1
        documents.current_changed.connect(self._on_documents_current_changed)
        documents.edit_changed.connect(self._on_documents_edit_changed)
        documents.chroma_changed.connect(self._on_documents_chroma_changed)
        documents.activity_changed.connect(self._on_documents_activity_changed)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """All of the current scan, as they are shown."""
        return self._shown if self._shown is not None else self._kept()

    @property
    def hint(self) -> Hint | None:
        """The selected one."""
        return self.hints[self.selected] if 0 <= self.selected < len(self.hints) else None

    def select(self, index: int) -> None:
        """Select a hint; -1: none."""
        index = index if 0 <= index < len(self.hints) else -1
        if index != self.selected:
            self.end()
            self.selected = index
            self.changed.emit()

    def add(self, text: str, hints: Iterable[Hint]) -> None:
        """Add hints as one step, and select the last one; those that are there already are left out."""
        self.end()
        new = tuple(hint for hint in hints if hint not in self.hints)
        if new and self._documents.current is not None:
            self.selected = len(self.hints) + len(new) - 1
            self._documents.change_choice(text, hints=self.hints + new)

    def change(self, text: str, index: int, hint: Hint) -> None:
        """Let a hint be another; changes until `end` are one step."""
        if not 0 <= index < len(self.hints) or hint == self.hints[index]:
            return
        self._views.set_dragging(True)
        self._shown, self._text = _with(self.hints, index, hint), text
        self.changed.emit()
        if not self._is_waiting:
            self._send()

    def change_selected(self, text: str, **fields: object) -> None:
        """Replace fields of the selected hint; changes until `end` are one step."""
        if self.hint is not None:
            self.change(text, self.selected, replace(self.hint, **fields))  # type: ignore[arg-type]

    def end(self) -> None:
        """A drag or an entry has ended: the parameters are as it left them."""
        if self._shown is None:
            return
        self._send()
        self._shown, self._is_waiting = None, False
        self._documents.end_gesture()
        self._views.set_dragging(False)
        self.changed.emit()

    def delete(self, text: str) -> None:
        """Delete the selected hint; the one after it is selected."""
        if self.hint is not None:
            self.end()
            hints = _with(self.hints, self.selected, None)
            self.selected = min(self.selected, len(hints) - 1)
            self._documents.change_choice(text, hints=hints)

    def delete_all(self, text: str) -> None:
        """Delete all hints of the scan."""
        self.end()
        self._documents.change_choice(text, hints=())

    def _kept(self) -> tuple[Hint, ...]:
        current = self._documents.current
        return current.edit.choice.hints if current is not None else ()

    def _send(self) -> None:
        if self._shown is not None and self._shown != self._kept():
            self._is_waiting = self._is_sending = True
            self._documents.change_choice(self._text, gesture=True, hints=self._shown)
            self._is_sending = False

    @property
    def is_dragging(self) -> bool:
        """Whether a hint is being changed, and `end` will follow."""
        return self._shown is not None

    @Slot(object)
    def _on_documents_chroma_changed(self, document: Document) -> None:
        if document is self._documents.current:
            self._take_next_step()

    @Slot(object)
    def _on_documents_activity_changed(self, document: Document) -> None:
        if document is self._documents.current and not document.job:
            self._take_next_step()  # the colours will not come

    def _take_next_step(self) -> None:
        self._is_waiting = False
        if not self._is_sending:
            self._send()

    @Slot(object)
    def _on_documents_current_changed(self, _document: Document | None) -> None:
        if self._shown is not None:
            self._shown, self._is_waiting = None, False
            self._documents.end_gesture()
            self._views.set_dragging(False)
        self.selected = -1
        self.changed.emit()

    @Slot(object)
    def _on_documents_edit_changed(self, document: Document) -> None:
        if document is not self._documents.current or self._is_sending:
            return
        self._shown = None  # somebody else changed them: an undo in the middle of a drag
        self.selected = min(self.selected, len(self.hints) - 1)
        self.changed.emit()


def _with(hints: tuple[Hint, ...], index: int, hint: Hint | None) -> tuple[Hint, ...]:
    """Hints with one replaced; None takes it away."""
    return hints[:index] + ((hint,) if hint is not None else ()) + hints[index + 1 :]
