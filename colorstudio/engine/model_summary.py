"""A model pack's card, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.engine.messages import ModelSummary
from colorstudio.engine.model_facts import facts_of
from colorstudio.inference.variations import has_variations

if TYPE_CHECKING:
    from colorstudio.inference.pack import Pack


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
        has_variations=has_variations(card),
        takes_hints=card.uses_hints,
        is_own=is_own,
        licence=card.licence,
        size=pack.path.stat().st_size,
        base=card.base_pack or "",
        verdict=str(gate.get("finding", "")),
        verdict_base=str(gate.get("base", "")),
        facts=facts_of(pack),
    )


def _rows(pack: Pack) -> Iterator[tuple[str, str]]:
    card = pack.card
    yield QT_TRANSLATE_NOOP("models", "Version"), card.version
    if card.base_pack:
        yield QT_TRANSLATE_NOOP("models", "Made from"), card.base_pack
    yield QT_TRANSLATE_NOOP("models", "Network"), card.architecture
    yield QT_TRANSLATE_NOOP("models", "Render size"), f"{card.render_size} px"
    yield QT_TRANSLATE_NOOP("models", "File"), pack.path.name
    yield QT_TRANSLATE_NOOP("models", "SHA-256"), pack.sha256
