"""What a card tells about the making and the quality of its pack, for the window."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from colorstudio.core.errors import QT_TRANSLATE_NOOP, PackError

if TYPE_CHECKING:
    from colorstudio.inference.card import ModelCard
    from colorstudio.inference.card_parts import Source, Stage
    from colorstudio.inference.pack import Pack

_log = logging.getLogger(__name__)

_FIGURES = {
    "delta_e2000": (QT_TRANSLATE_NOOP("models", "Mean colour error (ΔE2000); less is better"), 2),
    "chroma_error": (QT_TRANSLATE_NOOP("models", "Mean error of the chroma; less is better"), 2),
    "psnr": (QT_TRANSLATE_NOOP("models", "PSNR in dB; more is better"), 2),
    "chroma_ratio": (QT_TRANSLATE_NOOP("models", "Chroma, as a share of the truth's; 1 is best"), 2),
    "colorfulness": (QT_TRANSLATE_NOOP("models", "Colorfulness; as much as the true colours have is best"), 1),
}
"""Label and decimals by the name in the card's metrics; the most telling first."""
_LARGEST = 1e9
"""What is larger, or no number at all, says nothing: anything may stand in a card."""


@dataclass(frozen=True)
class ModelFigure:
    """A figure of the results on held-out pictures, beside that of pictures without colour and of the true ones.

    Attributes:
        label: in English, from context "models".
        result, grey, truth: numbers as they are written; '' where there is none.
    """

    label: str
    result: str
    grey: str = ""
    truth: str = ""


@dataclass(frozen=True)
class ModelFailure:
    """Something that a model does badly.

    Attributes:
        texts: what, by language.
        image: a scan and what it becomes, side by side; None: there is none, or it cannot be shown.
        credit: whose scan that is.
    """

    texts: dict[str, str]
    image: QImage | None = field(default=None, compare=False)
    credit: str = ""


@dataclass(frozen=True)
class ModelFacts:
    """The card in parts.

    Attributes:
        sources: the pictures it learned from.
        stages: the runs that made it, the first one first.
        figures: on `measured` held-out pictures (0: nobody says on how many).
        failures: what it does badly.
    """

    sources: tuple[Source, ...] = ()
    stages: tuple[Stage, ...] = ()
    figures: tuple[ModelFigure, ...] = ()
    measured: int = 0
    failures: tuple[ModelFailure, ...] = ()


def facts_of(pack: Pack) -> ModelFacts:
    """Read what a card tells; pictures that cannot be decoded are left out."""
    card = pack.card
    measured = card.metrics.get("pictures")
    return ModelFacts(
        card.origins,
        card.history,
        _figures(card),
        measured if isinstance(measured, int) and 0 < measured < _LARGEST else 0,
        _failures(pack),
    )


def _figures(card: ModelCard) -> tuple[ModelFigure, ...]:
    written = (
        ModelFigure(label, *(_number(card.metrics.get(who), name, places) for who in ("result", "grey", "truth")))
        for name, (label, places) in _FIGURES.items()
    )
    return tuple(figure for figure in written if figure.result)


def _number(figures: object, name: str, places: int) -> str:
    value = figures.get(name) if isinstance(figures, dict) else None
    return f"{value:.{places}f}" if isinstance(value, int | float) and abs(value) < _LARGEST else ""


def _failures(pack: Pack) -> tuple[ModelFailure, ...]:
    images = _images(pack)
    return tuple(
        ModelFailure(dict(each.text), images.get(each.picture or ""), each.credit) for each in pack.card.failures
    )


def _images(pack: Pack) -> dict[str, QImage]:
    """The pictures by member; of a pack that was put into the folder by hand they may be missing or no pictures."""
    from colorstudio.engine.qimage import to_qimage  # in the thread: it brings in numpy
    from colorstudio.inference.pack_pictures import BadPictureError, decode_picture

    try:
        return {name: to_qimage(decode_picture(data)) for name, data in pack.pictures().items()}
    except (PackError, BadPictureError) as error:
        _log.warning("%s: %s", pack.path, error)
        return {}
