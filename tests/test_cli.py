"""The command line as a person uses it: files, exit codes, one line per error."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image
from toy_pack import write_toy_pack

from colorstudio import __version__
from colorstudio.cli import main
from colorstudio.commands import colorize as commands
from colorstudio.core.color import srgb_lightness
from colorstudio.core.files import sha256_file


@pytest.fixture
def pack(tmp_path: Path) -> str:
    """The path of a toy pack."""
    folder = tmp_path / "packs"
    folder.mkdir()
    return str(write_toy_pack(folder).path)


@pytest.fixture
def grey_png(tmp_path: Path, rng: np.random.Generator) -> Path:
    """An 8-bit grey PNG, 70 x 50."""
    path = tmp_path / "one.png"
    Image.fromarray(rng.integers(0, 256, (50, 70), np.uint8)).save(path)
    return path


@pytest.fixture
def grey_tiff(tmp_path: Path, rng: np.random.Generator) -> Path:
    """A 16-bit grey TIFF, 60 x 40."""
    path = tmp_path / "two.tif"
    tifffile.imwrite(path, rng.integers(0, 65536, (40, 60), np.uint16), photometric="minisblack")
    return path


def colorize(*words: object) -> int:
    return main(["colorize", *map(str, words)])


def test_one_scan_to_one_file(pack: str, grey_png: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tif"
    assert colorize(grey_png, "-o", out, "--model", pack) == 0
    pixels = tifffile.imread(out)
    assert (pixels.shape, pixels.dtype) == ((50, 70, 3), np.uint8)
    original = srgb_lightness(np.asarray(Image.open(grey_png)), grey=True)
    assert np.abs(srgb_lightness(pixels) - original).max() <= 0.5
    assert np.ptp(pixels, axis=-1).mean() > 10
    assert (tmp_path / "out.tif.json").exists()


def test_several_scans_into_a_new_folder_with_their_own_formats_and_depths(
    pack: str, grey_png: Path, grey_tiff: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert colorize(grey_png, grey_tiff, "-o", tmp_path / "out", "--model", pack, "--no-provenance") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["one.png", "two.tif"]
    assert tifffile.imread(tmp_path / "out" / "two.tif").dtype == np.uint16
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_bad_file_is_named_and_the_rest_goes_on(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"this is text")
    assert colorize(bad, grey_png, tmp_path / "gone.png", "-o", tmp_path / "out", "--model", pack) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "bad.jpg" in lines[0]
    assert "gone.png" in lines[1]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["one.png", "one.png.json"]


def test_an_existing_result_is_kept_and_named(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.png"
    out.write_bytes(b"mine")
    assert colorize(grey_png, "-o", out, "--model", pack) == 1
    assert "out.png exists and was kept" in capsys.readouterr().err
    assert out.read_bytes() == b"mine"
    assert colorize(grey_png, "-o", out, "--model", pack, "--overwrite") == 0


@pytest.mark.parametrize("overwrite", [[], ["--overwrite"]])
def test_a_scan_is_never_written_to(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], overwrite: list[str]
) -> None:
    before = grey_png.read_bytes()
    assert colorize(grey_png, "-o", grey_png, "--model", pack, *overwrite) == 2
    assert colorize(grey_png, "-o", tmp_path, "--model", pack, *overwrite) == 2
    assert "never written to" in capsys.readouterr().err
    assert grey_png.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--render-size", "3"], "--render-size: 3 is not a whole number from 64 to 2048"),
        (["--strength", "1.5"], "strength is 1.5"),
        (["--seed", "-1"], "--seed: -1 is not"),
        (["--bits", "16", "--format", "webp"], "disagree"),
        (["--model", "nobody"], "no model 'nobody'"),
        (["--device", "mps"], "no usable device 'mps'"),
        (["--format", "jpeg"], "disagree"),
        (["--recipe", "missing.json"], "missing.json"),
        (["--bits", "12"], "invalid choice"),
        (["--unknown"], "unrecognized"),
    ],
)
def test_wrong_use_ends_with_two_and_one_sentence(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    model = [] if "--model" in words else ["--model", pack]
    assert colorize(grey_png, "-o", tmp_path / "out.png", *model, *words) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.png").exists()


def test_a_format_that_cannot_hold_the_depth_is_wrong_use(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert colorize(grey_png, "-o", tmp_path / "out.jpg", "--bits", 16, "--model", pack) == 2
    assert "JPEG cannot hold 16 bits" in capsys.readouterr().err


def test_an_error_of_a_library_does_not_stop_the_rest(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tmp_path / "first.png"
    shutil.copy(grey_png, first)
    real = commands.colorize_file

    def failing(source: Path, *rest: Any, **named: Any) -> Any:
        if source == first:
            raise RuntimeError("from the depths\nof a library")
        return real(source, *rest, **named)

    monkeypatch.setattr(commands, "colorize_file", failing)
    assert colorize(first, grey_png, "-o", tmp_path / "out", "--model", pack) == 1
    assert capsys.readouterr().err == f"colorstudio: {first}: RuntimeError: from the depths of a library\n"
    assert (tmp_path / "out" / "one.png").exists()


def test_ctrl_c_ends_the_program_in_one_line(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "colorize_file", interrupted)
    assert colorize(grey_png, "-o", tmp_path / "out.png", "--model", pack) == 130
    assert capsys.readouterr().err == "colorstudio: stopped.\n"


def test_two_scans_of_one_name_are_wrong_use(pack: str, grey_png: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(grey_png, other)
    assert colorize(grey_png, other / "one.png", "-o", tmp_path / "out", "--model", pack) == 2
    assert not (tmp_path / "out").exists()


def test_json_gives_an_object_per_scan(
    pack: str, grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.tif"
    assert colorize(grey_png, missing, "-o", tmp_path / "out", "--model", pack, "--seed", "7", "--json") == 1
    done, failed = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (done["status"], done["recipe"]["seed"], done["device"]) == ("done", 7, "CPU")
    assert (failed["status"], failed["source"]) == ("failed", str(missing))


def test_a_sidecar_makes_the_same_pixels_again(pack: str, grey_png: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.png", tmp_path / "second.png"
    assert colorize(grey_png, "-o", first, "--model", pack, "--strength", "0.6", "--render-size", "96") == 0
    assert colorize(grey_png, "-o", second, "--model", pack, "--recipe", f"{first}.json") == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_recipe_names_the_page_and_the_turns_of_its_master(pack: str, tmp_path: Path, grey_tiff: Path) -> None:
    pages = np.arange(3 * 40 * 60, dtype=np.uint16).reshape(3, 40, 60) * 9
    scan, out, recipe = tmp_path / "pages.tif", tmp_path / "out.tif", tmp_path / "recipe.json"
    tifffile.imwrite(scan, pages, photometric="minisblack")
    master = {"name": "pages.tif", "sha256": sha256_file(scan), "page": 2}
    recipe.write_text(json.dumps({"recipe": 1, "master": master, "quarter_turns": 1}))
    assert colorize(scan, "-o", out, "--model", pack, "--recipe", recipe) == 0
    expected = srgb_lightness(np.rot90(pages[2], -1), grey=True)
    assert np.abs(srgb_lightness(tifffile.imread(out)) - expected).max() <= 0.02
    assert json.loads((tmp_path / "out.tif.json").read_text())["recipe"]["master"] == master
    assert colorize(grey_tiff, "-o", tmp_path / "other.tif", "--model", pack, "--recipe", recipe) == 0


def test_options_win_over_the_recipe(pack: str, grey_png: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.json"
    recipe.write_text(json.dumps({"recipe": 1, "adjustments": {"strength": 0.5, "saturation": 2.0}}))
    out = tmp_path / "out.png"
    assert colorize(grey_png, "-o", out, "--model", pack, "--recipe", recipe, "--strength", "0.0") == 0
    pixels = np.asarray(Image.open(out))
    assert (np.ptp(pixels, axis=-1) == 0).all()
    written = json.loads((tmp_path / "out.png.json").read_text())["recipe"]
    assert (written["adjustments"]["strength"], written["adjustments"]["saturation"]) == (0.0, 2.0)


def test_a_recipe_for_a_pack_that_is_not_here_says_how_to_get_it(
    grey_png: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "recipe.json"
    recipe.write_text(json.dumps({"recipe": 1, "model": {"reference": "slides@3.0", "sha256": "1" * 64}}))
    assert colorize(grey_png, "-o", tmp_path / "out.png", "--recipe", recipe) == 2
    assert "slides@3.0" in capsys.readouterr().err


def test_models_are_listed_and_described(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list", "--json"]) == 0
    assert "photographs" in [entry["model"].split("@")[0] for entry in json.loads(capsys.readouterr().out)]
    assert main(["models", "list"]) == 0
    assert "photographs@" in capsys.readouterr().out
    assert main(["models", "info", pack]) == 0
    assert "licence: CC0-1.0" in capsys.readouterr().out
    assert main(["models", "info", "nobody"]) == 2
    assert "no model 'nobody'" in capsys.readouterr().err


def test_the_program_is_a_console_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "colorstudio"]
    version = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.strip() == f"Color Studio {__version__}"
    help_text = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True).stdout
    assert "colorize" in help_text
    wrong = subprocess.run([*command, "colorize"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_ctrl_c_leaves_the_trainer_the_time_for_its_checkpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    class Trainer:
        def __init__(self, words: list[str]) -> None:
            calls.append(" ".join(words[1:]))

        def __enter__(self) -> Trainer:
            return self

        def __exit__(self, *_: object) -> None:
            calls.append("closed")

        def wait(self) -> int:
            calls.append("wait")
            if calls.count("wait") == 1:
                raise KeyboardInterrupt
            return 0

    monkeypatch.setattr(subprocess, "Popen", Trainer)
    assert main(["train", "resume", "run"]) == 0
    assert calls == ["-m training resume run", "wait", "wait", "closed"]


def test_training_words_reach_the_trainer() -> None:
    command = [sys.executable, "-m", "colorstudio", "train", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "evaluate" in shown.stdout + shown.stderr  # the trainer keeps its stdout for events


def _program(*words: object, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "colorstudio", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


def test_a_reader_that_goes_away_ends_the_program_in_silence(pack: str, grey_png: Path, tmp_path: Path) -> None:
    with _program("colorize", grey_png, "-o", tmp_path / "out.png", "--model", pack, "--json") as program:
        assert program.stdout is not None
        program.stdout.close()
        assert program.stderr is not None
        assert program.stderr.read() == b""
    assert program.returncode == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there")
def test_a_name_that_is_no_unicode_is_a_name(pack: str, grey_png: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xb0\xc5\xb8\xae.png")  # EUC-KR
    shutil.copy(grey_png, tmp_path / name)
    (tmp_path / "out").mkdir()
    program = _program("colorize", tmp_path / name, "-o", tmp_path / "out", "--model", pack)
    _, errors = program.communicate()
    assert (program.returncode, errors) == (0, b"")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {name, f"{name}.json"}
