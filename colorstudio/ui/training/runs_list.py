"""The runs, newest first, each with what it is doing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QMessageBox, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.run_state import RunPhase
from colorstudio.engine.training.run_library import RunSummary
from colorstudio.ui.i18n import error_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, Tone, icon
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.training.run_delegate import RUN, RunDelegate
from colorstudio.ui.training.run_words import run_title, state_words
from colorstudio.ui.training.wizard.headings import quiet
from colorstudio.ui.widgets.message_bar import MessageKind
from colorstudio.ui.widgets.retranslated import Retranslated

_WIDTH = 240
_RESUMABLE = (RunPhase.STOPPED, RunPhase.LOST, RunPhase.FAILED)


class RunsList(Retranslated, QWidget):
    """A column with the button for a new training and the runs."""

    run_chosen = Signal(object)
    """The `RunSummary` that the archivist chose."""
    new_wanted = Signal()

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self.setObjectName("sideBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._wanted: Path | None = None
        self.setFixedWidth(_WIDTH)
        self._new = QPushButton(icon(Icon.ADD, Tone.NORMAL), "")
        self._new.setIconSize(BESIDE_WORDS)
        self._delegate = RunDelegate()
        self._list = _List()
        self._list.setObjectName("runs")
        self._nothing = quiet()
        self._list.setItemDelegate(self._delegate)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._new)
        layout.addWidget(self._nothing)
        layout.addWidget(self._list, 1000)
        layout.addStretch(1)
        self._new.clicked.connect(self.new_wanted)
        self._list.currentItemChanged.connect(self._on_list_current_item_changed)
        self._list.itemClicked.connect(self._on_list_item_clicked)
        self._list.customContextMenuRequested.connect(self._on_list_menu_requested)
        self._list.removal_wanted.connect(self._on_list_removal_wanted)
        context.runs.runs_changed.connect(self._on_runs_changed)
        self._list.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._new.setText(self.tr("New training…"))
        self._new.setToolTip(self.tr("Teach a model the colours of a collection, step by step."))
        self._nothing.setText(self.tr("There is no training yet. It takes some pictures and four questions."))
        self._list.setAccessibleName(self.tr("Trainings"))
        self._list.setToolTip(self.tr("The trainings, newest first; a right click offers what can be done with one."))
        for row in range(self._list.count()):
            self._describe(self._list.item(row))

    @property
    def chosen(self) -> Path | None:
        """The folder of the run that is chosen."""
        item = self._list.currentItem()
        return item.data(RUN).path if item else None

    def choose_when_there(self, path: Path) -> None:
        """Choose a run as soon as it is in the list."""
        self._wanted = path
        self._choose_wanted()

    def choose_none(self) -> None:
        """No run is shown."""
        self._wanted = None
        self._list.blockSignals(True)
        self._list.setCurrentItem(None)
        self._list.clearSelection()
        self._list.blockSignals(False)

    # What is shown

    @Slot(object)
    def _on_runs_changed(self, runs: tuple[RunSummary, ...]) -> None:
        """Change the list in place where the same runs are in it: the choice and the focus stay."""
        self._list.blockSignals(True)
        if [run.path for run in runs] != [self._run_in(row).path for row in range(self._list.count())]:
            self._fill(runs)
        for row, run in enumerate(runs):
            self._list.item(row).setData(RUN, run)
            self._describe(self._list.item(row))
        self._list.blockSignals(False)
        self._nothing.setVisible(not runs)
        self._list.setVisible(bool(runs))
        self._list.viewport().update()
        self._choose_wanted()

    def _fill(self, runs: tuple[RunSummary, ...]) -> None:
        chosen = self.chosen
        self._list.clear()
        for run in runs:
            item = QListWidgetItem(self._list)
            item.setData(RUN, run)
            if run.path == chosen:
                self._list.setCurrentItem(item)

    def _describe(self, item: QListWidgetItem) -> None:
        run: RunSummary = item.data(RUN)
        title, state = run_title(run.config), state_words(run.state)
        item.setText(title)
        item.setToolTip(f"{title}\n{state}\n{run.path}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {state}")

    def _run_in(self, row: int) -> RunSummary:
        return self._list.item(row).data(RUN)

    def _choose_wanted(self) -> None:
        for row in range(self._list.count()):
            if self._run_in(row).path == self._wanted:
                self._wanted = None
                self._list.setCurrentRow(row)
                return

    # What the archivist does

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_list_current_item_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.run_chosen.emit(item.data(RUN))

    @Slot(QListWidgetItem)
    def _on_list_item_clicked(self, item: QListWidgetItem) -> None:
        self.run_chosen.emit(item.data(RUN))  # also the chosen one: the wizard may be in front of it

    @Slot(QPoint)
    def _on_list_menu_requested(self, place: QPoint) -> None:
        item = self._list.itemAt(place)
        if item is not None:
            menu = self._menu_of(item.data(RUN))
            menu.exec(self._list.viewport().mapToGlobal(place))
            menu.deleteLater()

    def _menu_of(self, run: RunSummary) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        resume = menu.addAction(icon(Icon.PLAY), self.tr("Resume"))
        resume.setToolTip(self.tr("Goes on from the newest checkpoint."))
        resume.setEnabled(run.state.phase in _RESUMABLE)
        resume.triggered.connect(lambda: self._try(lambda: self._context.trainer.resume(run.path)))
        show = menu.addAction(icon(Icon.FOLDER), self.tr("Show the folder"))
        show.setToolTip(self.tr("Opens the folder of the training in the file manager."))
        show.triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path))))
        menu.addSeparator()
        remove = menu.addAction(icon(Icon.DELETE), self.tr("Move to the trash…"))
        remove.setToolTip(self.tr("Removes the training with its checkpoints and samples."))
        remove.setEnabled(not run.state.phase.is_alive)
        remove.triggered.connect(lambda: self._remove(run))
        return menu

    @Slot()
    def _on_list_removal_wanted(self) -> None:
        item = self._list.currentItem()
        if item is not None and not item.data(RUN).state.phase.is_alive:
            self._remove(item.data(RUN))

    def _remove(self, run: RunSummary) -> None:
        question = self.tr("Move the training “{name}” with its checkpoints and samples to the trash?")
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        text = question.format(name=run_title(run.config))
        if QMessageBox.question(self, "Color Studio", text, buttons) == QMessageBox.StandardButton.Yes:
            self._try(lambda: self._context.runs.remove(run.path))

    def _try(self, action) -> None:
        try:
            action()
        except ColorStudioError as error:
            self._context.messages.show_message(error_text(error), MessageKind.ERROR)


class _List(QListWidget):
    """The runs; Del asks for the trash."""

    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the trash with Del."""
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
