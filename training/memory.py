"""How much memory is free, and how much this process takes at most."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

import psutil
import torch

_SECONDS_BETWEEN = 0.01


def free_memory(device: torch.device) -> int:
    """Bytes that a process may still take: of the GPU's memory, or of the machine's if there is none."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    if device.type == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    return int(psutil.virtual_memory().available)


class MemoryWatch:
    """Watches the memory that this process takes on a device, and remembers the most; a context manager.

    On the CPU it is looked at a hundred times a second: the system's own record would also count what the process had
    before it became this program.
    """

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._process = psutil.Process()
        self._most = 0
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="memory", daemon=True)

    def __enter__(self) -> Self:
        if self._device.type == "cuda":
            torch.cuda.reset_peak_memory_stats(self._device)
        else:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.set()
        if self._thread.is_alive():
            self._thread.join()

    @property
    def most(self) -> int:
        """The most bytes so far."""
        if self._device.type == "cuda":
            return int(torch.cuda.max_memory_reserved(self._device))
        self._look()
        return self._most

    def _watch(self) -> None:
        while not self._ends.wait(_SECONDS_BETWEEN):
            self._look()

    def _look(self) -> None:
        used = torch.mps.driver_allocated_memory() if self._device.type == "mps" else self._process.memory_info().rss
        self._most = max(self._most, int(used))


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out: CUDA's own, Python's, or that of torch's allocator on the CPU."""
    if isinstance(error, (MemoryError, torch.cuda.OutOfMemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(words in str(error) for words in _WORDS)


_WORDS = ("out of memory", "can't allocate memory", "not enough memory", "ALLOC_FAILED")
