"""Files that cannot be opened, or not wholly: one sentence, at once, and nothing on stderr."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import save, smooth_picture
from PIL import Image

from colorstudio.core.errors import ScanError
from colorstudio.core.scan import open_scan
from colorstudio.core.scan_limits import MAX_PIXELS


def outcome(path: Path) -> tuple[tuple[str, ...], str]:
    """The warnings of reading a file twice over, and the error's sentence or ""."""
    try:
        with open_scan(path) as scan:
            scan.shrink_lightness(8, 8)
            scan.read_lightness(0, scan.info.height)
            return scan.info.warnings, ""
    except ScanError as error:
        return (), str(error)


def error_of(path: Path, **options: int) -> str:
    with pytest.raises(ScanError) as caught, open_scan(path, **options) as scan:
        scan.read_rows(0, scan.info.height)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "{" not in sentence
    return sentence


@pytest.fixture(params=["tif", "png", "jpg", "webp", "bmp", "gif", "jp2"])
def picture_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"scan.{request.param}"
    Image.fromarray(smooth_picture(160, 120, 3, 8)).save(path)
    return path


def test_missing_empty_folder_and_text(tmp_path: Path) -> None:
    assert "no file" in error_of(tmp_path / "gone.tif")
    (tmp_path / "empty.tif").touch()
    assert "empty" in error_of(tmp_path / "empty.tif")
    (tmp_path / "folder.tif").mkdir()
    assert "folder" in error_of(tmp_path / "folder.tif")
    (tmp_path / "text.tif").write_text("Dear archive,\nthe scans follow.\n" * 20)
    assert "not a picture" in error_of(tmp_path / "text.tif")
    (tmp_path / "camera.nef").write_bytes(b"II*\0" + bytes(60))
    assert "camera raw" in error_of(tmp_path / "camera.nef")


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.tif")
    assert "not a file" in error_of(tmp_path / "pipe.tif")


def test_the_content_counts_and_not_the_name(tmp_path: Path) -> None:
    picture = smooth_picture(20, 30, 3, 8)
    path = save(tmp_path / "scan.png", picture).rename(tmp_path / "scan.tif")
    with open_scan(path) as scan:
        assert scan.info.format == "png"
        assert np.array_equal(scan.read_rows(0, 20), picture)


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    path = save(tmp_path / "one.tif", smooth_picture(8, 8, 1, 8))
    assert "no page 4" in error_of(path, page=3)
    path = save(tmp_path / "one.png", smooth_picture(8, 8, 1, 8))
    assert "no page 2" in error_of(path, page=1)
    Image.new("L", (8, 8)).save(tmp_path / "one.bmp")
    assert "no page 2" in error_of(tmp_path / "one.bmp", page=1)


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9])
def test_a_cut_file_is_an_error_or_a_warning(picture_file: Path, part: float, capfd) -> None:
    whole = picture_file.read_bytes()
    picture_file.write_bytes(whole[: max(12, int(len(whole) * part))])
    warnings, sentence = outcome(picture_file)
    assert warnings or picture_file.name in sentence
    assert capfd.readouterr().err == ""


def test_what_is_left_of_a_jpeg_is_shown(tmp_path: Path) -> None:
    path = save(tmp_path / "scan.jpg", smooth_picture(400, 300, 3, 8))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    with open_scan(path) as scan:
        assert scan.info.warnings == ()
        rows = np.concatenate([scan.read_rows(y, y + 50) for y in range(0, 400, 50)])
        assert "damaged" in scan.info.warnings[0]
        assert len(scan.info.warnings) == 1
    off = np.abs(rows[:200].astype(int) - smooth_picture(400, 300, 3, 8)[:200]).mean()
    assert off < 4


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1), noise=st.binary(min_size=1, max_size=12))
def test_no_damage_crashes(picture_file: Path, place: float, noise: bytes) -> None:
    """The first example keeps the whole file; every other one starts from it again."""
    original = picture_file.with_suffix(".original")
    if not original.exists():
        original.write_bytes(picture_file.read_bytes())
    data = bytearray(original.read_bytes())
    start = int(place * (len(data) - 1))
    data[start : start + len(noise)] = noise
    picture_file.write_bytes(data)
    _, sentence = outcome(picture_file)
    assert sentence == "" or picture_file.name in sentence


def png_header(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")
    )


def bmp_header(width: int, height: int) -> bytes:
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, *[0] * 6)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("huge.png", png_header(60_000, 60_000)),
        ("bomb.png", png_header(20_000, 20_000)),
        ("ribbon.png", png_header(1_500_000, 2)),
        ("huge.bmp", bmp_header(60_000, 60_000)),
    ],
)
def test_decompression_bombs_are_refused_from_the_header(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert "megapixels" in error_of(tmp_path / name)


def test_a_tiff_bomb_is_refused_from_the_header(tmp_path: Path) -> None:
    path = tmp_path / "bomb.tif"
    tifffile.imwrite(path, np.zeros((4, 4), np.uint8))
    with tifffile.TiffFile(path, mode="r+b") as tiff:
        tiff.pages[0].tags["ImageWidth"].overwrite(65_000)
        tiff.pages[0].tags["ImageLength"].overwrite(65_000)
    assert MAX_PIXELS < 65_000**2
    assert "megapixels" in error_of(path)


def test_a_tile_as_large_as_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "tile.tif"
    tifffile.imwrite(path, np.zeros((64, 64), np.uint8), tile=(64, 64))
    with tifffile.TiffFile(path, mode="r+b") as tiff:
        for name in ("TileWidth", "TileLength"):
            tiff.pages[0].tags[name].overwrite(32_000)
    assert "megapixels" in error_of(path)


def test_a_missing_codec_is_named(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    tifffile.imwrite(path, smooth_picture(32, 32, 1, 8))
    with tifffile.TiffFile(path, mode="r+b") as tiff:
        tiff.pages[0].tags["Compression"].overwrite(34712)  # JPEG 2000 in TIFF
    error_of(path)


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "scan.png", smooth_picture(8, 8, 1, 8))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # chmod would not stop a test that runs as root
    assert "permissions" in error_of(path)
