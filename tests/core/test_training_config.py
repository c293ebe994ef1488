"""The configuration of a run: formats, defaults, overrides, and errors that help."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from colorstudio.core.errors import TrainingError
from colorstudio.core.training_config import TrainingConfig, from_dict, from_json, load_recipe, with_overrides

RECIPES = Path(__file__).resolve().parents[2] / "training" / "recipes"


def test_json_and_toml_hold_the_whole_tree() -> None:
    tree = {
        "steps": 7,
        "data": {"folders": ["/a", "/b “c”"], "weights": {"faces": 2.0, "old prints": 0.5}},
        "generator": {"architecture": "unet", "arguments": {"num_downs": 7, "norm": "batch", "uses_hints": False}},
    }
    config = from_dict(tree)
    assert from_json(config.to_json()) == config
    assert from_dict(tomllib.loads(config.to_toml())) == config
    assert config.data.folders == ("/a", "/b “c”")


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_recipes_are_valid(path: Path) -> None:
    config = load_recipe(path)
    assert config.recipe == path.stem
    ids = {"finetune": "own", "quick": "own", "plates": "victorian400", "victorian400": "victorian400-pix2pix"}
    # A base is an earlier stage of the same pack.
    assert config.pack.id == ids.get(path.stem, path.stem.removesuffix("-base"))
    assert config.pack.name_ko


def test_the_recipe_of_the_paper() -> None:
    config = load_recipe(RECIPES / "victorian400.toml")
    assert (config.epochs, config.batch_size, config.crop) == (200, 1, 256)
    assert (config.loss.gan_mode, config.loss.lambda_L1, config.loss.lambda_GAN) == ("vanilla", 100.0, 1.0)
    optimizer = config.optimizer
    assert (optimizer.lr, optimizer.beta1, optimizer.beta2, optimizer.schedule) == (2e-4, 0.5, 0.999, "linear")
    assert config.generator.arguments["num_downs"] == 8


@pytest.mark.parametrize(
    ("tree", "sentence"),
    [
        ({"batchsize": 3}, "There is no training setting batchsize; did you mean batch_size?"),
        ({"loss": {"lambda_l1": 3}}, "There is no training setting loss.lambda_l1; did you mean loss.lambda_L1?"),
        ({"steps": "many"}, "The training setting steps must be a whole number."),
        ({"steps": 1.5}, "The training setting steps must be a whole number."),
        ({"steps": True}, "The training setting steps must be a whole number."),
        ({"augment": {"flip": 1}}, "The training setting augment.flip must be true or false."),
        ({"crop": 8}, "The training setting crop is 8; it must lie from 16 to 2048."),
        ({"generator": {"mean_of": {"a": 0}}}, "The training setting generator.mean_of.a is 0.0; it must lie from"),
        ({"loss": {"gan_mode": "wgan"}}, "must be one of vanilla, saturating, lsgan, hinge"),
        ({"data": 3}, "The training setting data must be a table."),
        ({"data": {"folders": "/a"}}, "data.folders must be a list of texts"),
        ({"data": {"weights": {"faces": "two"}}}, "data.weights.faces must be a number"),
        ({"generator": {"arguments": {"ngf": [1]}}}, "generator.arguments.ngf must be"),
        ({"augment": {"scale_min": 0.9, "scale_max": 0.5}}, "augment.scale_min must not be larger"),
    ],
)
def test_wrong_settings_are_named(tree: dict[str, object], sentence: str) -> None:
    with pytest.raises(TrainingError) as caught:
        from_dict(tree)
    assert sentence in str(caught.value)


def test_a_whole_number_may_stand_for_a_number() -> None:
    assert from_dict({"loss": {"lambda_L1": 10}}).loss.lambda_L1 == 10.0


def test_overrides() -> None:
    tree = {"epochs": 5, "loss": {"lambda_L1": 100.0}}
    set_ = ["steps=20", "loss.lambda_L1=1e1", "pack.id=mine", 'data.folders=["/a=b"]', "augment.flip=false"]
    config = from_dict(with_overrides(tree, set_))
    assert (config.steps, config.epochs, config.loss.lambda_L1, config.pack.id) == (20, 1, 10.0, "mine")
    assert config.data.folders == ("/a=b",)
    assert not config.augment.flip
    assert tree == {"epochs": 5, "loss": {"lambda_L1": 100.0}}


@pytest.mark.parametrize("override", ["steps", "=3", "steps.more=3"])
def test_what_is_no_override_is_named(override: str) -> None:
    with pytest.raises(TrainingError, match="write KEY=VALUE"):
        with_overrides({"steps": 1}, [override])


def test_a_recipe_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"none.toml cannot be read"):
        load_recipe(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("steps = ")
    with pytest.raises(TrainingError, match="not valid TOML"):
        load_recipe(tmp_path / "bad.toml")
    with pytest.raises(TrainingError, match="not valid JSON"):
        from_json("{")


def test_defaults_are_valid() -> None:
    assert from_dict({}) == TrainingConfig()


def test_sources_and_failures_are_lists_of_tables() -> None:
    tree = tomllib.loads(
        """
        [[pack.sources]]
        name_en = "Slides \\"A\\""
        folders = ["a", "b"]
        [[pack.failures]]
        text_ko = "깃발"
        sample = "portrait.jpg"
        """
    )
    config = from_dict(tree)
    assert [source.folders for source in config.pack.sources] == [("a", "b")]
    assert config.pack.failures[0].text_ko == "깃발"
    assert from_dict(tomllib.loads(config.to_toml())) == from_json(config.to_json()) == config


@pytest.mark.parametrize(
    ("sources", "sentence"),
    [
        ("slides", "pack.sources must be a list of tables"),
        (["slides"], "pack.sources\\[0\\] must be a table"),
        ([{}, {"name": "slides"}], "no training setting pack.sources\\[1\\].name; did you mean"),
        ([{"folders": "a"}], "pack.sources\\[0\\].folders must be a list of texts"),
    ],
)
def test_a_list_of_tables_that_is_none_is_named(sources: object, sentence: str) -> None:
    with pytest.raises(TrainingError, match=sentence):
        from_dict({"pack": {"sources": sources}})
