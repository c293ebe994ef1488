"""How good is a model on held-out pictures? Measured through the back-end that the product uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.color import lab_to_srgb
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.upsample import ChromaUpsampler, resize_plane
from colorstudio.inference.backend import Backend
from colorstudio.inference.uncertainty import ask, measure_guess, probes
from training.batches import lab_planes
from training.click import Zone, find_click, measure_click, summarise_clicks
from training.damage import Subject, damaged
from training.decode import Pixels, UnusablePicture, decode_grey, decode_rgb
from training.hints import place_hints
from training.kernel_distance import PictureFeatures, kernel_distance
from training.metrics import Comparison, Distances, PictureFigures, compare_picture, summarise
from training.seeds import generator_for
from training.sources import Picture, group_number
from training.spread import summarise_spread

FloatArray = NDArray[np.float32]

LARGEST_SIDE = 512
"""Larger pictures are shrunk to this short side: figures do not gain from more pixels."""

_HINT_PATCH = 9
_SEED = 20170508
_GUESS_PIXELS = 1000


@dataclass(frozen=True)
class EvaluationSettings:
    """How a model is measured.

    Attributes:
        render_size: short side at which chroma is predicted; None: the model's default.
        hints: number of simulated hints for each picture.
        passes: how many of the passes of the guess map are made, all six at most, whose uncertainty is then compared
            with the errors; 0: not measured.
        kernel_distance: whether the results are compared with the truth as a whole, too.
        damage: what is done to the pictures before, see `training.damage`.
        click: whether the effect of one hint is measured, see `training.click`.
    """

    render_size: int | None = None
    hints: int = 0
    passes: int = 0
    kernel_distance: bool = False
    damage: str = "none"
    click: bool = False


def evaluate_model(
    backend: Backend,
    pictures: Sequence[Picture],
    settings: EvaluationSettings | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Comparison:
    """Measure a model.

    Args:
        backend: the loaded model; its chroma gain is applied as the product does.
        pictures: pictures with known colours; those that cannot be decoded are left out.
        settings: how; None: at the model's render size, without hints.
        progress: called with the number of pictures done.

    Raises:
        TrainingError: none of the pictures can be decoded.
    """
    evaluation = _Evaluation(backend, settings or EvaluationSettings())
    for index, picture in enumerate(pictures):
        try:
            evaluation.add(picture)
        except UnusablePicture:
            continue
        finally:
            progress(index + 1)
    if not evaluation.figures:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "None of the {count} pictures to measure on can be opened."),
            count=len(pictures),
        )
    return evaluation.summary()


class _Evaluation:
    """Measures picture after picture."""

    def __init__(self, backend: Backend, settings: EvaluationSettings) -> None:
        self.settings = settings
        self.backend = backend
        self.size = settings.render_size or backend.card.render_size
        self.figures: list[PictureFigures] = []
        self._network = PictureFeatures() if settings.kernel_distance else None
        self._probes = probes(backend.card)[: settings.passes]
        self._features: list[FloatArray] = []
        self._uncertainties: list[FloatArray] = []
        self._errors: list[FloatArray] = []
        self._borders: list[float] = []
        self._clicks: list[tuple[Zone, Zone, Zone]] = []

    def add(self, picture: Picture) -> None:
        """Measure one picture.

        Raises:
            UnusablePicture: it cannot be decoded.
        """
        truth, lightness, ab = decode_truth(picture)
        key = _number_of(picture)
        subject = damaged(Subject(lightness, lightness, ab, truth), self.settings.damage, key)
        guide = _at_render_size(subject.scan, self.size)
        true_ab = _like(subject.ab, guide)
        hints = _given_hints(true_ab, self.settings.hints, key)
        predicted = self.backend.predict(guide[None], hints)[0]
        self._add_result(subject, ChromaUpsampler(guide, predicted).region(subject.scan, 0.0, 0.0, 1.0, 1.0))
        if self.settings.passes:
            self._add_guess(guide, hints, np.linalg.norm(predicted - true_ab, axis=-1), key)
        if self.settings.click:
            self._add_click(guide, true_ab, predicted, key)

    def _add_result(self, subject: Subject, ab: FloatArray) -> None:
        self.figures.append(compare_picture(subject.lightness, ab, subject.truth))
        if self._network is not None:
            self._features.append(_features(self._network, subject.lightness, ab, subject.truth))
        if subject.border is not None:
            self._borders.append(float(np.linalg.norm(ab[subject.border], axis=-1).mean()))

    def _add_guess(self, guide: FloatArray, hints: FloatArray | None, error: FloatArray, key: int) -> None:
        """Keep uncertainty and error of some pixels, the same number of each picture."""
        samples = [ask(self.backend, guide, None if hints is None else hints[0], probe) for probe in self._probes]
        uncertainty = measure_guess(guide, samples).uncertainty
        some = generator_for(_SEED, key, "guess").integers(0, error.size, _GUESS_PIXELS)
        self._uncertainties.append(uncertainty.ravel()[some])
        self._errors.append(error.ravel()[some])

    def _add_click(self, guide: FloatArray, true_ab: FloatArray, before: FloatArray, key: int) -> None:
        """Set one hint where the picture has a place for it; `before` is the result that it is compared with."""
        click = find_click(true_ab, generator_for(_SEED, key, "click"))
        if click is not None:
            after = self.backend.predict(guide[None], click.hint[None])[0]
            self._clicks.append(measure_click(click, true_ab, before, after))

    def summary(self) -> Comparison:
        """All that was measured."""
        comparison = summarise(self.figures)
        if len(self._features) > 1:
            result, grey, truth = np.stack(self._features, axis=1)
            distances = Distances(kernel_distance(result, truth), kernel_distance(grey, truth))
            comparison = replace(comparison, distances=distances)
        if self._uncertainties:
            spread = summarise_spread(self._uncertainties, self._errors, len(self._probes))
            comparison = replace(comparison, spread=spread)
        if self._borders:
            comparison = replace(comparison, border_chroma=float(np.mean(self._borders)))
        if self._clicks:
            comparison = replace(comparison, click=summarise_clicks(self._clicks))
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


def _number_of(picture: Picture) -> int:
    """A number that goes by the name alone: the same hints and damage whichever pictures are measured with it."""
    return group_number(picture.name) % 2**32


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


def _given_hints(true_ab: FloatArray, hints: int, key: int) -> FloatArray | None:
    if not hints:
        return None
    return place_hints(true_ab, hints, _HINT_PATCH, generator_for(_SEED, key, "evaluate"))[None]


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
    if comparison.distances is not None:
        rows.append(("KID x 1000", comparison.distances.result * 1e3, comparison.distances.grey * 1e3, None))
    lines = [f"{head}, {comparison.pictures} pictures", f"{'':14}{'result':>9}{'grey':>9}{'truth':>9}"]
    for name, value, baseline, truth in rows:
        lines.append(f"{name:14}{value:9.2f}{baseline:9.2f}" + (f"{truth:9.2f}" if truth is not None else ""))
    return "\n".join([*lines, *_sentences(comparison)]) + "\n"


def _sentences(comparison: Comparison) -> list[str]:
    """What does not fit into the table."""
    sentences = [f"outside sRGB {100 * comparison.out_of_gamut:.1f} % of the colours"]
    if comparison.border_chroma is not None:
        sentences.append(f"mean chroma on the borders {comparison.border_chroma:.2f}")
    if comparison.spread is not None:
        sentences.append(f"rank correlation of uncertainty and chroma error {comparison.spread.rank_correlation:.2f}")
    if comparison.click is not None:
        click = comparison.click
        for name, zone in (("inside", click.inside), ("near", click.near), ("far", click.far)):
            changed = f"changed by {zone.change:.1f}, error {zone.before:.1f} to {zone.after:.1f}"
            sentences.append(f"one click in {click.pictures} pictures, {name}: {changed}")
    return sentences
