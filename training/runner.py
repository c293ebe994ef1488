"""The training loop: it reads top to bottom; the task owns the losses."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_messages import FEW
from colorstudio.networks.discriminators import NLayerDiscriminator
from colorstudio.networks.generators import Generator, build_generator
from training.batches import prefetch
from training.checkpoints import load_checkpoint, save_checkpoint
from training.clock import Pace, step_weight, work_left
from training.data import RunData, load_data
from training.finish import finish
from training.initialise import initial_discriminator, initial_generator
from training.precision import Precision, choose_precision, device_label, prepare_torch
from training.reporter import Reporter, reporting_interval
from training.samples import chosen_samples, write_originals, write_samples
from training.task import ColorizationTask, Losses
from training.validation import Example, FloatArray, measure, predict

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
    reporter.last_step = max(folder.checkpoint_steps(), default=0)
    folder.truncate_events(reporter.last_step)
    data = load_data(config, lambda what, done, total: reporter.progress("preparing", done, total, what=what))
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
        self._saved = self._measured = self._shown = -1
        self._pace = Pace()
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
        interval, last_done = reporting_interval(self.steps), self.done
        self._pace.restart()
        for step, batch in prefetch(self.data.maker, self.done, self.steps):
            losses = self.task.train_step(batch, step)
            self.done = step + 1
            if self.done % interval == 0 or self.done == self.steps:
                self._report_step(losses, self.done - last_done)
                last_done = self.done
            self._do_what_is_due()
            if self._must_stop():
                self._checkpoint()
                self.reporter.emit("stopped", self.done)
                return False
        self._checkpoint()
        self._validate()
        self._sample()
        return True

    def _begin(self) -> None:
        self.folder.truncate_events(self.done)
        self._recall()
        facts = {
            "steps": self.steps,
            "pictures": self.data.pictures,
            "held_out": len(self.data.held_out),
            "device": self.precision.device.type,
            "device_label": device_label(self.precision),
            "threads": torch.get_num_threads(),
            "batch_size": self.config.batch_size,
            "micro_batch": self.config.micro_batch or self.config.batch_size,
            "processes": self.config.processes,
        }
        self.reporter.emit("resumed" if self.done else "started", self.done, **facts)
        self._set_damaged_aside()
        self._write_originals()
        if self.data.left_out and not self.done:
            some = [f"{item.name}: {item.reason}" for item in self.data.left_out[:20]]
            self.reporter.emit("left_out", self.done, pictures=len(self.data.left_out), some=some)
        if self.data.pictures < FEW and not self.done:
            self.reporter.emit("few_pictures", self.done, pictures=self.data.pictures, enough=FEW)
            self.reporter.warn(f"only {self.data.pictures} pictures to learn from: {FEW} or more are better")

    def _recall(self) -> None:
        """Know from the events what need not be done again."""
        last = {str(event["event"]): int(event["step"]) for event in self.folder.read_events()}
        self._measured, self._shown = last.get("validation", -1), last.get("sample", -1)

    def _write_originals(self) -> None:
        """Show the sample pictures as they are and as the model colours them that the run begins with."""
        self._shown_examples = chosen_samples(self.data.examples, self.config.validation.samples)
        if self.folder.sample_originals.exists():
            return
        base = self._base_predictions(self._shown_examples)
        write_originals(self.folder, self._shown_examples, base)

    def _base_predictions(self, examples: Sequence[Example]) -> list[FloatArray] | None:
        """What the model that the run began with makes of `examples`; None: it began from scratch."""
        if not self.config.generator.init_from:
            return None
        netG = initial_generator(self.config.generator).to(self.precision.device)
        return predict(netG, examples, self.precision)

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

    def _report_step(self, losses: Losses, count: int) -> None:
        values = {name: round(float(loss), 6) for name, loss in losses.items()}
        if not all(map(math.isfinite, values.values())):
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors", "The training failed at step {step}: its numbers grew without limit; lower lr."
                ),
                step=self.done,
            )
        seconds = self._pace.steps_made(count, step_weight(self.config, self.done - 1, self.steps))
        left = self._seconds_left()
        rate = float(self.task.optimizer_G.param_groups[-1]["lr"])
        speeds = {"pictures_per_second": round(self.config.batch_size / seconds, 2), "seconds_left": round(left, 1)}
        self.reporter.emit("step", self.done, **values, lr=float(f"{rate:.4g}"), **speeds)
        self.reporter.show(f"step {self.done} of {self.steps}  {_in_words(values)}  about {left / 60:.0f} min left")

    def _seconds_left(self) -> float:
        steps, validation = self.steps - self.done, self.config.validation
        others = {
            "validation": (steps // validation.every if validation.every else 0) + 1,
            "sample": (steps // validation.sample_every if validation.sample_every else 0) + 1,
            "checkpoint": steps // self.config.checkpoint_every + 1,
        }
        return self._pace.seconds_left(work_left(self.config, self.done, self.steps), others)

    def _do_what_is_due(self) -> None:
        validation = self.config.validation
        if validation.every and self.done % validation.every == 0:
            self._validate()
        if self.folder.take("sample") or (validation.sample_every and self.done % validation.sample_every == 0):
            self._sample()
        if self.done % self.config.checkpoint_every == 0:
            self._checkpoint()

    def _validate(self) -> None:
        if self.done == self._measured:
            return
        with self._pace.other_work("validation"):
            figures = self._figures_of(self.data.examples)
            if self.data.learned:
                learned = self._figures_of(self.data.learned)
                figures |= {"learned": learned["result"], "learned_grey": learned["grey"]}
            if self._measured < 0 and (base := self._base_predictions(self.data.examples)) is not None:
                figures["base"] = measure(self.data.examples, base).to_dict()["result"]
        self._measured = self.done
        self.reporter.emit("validation", self.done, **figures)

    def _figures_of(self, examples: Sequence[Example]) -> dict[str, Any]:
        return measure(examples, predict(self.task.best_generator, examples, self.precision)).to_dict()

    def _sample(self) -> None:
        if self.done == self._shown:
            return
        with self._pace.other_work("sample"):
            predictions = predict(self.task.best_generator, self._shown_examples, self.precision)
            facts = write_samples(self.folder, self.done, self._shown_examples, predictions)
        self._shown = self.done
        self.reporter.emit("sample", self.done, **facts)

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
        with self._pace.other_work("checkpoint"):
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
        with self._pace.other_work("pause"):
            self._wait_for_resume()

    def _wait_for_resume(self) -> None:
        while not self.folder.take("resume"):
            if self._interrupted or (self.folder.control / "stop").exists():
                return
            time.sleep(_PAUSE_POLL_SECONDS)
        self.reporter.emit("continued", self.done)


def _in_words(losses: Mapping[str, Any]) -> str:
    return "  ".join(f"{name} {value:.4f}" for name, value in losses.items())
