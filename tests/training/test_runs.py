"""Whole runs in this process: events, commands, samples, packs, figures."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from toy_pictures import write_pictures

from colorstudio.core.errors import TrainingError
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.inference.backend import open_backend
from colorstudio.inference.pack import open_pack
from training.checkpoints import load_checkpoint, save_checkpoint
from training.gate import repeat_gate
from training.reporter import Reporter, reporting_interval
from training.runner import train
from training.sources import is_held_out


@pytest.fixture(autouse=True)
def _no_shipped_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the gate a toy meets the toy it began with, or grey: the shipped model would take most of the time."""
    monkeypatch.setattr("training.gate._SHIPPED", "")


class _Watcher(Reporter):
    """Does something when an event comes."""

    def __init__(
        self, folder: RunFolder, reactions: dict[tuple[str, int], Any], on_preparing: Any = lambda command: None
    ) -> None:
        super().__init__(folder, None)
        self._reactions, self._on_preparing = reactions, on_preparing

    def emit(self, event: str, step: int, **values: Any) -> None:
        super().emit(event, step, **values)
        if event == "preparing":
            self._on_preparing("stop")
        if reaction := self._reactions.get((event, step)):
            reaction()


def _start(config: TrainingConfig, path: Path) -> RunFolder:
    folder = RunFolder(path)
    folder.create(config)
    return folder


def _names(folder: RunFolder) -> list[tuple[str, int]]:
    return [(event["event"], event["step"]) for event in folder.read_events()]


def _weights(folder: RunFolder) -> dict[str, torch.Tensor]:
    state: dict[str, torch.Tensor] = load_checkpoint(folder.checkpoint_path(6))["task"]["netG"]
    return state


def test_a_run_ends_with_pack_metrics_sheet_and_events(small_config: TrainingConfig, tmp_path: Path) -> None:
    tree = small_config.to_dict()
    tree["validation"] |= {"every": 3, "sample_every": 3}
    folder = _start(from_dict(tree), tmp_path / "run")
    assert train(folder, folder.read_config(), Reporter(folder, None))
    names = _names(folder)
    assert [item for item in names if item[0] == "step"] == [("step", i) for i in range(1, 7)]
    assert {("started", 0), ("validation", 3), ("sample", 6), ("checkpoint", 6), ("finished", 6)} <= set(names)
    assert folder.checkpoint_steps() == [4, 6]
    assert (folder.samples / "result.png").read_bytes().startswith(b"\x89PNG")
    metrics = json.loads(folder.metrics_path.read_text())
    assert {"result", "grey", "truth", "chroma_gain"} <= set(metrics)
    card = open_pack(folder.pack_path).card
    assert card.reference == "toy@1.0"
    assert card.metrics["result"] == metrics["result"]
    assert card.metrics["gate"] == metrics["gate"]
    assert (folder.path / "gate.json").is_file()
    assert card.training["steps"] == 6
    ab = open_backend(open_pack(folder.pack_path)).predict(np.full((1, 33, 47), 50.0, np.float32))
    assert ab.shape == (1, 33, 47, 2)
    assert np.isfinite(ab).all()


def test_a_run_can_start_from_a_pack_and_keeps_its_graph(small_config: TrainingConfig, tmp_path: Path) -> None:
    base = _start(small_config, tmp_path / "base")
    train(base, base.read_config(), Reporter(base, None))
    tree = small_config.to_dict()
    tree["generator"] = {"init_from": str(base.pack_path)}
    tree |= {"steps": 1, "optimizer": {"lr": 0.0}}
    tuned = _start(from_dict(tree), tmp_path / "tuned")
    train(tuned, tuned.read_config(), Reporter(tuned, None))
    before, after = open_pack(base.pack_path), open_pack(tuned.pack_path)
    assert after.graph() == before.graph()
    assert after.card.base_pack == "toy@1.0"
    assert all(np.array_equal(value, after.weights()[name]) for name, value in before.weights().items())


def test_a_finished_run_is_not_finished_again(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder = _start(small_config, tmp_path / "run")
    assert train(folder, folder.read_config(), Reporter(folder, None))
    votes, events = folder.path / "gate" / "ballot.json", folder.events_path.read_bytes()
    votes.write_text("[]")
    assert train(folder, folder.read_config(), Reporter(folder, None))
    assert votes.exists()
    assert folder.events_path.read_bytes() == events
    folder.pack_path.unlink()
    assert train(folder, folder.read_config(), Reporter(folder, None))
    assert folder.pack_path.exists()


def test_a_run_comes_to_its_end_when_the_pack_that_it_began_with_is_gone(
    small_config: TrainingConfig, tmp_path: Path
) -> None:
    base = _start(small_config, tmp_path / "base")
    train(base, base.read_config(), Reporter(base, None))
    tree = small_config.to_dict() | {"generator": {"init_from": str(base.pack_path)}}
    tuned = _start(from_dict(tree), tmp_path / "tuned")
    assert not train(tuned, tuned.read_config(), _Watcher(tuned, {("step", 3): lambda: tuned.send("stop")}))
    base.pack_path.unlink()
    assert train(tuned, tuned.read_config(), Reporter(tuned, None))
    card = open_pack(tuned.pack_path).card
    assert (card.base_pack, card.training["init"]) == ("toy@1.0", "toy@1.0")
    assert card.metrics["gate"]["base"] == "toy@1.0"
    figures = repeat_gate(tuned, lambda done, total: None)
    assert figures["gate"]["base"] == "toy@1.0"

    write_pictures(Path(small_config.data.folders[0]) / "c", 3, first=60)
    with pytest.raises(TrainingError, match="no longer those that the run began with"):
        repeat_gate(tuned, lambda done, total: None)  # some that it learned from may be held out now


def _events(folder: RunFolder, kind: str) -> list[dict[str, Any]]:
    return [event for event in folder.read_events() if event["event"] == kind]


def test_samples_lie_beside_grey_truth_and_what_the_base_model_makes(
    small_config: TrainingConfig, tmp_path: Path
) -> None:
    base = _start(small_config, tmp_path / "base")
    train(base, base.read_config(), Reporter(base, None))
    assert sorted(path.name for path in base.sample_originals.iterdir()) == [
        f"{number}-{kind}.webp" for number in ("00", "01") for kind in ("grey", "truth")
    ]
    assert "base" not in _events(base, "validation")[0]
    preparing = [(e["what"], e["done"], e["total"]) for e in _events(base, "preparing")]
    assert preparing == [("training", 38, 38), ("validation", 2, 2)]

    tree = small_config.to_dict() | {"generator": {"init_from": str(base.pack_path)}}
    tree["validation"] |= {"every": 2, "sample_every": 4}
    tuned = _start(from_dict(tree), tmp_path / "tuned")
    train(tuned, tuned.read_config(), Reporter(tuned, None))
    assert [(e["step"], e["folder"], e["pictures"]) for e in _events(tuned, "sample")] == [
        (4, "samples/step-00000004", 2),
        (6, "samples/step-00000006", 2),
    ]
    names = {path.relative_to(tuned.samples).as_posix() for path in tuned.samples.rglob("*.*")}
    numbers = ("00", "01")
    originals = {f"pictures/{number}-{kind}.webp" for number in numbers for kind in ("grey", "truth", "base")}
    made = {f"step-{step:08d}/{number}.webp" for number in numbers for step in (4, 6)}
    assert names == originals | made | {"result.png"}
    first, *others = _events(tuned, "validation")
    assert [e["step"] for e in (first, *others)] == [2, 4, 6]
    assert first["base"].keys() == first["learned"].keys() == first["result"].keys()
    assert not any("base" in event for event in others)
    steps = _events(tuned, "step")
    assert all(event["seconds_left"] >= 0 and event["pictures_per_second"] > 0 for event in steps)
    assert [(e["done"], e["total"]) for e in _events(tuned, "measuring")][-1] == (4, 4)  # two held out, two learned


def test_commands_are_honoured(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder = _start(small_config, tmp_path / "run")
    reactions = {
        ("step", 1): lambda: folder.send("sample"),
        ("sample", 1): lambda: folder.send("pause"),
        ("paused", 1): lambda: folder.send("resume"),
        ("step", 3): lambda: folder.send("stop"),
    }
    assert not train(folder, small_config, _Watcher(folder, reactions))
    expected = [("step", 1), ("sample", 1), ("checkpoint", 1), ("paused", 1), ("continued", 1), ("step", 2)]
    names = _names(folder)
    assert [name for name in names if name in expected] == expected
    assert names[-2:] == [("checkpoint", 3), ("stopped", 3)]
    assert not folder.pack_path.exists()


@pytest.mark.parametrize(("number", "amp"), [(signal.SIGTERM, "off"), (signal.SIGINT, "bf16")])
def test_a_signal_stops_with_a_checkpoint_and_resume_is_exact(
    small_config: TrainingConfig, tmp_path: Path, number: int, amp: str
) -> None:
    small_config = dataclasses.replace(small_config, amp=amp)
    whole, broken = _start(small_config, tmp_path / "whole"), _start(small_config, tmp_path / "broken")
    train(whole, small_config, Reporter(whole, None))
    handler = signal.getsignal(number)
    stopped = train(broken, small_config, _Watcher(broken, {("step", 3): lambda: os.kill(os.getpid(), number)}))
    assert not stopped
    assert broken.checkpoint_steps()[-1] == 3
    assert signal.getsignal(number) is handler
    assert train(broken, small_config, Reporter(broken, None))
    assert all(torch.equal(value, _weights(broken)[name]) for name, value in _weights(whole).items())
    assert [n for n in _names(broken) if n[0] == "step"] == [("step", i) for i in range(1, 7)]


def _stopped_at(config: TrainingConfig, path: Path, step: int) -> RunFolder:
    folder = _start(config, path)
    assert not train(folder, config, _Watcher(folder, {("step", step): lambda: folder.send("stop")}))
    return folder


def test_a_run_does_not_go_on_with_other_pictures(small_config: TrainingConfig, tmp_path: Path, pictures: Path) -> None:
    folder = _stopped_at(small_config, tmp_path / "run", 3)
    extra = pictures / "a" / "extra.png"
    extra.write_bytes((pictures / "a" / "00003.png").read_bytes())
    with pytest.raises(TrainingError, match=r"no longer those .* put them back"):
        train(folder, small_config, Reporter(folder, None))
    extra.unlink()
    with pytest.raises(TrainingError, match="began with 6 steps and would go on with 8"):
        train(folder, from_dict(small_config.to_dict() | {"steps": 8}), Reporter(folder, None))
    assert train(folder, small_config, Reporter(folder, None))


def test_a_checkpoint_that_does_not_say_what_it_learned_from_is_taken(
    small_config: TrainingConfig, tmp_path: Path, pictures: Path
) -> None:
    folder = _stopped_at(small_config, tmp_path / "run", 3)
    state = load_checkpoint(folder.checkpoint_path(3))
    del state["fingerprint"], state["steps"]
    save_checkpoint(folder.checkpoint_path(3), state)
    (pictures / "a" / "00003.png").unlink()
    assert train(folder, small_config, Reporter(folder, None))


def test_a_damaged_checkpoint_costs_only_the_steps_since_the_one_before(
    small_config: TrainingConfig, tmp_path: Path
) -> None:
    folder, console = _stopped_at(small_config, tmp_path / "run", 5), io.StringIO()
    assert folder.checkpoint_steps() == [4, 5]
    folder.checkpoint_path(5).write_bytes(b"PK")
    assert train(folder, small_config, Reporter(folder, None, console))
    assert "step-00000005.pt is damaged; continuing from step 4" in console.getvalue()
    (event,) = (event for event in folder.read_events() if event["event"] == "checkpoint_damaged")
    assert (event["step"], event["file"]) == (4, "checkpoints/step-00000005.damaged")
    assert [n for n in _names(folder) if n[0] == "step"] == [("step", i) for i in range(1, 7)]
    assert folder.checkpoint_steps() == [4, 6]


def test_a_run_whose_checkpoints_are_all_damaged_does_not_start_anew(
    small_config: TrainingConfig, tmp_path: Path
) -> None:
    folder = _stopped_at(small_config, tmp_path / "run", 3)
    for step in folder.checkpoint_steps():
        folder.checkpoint_path(step).write_bytes(b"PK")
    with pytest.raises(TrainingError, match=r"step-00000003\.pt is missing or damaged"):
        train(folder, small_config, Reporter(folder, None))
    assert folder.checkpoint_steps() == [2, 3]


def test_a_stop_while_paused_stops(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder = _start(small_config, tmp_path / "run")
    reactions = {("step", 1): lambda: folder.send("pause"), ("paused", 1): lambda: folder.send("stop")}
    assert not train(folder, small_config, _Watcher(folder, reactions))
    assert _names(folder)[-1] == ("stopped", 1)


class _Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_a_reader_that_goes_away_ends_no_run(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder = _start(small_config, tmp_path / "run")
    assert train(folder, small_config, Reporter(folder, _Gone()))


def test_unless_the_run_was_started_to_stop_with_it(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder = _start(small_config, tmp_path / "run")
    assert not train(folder, small_config, Reporter(folder, _Gone()), stop_with_reader=True)
    assert _names(folder)[-1] == ("stopped", 0)


def test_long_runs_report_about_a_thousand_steps() -> None:
    assert [reporting_interval(steps) for steps in (1, 1000, 3000, 72000)] == [1, 1, 3, 72]


def test_a_handful_of_pictures_is_enough(small_config: TrainingConfig, tmp_path: Path, pictures: Path) -> None:
    for path in sorted(pictures.rglob("*.png"))[3:]:
        path.unlink()
    folder = _start(small_config, tmp_path / "run")
    assert train(folder, small_config, Reporter(folder, None))


def test_few_pictures_are_said(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder, console = _start(small_config, tmp_path / "run"), io.StringIO()
    train(folder, small_config, Reporter(folder, None, console))
    assert "only 38 pictures to learn from" in console.getvalue()
    (event,) = (event for event in folder.read_events() if event["event"] == "few_pictures")
    assert (event["pictures"], event["enough"]) == (38, 200)


def test_pictures_that_are_all_held_out_are_learned_from(
    small_config: TrainingConfig, tmp_path: Path, pictures: Path
) -> None:
    for path in pictures.rglob("*.png"):
        if not is_held_out(path.relative_to(pictures.parent).as_posix()):
            path.unlink()
    folder = _start(small_config, tmp_path / "run")
    assert train(folder, small_config, Reporter(folder, None))
    assert next(event for event in folder.read_events() if event["event"] == "started")["held_out"] == 0


def test_held_out_pictures_that_are_damaged_do_not_cost_the_run(
    small_config: TrainingConfig, tmp_path: Path, pictures: Path
) -> None:
    for path in pictures.rglob("*.png"):
        if is_held_out(path.relative_to(pictures.parent).as_posix()):
            path.write_bytes(b"no picture")
    folder = _start(small_config, tmp_path / "run")
    assert train(folder, small_config, Reporter(folder, None))
    assert json.loads(folder.metrics_path.read_text()).keys() == {"chroma_gain"}


def test_a_stop_that_comes_while_pictures_are_decoded_is_honoured(small_config: TrainingConfig, tmp_path: Path) -> None:
    folder = _start(small_config, tmp_path / "run")
    folder.send("sample")  # left over from before
    assert not train(folder, small_config, _Watcher(folder, {}, on_preparing=folder.send))
    assert _names(folder)[-1] == ("stopped", 0)
    assert _events(folder, "stopped")[0]["reason"] == "asked"
    assert train(folder, small_config, Reporter(folder, None))
    assert ("sample", 1) not in _names(folder)


def test_pictures_without_colour_are_refused(small_config: TrainingConfig, tmp_path: Path) -> None:
    tree = small_config.to_dict()
    tree["data"]["minimum_chroma"] = 50.0
    folder = _start(from_dict(tree), tmp_path / "run")
    with pytest.raises(TrainingError, match="can be learned from"):
        train(folder, folder.read_config(), Reporter(folder, None))


def test_a_checkpoint_is_whole_and_holds_no_code(tmp_path: Path) -> None:
    path = tmp_path / "step-00000001.pt"
    save_checkpoint(path, {"x": torch.ones(2), "step": 1})
    assert torch.equal(load_checkpoint(path)["x"], torch.ones(2))
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(TrainingError, match="missing or damaged"):
        load_checkpoint(path)
    torch.save({"x": Path("/code")}, path)
    with pytest.raises(TrainingError, match="missing or damaged"):
        load_checkpoint(path)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
