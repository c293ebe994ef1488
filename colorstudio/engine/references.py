"""Reference photographs, measured beside the view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.steering import Palette
from colorstudio.engine.task_calls import Done, Failed, TaskCalls


@dataclass(frozen=True)
class Reference:
    """Where colours are taken from.

    Attributes:
        path: the photograph.
        page: of its file.
        before, after: the scan and its result as they are shown, if it is open: a scan without colours of
            its own lends those of its result.
    """

    path: Path
    page: int = 0
    before: QImage | None = None
    after: QImage | None = None


class References(QObject):
    """Measures one photograph after the other in a thread of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = TaskCalls(self)

    def measure(self, reference: Reference, done: Done, failed: Failed) -> int:
        """Measure a photograph: `done` gets the `Palette`, `failed` the error; return a number to cancel it by."""
        return self._calls.start(partial(_measure, reference), done, failed)

    def cancel(self, number: int) -> None:
        """Let a photograph be."""
        self._calls.cancel(number)

    def shutdown(self) -> None:
        """Stop, and wait until the thread is idle."""
        self._calls.shutdown()


def _measure(reference: Reference, token: CancelToken, progress: Progress) -> Palette:
    from colorstudio.engine.qimage import to_pixels
    from colorstudio.pipeline.reference import is_colour_photograph, measure_file, measure_pixels

    before, after = reference.before, reference.after
    if before is None:
        palette = measure_file(reference.path, reference.page)
    elif after is None or is_colour_photograph(to_pixels(before)):
        palette = measure_pixels(to_pixels(before), reference.path.name)
    else:
        palette = measure_pixels(to_pixels(after), reference.path.name)
    token.check()
    return palette
