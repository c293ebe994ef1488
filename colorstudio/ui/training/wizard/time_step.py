"""The fourth step: how long it takes on this computer, measured by real steps, and how long it may take."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QTemporaryDir, QTime, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, TrainingError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_goals import QUICK_SECONDS, Goal, checkpoint_interval, seconds_for, steps_within
from colorstudio.core.training_messages import Estimate, from_json
from colorstudio.core.training_sections import PackConfig
from colorstudio.engine.training.trainer_question import TrainerQuestion
from colorstudio.ui.i18n import error_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.training.wizard.estimate_facts import EstimateFacts
from colorstudio.ui.training.wizard.headings import Remark, heading, narrow, quiet, title
from colorstudio.ui.training.wizard.pace import PaceChoice
from colorstudio.ui.training.wizard.time_words import duration_words, until_words
from colorstudio.ui.widgets.groove_slider import GrooveSlider
from colorstudio.ui.widgets.number_field import NumberField
from colorstudio.ui.widgets.retranslated import Retranslated

_MOST_STEPS = 10_000_000
_NOTCHES = 1000
_SPAN = 16
"""The slider goes from a 16th of the proposed length to 16 times of it."""
_MORNING = QTime(7, 0)
_TICK_MILLISECONDS = 20_000
_HOUR = 3600


class TimeStep(Retranslated, QScrollArea):
    """Has the time of real steps taken, and lets the archivist choose the length."""

    changed = Signal()
    """Another estimate, length or pace than before."""
    pace_changed = Signal()
    """The computer is to be used otherwise: the question changes."""
    experts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.estimate: Estimate | None = None
        self._steps = 0
        self._goal = Goal.FINE_TUNE
        self._asked: TrainingConfig | None = None
        self._is_checkpoint_chosen = False
        self._error: ColorStudioError | None = None
        self._known: dict[str, Estimate] = {}
        self._folder: QTemporaryDir | None = None
        self._question = TrainerQuestion(self)
        self._question.progressed.connect(self._on_question_progressed)
        self._question.answered.connect(self._on_question_answered)
        self._question.failed.connect(self._on_question_failed)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MILLISECONDS)
        self._clock.timeout.connect(self._show_time)
        self._make_parts()
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._bar.setAccessibleName(self.tr("Progress of the timing"))
        self._length_title.setText(self.tr("Length"))
        self._unit.setText(self.tr("steps"))
        tip = self.tr("More steps learn more, up to a point; the measuring on the way tells when it is enough.")
        for part in (self._slider, self._field):
            part.setAccessibleName(self.tr("Length in steps"))
            part.setToolTip(tip)
        for button, text, tip in self._proposals():
            button.setText(text)
            button.setToolTip(tip)
        self._experts.setText(self.tr("All settings…"))
        self._experts.setToolTip(self.tr("Every parameter of the training, explained; for those who know them."))
        self._again.setText(self.tr("Time it again"))
        self._again.setToolTip(self.tr("Makes some steps once more, when the computer is less busy, for example."))
        self._leave_on.setText(
            self.tr(
                "The training goes on when this window is closed. Leave the computer on; if it falls asleep or is "
                "switched off, the training is not lost and can be continued."
            )
        )
        self._show()

    def _proposals(self) -> tuple[tuple[QPushButton, str, str], ...]:
        return (
            (self._proposed, self.tr("As proposed"), self.tr("The length that has proved itself for this goal.")),
            (self._an_hour, self.tr("One hour"), self.tr("As many steps as fit into an hour on this computer.")),
            (self._night, self.tr("Until 7 in the morning"), self.tr("As many steps as fit into the night.")),
        )

    # What was answered

    @property
    def steps(self) -> int:
        """Length of the run; 0 until it is known."""
        return self._steps or self._natural()

    @property
    def threads(self) -> int:
        """Threads of the processor, 0: all."""
        return self._pace.threads

    def begin(self) -> None:
        """Begin afresh."""
        self._question.withdraw()
        self._steps, self._asked, self._error, self.estimate = 0, None, None, None
        self._pace.begin()

    def ask(self, config: TrainingConfig, goal: Goal, chosen: Collection[str] = ()) -> None:
        """Have the time taken for a run of its natural length; what has been timed already is known.

        Args:
            config: with the length that the recipe proposes.
            goal: whether the proposed length follows the time.
            chosen: names of values that the archivist set herself.
        """
        self._is_checkpoint_chosen = "checkpoint_every" in chosen
        if self._asked is not None and (goal is not self._goal or config.steps != self._asked.steps):
            self._steps = 0
        is_same = self._asked is not None and _key(config) == _key(self._asked)
        self._asked, self._goal = config, goal
        if is_same and (self.estimate is not None or self._question.is_asking):
            self._show()
            return
        self.estimate, self._error = self._known.get(_key(config)), None
        if self.estimate is None:
            self._start()
        else:
            self._question.withdraw()
        self._show()
        self.changed.emit()

    def shutdown(self) -> None:
        """Stop all work."""
        self._clock.stop()
        self._question.shutdown()
        self._folder = None

    # The question

    def _start(self) -> None:
        assert self._asked is not None
        self._folder = self._folder or QTemporaryDir()
        recipe = Path(self._folder.filePath("recipe.toml"))
        try:
            recipe.write_text(self._asked.to_toml(), encoding="utf-8")
        except OSError as error:
            self._error = TrainingError(
                QT_TRANSLATE_NOOP("errors", "The training settings cannot be written to {path}: {reason}."),
                path=recipe,
                reason=error.strerror or error,
            )
            return
        self._bar.setRange(0, 0)
        self._question.ask(["probe", str(recipe)])

    @Slot()
    def _on_again_clicked(self) -> None:
        if self._asked is not None:
            self._known.pop(_key(self._asked), None)
            self.estimate, self._error = None, None
            self._start()
            self._show()
            self.changed.emit()

    @Slot(int, int)
    def _on_question_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(object)
    def _on_question_answered(self, answer: Mapping[str, Any]) -> None:
        assert self._asked is not None
        try:
            self.estimate = self._known[_key(self._asked)] = from_json(Estimate, answer)
        except TrainingError as error:
            self._error = error
        self._show()
        self.changed.emit()

    @Slot(object)
    def _on_question_failed(self, error: ColorStudioError) -> None:
        self._error = error
        self._show()
        self.changed.emit()

    # What is shown

    def _natural(self) -> int:
        """The proposed length: the recipe's, or for a quick try what fits into its time."""
        if self._asked is None:
            return 0
        if self._goal is Goal.QUICK and self.estimate is not None:
            return min(self._asked.steps, steps_within(self.estimate, QUICK_SECONDS))
        return self._asked.steps

    def _show(self) -> None:
        is_known = self.estimate is not None
        self._bar.setVisible(not is_known and self._error is None)
        self._trouble.say(Icon.ERROR, error_text(self._error) if self._error else "")
        self._again.setEnabled(not self._question.is_asking)
        for button in (self._an_hour, self._night):
            button.setEnabled(is_known)
        self._show_length()
        self._show_time()

    def _show_length(self) -> None:
        self._field.setValue(self.steps)
        self._slider.blockSignals(True)
        self._slider.setValue(_notch(self.steps, self._natural()))
        self._slider.blockSignals(False)

    @Slot()
    def _show_time(self) -> None:
        self._facts.show_estimate(self.estimate, self._seconds_lost())
        if self.estimate is None:
            waiting = self.tr("How long will it take? Some real steps are being timed on this computer…")
            failed = self.tr("The time could not be taken.")
            self._heading.setText(failed if self._error else waiting)
            return
        seconds = seconds_for(self.estimate, self.steps)
        until = until_words(QDateTime.currentDateTime(), seconds)
        text = self.tr("{duration}: {until}").format(duration=duration_words(seconds), until=until)
        self._heading.setText(text[:1].upper() + text[1:])

    def _seconds_lost(self) -> float:
        """Seconds of work that a power cut may cost: those between two checkpoints, or the whole of a short run."""
        if self.estimate is None or self._asked is None:
            return 0.0
        between = self._asked.checkpoint_every if self._is_checkpoint_chosen else checkpoint_interval(self.estimate)
        return min(between, self.steps) * self.estimate.seconds_per_step

    # What the archivist does

    def _set_steps(self, steps: int) -> None:
        self._steps = max(1, min(_MOST_STEPS, steps))
        self._show_length()
        self._show_time()
        self.changed.emit()

    @Slot(int)
    def _on_slider_moved(self, notch: int) -> None:
        self._set_steps(_steps_at(notch, self._natural()))

    @Slot(int)
    def _on_field_changed(self, steps: int) -> None:
        self._set_steps(steps)

    @Slot()
    def _on_proposed_clicked(self) -> None:
        self._steps = 0
        self._show()
        self.changed.emit()

    @Slot()
    def _on_an_hour_clicked(self) -> None:
        if self.estimate:
            self._set_steps(steps_within(self.estimate, _HOUR))

    @Slot()
    def _on_night_clicked(self) -> None:
        if self.estimate:
            self._set_steps(steps_within(self.estimate, _seconds_until_morning(QDateTime.currentDateTime())))

    @Slot()
    def _on_pace_changed(self) -> None:
        self.pace_changed.emit()

    # Putting together

    def _make_parts(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._heading, self._length_title, self._leave_on = heading(), title(), quiet()
        self._bar, self._trouble, self._facts = QProgressBar(), Remark(), EstimateFacts()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that nothing jumps when the time is known
        self._bar.setSizePolicy(policy)
        self._slider = GrooveSlider(0, _NOTCHES, _NOTCHES // 2)
        self._slider.valueChanged.connect(self._on_slider_moved)
        self._field = NumberField(1, _MOST_STEPS)
        self._field.setFixedWidth(96)
        self._unit = quiet()
        self._unit.setWordWrap(False)
        self._field.value_changed.connect(self._on_field_changed)
        self._proposed, self._an_hour, self._night = QPushButton(), QPushButton(), QPushButton()
        self._proposed.clicked.connect(self._on_proposed_clicked)
        self._an_hour.clicked.connect(self._on_an_hour_clicked)
        self._night.clicked.connect(self._on_night_clicked)
        self._pace = PaceChoice()
        self._pace.changed.connect(self._on_pace_changed)
        self._experts, self._again = QPushButton(icon(Icon.ADJUST), ""), QPushButton(icon(Icon.REFRESH), "")
        for button in (self._experts, self._again):
            button.setIconSize(BESIDE_WORDS)
        self._experts.clicked.connect(self.experts_wanted)
        self._again.clicked.connect(self._on_again_clicked)
        self._clock.start()

    def _build(self) -> None:
        contents = QWidget()
        contents.setObjectName("scrollContents")
        layout = narrow(contents)
        for part in (self._heading, self._bar, self._trouble, self._length_title):
            layout.addWidget(part)
        layout.addLayout(self._length_lines())
        layout.addWidget(self._pace)
        layout.addWidget(self._facts)
        layout.addWidget(self._leave_on)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._experts)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.setWidget(contents)

    def _length_lines(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._slider, 1)
        line.addWidget(self._field)
        line.addWidget(self._unit)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._proposed, self._an_hour, self._night):
            buttons.addWidget(button)
        buttons.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(8)
        lines.addLayout(line)
        lines.addLayout(buttons)
        return lines


def _key(config: TrainingConfig) -> str:
    """What the time depends on: everything but names and the length."""
    timed = dataclasses.replace(config, pack=PackConfig(), steps=1, checkpoint_every=1, recipe="")
    return dataclasses.replace(timed, validation=dataclasses.replace(config.validation, every=1)).to_json()


def _notch(steps: int, proposed: int) -> int:
    """Where the slider stands for a length: the proposed one is in the middle, each half a factor of 16."""
    if not steps or not proposed:
        return _NOTCHES // 2
    return round(_NOTCHES * (0.5 + math.log(steps / proposed, _SPAN) / 2))


def _steps_at(notch: int, proposed: int) -> int:
    """The length for a place of the slider, in two figures that mean something."""
    steps = max(1.0, proposed * _SPAN ** (2 * notch / _NOTCHES - 1))
    figure = 10 ** max(0, math.floor(math.log10(steps)) - 1)
    return round(steps / figure) * figure


def _seconds_until_morning(now: QDateTime) -> int:
    morning = QDateTime(now.date(), _MORNING)
    return now.secsTo(morning if now < morning else morning.addDays(1))
