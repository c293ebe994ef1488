"""The card of a model: what it learned from, how, how well, under which licence; in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.engine.messages import ChromaChoice, ModelSummary
from colorstudio.engine.model_facts import ModelFacts, ModelFailure, ModelFigure
from colorstudio.inference.card_parts import Source, Stage
from colorstudio.ui.actions import Actions
from colorstudio.ui.i18n import use_language
from colorstudio.ui.models.card_sections import CardPicture
from colorstudio.ui.models.card_words import source_items, stage_items
from colorstudio.ui.models.model_card import ModelCard
from colorstudio.ui.models.words import kind_of, short_kind_of
from colorstudio.ui.panels.colour_panel import ColourPanel
from colorstudio.ui.training.wizard.goal_step import GoalStep
from colorstudio.ui.variations import Kind, caption, full_name, variations_of


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    use_language(qapp, "en")
    yield
    use_language(qapp, "en")


def picture() -> QImage:
    image = QImage(640, 320, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    return image


FACTS = ModelFacts(
    (Source({"en": "Plates", "ko": "도판"}, {"en": "CC-BY-NC-SA-4.0"}, 1341), Source({"en": "Slides"})),
    (
        Stage("base", 2000, 24, 128, 160, 15573, 3600.0, "CPU, 2 threads", "imagenet", "photographs@1.0"),
        Stage("plates", 400, 12, 160),
    ),
    (ModelFigure("PSNR in dB; more is better", "24.33", "22.82"),),
    790,
    (ModelFailure({"en": "Flags are brown.", "ko": "깃발이 갈색이 됩니다."}, picture(), "NASA"),),
)
PLATES = ModelSummary(
    "victorian400@1.0", {"en": "Plates"}, {}, 256, sha256="ab" * 32, licence="CC-BY-NC-SA-4.0", facts=FACTS
)
FREE = replace(PLATES, id="photographs@1.2", names={"en": "Photographs"}, licence="MIT", facts=ModelFacts())


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def shown(qtbot: QtBot, model: ModelSummary) -> ModelCard:
    card = ModelCard()
    qtbot.addWidget(card)
    card.show_model(model, (model,))
    return card


def test_all_of_a_card_is_said(qtbot: QtBot) -> None:
    text = words(shown(qtbot, PLATES))
    for part in (
        "Licence: CC BY-NC-SA 4.0. Not for commercial use",
        "Flags are brown.",
        "Scan: NASA",
        "How good it is, on 790 pictures that it never saw",
        "24.33",
        "22.82",
        "1,341 pictures · CC BY-NC-SA 4.0",
        "rights not stated",
        "2. plates",
        "about 60 minutes on CPU, 2 threads",
    ):
        assert part in text, part


def test_nothing_in_a_card_is_taken_for_a_page(qtbot: QtBot) -> None:
    """A pack may come from anywhere: its words are shown, and load no picture and hide no text."""
    page = "<b>Free</b> <img src='file:///etc/hostname'>"
    facts = replace(FACTS, sources=(Source({"en": page}),), failures=(ModelFailure({"en": page}),))
    card = shown(qtbot, replace(PLATES, names={"en": page}, descriptions={"en": page}, licence=page, facts=facts))
    labels = [label for label in card.findChildren(QLabel) if "<b>" in label.text()]
    assert len(labels) >= 5
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_what_a_card_does_not_say_has_no_title(qtbot: QtBot) -> None:
    card = shown(qtbot, PLATES)
    card.show_model(FREE, (FREE,))
    text = words(card)
    assert "Licence: MIT" in text
    for title in ("badly", "How good", "learned from", "trained"):
        assert title not in text
    assert "The file" in text


def test_a_card_speaks_korean(qtbot: QtBot, qapp: QApplication) -> None:
    card = shown(qtbot, PLATES)
    use_language(qapp, "ko")
    qtbot.waitUntil(lambda: "깃발이 갈색이 됩니다." in words(card))
    assert "도판" in words(card)
    assert "라이선스: CC BY-NC-SA 4.0. 상업적으로 쓸 수 없습니다." in words(card)
    unknown = replace(FREE, licence="unknown")
    card.show_model(unknown, (unknown,))
    assert "라이선스 알 수 없음" in words(card)


def test_stages_and_sources_in_words() -> None:
    (first, told), (_, second) = stage_items(FACTS.stages)
    assert first == "1. base"
    assert told == (
        "2,000 steps of 24 pictures at 128, later 160 px · 15,573 pictures · about 60 minutes on CPU, 2 threads · "
        "began with an encoder that had learned ImageNet · gave photographs@1.0"
    )
    assert second == "400 steps of 12 pictures at 160 px"
    assert stage_items((Stage(pack="photographs@0.9"),)) == [("1. –", "gave photographs@0.9")]
    mean = Stage("photographs", mean_of=("a@1", "a@2"))
    assert stage_items((mean,)) == [("1. photographs", "the mean of the weights of a@1, a@2")]
    assert source_items((Source({"ko": "도판"}, {"en": "own words"}),)) == [("도판", "own words")]


def test_the_machine_is_said_in_korean(qapp: QApplication) -> None:
    use_language(qapp, "ko")
    (_, one), (_, two), (_, other) = stage_items(
        (Stage(hardware="CPU, 1 thread"), Stage(hardware="CPU, 16 threads"), Stage(hardware="the house's own machine"))
    )
    assert (one, two, other) == ("CPU, 스레드 1개", "CPU, 스레드 16개", "the house's own machine")


def test_a_picture_gives_way_where_there_is_little_room(qtbot: QtBot) -> None:
    widget = CardPicture(picture(), "a scan and its colours")
    qtbot.addWidget(widget)
    assert widget.accessibleName() == "a scan and its colours"
    assert widget.heightForWidth(300) == 150
    assert widget.heightForWidth(5000) == widget.sizeHint().height() == 300


def test_a_licence_that_restricts_is_said_wherever_a_model_is_chosen(qtbot: QtBot) -> None:
    assert kind_of(PLATES).endswith("· CC BY-NC-SA 4.0")
    assert short_kind_of(PLATES) == "1.0 · CC BY-NC-SA 4.0"
    assert short_kind_of(FREE) == "1.2 · built in"
    choice = ChromaChoice("photographs@1.2")
    others = [each for each in variations_of(choice, (FREE, PLATES), 1) if each.kind is Kind.MODEL]
    assert [caption(each, (FREE, PLATES)) for each in others] == ["Plates · CC BY-NC-SA 4.0"]
    assert full_name(choice, (FREE, PLATES)).startswith("Photographs · ")
    owner = QWidget()
    qtbot.addWidget(owner)
    panel = ColourPanel(Actions(owner), owner)
    panel.set_models((FREE, PLATES))
    box = panel.findChildren(QComboBox)[0]
    assert [box.itemText(row) for row in range(2)] == ["Photographs", "Plates · CC BY-NC-SA 4.0"]
    panel.set_choice(ChromaChoice("victorian400"))
    assert "Not for commercial use" in words(panel)
    panel.set_choice(ChromaChoice("photographs"))
    assert "commercial" not in words(panel)


def test_the_licence_of_the_model_that_a_training_begins_with_is_said(qtbot: QtBot) -> None:
    step = GoalStep()
    qtbot.addWidget(step)
    unknown = replace(FREE, id="own@1.0", licence="unknown", is_own=True)
    step.set_models((PLATES, FREE, unknown))
    hints = []
    for model in (PLATES, FREE, unknown):
        step._base.setCurrentIndex(step._base.findData(model.id))
        hints.append(step._base_hint.text())
    restricted, free, nothing = hints
    assert restricted.startswith("Its own licence, CC BY-NC-SA 4.0, holds for the new model as well. Not for")
    assert free == "Its own licence, MIT, holds for the new model as well."
    assert nothing == ""
    assert step._base.itemText(0) == "Plates (1.0) · CC BY-NC-SA 4.0"
