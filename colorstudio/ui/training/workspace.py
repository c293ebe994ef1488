"""The training workspace: the runs at the left; the wizard, the monitor or the gate beside them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from colorstudio.engine.training.run_library import RunLibrary, RunSummary
from colorstudio.engine.training.trainer import Trainer
from colorstudio.paths import runs_dir
from colorstudio.ui.context import StudioContext
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.training.gate_page import GatePage
from colorstudio.ui.training.monitor_page import MonitorPage
from colorstudio.ui.training.runs_list import RunsList
from colorstudio.ui.training.wizard_page import WizardPage
from colorstudio.ui.widgets.message_bar import MessageBar
from colorstudio.ui.window_layout import stack


class TrainingWorkspace(QWidget):
    """Made empty; its pages are made when it is shown for the first time."""

    def __init__(self, studio: StudioContext) -> None:
        super().__init__()
        self._studio = studio
        self._is_made = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

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
        self._is_made = True
        self.trainer, self.runs = Trainer(self), RunLibrary(runs_dir(), self)
        self._pages = stack()
        messages = MessageBar(self._pages)
        studio = self._studio
        parts = studio.window, studio.engine, studio.documents, studio.preferences
        context = TrainingContext(*parts, messages=messages, trainer=self.trainer, runs=self.runs)
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

    def _connect_parts(self) -> None:
        self.list.run_chosen.connect(self._on_list_run_chosen)
        self.list.new_wanted.connect(self._on_list_new_wanted)
        self.wizard.run_started.connect(self._on_wizard_run_started)
        self.wizard.dismissed.connect(self._on_wizard_dismissed)
        self.monitor.gate_wanted.connect(self._on_monitor_gate_wanted)
        self.gate.left.connect(self._on_gate_left)

    @Slot(object)
    def _on_list_run_chosen(self, run: RunSummary) -> None:
        self.monitor.show_run(run)
        self._pages.setCurrentWidget(self.monitor)

    @Slot()
    def _on_list_new_wanted(self) -> None:
        self.wizard.begin()
        self._pages.setCurrentWidget(self.wizard)

    @Slot(object)
    def _on_wizard_run_started(self, path: Path) -> None:
        self.list.choose_when_there(path)

    @Slot()
    def _on_wizard_dismissed(self) -> None:
        self._pages.setCurrentWidget(self.monitor)

    @Slot(object)
    def _on_monitor_gate_wanted(self, path: Path) -> None:
        run = next((run for run in self.runs.runs if run.path == path), None)
        if run is not None:
            self.gate.show_run(run)
            self._pages.setCurrentWidget(self.gate)

    @Slot()
    def _on_gate_left(self) -> None:
        self._pages.setCurrentWidget(self.monitor)
