"""A sample scan coloured by each model, made when nothing is more urgent and kept by the hash of the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import ChromaChoice, JobFailed, JobFinished, ModelSummary, ScanSource, VariationReady
from colorstudio.engine.task_calls import TaskCalls

SIDE = 480
"""Longer side of the pictures, in pixels."""

_DOCUMENT = -1
"""No open scan has this number."""


@dataclass(frozen=True)
class ModelThumbnail:
    """The sample, coloured by the model with that hash."""

    sha256: str
    image: QImage


class ModelThumbnails(QObject):
    """Makes the pictures that are not kept yet.

    Args:
        engine: colours.
        sample: the scan that is coloured.
        folder: where pictures are kept; made if need be.
        parent: the owner.
    """

    thumbnail_ready = Signal(object)

    def __init__(self, engine: InferenceEngine, sample: Path, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._sample, self._folder = engine, sample, folder
        self._calls = TaskCalls(self)
        self._known: dict[str, QImage] = {}
        self._wanted: dict[str, ModelSummary] = {}
        self._device = "auto"
        self._job = 0
        engine.variation_ready.connect(self._on_engine_variation_ready)
        engine.job_finished.connect(self._on_engine_job_ended)
        engine.job_failed.connect(self._on_engine_job_ended)

    def want(self, models: Sequence[ModelSummary], device: str) -> None:
        """Have the pictures of these models; `thumbnail_ready` follows for each that can be made."""
        self._device = device
        self._wanted = {model.sha256: model for model in models}
        for sha256 in self._wanted.keys() & self._known.keys():
            self.thumbnail_ready.emit(ModelThumbnail(sha256, self._known[sha256]))
        unknown = [sha256 for sha256 in self._wanted if sha256 not in self._known]
        self._calls.start(partial(_read, {sha256: self._path(sha256) for sha256 in unknown}), self._take_kept)

    def shutdown(self) -> None:
        """Stop, and wait for what is being written."""
        self._calls.finish()

    def _path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}-{self._sample.stem}.png"

    def _take_kept(self, kept: dict[str, QImage]) -> None:
        for sha256, image in kept.items():
            self._tell(sha256, image)
        missing = [model for sha256, model in self._wanted.items() if sha256 not in self._known]
        if missing and self._sample.is_file():
            choices = [ChromaChoice(model.id) for model in missing]
            source = ScanSource(self._sample)
            self._job = 0  # the new request may end the one before at once: that is not the end of the work
            self._job = self._engine.vary(_DOCUMENT, source, choices, self._device, side=SIDE, asker="thumbnails")

    def _tell(self, sha256: str, image: QImage) -> None:
        self._known[sha256] = image
        self.thumbnail_ready.emit(ModelThumbnail(sha256, image))

    @Slot(object)
    def _on_engine_variation_ready(self, report: VariationReady) -> None:
        if report.document != _DOCUMENT:
            return
        # The pack is named by its id: what is told is only kept for the hash that was asked about.
        model = next((each for each in self._wanted.values() if each.id == report.ready.model), None)
        if model is not None and model.sha256 not in self._known:
            self._tell(model.sha256, report.thumbnail)
            self._calls.start(partial(_write, report.thumbnail, self._path(model.sha256)))

    @Slot(object)
    def _on_engine_job_ended(self, report: JobFinished | JobFailed) -> None:
        if report.job == self._job:
            self._job = 0
            self._engine.forget(_DOCUMENT)


def _read(paths: dict[str, Path], token: CancelToken, progress: Progress) -> dict[str, QImage]:
    images = {sha256: QImage(str(path)) for sha256, path in paths.items() if path.is_file()}
    return {sha256: image for sha256, image in images.items() if not image.isNull()}


def _write(image: QImage, path: Path, token: CancelToken, progress: Progress) -> None:
    from colorstudio.core.files import replace_atomically

    path.parent.mkdir(parents=True, exist_ok=True)
    with replace_atomically(path) as temporary:
        image.save(str(temporary))
