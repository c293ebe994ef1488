"""A workshop without files and models: what the engine's tests need of one, and no more."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from colorstudio.core.errors import ScanError
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.scan import ScanInfo
from colorstudio.core.upsample import ChromaUpsampler
from colorstudio.engine.messages import ChromaChoice, ModelSummary, ScanSource, View
from colorstudio.inference.uncertainty import GuessMap
from colorstudio.pipeline.chroma import Chroma, Note
from colorstudio.pipeline.view import RegionPictures


@dataclass
class ToyPainter:
    """Says where it runs."""

    reference: str = "toy@1.0"
    default_size: int = 320
    device_label: str = "CPU"


@dataclass
class ToyWorkshop:
    """Opens any path; "bad" in the name fails, "broken" fails unexpectedly.

    Attributes:
        gate: predictions wait for it; set from the beginning.
        predicting: is set when a prediction began.
        guessing: is set when a step of a guess began.
        sizes: the render sizes asked for.
        fetched: the render sizes that were read beside the worker.
        sketched: how often it was asked for what variations have in common.
        threads: names of the threads in which something was done.
        notes: what predictions tell.
        error: raised by predictions, if it is set.
    """

    gate: threading.Event = field(default_factory=threading.Event)
    predicting: threading.Event = field(default_factory=threading.Event)
    guessing: threading.Event = field(default_factory=threading.Event)
    fetched: list[int] = field(default_factory=list)
    sketched: int = 0
    sizes: list[int] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    closed: list[str] = field(default_factory=list)
    devices: list[str] = field(default_factory=list)
    notes: tuple[Note, ...] = ()
    error: Exception | None = None

    def __post_init__(self) -> None:
        self.gate.set()

    def list_models(self) -> tuple[ModelSummary, ...]:
        return (ModelSummary("toy@1.0", {"en": "Toy"}, {}, 320),)

    def load_painter(self, model: str, device: str) -> ToyPainter:
        self.devices.append(device)
        if device == "cuda":
            from colorstudio.core.errors import DeviceError

            raise DeviceError("There is no {device}.", device=device)
        return ToyPainter()

    def open_darkroom(self, source: ScanSource) -> ToyDarkroom:
        self.threads.add(threading.current_thread().name)
        if "bad" in source.path.name:
            raise ScanError("{name} is bad.", name=source.path.name)
        if "broken" in source.path.name:
            raise RuntimeError("not expected")
        return ToyDarkroom(self, source)


@dataclass
class ToyDarkroom:
    workshop: ToyWorkshop
    source: ScanSource

    @property
    def info(self) -> ScanInfo:
        return ScanInfo(self.source.path, "tiff", 64, 48, 8, 1)

    def predict(self, painter: Any, choice: ChromaChoice, render_size: int, token: CancelToken) -> Chroma:
        self.workshop.threads.add(threading.current_thread().name)
        self.workshop.sizes.append(render_size)
        self.workshop.predicting.set()
        while not self.workshop.gate.wait(0.002):
            token.check()
        if self.workshop.error:
            raise self.workshop.error
        lightness, ab = np.full((6, 8), 50, np.float32), np.zeros((6, 8, 2), np.float32)
        return Chroma(ab, lightness, ChromaUpsampler(lightness, ab), render_size, "CPU", 0.1, self.workshop.notes)

    def fetch(self, render_size: int) -> Iterator[None]:
        self.workshop.fetched.append(render_size)
        yield

    def sketch(self, painter: Any, choice: ChromaChoice, token: CancelToken) -> Iterator[None]:
        if choice.seed is not None:
            self.workshop.sketched += 1
            yield

    def guess(self, painter: Any, choice: ChromaChoice, token: CancelToken) -> Iterator[GuessMap | None]:
        for _ in range(6):
            self.workshop.guessing.set()
            while not self.workshop.gate.wait(0.002):
                token.check()
            yield None
        yield GuessMap(np.full((6, 8), 0.5, np.float32), np.zeros((6, 6, 8, 2), np.float32))

    def sharpen(self, token: CancelToken, progress: Progress) -> None:
        for step in range(101):
            progress(step / 100)

    def render(self, view: View, token: CancelToken) -> RegionPictures:
        picture = np.full((view.height, view.width, 3), 128, np.uint8)
        return RegionPictures(picture, picture if view.chroma else None)

    def close(self) -> None:
        self.workshop.closed.append(self.source.path.name)


def source(name: str) -> ScanSource:
    """A scan of the toy workshop."""
    return ScanSource(Path(name))
