"""From a scan's lightness to chroma: sizes, variations, hints, and what to do when memory runs out."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from colorstudio.core.errors import QT_TRANSLATE_NOOP, DeviceMemoryError
from colorstudio.core.hints import rasterize_hints
from colorstudio.core.progress import CancelToken
from colorstudio.core.provenance import UsedModel
from colorstudio.core.steering import SMALLEST_RENDER_SIZE, Hint, Model, Patch
from colorstudio.core.upsample import ChromaUpsampler
from colorstudio.inference.backend import Backend, open_backend
from colorstudio.inference.pack import Pack
from colorstudio.inference.registry import missing_pack
from colorstudio.inference.uncertainty import GuessMap, Probe, ask, measure_guess, probes
from colorstudio.inference.variations import remembers_hints, variation_hints
from colorstudio.pipeline.chroma import Chroma, ChromaRequest, FloatArray, Note
from colorstudio.pipeline.kept import KeptArrays
from colorstudio.pipeline.patches import at_size, blend, patch_weight

LightnessAt = Callable[[int, int], FloatArray]
"""Gives the whole picture's L* at (width, height), area-averaged; `Scan.shrink_lightness` is one."""

PackFinder = Callable[[str, str], Pack]
"""Gives the pack of a reference and a SHA-256, or raises PackError; `Registry.find_exactly` is one."""

# A panorama is not rendered larger than this many squares of the render size.
_LARGEST_ASPECT = 8
# Bytes for what one call needs more than once.
_ROOM = 96 << 20
# How far a hint reaches is seen by another colour so many a*, b* units away; where half of that arrives, all is its.
_ANOTHER, _OWNED = 40.0, 0.5
# Models of patches that stay loaded beside the picture's own.
_OTHERS_KEPT = 2


@dataclass(frozen=True)
class Picture:
    """What chroma is predicted from.

    Attributes:
        width, height: of the upright picture.
        lightness_at: gives its L* at a size.
        kept: what was made of this picture before; None: nothing is kept.
    """

    width: int
    height: int
    lightness_at: LightnessAt
    kept: KeptArrays | None = None

    def lightness(self, render_size: int) -> FloatArray:
        """L* at a render size: float32 (h, w)."""
        size = render_shape(self.width, self.height, render_size)
        return self.keep(("lightness", *size), partial(self.lightness_at, *size))

    def has_lightness(self, render_size: int) -> bool:
        """Whether L* at a render size need not be read any more."""
        key = "lightness", *render_shape(self.width, self.height, render_size)
        return self.kept is not None and key in self.kept

    def keep(self, key: tuple[object, ...], make: Callable[[], FloatArray]) -> FloatArray:
        """Make an array, or take that which was made of this picture before."""
        return make() if self.kept is None else self.kept.get(key, make)


@dataclass(frozen=True)
class _Layer:
    """A prediction: a*, b* (h, w, 2) from L* (h, w), at the size that was used, and what to tell."""

    ab: FloatArray
    lightness: FloatArray
    render_size: int
    notes: tuple[Note, ...]


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
        find_pack: finds the packs of patches; None: patches may only use `pack`.

    Raises:
        DeviceError: there is no such device.
        PackError: the pack cannot be loaded.
    """

    def __init__(self, pack: Pack, device: str = "auto", find_pack: PackFinder | None = None) -> None:
        self.pack = pack
        self._device = device
        self._backend = open_backend(pack, device)
        self._find_pack = find_pack
        self._others: OrderedDict[Model, Colorizer] = OrderedDict()
        self._used: dict[Model, UsedModel] = {}

    @property
    def device_label(self) -> str:
        """What the user is shown, e.g. "CPU" or the name of the GPU."""
        return self._backend.device_label

    def chroma(
        self,
        width: int,
        height: int,
        lightness_at: LightnessAt,
        request: ChromaRequest,
        token: CancelToken,
        kept: KeptArrays | None = None,
    ) -> Chroma:
        """Predict the chroma of a picture.

        Args:
            width, height: of the upright picture.
            lightness_at: gives its L* at a size.
            request: what to predict.
            token: polled before every pass.
            kept: what was made of this very picture before; more is put in.

        Raises:
            Cancelled: the token was cancelled.
            PackError: the pack of a patch is not here.
            DeviceMemoryError: even the smallest size on the CPU needs more memory than there is.
            DeviceError: the device failed.
        """
        started = time.perf_counter()
        picture = Picture(width, height, lightness_at, KeptArrays(_ROOM) if kept is None else kept)
        size = request.render_size or self.pack.card.render_size
        own = self._layer(picture, size, request.seed, request.hints, token)
        ab, lightness, notes, patches = self._patched(picture, own, request, token)
        guess = list(self._guess_steps(picture, request, token))[-1] if request.wants_guess else None
        guess = guess and guess.resized(*lightness.shape[::-1])
        seconds = time.perf_counter() - started
        upsampler = ChromaUpsampler(lightness, ab)
        used = own.render_size, self.device_label, seconds
        return Chroma(ab, lightness, upsampler, *used, notes, guess, patches, self._other_models(patches))

    def guess(
        self,
        width: int,
        height: int,
        lightness_at: LightnessAt,
        request: ChromaRequest,
        token: CancelToken,
        kept: KeptArrays | None = None,
    ) -> Iterator[GuessMap | None]:
        """Find out where the model is unsure, pass by pass: yields None after each, then the map.

        The map is that of `chroma` for the same request with `wants_guess`, but at the render size whatever
        the size of the patches is. The arguments are the same.

        Raises:
            Cancelled, DeviceMemoryError, DeviceError: as `chroma`.
        """
        yield from self._guess_steps(Picture(width, height, lightness_at, kept), request, token)

    def _guess_steps(self, picture: Picture, request: ChromaRequest, token: CancelToken) -> Iterator[GuessMap | None]:
        size = request.render_size or self.pack.card.render_size
        first = self._layer(picture, size, None, request.hints, token)
        planes = _planes(request.hints, first.lightness)
        samples = [first.ab]
        for probe in probes(self.pack.card)[1:]:
            yield None
            token.check()
            key = self._key(first.lightness.shape, probe, request.hints)
            samples.append(picture.keep(key, partial(ask, self._backend, first.lightness, planes, probe)))
        yield None
        yield measure_guess(first.lightness, samples)

    def _key(self, shape: tuple[int, ...], probe: Probe, hints: tuple[Hint, ...]) -> tuple[object, ...]:
        """What one answer is kept by."""
        return "answer", self.pack.sha256, self._backend.device, *shape, probe, hints

    def sketch(
        self, width: int, height: int, lightness_at: LightnessAt, token: CancelToken, kept: KeptArrays
    ) -> Iterator[None]:
        """Make the answers from which variations of a picture are made, if they are made from any: yields after each.

        Raises:
            Cancelled, DeviceMemoryError, DeviceError: as `chroma`.
        """
        if remembers_hints(self.pack.card):
            steps = self._guess_steps(Picture(width, height, lightness_at, kept), ChromaRequest(), token)
            yield from (None for _ in steps)

    def has_sketched(self, width: int, height: int, kept: KeptArrays) -> bool:
        """Whether what `sketch` makes is kept, or not needed."""
        shape = render_shape(width, height, self.pack.card.render_size)[::-1]
        answers = (self._key(shape, probe, ()) for probe in probes(self.pack.card))
        return not remembers_hints(self.pack.card) or all(answer in kept for answer in answers)

    def _patched(
        self, picture: Picture, own: _Layer, request: ChromaRequest, token: CancelToken
    ) -> tuple[FloatArray, FloatArray, tuple[Note, ...], tuple[Patch, ...]]:
        """a*, b* with the patches, the L* of that size, notes, and the patches as they were predicted."""
        layers = [self._patch_layer(picture, own, patch, request, token) for patch in request.patches]
        size = max((own.render_size, *(layer.render_size for layer in layers)))
        lightness = picture.lightness(size) if size > own.render_size else own.lightness
        ab = at_size(own.lightness, own.ab, lightness)
        for patch, layer in zip(request.patches, layers, strict=True):
            height, width = lightness.shape
            weight = patch_weight(patch.points, width, height, patch.feather)
            ab = blend(ab, at_size(layer.lightness, layer.ab, lightness), weight)
        sizes = (layer.render_size for layer in layers)
        used = tuple(replace(patch, render_size=size) for patch, size in zip(request.patches, sizes, strict=True))
        notes = [note for layer in (own, *layers) for note in layer.notes]
        different = tuple(note for index, note in enumerate(notes) if note not in notes[:index])
        return ab, lightness, different, used

    def _patch_layer(
        self, picture: Picture, own: _Layer, patch: Patch, request: ChromaRequest, token: CancelToken
    ) -> _Layer:
        other = self._other(patch.model)
        return other._layer(picture, patch.render_size or own.render_size, patch.seed, request.hints, token)

    def _other_models(self, patches: Sequence[Patch]) -> tuple[UsedModel, ...]:
        used = (self._used.get(patch.model) for patch in patches if patch.model is not None)
        return tuple(dict.fromkeys(filter(None, used)))

    def _other(self, model: Model | None) -> Colorizer:
        """The colourizer of a patch."""
        if model is None or (model.reference == self.pack.card.reference and model.sha256 == self.pack.sha256):
            return self
        if model not in self._others:
            while len(self._others) >= _OTHERS_KEPT:
                self._others.popitem(last=False)
            pack = self._found(model)
            self._others[model] = Colorizer(pack, self._device)
            self._used[model] = UsedModel(pack.card.reference, pack.sha256, pack.card.licence)
        self._others.move_to_end(model)
        return self._others[model]

    def _found(self, model: Model) -> Pack:
        if self._find_pack is None:
            raise missing_pack(model.reference, model.sha256)
        return self._find_pack(model.reference, model.sha256)

    def _layer(
        self, picture: Picture, asked: int, seed: int | None, hints: tuple[Hint, ...], token: CancelToken
    ) -> _Layer:
        """A variation of the whole picture, at the size that memory allows."""
        if seed is None or not remembers_hints(self.pack.card):
            return self._predicted(picture, asked, seed, hints, token)
        varied = self._predicted(picture, asked, None, (*self._hints_of(picture, seed, token), *hints), token)
        if not hints:
            return varied
        both = [self._predicted(picture, varied.render_size, None, each, token) for each in (hints, _moved(hints))]
        usual, moved = (at_size(layer.lightness, layer.ab, varied.lightness) for layer in both)
        reach = np.linalg.norm(moved - usual, axis=-1) / np.float32(_ANOTHER * _OWNED)
        return replace(varied, ab=blend(varied.ab, usual, np.minimum(reach, 1.0)))

    def _hints_of(self, picture: Picture, seed: int, token: CancelToken) -> tuple[Hint, ...]:
        """The hints that a seed stands for, chosen at the pack's render size whatever the size of the result."""
        *_, guess = self._guess_steps(picture, ChromaRequest(), token)
        assert guess is not None
        first = self._predicted(picture, self.pack.card.render_size, None, (), token)
        return variation_hints(first.lightness, guess, seed)

    def _predicted(
        self, picture: Picture, asked: int, seed: int | None, hints: tuple[Hint, ...], token: CancelToken
    ) -> _Layer:
        """One prediction of the whole picture, at the size that memory allows."""
        size = asked
        notes: list[Note] = []
        while True:
            token.check()
            lightness = picture.lightness(size)
            try:
                key = self._key(lightness.shape, Probe(seed), hints)
                ab = picture.keep(key, partial(predict, self._backend, lightness, seed, hints))
                break
            except DeviceMemoryError:
                if not self._can_retreat(size):
                    raise
                size = self._retreat(size, asked, notes)
        token.check()
        if hints and not self.pack.card.uses_hints:
            template = QT_TRANSLATE_NOOP("errors", "The model {model} takes no hints; they were left out.")
            notes.append(Note(template, {"model": self.pack.card.reference}))
        return _Layer(ab, lightness, size, tuple(notes))

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


def predict(backend: Backend, lightness: FloatArray, seed: int | None, hints: tuple[Hint, ...]) -> FloatArray:
    """One pass of the generator over one picture at its render size.

    Args:
        backend: the loaded generator.
        lightness: float32 (h, w), L*.
        seed: of the noise; None: no noise.
        hints: colours the archivist has set.

    Returns:
        float32 (h, w, 2), a*, b*.
    """
    return ask(backend, lightness, _planes(hints, lightness), Probe(seed))


def _moved(hints: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """The same hints with other colours."""
    return tuple(replace(hint, a=hint.a - _ANOTHER if hint.a > 0 else hint.a + _ANOTHER) for hint in hints)


def _planes(hints: tuple[Hint, ...], lightness: FloatArray) -> FloatArray | None:
    height, width = lightness.shape
    return rasterize_hints(hints, width, height) if hints else None
