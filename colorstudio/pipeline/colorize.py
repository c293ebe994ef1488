"""From a scan's lightness to chroma: sizes, noise, hints, and what to do when memory runs out."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, DeviceMemoryError
from colorstudio.core.hints import rasterize_hints
from colorstudio.core.progress import CancelToken
from colorstudio.core.recipe import SMALLEST_RENDER_SIZE, Hint
from colorstudio.core.upsample import ChromaUpsampler
from colorstudio.inference.backend import Backend, open_backend
from colorstudio.inference.noise import sample_noise
from colorstudio.inference.pack import Pack

FloatArray = NDArray[np.float32]

LightnessAt = Callable[[int, int], FloatArray]
"""Gives the whole picture's L* at (width, height), area-averaged; `Scan.shrink_lightness` is one."""

# A panorama is not rendered larger than this many squares of the render size.
_LARGEST_ASPECT = 8


@dataclass(frozen=True)
class ChromaRequest:
    """What to predict.

    Attributes:
        render_size: short side in pixels; None: the pack's default.
        seed: of the generator's noise; None: no noise.
        hints: colours the archivist has set.
    """

    render_size: int | None = None
    seed: int | None = None
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True)
class Note:
    """Something a person should know about a result: a marked template and its values, as in errors."""

    template: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


@dataclass(frozen=True)
class Chroma:
    """Predicted chroma of one picture.

    Attributes:
        ab: float32 (h, w, 2), a*, b* at the render size.
        lightness: float32 (h, w), the picture's L* at that size.
        upsampler: the same chroma for any region at any scale.
        render_size: the short side that was used; smaller than asked for if memory ran out.
        device_label: where it was computed.
        seconds: what it took.
        notes: fall-backs, for the user.
    """

    ab: FloatArray
    lightness: FloatArray
    upsampler: ChromaUpsampler
    render_size: int
    device_label: str
    seconds: float
    notes: tuple[Note, ...] = ()


def render_shape(width: int, height: int, render_size: int) -> tuple[int, int]:
    """Width and height at which chroma is predicted: the short side is `render_size`.

    Very long pictures get less, so that the pixels stay within a few squares of the render size.
    """
    scale = render_size / min(width, height)
    pixels = width * height * scale * scale
    scale *= min(1.0, (_LARGEST_ASPECT * render_size**2 / pixels) ** 0.5)
    return max(1, round(width * scale)), max(1, round(height * scale))


class Colorizer:
    """A pack on a device; falls back to a smaller size and to the CPU when memory runs out.

    Used by one thread at a time.

    Args:
        pack: the pack.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.

    Raises:
        DeviceError: there is no such device.
        PackError: the pack cannot be loaded.
    """

    def __init__(self, pack: Pack, device: str = "auto") -> None:
        self.pack = pack
        self._backend = open_backend(pack, device)

    @property
    def device_label(self) -> str:
        """What the user is shown, e.g. "CPU" or the name of the GPU."""
        return self._backend.device_label

    def chroma(
        self, width: int, height: int, lightness_at: LightnessAt, request: ChromaRequest, token: CancelToken
    ) -> Chroma:
        """Predict the chroma of a picture.

        Args:
            width, height: of the upright picture.
            lightness_at: gives its L* at a size.
            request: what to predict.
            token: polled before every pass.

        Raises:
            Cancelled: the token was cancelled.
            DeviceMemoryError: even the smallest size on the CPU needs more memory than there is.
            DeviceError: the device failed.
        """
        started = time.perf_counter()
        size = asked = request.render_size or self.pack.card.render_size
        notes: list[Note] = []
        while True:
            token.check()
            lightness = lightness_at(*render_shape(width, height, size))
            try:
                ab = predict(self._backend, lightness, request)
                break
            except DeviceMemoryError:
                if not self._can_retreat(size):
                    raise
                size = self._retreat(size, asked, notes)
        token.check()
        if request.hints and not self.pack.card.uses_hints:
            template = QT_TRANSLATE_NOOP("errors", "The model {model} takes no hints; they were left out.")
            notes.append(Note(template, {"model": self.pack.card.reference}))
        seconds = time.perf_counter() - started
        return Chroma(ab, lightness, ChromaUpsampler(lightness, ab), size, self.device_label, seconds, tuple(notes))

    def _can_retreat(self, size: int) -> bool:
        return size // 2 >= SMALLEST_RENDER_SIZE or self._backend.device != "cpu"

    def _retreat(self, size: int, asked: int, notes: list[Note]) -> int:
        """The next size to try after `size` failed, on the CPU if it must be; says so in `notes`."""
        if size // 2 >= SMALLEST_RENDER_SIZE:
            template = QT_TRANSLATE_NOOP("errors", "Memory ran out at {size} px; coloured at {smaller} px instead.")
            # The size before is of no interest any more; that the CPU took over still is.
            notes[:] = [note for note in notes if note.template != template]
            notes.append(Note(template, {"size": asked, "smaller": size // 2}))
            return size // 2
        failed, self._backend = self._backend.device_label, open_backend(self.pack, "cpu")
        template = QT_TRANSLATE_NOOP("errors", "The memory of {device} ran out; coloured on the CPU instead.")
        notes[:] = [Note(template, {"device": failed})]
        return asked


def predict(backend: Backend, lightness: FloatArray, request: ChromaRequest) -> FloatArray:
    """One pass of the generator over one picture at its render size.

    Args:
        backend: the loaded generator.
        lightness: float32 (h, w), L*.
        request: seed and hints are used.

    Returns:
        float32 (h, w, 2), a*, b*.
    """
    height, width = lightness.shape
    hints = rasterize_hints(request.hints, width, height)[None] if request.hints else None
    noise = None if request.seed is None else sample_noise(backend.card, [request.seed])
    ab: FloatArray = backend.predict(lightness[None], hints, noise)[0]
    return ab
