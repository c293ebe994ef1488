"""The drawing of training curves: what is in the events is what is on the page."""

from __future__ import annotations

import importlib.util
import json
import math
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

TOOL = Path(__file__).resolve().parent.parent / "tools" / "training_curves.py"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def curves() -> ModuleType:
    spec = importlib.util.spec_from_file_location("training_curves", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _write_run(folder: Path, *, adversarial: bool) -> Path:
    folder.mkdir()
    rows: list[dict[str, object]] = [{"event": "started", "step": 0, "pictures": 10}]
    for step in range(1, 201):
        losses = {"loss_G_L1": 0.1} | (
            {"loss_G_GAN": 1.0, "loss_D_real": 0.5, "loss_D_fake": 0.6} if adversarial else {}
        )
        rows.append({"event": "step", "step": step, **losses})
    figures = {"psnr": 24.0, "chroma_error": 8.0, "colorfulness": 15.0}
    grey, truth = {"psnr": 22.0, "chroma_error": 10.0}, {"colorfulness": 20.0}
    rows += [
        {"event": "validation", "step": step, "result": figures, "grey": grey, "truth": truth} for step in (100, 200)
    ]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "events.jsonl").write_text(text + '{"event": "st', encoding="utf-8")  # a line that is being written
    return folder


def test_panels_hold_what_was_measured(curves: ModuleType, tmp_path: Path) -> None:
    run = curves.read_run(_write_run(tmp_path / "run", adversarial=True))
    panels = {panel.title: panel for panel in curves.panels_of([run])}
    assert len(panels) == 6
    assert panels["PSNR over grey, dB"].curves[0].points == [(100.0, 2.0), (200.0, 2.0)]
    assert panels["Chroma error, % of grey's"].curves[0].points[0] == (100.0, 80.0)
    assert panels["Colorfulness, % of the truth's"].curves[0].points[0] == (100.0, 75.0)
    assert [curve.name for curve in panels["Discriminator"].curves] == ["real", "made"]
    assert panels["Discriminator"].level[0] == pytest.approx(math.log(2))


def test_a_run_without_an_adversary_has_no_panels_of_one(curves: ModuleType, tmp_path: Path) -> None:
    run = curves.read_run(_write_run(tmp_path / "run", adversarial=False))
    assert "Discriminator" not in {panel.title for panel in curves.panels_of([run])}
    assert len(curves.panels_of([run])) == 4


def test_long_series_are_averaged_and_short_ones_kept(curves: ModuleType) -> None:
    assert curves.averaged([(1.0, 5.0), (2.0, 7.0)]) == [(1.0, 5.0), (2.0, 7.0)]
    long = curves.averaged([(float(i), float(i % 2)) for i in range(1000)], 10)
    assert len(long) == 10
    assert all(value == pytest.approx(0.5) for _, value in long)


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (0.43, 0.47), (-3.0, 12.0), (5.0, 5.0), (0.0, 5312.0)])
def test_ticks_enclose_the_values_with_few_round_numbers(curves: ModuleType, low: float, high: float) -> None:
    ticks = curves.ticks(low, high)
    assert ticks[0] <= low < ticks[-1]
    assert high <= ticks[-1]
    assert 2 <= len(ticks) <= 6


def test_the_drawing_lies_on_the_page(curves: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [_write_run(tmp_path / name, adversarial=name == "a & b") for name in ("a & b", "c")]
    (runs[0] / "config.json").write_text('{"batch_size": 5}', encoding="utf-8")
    out = tmp_path / "curves.svg"
    monkeypatch.setattr(sys, "argv", ["tool", *map(str, runs), "-o", str(out), "--epochs"])
    curves.main()
    svg = ElementTree.parse(out).getroot()
    texts = [node.text for node in svg.iter(f"{SVG}text")]
    assert {"a & b", "c", "epochs", "100"} <= set(texts)  # 200 steps of 5 of 10 pictures
    for line in svg.iter(f"{SVG}polyline"):
        points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
        assert all(0 <= x <= curves.PANEL_WIDTH and 0 <= y <= curves.PANEL_HEIGHT for x, y in points)
