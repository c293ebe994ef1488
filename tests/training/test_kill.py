"""The trainer as a process: its output, and a run that is killed with -9 and resumed, bit for bit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.inference.card import ModelCard
from colorstudio.inference.pack import open_pack
from training.checkpoints import load_checkpoint
from training.initialise import initial_generator
from training.packs import make_card, save_pack

STEPS = 30


@pytest.fixture
def recipe(small_config: TrainingConfig, tmp_path: Path) -> Path:
    """A recipe with both stages, averaging, hints, noise and augmentation: all that draws random numbers.

    It starts from a pack, whose graph is used again: exporting one takes a process seconds.
    """
    netG = initial_generator(small_config.generator)
    base = tmp_path / "base.cspack"
    save_pack(base, make_card(netG, small_config.pack, {}), netG, None)
    tree = small_config.to_dict() | {"generator": {"init_from": str(base)}}
    text = from_dict(tree).to_toml().replace("warm_up = 0.0", "warm_up = 0.3").replace("ema = 0.0", "ema = 0.9")
    path = tmp_path / "toy.toml"
    path.write_text(text.replace("probability = 0.0", "probability = 0.5"), encoding="utf-8")
    return path


def _start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "training", *map(str, arguments)]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root)


def _flat(value: object, name: str = "") -> dict[str, torch.Tensor]:
    if isinstance(value, torch.Tensor):
        return {name: value}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    return {k: v for key, item in items for k, v in _flat(item, f"{name}.{key}").items()}


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_a_killed_run_resumes_bit_for_bit(recipe: Path, pictures: Path, tmp_path: Path) -> None:
    options = ["--data", pictures, "--set", f"steps={STEPS}", "--set", "checkpoint_every=5"]
    whole = _start("run", recipe, "--out", tmp_path / "whole", *options)
    events = [json.loads(line) for line in whole.communicate()[0].splitlines()]
    assert whole.returncode == 0
    assert [e["step"] for e in events if e["event"] == "step"] == list(range(1, STEPS + 1))
    assert events == list(RunFolder(tmp_path / "whole").read_events())

    killed = _start("run", recipe, "--out", tmp_path / "killed", *options)
    assert killed.stdout is not None
    for line in killed.stdout:
        if json.loads(line)["event"] == "checkpoint" and json.loads(line)["step"] >= 10:
            killed.kill()
            break
    killed.communicate()
    folder = RunFolder(tmp_path / "killed")
    assert folder.lock_path.exists()
    assert not folder.pack_path.exists()
    resumed = _start("resume", folder.path)
    resumed.communicate()
    assert resumed.returncode == 0

    steps = [event["step"] for event in folder.read_events() if event["event"] == "step"]
    assert steps == list(range(1, STEPS + 1))
    last = f"checkpoints/step-{STEPS:08d}.pt"
    first, second = (_flat(load_checkpoint(tmp_path / name / last)["task"]) for name in ("whole", "killed"))
    assert first.keys() == second.keys()
    assert [name for name, value in first.items() if not torch.equal(value, second[name])] == []
    pack, expected = open_pack(folder.pack_path), open_pack(tmp_path / "whole" / "model.cspack")
    assert pack.has_weights_of(expected)
    assert _without_times(pack.card) == _without_times(expected.card)


def _without_times(card: ModelCard) -> dict[str, Any]:
    tree = card.to_json()
    del tree["training"]["seconds"]
    for stage in tree["stages"]:
        del stage["seconds"]
    return tree
