"""Shows a run while it goes on, and commands it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, TrainingError
from colorstudio.core.run_health import assess
from colorstudio.core.run_record import RunRecord
from colorstudio.core.run_state import RunState
from colorstudio.engine.training.run_library import RunSummary
from colorstudio.engine.training.run_watcher import RunNews, RunWatcher
from colorstudio.engine.training.trainer import RunProcessEnded
from colorstudio.ui.i18n import error_text
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.training.monitor.commands import RunCommand, answered
from colorstudio.ui.training.monitor.curves import CurvesView
from colorstudio.ui.training.monitor.event_log import EventLog
from colorstudio.ui.training.monitor.health_card import HealthCard
from colorstudio.ui.training.monitor.questions import MonitorQuestions
from colorstudio.ui.training.monitor.run_header import RunHeader
from colorstudio.ui.training.monitor.sample_view import SampleView
from colorstudio.ui.training.monitor.words import loss_words
from colorstudio.ui.widgets.message_bar import MessageKind
from colorstudio.ui.widgets.retranslated import Retranslated

_REDRAW_MILLISECONDS = 250
"""However fast events come, they are drawn four times a second at most."""

_CLOCK_MILLISECONDS = 20_000
"""The time left goes on while a long step is being made."""

_LATE_SECONDS = 60.0
"""An answer to a command that takes longer is explained."""


class MonitorPage(Retranslated, QWidget):
    """Follows one run: header, health, and tabs for its pictures, curves and log."""

    gate_wanted = Signal(object)
    """The folder (`Path`) of a finished run whose result the archivist wants to see."""

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self._context = context
        self.questions = MonitorQuestions(context.window)
        self.run: RunSummary | None = None
        self._record, self._state = RunRecord(), RunState()
        self._has_news = False
        self._pending: dict[RunCommand, float] = {}
        self.header, self.health = RunHeader(), HealthCard()
        self.samples, self.curves, self.log = SampleView(), CurvesView(), EventLog()
        self.tabs, self._empty = QTabWidget(), QLabel()
        self._watcher = RunWatcher(self)
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MILLISECONDS)
        self._clock = QTimer(self, interval=_CLOCK_MILLISECONDS)
        self._build()
        self._connect_parts()
        self.retranslate()
        self.show_run(None)

    def retranslate(self) -> None:
        """Set the words."""
        for index, words in enumerate((self.tr("Pictures"), self.tr("Curves"), self.tr("Log"))):
            self.tabs.setTabText(index, words)
        self._empty.setText(self.tr("Choose a training at the left, or begin a new one."))
        self._show()

    def show_run(self, run: RunSummary | None) -> None:
        """Follow a run; None: none."""
        is_same = run is not None and self.run is not None and run.path == self.run.path
        self.run = run
        if is_same:
            return
        self._record, self._state = RunRecord(), RunState()
        self._has_news = False
        self._pending.clear()
        path = run.path if run else None
        self.samples.show_run(path)
        self.log.show_run(path)
        self._watcher.watch(path)
        for part in (self.header, self.health, self.tabs):
            part.setVisible(run is not None)
        self._empty.setVisible(run is None)
        if run is not None:
            self.header.show_title(run.config)
            self.health.show_findings(())
            if self.isVisible():
                self.curves.prepare()

    def shutdown(self) -> None:
        """Stop all work, and wait for it."""
        self._redraw.stop()
        self._clock.stop()
        for part in (self._watcher, self.samples, self.curves, self.log):
            part.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the page was hidden."""
        super().showEvent(event)
        if self.run is not None:
            self.curves.prepare()
        self._show()

    # Following

    @Slot(object)
    def _on_watcher_news_arrived(self, news: RunNews) -> None:
        if self.run is None or news.path != self.run.path:
            return
        if news.from_start:
            self._record = RunRecord()
            self.log.forget()
        self._record.add(news.events)
        self.log.add(news.events)
        self._take_answers(news)
        is_first, self._state, self._has_news = not self._has_news, news.state, True
        if is_first:
            self._show()
        elif not self._redraw.isActive():
            self._redraw.start()

    def _take_answers(self, news: RunNews) -> None:
        if news.state.phase is not self._state.phase:
            self._pending.clear()
        for event in news.events if self._pending else ():
            self._pending.pop(answered(str(event.get("event"))), None)

    @Slot()
    def _show(self) -> None:
        if self.run is None or not self._has_news or not self.isVisible():
            return
        record, config = self._record, self.run.config
        self.header.show_run(self._state, record, config)
        is_late = any(time.monotonic() - given > _LATE_SECONDS for given in self._pending.values())
        self.header.set_pending(frozenset(self._pending), is_late=is_late)
        self.health.show_findings(assess(record, config, self._state, time.time()))
        self.samples.set_samples(tuple(record.samples))
        self.curves.show_record(record, config)
        self.log.show_new()

    # Commanding

    @Slot(object)
    def _on_header_command_wanted(self, command: RunCommand) -> None:
        if self.run is None:
            return
        if command is RunCommand.RESULT:
            self.gate_wanted.emit(self.run.path)
            return
        if command is RunCommand.STOP_NOW and not self.questions.may_stop_now(loss_words(self._record)):
            return
        try:
            self._give(self.run.path, command)
        except ColorStudioError as error:
            self._context.messages.show_message(error_text(error), MessageKind.ERROR)
            return
        self._pending[command] = time.monotonic()
        self._show()

    def _give(self, path: Path, command: RunCommand) -> None:
        if command is RunCommand.RESTART:
            self._context.trainer.resume(path)
            return
        try:
            self._context.trainer.send(path, command.value)
        except OSError as error:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The training cannot be reached through its folder {path}: {reason}."),
                path=path,
                reason=error.strerror or error,
            ) from error

    @Slot(object)
    def _on_trainer_process_ended(self, report: RunProcessEnded) -> None:
        if self.run is not None and report.path == self.run.path:
            self._pending.clear()
            self._show()

    @Slot()
    def _on_header_folder_wanted(self) -> None:
        if self.run is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.run.path)))

    @Slot()
    def _on_header_tensorboard_wanted(self) -> None:
        if self.run is not None:
            self.questions.show_tensorboard(self.run.path, is_written=self.run.config.tensorboard)

    def _build(self) -> None:
        self._empty.setObjectName("hint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tabs.setDocumentMode(True)
        for page in (self.samples, self.curves, self.log):
            self.tabs.addTab(page, "")
        upper = QVBoxLayout()
        upper.setContentsMargins(16, 16, 16, 8)
        upper.setSpacing(12)
        upper.addWidget(self.header)
        upper.addWidget(self.health)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._empty, 1)

    def _connect_parts(self) -> None:
        self._watcher.news_arrived.connect(self._on_watcher_news_arrived)
        self._redraw.timeout.connect(self._show)
        self._clock.timeout.connect(self._show)
        self._clock.start()
        self.header.command_wanted.connect(self._on_header_command_wanted)
        self.header.folder_wanted.connect(self._on_header_folder_wanted)
        self.header.tensorboard_wanted.connect(self._on_header_tensorboard_wanted)
        self._context.trainer.process_ended.connect(self._on_trainer_process_ended)
