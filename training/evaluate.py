"""How good is a model on held-out pictures? Measured through the back-end that the product uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.color import lab_to_srgb
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.upsample import ChromaUpsampler, resize_plane
from colorstudio.inference.backend import Backend, open_backend
from colorstudio.inference.noise import sample_noise
from colorstudio.inference.pack import Pack
from training.batches import lab_planes
from training.decode import Pixels, UnusablePicture, decode_grey, decode_rgb
from training.hints import place_hints
from training.kernel_distance import PictureFeatures, kernel_distance
from training.metrics import Comparison, Distances, PictureFigures, compare_picture, summarise
from training.seeds import generator_for
from training.sources import Picture
from training.spread import chroma_spread, summarise_spread

FloatArray = NDArray[np.float32]

LARGEST_SIDE = 512
"""Larger pictures are shrunk to this short side: figures do not gain from more pixels."""

_HINT_PATCH = 9
_HINT_SEED = 20170508
_SPREAD_PIXELS = 1000


@dataclass(frozen=True)
class EvaluationSettings:
    """How a pack is measured.

    Attributes:
        render_size: short side at which chroma is predicted; None: the pack's default.
        hints: number of simulated hints for each picture.
        passes: passes with noise whose spread is compared with the errors; 0: not measured.
        kernel_distance: whether the results are compared with the truth as a whole, too.
        device: see `open_backend`.
    """

    render_size: int | None = None
    hints: int = 0
    passes: int = 0
    kernel_distance: bool = False
    device: str = "auto"


def evaluate_pack(
    pack: Pack,
    pictures: Sequence[Picture],
    settings: EvaluationSettings | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Comparison:
    """Measure a pack.

    Args:
        pack: the model; its chroma gain is applied as the product does.
        pictures: pictures with known colours; those that cannot be decoded are left out.
        settings: how; None: at the pack's render size, without hints.
        progress: called with the number of pictures done.

    Raises:
        TrainingError: none of the pictures can be decoded.
    """
    evaluation = _Evaluation(pack, settings or EvaluationSettings())
    for index, picture in enumerate(pictures):
        try:
            evaluation.add(picture, index)
        except UnusablePicture:
            continue
        progress(index + 1)
    if not evaluation.figures:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "None of the {count} pictures to measure on can be opened."),
            count=len(pictures),
        )
    return evaluation.summary()


class _Evaluation:
    """Measures picture after picture."""

    def __init__(self, pack: Pack, settings: EvaluationSettings) -> None:
        self.settings = settings
        self.backend = open_backend(pack, settings.device)
        self.size = settings.render_size or pack.card.render_size
        self.figures: list[PictureFigures] = []
        self._network = PictureFeatures() if settings.kernel_distance else None
        self._features: list[FloatArray] = []
        self._spreads: list[FloatArray] = []
        self._errors: list[FloatArray] = []

    def add(self, picture: Picture, index: int) -> None:
        """Measure one picture.

        Raises:
            UnusablePicture: it cannot be decoded.
        """
        truth, lightness, ab = decode_truth(picture)
        guide = _at_render_size(lightness, self.size)
        true_ab = _like(ab, guide) if self.settings.hints or self.settings.passes else None
        hints = _given_hints(true_ab, self.settings.hints, index)
        predicted = self.backend.predict(guide[None], hints)[0]
        result = ChromaUpsampler(guide, predicted).region(lightness, 0.0, 0.0, 1.0, 1.0)
        self.figures.append(compare_picture(lightness, result, truth))
        if self._network is not None:
            self._features.append(_features(self._network, lightness, result, truth))
        if true_ab is not None and self.settings.passes:
            self._add_spread(guide, hints, np.linalg.norm(predicted - true_ab, axis=-1), index)

    def _add_spread(self, guide: FloatArray, hints: FloatArray | None, error: FloatArray, index: int) -> None:
        """Keep spread and error of some pixels, the same number of each picture."""
        noise = [sample_noise(self.backend.card, [seed]) for seed in range(self.settings.passes)]
        spread = chroma_spread([self.backend.predict(guide[None], hints, mask)[0] for mask in noise])
        some = generator_for(_HINT_SEED, index, "spread").integers(0, error.size, _SPREAD_PIXELS)
        self._spreads.append(spread.ravel()[some])
        self._errors.append(error.ravel()[some])

    def summary(self) -> Comparison:
        """All that was measured."""
        comparison = summarise(self.figures)
        if len(self._features) > 1:
            result, grey, truth = np.stack(self._features, axis=1)
            distances = Distances(kernel_distance(result, truth), kernel_distance(grey, truth))
            comparison = replace(comparison, distances=distances)
        if self._spreads:
            spread = summarise_spread(self._spreads, self._errors, self.settings.passes)
            comparison = replace(comparison, spread=spread)
        return comparison


def decode_truth(picture: Picture) -> tuple[Pixels, FloatArray, FloatArray]:
    """Truth, uint8 (H, W, 3), L* (H, W) and true a*, b* (H, W, 2) of a picture, shrunk to `LARGEST_SIDE`.

    Raises:
        UnusablePicture: it cannot be decoded.
    """
    truth = decode_rgb(picture.path, LARGEST_SIDE)
    pixels = truth
    if picture.grey_path is not None:
        grey = decode_grey(picture.grey_path, (truth.shape[1], truth.shape[0]))
        pixels = np.concatenate([truth, grey[..., None]], axis=2)
    lightness, ab = lab_planes(pixels)
    return truth, lightness, ab


def coloured(backend: Backend, lightness: FloatArray) -> FloatArray:
    """a*, b* (H, W, 2) for L* (H, W), as the product makes them at the pack's render size without hints."""
    guide = _at_render_size(lightness, backend.card.render_size)
    return ChromaUpsampler(guide, backend.predict(guide[None])[0]).region(lightness, 0.0, 0.0, 1.0, 1.0)


def _features(network: PictureFeatures, lightness: FloatArray, ab: FloatArray, truth: Pixels) -> FloatArray:
    """Features (3, d) of the result, of grey and of the truth."""
    planes = [np.concatenate([lightness[..., None], chroma], axis=-1) for chroma in (ab, np.zeros_like(ab))]
    pictures = [*map(lab_to_srgb, planes), truth.astype(np.float32) / np.float32(255)]
    return np.stack([network.of(picture) for picture in pictures])


def _like(ab: FloatArray, guide: FloatArray) -> FloatArray:
    height, width = guide.shape
    return np.stack([resize_plane(ab[..., i], width, height) for i in range(2)], axis=-1)


def _at_render_size(lightness: FloatArray, size: int) -> FloatArray:
    height, width = lightness.shape
    scale = size / min(height, width)
    return resize_plane(lightness, max(1, round(width * scale)), max(1, round(height * scale)))


def _given_hints(true_ab: FloatArray | None, hints: int, index: int) -> FloatArray | None:
    if true_ab is None or not hints:
        return None
    return place_hints(true_ab, hints, _HINT_PATCH, generator_for(_HINT_SEED, index, "evaluate"))[None]


def report_text(comparison: Comparison, facts: Mapping[str, object]) -> str:
    """The figures as a small table: the result beside grey and truth."""
    result, grey = comparison.result, comparison.grey
    head = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items())
    rows = [
        ("PSNR, dB", result.psnr, grey.psnr, None),
        ("dE2000", result.delta_e2000, grey.delta_e2000, None),
        ("chroma error", result.chroma_error, grey.chroma_error, None),
        ("chroma ratio", comparison.chroma_ratio, 0.0, 1.0),
        ("colorfulness", result.colorfulness, grey.colorfulness, comparison.truth_colorfulness),
    ]
    lines = [f"{head}, {comparison.pictures} pictures", f"{'':14}{'result':>9}{'grey':>9}{'truth':>9}"]
    for name, value, baseline, truth in rows:
        lines.append(f"{name:14}{value:9.2f}{baseline:9.2f}" + (f"{truth:9.2f}" if truth is not None else ""))
    if comparison.distances is not None:
        lines.append(f"{'KID x 1000':14}{comparison.distances.result * 1e3:9.2f}{comparison.distances.grey * 1e3:9.2f}")
    if comparison.spread is not None:
        lines.append(f"rank correlation of spread and chroma error {comparison.spread.rank_correlation:.2f}")
    return "\n".join(lines) + "\n"
