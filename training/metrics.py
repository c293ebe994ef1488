"""How close a result comes to the truth, always beside the grey baseline (the lightness alone)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.color import delta_e2000, lab_to_srgb, limit_to_gamut, srgb_to_lab
from colorstudio.core.figures import Figures
from training.click import ClickFigures
from training.spread import SpreadFigures

FloatArray = NDArray[np.float32]

# Chroma that a colour may lose at the edge of sRGB before it counts as outside: less is rounding.
_VISIBLE_LOSS = 1.0


@dataclass(frozen=True)
class Distances:
    """Kernel distances (see `training.kernel_distance`) of the results and of grey to the truth."""

    result: float
    grey: float


@dataclass(frozen=True)
class Comparison:
    """Results, the grey baseline and the truth over a set of pictures.

    Attributes:
        pictures: how many there are.
        result, grey: means over them.
        truth_chroma, truth_colorfulness: of the true colours.
        out_of_gamut: share of the predicted colours that sRGB cannot show (see `out_of_gamut`).
        distances: of the sets of pictures as wholes, if they were measured.
        spread: what the guess map tells of errors, if that was measured.
        border_chroma: mean chroma of the results on borders that were added; neutral borders have 0.
        click: what one hint changes, if that was measured.
    """

    pictures: int
    result: Figures
    grey: Figures
    truth_chroma: float
    truth_colorfulness: float
    out_of_gamut: float
    distances: Distances | None = None
    spread: SpreadFigures | None = None
    border_chroma: float | None = None
    click: ClickFigures | None = None

    @property
    def chroma_ratio(self) -> float:
        """Mean chroma of the results over that of the truth."""
        return self.result.chroma / max(self.truth_chroma, 1e-6)

    @property
    def colorfulness_ratio(self) -> float:
        """Mean colorfulness of the results over that of the truth."""
        return self.result.colorfulness / max(self.truth_colorfulness, 1e-6)

    def to_dict(self) -> dict[str, Any]:
        """Rounded figures for JSON; those that were not measured are not named."""
        more = {"chroma_ratio": self.chroma_ratio, "out_of_gamut": self.out_of_gamut}
        if self.border_chroma is not None:
            more["border_chroma"] = self.border_chroma
        result = _rounded(asdict(self.result) | more)
        grey = _rounded(asdict(self.grey)) | {"chroma_ratio": 0.0}
        if self.distances is not None:
            result["kernel_distance"] = round(self.distances.result, 6)
            grey["kernel_distance"] = round(self.distances.grey, 6)
        tree = {
            "pictures": self.pictures,
            "result": result,
            "grey": grey,
            "truth": _rounded({"chroma": self.truth_chroma, "colorfulness": self.truth_colorfulness}),
        }
        parts = {"spread": self.spread, "click": self.click}
        return tree | {name: part.to_dict() for name, part in parts.items() if part is not None}


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}


@dataclass(frozen=True)
class PictureFigures:
    """Figures of one picture: of its result, of grey and of the truth, and the share of colours out of gamut."""

    result: Figures
    grey: Figures
    truth_chroma: float
    truth_colorfulness: float
    out_of_gamut: float


def compare_picture(lightness: FloatArray, ab: FloatArray, truth: NDArray[np.uint8]) -> PictureFigures:
    """Measure one result.

    Args:
        lightness: float32 (H, W), L* of the scan.
        ab: float32 (H, W, 2), predicted a*, b*.
        truth: uint8 (H, W, 3), the colour picture, sRGB.
    """
    true_rgb = truth.astype(np.float32) / np.float32(255)
    true_lab = srgb_to_lab(truth)
    result = _figures(lightness, ab, true_rgb, true_lab)
    grey = _figures(lightness, np.zeros_like(ab), true_rgb, true_lab)
    return PictureFigures(result, grey, _mean_chroma(true_lab), colorfulness(true_rgb), out_of_gamut(lightness, ab))


def _figures(lightness: FloatArray, ab: FloatArray, true_rgb: FloatArray, true_lab: FloatArray) -> Figures:
    rgb = lab_to_srgb(np.concatenate([lightness[..., None], ab], axis=-1))
    lab = srgb_to_lab(rgb)
    return Figures(
        psnr=psnr(rgb, true_rgb),
        chroma_error=float(np.linalg.norm(lab[..., 1:] - true_lab[..., 1:], axis=-1).mean()),
        delta_e2000=float(delta_e2000(lab, true_lab).mean()),
        chroma=_mean_chroma(lab),
        colorfulness=colorfulness(rgb),
    )


def _mean_chroma(lab: FloatArray) -> float:
    return float(np.linalg.norm(lab[..., 1:], axis=-1).mean())


def out_of_gamut(lightness: FloatArray, ab: FloatArray) -> float:
    """Share of predicted colours, before composition, that sRGB cannot show: more than one unit of chroma is lost.

    Args:
        lightness: float32 (H, W), L*.
        ab: float32 (H, W, 2), predicted a*, b*.
    """
    limited, _ = limit_to_gamut(np.clip(lightness, 0.0, 100.0), ab)
    return float((np.linalg.norm(ab - limited, axis=-1) > _VISIBLE_LOSS).mean())


def psnr(rgb: FloatArray, truth: FloatArray) -> float:
    """Peak signal-to-noise ratio in dB of encoded sRGB 0..1; 100 for equal pictures."""
    error = float(np.mean((rgb.astype(np.float64) - truth) ** 2))
    return 100.0 if error <= 1e-10 else -10.0 * float(np.log10(error))


def colorfulness(rgb: FloatArray) -> float:
    """The measure M3 of Hasler & Süsstrunk 2003 of encoded sRGB 0..1; about 0 (grey) to 110 (extremely colourful)."""
    red, green, blue = (rgb[..., i].astype(np.float64) * 255.0 for i in range(3))
    rg, yb = red - green, 0.5 * (red + green) - blue
    spread = np.hypot(rg.std(), yb.std())
    return float(spread + 0.3 * np.hypot(rg.mean(), yb.mean()))


def summarise(pictures: Sequence[PictureFigures]) -> Comparison:
    """Means over pictures.

    Raises:
        ValueError: there is no picture.
    """
    if not pictures:
        raise ValueError("no pictures to summarise")
    return Comparison(
        pictures=len(pictures),
        result=_mean([picture.result for picture in pictures]),
        grey=_mean([picture.grey for picture in pictures]),
        truth_chroma=float(np.mean([picture.truth_chroma for picture in pictures])),
        truth_colorfulness=float(np.mean([picture.truth_colorfulness for picture in pictures])),
        out_of_gamut=float(np.mean([picture.out_of_gamut for picture in pictures])),
    )


def _mean(figures: Sequence[Figures]) -> Figures:
    return Figures(**{f.name: float(np.mean([getattr(item, f.name) for item in figures])) for f in fields(Figures)})
