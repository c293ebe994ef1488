"""The workshop that works: `pipeline` behind the protocols of `workshop`.

Imported in the worker's thread only, since it brings in the back-ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.scan import ScanInfo, open_scan
from colorstudio.engine.messages import ModelSummary, ScanSource, View
from colorstudio.engine.model_summary import summarize
from colorstudio.engine.workshop import Darkroom, Painter, Workshop
from colorstudio.inference.registry import Registry
from colorstudio.pipeline.colorize import Chroma, ChromaRequest, Colorizer
from colorstudio.pipeline.view import Rect, RegionPictures, ScanPyramid, render_region


class PipelineWorkshop(Workshop):
    """Opens scans with `core.scan`, models from folders.

    Args:
        model_dirs: folders with packs.
        view_dir: where the levels of open scans are kept while they are open.
    """

    def __init__(self, model_dirs: Iterable[Path], view_dir: Path) -> None:
        self._registry = Registry(model_dirs)
        self._view_dir = view_dir

    def list_models(self) -> tuple[ModelSummary, ...]:
        """Return the installed packs."""
        return tuple(summarize(pack) for pack in self._registry.packs())

    def load_painter(self, model: str, device: str) -> Painter:
        """Load a pack on a device."""
        return PipelinePainter(Colorizer(self._registry.find(model), device))

    def open_darkroom(self, source: ScanSource, token: CancelToken, progress: Progress) -> Darkroom:
        """Read a scan into the levels that are shown."""
        with open_scan(source.path, source.page, source.quarter_turns) as scan:
            pyramid = ScanPyramid.build(scan, self._view_dir, token, progress)
            return PipelineDarkroom(scan.info, pyramid)


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


class PipelineDarkroom(Darkroom):
    """A scan's information and its levels on disc."""

    def __init__(self, info: ScanInfo, pyramid: ScanPyramid) -> None:
        self._info = info
        self._pyramid = pyramid

    @property
    def info(self) -> ScanInfo:
        """What is known about the scan."""
        return self._info

    def predict(self, painter: Painter, render_size: int, seed: int | None, token: CancelToken) -> Chroma:
        """Predict the chroma from the levels."""
        request = ChromaRequest(render_size, seed)
        colorizer = cast(PipelinePainter, painter).colorizer
        return colorizer.chroma(self._pyramid.width, self._pyramid.height, self._pyramid.lightness_at, request, token)

    def render(self, view: View, token: CancelToken) -> RegionPictures:
        """Draw a part of the picture."""
        x0, y0, x1, y1 = view.rect
        width, height = self._pyramid.width, self._pyramid.height
        rect = Rect(x0 * width, y0 * height, x1 * width, y1 * height)
        upsampler = view.chroma.upsampler if view.chroma else None
        return render_region(self._pyramid, upsampler, rect, view.width, view.height, view.adjustments)

    def close(self) -> None:
        """Remove the levels."""
        self._pyramid.close()
