"""The file rules: where results go, and that no master is ever an output."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from colorstudio.core.errors import ExportError
from colorstudio.pipeline.outputs import OutputJob, plan_outputs, refuse_master


@pytest.fixture
def scans(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.tif", "two.jpg", "three.bmp")]
    for path in paths:
        path.write_bytes(b"scan")
    return paths


@pytest.mark.parametrize(
    ("name", "format_"), [("o.tif", "tiff"), ("o.TIFF", "tiff"), ("o.png", "png"), ("o.jpeg", "jpeg")]
)
def test_one_scan_to_a_file_whose_ending_gives_the_format(
    scans: list[Path], tmp_path: Path, name: str, format_: str
) -> None:
    assert plan_outputs(scans[:1], tmp_path / name, None) == [OutputJob(scans[0], tmp_path / name, format_)]


def test_one_scan_into_an_existing_folder(scans: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert plan_outputs(scans[1:2], out, None) == [OutputJob(scans[1], out / "two.png", "png")]
    assert plan_outputs(scans[1:2], out, "webp") == [OutputJob(scans[1], out / "two.webp", "webp")]


def test_several_scans_into_a_folder_that_need_not_exist(scans: list[Path], tmp_path: Path) -> None:
    jobs = plan_outputs(scans, tmp_path / "new", None)
    assert [job.target.name for job in jobs] == ["one.tif", "two.png", "three.png"]


@pytest.mark.parametrize(("name", "wanted"), [("o", None), ("o.psd", None), ("o.psd", "tiff"), ("o.tif", "png")])
def test_an_unclear_format_is_refused(scans: list[Path], tmp_path: Path, name: str, wanted: str | None) -> None:
    with pytest.raises(ExportError, match="format"):
        plan_outputs(scans[:1], tmp_path / name, wanted)


def test_two_results_of_one_name_are_refused(scans: list[Path], tmp_path: Path) -> None:
    twin = tmp_path / "other" / "ONE.tiff"
    twin.parent.mkdir()
    twin.write_bytes(b"scan")
    with pytest.raises(ExportError, match=r"one\.tif and .*ONE\.tiff would both become"):
        plan_outputs([*scans, twin], tmp_path / "new", None)


def test_two_scans_of_one_stem_are_refused_even_if_their_formats_differ(scans: list[Path], tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"one\.tif and .*one\.jpg would both become"):
        plan_outputs([scans[0], tmp_path / "one.jpg"], tmp_path / "new", None)


def test_several_scans_need_a_folder(scans: list[Path], tmp_path: Path) -> None:
    (tmp_path / "out.tif").write_bytes(b"mine")
    with pytest.raises(ExportError, match=r"folder .*out\.tif cannot be made"):
        plan_outputs(scans, tmp_path / "out.tif", None)


def test_no_master_is_an_output_whatever_it_is_called(scans: list[Path], tmp_path: Path) -> None:
    link, hard = tmp_path / "link.png", tmp_path / "hard.tif"
    link.symlink_to(scans[1])
    os.link(scans[0], hard)
    for out in (scans[0], link, hard, tmp_path / "." / "one.tif"):
        source = scans[1] if out == link else scans[0]
        with pytest.raises(ExportError, match="never written to"):
            plan_outputs([source], out, None)


def test_the_master_of_another_job_is_not_an_output_either(tmp_path: Path) -> None:
    first, other = tmp_path / "nested" / "page.tif", tmp_path / "page.png"
    first.parent.mkdir()
    for path in (first, other):
        path.write_bytes(b"scan")
    with pytest.raises(ExportError, match="never written to"):
        refuse_master(plan_outputs([first], tmp_path, "png")[0].target, [first, other])
