"""Pictures per second of a training step of pix2pix, beside a plain fp32 loop that decodes at every step.

    uv run python benchmarks/training_throughput.py [--data DIR] [--threads 2] [--batch-size 16] [--ngf 32] [--crop 128]

The plain loop is what one writes first: a DataLoader with worker processes whose data set opens, decodes, crops and
converts a picture each time it is seen, and two networks in float32. The measures of our trainer come in one after the
other, the last line is the trainer itself. All see the same pictures, crops and losses.

The variants take turns, and of each the fastest round counts: what else the machine does slows all of them. Seconds of
the processor (of all threads and workers) stand beside it; they hardly depend on that. Without --data, pictures of
960 x 720 are made as JPEG, about what a film scan has after it was shrunk for the web.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.networks.discriminators import NLayerDiscriminator
from colorstudio.networks.generators import Generator, build_generator
from training.batches import AB_SCALE, Batch, BatchMaker, lab_planes, normalise_lightness, prefetch
from training.data import load_data
from training.precision import choose_precision
from training.task import ColorizationTask

Steps = Iterator[None]


class DecodedEachTime(Dataset[tuple[Tensor, Tensor]]):
    """L and a, b of a random square, from the file each time."""

    def __init__(self, files: list[Path], crop: int) -> None:
        self._files, self._crop = files, crop

    def __len__(self) -> int:
        return 1_000_000

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:
        rng = np.random.default_rng(index)
        with Image.open(self._files[index % len(self._files)]) as file:
            picture = file.convert("RGB")
        side = round(min(picture.size) * rng.uniform(0.5, 1.0))
        left, top = (int(rng.integers(0, extent - side + 1)) for extent in picture.size)
        square = picture.resize(
            (self._crop, self._crop), Image.Resampling.BILINEAR, (left, top, left + side, top + side)
        )
        lightness, ab = lab_planes(np.asarray(square))
        real_B = torch.from_numpy(np.ascontiguousarray(ab.transpose(2, 0, 1) / np.float32(AB_SCALE)))
        return torch.from_numpy(normalise_lightness(lightness)[None]), real_B


class PlainStep:
    """pix2pix in float32, with the layout that torch has by default."""

    def __init__(self, config: TrainingConfig) -> None:
        self.netG, self.netD = _networks(config)
        self._optimizers = [torch.optim.Adam(net.parameters(), 2e-4, (0.5, 0.999)) for net in (self.netG, self.netD)]

    def __call__(self, real_A: Tensor, real_B: Tensor) -> None:
        """Update D, then G."""
        optimizer_G, optimizer_D = self._optimizers
        noise = (torch.rand(len(real_A), self.netG.noise_channels) < 0.5) * 2.0
        fake_B = self.netG(real_A, None, noise)
        self.netD.requires_grad_(True)
        on_fake, on_real = self.netD(real_A, fake_B.detach()), self.netD(real_A, real_B)
        optimizer_D.zero_grad()
        ((_cross_entropy(on_fake, 0.0) + _cross_entropy(on_real, 1.0)) * 0.5).backward()
        optimizer_D.step()
        self.netD.requires_grad_(False)
        loss_G = _cross_entropy(self.netD(real_A, fake_B), 1.0) + 100.0 * F.l1_loss(fake_B, real_B)
        optimizer_G.zero_grad()
        loss_G.backward()
        optimizer_G.step()


def _cross_entropy(logits: Tensor, target: float) -> Tensor:
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def _networks(config: TrainingConfig) -> tuple[Generator, NLayerDiscriminator]:
    torch.manual_seed(0)
    netG = build_generator(config.generator.architecture, config.generator.arguments)
    return netG.train(), NLayerDiscriminator(config.discriminator.ndf)


def plain_loop(files: list[Path], config: TrainingConfig, workers: int) -> Steps:
    """The loop that is compared with."""
    step = PlainStep(config)
    loader = DataLoader(DecodedEachTime(files, config.crop), config.batch_size, num_workers=workers)
    for real_A, real_B in loader:
        step(real_A, real_B)
        yield


def from_cache(maker: BatchMaker, config: TrainingConfig) -> Steps:
    """The plain step with pictures that were decoded once, cropped where the step runs."""
    step = PlainStep(config)
    for number in range(config.steps):
        batch = maker.make(number)
        step(batch.real_A, batch.real_B)
        yield


def from_prefetched_cache(maker: BatchMaker, config: TrainingConfig) -> Steps:
    """The same, with crops made in a thread while the networks work."""
    step = PlainStep(config)
    for _, batch in prefetch(maker, 0, config.steps):
        step(batch.real_A, batch.real_B)
        yield


def our_loop(maker: BatchMaker, config: TrainingConfig, amp: str) -> Steps:
    """The trainer's own step: channels last, and with `amp` 'bf16' mixed precision."""
    netG, netD = _networks(config)
    task = ColorizationTask(netG, netD, config, config.steps, choose_precision("cpu", amp))
    batches: Iterator[tuple[int, Batch]] = prefetch(maker, 0, config.steps)
    for number, batch in batches:
        task.train_step(batch, number)
        yield


def measure_round(make: Callable[[], Steps], warm_up: int, timed: int) -> tuple[float, float]:
    """Seconds on the clock and of the processor for one step."""
    steps = make()
    for _ in range(warm_up):
        next(steps)
    clock, processor = time.perf_counter(), _processor_seconds()
    for _ in range(timed):
        next(steps)
    taken = (time.perf_counter() - clock) / timed, (_processor_seconds() - processor) / timed
    del steps  # its workers and threads end here
    return taken


def _processor_seconds() -> float:
    me = psutil.Process()
    return sum(sum(process.cpu_times()[:2]) for process in [me, *me.children(recursive=True)])


def make_pictures(folder: Path, count: int = 48) -> Path:
    """Pictures with the detail of photographs, as JPEG."""
    for index in range(count):
        rng = np.random.default_rng(index)
        small = Image.fromarray(rng.integers(0, 256, (45, 60, 3), dtype=np.uint8)).resize(
            (960, 720), Image.Resampling.BICUBIC
        )
        grain = rng.normal(0, 6, (720, 960, 1))
        pixels = np.clip(np.asarray(small, np.float32) + grain, 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{index:03d}.jpg", quality=90)
    return folder


def _config(options: argparse.Namespace, folder: Path, cache: Path) -> TrainingConfig:
    downs = options.crop.bit_length() - 1  # to a single pixel, as unet_256 does at 256
    unet = {"num_downs": downs, "ngf": options.ngf, "uses_hints": False}
    config = from_dict(
        {
            "steps": 100_000,
            "batch_size": options.batch_size,
            "crop": options.crop,
            "data": {"folders": [str(folder)], "cache_folder": str(cache)},
            "hints": {"probability": 0.0},
            "generator": {"architecture": "unet", "arguments": unet},
        }
    )
    return dataclasses.replace(config, threads=options.threads)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with colour pictures")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2, help="of the plain loop's DataLoader")
    parser.add_argument("--batch-size", type=int, default=16)
    parser.add_argument("--ngf", type=int, default=32)
    parser.add_argument("--crop", type=int, default=128)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warm-up", type=int, default=5, help="steps until a loader's store of batches is used up")
    parser.add_argument("--steps", type=int, default=8, help="timed steps of a round")
    return parser.parse_args()


def main() -> None:
    """Measure in turns and print the table."""
    options = _options()
    if "OMP_WAIT_POLICY" not in os.environ:  # read when torch is loaded; the trainer has it so, too
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"OMP_WAIT_POLICY": "PASSIVE"})
    torch.set_num_threads(options.threads)
    with tempfile.TemporaryDirectory() as temporary:
        (made := Path(temporary) / "album").mkdir()
        folder = options.data or make_pictures(made)
        config = _config(options, folder, Path(temporary) / "cache")
        maker = load_data(config, lambda what, done, total: None).maker
        files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp"})
        variants: dict[str, Callable[[], Steps]] = {
            "plain: DataLoader, float32": lambda: plain_loop(files, config, options.workers),
            "+ decoded once": lambda: from_cache(maker, config),
            "+ crops in a thread": lambda: from_prefetched_cache(maker, config),
            "+ channels last": lambda: our_loop(maker, config, "off"),
            "+ bf16: the trainer": lambda: our_loop(maker, config, "bf16"),
        }
        rounds: dict[str, list[tuple[float, float]]] = {name: [] for name in variants}
        for _ in range(options.rounds):
            for name, make in variants.items():
                rounds[name].append(measure_round(make, options.warm_up, options.steps))
                clock, processor = rounds[name][-1]
                print(f"{name}: {clock:.2f} s a step, {processor:.2f} s of the processor", file=sys.stderr, flush=True)
    _print_table(rounds, options)


def _print_table(rounds: dict[str, list[tuple[float, float]]], options: argparse.Namespace) -> None:
    print(
        f"unet, ngf {options.ngf}, {options.crop} px, batch {options.batch_size}, {options.threads} threads, "
        f"{options.workers} workers; fastest of {options.rounds} rounds of {options.steps} steps"
    )
    print(f"{'':<30}{'pictures/s':>12}{'ratio':>8}{'(median)':>10}{'CPU s/picture':>16}")
    plain: list[tuple[float, float]] = []
    for name, taken in rounds.items():
        plain = plain or taken
        fastest, middle = min(clock for clock, _ in taken), statistics.median(clock for clock, _ in taken)
        ratio = min(clock for clock, _ in plain) / fastest
        ratio_of_medians = statistics.median(clock for clock, _ in plain) / middle
        processor = min(seconds for _, seconds in taken) / options.batch_size
        print(f"{name:<30}{options.batch_size / fastest:12.1f}{ratio:8.2f}{ratio_of_medians:10.2f}{processor:16.4f}")


if __name__ == "__main__":
    main()
