"""EXIF, IPTC and resolution: kept, corrected where the export is another picture, robust against damage."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from hypothesis import given
from hypothesis import strategies as st
from pictures import save, smooth_picture
from PIL import Image

from colorstudio.core.metadata import (
    EXIF_PREFIX,
    bare_iptc,
    clean_exif,
    dpi_of_tags,
    parse_exif,
    photoshop_segment,
    read_tiff_directory,
    tidy_dpi,
)
from colorstudio.core.scan import open_scan

IPTC = b"\x1c\x02\x78\x00\x05hello"


def exif_blob(byteorder: str = "<") -> bytes:
    exif = Image.Exif()
    exif.endian = byteorder
    exif[270], exif[274], exif[282], exif[283], exif[296] = "A street", 6, 72.0, 72.0, 3
    exif.get_ifd(0x8769)[36867] = "1951:02:03 04:05:06"
    return EXIF_PREFIX + exif.tobytes().removeprefix(EXIF_PREFIX)


@pytest.mark.parametrize("byteorder", ["<", ">"])
def test_exif_is_corrected_in_place(byteorder: str) -> None:
    blob = exif_blob(byteorder)
    cleaned = clean_exif(blob, (300.0, 600.0))
    assert len(cleaned) == len(blob)
    tags = parse_exif(cleaned)
    assert (tags[270], tags[274], tags[282], tags[283], tags[296]) == ("A street", 1, 300.0, 600.0, 2)
    assert tags.get_ifd(0x8769)[36867] == "1951:02:03 04:05:06"
    kept = parse_exif(clean_exif(blob))
    assert (kept[274], kept[282], kept[296]) == (1, 72.0, 3)


def test_the_thumbnail_of_the_old_picture_goes() -> None:
    first = struct.pack("<HHHIHH", 1, 274, 3, 1, 1, 0) + struct.pack("<I", 8 + 18)
    second = struct.pack("<HHHIHH", 1, 259, 3, 1, 6, 0) + bytes(4)
    blob = EXIF_PREFIX + b"II*\0\x08\0\0\0" + first + second
    assert parse_exif(blob).get_ifd(-1)
    assert not parse_exif(clean_exif(blob)).get_ifd(-1)


@given(st.binary(max_size=400))
def test_noise_is_no_exif(noise: bytes) -> None:
    for blob in (noise, EXIF_PREFIX + noise, EXIF_PREFIX + b"II*\0" + noise, b"MM\0*" + noise):
        cleaned = clean_exif(blob, (300.0, 300.0))
        assert cleaned == b"" or cleaned.startswith(EXIF_PREFIX)
        dpi_of_tags(parse_exif(blob))


@given(st.binary(max_size=400))
def test_noise_is_no_tiff(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "noise.tif"
    for start in (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"II+\0\x08\0\0\0"):
        path.write_bytes(start + noise)
        dpi_of_tags(read_tiff_directory(path))


@given(st.binary(max_size=300))
def test_iptc_in_a_photoshop_segment(records: bytes) -> None:
    segment = photoshop_segment(records)
    assert bare_iptc(segment) == records
    assert bare_iptc(segment[: len(segment) // 2]) is not None


def test_iptc_behind_another_resource() -> None:
    other = b"8BIM\x03\xed\x03abc\0\0\0\x05xxxxx\0"
    segment = photoshop_segment(IPTC)
    start = len(b"Photoshop 3.0\0")
    assert bare_iptc(segment[:start] + other + segment[start:]) == IPTC
    assert bare_iptc(IPTC) == IPTC


@pytest.mark.parametrize(("unit", "dpi"), [(2, (300.0, 150.0)), (3, (762.0, 381.0)), (1, None)])
def test_units_of_resolution(unit: int, dpi: tuple[float, float] | None) -> None:
    assert dpi_of_tags({282: 300.0, 283: 150.0, 296: unit}) == dpi


@pytest.mark.parametrize("tags", [{}, {282: "many"}, {282: 0.0}, {282: float("nan")}, {282: (1, 2, 3)}])
def test_nonsense_is_no_resolution(tags: dict[int, object]) -> None:
    assert dpi_of_tags(tags) is None


@given(st.integers(2, 20_000))
def test_whole_dpi_survive_pixels_per_metre(dpi: int) -> None:
    stored = round(dpi / 0.0254) * 0.0254
    assert tidy_dpi(stored, stored) == (dpi, dpi)


@pytest.mark.parametrize("ending", ["tif", "png", "jpg"])
@pytest.mark.parametrize("dpi", [(300.0, 300.0), (600.0, 1200.0), (72.0, 72.0)])
def test_resolution_of_files(tmp_path: Path, ending: str, dpi: tuple[float, float]) -> None:
    with open_scan(save(tmp_path / f"scan.{ending}", smooth_picture(8, 8, 1, 8), dpi=dpi)) as scan:
        assert scan.info.dpi == dpi


def test_files_without_resolution(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "scan.tif", np.zeros((8, 8), np.uint8))
    for ending in ("png", "jpg", "webp", "bmp"):
        Image.new("L", (8, 8)).save(tmp_path / f"scan.{ending}")
    for ending in ("tif", "png", "jpg", "webp"):
        with open_scan(tmp_path / f"scan.{ending}") as scan:
            assert scan.info.dpi is None


def test_a_tiffs_own_tags_become_exif(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    tags = [(315, "s", 0, "Kim", True), (33432, "s", 0, "Archive", True), (33723, 7, len(IPTC), IPTC, True)]
    tifffile.imwrite(path, np.zeros((8, 8), np.uint8), description="A street", metadata=None, extratags=tags)
    with open_scan(path) as scan:
        exif = parse_exif(scan.info.metadata["exif"])
        assert scan.info.metadata["iptc"] == IPTC
    assert (exif[270], exif[315], exif[33432]) == ("A street", "Kim", "Archive")


def test_blobs_of_a_jpeg(tmp_path: Path) -> None:
    blobs = {"exif-data": exif_blob(), "xmp-data": b"<x/>", "iptc-data": photoshop_segment(IPTC)}
    with open_scan(save(tmp_path / "scan.jpg", smooth_picture(8, 8, 3, 8), blobs=blobs)) as scan:
        metadata = scan.info.metadata
    assert metadata["xmp"] == b"<x/>"
    assert metadata["iptc"] == IPTC
    assert parse_exif(metadata["exif"])[270] == "A street"
