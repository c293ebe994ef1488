from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from colorstudio.core import settings as module
from colorstudio.core.settings import Declaration, Settings, SettingsFile, declarations


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_there_are_defaults(file: Path) -> None:
    assert SettingsFile(file).load() == Settings()


def test_only_what_differs_is_stored(file: Path) -> None:
    changed = dataclasses.replace(Settings(), theme="dark", render_size=512)
    SettingsFile(file).save(changed)
    assert json.loads(file.read_text()) == {"theme": "dark", "render_size": 512}
    assert SettingsFile(file).load() == changed
    SettingsFile(file).save(Settings())
    assert json.loads(file.read_text()) == {}


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"theme": "pink"}', '{"render_size": true}', '{"show_exported": "false"}', '{"theme": []}'],
)
def test_damage_and_wrong_values_give_defaults(file: Path, content: str) -> None:
    file.write_text(content)
    assert SettingsFile(file).load() == Settings()


def test_one_wrong_value_does_not_spoil_the_others(file: Path) -> None:
    file.write_text('{"theme": "pink", "language": "ko"}')
    assert SettingsFile(file).load() == dataclasses.replace(Settings(), language="ko")


def test_entries_of_a_newer_version_are_kept(file: Path) -> None:
    file.write_text('{"future": 7}')
    SettingsFile(file).save(dataclasses.replace(Settings(), language="ko"))
    assert json.loads(file.read_text()) == {"future": 7, "language": "ko"}


def test_a_setting_refuses_a_value_that_is_not_allowed() -> None:
    with pytest.raises(ValueError, match="theme"):
        Settings(theme="pink")


def test_former_names_and_values_migrate(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declaration = Declaration(choices={"a": "A", "b": "B"}, formerly=("old",), renamed={"bee": "b"})

    @dataclasses.dataclass(frozen=True)
    class Renamed:
        new: str = dataclasses.field(default="a", metadata={"setting": declaration})

    monkeypatch.setattr(module, "Settings", Renamed)
    file.write_text('{"old": "bee"}')
    assert SettingsFile(file).load() == Renamed("b")  # type: ignore[comparison-overlap]
    SettingsFile(file).save(Renamed("b"))  # type: ignore[arg-type]
    assert json.loads(file.read_text()) == {"new": "b"}


def test_every_shown_setting_has_words() -> None:
    for name, declaration in declarations().items():
        if declaration.section:
            assert declaration.label, name
            assert declaration.help, name
