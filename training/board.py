"""The figures of a run as TensorBoard files, for those who know that tool. Optional, as its package is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.run_folder import RunFolder
from training.reporter import Reporter

FOLDER = "tensorboard"
"""In the run folder: `tensorboard --logdir RUN`."""

_FLUSH_SECONDS = 5
_BEGINNINGS = ("started", "resumed", "rolled_back")
_PICTURES = ("result", "grey", "truth", "learned", "base")


class Board:
    """Writes the numbers of events as scalars: those of steps as they are named, figures as `result/psnr`.

    Args:
        folder: where the files lie.

    Raises:
        TrainingError: the package is not installed.
    """

    def __init__(self, folder: Path) -> None:
        try:
            from torch.utils.tensorboard import SummaryWriter
        except ImportError as error:
            raise TrainingError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The package tensorboard is not installed; install it (pip install tensorboard), "
                    "or set tensorboard = false.",
                )
            ) from error
        self._make, self._folder = SummaryWriter, str(folder)
        self._writer: Any = None

    def add(self, event: Mapping[str, Any]) -> None:
        """Write what an event has to say, if it is numbers. A full disk costs the files what is said meanwhile."""
        with suppress(OSError):
            if event["event"] in _BEGINNINGS:
                self._begin(event["step"])
            if self._writer is not None:
                for name, value in scalars(event):
                    self._writer.add_scalar(name, value, event["step"], walltime=event["time"])

    def _begin(self, step: int) -> None:
        """What was written of later steps happens again."""
        self.close()
        self._writer = self._make(self._folder, purge_step=step + 1 if step else None, flush_secs=_FLUSH_SECONDS)

    def close(self) -> None:
        """Write what is left."""
        if self._writer is not None:
            with suppress(OSError):
                self._writer.close()
            self._writer = None


def scalars(event: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Names and values of the numbers in an event of a step or of a validation."""
    if event["event"] == "step":
        for name, value in event.items():
            if isinstance(value, float) and name != "time":
                yield f"training/{name}", value
    elif event["event"] == "validation":
        for pictures in _PICTURES:
            for name, value in event.get(pictures, {}).items():
                yield f"{pictures}/{name}", float(value)


@contextmanager
def written(folder: RunFolder, wanted: bool, reporter: Reporter) -> Iterator[None]:
    """Let a run's events be written for TensorBoard as well, if that is `wanted`."""
    if not wanted:
        yield
        return
    board = Board(folder.path / FOLDER)
    reporter.listener = board.add
    try:
        yield
    finally:
        board.close()
