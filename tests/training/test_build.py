"""Packs that are built by chains: stages, what each begins with, and builds that are broken off."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from toy_pack import toy_card, write_toy_pack

from colorstudio.core.errors import TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, load_recipe
from colorstudio.inference.card_parts import Stage
from colorstudio.inference.pack import open_pack
from colorstudio.paths import resources_dir
from training.build import build, keep_plain_weights
from training.chain import Step, load_chain, plan
from training.checkpoints import load_checkpoint
from training.commands import run_command
from training.mean import card_of_all, mean_weights
from training.packs import generator_from_pack
from training.shipped import chain_names, find_recipe
from training.sitting import sit

FIRST = """
[[stages]]
name = "one"
recipe = "{recipe}"
data = ["a"]
set = ["steps=2"]

[[stages]]
name = "two"
recipe = "{recipe}"
data = ["a", "b"]
set = ["steps=4", 'pack.version="2.0"']
"""

SECOND = """
begins_with = "first"

[[stages]]
name = "three"
recipe = "{recipe}"
data = ["b"]
set = ['pack.id="tinted"', "generator.arguments={}"]
"""

SOUP = (
    FIRST
    + """
[[stages]]
name = "side"
recipe = "{recipe}"
data = ["b"]
set = ["seed=2", "steps=3", 'pack.version="2.1"', 'pack.training_data="Lantern slides"']
begins_with = "one"

[[stages]]
name = "both"
recipe = "{recipe}"
data = ["a"]
set = ['pack.version="3.0"']
mean_of = {two = 1, side = 3}

[[stages]]
name = "after"
recipe = "{recipe}"
data = ["a"]
set = ["steps=1", 'pack.version="4.0"']
"""
)


@pytest.fixture
def workshop(
    tmp_path: Path, pictures: Path, small_config: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str], list[Step]]:
    """Plans a toy pack, `first` (two stages), `second` (one, from the pack of `first`) or `soup` (with a mean)."""
    chains = tmp_path / "chains"
    chains.mkdir()
    recipe = tmp_path / "toy.toml"
    recipe.write_text(small_config.to_toml(), encoding="utf-8")
    for name, text in (("first", FIRST), ("second", SECOND), ("soup", SOUP)):
        (chains / f"{name}.toml").write_text(text.replace("{recipe}", recipe.as_posix()), encoding="utf-8")
    monkeypatch.setattr("training.shipped.CHAINS", chains)
    monkeypatch.setattr("training.gate._SHIPPED", "")
    monkeypatch.setattr("training.build._has_imagenet_weights", lambda: False)
    return lambda chain, out: plan(chain, [tmp_path, pictures], tmp_path / out, ["pack.gain_max=1.5"])


def _sit(folder: RunFolder, config: TrainingConfig) -> bool:
    return sit(folder, config, io.StringIO())


def _weights(path: Path) -> dict[str, np.ndarray]:
    return open_pack(path).weights()


def _assert_same_weights(path: Path, other: Path) -> None:
    first, second = _weights(path), _weights(other)
    assert first.keys() == second.keys()
    assert [name for name in first if not np.array_equal(first[name], second[name])] == []


def test_a_chain_is_made_stage_by_stage_and_published(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path
) -> None:
    steps, said = workshop("second", "build"), list[str]()
    assert [step.folder.path.name for step in steps] == ["one", "two", "three"]
    assert build(steps, _sit, said.append)
    out = tmp_path / "build"
    toy, tinted = open_pack(out / "toy.cspack"), open_pack(out / "tinted.cspack")
    assert (toy.card.reference, toy.card.base_pack) == ("toy@2.0", "toy@1.0")
    assert (tinted.card.reference, tinted.card.base_pack) == ("tinted@1.0", "toy@2.0")
    assert [stage.steps for stage in tinted.card.stages] == [2, 4, 6]
    assert [stage.pack for stage in tinted.card.stages] == ["toy@1.0", "toy@2.0", ""]
    assert {"result", "grey", "gate"} <= tinted.card.metrics.keys()
    assert (out / "tinted.json").is_file()
    assert said[0] == "stage 1 of 3: one"
    assert workshop("second", "build") == []


def test_stages_begin_with_the_plain_weights_and_packs_with_the_pack(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path
) -> None:
    one, two, three = workshop("second", "build")
    assert build([one, two, three], _sit)
    learned = load_checkpoint(one.folder.checkpoint_path(2))["task"]["netG"]
    begun = generator_from_pack(open_pack(two.folder.base_path)).state_dict()
    for name, value in begun.items():
        assert torch.equal(value, learned[name].half().float() if value.is_floating_point() else learned[name])
    plain = open_pack(one.folder.weights_path)
    assert plain.card.chroma_gain == 1.0
    assert plain.card.metrics == {}
    assert three.folder.base_path.read_bytes() == (tmp_path / "build" / "toy.cspack").read_bytes()


def test_a_build_that_is_broken_off_anywhere_comes_to_the_same_pack(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path
) -> None:
    assert build(workshop("second", "whole"), _sit)

    def broken_at(name: str) -> Callable[[RunFolder, TrainingConfig], bool]:
        def sit_or_break(folder: RunFolder, config: TrainingConfig) -> bool:
            if folder.path.name == name:
                raise KeyboardInterrupt
            return _sit(folder, config)

        return sit_or_break

    def stopped(folder: RunFolder, config: TrainingConfig) -> bool:
        folder.send("stop")
        return sit(folder, config, io.StringIO(), keep_commands=True)

    for name in ("one", "two"):
        with pytest.raises(KeyboardInterrupt):
            build(workshop("second", "broken"), broken_at(name))
    assert not build(workshop("second", "broken"), stopped)
    with pytest.raises(KeyboardInterrupt):
        build(workshop("second", "broken"), broken_at("three"))
    assert (tmp_path / "broken" / "toy.cspack").is_file()
    steps = workshop("second", "broken")
    assert [step.folder.path.name for step in steps] == ["three"]
    assert build(steps, _sit)
    _assert_same_weights(tmp_path / "broken" / "tinted.cspack", tmp_path / "whole" / "tinted.cspack")


def test_a_stage_does_not_go_on_with_other_settings_but_on_another_machine(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path, pictures: Path
) -> None:
    one = workshop("first", "build")[0]
    assert build([one], _sit)
    data, out = [tmp_path, pictures], tmp_path / "build"
    with pytest.raises(TrainingError, match=r"one was begun with optimizer\.lr = 0\.0002, and 0\.01 is wanted"):
        build(plan("first", data, out, ["pack.gain_max=1.5", "optimizer.lr=0.01"])[:1], _sit)
    for more in ("data.weights.a=3", "generator.arguments.other=8"):
        with pytest.raises(TrainingError, match=more.replace("=", " = None, and ")):
            build(plan("first", data, out, ["pack.gain_max=1.5", more])[:1], _sit)
    assert build(plan("first", data, out, ["pack.gain_max=1.5", "threads=2", "device=cpu"])[:1], _sit)
    assert one.folder.read_config().device == "cpu"


def test_weights_are_kept_once(workshop: Callable[[str, str], list[Step]]) -> None:
    one = workshop("first", "build")[0]
    assert build([one], _sit)
    keep_plain_weights(one.folder)
    path = one.folder.weights_path
    before = path.stat()
    keep_plain_weights(one.folder)
    assert path.stat() == before


def test_a_stage_can_be_the_mean_of_others_and_the_next_begin_with_it(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path
) -> None:
    steps = workshop("soup", "build")
    one, two, side, both, after = steps
    assert (side.needs, after.needs) == ((one.folder,), (both.folder,))
    assert both.needs == (two.folder, side.folder)
    assert [*both.config.generator.mean_of.values()] == [1.0, 3.0]
    assert build(steps, _sit)
    first, second, mean = (_weights(step.folder.weights_path) for step in (two, side, both))
    assert any(not np.array_equal(first[name], second[name]) for name in first)
    for name, value in mean.items():
        expected = 0.25 * first[name].astype(np.float64) + 0.75 * second[name].astype(np.float64)
        np.testing.assert_allclose(value, expected, rtol=2e-3, atol=1e-6)
    assert max(both.folder.checkpoint_steps()) == 0
    card = open_pack(both.folder.pack_path).card
    assert card.training["mean_of"] == {"toy@2.0": 1.0, "toy@2.1": 3.0}
    assert [(stage.pack, stage.steps, stage.base) for stage in card.stages] == [
        ("toy@1.0", 2, "random"), ("toy@2.0", 4, ""), ("toy@2.1", 3, "toy@1.0"), ("", 0, ""),
    ]  # fmt: skip
    assert card.stages[-1].mean_of == ("toy@2.0", "toy@2.1")
    assert card.metrics["gate"]["base"] == "toy@2.1"
    own = [open_pack(step.folder.pack_path).card.sources for step in (side, two)]
    assert [source.pictures for source in own[0]] == [19, 18]  # its own, and those of the stage that it began with
    assert card.sources == (own[0][0], own[1][0])
    assert own[1][0].pictures == 37
    _assert_same_weights(after.folder.base_path, both.folder.weights_path)
    last = open_pack(tmp_path / "build" / "toy.cspack").card
    assert [(stage.pack, stage.steps) for stage in last.stages] == [
        ("toy@1.0", 2), ("toy@2.0", 4), ("toy@2.1", 3), ("toy@3.0", 0), ("", 1),
    ]  # fmt: skip


def test_the_stages_of_a_mean_are_listed_once_and_name_a_base_that_is_elsewhere() -> None:
    first, second = Stage("base", 1, base="imagenet", pack="toy@1"), Stage("more", 2, pack="toy@2")
    beside = Stage("more", 3, pack="toy@3")
    left, right = (toy_card(version=each.pack[4:], stages=(first, each)) for each in (second, beside))
    mean = card_of_all([left, right])
    assert mean.stages == (first, second, replace(beside, base="toy@1"))
    again = replace(mean, stages=(*mean.stages, Stage(mean_of=("toy@2", "toy@3"), pack="toy@4")))
    assert card_of_all([again, right]).stages == again.stages
    assert card_of_all([right, again]).stages == (first, beside, replace(second, base="toy@1"), again.stages[-1])


def test_a_mean_is_not_taken_for_another_one(workshop: Callable[[str, str], list[Step]], tmp_path: Path) -> None:
    chain = tmp_path / "chains" / "soup.toml"
    assert build(workshop("soup", "build")[:4], _sit)
    text = chain.read_text()
    for before, now, name in (
        ("side = 3", "side = 2", r"generator\.mean_of\.side = 3\.0, and 2\.0"),
        ("side = 3", "one = 3", r"generator\.(init_from = side, and one|mean_of\.side = 3\.0, and None)"),
        ('begins_with = "one"', 'begins_with = "two"', r"generator\.init_from = one, and two"),
    ):
        chain.write_text(text.replace(before, now))
        with pytest.raises(TrainingError, match=name):
            build(workshop("soup", "build")[:4], _sit)
    chain.write_text(text)
    moved = (tmp_path / "build").rename(tmp_path / "moved")
    assert build(workshop("soup", moved.name)[:4], _sit)


def test_a_mean_of_different_networks_is_refused(tmp_path: Path) -> None:
    packs = [open_pack(resources_dir() / "models" / "illustrations.cspack"), write_toy_pack(tmp_path)]
    with pytest.raises(TrainingError, match=r"toy-1\.0\.cspack is not of the same network as .*illustrations\.cspack"):
        mean_weights(packs, [1, 2])


@pytest.mark.parametrize("share", ["0", "-1", "nan", "inf"])
def test_a_share_of_a_mean_is_above_zero(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path, share: str
) -> None:
    path = tmp_path / "chains" / "soup.toml"
    path.write_text(path.read_text().replace("side = 3", f"side = {share}"))
    with pytest.raises(TrainingError, match="TOML"):
        workshop("soup", "build")


@pytest.mark.parametrize(
    ("chain", "sentence"),
    [
        ("nobody", "Nothing tells how “nobody” is built; choose one of first, round, second, soup"),
        ("{tmp}/empty.toml", "stages"),
        ("{tmp}/odd.toml", "colour"),
        ("{tmp}/far.toml", r"There is no folder .*nowhere"),
        ("round", r"The making of “round” begins with itself"),
        ("{tmp}/twice.toml", r"stages or packs of the build are called x;"),
        ("{tmp}/later.toml", r"x is made of y, which is no stage before it"),
        ("{tmp}/itself.toml", r"x is made of x, which is no stage before it"),
        ("{tmp}/double.toml", r"z has both begins_with and mean_of"),
    ],
)
def test_wrong_chains_are_named(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path, chain: str, sentence: str
) -> None:
    (tmp_path / "empty.toml").write_text("stages = []")
    (tmp_path / "odd.toml").write_text(FIRST + 'colour = "red"\n')
    (tmp_path / "far.toml").write_text('[[stages]]\nname = "x"\nrecipe = "quick"\ndata = ["nowhere"]\n')
    around = '[[stages]]\nname = "{}"\nrecipe = "quick"\ndata = ["nowhere"]\n'
    (tmp_path / "twice.toml").write_text(around.format("x") + around.format("x"))
    (tmp_path / "later.toml").write_text(around.format("x") + 'begins_with = "y"\n' + around.format("y"))
    (tmp_path / "itself.toml").write_text(around.format("x") + "mean_of = {x = 1}\n")
    double = around.format("z") + 'begins_with = "x"\nmean_of = {x = 1}\n'
    (tmp_path / "double.toml").write_text(around.format("x") + double)
    (tmp_path / "chains" / "round.toml").write_text('begins_with = "round"\n' + around.format("z"))
    with pytest.raises(TrainingError, match=sentence):
        workshop(chain.replace("{tmp}", tmp_path.as_posix()), "build")
    assert run_command(["build", "nobody", "--data", str(tmp_path), "--out", str(tmp_path / "x")], io.StringIO()) == 2
    assert not (tmp_path / "x").exists()


def test_a_name_for_all_packs_of_a_build_is_refused(workshop: Callable[[str, str], list[Step]], tmp_path: Path) -> None:
    """The pack of the first chain would be taken for that of the second, which would then never be made."""
    workshop("second", "build")
    with pytest.raises(TrainingError, match=r"called mine\.cspack;"):
        plan("second", [tmp_path], tmp_path / "build", ['pack.id="mine"'])


@pytest.mark.parametrize("chain", chain_names())
def test_shipped_chains_make_the_packs_of_their_names(chain: str, tmp_path: Path) -> None:
    for name in ("photographs", "historical", "illustrations", "victorian400"):
        (tmp_path / name).mkdir()
    steps = plan(chain, [tmp_path], tmp_path / "build")
    assert steps[-1].published == tmp_path / "build" / f"{chain}.cspack"
    assert (steps[0].config.recipe, steps[0].config.generator.init) == ("photographs-base", "imagenet")
    for step, before in zip(steps[1:], steps, strict=False):
        expected = step.needs[-1].weights_path if step.needs else before.published
        assert step.config.generator.init_from == str(expected)
    for stage in load_chain(chain).stages:
        assert load_recipe(find_recipe(stage.recipe), stage.set)


def _build(*arguments: object, together: bool = False) -> subprocess.Popen[str]:
    torchrun = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"] if together else []
    command = [sys.executable, *torchrun, "-m", "training", "build", *map(str, arguments)]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=root
    )


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_a_killed_build_is_finished_by_torchrun(
    workshop: Callable[[str, str], list[Step]], tmp_path: Path, pictures: Path
) -> None:
    out = tmp_path / "build"
    common = (tmp_path / "chains" / "first.toml", "--data", pictures, "--out", out, "--set", "optimizer.ema=0.5")
    with _build(*common) as killed:
        assert killed.stdout is not None
        next(line for line in killed.stdout if '"checkpoint", "step": 2' in line)
        killed.kill()
    assert not (out / "toy.cspack").exists()
    with _build(*common, together=True) as agent:
        _, complaints = agent.communicate(timeout=240)
    assert agent.returncode == 0, complaints
    assert (out / "toy.cspack").is_file(), complaints
    started = [e for name in ("one", "two") for e in RunFolder(out / name).read_events() if e["event"] == "started"]
    assert started[-1]["processes"] == 2
