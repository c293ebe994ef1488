"""What the worker needs, as protocols: `pipeline_workshop` has the real thing, tests have a toy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.messages import ChromaChoice, ModelSummary, ScanSource, View

if TYPE_CHECKING:
    from colorstudio.core.scan import ScanInfo
    from colorstudio.inference.uncertainty import GuessMap
    from colorstudio.pipeline.chroma import Chroma
    from colorstudio.pipeline.view import RegionPictures


class Painter(Protocol):
    """A model, loaded on a device."""

    @property
    def reference(self) -> str:
        """The pack's id and version."""

    @property
    def default_size(self) -> int:
        """The render size that the pack recommends, short side in pixels."""

    @property
    def device_label(self) -> str:
        """Where it runs, in words; changes when it had to retreat to the processor."""


class Darkroom(Protocol):
    """One scan, opened for looking at it; used by the worker's thread only."""

    @property
    def info(self) -> ScanInfo:
        """What is known about the scan."""

    def predict(self, painter: Painter, choice: ChromaChoice, render_size: int, token: CancelToken) -> Chroma:
        """Predict the chroma of a choice at `render_size`, or at what memory allows (then its notes say so).

        Raises:
            DeviceError: the device failed.
            Cancelled: `token` was cancelled.
        """

    def fetch(self, render_size: int) -> Iterator[None]:
        """Read what a prediction at that size needs, beside the worker's thread; yields as long as that takes.

        Raises:
            ScanError: the scan cannot be read.
        """

    def sketch(self, painter: Painter, choice: ChromaChoice, token: CancelToken) -> Iterator[None]:
        """Ask the painter what variations of the scan have in common, pass by pass, if the choice is one of them.

        Raises:
            DeviceError: the device failed.
            Cancelled: `token` was cancelled.
        """

    def guess(self, painter: Painter, choice: ChromaChoice, token: CancelToken) -> Iterator[GuessMap | None]:
        """Find out where the painter is unsure: yields None after every step but the last, then the map.

        Raises:
            DeviceError: the device failed.
            Cancelled: `token` was cancelled.
        """

    def sharpen(self, token: CancelToken, progress: Progress) -> None:
        """Read the scan at full size, once, for drawing what is on screen.

        Raises:
            ScanError: the scan cannot be read.
            Cancelled: `token` was cancelled.
        """

    def render(self, view: View, token: CancelToken) -> RegionPictures:
        """Draw a part of the picture; reads the scan at full size first if that is needed and was not done."""

    def close(self) -> None:
        """Free memory, files and temporary folders."""


class Workshop(Protocol):
    """Opens scans and loads models; used by the worker's thread only."""

    def list_models(self) -> tuple[ModelSummary, ...]:
        """Return the installed packs."""

    def load_painter(self, model: str, device: str) -> Painter:
        """Load a pack on a device ("auto", "cpu", "cuda", "mps").

        Raises:
            PackError: there is no such pack, or it is damaged.
            DeviceError: there is no such device, or it failed.
        """

    def open_darkroom(self, source: ScanSource) -> Darkroom:
        """Open a scan; reads it at low resolution.

        Raises:
            ScanError: the file cannot be read.
        """
