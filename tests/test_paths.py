from __future__ import annotations

import sys
from pathlib import Path

import pytest

from colorstudio import _bootstrap, paths


def test_resources_are_found(repository: Path) -> None:
    assert paths.resources_dir() == repository / "resources"


def test_resources_of_a_frozen_application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "lib" / "colorstudio" / "paths.py"))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_dir.__wrapped__() == tmp_path / "resources"


def test_an_incomplete_installation_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "lib" / "colorstudio" / "paths.py"))
    with pytest.raises(FileNotFoundError, match="not installed completely"):
        paths.resources_dir.__wrapped__()


def test_all_user_folders_lie_below_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    for folder in (paths.data_dir(), paths.config_dir(), paths.cache_dir(), paths.log_dir()):
        assert folder.is_dir()
        assert folder.parent == tmp_path / "home"


def test_user_folders_of_the_platform_carry_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert all(paths.APPLICATION in str(paths._platform_dir(kind)) for kind in ("data", "config", "cache", "log"))


def test_torchs_library_is_named(tmp_path: Path) -> None:
    assert _bootstrap.torch_dll(tmp_path) == tmp_path / "lib" / "c10.dll"
