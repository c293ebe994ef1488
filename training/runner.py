"""The training loop: it reads top to bottom; the task owns the losses."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.networks.discriminators import NLayerDiscriminator
from colorstudio.networks.generators import Generator, build_generator
from training.batches import prefetch
from training.check import FEW
from training.checkpoints import load_checkpoint, save_checkpoint
from training.data import RunData, load_data
from training.finish import finish
from training.initialise import initial_discriminator, initial_generator
from training.precision import Precision, choose_precision, prepare_torch
from training.reporter import Reporter, reporting_interval
from training.task import ColorizationTask, Losses
from training.validation import contact_sheet, measure, predict, save_sheet

_PAUSE_POLL_SECONDS = 0.2


def train(folder: RunFolder, config: TrainingConfig, reporter: Reporter, *, stop_with_reader: bool = False) -> bool:
    """Train (or continue) the run in `folder` to its end or until it is stopped.

    Returns:
        Whether the run is finished.

    Raises:
        ColorStudioError: the data, the configuration or a checkpoint is not usable.
    """
    folder.clear_commands()  # first of all: what comes while the pictures are decoded is meant for this process
    precision = choose_precision(config.device, config.amp)
    prepare_torch(precision, config.threads, config.seed)
    data = load_data(config, lambda what, done, total: reporter.show(f"decoding {what} pictures: {done} of {total}"))
    run = TrainingRun(folder, config, reporter, data, precision, stop_with_reader)
    finished = run.train()
    if finished:
        finish(folder, config, run.task.best_generator, data, precision, reporter)
    return finished


class TrainingRun:
    """One process's part of a run."""

    def __init__(
        self,
        folder: RunFolder,
        config: TrainingConfig,
        reporter: Reporter,
        data: RunData,
        precision: Precision,
        stop_with_reader: bool,
    ) -> None:
        self.folder, self.config, self.reporter, self.data, self.precision = folder, config, reporter, data, precision
        self.steps = data.steps
        self._stop_with_reader = stop_with_reader
        self._interrupted = False
        self.done = 0
        self._saved = -1
        self._damaged: list[int] = []
        self.task = self._make_task()

    def _make_task(self) -> ColorizationTask:
        netD: NLayerDiscriminator = initial_discriminator(self.config.discriminator)
        state = self._newest_state()
        if state is None:
            return ColorizationTask(
                initial_generator(self.config.generator), netD, self.config, self.steps, self.precision
            )
        self._refuse_other_pictures(state)
        netG: Generator = build_generator(state["architecture"], state["arguments"])
        task = ColorizationTask(netG, netD, self.config, self.steps, self.precision)
        task.load_state_dict(state["task"])
        return task

    def _newest_state(self) -> dict[str, Any] | None:
        """The newest checkpoint that can be read; None in a run without one.

        Raises:
            TrainingError: there are checkpoints, and none of them can be read.
        """
        first_error: TrainingError | None = None
        for step in reversed(self.folder.checkpoint_steps()):
            try:
                state = load_checkpoint(self.folder.checkpoint_path(step))
            except TrainingError as error:
                first_error = first_error or error
                self._damaged.append(step)
                continue
            self.done = self._saved = step
            return state
        if first_error is not None:
            raise first_error
        return None

    def _refuse_other_pictures(self, state: Mapping[str, Any]) -> None:
        """Raise TrainingError if the run would go on with other batches than it began with.

        Checkpoints of earlier versions do not say what they learned from; they are taken at their word.
        """
        if state.get("fingerprint", self.data.fingerprint) != self.data.fingerprint:
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The pictures in {path} are no longer those that the run began with; "
                    "put them back as they were, or start a new run.",
                ),
                path=", ".join(self.config.data.folders),
            )
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

    def train(self) -> bool:
        """Make the steps that are left; returns whether the run came to its end."""
        with self._signals_stop():
            return self._train()

    def _train(self) -> bool:
        self._begin()
        interval, since, last_done = reporting_interval(self.steps), time.monotonic(), self.done
        for step, batch in prefetch(self.data.maker, self.done, self.steps):
            losses = self.task.train_step(batch, step)
            self.done = step + 1
            if self.done % interval == 0 or self.done == self.steps:
                now = time.monotonic()
                speed = (self.done - last_done) * self.config.batch_size / max(now - since, 1e-6)
                since, last_done = now, self.done
                self._report_step(losses, speed)
            self._do_what_is_due()
            if self._must_stop():
                self._checkpoint()
                self.reporter.emit("stopped", self.done)
                return False
        self._checkpoint()
        return True

    def _begin(self) -> None:
        self.folder.truncate_events(self.done)
        facts = {
            "steps": self.steps,
            "pictures": self.data.pictures,
            "held_out": len(self.data.held_out),
            "device": self.precision.device.type,
            "threads": torch.get_num_threads(),
        }
        self.reporter.emit("resumed" if self.done else "started", self.done, **facts)
        self._set_damaged_aside()
        if self.data.left_out and not self.done:
            some = [f"{item.name}: {item.reason}" for item in self.data.left_out[:20]]
            self.reporter.emit("left_out", self.done, pictures=len(self.data.left_out), some=some)
        if self.data.pictures < FEW and not self.done:
            self.reporter.emit("few_pictures", self.done, pictures=self.data.pictures, enough=FEW)
            self.reporter.warn(f"only {self.data.pictures} pictures to learn from: {FEW} or more are better")

    def _set_damaged_aside(self) -> None:
        """Rename damaged checkpoints: as the newest they would outlive the sound ones when old ones are removed."""
        for step in self._damaged:
            path = self.folder.checkpoint_path(step)
            aside = path.replace(path.with_suffix(".damaged"))
            self.reporter.emit("checkpoint_damaged", self.done, file=f"checkpoints/{aside.name}")
            self.reporter.warn(f"the checkpoint {path.name} is damaged; continuing from step {self.done}")

    @contextmanager
    def _signals_stop(self) -> Iterator[None]:
        """SIGTERM and Ctrl+C end the run after the step, with a checkpoint."""
        before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._interrupted = True

    def _report_step(self, losses: Losses, speed: float) -> None:
        values = {name: round(float(loss), 6) for name, loss in losses.items()}
        if not all(map(math.isfinite, values.values())):
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors", "The training failed at step {step}: its numbers grew without limit; lower lr."
                ),
                step=self.done,
            )
        rate = float(self.task.optimizer_G.param_groups[-1]["lr"])
        self.reporter.emit("step", self.done, **values, lr=float(f"{rate:.4g}"), pictures_per_second=round(speed, 1))
        left = (self.steps - self.done) * self.config.batch_size / max(speed, 1e-6)
        self.reporter.show(f"step {self.done} of {self.steps}  {_in_words(values)}  about {left / 60:.0f} min left")

    def _do_what_is_due(self) -> None:
        validation = self.config.validation
        if validation.every and self.done % validation.every == 0:
            self._validate()
        if self.folder.take("sample") or (validation.sample_every and self.done % validation.sample_every == 0):
            self._sample()
        if self.done % self.config.checkpoint_every == 0:
            self._checkpoint()

    def _validate(self) -> None:
        examples = self.data.examples
        comparison = measure(examples, predict(self.task.best_generator, examples, self.precision))
        self.reporter.emit("validation", self.done, **comparison.to_dict())

    def _sample(self) -> None:
        examples = self.data.examples[:: max(1, len(self.data.examples) // self.config.validation.samples)]
        chosen = examples[: self.config.validation.samples]
        path = self.folder.samples / f"step-{self.done:08d}.png"
        save_sheet(contact_sheet(chosen, predict(self.task.best_generator, chosen, self.precision)), path)
        self.reporter.emit("sample", self.done, file=f"samples/{path.name}")

    def _checkpoint(self) -> None:
        if self.done == self._saved:
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
        save_checkpoint(self.folder.checkpoint_path(self.done), state)
        self._saved = self.done
        self.reporter.emit("checkpoint", self.done)
        self.folder.prune_checkpoints(self.config.keep_checkpoints)

    def _must_stop(self) -> bool:
        if self.folder.take("pause"):
            self._pause()
        reader_gone = self._stop_with_reader and self.reporter.reader_gone
        return self._interrupted or reader_gone or self.folder.take("stop")

    def _pause(self) -> None:
        self._checkpoint()
        self.reporter.emit("paused", self.done)
        while not self.folder.take("resume"):
            if self._interrupted or (self.folder.control / "stop").exists():
                return
            time.sleep(_PAUSE_POLL_SECONDS)
        self.reporter.emit("continued", self.done)


def _in_words(losses: Mapping[str, Any]) -> str:
    return "  ".join(f"{name} {value:.4f}" for name, value in losses.items())
