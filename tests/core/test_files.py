"""Files replaced whole or not at all, and told apart whatever they are called."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from colorstudio.core.errors import Cancelled
from colorstudio.core.files import (
    replace_atomically,
    same_file,
    sha256_file,
    write_bytes_atomically,
    write_compact_json_atomically,
    write_json_atomically,
)
from colorstudio.core.progress import CancelToken


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_new_file_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "result.tif"
    path.write_bytes(b"old")
    with replace_atomically(path) as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".tif"
        temporary.write_bytes(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["result.tif"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, Cancelled])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "result.tif"
    path.write_bytes(b"old")

    def fail() -> None:
        with replace_atomically(path) as temporary:
            temporary.write_bytes(b"half")
            raise error

    with pytest.raises(error):
        fail()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["result.tif"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"), replace_atomically(tmp_path / "no" / "file"):
        pass


def test_long_and_foreign_names(tmp_path: Path) -> None:
    for name in ("가" * 80 + ".tif", "x" * 250, ".hidden", "a b;c'd.png"):
        write_bytes_atomically(tmp_path / name, b"1")
        assert (tmp_path / name).read_bytes() == b"1"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_modes_are_those_of_ordinary_files(tmp_path: Path) -> None:
    ordinary, written, kept = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    ordinary.write_bytes(b"")
    write_bytes_atomically(written, b"")
    assert written.stat().st_mode == ordinary.stat().st_mode
    kept.write_bytes(b"")
    kept.chmod(0o640)
    write_bytes_atomically(kept, b"new")
    assert kept.stat().st_mode & 0o777 == 0o640


def test_json_is_readable_utf8(tmp_path: Path) -> None:
    write_json_atomically(tmp_path / "a.json", {"이름": [1, 2.5, None]})
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "이름" in text
    assert text.endswith("}\n")
    assert json.loads(text) == {"이름": [1, 2.5, None]}
    with pytest.raises(ValueError, match="JSON"):
        write_json_atomically(tmp_path / "b.json", float("nan"))
    assert names(tmp_path) == ["a.json"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from([0, 1, (1 << 20) - 1, 1 << 20]))
def test_sha256_is_that_of_the_bytes(tmp_path: Path, data: bytes, padding: int) -> None:
    path = tmp_path / "data"
    path.write_bytes(bytes(padding) + data)
    assert sha256_file(path) == hashlib.sha256(bytes(padding) + data).hexdigest()


def test_hashing_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"1")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        sha256_file(tmp_path / "data", token)


def test_one_file_under_several_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    master = tmp_path / "master.tif"
    master.write_bytes(b"1")
    (tmp_path / "folder").mkdir()
    assert same_file(master, tmp_path / "folder" / ".." / "master.tif")
    monkeypatch.chdir(tmp_path)
    assert same_file(master, Path("master.tif"))
    os.link(master, tmp_path / "hard.tif")
    assert same_file(master, tmp_path / "hard.tif")
    (tmp_path / "soft.tif").symlink_to(master)
    assert same_file(tmp_path / "soft.tif", master)
    (tmp_path / "other.tif").write_bytes(b"1")
    assert not same_file(master, tmp_path / "other.tif")


def test_files_that_do_not_exist_yet(tmp_path: Path) -> None:
    (tmp_path / "folder").symlink_to(tmp_path, target_is_directory=True)
    assert same_file(tmp_path / "new.tif", tmp_path / "folder" / "new.tif")
    assert not same_file(tmp_path / "new.tif", tmp_path / "newer.tif")
    (tmp_path / "broken.tif").symlink_to(tmp_path / "new.tif")
    assert same_file(tmp_path / "broken.tif", tmp_path / "new.tif")


def test_letter_case_on_a_disc_that_ignores_it(tmp_path: Path) -> None:
    (tmp_path / "Master.TIF").write_bytes(b"1")
    ignores_case = (tmp_path / "master.tif").exists()
    assert same_file(tmp_path / "Master.TIF", tmp_path / "master.tif") == ignores_case


def test_compact_json_is_one_line_and_takes_names_of_older_systems(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_compact_json_atomically(path, {"name": "사진", "points": [[0.5, 1]]})
    assert path.read_text(encoding="utf-8") == '{"name":"사진","points":[[0.5,1]]}\n'
    write_compact_json_atomically(path, {"name": "old\udcff.tif"})
    assert json.loads(path.read_text(encoding="utf-8")) == {"name": "old?.tif"}
