"""What is seen of a run while it goes on: figures of held-out pictures, and sample pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.networks.generators import Generator
from training.clock import Pace
from training.data import RunData
from training.initialise import initial_generator
from training.precision import Precision
from training.reporter import Reporter
from training.samples import chosen_samples, write_originals, write_samples
from training.validation import Example, FloatArray, measure, predict

VALIDATION, SAMPLE = "validation", "sample"


class Observation:
    """Measures and shows a generator; nothing is done twice for the same step.

    Args:
        folder: the run.
        config: its configuration.
        data: its pictures.
        precision: where the generator lives.
        reporter: tells the results.
        pace: takes the time of it.
    """

    def __init__(
        self,
        folder: RunFolder,
        config: TrainingConfig,
        data: RunData,
        precision: Precision,
        reporter: Reporter,
        pace: Pace,
    ) -> None:
        self._folder, self._config, self._data, self._precision = folder, config, data, precision
        self._reporter, self._pace = reporter, pace
        self._samples = chosen_samples(data.examples, config.validation.samples)
        self._measured = self._shown = -1

    def begin(self) -> None:
        """Know from the events what was done; show the pictures as they are and as the base model colours them."""
        last = {str(event["event"]): int(event["step"]) for event in self._folder.read_events()}
        self._measured, self._shown = last.get(VALIDATION, -1), last.get(SAMPLE, -1)
        if not self._folder.sample_originals.exists():
            base = self._base_predictions(self._samples)
            self._write(lambda: write_originals(self._folder, self._samples, base))

    def is_due(self, step: int) -> bool:
        """Whether something is to be done after `step` updates."""
        every, sample_every = self._config.validation.every, self._config.validation.sample_every
        return bool((every and step % every == 0) or (sample_every and step % sample_every == 0))

    def observe(self, step: int, netG: Generator) -> None:
        """Do what is due after `step` updates."""
        every, sample_every = self._config.validation.every, self._config.validation.sample_every
        if every and step % every == 0:
            self.validate(step, netG)
        if sample_every and step % sample_every == 0:
            self.sample(step, netG)

    def validate(self, step: int, netG: Generator) -> None:
        """Tell the figures of held-out pictures, of as many that are learned from, and once those of the base model."""
        if step == self._measured:
            return
        with self._pace.other_work(VALIDATION):
            figures = self._figures(netG, self._data.examples)
            if self._data.learned:
                learned = self._figures(netG, self._data.learned)
                figures |= {"learned": learned["result"], "learned_grey": learned["grey"]}
            if self._measured < 0 and (base := self._base_predictions(self._data.examples)) is not None:
                figures["base"] = measure(self._data.examples, base).to_dict()["result"]
        self._measured = step
        self._reporter.emit(VALIDATION, step, **figures)

    def sample(self, step: int, netG: Generator) -> None:
        """Show what the generator makes of the sample pictures."""
        if step == self._shown:
            return
        with self._pace.other_work(SAMPLE):
            predictions = predict(netG, self._samples, self._precision)
            facts = self._write(lambda: write_samples(self._folder, step, self._samples, predictions))
        self._shown = step
        self._reporter.emit(SAMPLE, step, **facts)

    def remaining(self, steps: int) -> dict[str, int]:
        """How often each is still to be done in `steps` more steps."""
        every, sample_every = self._config.validation.every, self._config.validation.sample_every
        return {
            VALIDATION: (steps // every if every else 0) + 1,
            SAMPLE: (steps // sample_every if sample_every else 0) + 1,
        }

    def _write(self, work: Any) -> Any:
        return self._reporter.patience.write(work, self._folder.samples)

    def _figures(self, netG: Generator, examples: Sequence[Example]) -> dict[str, Any]:
        return measure(examples, predict(netG, examples, self._precision)).to_dict()

    def _base_predictions(self, examples: Sequence[Example]) -> list[FloatArray] | None:
        """What the model that the run began with makes of `examples`; None: it began from scratch."""
        if not self._config.generator.init_from:
            return None
        netG = initial_generator(self._config.generator).to(self._precision.device)
        return predict(netG, examples, self._precision)
