"""Training batches: which pictures a step sees, and what the network gets of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from colorstudio.core.color import srgb_lightness, srgb_to_lab
from colorstudio.core.training_config import TrainingConfig
from training.augment import draw_square, random_crop, skip_variation, vary_lightness
from training.cache import PictureCache
from training.decode import Pixels
from training.hints import simulate_hints
from training.paper import change_paper, draw_paper
from training.prints import age_print, draw_age
from training.schedule import crop_side, uses_discriminator
from training.seeds import generator_for
from training.sources import Picture

AB_SCALE = 110.0
_PURPOSES = ("geometry", "variation", "hints", "paper")

FloatArray = NDArray[np.float32]
Random = np.random.Generator


@dataclass(frozen=True)
class Batch:
    """One training batch, float32, normalised as in `networks.generators`.

    Attributes:
        real_A: (N, 1, H, W), lightness as the network sees it (varied).
        hints: (N, 3, H, W).
        real_B: (N, 2, H, W), true chroma.
        for_D: batches of other pictures, for the updates of D that come before that with this one.
    """

    real_A: Tensor
    hints: Tensor
    real_B: Tensor
    for_D: tuple[Batch, ...] = ()


def normalise_lightness(lightness: FloatArray) -> FloatArray:
    """L* 0..100 -> -1..1."""
    return (lightness - np.float32(50)) / np.float32(50)


def lab_planes(pixels: Pixels) -> tuple[FloatArray, FloatArray]:
    """L* (H, W) and a*, b* (H, W, 2) of uint8 (H, W, 3 or 4); a fourth channel is the scan that L* is taken from."""
    lab = srgb_to_lab(pixels[..., :3])
    lightness = lab[..., 0] if pixels.shape[-1] == 3 else srgb_lightness(pixels[..., 3], grey=True)
    return lightness, lab[..., 1:]


class Sampler:
    """Which pictures step s sees: every epoch passes through the weighted list in a new order.

    A picture of weight w is seen floor(w) or ceil(w) times in an epoch, w times on average.
    """

    def __init__(self, weights: Sequence[float], batch_size: int, seed: int) -> None:
        self._ends = np.cumsum(np.asarray(weights, np.float64))
        self.epoch_length = max(1, round(float(self._ends[-1])))
        self._batch_size, self._seed = batch_size, seed
        self._orders: dict[str, tuple[int, NDArray[np.int64]]] = {}

    def steps_per_epoch(self) -> int:
        """Steps that one pass takes, rounded up."""
        return math.ceil(self.epoch_length / self._batch_size)

    def indices(self, step: int, stream: str = "order") -> list[int]:
        """The pictures of batch `step` (from 0); each stream has an order of its own."""
        first = step * self._batch_size
        return [self._at(position, stream) for position in range(first, first + self._batch_size)]

    def _at(self, position: int, stream: str) -> int:
        epoch, offset = divmod(position, self.epoch_length)
        if self._orders.get(stream, (-1,))[0] != epoch:
            self._orders[stream] = (epoch, self._draw_order(epoch, stream))
        return int(self._orders[stream][1][offset])

    def _draw_order(self, epoch: int, stream: str) -> NDArray[np.int64]:
        rng = generator_for(self._seed, epoch, stream)
        # Systematic sampling: equally spaced points on the line of the summed weights.
        points = (np.arange(self.epoch_length) + rng.random()) * (self._ends[-1] / self.epoch_length)
        chosen = np.searchsorted(self._ends, points, side="right")
        return rng.permutation(np.minimum(chosen, len(self._ends) - 1))


def picture_weights(pictures: Sequence[Picture], weights: Mapping[str, float]) -> list[float]:
    """The weight of each picture: that of the innermost of its folders that is named, or 1."""
    return [_weight(picture.name.split("/")[:-1], weights) for picture in pictures]


def _weight(folders: list[str], weights: Mapping[str, float]) -> float:
    named = [weights[folder] for folder in folders if folder in weights]
    return named[-1] if named else 1.0


class BatchMaker:
    """Makes the batch of any step from the seed alone.

    Args:
        cache: decoded pictures.
        usable: which of them may be seen.
        sampler: chooses from `usable`.
        config: the run's configuration.
        steps: length of the run.
        part: the rows of each batch that are made; the others are left to other processes.
    """

    def __init__(
        self,
        cache: PictureCache,
        usable: Sequence[int],
        sampler: Sampler,
        config: TrainingConfig,
        steps: int,
        part: slice = slice(None),
    ) -> None:
        self._cache, self._usable, self._sampler, self._config = cache, list(usable), sampler, config
        self._steps, self._part = steps, part

    def of_part(self, part: slice) -> BatchMaker:
        """A maker of those rows of the same batches."""
        return BatchMaker(self._cache, self._usable, self._sampler, self._config, self._steps, part)

    def make(self, step: int) -> Batch:
        """The batch of step `step` (from 0)."""
        more = self._config.optimizer.d_steps - 1
        if not uses_discriminator(self._config.loss, step, self._steps):
            more = 0
        for_D = [self._make(step, self._sampler.indices(step * more + k, "order of D"), f" {k}") for k in range(more)]
        return self._make(step, self._sampler.indices(step), "", tuple(for_D))

    def _make(self, step: int, indices: Sequence[int], stream: str, for_D: tuple[Batch, ...] = ()) -> Batch:
        randoms = [generator_for(self._config.seed, step, purpose + stream) for purpose in _PURPOSES]
        chosen = [self._usable[i] for i in indices]
        crop = crop_side(self._config, step, self._steps)
        first, last, _ = self._part.indices(len(chosen))
        for index in chosen[:first]:
            self._skip(index, crop, *randoms)
        examples = [self._example(index, crop, *randoms) for index in chosen[first:last]]
        real_A, hints, real_B = (_stack(planes) for planes in zip(*examples, strict=True))
        return Batch(real_A, hints, real_B, for_D)

    def _example(
        self, index: int, crop: int, geometry: Random, variation: Random, hinting: Random, paper: Random
    ) -> tuple[FloatArray, FloatArray, FloatArray]:
        config = self._config
        pixels = random_crop(self._cache.pixels(index), crop, config.augment, geometry)
        lightness, ab = change_paper(*lab_planes(pixels), config.augment, paper)
        varied, ab = age_print(vary_lightness(lightness, config.augment, variation), ab, config.augment, variation)
        scaled = ab / np.float32(AB_SCALE)
        hints = simulate_hints(scaled, config.hints, hinting)
        return normalise_lightness(varied)[..., None], hints, scaled

    def _skip(self, index: int, crop: int, geometry: Random, variation: Random, hinting: Random, paper: Random) -> None:
        """Draw the numbers of an example that another process makes, so that those of the next are the same."""
        config, entry = self._config, self._cache.entries[index]
        draw_square(entry.height, entry.width, config.augment, geometry)
        skip_variation((crop, crop), config.augment, variation)
        draw_age(variation)
        draw_paper(paper)
        simulate_hints(np.zeros((crop, crop, 2), np.float32), config.hints, hinting)


def _stack(planes: Sequence[FloatArray]) -> Tensor:
    """(H, W, C) arrays to a contiguous (N, C, H, W) tensor."""
    return torch.from_numpy(np.ascontiguousarray(np.stack(planes).transpose(0, 3, 1, 2)))


def prefetch(maker: BatchMaker, first: int, last: int, ahead: int = 3) -> Iterator[tuple[int, Batch]]:
    """Batches of the steps first..last-1, made in a thread while the network works.

    A thread and not processes: worker processes would start the frozen application again.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="batches") as pool:
        waiting: list[Future[Batch]] = []
        try:
            for step in range(first, last):
                while len(waiting) < min(ahead, last - step):
                    waiting.append(pool.submit(maker.make, step + len(waiting)))
                yield step, waiting.pop(0).result()
        finally:
            for future in waiting:
                future.cancel()
