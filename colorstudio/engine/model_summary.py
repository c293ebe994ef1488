"""A model pack's card, as rows that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.engine.messages import ModelSummary

if TYPE_CHECKING:
    from colorstudio.inference.pack import Pack

_METRICS = {
    "delta_e2000": QT_TRANSLATE_NOOP("models", "Mean colour error (ΔE2000)"),
    "psnr": QT_TRANSLATE_NOOP("models", "PSNR (dB)"),
    "chroma_ratio": QT_TRANSLATE_NOOP("models", "Chroma, as a share of the truth's"),
}


def summarize(pack: Pack) -> ModelSummary:
    """Return what the window shows of a pack."""
    card = pack.card
    texts = card.reference, dict(card.name), dict(card.description)
    abilities = card.noise_channels > 0, card.uses_hints
    return ModelSummary(*texts, card.render_size, tuple(_rows(pack)), pack.sha256, *abilities)


def _rows(pack: Pack) -> Iterator[tuple[str, str]]:
    card = pack.card
    yield QT_TRANSLATE_NOOP("models", "Version"), card.version
    yield QT_TRANSLATE_NOOP("models", "Licence"), card.licence or "–"
    yield QT_TRANSLATE_NOOP("models", "Network"), card.architecture
    yield QT_TRANSLATE_NOOP("models", "Render size"), f"{card.render_size} px"
    figures = card.metrics.get("result", {})
    for key, label in _METRICS.items():
        if isinstance(figures, dict) and isinstance(figures.get(key), int | float):
            yield label, f"{figures[key]:.2f}"
    yield QT_TRANSLATE_NOOP("models", "SHA-256"), f"{pack.sha256[:16]}…"
    yield QT_TRANSLATE_NOOP("models", "File"), pack.path.name
