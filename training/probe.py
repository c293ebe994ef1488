"""How long will a run take on this machine, and does it fit into its memory? Makes real steps to find out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from colorstudio import paths
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_messages import Estimate
from training.memory import MemoryWatch, free_memory
from training.precision import choose_precision, device_label, prepare_torch
from training.selection import cache_folder, likely_pictures
from training.trial import Report, Trial, nothing_to_learn

_ROOM = 0.85
"""Share of the free memory that a run may take: the archivist works on."""


def probe(config: TrainingConfig, report: Report, out: Path | None = None) -> Estimate:
    """Time and measure a run that is not made.

    Args:
        config: its configuration, with data folders.
        report: told of the progress.
        out: where the run folder will be; None: where the window puts its runs.

    Raises:
        ColorStudioError: the run could not start, for want of pictures, of a device or of memory.
    """
    if config.generator.mean_of:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "A mean of packs makes no steps, so there is none to time; start it.")
        )
    precision = choose_precision(config.device, config.amp)
    prepare_torch(precision, config.threads, config.seed)
    free = free_memory(precision.device)
    pictures = likely_pictures(config.data)
    if not pictures.learned:
        raise nothing_to_learn(config)
    with _scratch_folder(cache_folder(config.data)) as scratch, MemoryWatch(precision.device) as watch:
        trial = Trial(config, pictures, precision, scratch, report)
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


@contextmanager
def _scratch_folder(parent: Path) -> Iterator[Path]:
    """A folder for this process, and an end to those of processes that were killed: the window cancels in this way."""
    for stale in parent.glob("probe-*"):
        if not psutil.pid_exists(int(stale.name.partition("-")[2] or 0)):
            shutil.rmtree(stale, ignore_errors=True)
    folder = parent / f"probe-{os.getpid()}"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
