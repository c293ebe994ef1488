"""The gate: new model and base on the same pictures, through the product's back-end."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from toy_pack import toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.core.gate import Finding, GateReport, judge
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.inference.pack import open_pack, write_pack
from training.commands import run_command
from training.gate import gate_base, pass_gate
from training.sources import Picture


@pytest.fixture
def reddish(tmp_path: Path) -> list[Picture]:
    """Eight pictures whose true colours are a* = 20 and b* = 0, as good as."""
    from colorstudio.core.color import lab_to_srgb, quantize

    rng, pictures = np.random.default_rng(1), []
    for number in range(8):
        lightness = 50 + 6 * rng.standard_normal((40, 48)).astype(np.float32)
        lab = np.stack([lightness, np.full_like(lightness, 20.0), np.zeros_like(lightness)], axis=-1)
        path = tmp_path / "album" / f"roll{number // 4}" / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(quantize(lab_to_srgb(lab), 8).astype(np.uint8)).save(path)
        pictures.append(Picture(path, None, f"album/{number}.png", f"roll{number // 4}"))
    return pictures


def pack_at(path: Path, a: float, **changes: object) -> Path:
    """A pack that makes everything a* = `a`."""
    weights = {name: np.zeros_like(value) for name, value in toy_weights().items()}
    weights["head.bias"][0] = a / 110
    path.parent.mkdir(parents=True, exist_ok=True)
    write_pack(path, toy_card(render_size=32, **changes), weights, toy_graph())
    return path


def run_with(tmp_path: Path, model_a: float, base_a: float | None) -> tuple[RunFolder, TrainingConfig]:
    generator = {}
    if base_a is not None:
        base = pack_at(tmp_path / "base.cspack", base_a, id="base", name={"en": "Base", "ko": "바탕"})
        generator = {"init_from": str(base)}
    folder, config = RunFolder(tmp_path / "run"), from_dict({"generator": generator, "device": "cpu"})
    folder.create(config)
    pack_at(folder.pack_path, model_a, id="own")
    return folder, config


def test_the_nearer_model_wins_and_everything_is_written(tmp_path: Path, reddish: list[Picture]) -> None:
    folder, config = run_with(tmp_path, model_a=18.0, base_a=8.0)
    damaged = tmp_path / "album" / "damaged.png"
    damaged.write_bytes(b"no picture")
    told: list[tuple[int, int]] = []
    held_out = [*reddish[:7], Picture(damaged, None, "album/damaged.png", "roll1")]
    figures = pass_gate(folder, config, held_out, reddish[7:], lambda *step: told.append(step))

    assert told[-1] == (9, 9)
    assert figures["pictures"] == 7
    assert figures["result"]["delta_e2000"] < figures["grey"]["delta_e2000"]
    assert figures["gate"]["finding"] == "wins"
    assert figures["gate"]["base"] == "base@1.0"

    report = GateReport.read(folder.path)
    assert report is not None
    assert (report.model, report.base, report.base_names["ko"]) == ("own@1.0", "base@1.0", "바탕")
    assert (len(report.held_out), len(report.learned), len(report.pairs), report.alike) == (7, 1, 7, 0)
    first = report.held_out[0]
    assert first.truth_chroma == pytest.approx(20.0, abs=0.5)
    assert (first.model.chroma, first.base.chroma, first.grey.chroma) == pytest.approx((18.0, 8.0, 0.0), abs=0.5)
    assert first.model.chroma_error == pytest.approx(2.0, abs=0.5)
    assert judge(report).finding is Finding.WINS
    pair = report.pairs[0]
    redness = [
        float(np.asarray(Image.open(folder.path / file), np.float32)[..., 0].mean())
        for file in (pair.base, pair.model, pair.truth)
    ]
    assert redness == sorted(redness)


def test_the_farther_model_loses(tmp_path: Path, reddish: list[Picture]) -> None:
    folder, config = run_with(tmp_path, model_a=8.0, base_a=18.0)
    assert pass_gate(folder, config, reddish, [], lambda *_: None)["gate"]["finding"] == "loses"


def test_results_that_look_alike_are_no_pairs_and_leftovers_go(tmp_path: Path, reddish: list[Picture]) -> None:
    folder, config = run_with(tmp_path, model_a=18.0, base_a=17.0)
    (folder.path / "gate").mkdir()
    (folder.path / "gate" / "ballot.json").write_text("[]")
    assert pass_gate(folder, config, reddish, [], lambda *_: None)["gate"]["finding"] == "wins"
    report = GateReport.read(folder.path)
    assert report is not None
    assert (report.pairs, report.alike) == ((), 8)
    assert list((folder.path / "gate").iterdir()) == []


def test_without_pictures_there_are_no_figures_and_no_verdict(tmp_path: Path) -> None:
    folder, config = run_with(tmp_path, model_a=18.0, base_a=17.0)
    assert pass_gate(folder, config, [], [], lambda *_: None) == {}
    report = GateReport.read(folder.path)
    assert report is not None
    assert judge(report).finding is Finding.UNMEASURED


def test_a_run_of_before_is_measured_from_the_command_line(
    tmp_path: Path, reddish: list[Picture], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, config = run_with(tmp_path, model_a=18.0, base_a=8.0)
    out = io.StringIO()
    data = {"folders": [str(tmp_path / "album")], "held_out_every": 2, "minimum_chroma": 0.0}
    write_config(folder, config, data)
    assert run_command(["gate", str(folder.path), "--events"], out) == 0
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert lines[-2]["event"] == "progress"
    assert lines[-2]["done"] == lines[-2]["total"]
    assert lines[-1]["event"] == "gate"
    report = GateReport.read(folder.path)
    assert report is not None
    assert 0 < len(report.held_out) < 8
    assert open_pack(folder.pack_path).card.metrics["gate"] == lines[-1]["gate"]

    folder.pack_path.unlink()
    assert run_command(["gate", str(folder.path)], io.StringIO()) == 1
    assert "is not finished" in capsys.readouterr().err


def write_config(folder: RunFolder, config: TrainingConfig, data: dict[str, object]) -> None:
    folder.config_path.write_text(from_dict(config.to_dict() | {"data": data}).to_json())


def test_the_base_is_the_pack_of_the_beginning_then_the_shipped_one_then_grey(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reddish: list[Picture]
) -> None:
    folder, config = run_with(tmp_path, model_a=18.0, base_a=None)
    monkeypatch.setattr("colorstudio.paths.model_dirs", lambda: (tmp_path / "models",))
    assert gate_base(config) is None
    figures = pass_gate(folder, config, reddish, [], lambda *_: None)
    assert figures["gate"]["base"] == "grey"
    assert figures["gate"]["finding"] == "wins"
    assert json.loads((folder.path / "gate.json").read_text())["base"] == ""

    (tmp_path / "models").mkdir()
    write_toy_pack(tmp_path / "models", id="photographs")
    base = gate_base(config)
    assert base is not None
    assert base.card.id == "photographs"
    gone = from_dict({"generator": {"init_from": str(tmp_path / "gone.cspack")}})
    base = gate_base(gone)
    assert base is not None
    assert base.card.id == "photographs"
