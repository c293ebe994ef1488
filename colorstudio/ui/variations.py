"""Which alternatives are offered for a scan, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QCoreApplication

from colorstudio.core.steering import Model, Patch
from colorstudio.engine.messages import ChromaChoice, ModelSummary
from colorstudio.ui.i18n import current_language
from colorstudio.ui.licence_words import marked

SEEDS_AT_ONCE = 6
_SIZES = (192, 256, 384, 512)


class Kind(Enum):
    """In what an alternative differs from the others."""

    IN_FORCE = "in force"
    SEED = "seed"
    SIZE = "size"
    MODEL = "model"


@dataclass(frozen=True)
class Variation:
    """An alternative: a choice without regions, and in what it differs."""

    choice: ChromaChoice
    kind: Kind


def variations_of(choice: ChromaChoice, models: Sequence[ModelSummary], seeds: int) -> tuple[Variation, ...]:
    """Return the alternatives to what is in force, which comes first; those of one model stand together.

    Args:
        choice: in force.
        models: the installed ones.
        seeds: how many variations of the model.
    """
    now = whole(choice)
    model = find_model(models, now.model)
    found = [Variation(now, Kind.IN_FORCE)]
    if model is not None and model.has_variations:
        found += [Variation(replace(now, seed=seed), Kind.SEED) for seed in (None, *range(1, seeds + 1))]
    recommended = model.render_size if model else 0
    sizes = [0 if size == recommended else size for size in _SIZES]
    found += [Variation(replace(now, render_size=size), Kind.SIZE) for size in sizes]
    others = [each for each in models if each is not model]
    found += [Variation(replace(now, model=each.id, render_size=0, seed=None), Kind.MODEL) for each in others]
    return _distinct(found, models)


def _distinct(found: Sequence[Variation], models: Sequence[ModelSummary]) -> tuple[Variation, ...]:
    seen: set[ChromaChoice] = set()
    kept = []
    for variation in found:
        same = _explicit(variation.choice, models)
        if same not in seen:
            seen.add(same)
            kept.append(variation)
    return tuple(kept)


def whole(choice: ChromaChoice) -> ChromaChoice:
    """Return a choice without its regions."""
    return replace(choice, patches=())


def index_of(choice: ChromaChoice, variations: Sequence[Variation], models: Sequence[ModelSummary]) -> int:
    """Return which of the alternatives a choice is, whatever its regions are; -1: none of them."""
    wanted = _explicit(whole(choice), models)
    return next((at for at, each in enumerate(variations) if _explicit(each.choice, models) == wanted), -1)


def _explicit(choice: ChromaChoice, models: Sequence[ModelSummary]) -> ChromaChoice:
    """The same choice with version and size named."""
    model = find_model(models, choice.model)
    if model is None:
        return choice
    return replace(choice, model=model.id, render_size=choice.render_size or model.render_size)


def find_model(models: Sequence[ModelSummary], reference: str) -> ModelSummary | None:
    """Return the model named with or without its version; the newest stands first."""
    exact = (each for each in models if each.id == reference)
    by_id = (each for each in models if each.id.split("@")[0] == reference)
    return next(exact, None) or next(by_id, None)


def patch_of(
    points: Sequence[tuple[float, float]], choice: ChromaChoice, models: Sequence[ModelSummary], feather: float
) -> Patch:
    """Return the region that takes its colours from a choice; its pack is named by hash, its size in pixels."""
    explicit, model = _explicit(choice, models), find_model(models, choice.model)
    pack = Model(model.id, model.sha256) if model else None
    return Patch(tuple(points), pack, explicit.render_size or None, choice.seed, feather)


# Words


def caption(variation: Variation, models: Sequence[ModelSummary]) -> str:
    """Return what stands under an alternative."""
    if variation.kind is Kind.IN_FORCE:
        return QCoreApplication.translate("variations", "So far")
    if variation.kind is Kind.SEED:
        return seed_name(variation.choice.seed)
    if variation.kind is Kind.SIZE:
        return f"{_explicit(variation.choice, models).render_size} px"
    return _marked_name(variation.choice.model, models)


def full_name(choice: ChromaChoice, models: Sequence[ModelSummary]) -> str:
    """Return model, size and variation of a choice in words."""
    return _joined(choice.model, _explicit(choice, models).render_size, choice.seed, models)


def patch_name(patch: Patch, models: Sequence[ModelSummary]) -> str:
    """Return what a region takes its colours from, in words."""
    return _joined(patch.model.reference if patch.model else "", patch.render_size or 0, patch.seed, models)


def _joined(model: str, size: int, seed: int | None, models: Sequence[ModelSummary]) -> str:
    words = (_marked_name(model, models) if model else "", f"{size} px" if size else "", seed_name(seed))
    return " · ".join(filter(None, words))


def _marked_name(reference: str, models: Sequence[ModelSummary]) -> str:
    """The model's name, and its licence if that restricts its use."""
    model, name = find_model(models, reference), model_name(reference, models)
    return marked(name, model.licence) if model else name


def model_name(reference: str, models: Sequence[ModelSummary]) -> str:
    """Return a model's name in the user's language."""
    model = find_model(models, reference)
    return (model.names.get(current_language()) or model.names.get("en") or reference) if model else reference


def seed_name(seed: int | None) -> str:
    """Return what a variation of the model is called."""
    if seed is None:
        return QCoreApplication.translate("variations", "Usual colours")
    return QCoreApplication.translate("variations", "Variation {number}").format(number=seed)
