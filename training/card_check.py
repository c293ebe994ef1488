"""Can the card of a run be written? Asked before it learns: its end may be hours away."""

from __future__ import annotations

from colorstudio.core.errors import QT_TRANSLATE_NOOP, PackError, TrainingError
from colorstudio.core.training_sections import PackConfig
from colorstudio.inference.card import ModelCard
from training.card_sources import source_of
from training.failures import described, sample_path


def check_card(config: PackConfig) -> None:
    """Look at what a recipe says for the card.

    Raises:
        TrainingError: a name, a text or a list is not one that a card may have, or there is no sample scan of a name.
    """
    for failure in config.failures:
        if failure.sample:
            sample_path(failure.sample)
    card = ModelCard(
        config.id, config.version, {}, "", {}, multiple_of=1,
        sources=tuple(source_of(each, 0) for each in config.sources),
        failures=tuple(described(each, None) for each in config.failures),
    )  # fmt: skip
    try:
        ModelCard.from_json(card.to_json(), config.id)
    except PackError as error:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "What the recipe says of the model cannot stand in its card: {reason}."),
            reason=error.values.get("reason", error),
        ) from error
