"""Predicted chroma, and what is asked for it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.provenance import UsedModel
from colorstudio.core.steering import Hint, Patch
from colorstudio.core.upsample import ChromaUpsampler
from colorstudio.inference.uncertainty import GuessMap

FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class ChromaRequest:
    """What to predict.

    Attributes:
        render_size: short side in pixels; None: the pack's default.
        seed: of a variation; None: the usual colours.
        hints: colours the archivist has set; they count more than a variation's.
        patches: regions that take their chroma from other variations.
        wants_guess: also find out where the model is unsure.
    """

    render_size: int | None = None
    seed: int | None = None
    hints: tuple[Hint, ...] = ()
    patches: tuple[Patch, ...] = ()
    wants_guess: bool = False


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
        ab: float32 (h, w, 2), a*, b* at the render size, or at the largest of the patches' if that is larger.
        lightness: float32 (h, w), the picture's L* at that size.
        upsampler: the same chroma for any region at any scale.
        render_size: the short side that was used; smaller than asked for if memory ran out.
        device_label: where it was computed.
        seconds: what it took.
        notes: fall-backs, for the user.
        guess: where the model is unsure, if that was asked for; of the same size.
        patches: those asked for, with the render sizes that were used.
        other_models: those of patches, as far as they are not the picture's own.
    """

    ab: FloatArray
    lightness: FloatArray
    upsampler: ChromaUpsampler
    render_size: int
    device_label: str
    seconds: float
    notes: tuple[Note, ...] = ()
    guess: GuessMap | None = None
    patches: tuple[Patch, ...] = ()
    other_models: tuple[UsedModel, ...] = ()
