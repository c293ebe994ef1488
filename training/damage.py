"""What archives hold, done to held-out pictures: how much of a model's colours is left on a bad print or scan?

The model sees the damaged scan, and its colours are brought to full size along the edges of that scan, as in the
product. They are judged on the lightness of the undamaged picture, so that figures of all kinds of damage can stand
beside each other: what is measured is the loss of colour, not that of the lightness, which no model touches.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.color import linear_to_srgb, quantize, srgb_lightness, y_from_lightness
from colorstudio.core.training_sections import AugmentConfig
from training.decode import Pixels
from training.prints import age_print
from training.seeds import generator_for
from training.validation import render

FloatArray = NDArray[np.float32]
Random = np.random.Generator

_SEED = 1839

_UNTOUCHED = AugmentConfig(fading=0.0, vignette=0.0, halftone=0.0, borders=0.0)
_GRAIN = (3.0, 8.0)
_CONTRAST = (0.25, 0.6)
_INK, _PAPER = (58, 38, 24), (238, 217, 180)


@dataclass(frozen=True)
class Subject:
    """A picture to be coloured, and what the result is compared with.

    Attributes:
        scan: float32 (H, W), L* that the model sees.
        lightness: float32 (H, W), L* on which its colours are judged.
        ab: float32 (H, W, 2), true a*, b*.
        truth: uint8 (H, W, 3), the colour picture, sRGB.
        border: bool (H, W), where there is a border of film or paper; None: nowhere.
    """

    scan: FloatArray
    lightness: FloatArray
    ab: FloatArray
    truth: Pixels
    border: NDArray[np.bool_] | None = None


def _fading(subject: Subject, rng: Random) -> Subject:
    """Shadows up to L* 45, highlights down to L* 70 (`prints.age_print`)."""
    return _aged(subject, replace(_UNTOUCHED, fading=1.0), rng)


def _halftone(subject: Subject, rng: Random) -> Subject:
    """A screen of dots, 2.2 to 5 pixels apart (`prints.age_print`)."""
    return _aged(subject, replace(_UNTOUCHED, halftone=1.0), rng)


def _aged(subject: Subject, config: AugmentConfig, rng: Random) -> Subject:
    return replace(subject, scan=age_print(subject.scan, subject.ab, config, rng)[0])


def _borders(subject: Subject, rng: Random) -> Subject:
    """Film or paper at one to four sides (`prints.age_print`): part of the scan, neutral in the truth."""
    everywhere = np.ones_like(subject.ab)
    scan, inside = age_print(subject.scan, everywhere, replace(_UNTOUCHED, borders=1.0), rng)
    border = inside[..., 0] == 0
    ab = np.where(border[..., None], np.float32(0), subject.ab)
    truth = np.where(border[..., None], render(scan, ab), subject.truth)
    return Subject(scan, scan, ab, truth, border)


def _contrast(subject: Subject, rng: Random) -> Subject:
    """A quarter to six tenths of the contrast, around the mean."""
    share, mean = np.float32(rng.uniform(*_CONTRAST)), subject.scan.mean()
    return replace(subject, scan=mean + (subject.scan - mean) * share)


def _grain(subject: Subject, rng: Random) -> Subject:
    """Noise with a standard deviation of 3 to 8 L*, pixel by pixel."""
    noise = rng.standard_normal(subject.scan.shape, dtype=np.float32) * np.float32(rng.uniform(*_GRAIN))
    return replace(subject, scan=np.clip(subject.scan + noise, 0.0, 100.0))


def _sepia(subject: Subject, rng: Random) -> Subject:
    """The scan, in 8-bit colour, of a brown print on yellowed paper, read by its luminance as the product reads it."""
    ink, paper = (np.array(colour, np.float32) / np.float32(255) for colour in (_INK, _PAPER))
    grey = linear_to_srgb(y_from_lightness(subject.scan))[..., None]
    printed: FloatArray = (ink + (paper - ink) * grey).astype(np.float32)
    return replace(subject, scan=srgb_lightness(quantize(printed, 8)))


def _nothing(subject: Subject, rng: Random) -> Subject:
    return subject


_KINDS: dict[str, Callable[[Subject, Random], Subject]] = {
    "none": _nothing,
    "fading": _fading,
    "contrast": _contrast,
    "halftone": _halftone,
    "grain": _grain,
    "sepia": _sepia,
    "borders": _borders,
}
DAMAGES = tuple(_KINDS)
"""The kinds of damage that there are."""


def damaged(subject: Subject, kind: str, key: int) -> Subject:
    """A picture after what happened to it.

    Args:
        subject: the picture.
        kind: one of `DAMAGES`.
        key: number of the picture; the same picture is always damaged in the same way.
    """
    return _KINDS[kind](subject, generator_for(_SEED, key, kind))
