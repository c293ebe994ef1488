"""Unsaved work survives a crash: a journal while there is some, and the offer to restore it at the next start."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorstudio.core.autosave import Journal, LeftJournal, discard
from colorstudio.core.errors import ColorStudioError
from colorstudio.core.progress import CancelToken, Progress, no_progress
from colorstudio.engine.task_calls import TaskCalls
from colorstudio.engine.task_pool import Work
from colorstudio.paths import model_dirs
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.i18n import error_text
from colorstudio.ui.project_session import LeftOut
from colorstudio.ui.widgets.message_bar import MessageAction, MessageKind

if TYPE_CHECKING:
    from colorstudio.core.project_file import Project

logger = logging.getLogger(__name__)

_DELAY_MS = 800


class AutosaveFeature(QObject):
    """Writes the journal shortly after a change, beside the view, and offers what a crash left behind.

    While a slider is dragged, the journal is written once in each interval, not at each step.
    """

    journal_written = Signal()
    """The journal holds what was unsaved a moment ago."""
    restored = Signal()

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._session, self._documents, self._messages = context.project, context.documents, context.messages
        self._journal = Journal(context.places.journals)
        self._calls = TaskCalls(self)
        self._is_kept = False
        self._offer_text = ""
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._session.changed.connect(self._on_changed)
        self._documents.edit_changed.connect(self._on_changed)
        self._documents.page_changed.connect(self._on_changed)

    def prepare(self) -> None:
        """Look for what a crash left behind, once the window is up."""
        from colorstudio.pipeline.projects import find_left_behind

        self._calls.start(partial(find_left_behind, self._journal), self._offer)

    def shutdown(self) -> None:
        """Keep what is unsaved for the next start: the session ended, and nobody could be asked."""
        self._timer.stop()
        self._calls.finish()
        if self._session.is_modified:
            self._write_at_last()
        else:
            self._journal.remove()

    def _write_at_last(self) -> None:
        try:
            self._writing()(CancelToken(), no_progress)
        except ColorStudioError as error:
            logger.error("%s", error)

    @Slot()
    def _on_changed(self, _: object = None) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._session.is_modified:
            self._is_kept = True
            self._calls.start(self._writing(), partial(self._take_written, self._session.items()), self._tell_failure)
        elif self._is_kept:
            self._is_kept = False
            self._calls.start(self._removing)

    def _take_written(self, items: Sequence[Document | LeftOut], project: Project) -> None:
        self._session.learn(items, project)
        self.journal_written.emit()

    def _tell_failure(self, error: ColorStudioError) -> None:
        """Say it once: it will not get better by being said after every change."""
        if not self._has_failed:
            self._has_failed = True
            self._messages.show_message(error_text(error), MessageKind.WARNING)

    def _offer(self, left: Sequence[LeftJournal]) -> None:
        count = sum(len(each.unsaved.project.scans) for each in left)
        if not count:
            return
        restore = MessageAction(self.tr("Restore"), partial(self.restore, left))
        forget = MessageAction(self.tr("Discard"), partial(self._discard, left))
        self._offer_text = self._words(count)
        self._messages.show_message(self._offer_text, MessageKind.WARNING, restore, forget)

    def _words(self, count: int) -> str:
        if count == 1:
            return self.tr("Color Studio did not close properly. Restore the scan with unsaved changes?")
        text = self.tr("Color Studio did not close properly. Restore {count} scans with unsaved changes?")
        return text.format(count=count)

    def restore(self, left: Sequence[LeftJournal]) -> None:
        """Bring back what a crash left behind, unless another window was quicker."""
        self._messages.dismiss(self._offer_text)
        claimed = [taken for taken in map(self._journal.claim, left) if taken]
        if claimed:
            projects = [(each.unsaved.project_path, each.unsaved.project) for each in claimed]
            self._session.restore(projects, partial(self._keep_restored, claimed))

    def _keep_restored(self, claimed: Sequence[LeftJournal]) -> None:
        """Remove the journals of the crash once this window's own holds what they held."""
        self._is_kept = True
        self._calls.start(self._writing(), lambda _: self._end_restoring(claimed))

    def _end_restoring(self, claimed: Sequence[LeftJournal]) -> None:
        for each in claimed:
            discard(each)
        self.restored.emit()

    def _discard(self, left: Sequence[LeftJournal]) -> None:
        self._messages.dismiss(self._offer_text)
        for each in left:
            taken = self._journal.claim(each)
            if taken:
                discard(taken)

    def _writing(self) -> Work:
        from colorstudio.pipeline.projects import keep_unsaved

        return partial(keep_unsaved, self._journal, self._session.draft(), self._session.path, model_dirs())

    def _removing(self, token: CancelToken, progress: Progress) -> None:
        self._journal.remove()
