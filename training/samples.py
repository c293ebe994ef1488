"""Sample pictures of a run: the same held-out pictures over time, beside grey, truth and the model it began with.

samples/pictures/NN-grey.webp, NN-truth.webp, NN-base.webp    once; base only if the run began with a pack
samples/step-00000500/NN.webp                                 each time; NN from 00
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.run_folder import RunFolder
from training.decode import Pixels
from training.validation import Example, render

FloatArray = NDArray[np.float32]

_QUALITY = 90


def chosen_samples(examples: Sequence[Example], wanted: int) -> list[Example]:
    """The examples that are shown: the same ones throughout a run."""
    return list(examples[:: max(1, len(examples) // wanted)][:wanted])


def write_originals(folder: RunFolder, examples: Sequence[Example], base: Sequence[FloatArray] | None) -> None:
    """Write what does not change over a run; what is there already stays.

    Args:
        folder: the run.
        examples: those that are shown.
        base: a*, b* (H, W, 2) of each by the model that the run began with; None: it began from scratch.

    Raises:
        OSError: the pictures cannot be written.
    """
    pictures: dict[str, Pixels] = {}
    for number, example in enumerate(examples):
        pictures[f"{number:02d}-grey"] = render(example.lightness, np.zeros((*example.lightness.shape, 2), np.float32))
        pictures[f"{number:02d}-truth"] = example.truth
        if base is not None:
            pictures[f"{number:02d}-base"] = render(example.lightness, base[number])
    _write_folder(folder.sample_originals, pictures)


def write_samples(
    folder: RunFolder, step: int, examples: Sequence[Example], predictions: Sequence[FloatArray]
) -> Mapping[str, object]:
    """Write what the generator makes of `examples` after `step` updates.

    Returns:
        The values of the event `sample`.

    Raises:
        OSError: the pictures cannot be written.
    """
    target = folder.sample_folder(step)
    pairs = enumerate(zip(examples, predictions, strict=True))
    _write_folder(target, {f"{number:02d}": render(example.lightness, ab) for number, (example, ab) in pairs})
    return {"folder": target.relative_to(folder.path).as_posix(), "pictures": len(examples)}


def _write_folder(target: Path, pictures: Mapping[str, Pixels]) -> None:
    """Write pictures to a folder that is there with all of them, or not at all."""
    unfinished = target.with_name(f".{target.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        for name, pixels in pictures.items():
            Image.fromarray(pixels).save(unfinished / f"{name}.webp", quality=_QUALITY)
        shutil.rmtree(target, ignore_errors=True)  # of an earlier process that came as far and was killed
        unfinished.rename(target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
