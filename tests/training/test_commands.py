"""The commands of the trainer: wrong use, check, evaluate, failures."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from toy_pack import write_toy_pack

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig
from training import evaluate_command
from training.baselines import BASELINES
from training.commands import run_command
from training.damage import DAMAGES
from training.reporter import Reporter
from training.runner import train


@pytest.fixture(autouse=True)
def _no_shipped_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the gate a toy meets the toy it began with, or grey: the shipped model would take most of the time."""
    monkeypatch.setattr("training.gate._SHIPPED", "")


def _start(config: TrainingConfig, path: Path) -> RunFolder:
    folder = RunFolder(path)
    folder.create(config)
    return folder


def _events(folder: RunFolder, kind: str) -> list[dict[str, Any]]:
    return [event for event in folder.read_events() if event["event"] == kind]


def _command(*arguments: object) -> tuple[int, str]:
    stream = io.StringIO()
    return run_command([str(argument) for argument in arguments], stream), stream.getvalue()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["run", "nothing", "--data", "{album}", "--out", "{run}"], 2, "photographs-base, plates, quick, victorian400"),
        (["run", "photographs", "--data", "{album}", "--out", "{run}", "--set", "step=1"], 2, "did you mean steps"),
        (["run", "photographs", "--out", "{run}"], 2, "--data"),
        (["run", "photographs", "--data", "{album}/none", "--out", "{run}"], 1, "There is no folder"),
        (["resume", "{album}"], 1, "not the folder of a training run"),
        (["check", "{album}/none"], 1, "There is no folder"),
        (["evaluate", "--model", "{run}", "--data", "{album}"], 1, "model"),
        (["evaluate", "--model", "nobody", "--data", "{album}"], 1, "nobody"),
        (["explode"], 2, "explode"),
    ],
)
def test_wrong_use_is_one_line_and_an_exit_code(
    arguments: list[str], code: int, words: str, pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"album": pictures, "run": tmp_path / "run"}
    assert _command(*[argument.format(**places) for argument in arguments])[0] == code
    shown = capsys.readouterr().err
    assert words in shown
    assert "Traceback" not in shown
    assert not (tmp_path / "run").exists()
    assert len([line for line in shown.splitlines() if line.startswith("training:")]) <= 1


def test_check_finds_what_is_wrong(pictures: Path, tmp_path: Path) -> None:
    found = sorted(pictures.rglob("*.png"))
    found[0].write_bytes(b"no picture")
    found[1].write_bytes(found[2].read_bytes())
    code, text = _command("check", pictures, "--json", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    assert code == 0
    assert "40 pictures, 38 usable" in text
    assert (report["usable"], report["few"]) == (38, True)
    assert len(report["problems"]["damaged"]) == len(report["problems"]["duplicate"]) == 1


def test_evaluate_measures_packs_runs_and_checkpoints(
    small_config: TrainingConfig, tmp_path: Path, pictures: Path
) -> None:
    folder = _start(small_config, tmp_path / "run")
    train(folder, small_config, Reporter(folder, None))
    figures = []
    for model in (folder.pack_path, folder.path, folder.checkpoint_path(6)):
        code, text = _command("evaluate", "--model", model, "--data", pictures, "--json", tmp_path / "figures.json")
        assert code == 0
        assert "dE2000" in text
        figures.append(json.loads((tmp_path / "figures.json").read_text()))
    assert figures[0] == figures[1]
    assert figures[0]["grey"] == figures[2]["grey"]
    code, _ = _command(
        "evaluate", "--model", folder.path, "--data", pictures, "--all", "--hints", 3, "--render-size", 64,
        "--passes", 2, "--kid", "--json", tmp_path / "hints.json",
    )  # fmt: skip
    hinted = json.loads((tmp_path / "hints.json").read_text())
    assert code == 0
    assert (hinted["pictures"], hinted["hints"], hinted["render_size"]) == (40, 3, 64)
    assert hinted["spread"]["passes"] == 2
    assert hinted["grey"]["kernel_distance"] > 0
    assert "spread" not in figures[0]


def test_evaluate_gives_every_row_of_a_table_by_one_call(tmp_path: Path, pictures: Path) -> None:
    pack = write_toy_pack(tmp_path)
    code, text = _command(
        "evaluate", "--model", "grey", "--model", "tint", "--model", pack.path, "--data", pictures, "--all",
        "--every", 10, "--render-size", 32, 64, "--damage", "none", "borders", "--json", tmp_path / "rows.json",
    )  # fmt: skip
    rows = json.loads((tmp_path / "rows.json").read_text())
    assert code == 0
    assert [(row["model"], row["render_size"], row["damage"]) for row in rows] == [
        (model, size, damage)
        for model in ("grey", "tint", "toy@1.0")
        for size in (32, 64)
        for damage in ("none", "borders")
    ]
    assert {row["pictures"] for row in rows} == {4}
    assert rows[0]["result"]["psnr"] == rows[0]["grey"]["psnr"] == rows[8]["grey"]["psnr"]
    assert rows[4]["result"]["chroma_error"] != rows[4]["grey"]["chroma_error"]
    assert rows[8]["weights_sha256"] == pack.weights_sha256
    assert rows[9]["result"]["border_chroma"] > 15 > rows[1]["result"]["border_chroma"] == 0  # a* is 20 everywhere
    assert "mean chroma on the borders" in text


def test_evaluate_measures_one_click(tmp_path: Path, pictures: Path) -> None:
    pack = write_toy_pack(tmp_path)
    file = tmp_path / "click.json"
    assert _command("evaluate", "--model", pack.path, "--data", pictures, "--all", "--click", "--json", file)[0] == 0
    click = json.loads(file.read_text())["click"]
    assert click["pictures"] > 0
    assert click["inside"]["change"] > 0 == click["near"]["change"]  # the toy colours what is marked and nothing else


def test_the_command_line_knows_all_baselines_and_damages() -> None:
    assert tuple(BASELINES) == evaluate_command._BASELINES
    assert DAMAGES == evaluate_command._DAMAGES


def test_a_model_without_hints_is_not_measured_with_hints(
    tmp_path: Path, pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_toy_pack(tmp_path, uses_hints=False)
    assert _command("evaluate", "--model", pack.path, "--data", pictures, "--hints", 3)[0] == 1
    assert "takes no hints" in capsys.readouterr().err


def test_a_failed_run_says_why_in_an_event(pictures: Path, tmp_path: Path) -> None:
    settings = ["data.minimum_chroma=50", "data.layout=colour", f"data.cache_folder={tmp_path / 'cache'}"]
    options = [word for setting in settings for word in ("--set", setting)]
    code, _ = _command("run", "victorian400", "--data", pictures, "--out", tmp_path / "run", *options)
    event = list(RunFolder(tmp_path / "run").read_events())[-1]
    assert code == 1
    assert event["event"] == "failed"
    assert event["template"].format(**event["values"]) == event["error"]
    assert RunFolder(tmp_path / "run").lock_owner() is None
