"""The pages of a multi-page file: each is a picture with parameters of its own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.panels.page_picker import PagePicker


class PagesFeature(QObject):
    """Pages through a file.

    A page to which nothing was done makes way for the next one; otherwise it stays open, and the
    next page joins it in the strip, so that no work is lost by turning a page.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._actions = context.documents, context.actions
        self.picker = PagePicker(context.actions)
        context.status.add_control(self.picker)
        self.picker.page_chosen.connect(self.go_to)
        context.actions["next_page"].triggered.connect(self._on_next_page)
        context.actions["previous_page"].triggered.connect(self._on_previous_page)
        for changed in (self._documents.current_changed, self._documents.picture_changed):
            changed.connect(self._on_documents_changed)
        self._on_documents_changed(None)

    def shutdown(self) -> None:
        """Stop reading pages."""
        self.picker.shutdown()

    @Slot(int)
    def go_to(self, page: int) -> None:
        """Show a page of the current file, counted from 0."""
        current = self._documents.current
        if current is None or page == current.page:
            return
        opened = (each for each in self._documents.documents if each.path == current.path and each.page == page)
        document = next(opened, None)
        untouched = current.history.count() == 0 and not current.is_edited
        if document is None and untouched:
            self._documents.turn_to_page(current, page)
        else:
            self._documents.show(document or self._documents.add(current.path, None, page))

    @Slot()
    def _on_next_page(self) -> None:
        self._step(1)

    @Slot()
    def _on_previous_page(self) -> None:
        self._step(-1)

    def _step(self, distance: int) -> None:
        current = self._documents.current
        if current and current.info and 0 <= current.page + distance < current.info.pages:
            self.go_to(current.page + distance)

    @Slot(object)
    def _on_documents_changed(self, _: Document | None) -> None:
        document = self._documents.current
        info = document.info if document else None
        pages = info.pages if info else 1
        self.picker.set_page(replace(document.source, quarter_turns=0, mirrored=False) if info else None, pages)
        self._actions["previous_page"].setEnabled(info is not None and document.page > 0)
        self._actions["next_page"].setEnabled(info is not None and document.page < pages - 1)
