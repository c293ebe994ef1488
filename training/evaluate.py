"""How good is a model on held-out pictures? Measured through the back-end that the product uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.upsample import ChromaUpsampler, resize_plane
from colorstudio.inference.backend import Backend, open_backend
from colorstudio.inference.pack import Pack
from training.batches import lab_planes
from training.decode import UnusablePicture, decode_grey, decode_rgb
from training.hints import place_hints
from training.metrics import Comparison, PictureFigures, compare_picture, summarise
from training.seeds import generator_for
from training.sources import Picture

FloatArray = NDArray[np.float32]

LARGEST_SIDE = 512
"""Larger pictures are shrunk to this short side: figures do not gain from more pixels."""

_HINT_PATCH = 9
_HINT_SEED = 20170508


def evaluate_pack(
    pack: Pack,
    pictures: Sequence[Picture],
    render_size: int | None = None,
    hints: int = 0,
    device: str = "auto",
    progress: Callable[[int], None] = lambda done: None,
) -> Comparison:
    """Measure a pack.

    Args:
        pack: the model; its chroma gain is applied as the product does.
        pictures: pictures with known colours; those that cannot be decoded are left out.
        render_size: short side at which chroma is predicted; None: the pack's default.
        hints: number of simulated hints for each picture.
        device: see `open_backend`.
        progress: called with the number of pictures done.

    Raises:
        TrainingError: none of the pictures can be decoded.
    """
    backend = open_backend(pack, device)
    size = render_size or pack.card.render_size
    figures: list[PictureFigures] = []
    for index, picture in enumerate(pictures):
        try:
            figures.append(_evaluate_picture(backend, picture, size, hints, index))
        except UnusablePicture:
            continue
        progress(index + 1)
    if not figures:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "None of the {count} pictures to measure on can be opened."),
            count=len(pictures),
        )
    return summarise(figures)


def _evaluate_picture(backend: Backend, picture: Picture, size: int, hints: int, index: int) -> PictureFigures:
    truth = decode_rgb(picture.path, LARGEST_SIDE)
    pixels = truth
    if picture.grey_path is not None:
        grey = decode_grey(picture.grey_path, (truth.shape[1], truth.shape[0]))
        pixels = np.concatenate([truth, grey[..., None]], axis=2)
    lightness, ab = lab_planes(pixels)
    guide, small_ab = _at_render_size(lightness, size), None
    if hints:
        height, width = guide.shape
        small_ab = np.stack([resize_plane(ab[..., i], width, height) for i in range(2)], axis=-1)
    return compare_picture(lightness, _predict(backend, lightness, guide, small_ab, hints, index), truth)


def _at_render_size(lightness: FloatArray, size: int) -> FloatArray:
    height, width = lightness.shape
    scale = size / min(height, width)
    return resize_plane(lightness, max(1, round(width * scale)), max(1, round(height * scale)))


def _predict(
    backend: Backend, lightness: FloatArray, guide: FloatArray, true_ab: FloatArray | None, hints: int, index: int
) -> FloatArray:
    given = None
    if true_ab is not None:
        given = place_hints(true_ab, hints, _HINT_PATCH, generator_for(_HINT_SEED, index, "evaluate"))[None]
    ab = backend.predict(guide[None], given)[0]
    return ChromaUpsampler(guide, ab).region(lightness, 0.0, 0.0, 1.0, 1.0)


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
    return "\n".join(lines) + "\n"
