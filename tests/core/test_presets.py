"""The user's presets on disc."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from colorstudio.core.adjust import Adjustments, HueBand
from colorstudio.core.errors import RecipeError
from colorstudio.core.presets import BUILT_IN, Preset, PresetsFile

WARM = Preset("Warm", Adjustments(temperature=0.3, hues=(HueBand(0.5, 2.0), *Adjustments().hues[1:])))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "presets.json"


def test_presets_are_kept_sorted_and_replaced_by_name(path: Path) -> None:
    file = PresetsFile(path)
    assert file.load() == ()
    file.add(WARM)
    file.add(Preset("album", Adjustments(saturation=0.5)))
    changed = Preset("Warm", Adjustments(temperature=0.1))
    assert [each.name for each in file.add(changed)] == ["album", "Warm"]
    assert PresetsFile(path).load()[1] == changed
    assert [each.name for each in file.remove("album")] == ["Warm"]
    assert PresetsFile(path).load() == (changed,)


def test_every_value_survives(path: Path) -> None:
    PresetsFile(path).add(WARM)
    assert PresetsFile(path).load() == (WARM,)


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        '{"presets": 1, "items": [{"name": ""}]}',
        '{"presets": 1, "items": [{"name": "x", "adjustments": {"strength": 7}}]}',
        '{"presets": 2, "items": []}',
    ],
)
def test_a_damaged_file_is_said_once_and_kept_aside(path: Path, content: str) -> None:
    path.write_text(content)
    with pytest.raises(RecipeError, match=r"presets\.damaged\.json"):
        PresetsFile(path).load()
    assert path.with_name("presets.damaged.json").read_text() == content
    assert PresetsFile(path).load() == ()


def test_a_second_damaged_file_does_not_replace_the_first(path: Path) -> None:
    for content in ("first", "second"):
        path.write_text(content)
        with pytest.raises(RecipeError):
            PresetsFile(path).load()
    assert path.with_name("presets.damaged.json").read_text() == "first"
    assert path.with_name("presets.damaged-2.json").read_text() == "second"


def test_a_disc_that_refuses_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = PresetsFile(path)
    file.add(WARM)
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(RecipeError, match="No space left"):
        file.add(Preset("x", Adjustments()))
    assert path.read_bytes() == before


def test_the_file_is_readable_json(path: Path) -> None:
    PresetsFile(path).add(Preset("따뜻함", Adjustments()))
    assert json.loads(path.read_text(encoding="utf-8"))["items"][0]["name"] == "따뜻함"
    assert "따뜻함" in path.read_text(encoding="utf-8")


def test_shipped_presets_differ_and_begin_with_the_prediction() -> None:
    assert BUILT_IN[0].adjustments == Adjustments()
    assert len({each.adjustments for each in BUILT_IN}) == len(BUILT_IN)
    assert all(each.tip for each in BUILT_IN)
