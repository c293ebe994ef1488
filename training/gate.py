"""The gate at the end of a run: the new model and its base on the same pictures, through the product's back-end.

    gate.json                            what was measured, see `core.gate`
    gate/NN-truth.webp, -model, -base    pictures for the blind comparison; NN from 00

The base is the pack that the run began with; for a run from scratch the shipped `photographs`, for else nobody would
know what the new model is good for; and grey where there is not even that.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.errors import QT_TRANSLATE_NOOP, DeviceError, PackError, TrainingError
from colorstudio.core.figures import Figures
from colorstudio.core.files import write_json_atomically
from colorstudio.core.gate import GATE_FILE, GATE_FOLDER, BlindPair, GateReport, MeasuredPicture, judge
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.inference.backend import Backend, open_backend
from colorstudio.inference.pack import Pack, open_pack, rewrite_pack
from training.checkpoints import load_checkpoint
from training.data import RunData, load_data, other_pictures
from training.decode import UnusablePicture
from training.evaluate import coloured, decode_truth
from training.metrics import PictureFigures, compare_picture, summarise
from training.packs import find_pack, with_kept_base
from training.sources import Picture
from training.validation import render, spread_indices

_log = logging.getLogger(__name__)
FloatArray = NDArray[np.float32]
Progress = Callable[[int, int], None]

MOST_HELD_OUT = 1000
MOST_LEARNED = 200
MOST_PAIRS = 20
"""A blind comparison of more takes patience; of 20, 15 to 5 is more than chance."""

# Mean distance of two results in the a*b* plane below which nobody could tell them apart.
_VISIBLE = 1.5
_QUALITY = 92
_SHIPPED = "photographs"


@dataclass(frozen=True)
class _Measured:
    """A picture with all its figures, and how far the two results are apart (mean distance of a*, b*)."""

    source: Picture
    picture: MeasuredPicture
    figures: PictureFigures
    apart: float


def pass_gate(
    folder: RunFolder,
    config: TrainingConfig,
    held_out: Sequence[Picture],
    learned: Sequence[Picture],
    progress: Progress,
) -> dict[str, Any]:
    """Measure the finished pack of a run and its base; write `gate.json` and `gate/`.

    Args:
        folder: the run; its pack is written.
        config: its configuration.
        held_out: pictures that it did not learn from; those that cannot be decoded are left out.
        learned: pictures that it did learn from.
        progress: called with the number of pictures done, and of all.

    Returns:
        The figures for the card: those of the pack on the held-out pictures, and the verdict as `gate`;
        nothing if there were no pictures.

    Raises:
        PackError: the pack of the run is damaged.
        OSError: the results cannot be written.
    """
    pack, base = open_pack(folder.pack_path), gate_base(config)
    held_out = [held_out[i] for i in spread_indices(len(held_out), MOST_HELD_OUT)]
    learned = [learned[i] for i in spread_indices(len(learned), min(MOST_LEARNED, len(held_out)))]
    try:
        gate = _Gate(pack, base, config.device)
        measured = gate.measure(held_out, learned, progress)
    except DeviceError as error:  # the GPU may be in use by something else by now
        _log.warning("%s", error)
        gate = _Gate(pack, base, "cpu")
        measured = gate.measure(held_out, learned, progress)
    shutil.rmtree(folder.path / GATE_FOLDER, ignore_errors=True)
    pairs, alike = gate.write_pairs(folder, measured[0])
    report = _report(pack, base, measured, pairs, alike)
    write_json_atomically(folder.path / GATE_FILE, report.to_json())
    if not measured[0]:
        return {}
    return summarise([each.figures for each in measured[0]]).to_dict() | {"gate": _for_card(report)}


def repeat_gate(folder: RunFolder, progress: Progress) -> dict[str, Any]:
    """Measure a finished run once more, for one that was finished before there was a gate, or whose report is lost.

    Its pack gets the new figures; the rest of it stays.

    Raises:
        ColorStudioError: the run is not finished, or its pictures are gone or others.
        OSError: the results cannot be written.
    """
    config = with_kept_base(folder, folder.read_config())
    if not folder.pack_path.is_file():
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "The training {name} is not finished: it has no model yet."),
            name=folder.path.name,
        )
    data = load_data(config, lambda what, done, total: None)
    _refuse_learned_pictures(folder, config, data)
    figures = pass_gate(folder, config, data.held_out, data.usable, progress)
    pack = open_pack(folder.pack_path)
    rewrite_pack(folder.pack_path, pack, replace(pack.card, metrics=figures))
    return figures


def _refuse_learned_pictures(folder: RunFolder, config: TrainingConfig, data: RunData) -> None:
    """Raise TrainingError if the folders have changed: pictures that were learned from may be held out by now."""
    for step in folder.checkpoint_steps()[-1:]:
        learned = load_checkpoint(folder.checkpoint_path(step)).get("fingerprint", data.fingerprint)
        if learned != data.fingerprint:
            raise other_pictures(config)


def gate_base(config: TrainingConfig) -> Pack | None:
    """The pack that the result of a run is compared with; None: grey."""
    for model in filter(None, (config.generator.init_from, _SHIPPED)):
        try:
            return find_pack(model)
        except PackError as error:  # removed since the run began
            _log.warning("%s", error)
    return None


class _Gate:
    """Colours pictures with both models."""

    def __init__(self, pack: Pack, base: Pack | None, device: str) -> None:
        self._model = open_backend(pack, device)
        self._base: Backend | None = open_backend(base, device) if base is not None else None

    def measure(
        self, held_out: Sequence[Picture], learned: Sequence[Picture], progress: Progress
    ) -> tuple[list[_Measured], list[_Measured]]:
        """Measure both sets."""
        results: list[_Measured | None] = []
        for picture in (*held_out, *learned):
            results.append(self._measure_picture(picture))
            progress(len(results), len(held_out) + len(learned))
        first, second = results[: len(held_out)], results[len(held_out) :]
        return [each for each in first if each], [each for each in second if each]

    def _measure_picture(self, picture: Picture) -> _Measured | None:
        try:
            truth, lightness, _ = decode_truth(picture)
        except UnusablePicture:
            return None
        model, base = self._results(lightness)
        figures, base_figures = compare_picture(lightness, model, truth), compare_picture(lightness, base, truth)
        scores = _rounded(figures.result), _rounded(base_figures.result), _rounded(figures.grey)
        measured = MeasuredPicture(picture.name, picture.group, *scores, round(figures.truth_chroma, 4))
        return _Measured(picture, measured, figures, float(np.linalg.norm(model - base, axis=-1).mean()))

    def _results(self, lightness: FloatArray) -> tuple[FloatArray, FloatArray]:
        """a*, b* (H, W, 2) by the model and by the base."""
        model = coloured(self._model, lightness)
        return model, coloured(self._base, lightness) if self._base is not None else np.zeros_like(model)

    def write_pairs(self, folder: RunFolder, measured: Sequence[_Measured]) -> tuple[list[BlindPair], int]:
        """Write the pictures to be judged by eye; returns them, and how many were passed over since they look alike.

        What looks alike is passed over on both sides alike, so it favours nobody.
        """
        unlike = [each.source for each in measured if each.apart >= _VISIBLE]
        chosen = [unlike[i] for i in spread_indices(len(unlike), MOST_PAIRS)]
        (folder.path / GATE_FOLDER).mkdir(exist_ok=True)
        pairs = [self._write_pair(folder, number, picture) for number, picture in enumerate(chosen)]
        return pairs, len(measured) - len(unlike)

    def _write_pair(self, folder: RunFolder, number: int, picture: Picture) -> BlindPair:
        truth, lightness, _ = decode_truth(picture)
        model, base = self._results(lightness)
        files = []
        for kind, pixels in (("truth", truth), ("model", render(lightness, model)), ("base", render(lightness, base))):
            files.append(f"{GATE_FOLDER}/{number:02d}-{kind}.webp")
            Image.fromarray(pixels).save(folder.path / files[-1], quality=_QUALITY)
        return BlindPair(picture.name, *files)


def _rounded(figures: Figures) -> Figures:
    return Figures(**{name: round(value, 4) for name, value in asdict(figures).items()})


def _report(
    pack: Pack,
    base: Pack | None,
    measured: tuple[Sequence[_Measured], Sequence[_Measured]],
    pairs: Sequence[BlindPair],
    alike: int,
) -> GateReport:
    held_out, learned = (tuple(each.picture for each in some) for some in measured)
    reference, names = (base.card.reference, dict(base.card.name)) if base is not None else ("", {})
    return GateReport(pack.card.reference, reference, names, held_out, learned, tuple(pairs), alike)


def _for_card(report: GateReport) -> dict[str, Any]:
    return {"base": report.base or "grey", **judge(report).to_json()}
