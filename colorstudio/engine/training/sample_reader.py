"""Reads the sample pictures of a run, in a thread beside the window."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.run_record import Sample
from colorstudio.engine.qimage import to_qimage
from colorstudio.engine.task_pool import TaskFailed, TaskFinished, TaskPool

ORIGINALS = ("grey", "truth", "base")
"""What lies beside the samples: the input, the truth, and what the model made that the run began with."""

_ORIGINALS_FOLDER = "samples/pictures"
_MOST_BYTES = 64 << 20


@dataclass(frozen=True)
class SamplePictures:
    """Pictures of a run.

    Attributes:
        run: its folder.
        sample: of which step; None: the originals.
        kind: one of `ORIGINALS`; '' for a sample.
        images: one a picture, None where a file cannot be read. A sample that is one contact sheet has one.
    """

    run: Path
    sample: Sample | None
    kind: str
    images: tuple[QImage | None, ...]


class SampleReader(QObject):
    """Answers `ask` by `pictures_read`, newest question first, and remembers what it read lately."""

    pictures_read = Signal(object)
    """A `SamplePictures`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskPool(parent=self)
        self._tasks.task_finished.connect(self._on_tasks_finished)
        self._tasks.task_failed.connect(self._on_tasks_failed)
        self._known: OrderedDict[tuple[Path, Sample], SamplePictures] = OrderedDict()
        self._next: tuple[Path, Sample] | None = None

    def ask(self, run: Path, sample: Sample) -> None:
        """Read a sample; one that waits to be read is forgotten for it."""
        known = self._known.get((run, sample))
        if known is not None:
            self._next = None
            self._known.move_to_end((run, sample))
            self.pictures_read.emit(known)
            return
        self._next = run, sample
        self._read_next()

    def ask_originals(self, run: Path, count: int) -> None:
        """Read the originals of the first `count` pictures."""
        for kind in ORIGINALS:
            self._tasks.start(partial(_read_originals, run, kind, count))

    def forget(self) -> None:
        """Forget all that was read: the run goes on from an earlier step and makes other samples."""
        self._known.clear()
        self._next = None

    def shutdown(self) -> None:
        """Stop, and wait until the thread has ended."""
        self._next = None
        self._tasks.shutdown()

    def _read_next(self) -> None:
        if self._next is not None and not self._tasks.busy:
            run, sample = self._next
            self._next = None
            self._tasks.start(partial(_read_sample, run, sample))

    @Slot(object)
    def _on_tasks_finished(self, report: TaskFinished) -> None:
        pictures = report.result
        if isinstance(pictures, SamplePictures):
            if pictures.sample is not None and all(pictures.images):
                self._remember(pictures.run, pictures.sample, pictures)
            self.pictures_read.emit(pictures)
        self._read_next()

    @Slot(object)
    def _on_tasks_failed(self, report: TaskFailed) -> None:
        self._read_next()

    def _remember(self, run: Path, sample: Sample, pictures: SamplePictures) -> None:
        self._known[run, sample] = pictures
        while len(self._known) > 1 and sum(map(_bytes, self._known.values())) > _MOST_BYTES:
            self._known.popitem(last=False)


def _bytes(pictures: SamplePictures) -> int:
    return sum(image.sizeInBytes() for image in pictures.images if image is not None)


def _read_sample(run: Path, sample: Sample, token: CancelToken, progress: Progress) -> SamplePictures:
    if sample.sheet:
        return SamplePictures(run, sample, "", (_read(run / sample.sheet),))
    folder = run / sample.folder
    images = []
    for number in range(sample.pictures):
        token.check()
        images.append(_read(folder / f"{number:02d}.webp"))
    return SamplePictures(run, sample, "", tuple(images))


def _read_originals(run: Path, kind: str, count: int, token: CancelToken, progress: Progress) -> SamplePictures:
    folder = run / _ORIGINALS_FOLDER
    images = []
    for number in range(count):
        token.check()
        images.append(_read(folder / f"{number:02d}-{kind}.webp"))
    return SamplePictures(run, None, kind, tuple(images))


def _read(path: Path) -> QImage | None:
    """The picture; None: it is not there (any more), or is damaged."""
    try:
        with Image.open(path) as picture:
            return to_qimage(np.asarray(picture.convert("RGB")))
    except (OSError, ValueError, SyntaxError):
        return None
