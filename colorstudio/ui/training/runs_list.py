"""The runs, newest first, each with what it is doing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from colorstudio.engine.training.run_library import RunSummary
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.widgets.retranslated import Retranslated

_RUN = Qt.ItemDataRole.UserRole
_WIDTH = 240


class RunsList(Retranslated, QWidget):
    """A column with the button for a new training and the runs."""

    run_chosen = Signal(object)
    """The `RunSummary` that the archivist chose."""
    new_wanted = Signal()

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self._wanted: Path | None = None
        self.setFixedWidth(_WIDTH)
        self._new = QPushButton()
        self._list = QListWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._new)
        layout.addWidget(self._list, 1)
        self._new.clicked.connect(self.new_wanted)
        self._list.itemClicked.connect(self._on_list_item_clicked)
        context.runs.runs_changed.connect(self._on_runs_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._new.setText(self.tr("New training…"))
        self._list.setAccessibleName(self.tr("Trainings"))

    def choose_when_there(self, path: Path) -> None:
        """Choose a run as soon as it is in the list."""
        self._wanted = path

    @Slot(object)
    def _on_runs_changed(self, runs: tuple[RunSummary, ...]) -> None:
        self._list.clear()
        for run in runs:
            item = QListWidgetItem(run.config.pack.name_en)
            item.setData(_RUN, run)
            self._list.addItem(item)
            if run.path == self._wanted:
                self._wanted = None
                self._list.setCurrentItem(item)
                self.run_chosen.emit(run)

    @Slot(QListWidgetItem)
    def _on_list_item_clicked(self, item: QListWidgetItem) -> None:
        self.run_chosen.emit(item.data(_RUN))
