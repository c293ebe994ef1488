"""Which curves there are: data, words and looks of each, without drawing any."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.core.run_health import balance
from colorstudio.core.run_record import Measurement, RunRecord
from colorstudio.core.run_series import Series
from colorstudio.core.training_config import TrainingConfig

FloatArray = NDArray[np.float64]

_SMOOTH = 0.04


class Look(Enum):
    """How a line is drawn; no two of one card differ by their colour alone."""

    FIRST = "first"
    SECOND = "second"
    GREY = "grey"
    BASE = "base"


@dataclass(frozen=True)
class Line:
    """A line to draw.

    Attributes:
        label: its name, marked for translation in context "curves".
        look: how it is drawn.
        steps, values: its points; a single value is a level that holds for all steps.
        lows, highs: the band around it, if there is one.
        has_points: whether each point was measured and deserves a dot.
    """

    label: str
    look: Look
    steps: FloatArray
    values: FloatArray
    lows: FloatArray = field(default_factory=lambda: np.empty(0))
    highs: FloatArray = field(default_factory=lambda: np.empty(0))
    has_points: bool = False

    @property
    def is_level(self) -> bool:
        """Whether it is one value for all steps."""
        return len(self.steps) == 0 and len(self.values) == 1

    def at(self, step: float) -> float | None:
        """Its value at the point that is nearest to a step; None: it has none."""
        if self.is_level:
            return float(self.values[0])
        return float(self.values[np.abs(self.steps - step).argmin()]) if len(self.steps) else None


Draw = Callable[[RunRecord, TrainingConfig], Sequence[Line]]


@dataclass(frozen=True)
class CurveSpec:
    """A card with a diagram.

    Attributes:
        key: a name that does not change.
        title, tip: words, marked for translation in context "curves".
        lines: what to draw; none: there is nothing yet.
        needs_game: whether it is about the discriminator, which not every training has.
        decimals: of the values in the legend.
        limits: of the vertical axis, if they are fixed.
        ends: words at the upper and lower end of the vertical axis.
    """

    key: str
    title: str
    tip: str
    lines: Draw
    needs_game: bool = False
    decimals: int = 3
    limits: tuple[float, float] | None = None
    ends: tuple[str, str] | None = None


def measured(figure: str) -> Draw:
    """Lines for one of the figures of held-out pictures, with that of grey and of the model of the beginning."""

    def lines(record: RunRecord, config: TrainingConfig) -> list[Line]:
        found = [_measurements(_RESULT, Look.FIRST, record.measurements, figure, lambda m: m.result)]
        found.append(_measurements(_LEARNED, Look.SECOND, record.measurements, figure, lambda m: m.learned))
        if record.measurements and figure in _HAS_GREY:
            found.append(_level(_GREY, Look.GREY, record.measurements[-1].grey.get(figure)))
        if figure == "chroma_ratio" and record.measurements:
            found.append(_level(_TRUTH, Look.GREY, 1.0))
        found.append(_level(_BASE, Look.BASE, record.base.get(figure)))
        return [line for line in found if len(line.values)]

    return lines


def _smooth(label: str, look: Look, series: Series) -> Line:
    return Line(label, look, series.steps, series.smoothed(_SMOOTH), series.lows, series.highs)


def _losses(record: RunRecord, config: TrainingConfig) -> list[Line]:
    pairs = ((_G, Look.FIRST, "loss_G_GAN"), (_D, Look.SECOND, "loss_D"))
    return [_smooth(label, look, record.series[name]) for label, look, name in pairs if len(record.series[name])]


def _balance(record: RunRecord, config: TrainingConfig) -> list[Line]:
    series, mode = record.series["loss_D"], config.loss.gan_mode
    if not len(series):
        return []
    smooth = balance(series.smoothed(_SMOOTH), mode)
    line = Line(_SHARE, Look.FIRST, series.steps, smooth, balance(series.highs, mode), balance(series.lows, mode))
    return [line, _level(_EVEN, Look.GREY, 0.5)]


def _one(name: str, label: str) -> Draw:
    def lines(record: RunRecord, config: TrainingConfig) -> list[Line]:
        return [_smooth(label, Look.FIRST, record.series[name])] if len(record.series[name]) else []

    return lines


def _plain(name: str, label: str) -> Draw:
    def lines(record: RunRecord, config: TrainingConfig) -> list[Line]:
        series = record.series[name]
        return [Line(label, Look.FIRST, series.steps, series.means)] if len(series) else []

    return lines


def _measurements(
    label: str,
    look: Look,
    measurements: Sequence[Measurement],
    figure: str,
    part: Callable[[Measurement], Mapping[str, float]],
) -> Line:
    told = [m for m in measurements if figure in part(m)]
    steps = np.array([m.step for m in told], np.float64)
    return Line(label, look, steps, np.array([part(m)[figure] for m in told], np.float64), has_points=True)


def _level(label: str, look: Look, value: float | None) -> Line:
    return Line(label, look, np.empty(0), np.array([] if value is None else [value], np.float64))


_RESULT = QT_TRANSLATE_NOOP("curves", "Pictures it has not seen")
_LEARNED = QT_TRANSLATE_NOOP("curves", "Pictures it learns from")
_GREY = QT_TRANSLATE_NOOP("curves", "Plain grey")
_BASE = QT_TRANSLATE_NOOP("curves", "Model at the start")
_TRUTH = QT_TRANSLATE_NOOP("curves", "True colours")
_G = QT_TRANSLATE_NOOP("curves", "Generator")
_D = QT_TRANSLATE_NOOP("curves", "Discriminator")
_SHARE = QT_TRANSLATE_NOOP("curves", "Lead of the discriminator")
_EVEN = QT_TRANSLATE_NOOP("curves", "Even")
_L1 = QT_TRANSLATE_NOOP("curves", "Error (L1)")
_RATE = QT_TRANSLATE_NOOP("curves", "Learning rate")
_SPEED = QT_TRANSLATE_NOOP("curves", "Pictures a second")

_HAS_GREY = ("delta_e2000", "psnr", "chroma_error", "colorfulness")

FIGURES = (
    ("delta_e2000", QT_TRANSLATE_NOOP("curves", "Colour difference (ΔE 2000), lower is better")),
    ("psnr", QT_TRANSLATE_NOOP("curves", "Likeness (PSNR in dB), higher is better")),
    ("chroma_error", QT_TRANSLATE_NOOP("curves", "Error of the chroma, lower is better")),
    ("chroma_ratio", QT_TRANSLATE_NOOP("curves", "Strength of the colours, 1 is that of the truth")),
    ("colorfulness", QT_TRANSLATE_NOOP("curves", "Colourfulness, as people see it")),
)
"""What can be shown of the measurements: figure and words."""

SPECS = (
    CurveSpec(
        "measured",
        QT_TRANSLATE_NOOP("curves", "How close to the truth"),
        QT_TRANSLATE_NOOP(
            "curves",
            "Measured on pictures that the model never learns from. If this gets worse while the pictures it learns "
            "from get better, it is learning them by heart.",
        ),
        measured(FIGURES[0][0]),
        decimals=2,
    ),
    CurveSpec(
        "error",
        QT_TRANSLATE_NOOP("curves", "Error while learning"),
        QT_TRANSLATE_NOOP(
            "curves",
            "How far the colours are from the true ones in the pictures of each step (loss_G_L1). It should fall, "
            "quickly at first, and it always jumps about.",
        ),
        _one("loss_G_L1", _L1),
        decimals=4,
    ),
    CurveSpec(
        "balance",
        QT_TRANSLATE_NOOP("curves", "Who is winning"),
        QT_TRANSLATE_NOOP(
            "curves",
            "The generator invents colours, the discriminator tries to tell them from real ones. Each learns from the "
            "other as long as neither wins for good.",
        ),
        _balance,
        needs_game=True,
        decimals=2,
        limits=(-0.1, 1.1),
        ends=(_D, _G),
    ),
    CurveSpec(
        "losses",
        QT_TRANSLATE_NOOP("curves", "Losses of the two networks"),
        QT_TRANSLATE_NOOP(
            "curves",
            "What each network tries to make small (loss_G_GAN, and the mean of loss_D_real and loss_D_fake). Unlike "
            "the error they need not fall.",
        ),
        _losses,
        needs_game=True,
    ),
    CurveSpec(
        "rate",
        QT_TRANSLATE_NOOP("curves", "Learning rate"),
        QT_TRANSLATE_NOOP(
            "curves", "How large the changes are that each step makes. It follows the plan of the recipe."
        ),
        _plain("lr", _RATE),
        decimals=6,
    ),
    CurveSpec(
        "speed",
        QT_TRANSLATE_NOOP("curves", "Speed"),
        QT_TRANSLATE_NOOP("curves", "From how many pictures it learns each second; other programs slow it down."),
        _one("pictures_per_second", _SPEED),
        decimals=1,
    ),
)
