"""The training workspace: the runs at the left; the wizard, the monitor or the gate beside them."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from colorstudio.engine.messages import ModelsListed, ModelSummary
from colorstudio.paths import runs_dir
from colorstudio.ui.canvas.drops import local_paths
from colorstudio.ui.context import StudioContext
from colorstudio.ui.widgets.message_bar import MessageAction

if TYPE_CHECKING:
    from colorstudio.engine.training.run_library import RunSummary
    from colorstudio.engine.training.trainer import RunProcessEnded


class TrainingWorkspace(QWidget):
    """Made empty; its pages are made, and their code is loaded, when it is shown for the first time."""

    def __init__(self, studio: StudioContext) -> None:
        super().__init__()
        self._studio = studio
        self._is_made = self._has_looked = False
        self._shown: Path | None = None
        self._ended: set[Path] = set()
        self._listed: set[Path] = set()
        self._models: tuple[ModelSummary, ...] = ()
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        studio.engine.models_listed.connect(self._on_engine_models_listed)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages, and look at the runs."""
        if not self._is_made:
            self._make()
        self.runs.set_watching(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        if self._is_made:
            self.runs.set_watching(False)
        super().hideEvent(event)

    def shutdown(self) -> None:
        """Stop looking; the runs themselves go on."""
        if self._is_made:
            for part in (self.wizard, self.monitor, self.gate, self.runs):
                part.shutdown()

    def _make(self) -> None:
        from colorstudio.engine.training.run_library import RunLibrary
        from colorstudio.engine.training.trainer import Trainer
        from colorstudio.ui.training.context import TrainingContext
        from colorstudio.ui.training.gate_page import GatePage
        from colorstudio.ui.training.monitor_page import MonitorPage
        from colorstudio.ui.training.runs_list import RunsList
        from colorstudio.ui.training.wizard_page import WizardPage
        from colorstudio.ui.widgets.message_bar import MessageBar
        from colorstudio.ui.window_layout import stack

        self._is_made = True
        self.trainer, self.runs = Trainer(self), RunLibrary(runs_dir(), self)
        self._pages = stack()
        self._messages = MessageBar(self._pages)
        studio = self._studio
        parts = studio.window, studio.engine, studio.documents, studio.preferences
        context = TrainingContext(
            *parts,
            messages=self._messages,
            trainer=self.trainer,
            runs=self.runs,
            library=studio.library,
            show_studio=studio.window.show_studio,
        )
        self.list = RunsList(context)
        self.wizard, self.monitor, self.gate = WizardPage(context), MonitorPage(context), GatePage(context)
        for page in (self.wizard, self.monitor, self.gate):
            self._pages.addWidget(page)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self._pages, 1)
        self._connect_parts()
        self.wizard.set_models(self._models)
        self.wizard.set_dismissable(False)

    def _connect_parts(self) -> None:
        self.list.run_chosen.connect(self._on_list_run_chosen)
        self.list.new_wanted.connect(self._on_list_new_wanted)
        self.runs.runs_changed.connect(self._on_runs_changed)
        self.trainer.process_ended.connect(self._on_trainer_process_ended)
        self.wizard.run_started.connect(self._on_wizard_run_started)
        self.wizard.dismissed.connect(self._on_wizard_dismissed)
        self.monitor.gate_wanted.connect(self._on_monitor_gate_wanted)
        self.gate.left.connect(self._on_gate_left)

    # Folders from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome local files and folders: a training learns from them."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.wizard.pictures.set_awaits_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.wizard.pictures.set_awaits_drop(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Learn from the folders."""
        self.wizard.pictures.set_awaits_drop(False)
        if paths := local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._show_wizard()
            self.wizard.add_paths(paths)

    # The runs

    @Slot(object)
    def _on_runs_changed(self, runs: tuple[RunSummary, ...]) -> None:
        """Find the runs again that went on while the window was closed; keep the shown one up to date."""
        from colorstudio.ui.training.run_words import wants_attention

        listed = {run.path for run in runs}
        self.wizard.set_dismissable(bool(runs))
        if not self._has_looked:
            self._has_looked = True
            unfinished = (run.path for run in runs if wants_attention(run.state))
            if self.wizard.is_untouched and (path := next(unfinished, None)) is not None:
                self.list.choose_when_there(path)
        self._tell_of_ended(runs)
        if self._shown in self._listed and self._shown not in listed:
            self._show_wizard()  # the run that was shown has been removed
        self._listed = listed

    @Slot(object)
    def _on_list_run_chosen(self, run: RunSummary) -> None:
        self._show_run(run)

    def _show_run(self, run: RunSummary) -> None:
        if run.path != self._shown:
            self._shown = run.path
            self.monitor.show_run(run)
        self._pages.setCurrentWidget(self.monitor)

    @Slot(object)
    def _on_trainer_process_ended(self, ended: RunProcessEnded) -> None:
        self._ended.add(ended.path)
        self.runs.refresh()
        self._tell_of_ended(self.runs.runs)

    def _tell_of_ended(self, runs: tuple[RunSummary, ...]) -> None:
        """Tell of runs whose processes have ended, once the list knows how; the one that is looked at shows it."""
        from colorstudio.ui.training.run_words import ended_words

        for run in runs:
            if run.path not in self._ended or run.state.phase.is_alive:
                continue
            self._ended.remove(run.path)
            if self._pages.currentWidget() is self.wizard or run.path != self._shown:
                text, kind = ended_words(run)
                show = MessageAction(self.tr("Show"), partial(self.list.choose_when_there, run.path))
                self._messages.show_message(text, kind, show)

    # The pages

    def _show_wizard(self) -> None:
        self._has_looked = True  # the archivist has chosen what to see
        self._shown = None
        self.monitor.show_run(None)
        self.list.choose_none()
        self._pages.setCurrentWidget(self.wizard)

    @Slot()
    def _on_list_new_wanted(self) -> None:
        self._show_wizard()

    @Slot(object)
    def _on_wizard_run_started(self, path: Path) -> None:
        from colorstudio.core.run_folder import RunFolder
        from colorstudio.core.run_state import RunState
        from colorstudio.engine.training.run_library import RunSummary

        self._show_run(RunSummary(path, RunFolder(path).read_config(), RunState(), time.time()))
        self.list.choose_when_there(path)
        self.runs.refresh()

    @Slot()
    def _on_wizard_dismissed(self) -> None:
        if self.runs.runs:
            self.list.choose_when_there(self.runs.runs[0].path)

    @Slot(object)
    def _on_monitor_gate_wanted(self, path: Path) -> None:
        run = next((run for run in self.runs.runs if run.path == path), None)
        if run is not None:
            self.gate.show_run(run)
            self._pages.setCurrentWidget(self.gate)

    @Slot()
    def _on_gate_left(self) -> None:
        self._pages.setCurrentWidget(self.monitor)

    @Slot(object)
    def _on_engine_models_listed(self, report: ModelsListed) -> None:
        self._models = report.models
        if self._is_made:
            self.wizard.set_models(report.models)
