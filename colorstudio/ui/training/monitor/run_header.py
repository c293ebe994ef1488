"""The upper part of the monitor: which run, what it is doing, how far it is, what it may be told."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from colorstudio.core.run_record import RunRecord
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig
from colorstudio.ui.icons import BESIDE_WORDS, Icon, Tone, icon
from colorstudio.ui.training.monitor.commands import RunCommand, offered, primary
from colorstudio.ui.training.monitor.words import facts_words, situation_words, step_words, time_words
from colorstudio.ui.training.run_words import run_title, state_words
from colorstudio.ui.widgets.elided_label import ElidedLabel
from colorstudio.ui.widgets.retranslated import Retranslated

_ICONS = {
    RunCommand.PAUSE: Icon.PAUSE,
    RunCommand.RESUME: Icon.PLAY,
    RunCommand.SAMPLE: Icon.IMAGE,
    RunCommand.STOP: Icon.STOP,
    RunCommand.RESTART: Icon.PLAY,
    RunCommand.RESULT: Icon.NEXT,
}
_SYMBOLS = {RunPhase.FAILED: Icon.ERROR, RunPhase.LOST: Icon.WARNING, RunPhase.WAITING: Icon.WARNING}
_TITLE_SCALE = 1.4
_RESOLUTION = 1000


class RunHeader(Retranslated, QWidget):
    """Shows what it is given; what is pressed is told by `command_wanted` and the signals of the menu."""

    command_wanted = Signal(object)
    """A `RunCommand`."""
    folder_wanted = Signal()
    tensorboard_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[RunState, RunRecord, TrainingConfig] | None = None
        self._pending: frozenset[RunCommand] = frozenset()
        self._is_late = False
        self._is_focus_parked = False
        self._title, self._phase = ElidedLabel(), QLabel()
        self._steps, self._time, self._facts, self._situation = QLabel(), QLabel(), ElidedLabel(), QLabel()
        self._symbol = QLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, _RESOLUTION)
        self.progress.setTextVisible(False)
        self.buttons = {command: QPushButton() for command in _ICONS}
        self._more, self._menu = QToolButton(), QMenu(self)
        self.stop_now = self._menu.addAction("", self._on_stop_now_triggered)
        self._menu.addSeparator()
        self.show_folder = self._menu.addAction("", self.folder_wanted.emit)
        self.tensorboard = self._menu.addAction("", self.tensorboard_wanted.emit)
        self._style_parts()
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        texts = {
            RunCommand.PAUSE: (self.tr("Pause"), self.tr("Save the work and free the computer until you resume")),
            RunCommand.RESUME: (self.tr("Resume"), self.tr("Go on where it was paused")),
            RunCommand.SAMPLE: (
                self.tr("Sample now"),
                self.tr("Colour the sample pictures with the model as it is now"),
            ),
            RunCommand.STOP: (self.tr("Stop"), self.tr("Save the work and end; it can be resumed later")),
            RunCommand.RESTART: (self.tr("Resume"), self.tr("Go on from what was saved last")),
            RunCommand.RESULT: (self.tr("See the result"), self.tr("Compare the new model with the one it began with")),
        }
        for command, (text, tip) in texts.items():
            self.buttons[command].setText(text)
            self.buttons[command].setToolTip(tip)
            self.buttons[command].setAccessibleName(text)
        self._more.setToolTip(self.tr("More"))
        self._more.setAccessibleName(self.tr("More"))
        self.stop_now.setText(self.tr("Stop now, without saving…"))
        self.show_folder.setText(self.tr("Show the folder"))
        self.tensorboard.setText(self.tr("TensorBoard…"))
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self._show_words()

    def show_title(self, config: TrainingConfig) -> None:
        """Show only which run it is: what it is doing is being read."""
        self._shown = None
        self._title.setText(run_title(config))
        for label in (self._phase, self._steps, self._time, self._facts, self._situation):
            label.clear()
        self._situation.hide()
        self._symbol.hide()
        self.progress.setValue(0)
        self.stop_now.setVisible(False)
        for button in self.buttons.values():
            button.hide()

    def show_run(self, state: RunState, record: RunRecord, config: TrainingConfig) -> None:
        """Show what a run is doing."""
        self._shown = state, record, config
        self._show_words()

    def set_pending(self, commands: frozenset[RunCommand], *, is_late: bool = False) -> None:
        """Show which commands were given and not answered yet, and whether one waits for long."""
        self._pending, self._is_late = commands, is_late
        self._show_words()

    def situation(self) -> str:
        """What is said about the situation."""
        return self._situation.text()

    def phase(self) -> str:
        """What the run is said to be doing."""
        return self._phase.text()

    def _show_words(self) -> None:
        if self._shown is None:
            return
        state, record, config = self._shown
        self._title.setText(run_title(config))
        self._title.setToolTip(self._title.text())
        self._phase.setText(state_words(state))
        self._steps.setText(step_words(state))
        self._time.setText(time_words(state, record, config))
        self._facts.setText("  ·  ".join(facts_words(state, record, config)))
        self._facts.setToolTip(self._facts.text())
        said = self._pending_words() or situation_words(state, record)
        self._situation.setText(said)
        self._situation.setVisible(bool(said))
        symbol = None if self._pending else _SYMBOLS.get(state.phase)
        self._symbol.setVisible(symbol is not None)
        if symbol is not None:
            self._symbol.setPixmap(icon(symbol).pixmap(20, 20))
        self._show_progress(state, record)
        self._show_buttons(state.phase)

    def _pending_words(self) -> str:
        words = self._words_of_pending()
        if words and self._is_late:
            return (
                words
                + " "
                + self.tr("This takes unusually long; if it is stuck, the menu at the right can stop it now.")
            )
        return words

    def _words_of_pending(self) -> str:
        if RunCommand.STOP_NOW in self._pending:
            return self.tr("Stopping…")
        if RunCommand.STOP in self._pending:
            return self.tr("Stopping: the step that is being made is finished, and the work is saved.")
        if RunCommand.PAUSE in self._pending:
            return self.tr("Pausing: the step that is being made is finished, and the work is saved.")
        if self._pending & {RunCommand.RESUME, RunCommand.RESTART}:
            return self.tr("Resuming…")
        return ""

    def _show_progress(self, state: RunState, record: RunRecord) -> None:
        stage = record.stage
        if stage is not None and stage.total:
            share = stage.done / stage.total
        elif state.phase is RunPhase.FINISHED:
            share = 1.0
        else:
            share = state.step / state.steps if state.steps else 0.0
        self.progress.setValue(round(share * _RESOLUTION))

    def _show_buttons(self, phase: RunPhase) -> None:
        shown, wanted = offered(phase), primary(phase)
        holder = self.window().focusWidget()
        for command, button in self.buttons.items():
            button.setVisible(command in shown)
            button.setEnabled(command not in self._pending)
            name = "primaryButton" if command is wanted else ""
            if button.objectName() != name:
                button.setObjectName(name)
                button.setIcon(icon(_ICONS[command], Tone.ON_ACCENT if name else None))
                button.style().unpolish(button)
                button.style().polish(button)
        self.stop_now.setVisible(RunCommand.STOP_NOW in shown)
        self._lead_focus(holder, shown)

    def _lead_focus(self, holder: QWidget | None, shown: tuple[RunCommand, ...]) -> None:
        """Lead the focus on when its button goes. Qt gives it to the next one: Space, twice, would pause and stop."""
        if holder in self.buttons.values():
            is_led = holder.isHidden() or not holder.isEnabled()
        else:
            is_led = self._is_focus_parked and holder is self._more
        if not is_led:
            return
        first = self.buttons.get(shown[0]) if shown and shown[0] is not RunCommand.STOP else None
        self._is_focus_parked = first is None or not first.isEnabled()
        (self._more if self._is_focus_parked else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _style_parts(self) -> None:
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * _TITLE_SCALE)
        self._title.setFont(font)
        self._title.setObjectName("panelTitle")
        for label in (self._phase, self._facts):
            label.setObjectName("hint")
        self._situation.setWordWrap(True)
        for command, button in self.buttons.items():
            button.setIcon(icon(_ICONS[command]))
            button.setIconSize(BESIDE_WORDS)
            button.clicked.connect(self._on_button_clicked)
        self._more.setObjectName("menuButton")
        self._more.setIcon(icon(Icon.MORE))
        self._more.setIconSize(QSize(20, 20))
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._phase)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(names, 1)
        for widget in (*self.buttons.values(), self._more):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        figures = QHBoxLayout()
        figures.setSpacing(16)
        figures.addWidget(self._steps)
        figures.addWidget(self._time)
        figures.addWidget(self._facts, 1)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._situation, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        layout.addLayout(figures)
        layout.addLayout(said)

    @Slot()
    def _on_button_clicked(self) -> None:
        command = next(command for command, button in self.buttons.items() if button is self.sender())
        self.command_wanted.emit(command)

    @Slot()
    def _on_stop_now_triggered(self) -> None:
        self.command_wanted.emit(RunCommand.STOP_NOW)
