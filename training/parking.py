"""A run that is paused leaves the GPU to others."""

from __future__ import annotations

import gc
from collections.abc import Callable

import torch
from torch import Tensor

from training.memory import is_out_of_memory
from training.task import ColorizationTask

_RETRY_SECONDS = 5.0


class ParkedTask:
    """Keeps networks and optimiser states of a task in the machine's memory, and brings them back as they were.

    Args:
        task: the task; it must not be used before `bring_back`.
    """

    def __init__(self, task: ColorizationTask) -> None:
        self._task = task
        self._device = task.precision.device
        for optimizer in (task.optimizer_G, task.optimizer_D):
            optimizer.zero_grad(set_to_none=True)
        self._states = [
            (state, name)
            for optimizer in (task.optimizer_G, task.optimizer_D)
            for state in optimizer.state.values()
            for name, value in state.items()
            if isinstance(value, Tensor) and value.device.type == self._device.type
        ]
        self._move(torch.device("cpu"))

    def bring_back(self, sleep: Callable[[float], None]) -> None:
        """Return to the GPU; if others have taken its memory meanwhile, wait (by `sleep`) until there is room."""
        while not self._fits():
            self._move(torch.device("cpu"))
            sleep(_RETRY_SECONDS)

    def _fits(self) -> bool:
        try:
            self._move(self._device)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            return False
        return True

    def _move(self, device: torch.device) -> None:
        for net in (self._task.netG, self._task.netD, self._task.averaged):
            net.to(device)
        for state, name in self._states:
            state[name] = state[name].to(device)
        free_cached_memory(self._device)


def free_cached_memory(device: torch.device) -> None:
    """Give memory that torch keeps for later back to the system."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
