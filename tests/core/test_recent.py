"""Recent files: the newest first, few, and empty when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from colorstudio.core.recent import MOST, Recent, read_recent, write_recent


def test_the_newest_come_first_once_and_the_oldest_go() -> None:
    recent = Recent()
    for number in range(MOST + 3):
        recent = recent.with_scans([Path(f"/{number}.tif")])
    recent = recent.with_scans([Path("/5.tif")]).with_projects([Path("/p.colorstudio")])
    assert recent.scans[:2] == (str(Path("/5.tif")), str(Path(f"/{MOST + 2}.tif")))
    assert len(recent.scans) == len(set(recent.scans)) == MOST
    assert recent.projects == (str(Path("/p.colorstudio")),)


def test_the_lists_survive_their_file(tmp_path: Path) -> None:
    recent = Recent(("/p.colorstudio",), ("/a.tif", "/b.tif"), ("/a.tif",), "/scans")
    write_recent(tmp_path / "recent.json", recent)
    assert read_recent(tmp_path / "recent.json") == recent


@pytest.mark.parametrize("content", ["", "[]", "{", '{"scans": 3, "projects": [1], "folder": []}'])
def test_a_damaged_file_is_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "recent.json"
    path.write_text(content)
    assert read_recent(path) == Recent()
    assert read_recent(tmp_path / "missing.json") == Recent()
