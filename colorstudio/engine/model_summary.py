"""A model pack's card, as rows that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.engine.messages import ModelSummary

if TYPE_CHECKING:
    from colorstudio.inference.card import ModelCard
    from colorstudio.inference.pack import Pack

_METRICS = {
    "delta_e2000": QT_TRANSLATE_NOOP("models", "Mean colour error (ΔE2000)"),
    "psnr": QT_TRANSLATE_NOOP("models", "PSNR (dB)"),
    "chroma_ratio": QT_TRANSLATE_NOOP("models", "Chroma, as a share of the truth's"),
}


def summarize(pack: Pack, is_own: bool = False) -> ModelSummary:
    """Return what the window shows of a pack."""
    card = pack.card
    gate = card.metrics.get("gate")
    gate = gate if isinstance(gate, dict) else {}
    return ModelSummary(
        card.reference,
        dict(card.name),
        dict(card.description),
        card.render_size,
        tuple(_rows(pack)),
        pack.sha256,
        has_noise=card.noise_channels > 0,
        takes_hints=card.uses_hints,
        is_own=is_own,
        licence=card.licence,
        size=pack.path.stat().st_size,
        base=card.base_pack or "",
        verdict=str(gate.get("finding", "")),
        verdict_base=str(gate.get("base", "")),
    )


def _rows(pack: Pack) -> Iterator[tuple[str, str]]:
    card = pack.card
    yield QT_TRANSLATE_NOOP("models", "Version"), card.version
    yield QT_TRANSLATE_NOOP("models", "Licence"), card.licence or "–"
    yield from _training_rows(card)
    yield QT_TRANSLATE_NOOP("models", "Network"), card.architecture
    yield QT_TRANSLATE_NOOP("models", "Render size"), f"{card.render_size} px"
    figures = card.metrics.get("result", {})
    for key, label in _METRICS.items():
        if isinstance(figures, dict) and isinstance(figures.get(key), int | float):
            yield label, f"{figures[key]:.2f}"
    yield QT_TRANSLATE_NOOP("models", "File"), pack.path.name
    yield QT_TRANSLATE_NOOP("models", "SHA-256"), pack.sha256


def _training_rows(card: ModelCard) -> Iterator[tuple[str, str]]:
    training = card.training
    if training.get("data"):
        yield QT_TRANSLATE_NOOP("models", "Learned from"), str(training["data"])
    if isinstance(training.get("pictures"), int):
        yield QT_TRANSLATE_NOOP("models", "Pictures"), f"{training['pictures']:,}"
    if isinstance(training.get("steps"), int):
        yield QT_TRANSLATE_NOOP("models", "Steps"), f"{training['steps']:,}"
    if card.base_pack:
        yield QT_TRANSLATE_NOOP("models", "Made from"), card.base_pack
    if training.get("hardware"):
        yield QT_TRANSLATE_NOOP("models", "Trained on"), str(training["hardware"])
