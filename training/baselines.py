"""What every model has to be better than, measured by the same code: no colour at all, and paper of one colour.

PSNR and chroma error alone cannot tell a model from a brown wash on plates that are printed on yellowed paper. The
honest neighbours of a model are therefore the wash itself (`tint`: one a*, b* for everything) and the toning of old
prints (`toning`: a*, b* that go by the lightness), both fitted on the pictures that are learned from.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.inference.backend import Backend
from colorstudio.inference.card import ModelCard
from training.batches import lab_planes
from training.decode import UnusablePicture, decode_rgb
from training.seeds import generator_for
from training.sources import Picture
from training.validation import spread_indices

FloatArray = NDArray[np.float32]

BASELINES = {"grey": 0, "tint": 1, "toning": 20}
"""Names, and in how many steps of lightness each has a colour."""

_MOST_PICTURES = 1000
_PIXELS = 500
_SHORT_SIDE = 128
_FEWEST_PIXELS = 100
_SEED = 19


class Toning(Backend):
    """Gives every pixel the colour of its lightness.

    Args:
        name: what it is called in reports.
        colours: float32 (n, 2), a*, b* in the middles of n equal steps of L* 0..100; between them in proportion.
    """

    device = "cpu"
    device_label = "CPU"

    def __init__(self, name: str, colours: FloatArray) -> None:
        super().__init__(ModelCard(name, "1.0", {"en": name}, "Toning", {}, multiple_of=1))
        self.colours = colours
        self._middles = (np.arange(len(colours)) + 0.5) * (100.0 / len(colours))

    def _run(self, inputs: dict[str, FloatArray]) -> FloatArray:
        scaling = self.card.normalisation
        lightness = inputs["L"][:, 0] * scaling.lightness_scale + scaling.lightness_offset
        planes = [np.interp(lightness, self._middles, values) for values in self.colours.T]
        return np.stack(planes, axis=1).astype(np.float32) / np.float32(scaling.chroma_scale)


def fit_baseline(name: str, pictures: Sequence[Picture]) -> Toning:
    """Make a baseline.

    The colour of a step is the median of a* and that of b*: no other one has a smaller mean absolute error. Each
    picture, of at most 1,000 spread over all, counts alike; steps that hardly occur have the colour of all.

    Args:
        name: one of `BASELINES`.
        pictures: those that are learned from; `grey` needs none.

    Raises:
        TrainingError: none of the pictures can be decoded.
    """
    steps = BASELINES[name]
    if not steps:
        return Toning(name, np.zeros((1, 2), np.float32))
    pixels = _some_pixels([pictures[i] for i in spread_indices(len(pictures), _MOST_PICTURES)])
    if not len(pixels):
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "None of the {count} pictures to measure on can be opened."),
            count=len(pictures),
        )
    step_of = np.clip(pixels[:, 0] * (steps / 100.0), 0, steps - 1).astype(int)
    colours = np.tile(np.median(pixels[:, 1:], axis=0), (steps, 1))
    for step in range(steps):
        inside = pixels[step_of == step, 1:]
        if len(inside) >= _FEWEST_PIXELS:
            colours[step] = np.median(inside, axis=0)
    return Toning(name, colours.astype(np.float32))


def _some_pixels(pictures: Sequence[Picture]) -> FloatArray:
    """L*, a*, b* (n, 3) of some pixels of each picture; the same in every call."""
    found = [np.empty((0, 3), np.float32)]
    for number, picture in enumerate(pictures):
        try:
            lightness, ab = lab_planes(decode_rgb(picture.path, _SHORT_SIDE))
        except UnusablePicture:
            continue
        some = generator_for(_SEED, number, "baseline").integers(0, lightness.size, _PIXELS)
        found.append(np.concatenate([lightness[..., None], ab], axis=-1).reshape(-1, 3)[some])
    return np.concatenate(found)
