"""Scans: every format, depth and orientation gives the upright picture, strip by strip, and its L*."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import tifffile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icc_profiles import ADOBE_RGB, D65, gamma_curve, grey_profile, matrix_profile
from pictures import TO_UPRIGHT, save, smooth_picture, stored, vips_image
from PIL import Image

from colorstudio.core.color import srgb_lightness
from colorstudio.core.icc import LightnessConverter, parse_profile
from colorstudio.core.scan import Scan, is_readable_name, open_scan, readable_suffixes

LOSSLESS = [("tif", 8), ("tif", 16), ("png", 8), ("png", 16), ("webp", 8), ("bmp", 8)]


def write(path: Path, picture: np.ndarray, orientation: int = 1) -> Path:
    if path.suffix == ".bmp":
        Image.fromarray(picture).save(path)
        return path
    options = {"lossless": True} if path.suffix == ".webp" else {"Q": 100} if path.suffix == ".jpg" else {}
    return save(path, picture, orientation=orientation, **options)


def all_rows(scan: Scan, strip: int = 7) -> np.ndarray:
    height = scan.info.height
    return np.concatenate([scan.read_rows(y, min(y + strip, height)) for y in range(0, height, strip)])


@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize(("ending", "bits"), LOSSLESS)
def test_every_format_and_depth_is_read_exactly(tmp_path: Path, ending: str, bits: int, bands: int) -> None:
    picture = smooth_picture(41, 53, bands, bits)
    with open_scan(write(tmp_path / f"scan.{ending}", picture)) as scan:
        info = scan.info
        assert (info.width, info.height, info.bits) == (53, 41, bits)
        assert info.bands == (3 if ending == "webp" else bands)  # WebP knows no grey
        rows = all_rows(scan)
        assert rows.dtype == (np.uint8 if bits == 8 else np.uint16)
        assert np.array_equal(rows, np.broadcast_to(picture.reshape(41, 53, bands), rows.shape))
        lightness = scan.read_lightness(0, 41)
        assert np.abs(lightness - srgb_lightness(picture, grey=bands == 1)).max() < 1e-4
        assert info.warnings == ()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("ending", "bits"), [("tif", 16), ("png", 8), ("jpg", 8), ("webp", 8)])
def test_all_orientations_give_the_same_picture(tmp_path: Path, ending: str, bits: int, orientation: int) -> None:
    picture = smooth_picture(48, 80, 3, bits)
    with open_scan(write(tmp_path / f"scan.{ending}", picture, orientation)) as scan:
        assert scan.info.orientation == orientation
        assert (scan.info.width, scan.info.height) == (80, 48)
        off = np.abs(all_rows(scan).astype(int) - picture).max()
        assert off <= (40 if ending == "jpg" else 0)  # a turn by mistake is off by 200
        small = scan.shrink_lightness(40, 24)
        wanted = srgb_lightness(picture).reshape(24, 2, 40, 2).mean(axis=(1, 3))
        assert np.abs(small - wanted).mean() < 1.0
        assert np.abs(scan.preview_srgb(40).astype(int)[4, 4] - picture[9, 9] / (257 if bits == 16 else 1)).max() < 30


@pytest.mark.parametrize("turns", [-1, 1, 2, 3, 5])
@pytest.mark.parametrize("orientation", [1, 2, 6])
def test_quarter_turns_follow_the_orientation(tmp_path: Path, orientation: int, turns: int) -> None:
    picture = smooth_picture(30, 44, 1, 16)
    path = save(tmp_path / "scan.tif", picture, orientation=orientation, dpi=(300, 600))
    with open_scan(path, quarter_turns=turns) as scan:
        assert np.array_equal(all_rows(scan)[..., 0], np.rot90(picture, -turns))
        swapped = (orientation >= 5) != bool(turns % 2)
        assert scan.info.dpi == ((600, 300) if swapped else (300, 600))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_do_not_depend_on_the_strips(data: st.DataObject, tmp_path: Path) -> None:
    picture = smooth_picture(61, 19, 3, 8)
    path = tmp_path / "strips.tif"
    if not path.exists():
        tifffile.imwrite(path, picture, photometric="rgb", rowsperstrip=5, compression="zlib")
    requests = data.draw(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=8))
    with open_scan(path) as scan:
        for top, height in requests:  # overlapping, with gaps, and back: every one gives its own rows
            bottom = min(61, top + height)
            assert np.array_equal(scan.read_rows(top, bottom), picture[top:bottom])


@pytest.mark.parametrize(
    "layout",
    [
        {"tile": (32, 16)},
        {"rowsperstrip": 3, "compression": "zlib", "predictor": True},
        {"bigtiff": True},
        {"byteorder": ">"},
        {"compression": "lzma"},
        {"planarconfig": "separate"},
        {"planarconfig": "separate", "tile": (16, 16)},
    ],
    ids=str,
)
@pytest.mark.parametrize("bits", [8, 16])
def test_tiff_layouts(tmp_path: Path, layout: dict[str, object], bits: int) -> None:
    picture = smooth_picture(50, 70, 3, bits)
    path = tmp_path / "scan.tif"
    options = dict(layout)
    with tifffile.TiffWriter(
        path, bigtiff=bool(options.pop("bigtiff", False)), byteorder=options.pop("byteorder", "<")
    ) as tiff:
        pixels = np.moveaxis(picture, -1, 0) if options.get("planarconfig") == "separate" else picture
        tiff.write(pixels, photometric="rgb", metadata=None, **options)
    with open_scan(path) as scan:
        assert np.array_equal(all_rows(scan), picture)


@pytest.mark.parametrize("compression", ["lzw", "packbits", "deflate"])
def test_tiff_compressions(tmp_path: Path, compression: str) -> None:
    picture = smooth_picture(50, 70, 1, 16)
    predictor = "none" if compression == "packbits" else "horizontal"
    with open_scan(save(tmp_path / "scan.tif", picture, compression=compression, predictor=predictor)) as scan:
        assert np.array_equal(all_rows(scan)[..., 0], picture)


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


def test_no_numbers_are_ignored(tmp_path: Path) -> None:
    picture = np.full((9, 9), 0.5, np.float32)
    picture[0, :3] = (np.nan, np.inf, -np.inf)
    path = tmp_path / "nan.tif"
    tifffile.imwrite(path, picture)
    with open_scan(path) as scan:
        rows = all_rows(scan)[..., 0]
        assert set(np.unique(rows)) == {0, 32768}
        assert np.isfinite(scan.read_lightness(0, 9)).all()


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


@pytest.mark.parametrize("ending", ["tif", "png", "jpg"])
def test_profiles_are_honoured(tmp_path: Path, ending: str) -> None:
    profile = matrix_profile("Adobe RGB", ADOBE_RGB, D65, gamma_curve(563 / 256))
    picture = smooth_picture(30, 40, 3, 8)
    with open_scan(save(tmp_path / f"scan.{ending}", picture, blobs={"icc-profile-data": profile})) as scan:
        assert scan.info.icc == profile
        assert scan.info.profile_name == "Adobe RGB"
        rows = all_rows(scan)
        wanted = LightnessConverter(parse_profile(profile), 8).convert(rows)
        assert np.array_equal(scan.read_lightness(0, 30), wanted)
        shown = srgb_lightness(scan.read_srgb(0, 30))
        assert np.abs(shown - wanted).mean() < 1.0  # clipped where sRGB ends
        assert np.abs(scan.shrink_lightness(40, 30) - wanted).max() < 1e-3


def test_a_grey_profile_reaches_the_lightness(tmp_path: Path) -> None:
    profile = grey_profile("Gray Gamma 1.8", gamma_curve(1.8))
    picture = np.full((5, 5), 32768, np.uint16)
    with open_scan(save(tmp_path / "grey.tif", picture, blobs={"icc-profile-data": profile})) as scan:
        y = (32768 / 65535) ** (round(1.8 * 256) / 256)
        assert np.abs(scan.read_lightness(0, 5) - (116 * np.cbrt(y) - 16)).max() < 1e-3


@pytest.mark.parametrize("profile", [b"no profile at all" * 20, grey_profile("grey", gamma_curve(2.2))])
def test_a_wrong_profile_is_a_warning(tmp_path: Path, profile: bytes) -> None:
    picture = smooth_picture(10, 10, 3, 8)
    path = tmp_path / "scan.tif"
    tifffile.imwrite(path, picture, photometric="rgb", iccprofile=profile)
    with open_scan(path) as scan:
        assert scan.info.icc is None
        assert "profile" in scan.info.warnings[0]
        assert np.allclose(scan.read_lightness(0, 10), srgb_lightness(picture), atol=1e-4)


def test_shrinking_averages_areas(tmp_path: Path) -> None:
    checks = np.indices((64, 96)).sum(axis=0) % 2 * 65535
    path = save(tmp_path / "checks.tif", checks.astype(np.uint16))
    with open_scan(path) as scan:
        small = scan.shrink_lightness(24, 16)
    assert small.shape == (16, 24)
    assert np.abs(small - srgb_lightness(np.array([0.5], np.float32), grey=True)).max() < 0.3


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (53, 41), (100, 90)])
def test_any_size_can_be_asked_for(tmp_path: Path, size: tuple[int, int]) -> None:
    for name in ("scan.jpg", "scan.png"):
        with open_scan(write(tmp_path / name, smooth_picture(41, 53, 3, 8), 6)) as scan:
            small = scan.shrink_lightness(*size)
            assert small.shape == size[::-1]
            assert small.dtype == np.float32


def test_a_preview_is_never_larger_than_the_scan(tmp_path: Path) -> None:
    with open_scan(write(tmp_path / "scan.png", smooth_picture(20, 50, 1, 16))) as scan:
        assert scan.preview_srgb(25).shape == (10, 25, 3)
        assert scan.preview_srgb(4000).shape == (20, 50, 3)


def test_the_file_may_be_replaced_while_it_is_open(tmp_path: Path) -> None:
    path = save(tmp_path / "scan.png", np.full((8, 8), 10, np.uint8))
    with open_scan(path) as scan:
        assert scan.read_rows(0, 8).max() == 10
    save(path, np.full((8, 8), 200, np.uint8))
    with open_scan(path) as scan:
        assert scan.read_rows(0, 8).min() == 200  # nothing of the old one is remembered


def test_scans_are_opened_by_several_threads(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, smooth_picture(64, 64, 3, 8)) for name in ("a.tif", "b.png", "c.bmp", "d.jpg")]
    wrong: list[Path] = []

    def read(path: Path) -> None:
        for _ in range(5):
            with open_scan(path) as scan:
                if all_rows(scan).shape != (64, 64, 3):
                    wrong.append(path)

    threads = [threading.Thread(target=read, args=(path,)) for path in paths * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_names_of_readable_files() -> None:
    assert {".tif", ".tiff", ".png", ".jpg", ".webp", ".bmp", ".jp2"} <= set(readable_suffixes())
    assert is_readable_name(Path("A.TIFF"))
    assert not is_readable_name(Path("a.txt"))


def test_rows_outside_are_a_programming_error(tmp_path: Path) -> None:
    with open_scan(write(tmp_path / "scan.png", smooth_picture(8, 8, 1, 8))) as scan:
        for rows in ((0, 9), (-1, 3), (4, 4)):
            with pytest.raises(ValueError, match="rows"):
                scan.read_rows(*rows)


_MEASURE = """
import resource, sys
from colorstudio.core.scan import open_scan
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
with open_scan({small!r}) as scan:  # everything is loaded that will be
    scan.shrink_lightness(20, 20), scan.read_lightness(0, 8)
before = peak()
with open_scan({large!r}, quarter_turns={turns}) as scan:
    scan.shrink_lightness(256, 256)
    for y in range(0, scan.info.height, 64):
        scan.read_lightness(y, min(scan.info.height, y + 64))
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module there")
@pytest.mark.parametrize("compression", [None, "zlib"])
def test_memory_does_not_grow_with_the_picture(tmp_path: Path, compression: str | None) -> None:
    small, large = tmp_path / "small.tif", tmp_path / "large.tif"
    tifffile.imwrite(small, np.zeros((64, 64), np.uint16))
    strip = np.random.default_rng(0).integers(0, 65536, (1, 4000), np.uint16)
    picture = np.broadcast_to(strip, (16000, 4000))  # 128 MB on disc when not compressed
    tifffile.imwrite(large, picture, rowsperstrip=16, compression=compression)
    code = _MEASURE.format(small=str(small), large=str(large), turns=0)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert int(done.stdout) < 70
    assert done.stderr == ""


def test_stored_is_the_inverse_of_upright() -> None:
    picture = smooth_picture(4, 6, 3, 8)
    for orientation, turn in TO_UPRIGHT.items():
        assert np.array_equal(turn(stored(picture, orientation)), picture)
