"""Devices and mixed precision of the trainer."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import torch

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from training.distributed import ALONE, Team


@dataclass(frozen=True)
class Precision:
    """Where tensors live and in what precision networks are evaluated (None: float32)."""

    device: torch.device
    dtype: torch.dtype | None

    def autocast(self) -> AbstractContextManager[object]:
        """The context in which networks are evaluated."""
        if self.dtype is None:
            return nullcontext()
        return torch.autocast(self.device.type, self.dtype)

    def scaler(self) -> torch.amp.GradScaler:
        """Scales gradients where fp16 would lose them; does nothing otherwise."""
        return torch.amp.GradScaler(self.device.type, enabled=self.dtype is torch.float16)


def choose_precision(device: str, amp: str, team: Team = ALONE) -> Precision:
    """Resolve the settings `device` and `amp` on this machine; each process of a team has a GPU of its own.

    Raises:
        TrainingError: the device that was asked for is not there, or not for all processes.
    """
    chosen = torch.device(_auto_device() if device == "auto" else device)
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if not available[chosen.type]:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "This machine has no device “{device}”; train with device = cpu."),
            device=device,
        )
    if team.size > 1:
        chosen = _own_device(chosen, team)
    if amp == "bf16":
        return Precision(chosen, torch.bfloat16)
    if amp == "off" or chosen.type == "mps":
        return Precision(chosen, None)
    if chosen.type == "cpu":
        return Precision(chosen, torch.bfloat16 if _cpu_computes_bf16() else None)
    return Precision(chosen, torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16)


def _cpu_computes_bf16() -> bool:
    """Whether the processor multiplies bf16 itself (AMX, AVX512-BF16); others would only lose by it."""
    return torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


def _own_device(device: torch.device, team: Team) -> torch.device:
    if device.type == "cpu":
        return device
    count = torch.cuda.device_count() if device.type == "cuda" else 1
    if team.place.local_size > count:
        raise TrainingError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{processes} processes need {processes} graphics processors, and this machine has {count}; "
                "set processes = {count}, or device = cpu.",
            ),
            processes=team.place.local_size,
            count=count,
        )
    if device.type == "cuda":
        device = torch.device("cuda", team.place.local_rank)
        torch.cuda.set_device(device)
    return device


def _auto_device() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def prepare_torch(precision: Precision, threads: int, seed: int) -> None:
    """Set threads and seed; on the CPU make every operation repeatable."""
    if threads:
        torch.set_num_threads(threads)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(precision.device.type == "cpu")
    # Deterministic mode fills new tensors with NaN to show who reads them: a tenth of a step, for debugging only.
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]


def device_label(precision: Precision, processes: int = 1) -> str:
    """The device in words, for the model card: that of all processes of a run together."""
    if precision.device.type == "cuda":
        name = torch.cuda.get_device_name(precision.device)
        return name if processes == 1 else f"{processes} x {name}"
    if precision.device.type == "mps":
        return "Apple GPU"
    threads = torch.get_num_threads() * processes
    return f"CPU, {threads} thread" if threads == 1 else f"CPU, {threads} threads"
