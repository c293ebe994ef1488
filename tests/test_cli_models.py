"""`colorstudio models import|export|remove`, as a person uses it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from foreign_networks import foreign
from toy_pack import write_toy_pack

from colorstudio.cli import main
from colorstudio.inference.card_parts import Failure, Source, Stage
from colorstudio.paths import HOME_VARIABLE, own_models_dir
from training.commands import run_command


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def models(*words: object) -> int:
    return main(["models", *map(str, words)])


def test_a_pack_comes_in_is_listed_and_goes_out(
    stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_toy_pack(stick)
    assert models("import", pack.path) == 0
    line = capsys.readouterr().out
    assert "toy@1.0" in line
    assert "CC0-1.0" in line
    assert pack.sha256 in line
    assert models("list") == 0
    assert "toy@1.0" in capsys.readouterr().out
    assert models("export", "toy", tmp_path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (Path(told["file"]), told["sha256"]) == (tmp_path / "toy-1.0.cspack", pack.sha256)
    assert (tmp_path / "toy-1.0.cspack").read_bytes() == pack.path.read_bytes()
    assert models("export", "toy", tmp_path) == 1
    assert "exists already" in capsys.readouterr().err
    assert models("export", "toy", tmp_path, "--overwrite") == 0


def test_the_making_of_a_pack_and_its_licence_are_told(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = write_toy_pack(
        stick,
        licence="CC-BY-NC-SA-4.0",
        sources=(Source({"en": "Plates"}, {"en": "CC BY-NC-SA 4.0"}, 341),),
        stages=(
            Stage("base", 2000, 24, 128, hardware="CPU", pack="toy@0.9"),
            Stage("plates", 400),
            Stage(mean_of=("a@1", "b@2")),
        ),
        failures=(Failure({"en": "Flags are brown."}),),
        metrics={"result": {"psnr": 24.3}, "grey": {"psnr": 22.8}},
    )
    for words in (["import", pack.path], ["list"], ["info", "toy"]):
        assert models(*words) == 0
        told = capsys.readouterr().out
        assert "CC-BY-NC-SA-4.0 (Not for commercial use;" in told
    assert "sources:\n  - name:\n      en: Plates\n    rights:\n      en: CC BY-NC-SA 4.0\n    pictures: 341\n" in told
    assert "  - recipe: base\n    steps: 2000\n" in told
    assert "    pack: toy@0.9\n  - recipe: plates\n    steps: 400\n  - mean_of: a@1, b@2\nfailures:\n" in told
    assert "  grey:\n    psnr: 22.8\n" in told
    assert models("info", "toy", "--json") == 0
    card = json.loads(capsys.readouterr().out)
    assert card["failures"] == [{"text": {"en": "Flags are brown."}, "picture": None, "credit": ""}]
    assert card["licence"] == "CC-BY-NC-SA-4.0"


def test_no_card_steers_the_terminal(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sly = "Photographs\x1b[2J\x9b31m\n of ours"
    own_models_dir().mkdir(parents=True, exist_ok=True)
    write_toy_pack(own_models_dir(), name={"en": sly}, licence=sly, sources=(Source({"en": sly}, {"en": sly}),))
    for words in (("list",), ("info", "toy"), ("list", "--json"), ("info", "toy", "--json")):
        assert models(*words) == 0
        told = capsys.readouterr().out
        assert "Photographs" in told
        assert all(each.isprintable() for each in told.replace("\n", ""))


def test_what_cannot_be_done_is_one_line(stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (stick / "bad.cspack").write_bytes(b"no")
    for words, code, sentence in [
        (["import", stick / "bad.cspack"], 1, "bad.cspack is not a model pack"),
        (["import", write_toy_pack(stick).path, "--norm-mode", "batch"], 2, "--norm-mode is for checkpoints"),
        (["export", "nobody", tmp_path], 2, "no model 'nobody'"),
        (["remove", "nobody"], 2, "no model 'nobody'"),
        (["remove", "photographs"], 1, "is not one of your own and stays"),
    ]:
        assert models(*words) == code
        complaint = capsys.readouterr().err
        assert sentence in complaint
        assert complaint.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="where the trash is can be chosen on Linux alone")
def test_a_removed_pack_lies_in_the_trash(stick: Path, tmp_path: Path) -> None:
    pack = write_toy_pack(stick)
    assert models("import", pack.path) == 0
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")}
    command = [sys.executable, "-m", "colorstudio", "models", "remove", "toy@1.0"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert list(own_models_dir().iterdir()) == []
    trashed = list((tmp_path / "data" / "Trash" / "files").glob("toy*"))
    assert [path.read_bytes() for path in trashed] == [pack.path.read_bytes()]


def test_a_checkpoint_comes_in_by_way_of_the_trainer(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkpoint = stick / "latest_net_G.pth"
    torch.save(foreign("unet_32").state_dict(), checkpoint)
    words = ["import", checkpoint, "--id", "slides", "--licence", "CC-BY-4.0", "--no-dropout", "--json"]
    assert models(*words) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["model"], told["licence"]) == ("slides@1.0", "CC-BY-4.0")
    assert Path(told["file"]).parent == own_models_dir()


def test_why_a_checkpoint_stays_out_is_told(
    stick: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_this_process(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        answer = io.StringIO()
        return subprocess.CompletedProcess(command, run_command(command[3:], answer), answer.getvalue(), "")

    monkeypatch.setattr("colorstudio.commands.converter.subprocess.run", in_this_process)
    checkpoint = stick / "latest_net_G.pth"
    torch.save({"model.0.weight": torch.zeros(4, 3, 4, 4)}, checkpoint)
    assert models("import", checkpoint) == 1
    assert "colorstudio: latest_net_G.pth is not a generator of pix2pix" in capsys.readouterr().err
    assert list(own_models_dir().iterdir()) == []
