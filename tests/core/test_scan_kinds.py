"""Kinds of pixels: bilevel, palettes, alpha, CMYK, floating point, odd depths; never wrapped, never a negative."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from icc_profiles import ADOBE_RGB, D65, gamma_curve, matrix_profile
from pictures import save, smooth_picture, vips_image
from PIL import Image

from colorstudio.core.scan import Scan, open_scan


def all_rows(scan: Scan) -> np.ndarray:
    return scan.read_rows(0, scan.info.height)


def test_bilevel_has_the_right_polarity(tmp_path: Path) -> None:
    black = np.zeros((16, 24), bool)
    black[:, :8] = True
    for photometric in ("miniswhite", "minisblack"):
        path = tmp_path / f"{photometric}.tif"
        tifffile.imwrite(path, black if photometric == "miniswhite" else ~black, photometric=photometric)
        with open_scan(path) as scan:
            assert (scan.info.bits, scan.info.bands) == (8, 1)
            lightness = scan.read_lightness(0, 16)
            assert lightness[:, :8].max() == 0
            assert lightness[:, 8:].min() == 100


def test_palettes_are_resolved(tmp_path: Path) -> None:
    picture = Image.fromarray(smooth_picture(20, 20, 3, 8)).quantize(16)
    for ending in ("png", "gif", "tif", "bmp"):
        path = tmp_path / f"scan.{ending}"
        picture.save(path)
        with open_scan(path) as scan:
            assert np.array_equal(scan.read_srgb(0, 20), np.array(picture.convert("RGB")))


@pytest.mark.parametrize(("ending", "bits"), [("png", 8), ("png", 16), ("tif", 8), ("tif", 16), ("webp", 8)])
def test_transparency_lies_on_white(tmp_path: Path, ending: str, bits: int) -> None:
    top = (1 << bits) - 1
    picture = np.zeros((12, 12, 4), np.uint8 if bits == 8 else np.uint16)
    picture[:, 4:8, 3] = top // 2
    picture[:, 8:, 3] = top
    options = {"lossless": True, "exact": True} if ending == "webp" else {}
    with open_scan(save(tmp_path / f"scan.{ending}", picture, **options)) as scan:
        row = all_rows(scan)[0, :, 0].astype(float) / top
    assert row[0] == 1
    assert row[11] == 0
    assert abs(row[5] - 0.5) < 0.01


def test_channels_that_are_no_colour_are_left_out_and_said(tmp_path: Path) -> None:
    picture = smooth_picture(20, 30, 3, 16)
    infrared = np.zeros((20, 30, 1), np.uint16)
    path = tmp_path / "film.tif"
    tifffile.imwrite(path, np.concatenate([picture, infrared], -1), photometric="rgb", extrasamples=["unspecified"])
    with open_scan(path) as scan:
        assert np.array_equal(all_rows(scan), picture)
        assert len(scan.info.warnings) == 1
        assert "channels" in scan.info.warnings[0]


@pytest.mark.parametrize("kind", ["float32", "float64", "float16"])
def test_floating_point_from_0_to_1_is_taken_as_it_is(tmp_path: Path, kind: str) -> None:
    picture = (smooth_picture(20, 30, 1, 16) / 65535 * 0.5).astype(kind)
    path = tmp_path / "float.tif"
    tifffile.imwrite(path, picture)
    with open_scan(path) as scan:
        assert scan.info.bits == 16
        assert np.abs(all_rows(scan)[..., 0] - np.rint(picture.astype(np.float64) * 65535)).max() <= 1
        assert scan.info.warnings == ()


@pytest.mark.parametrize("kind", ["float32", "int32", "uint32", "int16", "uint64"])
def test_other_numbers_are_scaled_by_their_range(tmp_path: Path, kind: str) -> None:
    ramp = np.linspace(0, 1, 256, dtype=np.float64).reshape(16, 16)
    low = 10 if kind.startswith("u") else -1000
    path = tmp_path / "numbers.tif"
    tifffile.imwrite(path, (low + ramp * 4000).astype(kind))
    with open_scan(path) as scan:
        rows = all_rows(scan)[..., 0] / 65535
        assert np.abs(rows - ramp).max() < 0.001
        assert len(scan.info.warnings) == 1
        assert "scaled" in scan.info.warnings[0]


def test_no_numbers_are_ignored(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    picture = np.full((9, 9), 0.5, np.float32)
    picture[0, :3] = (np.nan, np.inf, -np.inf)
    path = tmp_path / "nan.tif"
    tifffile.imwrite(path, picture)
    with open_scan(path) as scan:
        rows = all_rows(scan)[..., 0]
        assert set(np.unique(rows)) == {0, 32768}
        assert np.isfinite(scan.read_lightness(0, 9)).all()
    assert capfd.readouterr().err == ""  # no library complains


def test_the_second_reader_knows_the_metadata_too(tmp_path: Path) -> None:
    profile = matrix_profile("Adobe RGB", ADOBE_RGB, D65, gamma_curve(563 / 256))
    picture = smooth_picture(20, 30, 3, 16)
    path = tmp_path / "lzma.tif"
    with tifffile.TiffWriter(path) as tiff:
        for shade in (picture // 2, picture):
            tags = [(700, 1, 4, b"<x/>", True)]
            options = {"compression": "lzma", "photometric": "rgb", "metadata": None, "extratags": tags}
            tiff.write(shade, iccprofile=profile, resolution=(300, 300), resolutionunit="INCH", **options)
    with open_scan(path, page=1) as scan:
        assert (scan.info.pages, scan.info.profile_name, scan.info.dpi) == (2, "Adobe RGB", (300, 300))
        assert scan.info.metadata["xmp"] == b"<x/>"
        assert np.array_equal(all_rows(scan), picture)


@pytest.mark.parametrize("bits", [4, 10, 12, 14])
def test_samples_that_are_no_whole_bytes(tmp_path: Path, bits: int) -> None:
    values = np.random.default_rng(2).integers(0, 1 << bits, (11, 13, 3))
    digits = (values.reshape(11, -1, 1) >> np.arange(bits - 1, -1, -1)) & 1
    packed = np.packbits(digits.reshape(11, -1).astype(np.uint8), axis=1)
    path = tmp_path / "odd.tif"
    with tifffile.TiffWriter(path) as tiff:  # written as bytes, then relabelled
        tiff.write(packed, photometric="minisblack", metadata=None)
    with tifffile.TiffFile(path, mode="r+b") as tiff:
        tags = tiff.pages[0].tags
        tags["ImageWidth"].overwrite(13)
        tags["PhotometricInterpretation"].overwrite(2)
        tags["SamplesPerPixel"].overwrite(3)
        tags["BitsPerSample"].overwrite((bits,) * 3)
    with open_scan(path) as scan:
        top = 255 if bits < 8 else 65535
        assert np.array_equal(all_rows(scan), np.rint(values * (top / ((1 << bits) - 1))))


def test_pages_are_counted_and_chosen(tmp_path: Path) -> None:
    path = tmp_path / "pages.tif"
    with tifffile.TiffWriter(path) as tiff:
        for value in (10, 20, 30):
            tiff.write(np.full((8, 8 + value), value, np.uint8), metadata=None)
    with open_scan(path, page=2) as scan:
        assert (scan.info.page, scan.info.pages, scan.info.width) == (2, 3, 38)
        assert scan.read_rows(0, 8).max() == 30


def test_cmyk_is_no_negative(tmp_path: Path) -> None:
    ink = np.zeros((32, 32, 4), np.uint8)
    ink[:, 16:, 3] = 255
    image = vips_image(ink, "cmyk")
    image.tiffsave(str(tmp_path / "cmyk.tif"))
    image.jpegsave(str(tmp_path / "cmyk.jpg"), Q=100)
    Image.fromarray(255 - ink, "CMYK").save(tmp_path / "pdf.jpg", quality=100)  # as PDFs hold them, upside down
    for name in ("cmyk.tif", "cmyk.jpg", "pdf.jpg"):
        with open_scan(tmp_path / name) as scan:
            assert (scan.info.bits, scan.info.bands, scan.info.icc) == (8, 3, None)
            lightness = scan.read_lightness(0, 32)
            assert lightness[:, :14].min() > 95
            assert lightness[:, 18:].max() < 40
