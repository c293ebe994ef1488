"""A run in small: how long its steps take, what they need, and what all the rest costs."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.inference.backend import open_backend
from training.batches import Batch, BatchMaker, Sampler, picture_weights, prefetch
from training.cache import PictureCache, open_cache
from training.checkpoints import save_checkpoint
from training.decode import UnusablePicture
from training.evaluate import coloured, decode_truth
from training.gate import MOST_HELD_OUT, MOST_LEARNED, MOST_PAIRS, gate_base
from training.initialise import initial_discriminator, initial_generator
from training.memory import MemoryWatch, is_out_of_memory
from training.metrics import compare_picture
from training.parking import free_cached_memory
from training.precision import Precision
from training.schedule import adversarial_start, crop_side, uses_discriminator
from training.selection import Selection
from training.task import ColorizationTask
from training.validation import make_examples, measure, predict, spread_indices

Report = Callable[[int, int], None]
"""Called with how much is done, and of how much."""

_SAMPLE = 24
"""Pictures that are decoded to make batches of."""

_PHASE_SECONDS, _MOST_STEPS = 6.0, 30
_CHECKPOINT_SAMPLE = 32 << 20
_START_SECONDS = 8.0
"""Importing and building networks at the start of a run."""

_GAIN_TRIALS, _GATE_SAMPLE = 6, 3
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


class Trial:
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
            raise nothing_to_learn(self._config)
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
            if len(times) > 1 and sum(times) > _PHASE_SECONDS:
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
        gain = shown * (predicting + _GAIN_TRIALS * measuring)
        self._report(90, 100)
        return _START_SECONDS + decoding + measured + checkpoints + gain + self._time_gate() + _EXPORT_SECONDS

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

    def _time_gate(self) -> float:
        """Seconds for the comparison with the base model at the end, as if the new one were as fast."""
        base = gate_base(self._config)
        count = min(len(self._held_out), MOST_HELD_OUT)
        if base is None or not count:
            return 0.0
        backend = open_backend(base, self._config.device)
        times: list[float] = []
        for picture in self._held_out[:_GATE_SAMPLE]:
            since = time.perf_counter()
            with suppress(UnusablePicture):
                truth, lightness, _ = decode_truth(picture)
                for _ in range(2):
                    compare_picture(lightness, coloured(backend, lightness), truth)
            times.append(time.perf_counter() - since)
        return statistics.median(times) * (count + min(count, MOST_LEARNED) + min(count, MOST_PAIRS))

    def _time_checkpoint(self) -> None:
        """Write a part of a checkpoint: all of one may be a gigabyte."""
        tensors = list(_tensors(self._task.state_dict()))
        self._checkpoint_bytes = sum(tensor.nbytes for tensor in tensors)
        part: list[torch.Tensor] = []
        size = 0
        for tensor in tensors:
            if size + tensor.nbytes <= _CHECKPOINT_SAMPLE or not part:
                part.append(tensor)
                size += tensor.nbytes
        path, since = self._scratch / "checkpoint.pt", time.perf_counter()
        save_checkpoint(path, {"part": part})
        self._checkpoint_seconds = (time.perf_counter() - since) * self._checkpoint_bytes / max(1, size)

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


def _tensors(value: object) -> Iterator[torch.Tensor]:
    """All tensors in a tree of dicts and lists."""
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_tensors, value.values()))
    elif isinstance(value, list | tuple):
        yield from chain.from_iterable(map(_tensors, value))


def _growing(whole: int) -> list[int]:
    """1, 2, 4, … and at last `whole`."""
    return [2**k for k in range(whole.bit_length()) if 2**k < whole] + [whole]


def _first(batch: Batch, count: int) -> Batch:
    """The first pictures of a batch."""
    for_D = tuple(_first(other, count) for other in batch.for_D)
    return Batch(batch.real_A[:count], batch.hints[:count], batch.real_B[:count], for_D)


def nothing_to_learn(config: TrainingConfig) -> TrainingError:
    """The error of a run without usable pictures."""
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
