"""The workshop that works: `pipeline` behind the protocols of `workshop`.

Imported in the worker's thread only, since it brings in the back-ends.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.progress import CancelToken, Progress, no_progress
from colorstudio.core.scan import Scan, ScanInfo, open_scan
from colorstudio.engine.messages import ChromaChoice, ModelSummary, ScanSource, View, ViewPurpose
from colorstudio.engine.model_summary import summarize
from colorstudio.engine.overview import Overview
from colorstudio.engine.workshop import Darkroom, Painter, Workshop
from colorstudio.inference.registry import Registry
from colorstudio.inference.uncertainty import GuessMap
from colorstudio.pipeline.chroma import Chroma, ChromaRequest
from colorstudio.pipeline.colorize import Colorizer, Picture, render_shape
from colorstudio.pipeline.kept import KeptArrays
from colorstudio.pipeline.view import Frames, Rect, RegionPictures, ScanPyramid

_LEFTOVER_SECONDS = 7 * 24 * 3600
# Seconds after which it is looked whether anybody wants something more urgent.
_GLANCE = 0.01
# Bytes for each open scan: its lightness and its variations, some dozens at 256 px.
_ROOM_FOR_PREDICTIONS = 96 << 20


class PipelineWorkshop(Workshop):
    """Opens scans with `core.scan`, models from folders.

    Args:
        model_dirs: folders with packs, the user's own first.
        view_dir: where the levels of open scans are kept while they are open.
    """

    def __init__(self, model_dirs: Iterable[Path], view_dir: Path) -> None:
        folders = tuple(model_dirs)
        self._registry, self._own = Registry(folders), folders[:1]
        self._summaries: dict[tuple[Path, int, int], ModelSummary] = {}
        self._view_dir = view_dir
        self._frames = Frames()
        _remove_leftovers(view_dir)

    def list_models(self) -> tuple[ModelSummary, ...]:
        """Return the installed packs; only those that are new are read as a whole, for their hash."""
        before, self._summaries = self._summaries, {}
        for pack in self._registry.packs():
            stat = pack.path.stat()
            key = pack.path, stat.st_mtime_ns, stat.st_size
            self._summaries[key] = before.get(key) or summarize(pack, pack.path.parent in self._own)
        return tuple(self._summaries.values())

    def load_painter(self, model: str, device: str) -> Painter:
        """Load a pack on a device."""
        return PipelinePainter(Colorizer(self._registry.find(model), device, self._registry.find_exactly))

    def open_darkroom(self, source: ScanSource) -> Darkroom:
        """Read a scan at low resolution."""
        with open_scan(source.path, source.page, source.quarter_turns, source.mirrored) as scan:
            overview = Overview(scan)
            # After it was read: only then is it known whether parts of the file are damaged.
            return PipelineDarkroom(source, scan.info, overview, self._view_dir, self._frames)


def _remove_leftovers(view_dir: Path) -> None:
    """Remove the levels of runs that crashed; those of a run that is going on are younger."""
    for folder in view_dir.glob("colorstudio-view-*"):
        if time.time() - folder.stat().st_mtime > _LEFTOVER_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


class PipelinePainter(Painter):
    """A `Colorizer` with what the window shows of it."""

    def __init__(self, colorizer: Colorizer) -> None:
        self.colorizer = colorizer

    @property
    def reference(self) -> str:
        """The pack's id and version."""
        return self.colorizer.pack.card.reference

    @property
    def default_size(self) -> int:
        """The render size that the pack recommends."""
        return self.colorizer.pack.card.render_size

    @property
    def device_label(self) -> str:
        """Where it runs, in words."""
        return self.colorizer.device_label


def _colorizer(painter: Painter) -> Colorizer:
    return cast(PipelinePainter, painter).colorizer


def _asked(choice: ChromaChoice, render_size: int) -> ChromaRequest:
    return ChromaRequest(render_size or None, choice.seed, choice.hints, choice.patches)


def _coarse(request: ChromaRequest, render_size: int) -> ChromaRequest:
    """The same request with its regions no finer than the rest: for a first look."""
    patches = tuple(
        replace(each, render_size=min(each.render_size or render_size, render_size)) for each in request.patches
    )
    return replace(request, patches=patches)


def _usual(request: ChromaRequest) -> ChromaRequest:
    """The same request with the usual colours everywhere."""
    return replace(request, seed=None, patches=tuple(replace(each, seed=None) for each in request.patches))


class PipelineDarkroom(Darkroom):
    """A scan's information, its overview, and its levels on disc once they are needed."""

    def __init__(self, source: ScanSource, info: ScanInfo, overview: Overview, view_dir: Path, frames: Frames) -> None:
        self._frames = frames
        self._source = source
        self._info = info
        self._overview = overview
        self._view_dir = view_dir
        self._pyramid: ScanPyramid | None = None
        self._kept = KeptArrays(_ROOM_FOR_PREDICTIONS)

    @property
    def info(self) -> ScanInfo:
        """What is known about the scan."""
        return self._info

    def predict(self, painter: Painter, choice: ChromaChoice, render_size: int, token: CancelToken) -> Chroma:
        """Predict the chroma from the file itself: exactly what the command line does, or a coarse first look."""
        request = _asked(choice, render_size)
        if render_size < (choice.render_size or painter.default_size):
            request = _coarse(request, render_size)
            if not _colorizer(painter).has_sketched(*self._size, self._kept):
                request = _usual(request)
        return _colorizer(painter).chroma(*self._size, self._lightness_at, request, token, self._kept)

    def fetch(self, render_size: int) -> Iterator[None]:
        """Read the scan at that size in a thread of its own: seconds, for a large one, that nothing can interrupt."""
        picture = Picture(*self._size, self._lightness_at, self._kept)
        if not picture.has_lightness(render_size):
            reader = ThreadPoolExecutor(1)
            reading = reader.submit(picture.lightness_at, *render_shape(*self._size, render_size))
            reader.shutdown(wait=False)
            while not reading.done():
                wait([reading], _GLANCE)
                yield
            replace(picture, lightness_at=lambda width, height: reading.result()).lightness(render_size)

    def sketch(self, painter: Painter, choice: ChromaChoice, token: CancelToken) -> Iterator[None]:
        """Ask once for all variations, likewise."""
        if choice.seed is not None:
            yield from _colorizer(painter).sketch(*self._size, self._lightness_at, token, self._kept)

    def guess(self, painter: Painter, choice: ChromaChoice, token: CancelToken) -> Iterator[GuessMap | None]:
        """Find out where the painter is unsure, likewise."""
        request = _asked(choice, choice.render_size)
        return _colorizer(painter).guess(*self._size, self._lightness_at, request, token, self._kept)

    @property
    def _size(self) -> tuple[int, int]:
        return self._info.width, self._info.height

    def _lightness_at(self, width: int, height: int) -> NDArray[np.float32]:
        with self._open() as scan:
            return scan.shrink_lightness(width, height)

    def sharpen(self, token: CancelToken, progress: Progress) -> None:
        """Read the levels."""
        if self._pyramid is None:
            with self._open() as scan:
                self._pyramid = ScanPyramid.build(scan, self._view_dir, token, progress)

    def render(self, view: View, token: CancelToken) -> RegionPictures:
        """Draw a part of the picture."""
        if view.purpose is ViewPurpose.BASE:
            return self._render(self._overview, self._overview.whole, view)
        self.sharpen(token, no_progress)
        assert self._pyramid is not None
        x0, y0, x1, y1 = view.rect
        rect = Rect(x0 * self._info.width, y0 * self._info.height, x1 * self._info.width, y1 * self._info.height)
        return self._render(self._pyramid, rect, view)

    def _render(self, source: Overview | ScanPyramid, rect: Rect, view: View) -> RegionPictures:
        size = view.width, view.height
        return self._frames.render(source, view.chroma, view.look, rect, *size, view.colour_only, view.quick)

    def close(self) -> None:
        """Remove the levels."""
        self._frames.forget(self._overview)
        if self._pyramid is not None:
            self._frames.forget(self._pyramid)
            self._pyramid.close()

    def _open(self) -> Scan:
        source = self._source
        return open_scan(source.path, source.page, source.quarter_turns, source.mirrored)
