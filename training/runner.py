"""The training loop: it reads top to bottom; the task owns the losses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_messages import FEW
from colorstudio.networks.generators import build_generator
from training.batches import prefetch
from training.cache import default_cache_folder
from training.card_check import check_card
from training.checkpoints import CheckpointKeeper
from training.clock import Pace, SleepWatch, step_weight, work_left
from training.control import NOW, Control, StopAsked
from training.data import RunData, load_data, other_pictures
from training.distributed import ALONE, Team
from training.finish import finish
from training.follower import invite
from training.initialise import initial_discriminator, initial_generator
from training.mean import mean_generator
from training.observation import Observation
from training.packs import keep_base, with_kept_base
from training.parking import ParkedTask
from training.precision import Precision, choose_precision, device_label, prepare_torch
from training.reporter import Reporter, reporting_interval
from training.sizing import StepMaker, StepSpoilt
from training.soundness import Soundness
from training.task import ColorizationTask, Losses

LOWEST_RATE_SHARE = 1 / 8
"""A run whose numbers grow without limit is rolled back three times, to half the rates each time."""

_UNSOUND, _SPOILT = "not finite", "out of memory"
"""Why a run goes back; see the event `rolled_back`."""


def train(
    folder: RunFolder,
    config: TrainingConfig,
    reporter: Reporter,
    *,
    stop_with_reader: bool = False,
    keep_commands: bool = False,
    team: Team = ALONE,
) -> bool:
    """Train (or continue) the run in `folder` to its end or until it is stopped.

    Args:
        folder: the run.
        config: its configuration.
        reporter: tells what happens.
        stop_with_reader: whether the run ends when nobody reads the events any more.
        keep_commands: whether commands that were left before are meant for this process, and not for an earlier one.
        team: the processes that share each batch; this one leads.

    Returns:
        Whether the run is finished.

    Raises:
        ColorStudioError: the data, the configuration or a checkpoint is not usable.
    """
    if folder.is_finished:  # to finish it again would throw the votes of its blind comparison away
        reporter.warn(f"{folder.path.name} is finished")
        return True
    if not keep_commands:
        folder.clear_commands()
    control = Control(folder, reporter, stop_with_reader)
    reporter.between, reporter.patience.sleep = control.check, control.sleep
    reporter.last_step = max(folder.checkpoint_steps(), default=0)
    try:
        with control.signals_stop():
            _train(folder, config, reporter, control, team)
    except StopAsked as stop:
        reporter.tell("stopped", reason=stop.reason)
        return False
    return True


def _train(folder: RunFolder, config: TrainingConfig, reporter: Reporter, control: Control, team: Team) -> None:
    """Train to the end.

    Raises:
        StopAsked: the run is to stop before.
    """
    patience = reporter.patience
    check_card(config.pack)
    precision = choose_precision(config.device, config.amp, team)
    prepare_torch(precision, team.threads(config.threads), config.seed)
    patience.write(lambda: folder.truncate_events(reporter.last_step), folder.path)
    patience.write(lambda: keep_base(folder, config), folder.path)
    config = with_kept_base(folder, config)
    data = patience.write(lambda: _load(config, reporter), _cache_folder(config))
    run = TrainingRun(folder, config, reporter, control, data, precision, team)
    run.train()
    team.dismiss()
    netG = run.task.best_generator
    patience.write(lambda: finish(folder, config, netG, data, precision, reporter), folder.path, run.pack_bytes())


def _load(config: TrainingConfig, reporter: Reporter) -> RunData:
    return load_data(config, lambda what, done, total: reporter.progress("preparing", done, total, what=what))


def _cache_folder(config: TrainingConfig) -> Path:
    return Path(config.data.cache_folder) if config.data.cache_folder else default_cache_folder()


class TrainingRun:
    """One process's part of a run.

    Attributes:
        task: networks, losses and optimisers.
        done: updates made.
        steps: length of the run.
    """

    def __init__(
        self,
        folder: RunFolder,
        config: TrainingConfig,
        reporter: Reporter,
        control: Control,
        data: RunData,
        precision: Precision,
        team: Team = ALONE,
    ) -> None:
        self.folder, self.config, self.reporter, self.control = folder, config, reporter, control
        self.data, self.precision, self.team = data, precision, team
        self.steps, self.done = data.steps, 0
        self._pace, self._sleep_watch = Pace(), SleepWatch()
        self._checkpoints = CheckpointKeeper(folder, reporter, config.keep_checkpoints)
        self._observation = Observation(folder, config, data, precision, reporter, self._pace)
        self._maker = data.maker.of_part(team.rows(config.batch_size)) if team.size > 1 else data.maker
        self._interval = reporting_interval(self.steps)
        self.task = self._make_task()

    def train(self) -> None:
        """Make the steps that are left.

        Raises:
            StopAsked: the run is to stop before; but for haste, there is a checkpoint.
        """
        self._begin()
        while self.done < self.steps:
            if setback := self._make_steps():
                self._go_back(setback)
        self._save()
        self._observation.validate(self.done, self.task.best_generator)
        self._observation.sample(self.done, self.task.best_generator)

    def _make_steps(self) -> str:
        """Make steps to the end, or until the run has to go on from an earlier one; returns why, or ''."""
        maker, soundness = StepMaker(self.task, self.reporter), Soundness(self.task.netG, self.task.netD)
        self._pace.restart()
        last_told = self.done
        for step, batch in prefetch(self._maker, self.done, self.steps):
            try:
                losses = maker.make(batch, step)
            except StepSpoilt:
                return _SPOILT
            self.done = step + 1
            if not soundness.note(losses) or (self._is_something_due() and not soundness.settled()):
                return _UNSOUND
            if self.done % self._interval == 0 or self.done == self.steps:
                self._tell_step(losses, self.done - last_told)
                last_told = self.done
            self._do_what_is_due()
            self._obey()
        return ""

    # Where it begins

    def _make_task(self) -> ColorizationTask:
        netD = initial_discriminator(self.config.discriminator)
        state = self._checkpoints.newest()
        if state is None:
            shares = self.config.generator.mean_of
            netG = mean_generator(shares) if shares else initial_generator(self.config.generator)
        else:
            self._refuse_other_pictures(state)
            netG = build_generator(state["architecture"], state["arguments"])
        task = ColorizationTask(netG, netD, self.config, self.steps, self.precision, self.team)
        invite(self.team, self.config, self.data, task)
        if state is not None:
            task.load_state_dict(state["task"])
            self.done = int(state["step"])
        return task

    def _refuse_other_pictures(self, state: Mapping[str, Any]) -> None:
        """Raise TrainingError if the run would go on with other batches than it began with.

        Checkpoints of earlier versions do not say what they learned from; they are taken at their word.
        """
        if state.get("fingerprint", self.data.fingerprint) != self.data.fingerprint:
            raise other_pictures(self.config)
        if state.get("steps", self.steps) != self.steps:
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The run began with {before} steps and would go on with {now}; "
                    "set its configuration back, or start a new run.",
                ),
                before=state["steps"],
                now=self.steps,
            )

    def _begin(self) -> None:
        self._forget_events()
        facts = {
            "steps": self.steps,
            "pictures": self.data.pictures,
            "held_out": len(self.data.held_out),
            "device": self.precision.device.type,
            "device_label": device_label(self.precision, self.team.size),
            "threads": torch.get_num_threads(),
            "batch_size": self.config.batch_size,
            "micro_batch": self.task.micro_batch or self.config.batch_size,
            "processes": self.team.size,
        }
        is_new = self._checkpoints.saved is None
        self.reporter.emit("started" if is_new else "resumed", self.done, **facts)
        self._checkpoints.set_damaged_aside()
        if self.data.left_out and is_new:
            some = [f"{item.name}: {item.reason}" for item in self.data.left_out[:20]]
            self.reporter.emit("left_out", self.done, pictures=len(self.data.left_out), some=some)
        if self.data.pictures < FEW and is_new and self.steps:
            self.reporter.emit("few_pictures", self.done, pictures=self.data.pictures, enough=FEW)
            self.reporter.warn(f"only {self.data.pictures} pictures to learn from: {FEW} or more are better")
        self._save()  # also before the first step: the run may have to go back to it, and a full disk shows at once

    def _forget_events(self) -> None:
        """Forget what happened after this step: it happens again."""
        self.reporter.patience.write(lambda: self.folder.truncate_events(self.done), self.folder.path)
        self.reporter.last_step = self.done
        self._observation.begin()

    def _go_back(self, setback: str) -> None:
        """Go on from the newest checkpoint; with half the rates if the numbers of the run were not sound.

        Raises:
            TrainingError: that was done often enough.
        """
        failed_at, micro_batch, rate_share = self.done, self.task.micro_batch, self.task.rate_share
        if setback == _UNSOUND and rate_share <= LOWEST_RATE_SHARE:
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The training failed at step {step}: its numbers grew without limit, even with an eighth of its "
                    "learning rates; start a new one with a lower learning rate.",
                ),
                step=failed_at,
            )
        state = self._checkpoints.newest()
        assert state is not None  # there is one of step 0 at least
        self.task.load_state_dict(state["task"])
        self.done = int(state["step"])
        self.task.micro_batch = micro_batch
        self.task.rate_share = rate_share / 2 if setback == _UNSOUND else rate_share
        self._forget_events()
        self._checkpoints.set_damaged_aside()
        self._save(anew=True)  # else a run that is killed now would come back with the old rates
        share = self.task.rate_share
        self.reporter.emit("rolled_back", self.done, to=self.done, at=failed_at, rate=share, reason=setback)

    # Between steps

    def _is_something_due(self) -> bool:
        """Whether more is to be done now than to go on: then the newest step must be known to be sound."""
        return (
            self.done % self._interval == 0
            or self.done == self.steps
            or self.done % self.config.checkpoint_every == 0
            or self._observation.is_due(self.done)
            or self.control.wants_something
        )

    def _tell_step(self, losses: Losses, count: int) -> None:
        values = {name: round(float(loss), 6) for name, loss in losses.items()}
        seconds = self._pace.steps_made(count, step_weight(self.config, self.done - 1, self.steps))
        rate, left = float(self.task.optimizer_G.param_groups[-1]["lr"]), self._seconds_left()
        speeds = {"pictures_per_second": round(self.config.batch_size / seconds, 2), "seconds_left": round(left, 1)}
        self.reporter.emit("step", self.done, **values, lr=float(f"{rate:.4g}"), **speeds)
        self.reporter.show(f"step {self.done} of {self.steps}  {_in_words(values)}  about {left / 60:.0f} min left")

    def _seconds_left(self) -> float:
        steps = self.steps - self.done
        others = self._observation.remaining(steps) | {"checkpoint": steps // self.config.checkpoint_every + 1}
        return self._pace.seconds_left(work_left(self.config, self.done, self.steps), others)

    def _do_what_is_due(self) -> None:
        if slept := self._sleep_watch.slept():
            self.reporter.emit("slept", self.done, seconds=round(slept))
        self._observation.observe(self.done, self.task.best_generator)
        if self.done % self.config.checkpoint_every == 0:
            self._save()

    def _obey(self) -> None:
        """Do what the window or the system wants.

        Raises:
            StopAsked: it wants the run to stop.
        """
        if not self.control.wants_something:
            return
        if self.control.take_sample():
            self._observation.sample(self.done, self.task.best_generator)
        if self.control.take_pause():
            self._pause()
        if reason := self.control.stop_reason:
            if reason != NOW:
                self._save()
            raise StopAsked(reason)

    def _pause(self) -> None:
        """Save, leave the GPU to others, and wait."""
        self._save()
        with self._pace.other_work("pause"):
            self.team.order("park")
            parked = ParkedTask(self.task)
            self.reporter.emit("paused", self.done)
            self.control.wait_for_resume()
            self.team.order("bring back")
            parked.bring_back(self.control.sleep)
        self.reporter.emit("continued", self.done)

    def _save(self, anew: bool = False) -> None:
        """Write a checkpoint, if there is none of this step or it is to be written anew."""
        if self.done == self._checkpoints.saved and not anew:
            return
        state = {
            "step": self.done,
            "steps": self.steps,
            "fingerprint": self.data.fingerprint,
            "averaging": self.config.optimizer.ema > 0,
            "architecture": self.task.netG.architecture,
            "arguments": dict(self.task.netG.arguments),
            "task": self.task.state_dict(),
        }
        with self._pace.other_work("checkpoint"):
            self._checkpoints.save(self.done, state)

    def pack_bytes(self) -> int:
        """About how many bytes the results take on the disk: two packs in half precision at a time."""
        return 4 * sum(value.numel() for value in self.task.netG.parameters())


def _in_words(losses: Mapping[str, Any]) -> str:
    return "  ".join(f"{name} {value:.4f}" for name, value in losses.items())
