"""What a run writes into the card of its pack: sources, stages, failures with pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from toy_pack import TOY_A, toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.core.color import srgb_to_lab
from colorstudio.core.errors import PackError, TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from colorstudio.core.training_sections import FailureConfig, PackConfig, SourceConfig
from colorstudio.inference.card_parts import Source, Stage
from colorstudio.inference.pack import open_pack, write_pack
from colorstudio.inference.pack_pictures import decode_picture
from training.card_check import check_card
from training.card_sources import sources_of
from training.failures import CREDITS, GAP, SIDE, describe_failures
from training.reporter import Reporter
from training.runner import train
from training.sources import Picture

PLATES = SourceConfig("Plates", "도판", "public domain", "공유 저작물", ("plates", "more"))


def learned(*names: str) -> list[Picture]:
    return [Picture(Path(name), None, name, name) for name in names]


def test_pictures_are_counted_by_their_innermost_folder() -> None:
    rest = SourceConfig("Slides")
    config = PackConfig(sources=(PLATES, rest, SourceConfig("Maps", folders=("maps",))))
    found = sources_of(config, learned("album/plates/1", "album/x/2", "plates/album/3", "plates/x/more/4"), None)
    assert found == (
        Source({"en": "Plates", "ko": "도판"}, {"en": "public domain", "ko": "공유 저작물"}, 3),
        Source({"en": "Slides"}, {}, 1),
    )


def test_pictures_of_no_source_are_said_and_those_of_the_base_follow() -> None:
    base = toy_card(sources=(Source({"en": "Plates", "ko": "도판"}, pictures=7), Source({"en": "Old"}, pictures=9)))
    plates, unnamed, old = sources_of(PackConfig(sources=(PLATES,)), learned("plates/1", "slides/2"), base)
    assert (plates.pictures, unnamed.pictures, old) == (1, 1, base.sources[1])
    assert "nobody" in unnamed.name["en"]


def test_a_sentence_is_a_source_with_the_licence_as_its_rights() -> None:
    config = PackConfig(training_data="Slides of the archive", licence="CC-BY-4.0")
    assert sources_of(config, learned("a/1"), None) == (
        Source({"en": "Slides of the archive"}, {"en": "CC-BY-4.0"}, 1),
    )


def test_a_run_writes_its_card(small_config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.gate._SHIPPED", "")
    told = {"sources": (SourceConfig("A", folders=("a",)), SourceConfig("B", folders=("b",)))}
    failures = (FailureConfig("Flags", "깃발", "portrait.jpg"), FailureConfig("Cars"))
    config = replace(small_config, pack=replace(small_config.pack, **told, failures=failures))
    folder = RunFolder(tmp_path / "run")
    folder.create(config)
    train(folder, config, Reporter(folder, None))
    card = open_pack(folder.pack_path).card
    held_out = card.metrics["pictures"]
    assert [source.name["en"] for source in card.sources] == ["A", "B"]
    assert sum(source.pictures for source in card.sources) == 40 - held_out
    stage = card.stages[-1]
    assert len(card.stages) == 1
    assert (stage.steps, stage.batch_size, stage.crop, stage.base) == (6, 2, 32, "random")
    assert [failure.text for failure in card.failures] == [{"en": "Flags", "ko": "깃발"}, {"en": "Cars"}]
    assert stage.pictures == 40 - held_out

    second = replace(config, steps=4, generator=replace(config.generator, init_from=str(folder.pack_path)))
    again = RunFolder(tmp_path / "again")
    again.create(second)
    train(again, second, Reporter(again, None))
    first, last = open_pack(again.pack_path).card.stages
    assert first == replace(stage, pack="toy@1.0")
    assert (last.steps, last.base, last.pack) == (4, "", "")


def test_a_failure_is_shown_by_the_pack_itself(tmp_path: Path) -> None:
    path = write_toy_pack(tmp_path).path
    failures = (
        FailureConfig("Suits", "옷", "portrait.jpg"),
        FailureConfig("Flags", sample="portrait.jpg"),
        FailureConfig("Snow", sample="mountains.jpg"),
        FailureConfig("Cars"),
    )
    describe_failures(path, failures)
    pack = open_pack(path)
    names = [failure.picture for failure in pack.card.failures]
    assert names == ["pictures/00.webp", "pictures/00.webp", "pictures/01.webp", None]
    assert [failure.credit for failure in pack.card.failures][::3] == ["NASA", ""]
    assert "Berasategi" in CREDITS["mountains.jpg"]
    shown = srgb_to_lab(decode_picture(pack.pictures()["pictures/00.webp"]).astype(np.float32) / 255)
    assert shown.shape == (SIDE, 2 * SIDE + GAP, 3)
    before, after = shown[:, :SIDE], shown[:, SIDE + GAP :]
    assert np.abs(before[..., 1:]).mean() < 0.5
    # where no colour leaves the gamut, the toy's a*
    middle = (after[..., 0] > 40) & (after[..., 0] < 70)
    assert after[middle][:, 1].mean() == pytest.approx(TOY_A, abs=1.5)
    assert np.abs(before[..., 0] - after[..., 0]).mean() < 1.5

    describe_failures(path, ())
    assert open_pack(path).pictures() == {}


def test_a_failure_that_cannot_be_shown_leaves_the_pack(tmp_path: Path) -> None:
    path = tmp_path / "toy.cspack"
    write_pack(path, toy_card(), toy_weights(), toy_graph())
    before = path.read_bytes()
    for failure, error in (
        (FailureConfig("Cars", sample="../portrait.jpg"), TrainingError),
        (FailureConfig("x" * 3000), PackError),
    ):
        with pytest.raises(error):
            describe_failures(path, (failure,))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"id": "my model"}, r"What the recipe says of the model cannot stand in its card: .*\$\.id"),
        ({"failures": (FailureConfig("Cars"),) * 13}, r"cannot stand in its card: .*\$\.failures"),
        ({"failures": (FailureConfig("Cars", sample="cars.jpg"),)}, "There is no sample scan cars.jpg"),
        ({"sources": (SourceConfig("x" * 3000),)}, r"cannot stand in its card: .*\$\.sources"),
    ],
)
def test_what_no_card_can_say_is_told_before_a_run(said: dict[str, Any], sentence: str) -> None:
    check_card(PackConfig())
    with pytest.raises(TrainingError, match=sentence):
        check_card(replace(PackConfig(), **said))


def test_a_stage_needs_steps() -> None:
    assert toy_card(training={"converted_from": "latest_net_G.pth"}).history == ()
    assert toy_card(training={"steps": 3}).history == (Stage(steps=3),)
    assert toy_card(training={"steps": 0, "mean_of": {"a@1": 2}}).history == (Stage(mean_of=("a@1",)),)
    assert toy_card(training={"steps": 3, "mean_of": 7}).history == (Stage(steps=3),)
