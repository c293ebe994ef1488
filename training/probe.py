"""How long will a run take on this machine, and does it fit into its memory? Makes real steps to find out."""

from __future__ import annotations

import math
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch

from colorstudio import paths
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_messages import Estimate
from training.batches import Batch, BatchMaker, Sampler, picture_weights, prefetch
from training.cache import PictureCache, open_cache
from training.checkpoints import save_checkpoint
from training.initialise import initial_discriminator, initial_generator
from training.memory import MemoryWatch, free_memory, is_out_of_memory
from training.parking import free_cached_memory
from training.precision import Precision, choose_precision, device_label, prepare_torch
from training.schedule import adversarial_start, crop_side, uses_discriminator
from training.selection import Selection, likely_pictures
from training.task import ColorizationTask
from training.validation import make_examples, measure, predict, spread_indices

Report = Callable[[int, int], None]

_SAMPLE = 24
"""Pictures that are decoded to make batches of."""

_PHASE_SECONDS = 8.0
_FEWEST_STEPS, _MOST_STEPS = 3, 30
_ROOM = 0.85
"""Share of the free memory that a run may take: the archivist works on."""

_START_SECONDS = 8.0
"""Importing and building networks at the start of a run."""

_GAIN_TRIALS = 6
_EXPORT_SECONDS = 10.0
"""Exporting the graph and writing the pack at its end."""

_SAMPLE_BYTES, _EVENT_BYTES, _EVENTS = 30_000, 250, 1_500


@dataclass(frozen=True)
class Phase:
    """Steps that cost the same.

    Attributes:
        first, last: from the first to before the last.
        crop: side of the crops.
        adversarial: whether D takes part.
    """

    first: int
    last: int
    crop: int
    adversarial: bool


def phases_of(config: TrainingConfig, steps: int) -> list[Phase]:
    """The phases of a run: D comes in late, crops become larger."""
    marks = {0, steps, min(steps, adversarial_start(config.loss, steps))}
    if config.late_crop:
        marks.add(min(steps, math.ceil(config.late_from * steps)))
    borders = sorted(marks)
    return [
        Phase(first, last, crop_side(config, first, steps), uses_discriminator(config.loss, first, steps))
        for first, last in pairwise(borders)
    ]


def probe(config: TrainingConfig, report: Report, out: Path | None = None) -> Estimate:
    """Time and measure a run that is not made.

    Args:
        config: its configuration, with data folders.
        report: told of the progress.
        out: where the run folder will be; None: where the window puts its runs.

    Raises:
        ColorStudioError: the run could not start, for want of pictures, of a device or of memory.
    """
    precision = choose_precision(config.device, config.amp)
    prepare_torch(precision, config.threads, config.seed)
    free = free_memory(precision.device)
    pictures = likely_pictures(config.data)
    if not pictures.learned:
        raise _nothing_to_learn(config)
    with tempfile.TemporaryDirectory(prefix="colorstudio-probe-") as scratch, MemoryWatch(precision.device) as watch:
        trial = _Trial(config, pictures, precision, Path(scratch), report)
        trial.prepare()
        micro_batch = trial.find_micro_batch(watch, int(free * _ROOM))
        step_seconds = trial.time_steps()
        seconds = trial.seconds_besides() + step_seconds * trial.steps
        disk = trial.disk_bytes()
        memory = trial.foreseen or watch.most
    report(100, 100)
    return Estimate(
        device=precision.device.type,
        device_label=device_label(precision),
        steps=trial.steps,
        seconds_per_step=round(step_seconds, 5),
        seconds=round(seconds, 1),
        memory=memory,
        memory_free=free,
        micro_batch=micro_batch,
        disk=disk,
        disk_free=_disk_free(out or paths.runs_dir()),
    )


def _disk_free(folder: Path) -> int:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


class _Trial:
    """A run in small: some of its pictures, its own networks, a few of its steps.

    Attributes:
        steps: of the whole run.
        foreseen: bytes that its steps take if they are made in parts; 0: they are not.
    """

    def __init__(
        self,
        config: TrainingConfig,
        pictures: Selection,
        precision: Precision,
        scratch: Path,
        report: Report,
    ) -> None:
        self._config, self._precision, self._scratch, self._report = config, precision, scratch, report
        self._learned, self._held_out = pictures.learned, pictures.held_out
        sampler = Sampler(picture_weights(self._learned, config.data.weights), config.batch_size, config.seed)
        self.steps = config.steps or config.epochs * sampler.steps_per_epoch()
        self._phases = phases_of(config, self.steps)
        self._share = math.ceil(config.batch_size / config.processes)
        self.foreseen = 0
        self._picture_seconds = self._picture_bytes = 0.0
        self._checkpoint_seconds, self._checkpoint_bytes = 0.0, 0

    def prepare(self) -> None:
        """Decode some pictures and build the networks."""
        cache = self._decode_some()
        usable = [i for i, entry in enumerate(cache.entries) if entry.channels]
        if not usable:
            raise _nothing_to_learn(self._config)
        self._report(15, 100)
        sampler = Sampler([1.0] * len(usable), self._config.batch_size, self._config.seed)
        maker = BatchMaker(cache, usable, sampler, self._config, self.steps)
        self._maker = maker.of_part(slice(0, self._share))
        self._examples = make_examples([cache.pixels(i) for i in usable[:4]], self._config.validation.size)
        netG, netD = initial_generator(self._config.generator), initial_discriminator(self._config.discriminator)
        self._task = ColorizationTask(netG, netD, self._config, self.steps, self._precision)
        self._report(25, 100)

    def _decode_some(self) -> PictureCache:
        some = [self._learned[i] for i in spread_indices(len(self._learned), _SAMPLE)]
        since = time.perf_counter()
        cache = open_cache(some, self._config.data.cache_size, self._scratch, lambda done, total: None)
        self._picture_seconds = (time.perf_counter() - since) / len(some)
        self._picture_bytes = sum(e.height * e.width * e.channels for e in cache.entries) / len(some)
        return cache

    def find_micro_batch(self, watch: MemoryWatch, room: int) -> int:
        """How many pictures of a batch fit into `room` bytes at once; 0: all of them.

        Growing parts of a batch go through the networks, and what the next would take is foreseen: on the CPU the
        system kills a process that asks for too much, and with it perhaps others.

        Raises:
            TrainingError: not even one picture fits.
        """
        heaviest = max(self._phases, key=lambda phase: (phase.crop, phase.adversarial))
        batch = self._maker.make(heaviest.first)
        whole = min(self._config.micro_batch or self._share, self._share)
        fits, took, growth = 0, 0, 0.0
        for size in _growing(whole):
            if fits and took + growth * (size - fits) > room:
                break
            if not self._can_step(_first(batch, size), heaviest.first) or (fits and watch.most > room):
                break
            growth = (watch.most - took) / (size - fits) if fits else 0.0
            fits, took = size, watch.most
            self._report(25 + 15 * size // whole, 100)
        if not fits or took > room:
            raise _too_large(heaviest.crop)
        self.foreseen = took if fits < whole else 0
        self._task.micro_batch = 0 if fits == self._share else fits
        return self._task.micro_batch

    def _can_step(self, batch: Batch, step: int) -> bool:
        self._task.micro_batch = 0
        try:
            self._task.train_step(batch, step)
            self._wait()
        except (MemoryError, RuntimeError) as error:
            if not is_out_of_memory(error):
                raise
        else:
            return True
        # Here and not in the handler: the traceback of the error holds all that filled the memory.
        for optimizer in (self._task.optimizer_G, self._task.optimizer_D):
            optimizer.zero_grad(set_to_none=True)
        free_cached_memory(self._precision.device)
        return False

    def _wait(self) -> None:
        """Until the device has done what it was told: steps on a GPU return before they are made."""
        if self._precision.device.type == "cuda":
            torch.cuda.synchronize(self._precision.device)
        elif self._precision.device.type == "mps":
            torch.mps.synchronize()

    def time_steps(self) -> float:
        """Seconds a step, on average over the phases of the run."""
        total = 0.0
        for number, phase in enumerate(self._phases):
            total += self._time_phase(phase) * (phase.last - phase.first)
            self._report(40 + 45 * (number + 1) // len(self._phases), 100)
        side_by_side = torch.cuda.device_count() if self._precision.device.type == "cuda" else 1
        rounds = math.ceil(self._config.processes / max(1, side_by_side))
        return rounds * total / max(1, self.steps)

    def _time_phase(self, phase: Phase) -> float:
        """The median of some steps, made as a run makes them: batches come from a thread beside."""
        last = min(phase.last, phase.first + _MOST_STEPS)
        times: list[float] = []
        since = time.perf_counter()
        for step, batch in prefetch(self._maker, phase.first, last):
            self._task.train_step(batch, step)
            self._wait()
            now = time.perf_counter()
            times.append(now - since)
            since = now
            if len(times) > _FEWEST_STEPS and sum(times) > _PHASE_SECONDS:
                break
        return statistics.median(times[1:] or times)  # the first one of its kind is slower

    def seconds_besides(self) -> float:
        """Seconds for all but the steps: decoding, measuring, checkpoints, and the pack at the end."""
        validation = self._config.validation
        shown = min(len(self._held_out), validation.pictures) or validation.samples
        decoding = self._picture_seconds * (len(self._learned) + shown)
        predicting, measuring = self._time_measuring()
        looks = self.steps // validation.every if validation.every else 0
        measured = (looks + 1) * 2 * shown * (predicting + measuring)  # held-out pictures, and as many learned ones
        self._time_checkpoint()
        checkpoints = (self.steps // self._config.checkpoint_every + 1) * self._checkpoint_seconds
        larger = (self._config.pack.render_size / validation.size) ** 2
        gain = shown * (predicting + _GAIN_TRIALS * measuring)
        compared = 2 * len(self._held_out) * larger * (predicting + measuring)  # the new model and its base
        self._report(95, 100)
        return _START_SECONDS + decoding + measured + checkpoints + gain + compared + _EXPORT_SECONDS

    def _time_measuring(self) -> tuple[float, float]:
        """Seconds for one picture: until it is coloured, and until it is compared with the truth."""
        netG = self._task.best_generator
        predict(netG, self._examples, self._precision)
        since = time.perf_counter()
        predictions = predict(netG, self._examples, self._precision)
        between = time.perf_counter()
        measure(self._examples, predictions)
        count = len(self._examples)
        return (between - since) / count, (time.perf_counter() - between) / count

    def _time_checkpoint(self) -> None:
        path, since = self._scratch / "checkpoint.pt", time.perf_counter()
        save_checkpoint(path, {"task": self._task.state_dict()})
        self._checkpoint_seconds = time.perf_counter() - since
        self._checkpoint_bytes = path.stat().st_size
        path.unlink()

    def disk_bytes(self) -> int:
        """Bytes of the run folder at its largest, and of the decoded pictures."""
        validation = self._config.validation
        checkpoints = (self._config.keep_checkpoints + 1) * self._checkpoint_bytes  # the new one beside the old ones
        weights = sum(2 * int(value.numel()) for value in self._task.netG.state_dict().values())
        sheets = self.steps // validation.sample_every if validation.sample_every else 0
        samples = (sheets + 3) * validation.samples * _SAMPLE_BYTES
        shown = min(len(self._held_out), validation.pictures)
        decoded = int(self._picture_bytes * (len(self._learned) + shown))
        return checkpoints + 2 * weights + samples + _EVENTS * _EVENT_BYTES + decoded


def _growing(whole: int) -> list[int]:
    """1, 2, 4, … and at last `whole`."""
    return [2**k for k in range(whole.bit_length()) if 2**k < whole] + [whole]


def _first(batch: Batch, count: int) -> Batch:
    """The first pictures of a batch."""
    for_D = tuple(_first(other, count) for other in batch.for_D)
    return Batch(batch.real_A[:count], batch.hints[:count], batch.real_B[:count], for_D)


def _nothing_to_learn(config: TrainingConfig) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP("errors", "None of the pictures in {path} can be learned from."),
        path=", ".join(config.data.folders),
    )


def _too_large(crop: int) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The memory does not suffice to train with a single picture of {crop} pixels; "
            "choose a smaller crop or a smaller model, or close other programs, and train again.",
        ),
        crop=crop,
    )


def estimate_text(estimate: Estimate) -> str:
    """The estimate for a person."""
    gigabyte = 1e9
    steps = f"{estimate.steps} steps of {estimate.seconds_per_step:.3g} s"
    lines = [
        f"{steps} on {estimate.device_label}: about {_duration(estimate.seconds)}",
        f"memory: {estimate.memory / gigabyte:.1f} GB of {estimate.memory_free / gigabyte:.1f} GB that are free",
        f"disk: {estimate.disk / gigabyte:.1f} GB of {estimate.disk_free / gigabyte:.1f} GB that are free",
    ]
    if estimate.micro_batch:
        lines.append(f"only {estimate.micro_batch} pictures fit into memory at once; set micro_batch to it")
    return "\n".join(lines) + "\n"


def _duration(seconds: float) -> str:
    if seconds < 5400:
        return f"{max(1, round(seconds / 60))} min"
    return f"{seconds / 3600:.1f} h"
