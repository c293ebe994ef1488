"""What the check finds out about a folder of pictures, and how the window is told."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image
from toy_pictures import colourful_picture, write_pictures

from colorstudio.core.training_messages import CheckReport, from_json
from training.alike import NEAR, differing_bits, first_equals, near_pairs, parse_hashes, perceptual_hash
from training.check import CheckSettings, check_folders
from training.commands import run_command
from training.looks import THUMBNAIL_SIDE, LookStore, look_at
from training.sources import find_pictures


def _silent(*_: object) -> None: ...


def _large(seed: int) -> Image.Image:
    return colourful_picture(seed, 240, 200)


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """A folder with one picture of each kind."""
    folder = tmp_path / "slides"
    folder.mkdir()
    _large(1).save(folder / "good.png")
    _large(1).save(folder / "good again.png")
    _large(1).resize((180, 150)).save(folder / "good, small copy.jpg", quality=60)
    _large(2).convert("L").save(folder / "grey.jpg")
    sepia = np.asarray(_large(3).convert("L"), np.float32)[..., None] * np.array([1.0, 0.88, 0.68])
    Image.fromarray(sepia.astype(np.uint8)).save(folder / "sepia.jpg")
    colourful_picture(4, 640, 200).save(folder / "panorama.png")
    colourful_picture(5, 90, 70).save(folder / "small.png")
    colourful_picture(6, 24, 20).save(folder / "tiny.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8 this is no picture")
    noise = np.random.default_rng(0).integers(0, 256, (200, 200, 3), np.uint8)
    whole = io.BytesIO()
    Image.fromarray(noise).save(whole, "JPEG")
    (folder / "cut off.jpg").write_bytes(whole.getvalue()[:9000])
    return folder


def test_every_kind_of_problem_is_found_and_named(slides: Path) -> None:
    report = check_folders([slides])
    problems = {Path(finding.name).name: finding.problem for finding in report.pictures}
    assert problems == {
        "good.png": "duplicate",
        "good again.png": "",
        "good, small copy.jpg": "near duplicate",
        "grey.jpg": "grey",
        "sepia.jpg": "toned",
        "panorama.png": "odd shape",
        "small.png": "small",
        "tiny.png": "too small",
        "broken.jpg": "damaged",
        "cut off.jpg": "damaged",
    }
    twins = {Path(finding.name).name: finding.twin for finding in report.pictures if finding.twin}
    assert twins == {"good.png": "slides/good again.png", "good, small copy.jpg": "slides/good again.png"}
    sizes = {Path(finding.name).name: (finding.width, finding.height) for finding in report.pictures}
    assert (sizes["panorama.png"], sizes["broken.jpg"]) == ((640, 200), (0, 0))


def test_the_larger_of_two_alike_is_kept(tmp_path: Path) -> None:
    _large(1).resize((180, 150)).save(tmp_path / "a.png")
    _large(1).save(tmp_path / "b.png")
    found = {Path(finding.name).name: finding.problem for finding in check_folders([tmp_path]).pictures}
    assert found == {"a.png": "near duplicate", "b.png": ""}


def test_the_window_gets_progress_and_a_report_with_thumbnails(slides: Path, tmp_path: Path) -> None:
    stream = io.StringIO()
    small = tmp_path / "thumbnails"
    assert run_command(["check", str(slides), "--thumbnails", str(small), "--events"], stream) == 0
    events = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [event["event"] for event in events[:-1]] == ["progress"] * (len(events) - 1)
    assert (events[-2]["done"], events[-2]["total"]) == (10, 10)
    assert events[-1].pop("event") == "report"
    report = from_json(CheckReport, events[-1])
    assert (report.layout, report.folders) == ("colour", (str(slides),))
    shown = {Path(finding.name).name: finding.thumbnail for finding in report.pictures}
    assert [name for name, file in shown.items() if not file] == ["broken.jpg", "cut off.jpg"]
    with Image.open(shown["panorama.png"]) as thumbnail:
        assert (thumbnail.format, max(thumbnail.size)) == ("JPEG", THUMBNAIL_SIDE)
        assert thumbnail.width > 3 * thumbnail.height  # all of it, nothing cut off


def test_the_command_line_writes_text_and_json(slides: Path, tmp_path: Path) -> None:
    stream = io.StringIO()
    assert run_command(["check", str(slides), "--json", str(tmp_path / "report.json")], stream) == 0
    assert stream.getvalue().startswith("10 pictures, 3 usable")
    assert "near duplicate: 1 (slides/good, small copy.jpg)" in stream.getvalue()
    facts = json.loads((tmp_path / "report.json").read_text())
    assert (facts["pictures"], facts["usable"], facts["few"]) == (10, 3, True)
    assert facts["problems"]["damaged"] == ["slides/broken.jpg", "slides/cut off.jpg"]


def test_a_folder_with_nothing_usable_is_a_failure_of_the_command_line_alone(tmp_path: Path) -> None:
    colourful_picture(1).convert("L").save(tmp_path / "grey.png")
    assert run_command(["check", str(tmp_path)], io.StringIO()) == 1
    assert run_command(["check", str(tmp_path), "--events"], io.StringIO()) == 0


def test_the_window_is_told_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    assert run_command(["check", str(tmp_path / "gone"), "--events"], stream) == 1
    (event,) = (json.loads(line) for line in stream.getvalue().splitlines())
    assert event == {
        "event": "failed",
        "error": f"There is no folder {tmp_path / 'gone'}.",
        "template": "There is no folder {path}.",
        "values": {"path": str(tmp_path / "gone")},
    }
    assert capsys.readouterr().err.count("\n") == 1


def test_a_second_check_decodes_nothing_and_sees_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_pictures(tmp_path / "album", 5)
    settings = CheckSettings(cache=tmp_path / "cache", thumbnails=tmp_path / "small")
    first = check_folders([folder], settings)
    opened: list[Path] = []
    from training import looks

    real = looks.open_picture
    monkeypatch.setattr(looks, "open_picture", lambda path, side: (opened.append(path), real(path, side))[1])
    assert check_folders([folder], settings) == first
    assert opened == []
    colourful_picture(99, 300, 200).save(folder / "00003.png")
    second = check_folders([folder], settings)
    assert [path.name for path in opened] == ["00003.png"]
    assert second.pictures[3].width == 300


def test_a_check_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    pictures = find_pictures([write_pictures(tmp_path / "album", 3)])
    looks = look_at(pictures, LookStore(tmp_path), _silent)
    (file,) = tmp_path.glob("looks-*.jsonl")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + b"\xff rubbish \n" + lines[1][:40])
    assert look_at(pictures, LookStore(tmp_path), _silent) == looks


def test_a_process_that_the_window_kills_leaves_nothing_half_done(repository: Path, tmp_path: Path) -> None:
    folder, small = tmp_path / "album", tmp_path / "small"
    folder.mkdir()
    for i in range(3):
        colourful_picture(i, 800, 600).save(folder / f"{i}.jpg")
    for i in range(3, 100):  # more than it can look at before it is killed
        (folder / f"{i}.jpg").hardlink_to(folder / f"{i % 3}.jpg")
    words = ["check", str(folder), "--thumbnails", str(small), "--events"]
    process = subprocess.Popen([sys.executable, "-m", "training", *words], cwd=repository, stdout=subprocess.PIPE)
    with process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["event"] == "progress"
        process.kill()
    assert process.returncode != 0
    for thumbnail in small.glob("*.jpg"):
        with Image.open(thumbnail) as image:
            image.load()
    report = check_folders([folder], CheckSettings(thumbnails=small))
    assert all(finding.thumbnail for finding in report.pictures)
    assert len(report.of("duplicate")) == 97


def test_a_slide_in_forty_eight_bits_and_a_turned_one_are_pictures(tmp_path: Path) -> None:
    deep = np.asarray(_large(1)).astype(np.uint16) * 257
    tifffile.imwrite(tmp_path / "slide.tif", deep, photometric="rgb", compression="zlib", planarconfig="contig")
    exif = Image.Exif()
    exif[0x0112] = 6
    _large(2).save(tmp_path / "turned.jpg", exif=exif)
    found = {Path(f.name).name: (f.problem, f.width, f.height) for f in check_folders([tmp_path]).pictures}
    assert found == {"slide.tif": ("", 240, 200), "turned.jpg": ("", 200, 240)}


def test_a_deep_grey_scan_is_grey_and_not_cut_off(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 200 * 200).reshape(200, 200).astype(np.uint16)
    Image.fromarray(ramp).save(tmp_path / "scan.png")
    settings = CheckSettings(thumbnails=tmp_path / "small")
    (finding,) = check_folders([tmp_path], settings).pictures
    assert finding.problem == "grey"
    with Image.open(finding.thumbnail) as thumbnail:
        values = np.asarray(thumbnail.convert("L"))
    assert (values.min() < 10, values.max() > 245) == (True, True)
    assert 100 < values.mean() < 155


def test_partners_that_show_different_pictures_are_no_pairs(tmp_path: Path) -> None:
    for folder in ("resized", "gray"):
        (tmp_path / folder).mkdir()
    for i in range(3):
        _large(i).save(tmp_path / "resized" / f"{i}.png")
        _large(i if i else 77).convert("L").save(tmp_path / "gray" / f"{i}.png")
    report = check_folders([tmp_path])
    assert [Path(finding.name).name for finding in report.of("no partner")] == ["0.png"]


def test_a_copy_has_nearly_the_hash_of_its_picture() -> None:
    def code(image: Image.Image) -> str:
        return perceptual_hash(np.asarray(image.convert("L").resize((64, 64), Image.Resampling.BOX)))

    picture = _large(1)
    brighter = picture.point(lambda value: 255 * (value / 255) ** 0.85)
    cut = picture.crop((4, 4, 236, 196))
    hashes = parse_hashes([code(image) for image in (picture, picture.resize((90, 75)), brighter, cut)])
    assert differing_bits(hashes[:1], hashes).max() <= NEAR
    others = parse_hashes([code(_large(seed)) for seed in range(40)])
    assert list(near_pairs(others)) == []


def test_pairs_are_found_across_blocks(rng: np.random.Generator) -> None:
    hashes = rng.integers(0, 2**63, (300, 4)).astype(np.uint64)
    hashes[290] = hashes[3]
    hashes[299] = hashes[298] ^ np.uint64(7)
    assert list(near_pairs(hashes)) == [(3, 290), (298, 299)]


def test_pictures_that_vanish_during_the_check_are_damaged(tmp_path: Path) -> None:
    pictures = find_pictures([write_pictures(tmp_path / "album", 2)])
    pictures[1].path.unlink()
    assert [look.problem for look in look_at(pictures, LookStore(tmp_path), _silent)] == ["small", "damaged"]


def test_many_copies_of_one_picture_are_copies_of_the_one_that_is_kept(tmp_path: Path) -> None:
    _large(1).save(tmp_path / "kept.png")
    near = _large(1).resize((180, 150))
    for i in range(30):
        near.save(tmp_path / f"{i:02d}.png")
    report = check_folders([tmp_path])
    assert len(report.of("near duplicate")) == 30
    assert {finding.twin for finding in report.of("near duplicate")} == {f"{tmp_path.name}/kept.png"}
    assert len({finding.group for finding in report.pictures}) == 1
    blank = parse_hashes(["ab" * 32] * 5000 + ["cd" * 32])
    assert list(first_equals(blank)) == [0] * 5000 + [5000]
