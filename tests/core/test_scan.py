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
from pictures import TO_UPRIGHT, save, smooth_picture, stored
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


@pytest.mark.parametrize("turns", [0, 1, 2])
@pytest.mark.parametrize("orientation", [1, 2, 6])
@pytest.mark.parametrize(("ending", "bits"), [("tif", 16), ("png", 8), ("webp", 8), ("bmp", 8)])
def test_mirroring_follows_the_turns(tmp_path: Path, ending: str, bits: int, orientation: int, turns: int) -> None:
    picture = smooth_picture(30, 44, 3, bits)
    path = write(tmp_path / f"scan.{ending}", picture, orientation)
    wanted = np.rot90(picture, -turns)[:, ::-1]
    with open_scan(path, 0, turns, mirrored=True) as scan:
        height, width = wanted.shape[:2]
        assert (scan.info.width, scan.info.height) == (width, height)
        assert np.array_equal(all_rows(scan), wanted)
        assert np.abs(scan.shrink_lightness(width, height) - srgb_lightness(wanted)).max() < 1e-4
        shown = wanted // 257 if bits == 16 else wanted
        assert np.abs(scan.preview_srgb(44).astype(int) - shown).max() <= 1


@pytest.mark.parametrize("options", [{"compression": "lzma"}, {"planarconfig": "separate", "tile": (16, 16)}], ids=str)
def test_what_the_second_reader_opens_is_mirrored_too(tmp_path: Path, options: dict[str, object]) -> None:
    picture = smooth_picture(30, 44, 3, 16)
    planes = np.moveaxis(picture, -1, 0) if "planarconfig" in options else picture
    tifffile.imwrite(tmp_path / "scan.tif", planes, photometric="rgb", **options)
    with open_scan(tmp_path / "scan.tif", mirrored=True) as scan:
        assert np.array_equal(all_rows(scan), picture[:, ::-1])


def test_a_jpeg_that_is_shrunk_while_it_is_decoded_is_mirrored_too(tmp_path: Path) -> None:
    picture = smooth_picture(320, 640, 1, 8)
    path = write(tmp_path / "scan.jpg", picture)
    with open_scan(path) as scan, open_scan(path, mirrored=True) as mirrored:
        plain, other = scan.shrink_lightness(64, 32), mirrored.shrink_lightness(64, 32)
    assert np.abs(plain - plain[:, ::-1]).max() > 20
    assert np.abs(other - plain[:, ::-1]).max() < 0.5


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


@pytest.mark.parametrize("bands", [1, 3])
def test_a_single_pixel_is_a_picture(tmp_path: Path, bands: int) -> None:
    path = tmp_path / "pixel.tif"
    shape, kind = ((1, 1, 3), "rgb") if bands == 3 else ((1, 1), "minisblack")
    tifffile.imwrite(path, np.full(shape, 40_000, np.uint16), photometric=kind)
    with open_scan(path) as scan:
        for size in ((1, 1), (4, 3)):
            np.testing.assert_allclose(scan.shrink_lightness(*size), scan.read_lightness(0, 1)[0, 0], atol=1e-3)
            assert scan.shrink_lightness(*size).shape == size[::-1]
        assert scan.preview_srgb(16).shape == (1, 1, 3)


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
with open_scan({large!r}, mirrored={mirrored}) as scan:
    scan.shrink_lightness(256, 256)
    for y in range(0, scan.info.height, 64):
        scan.read_lightness(y, min(scan.info.height, y + 64))
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module there")
@pytest.mark.parametrize(("compression", "mirrored"), [(None, False), ("zlib", False), ("zlib", True)])
def test_memory_does_not_grow_with_the_picture(tmp_path: Path, compression: str | None, mirrored: bool) -> None:
    small, large = tmp_path / "small.tif", tmp_path / "large.tif"
    tifffile.imwrite(small, np.zeros((64, 64), np.uint16))
    strip = np.random.default_rng(0).integers(0, 65536, (1, 4000), np.uint16)
    picture = np.broadcast_to(strip, (16000, 4000))  # 128 MB on disc when not compressed
    tifffile.imwrite(large, picture, rowsperstrip=16, compression=compression)
    code = _MEASURE.format(small=str(small), large=str(large), mirrored=mirrored)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert int(done.stdout) < 70
    assert done.stderr == ""


def test_stored_is_the_inverse_of_upright() -> None:
    picture = smooth_picture(4, 6, 3, 8)
    for orientation, turn in TO_UPRIGHT.items():
        assert np.array_equal(turn(stored(picture, orientation)), picture)
