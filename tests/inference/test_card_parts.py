"""What a card says about the making of its pack; cards of before there was such a thing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from toy_pack import toy_card

from colorstudio.core.errors import PackError
from colorstudio.inference.card import ModelCard
from colorstudio.inference.card_parts import Failure, Source, Stage

RECORD: dict[str, Any] = {
    "data": "Slides of the archive",
    "pictures": 300,
    "recipe": "finetune",
    "steps": 400,
    "batch_size": 16,
    "crop": 160,
    "hardware": "CPU, 2 threads",
    "init": "photographs@1.1",
}


def read_back(card: ModelCard) -> ModelCard:
    return ModelCard.from_json(json.loads(json.dumps(card.to_json())), "x.cspack")


def test_sources_stages_and_failures_survive_json() -> None:
    card = toy_card(
        sources=(Source({"en": "Slides", "ko": "슬라이드"}, {"en": "CC0"}, 12), Source({"en": "Plates"})),
        stages=(Stage("base", 100, 8, 128, pictures=12, seconds=61.5, pack="toy@0.9"), Stage("finetune", 10)),
        failures=(Failure({"en": "Flags"}, "pictures/00.webp", "NASA"), Failure({"en": "Cars"})),
    )
    assert read_back(card) == card
    assert card.picture_names == ("pictures/00.webp",)


def test_a_card_without_the_fields_tells_what_its_record_has() -> None:
    old = toy_card(training=RECORD).to_json()
    for name in ("sources", "stages", "failures"):
        del old[name]
    card = ModelCard.from_json(old, "x.cspack")
    assert card.failures == ()
    assert card.origins == (Source({"en": "Slides of the archive"}, pictures=300),)
    stage = Stage("finetune", 400, 16, 160, pictures=300, hardware="CPU, 2 threads", base="photographs@1.1")
    assert card.history == (stage,)
    assert toy_card().origins == toy_card().history == ()


def test_a_record_of_other_types_gives_what_is_valid() -> None:
    card = toy_card(training={"steps": 400, "crop": -3, "hardware": 5, "recipe": "x" * 1000, "data": ["slides"]})
    assert card.history == (Stage(steps=400),)
    assert card.origins == ()
    card = toy_card(training={"data": "x" * 3000, "pictures": -1, "steps": 400, "seconds": float("inf")})
    assert card.origins == (Source({"en": "x" * 2000}),)
    assert card.history == (Stage(steps=400),)


def test_the_last_stage_of_a_base_is_called_by_its_pack() -> None:
    assert toy_card(training=RECORD).history_as_base[-1].pack == "toy@1.0"
    assert toy_card().history_as_base == (Stage(pack="toy@1.0"),)
    first, second = Stage("base", 5, pack="toy@0.9"), Stage("finetune", 6)
    assert toy_card(stages=(first, second)).history_as_base == (first, Stage("finetune", 6, pack="toy@1.0"))


@pytest.mark.parametrize(
    "changes",
    [
        {"sources": [{"name": "Slides"}]},
        {"sources": [{"rights": {"en": "CC0"}}]},
        {"sources": [{"name": {"en": "Slides"}, "pictures": -1}]},
        {"sources": [{"name": {}}] * 65},
        {"stages": [{"steps": "many"}]},
        {"stages": [{"seconds": -1.0}]},
        {"stages": [{"seconds": float("inf")}]},
        {"stages": [{"steps": 10**30}]},
        {"stages": [{"hardware": "x" * 251}]},
        {"failures": [{"text": {"en": "x" * 2001}}]},
        {"failures": [{"text": {}, "picture": "../../autostart.webp"}]},
        {"failures": [{"text": {}, "picture": "weights.safetensors"}]},
        {"failures": [{"text": {}}] * 13},
    ],
)
def test_what_is_not_valid_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(PackError, match=r"x\.cspack is not a usable model pack"):
        ModelCard.from_json({**toy_card().to_json(), **changes}, "x.cspack")
