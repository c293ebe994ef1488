"""From answers to a configuration, and from an estimate to lengths."""

from __future__ import annotations

from pathlib import Path

import pytest

from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig, from_dict, load_recipe
from colorstudio.core.training_goals import (
    LOOKS,
    Answers,
    Goal,
    Selection,
    Verdict,
    checkpoint_interval,
    configure,
    fits,
    natural_steps,
    pack_id,
    run_name,
    seconds_for,
    steps_within,
    threads_beside_work,
    value_of,
)
from colorstudio.core.training_messages import CheckReport, Estimate, PictureFinding


def found(count: int, problem: str = "", held_out: int = 0) -> list[PictureFinding]:
    """Pictures, the first ones held out."""
    names = [f"{problem or 'good'}{number}" for number in range(count)]
    return [PictureFinding(name, f"/p/{name}", name, number < held_out, problem) for number, name in enumerate(names)]


def selection(*pictures: list[PictureFinding]) -> Selection:
    every = tuple(picture for some in pictures for picture in some)
    return Selection.proposed(CheckReport(("/slides",), "colour", every, len(every)))


@pytest.fixture
def answers() -> Answers:
    return Answers(selection(found(100, held_out=10)), "own@2.0", "City slides", "CC0-1.0", "City archive")


@pytest.fixture(params=list(Goal))
def recipe(request: pytest.FixtureRequest, repository: Path) -> TrainingConfig:
    """The recipe of every goal."""
    return load_recipe(repository / "training" / "recipes" / f"{request.param}.toml")


@pytest.fixture
def finetune(repository: Path) -> TrainingConfig:
    return load_recipe(repository / "training" / "recipes" / "finetune.toml")


class TestSelection:
    """Which pictures are used."""

    def test_what_would_do_harm_is_left_out_at_first(self) -> None:
        chosen = selection(found(3), found(1, "grey"), found(1, "toned"), found(1, "duplicate"), found(1, "damaged"))
        assert {picture.problem for picture in chosen.kept} == {""}

    def test_what_does_no_harm_stays(self) -> None:
        chosen = selection(found(1, "near duplicate"), found(1, "small"), found(1, "odd shape"))
        assert len(chosen.kept) == 3

    def test_the_archivist_decides(self) -> None:
        chosen = selection(found(2), found(1, "grey")).with_kept(["grey0"], True).with_kept(["good1"], False)
        assert [picture.name for picture in chosen.kept] == ["good0", "grey0"]

    @pytest.mark.parametrize("problem", ["damaged", "no partner", "too small"])
    def test_what_cannot_be_used_stays_left_out(self, problem: str) -> None:
        chosen = selection(found(1), found(1, problem))
        assert chosen.with_kept([f"{problem}0"], True).kept == chosen.kept

    def test_pictures_to_learn_from_and_to_measure_on_are_counted(self) -> None:
        chosen = selection(found(10, held_out=3)).with_kept(["good0", "good9"], False)
        assert (chosen.learned, chosen.held_out) == (6, 2)

    @pytest.mark.parametrize(
        ("count", "verdict"),
        [
            (0, Verdict.NONE),
            (19, Verdict.TOO_FEW),
            (20, Verdict.FEW),
            (199, Verdict.FEW),
            (200, Verdict.FAIR),
            (999, Verdict.FAIR),
            (1000, Verdict.ENOUGH),
        ],
    )
    def test_the_verdict_goes_by_the_number(self, count: int, verdict: Verdict) -> None:
        assert selection(found(count)).verdict is verdict

    def test_pictures_to_measure_on_alone_teach_nothing(self) -> None:
        assert selection(found(30, held_out=30)).verdict is Verdict.NONE


class TestConfigure:
    """The configuration that the answers mean."""

    def test_every_recipe_takes_the_answers(self, recipe: TrainingConfig, answers: Answers) -> None:
        config = configure(recipe, answers)
        assert from_dict(config.to_dict()) == config
        assert config.data.folders == ("/slides",)
        assert (config.data.layout, config.data.join_duplicates) == ("auto", True)
        assert (config.pack.name_en, config.pack.name_ko, config.pack.id) == (
            "City slides",
            "City slides",
            "city-slides",
        )
        assert (config.pack.licence, config.pack.training_data) == ("CC0-1.0", "City archive")
        assert config.steps > 0
        assert 0 < config.validation.every <= config.steps
        assert 0 < config.validation.sample_every <= config.steps

    def test_the_model_to_begin_with_is_the_chosen_one(self, finetune: TrainingConfig, answers: Answers) -> None:
        assert configure(finetune, answers).generator.init_from == "own@2.0"

    def test_a_training_from_nothing_begins_with_no_model(self, repository: Path, answers: Answers) -> None:
        recipe = load_recipe(repository / "training" / "recipes" / "victorian400.toml")
        assert configure(recipe, answers).generator.init_from == ""

    def test_epochs_become_steps(self, answers: Answers) -> None:
        recipe = TrainingConfig(epochs=3, batch_size=4)
        assert natural_steps(recipe, 90) == 3 * 23
        assert configure(recipe, answers).steps == 3 * 23

    def test_another_length_looks_as_often_and_warms_up_as_long_in_proportion(self, answers: Answers) -> None:
        tree = {"steps": 1000, "validation": {"every": 100, "sample_every": 200}, "optimizer": {"warm_up_steps": 50}}
        config = configure(from_dict(tree), Answers(answers.selection, steps=100))
        assert (config.validation.every, config.validation.sample_every) == (10, 20)
        assert config.optimizer.warm_up_steps == 5
        longer = configure(from_dict(tree), Answers(answers.selection, steps=5000))
        assert (longer.validation.every, longer.optimizer.warm_up_steps) == (500, 50)

    def test_a_recipe_that_never_looks_is_looked_at(self, answers: Answers) -> None:
        config = configure(TrainingConfig(steps=1000), answers)
        assert config.steps // config.validation.every == LOOKS

    def test_only_what_the_archivist_left_out_is_left_out(self, finetune: TrainingConfig) -> None:
        chosen = selection(found(30), found(1, "grey"))
        config = configure(finetune, Answers(chosen))
        assert (config.data.left_out, config.data.minimum_chroma) == (("grey0",), 0)
        kept = configure(finetune, Answers(chosen.with_kept(["grey0"], True)))
        assert (kept.data.left_out, kept.data.minimum_chroma) == ((), 0)

    def test_changes_win_over_everything(self, finetune: TrainingConfig, answers: Answers) -> None:
        changes = {"optimizer.lr": 1e-5, "data.held_out_every": 7, "generator.arguments.ngf": 8, "steps": 9}
        config = configure(finetune, answers, changes)
        assert (config.optimizer.lr, config.data.held_out_every, config.steps) == (1e-5, 7, 9)
        assert value_of(config, "generator.arguments.ngf") == 8
        assert finetune.generator.arguments.get("ngf") is None

    def test_epochs_that_are_set_decide_the_length(self, finetune: TrainingConfig, answers: Answers) -> None:
        assert configure(finetune, answers, {"epochs": 2}).steps == 2 * 8  # 90 pictures in batches of 12

    def test_a_change_that_is_not_valid_is_named(self, finetune: TrainingConfig, answers: Answers) -> None:
        with pytest.raises(TrainingError, match=r"optimizer\.lr"):
            configure(finetune, answers, {"optimizer.lr": 5.0})


class TestTime:
    """Lengths and times."""

    ESTIMATE = Estimate("cpu", "CPU", 100, 2.0, 260.0, 10**9, 4 * 10**9, micro_batch=4)

    def test_the_time_follows_the_length(self) -> None:
        assert seconds_for(self.ESTIMATE, 100) == 260
        assert seconds_for(self.ESTIMATE, 1000) == 2060

    def test_the_length_follows_the_time(self) -> None:
        assert steps_within(self.ESTIMATE, 2060) == 1000
        assert steps_within(self.ESTIMATE, 1) == 1
        assert seconds_for(self.ESTIMATE, steps_within(self.ESTIMATE, 3600)) <= 3600

    def test_a_power_cut_costs_minutes(self) -> None:
        assert checkpoint_interval(self.ESTIMATE) * self.ESTIMATE.seconds_per_step == 600

    def test_a_run_is_made_to_fit(self) -> None:
        config = fits(TrainingConfig(steps=5000, batch_size=16, checkpoint_every=7), self.ESTIMATE)
        assert (config.checkpoint_every, config.micro_batch) == (300, 4)

    def test_what_the_archivist_set_stays(self) -> None:
        own = TrainingConfig(steps=5000, checkpoint_every=7, micro_batch=9)
        assert fits(own, self.ESTIMATE, {"checkpoint_every", "micro_batch"}) == own

    @pytest.mark.parametrize(("cores", "threads"), [(1, 0), (2, 1), (8, 4), (9, 4)])
    def test_half_of_the_processor_is_left(self, cores: int, threads: int) -> None:
        assert threads_beside_work(cores) == threads


class TestNames:
    """Ids and folders."""

    def test_an_id_is_small_latin(self) -> None:
        assert pack_id("Stadtarchiv Köln, Dias 1961–78") == "stadtarchiv-koln-dias-1961-78"

    def test_a_korean_name_has_an_id_of_its_own(self) -> None:
        assert pack_id("시립 기록관") == pack_id("시립 기록관") != pack_id("국립 박물관")
        assert pack_id("시립 기록관").startswith("model-")
        assert pack_id("") == "own"

    def test_ids_are_not_given_twice(self) -> None:
        assert pack_id("Slides", ["slides", "slides-2", "photographs"]) == "slides-3"

    def test_a_folder_keeps_its_letters(self) -> None:
        assert run_name("시립 기록관: 1961/78") == "시립-기록관-1961-78"
        assert run_name("../..") == "training"
        assert run_name("Dias", ["dias"]) == "Dias-2"
