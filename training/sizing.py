"""Steps in as much memory as there is: when it runs out, fewer pictures are in it at once."""

from __future__ import annotations

from torch import Tensor

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from training.batches import Batch
from training.memory import is_out_of_memory
from training.parking import free_cached_memory
from training.reporter import Reporter
from training.task import ColorizationTask, Losses


class StepSpoilt(Exception):
    """Memory ran out in the middle of a step, after a network had been updated: the task is between two steps."""


class StepMaker:
    """Makes the steps of a task; halves the pictures in memory and tries again when it runs out.

    Args:
        task: the task.
        reporter: tells of it.
    """

    def __init__(self, task: ColorizationTask, reporter: Reporter) -> None:
        self._task, self._reporter = task, reporter

    def make(self, batch: Batch, step: int) -> Losses:
        """Make one step.

        Raises:
            StepSpoilt: with fewer pictures from now on, but the state must be taken from a checkpoint first.
            TrainingError: there is no memory for a single picture.
        """
        while True:
            updates = self._updates()
            before = [value.clone() for value in self._buffers()]
            try:
                return self._task.train_step(batch, step)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
            # Here and not in the handler: the traceback of the error holds all that filled the memory.
            self._size_down(batch, step)
            if self._updates() != updates:
                raise StepSpoilt
            for value, kept in zip(self._buffers(), before, strict=True):
                value.copy_(kept)  # running statistics would count the step twice

    def _size_down(self, batch: Batch, step: int) -> None:
        at_once = self._task.micro_batch or len(batch.real_A)
        for optimizer in (self._task.optimizer_G, self._task.optimizer_D):
            optimizer.zero_grad(set_to_none=True)
        free_cached_memory(self._task.precision.device)
        if at_once <= 1:
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The memory does not suffice to train with a single picture of {crop} pixels; "
                    "choose a smaller crop or a smaller model, or close other programs, and train again.",
                ),
                crop=batch.real_A.shape[-1],
            )
        self._task.micro_batch = (at_once + 1) // 2
        self._reporter.emit(
            "sized_down",
            step,
            batch_size=len(batch.real_A),
            micro_batch=self._task.micro_batch,
            device=self._task.precision.device.type,
        )

    def _buffers(self) -> list[Tensor]:
        return [value for net in (self._task.netG, self._task.netD) for value in net.buffers()]

    def _updates(self) -> list[float]:
        """How often each optimiser has moved its weights."""
        counts = []
        for optimizer in (self._task.optimizer_G, self._task.optimizer_D):
            state = next((state for state in optimizer.state.values() if "step" in state), None)
            counts.append(float(state["step"]) if state is not None else 0.0)
        return counts
