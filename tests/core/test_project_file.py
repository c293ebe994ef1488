"""Project files: the same after every round trip, refused in one sentence when they are not usable."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorstudio.core.adjust import Adjustments
from colorstudio.core.errors import ProjectError
from colorstudio.core.project_file import (
    Project,
    ProjectScan,
    moved_paths,
    read_project,
    relative_path,
    write_project,
)
from colorstudio.core.recipe import Hint, Master, Model, Recipe
from colorstudio.core.steering import Crop, Mask, MaskStroke, Palette, PaletteCell, Patch

SHA = "ab" * 32
FRACTION = st.floats(0, 1)
POINTS = st.lists(st.tuples(FRACTION, FRACTION), min_size=3, max_size=5).map(tuple)
MODELS = st.builds(Model, reference=st.sampled_from(["photographs@1.0", "victorian@2.1"]), sha256=st.just(SHA))
RECIPES = st.builds(
    Recipe,
    master=st.none() | st.builds(Master, name=st.text(), sha256=st.just(SHA), page=st.integers(0, 99)),
    quarter_turns=st.integers(0, 3),
    mirrored=st.booleans(),
    crop=st.none() | st.just(Crop(0.1, 0.0, 0.5, 1.0)),
    model=st.none() | MODELS,
    render_size=st.none() | st.integers(64, 2048),
    seed=st.none() | st.integers(0, 2**63 - 1),
    hints=st.lists(st.builds(Hint, POINTS, st.floats(-128, 128), st.floats(-128, 128), evidence=st.text())).map(tuple),
    patches=st.lists(st.builds(Patch, POINTS, st.none() | MODELS), max_size=2).map(tuple),
    adjustments=st.builds(Adjustments, strength=FRACTION, saturation=st.floats(0, 3)),
    mask=st.none() | st.builds(Mask, FRACTION, st.lists(st.builds(MaskStroke, st.just("brush"), POINTS)).map(tuple)),
    palette=st.none() | st.just(Palette("ref.jpg", (PaletteCell(50.0, 0.5, 1.0, -2.0, 3.0, 4.0, 1.0),))),
    guess_fade=st.none() | FRACTION,
)
SCANS = st.builds(ProjectScan, absolute=st.text(min_size=1), recipe=RECIPES, path=st.text(), page=st.integers(0, 2**31))


@given(st.lists(SCANS, max_size=4).map(tuple), st.sampled_from(["", "show_wipe"]))
def test_a_project_survives_json(scans: tuple[ProjectScan, ...], view: str) -> None:
    project = Project(scans, len(scans) - 1 if scans else None, view)
    assert Project.from_json(json.loads(json.dumps(project.to_json())), "p") == project


def test_a_project_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "고택.colorstudio"
    project = Project((ProjectScan("/scans/사진 1.tif", Recipe(seed=4), "../사진 1.tif", 3),), 0)
    write_project(path, project)
    assert read_project(path) == project
    assert "사진 1.tif" in path.read_text(encoding="utf-8")


SCAN: dict[str, Any] = {"absolute": "/a.tif", "recipe": {"recipe": 1}}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([], "no project version"),
        ({"colorstudio": "1", "scans": []}, "no project version"),
        ({"colorstudio": True, "scans": []}, "no project version"),
        ({"colorstudio": 0, "scans": []}, "no project version"),
        ({"colorstudio": 2, "scans": []}, "newer Color Studio"),
        ({"colorstudio": 1}, "scans"),
        ({"colorstudio": 1, "scans": {}}, "scans"),
        ({"colorstudio": 1, "scans": [], "pixels": 1}, "pixels"),
        ({"colorstudio": 1, "scans": [], "shown": -1}, "shown"),
        ({"colorstudio": 1, "scans": [{"absolute": "", "recipe": {"recipe": 1}}]}, "absolute"),
        ({"colorstudio": 1, "scans": [{**SCAN, "page": -1}]}, "page"),
        ({"colorstudio": 1, "scans": [{**SCAN, "pages": 1}]}, "pages"),
        ({"colorstudio": 1, "scans": [{"absolute": "/a.tif"}]}, "recipe"),
        ({"colorstudio": 1, "scans": [{**SCAN, "recipe": {"recipe": 9}}]}, "newer Color Studio"),
        ({"colorstudio": 1, "scans": [{**SCAN, "recipe": {"recipe": 1, "strenght": 1}}]}, "strenght"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, data: object, reason: str) -> None:
    path = tmp_path / "wrong.colorstudio"
    path.write_text(json.dumps(data))
    with pytest.raises(ProjectError, match=reason) as error:
        read_project(path)
    assert "wrong.colorstudio" in str(error.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"view": "\xff"}', b"II*\0 a picture", b"[" * 100_000])
def test_what_is_no_json_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.colorstudio"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=r"wrong\.colorstudio is not a usable project"):
        read_project(path)


def test_a_missing_project_and_a_missing_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="not there any more"):
        read_project(tmp_path / "gone.colorstudio")
    with pytest.raises(ProjectError, match="cannot be saved"):
        write_project(tmp_path / "nowhere" / "p.colorstudio", Project())


def test_a_failed_save_leaves_the_old_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.colorstudio"
    write_project(path, Project(view="old"))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ProjectError, match="No space left"):
        write_project(path, Project(view="new"))
    assert read_project(path).view == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["p.colorstudio"]


def test_a_shown_scan_that_there_is_not_is_none() -> None:
    assert Project.from_json({"colorstudio": 1, "scans": [SCAN], "shown": 5}, "p").shown is None


def test_masters_are_looked_for_beside_the_project_first() -> None:
    scan = ProjectScan("/old/box/a.tif", Recipe(), "../box/a.tif")
    assert scan.candidates(Path("/new/work")) == (Path("/new/box/a.tif"), Path("/old/box/a.tif"))
    assert scan.candidates(None) == (Path("/old/box/a.tif"),)
    assert ProjectScan("C:\\scans\\a.tif", Recipe()).name == "a.tif"


def test_the_way_to_a_master(tmp_path: Path) -> None:
    assert relative_path(tmp_path / "scans" / "a.tif", tmp_path / "work") == "../scans/a.tif"
    assert relative_path(tmp_path / "a.tif", tmp_path) == "a.tif"


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("/a/box/1.tif", "/b/box/1.tif", {"/a/box/2.tif": "/b/box/2.tif", "/a/other/3.tif": "/b/other/3.tif"}),
        ("/a/box/1.tif", "/c/1.tif", {"/a/box/2.tif": "/c/2.tif"}),
        ("/a/box/1.tif", "/a/box/one.tif", {"/a/box/2.tif": "/a/box/2.tif"}),
        ("/a/box/1.tif", "/x/y/box/1.tif", {"/a/box/2.tif": "/x/y/box/2.tif", "/a/other/3.tif": "/x/y/other/3.tif"}),
    ],
)
def test_what_was_moved_together_is_found_together(old: str, new: str, moved: dict[str, str]) -> None:
    others = [Path("/a/box/2.tif"), Path("/a/other/3.tif"), Path("/z/4.tif")]
    expected = {Path(before): Path(after) for before, after in moved.items()}
    assert moved_paths(Path(old), Path(new), others) == expected
