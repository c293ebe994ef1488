"""Asks what a new training needs to know: pictures, goal, time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_goals import Answers, Verdict, configure, fits, run_name
from colorstudio.engine.messages import ModelSummary
from colorstudio.engine.training.recipes import shipped_recipe
from colorstudio.ui.i18n import error_text
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.training.wizard.check_step import CheckStep
from colorstudio.ui.training.wizard.expert_page import ExpertPage
from colorstudio.ui.training.wizard.goal_step import GoalStep
from colorstudio.ui.training.wizard.pictures_step import PicturesStep
from colorstudio.ui.training.wizard.step_rail import Step, StepRail
from colorstudio.ui.training.wizard.time_step import TimeStep
from colorstudio.ui.widgets.message_bar import MessageKind
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.window_layout import stack


class WizardPage(Retranslated, QWidget):
    """Four steps, each with one question; the last one starts the run."""

    run_started = Signal(object)
    """The folder (`Path`) of the run that was started."""
    dismissed = Signal()

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self._context = context
        self._step = Step.PICTURES
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rail = StepRail()
        self.pictures, self.check, self.goal, self.time = PicturesStep(), CheckStep(), GoalStep(), TimeStep()
        self._experts: ExpertPage | None = None
        self._cancel, self._back, self._next = QPushButton(), QPushButton(), QPushButton()
        self._next.setObjectName("primaryButton")
        self._build()
        self._connect_parts()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Leaves the wizard; nothing is started."))
        self._back.setText(self.tr("Back"))
        self._back.setToolTip(self.tr("To the step before; what you answered is kept."))
        self._show_step()

    # What the workspace calls

    def begin(self) -> None:
        """Start over with an empty page."""
        self.pictures.clear()
        self.check.forget()
        self.goal.begin()
        self.time.begin()
        if self._experts is not None:
            self._experts.begin()
        self._go(Step.PICTURES)

    def set_models(self, models: Sequence[ModelSummary]) -> None:
        """Offer other models to begin with."""
        self.goal.set_models(models)

    def set_dismissable(self, is_dismissable: bool) -> None:
        """Whether there is something to go back to."""
        self._cancel.setVisible(is_dismissable)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was answered yet."""
        return not self.pictures.folders()

    def shutdown(self) -> None:
        """Stop all work, and wait for it."""
        self.check.shutdown()
        self.time.shutdown()

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add folders to learn from, wherever one is in the wizard."""
        others = self.pictures.add_folders(paths)
        if others:
            text = self.tr("A training learns from folders: drop the folder that holds {name} instead.")
            self._context.messages.show_message(text.format(name=others[0].name), MessageKind.WARNING)
        if len(others) < len(paths):
            self._go(Step.PICTURES)

    # Going from step to step

    def _go(self, step: Step) -> None:
        self._step = step
        if step is Step.CHECK:
            self.check.look_at(self.pictures.folders())
        elif step is Step.GOAL:
            self.goal.propose_name(Path(self.pictures.folders()[0]).name)
        elif step is Step.TIME:
            self._ask_time()
        self._pages.setCurrentIndex(step)
        self._show_step()

    def _farthest(self) -> Step:
        """How far what was answered reaches."""
        selection = self.check.selection
        if not self.pictures.folders():
            return Step.PICTURES
        if selection is None or self.check.folders != self.pictures.folders() or selection.verdict is Verdict.NONE:
            return Step.CHECK
        return Step.TIME if self.goal.name else Step.GOAL

    def _show_step(self) -> None:
        farthest = self._farthest()
        self._rail.show_step(self._step, max(farthest, self._step))
        self._back.setEnabled(self._step > Step.PICTURES)
        is_last = self._step is Step.TIME
        self._next.setText(self.tr("Start training") if is_last else self.tr("Next"))
        self._next.setToolTip(
            self.tr("Starts the training; this window may be closed meanwhile.")
            if is_last
            else self.tr("To the next question.")
        )
        self._next.setEnabled(self.time.estimate is not None if is_last else farthest > self._step)

    @Slot(int)
    def _on_rail_step_chosen(self, index: int) -> None:
        self._go(Step(index))

    @Slot()
    def _on_back_clicked(self) -> None:
        self._go(Step(self._step - 1))

    @Slot()
    def _on_next_clicked(self) -> None:
        if self._step is Step.TIME:
            self._start()
        else:
            self._go(Step(self._step + 1))

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.begin()
        self.dismissed.emit()

    @Slot()
    def _on_steps_changed(self) -> None:
        self._show_step()

    # What the answers mean

    def _configure(self, steps: int, *, with_changes: bool = True) -> TrainingConfig:
        assert self.check.selection is not None
        experts = self._experts
        recipe = shipped_recipe((experts.recipe if experts else "") or self.goal.goal)
        texts = self.goal.base, self.goal.name, self.goal.licence, self.goal.source
        answers = Answers(self.check.selection, *texts, steps=steps, threads=self.time.threads)
        changes = experts.changes if experts and with_changes else {}
        return configure(recipe, answers, changes, self.goal.taken)

    @Slot()
    def _ask_time(self) -> None:
        try:
            config = self._configure(0)
        except ColorStudioError as error:
            self._tell(error)
            return
        self.time.ask(config, self.goal.goal, self._changed_names())

    def _start(self) -> None:
        assert self.time.estimate is not None
        taken = [path.name for path in self._context.runs.folder.iterdir()]
        try:
            path = self._context.runs.folder / run_name(self.goal.name, taken)
            config = self._configure(self.time.steps)
            self._context.trainer.start(fits(config, self.time.estimate, self._changed_names()), path)
        except ColorStudioError as error:
            self._tell(error)
            return
        self.begin()
        self.run_started.emit(path)

    def _changed_names(self) -> frozenset[str]:
        return frozenset(self._experts.changes) if self._experts else frozenset()

    @Slot(object)
    def _tell(self, error: ColorStudioError) -> None:
        self._context.messages.show_message(error_text(error), MessageKind.ERROR)

    # The page for experts

    @Slot()
    def _on_time_experts_wanted(self) -> None:
        if self._experts is None:
            self._experts = ExpertPage()
            self._experts.changed.connect(self._on_experts_changed)
            self._experts.left.connect(self._on_experts_left)
            self._experts.refused.connect(self._tell)
            self._pages.addWidget(self._experts)
        self._experts.set_base(self._configure(self.time.steps, with_changes=False))
        self._pages.setCurrentWidget(self._experts)
        self._show_footer(False)

    @Slot()
    def _on_experts_changed(self) -> None:
        assert self._experts is not None
        self._experts.set_base(self._configure(self.time.steps, with_changes=False))

    @Slot()
    def _on_experts_left(self) -> None:
        self._show_footer(True)
        self._go(Step.TIME)

    def _show_footer(self, is_visible: bool) -> None:
        for part in (self._footer, self._rail):
            part.setVisible(is_visible)

    # Putting together

    def _connect_parts(self) -> None:
        self._rail.step_chosen.connect(self._on_rail_step_chosen)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        for step in (self.pictures, self.check, self.goal, self.time):
            step.changed.connect(self._on_steps_changed)
        self.time.pace_changed.connect(self._ask_time)
        self.time.experts_wanted.connect(self._on_time_experts_wanted)

    def _build(self) -> None:
        self._pages = stack(self.pictures, self.check, self.goal, self.time)
        self._footer = QWidget()
        buttons = QHBoxLayout(self._footer)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 16, 32, 24)
        layout.setSpacing(16)
        layout.addWidget(self._rail)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._footer)
