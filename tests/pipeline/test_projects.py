"""Projects on their way to the disc: what of the scans that could not be opened is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from colorstudio.core.progress import CancelToken, no_progress
from colorstudio.core.project_file import ProjectScan, read_project
from colorstudio.core.recipe import Recipe
from colorstudio.pipeline.projects import ProjectDraft, save_project


@pytest.mark.parametrize(
    ("path", "absolute", "folder", "saved"),
    [
        ("../scans/a.tif", "/gone/a.tif", "box", "../scans/a.tif"),  # the same folder: as it was read
        ("../scans/a.tif", "/gone/a.tif", "box/inner", "../../scans/a.tif"),
        ("", "{here}/scans/a.tif", "box", "../scans/a.tif"),  # it was open, and could not be read
        ("", "D:\\scans\\a.tif", "box", ""),  # written by another system
    ],
)
def test_the_way_to_a_scan_that_is_not_open(tmp_path: Path, path: str, absolute: str, folder: str, saved: str) -> None:
    target = tmp_path / folder / "p.colorstudio"
    target.parent.mkdir(parents=True)
    scan = ProjectScan(absolute.format(here=tmp_path), Recipe(seed=3), path)
    save_project(target, ProjectDraft((scan,), folder=tmp_path / "box"), (), CancelToken(), no_progress)
    (kept,) = read_project(target).scans
    assert kept == ProjectScan(scan.absolute, scan.recipe, saved)
