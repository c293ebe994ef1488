"""The tools behind docs/models.md: what is measured, the tables made of it, and the contact sheets."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from toy_pack import NOISY, write_toy_pack

TOOLS = Path(__file__).resolve().parent.parent / "tools"


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    return _tool("model_tables")


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    return _tool("measure_models")


@pytest.fixture(scope="module")
def sheets() -> ModuleType:
    return _tool("model_sheets")


def _row(model: str = "photographs@9.9", **changes: Any) -> dict[str, Any]:
    """An evaluation of 40 pictures."""
    result = {
        "psnr": 24.0, "chroma_error": 8.0, "delta_e2000": 7.0, "chroma": 9.0, "chroma_ratio": 0.75,
        "colorfulness": 30.0, "out_of_gamut": 0.0123, "kernel_distance": -0.001,
    }  # fmt: skip
    grey = {"psnr": 22.5, "chroma_error": 10.0, "delta_e2000": 10.0, "chroma_ratio": 0.0, "colorfulness": 0.0}
    row = {
        "model": model, "weights_sha256": "ab", "data": ["scans"], "every": 1, "render_size": 224,
        "hints": 0, "damage": "none", "pictures": 40,
        "result": result, "grey": grey | {"chroma": 0.0, "kernel_distance": 0.02},
        "truth": {"chroma": 12.0, "colorfulness": 40.0},
    }  # fmt: skip
    return row | changes


def _write(folder: Path, **files: Any) -> Path:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / f"{name.replace('_', '-')}.json").write_text(json.dumps(content))
    return folder


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|\n").split("|")]


def test_the_page_says_what_was_measured(tables: ModuleType) -> None:
    page = tables.PAGE.read_text(encoding="utf-8")
    assert "<!-- figures: results photographs -->" in page
    assert tables.filled(page, tables.FIGURES) == page, "run tools/model_tables.py"
    for path in tables.FIGURES.glob("*/guess.json"):
        drawn = (tables.IMAGES / f"guess-{path.parent.name}.svg").read_text(encoding="utf-8")
        assert drawn == tables.sparsification_curve(tables.read_figures(path.parent))


def test_a_pack_stands_beside_grey_tint_and_other_models(tables: ModuleType, tmp_path: Path) -> None:
    folder = _write(tmp_path / "p", pack=_row(), baselines=[_row("tint"), _row("toning")], beside=_row("pix2pix@1.0"))
    lines = tables.results(tables.read_figures(folder)).splitlines()
    assert _cells(lines[0])[0] == "40 held-out pictures"
    names = [_cells(line)[0] for line in lines[2:]]
    assert names == ["grey", "one tint for all", "a toning curve", "pix2pix@1.0", "**photographs@9.9**"]
    assert _cells(lines[3])[1:] == [
        "24.00 (+1.50)", "7.00 (70.0 %)", "8.00 (80.0 %)", "0.75", "75.0 %", "−1.00 (−5.0 %)", "1.2 %",
    ]  # fmt: skip
    assert _cells(lines[2])[1:3] == ["22.50 (+0.00)", "10.00 (100.0 %)"]


def test_targets_tell_what_is_reached(tables: ModuleType, tmp_path: Path) -> None:
    rows = tables.read_figures(_write(tmp_path / "p", pack=_row()))
    found = {_cells(line)[0]: _cells(line)[1:] for line in tables.targets(rows, "photographs").splitlines()[2:]}
    assert found["PSNR over grey"] == ["+1.20 dB", "+2.00 dB", "+1.50 dB", "must"]
    assert found["mean dE2000, of grey's"] == ["83 %", "74 %", "70.0 %", "aim"]
    assert found["colorfulness, of the truth's"] == ["70 % to 120 %", "85 % to 115 %", "75.0 %", "must"]
    assert found["kernel distance, of grey's"][-1] == "aim"
    bad = _row(result=_row()["result"] | {"colorfulness": 60.0})
    rows = tables.read_figures(_write(tmp_path / "q", pack=bad))
    assert "**not reached**" in tables.targets(rows, "photographs")


def test_hints_sizes_damage_and_clicks(tables: ModuleType, tmp_path: Path) -> None:
    zone = {"share": 0.1, "change": 20.0, "before": 30.0, "after": 5.0}
    clicked = {"pictures": 28, "inside": zone, "near": zone | {"change": 5.0}, "far": zone | {"change": 1.0}}
    hinted = _row(hints=10, result=_row()["result"] | {"psnr": 27.25})
    borders = _row(damage="borders", result=_row()["result"] | {"border_chroma": 1.52})
    folder = _write(
        tmp_path / "p", pack=_row(), hints_10=hinted, click=_row(click=clicked), damage=[_row(), borders],
        sizes=[_row(render_size=192), _row(render_size=768)],
    )  # fmt: skip
    rows = tables.read_figures(folder)
    assert [_cells(line)[:2] for line in tables.hints(rows).splitlines()[2:]] == [["0", "–"], ["10", "+3.25"]]
    assert [_cells(line)[0] for line in tables.sizes(rows).splitlines()[2:]] == ["192 px", "768 px"]
    assert [_cells(line)[-1] for line in tables.damage(rows).splitlines()[2:]] == ["", "1.5"]
    lines = tables.click(rows).splitlines()
    assert "28 held-out pictures with a place" in lines[0]
    assert _cells(lines[3]) == ["near", "10.0 %", "5.0", "25.0 %", "30.0", "5.0"]


def test_the_guess_map_has_a_table_and_a_curve(tables: ModuleType, tmp_path: Path) -> None:
    spread = {"passes": 6, "rank_correlation": 0.414, "within_pictures": 0.35}
    curves = {"sparsification": [1 - i / 20 for i in range(10)], "sparsification_best": [1 - i / 10 for i in range(10)]}
    rows = tables.read_figures(_write(tmp_path / "p", guess=_row(spread=spread | curves)))
    text = tables.guess(rows)
    assert "**0.41**" in text
    assert _cells(text.splitlines()[-2])[1:4] == ["100 %", "95 %", "90 %"]
    assert len(list(ElementTree.fromstring(tables.sparsification_curve(rows)).iter())) > 20


def test_only_the_tables_of_the_page_change(tables: ModuleType, tmp_path: Path) -> None:
    page = "before\n<!-- figures: results p -->\nold\n<!-- end of figures -->\nafter <!-- figures: results none -->\n"
    page += "<!-- end of figures -->\n"
    _write(tmp_path / "p", pack=_row(), baselines=[])
    done = tables.filled(page, tmp_path)
    assert done.startswith("before\n<!-- figures: results p -->\n| 40 held-out pictures")
    assert "old" not in done
    assert done.endswith("after <!-- figures: results none -->\n<!-- end of figures -->\n")
    assert tables.filled(done, tmp_path) == done
    assert tables.missing(done, tmp_path) == ["results of none"]


def test_figures_of_other_weights_are_named(tables: ModuleType, tmp_path: Path) -> None:
    other = _row(weights_sha256="cd")
    _write(tmp_path / "p", pack=_row(), sizes=[_row(), other], damage=[_row()], beside=other, baselines=[{}])
    _write(tmp_path / "q", sizes=[_row(), other])
    assert tables.mixed(tmp_path) == ["sizes of p"]


def test_what_is_measured_is_not_measured_again(measure: ModuleType, tmp_path: Path) -> None:
    out = tmp_path / "pack.json"
    assert not measure.is_measured(out, "ab", ["scans"], 1)
    out.write_text(json.dumps([_row("tint") | {"weights_sha256": "ab"}, _row()]))
    assert measure.is_measured(out, "ab", ["/elsewhere/scans"], 1)
    assert not measure.is_measured(out, "cd", ["scans"], 1)
    assert not measure.is_measured(out, "ab", ["plates"], 1)
    assert not measure.is_measured(out, "ab", ["scans", "plates"], 1)
    assert not measure.is_measured(out, "ab", ["scans"], 4)
    baseline = _row("tint")
    del baseline["weights_sha256"]
    out.write_text(json.dumps(baseline))
    assert measure.is_measured(out, "cd", ["scans"], 1)


def test_measurements_are_commands_that_the_trainer_understands(measure: ModuleType, tmp_path: Path) -> None:
    from training.commands import _parser

    for each in measure.MEASUREMENTS:
        command = measure.command(each, ["photographs"], ["pictures"], 3, tmp_path / "out.json")
        options = _parser().parse_args(command[3:])
        assert options.model == (["tint", "toning"] if each.name == "baselines" else ["photographs"])
        assert (options.data, options.every, options.json) == (["pictures"], 3, tmp_path / "out.json")


def test_sheets_show_what_the_product_makes(sheets: ModuleType, tmp_path: Path) -> None:
    studio = sheets.Studio(write_toy_pack(tmp_path, **NOISY))
    sample = sheets.PICTURES[3]
    for name in ("sizes", "variations", "click", "guess"):
        rows = [sheets.SHEETS[name](studio, sample)]
        path = tmp_path / f"{name}.webp"
        sheets.save(sheets.sheet(rows), path)
        with Image.open(path) as picture:
            assert picture.height == sheets.HEIGHT + sheets.HEAD + 2 * sheets.GAP
            assert picture.width > len(rows[0]) * sheets.HEIGHT * 0.6
            assert picture.getpixel((1, 1)) == pytest.approx(sheets.GROUND, abs=4)
        assert path.stat().st_size <= sheets.LARGEST_FILE
    before, after, change = sheets.one_click(studio, sample)
    changed = np.any(before.pixels != after.pixels, axis=-1)
    assert 0 < changed.mean() < 0.1  # the toy colours nothing but the mark
    assert change.pixels[changed].max() > 40
    assert change.pixels[~changed].max() <= 4
    assert change.ring == sample.place
