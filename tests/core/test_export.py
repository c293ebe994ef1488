"""Exports: read back they are what was written; when something fails, nothing has happened."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import pyvips
import tifffile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import smooth_picture
from PIL import Image

from colorstudio.core import export, export_encode
from colorstudio.core.color import srgb_lightness
from colorstudio.core.errors import Cancelled, ExportError
from colorstudio.core.export import ExportSpec, format_for_suffix, write_rows
from colorstudio.core.icc import srgb_profile
from colorstudio.core.metadata import EXIF_PREFIX, parse_exif
from colorstudio.core.output_formats import DEPTHS
from colorstudio.core.progress import CancelToken
from colorstudio.core.provenance import UsedModel, build_xmp
from colorstudio.core.scan import open_scan

CASES = [(name, bits) for name, depths in DEPTHS.items() for bits in depths]
ENDINGS = {"tiff": "tif", "png": "png", "jpeg": "jpg", "webp": "webp"}
IPTC = b"\x1c\x02\x78\x00\x05hello"
XMP = build_xmp(None, models=[UsedModel("photographs@1.0", "")], software_version="0.1.0")


def strips(picture: np.ndarray, height: int = 7) -> Iterator[np.ndarray]:
    for top in range(0, len(picture), height):
        yield picture[top : top + height]


def spec_of(picture: np.ndarray, name: str, **values: object) -> ExportSpec:
    height, width, _ = picture.shape
    return ExportSpec(name, 8 * picture.dtype.itemsize, width, height, **values)


def masters_exif() -> bytes:
    exif = Image.Exif()
    exif[270], exif[274], exif[282], exif[283], exif[296] = "A street", 6, 72.0, 72.0, 2
    exif.get_ifd(0x8769)[36867] = "1951:02:03 04:05:06"
    exif.get_ifd(0x8769)[40961] = 65535  # not sRGB
    return EXIF_PREFIX + exif.tobytes().removeprefix(EXIF_PREFIX)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize(("name", "bits"), CASES)
def test_what_is_written_is_read_back(tmp_path: Path, name: str, bits: int) -> None:
    picture = smooth_picture(61, 83, 3, bits)
    path = tmp_path / f"out.{ENDINGS[name]}"
    write_rows(path, strips(picture), spec_of(picture, name, dpi=(300.0, 600.0)))
    with open_scan(path) as scan:
        info = scan.info
        assert (info.format, info.width, info.height, info.bits, info.bands) == (name, 83, 61, bits, 3)
        assert info.dpi == (300.0, 600.0)
        assert info.icc == srgb_profile()
        assert info.orientation == 1
        off = np.abs(scan.read_lightness(0, 61) - srgb_lightness(picture))
        if name in ("tiff", "png"):
            assert np.array_equal(scan.read_rows(0, 61), picture)
            assert off.max() < 0.01
        assert off.mean() < 0.5
        assert np.percentile(off, 99) < 3
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize("name", ["jpeg", "webp"])
def test_lossy_formats_keep_the_luminance_of_grain(tmp_path: Path, name: str) -> None:
    grain = np.random.default_rng(3).normal(0, 7, (128, 160, 1))
    picture = np.clip(smooth_picture(128, 160, 3, 8) * 0.7 + 30 + grain, 0, 255).astype(np.uint8)
    write_rows(tmp_path / "out", strips(picture), spec_of(picture, name))
    with open_scan(tmp_path / "out") as scan:
        off = np.abs(scan.read_lightness(0, 128) - srgb_lightness(picture))
    assert off.mean() < 0.5
    assert np.percentile(off, 99) < 3


@pytest.mark.parametrize(("name", "bits"), CASES)
def test_metadata_come_along(tmp_path: Path, name: str, bits: int) -> None:
    picture = smooth_picture(20, 30, 3, bits)
    metadata = {"exif": masters_exif(), "iptc": IPTC}
    write_rows(tmp_path / "out", strips(picture), spec_of(picture, name, dpi=(300, 300), metadata=metadata, xmp=XMP))
    with open_scan(tmp_path / "out") as scan:
        assert scan.info.metadata["xmp"] == XMP
        assert scan.info.metadata.get("iptc") == (IPTC if name in ("tiff", "jpeg") else None)
        exif = parse_exif(scan.info.metadata["exif"])
        assert exif[270] == "A street"
        assert exif.get_ifd(0x8769)[36867] == "1951:02:03 04:05:06"
        assert exif.get_ifd(0x8769)[40961] == 1
        assert exif.get(274, 1) == 1
        assert scan.info.orientation == 1
        assert scan.info.dpi == (300, 300)


def test_other_programs_read_the_tiff(tmp_path: Path) -> None:
    picture = smooth_picture(50, 70, 3, 8)
    path = tmp_path / "out.tif"
    spec = spec_of(picture, "tiff", dpi=(300, 300), metadata={"exif": masters_exif(), "iptc": IPTC}, xmp=XMP)
    write_rows(path, strips(picture), spec)
    with Image.open(path) as image:
        assert np.array_equal(np.array(image), picture)
        assert image.info["dpi"] == (300, 300)
        assert image.info["icc_profile"] == srgb_profile()
        assert image.getexif().get_ifd(0x8769)[36867] == "1951:02:03 04:05:06"
    with tifffile.TiffFile(path) as tiff:
        assert np.array_equal(tiff.asarray(), picture)
        assert tiff.pages[0].tags[700].value == XMP
        assert 305 not in tiff.pages[0].tags  # no name of a library as the software


def test_without_metadata_there_are_none(tmp_path: Path) -> None:
    picture = smooth_picture(8, 8, 3, 16)
    write_rows(tmp_path / "out.tif", strips(picture), spec_of(picture, "tiff"))
    with open_scan(tmp_path / "out.tif") as scan:
        assert scan.info.dpi is None
        assert scan.info.metadata == {}


@pytest.mark.parametrize("exif", [b"", b"noise", EXIF_PREFIX + b"II*\0\x08\0\0\0\xff\xff"])
@pytest.mark.parametrize("name", ["tiff", "jpeg"])
def test_damaged_metadata_do_no_harm(tmp_path: Path, name: str, exif: bytes) -> None:
    picture = smooth_picture(8, 8, 3, 8)
    spec = spec_of(picture, name, metadata={"exif": exif, "iptc": b"noise"}, xmp=b"noise")
    write_rows(tmp_path / "out", strips(picture), spec)
    with open_scan(tmp_path / "out") as scan:
        assert scan.read_rows(0, 8).shape == (8, 8, 3)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(1, 60), st.sampled_from([8, 16]))
def test_strips_of_any_height_make_the_same_picture(tmp_path: Path, heights: list[int], width: int, bits: int) -> None:
    picture = smooth_picture(sum(heights), width, 3, bits)
    pieces = np.split(picture, np.cumsum(heights)[:-1])
    path = tmp_path / "out.tif"
    write_rows(path, pieces, spec_of(picture, "tiff"), overwrite=True)
    assert np.array_equal(tifffile.imread(path), picture)


def test_tiff_strips_are_not_those_of_the_caller(tmp_path: Path) -> None:
    picture = np.zeros((900, 1000, 3), np.uint16)
    picture[:] = np.arange(900, dtype=np.uint16)[:, None, None]
    write_rows(tmp_path / "out.tif", strips(picture, 64), spec_of(picture, "tiff"))
    with tifffile.TiffFile(tmp_path / "out.tif") as tiff:
        page = tiff.pages[0]
        assert page.rowsperstrip == 174
        assert len(page.dataoffsets) == 6
        assert np.array_equal(page.asarray(), picture)


def test_large_tiffs_are_bigtiff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("colorstudio.core.export_tiff._CLASSIC_LIMIT", 1000)
    picture = smooth_picture(20, 30, 3, 8)
    metadata = {"exif": masters_exif()}
    write_rows(tmp_path / "out.tif", strips(picture), spec_of(picture, "tiff", metadata=metadata))
    with tifffile.TiffFile(tmp_path / "out.tif") as tiff:
        assert tiff.is_bigtiff
    with open_scan(tmp_path / "out.tif") as scan:
        assert np.array_equal(scan.read_rows(0, 20), picture)


@pytest.mark.parametrize("name", list(DEPTHS))
def test_the_same_rows_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    picture = smooth_picture(33, 44, 3, 8)
    spec = spec_of(picture, name, dpi=(300, 300), metadata={"exif": masters_exif()}, xmp=XMP)
    write_rows(tmp_path / "a", strips(picture, 5), spec)
    write_rows(tmp_path / "b", strips(picture, 9), spec)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_endings_and_formats() -> None:
    assert format_for_suffix(Path("a.TIFF")) == "tiff"
    assert format_for_suffix(Path("a.jpeg")) == "jpeg"
    for name in ("a", "a.bmp", "a.tif.gz"):
        with pytest.raises(ExportError, match="format"):
            format_for_suffix(Path(name))
    assert set(DEPTHS["tiff"]) == {8, 16}


@pytest.mark.parametrize("name", ["jpeg", "webp"])
def test_formats_of_8_bits_refuse_16(tmp_path: Path, name: str) -> None:
    picture = smooth_picture(8, 8, 3, 16)
    with pytest.raises(ExportError, match="16 bits"):
        write_rows(tmp_path / "out", strips(picture), spec_of(picture, name))
    assert names(tmp_path) == []


@pytest.mark.parametrize(("name", "longest"), [("jpeg", 65_500), ("webp", 16_383)])
def test_sizes_that_a_format_cannot_hold_are_named_first(tmp_path: Path, name: str, longest: int) -> None:
    def never() -> Iterator[np.ndarray]:
        raise AssertionError("work was started")
        yield

    with pytest.raises(ExportError, match=str(longest)):
        write_rows(tmp_path / "out", never(), ExportSpec(name, 8, longest + 1, 10))


def test_an_existing_file_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "out.png"
    path.write_bytes(b"old")
    picture = smooth_picture(8, 8, 3, 8)
    with pytest.raises(ExportError, match="exists"):
        write_rows(path, strips(picture), spec_of(picture, "png"))
    assert path.read_bytes() == b"old"
    write_rows(path, strips(picture), spec_of(picture, "png"), overwrite=True)
    with open_scan(path) as scan:
        assert np.array_equal(scan.read_rows(0, 8), picture)


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    picture = smooth_picture(8, 8, 3, 8)
    with pytest.raises(ExportError, match="no folder"):
        write_rows(tmp_path / "no" / "out.png", strips(picture), spec_of(picture, "png"))
    with pytest.raises(ExportError, match="is a folder"):
        write_rows(tmp_path, strips(picture), spec_of(picture, "png"), overwrite=True)


@pytest.mark.parametrize("name", list(DEPTHS))
@pytest.mark.parametrize("error", [RuntimeError("boom"), Cancelled(), OSError(errno.EIO, "Input/output error")])
def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path, name: str, error: Exception) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")
    picture = smooth_picture(40, 30, 3, 8)

    def failing() -> Iterator[np.ndarray]:
        yield picture[:20]
        raise error

    with pytest.raises(ExportError if isinstance(error, OSError) else type(error)):
        write_rows(path, failing(), spec_of(picture, name), overwrite=True)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "no room"), (errno.EACCES, "permission"), (errno.EROFS, "permission")]
)
@pytest.mark.parametrize("name", ["tiff", "png"])
def test_what_the_disc_says_becomes_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, words: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "from the system")

    monkeypatch.setattr(export, "write_tiff", refuse)
    picture = smooth_picture(8, 8, 3, 8)
    with pytest.raises(ExportError, match=words) as caught:
        write_rows(tmp_path / "out", strips(picture), spec_of(picture, name))
    assert str(tmp_path / "out") in str(caught.value)
    assert names(tmp_path) == []


def test_a_full_disc_while_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise pyvips.Error(
            "unable to call pngsave", "wbuffer_write: write failed\nsystem error: No space left on device"
        )

    monkeypatch.setattr(export_encode, "_save", refuse)
    picture = smooth_picture(8, 8, 3, 8)
    with pytest.raises(ExportError, match="no room"):
        write_rows(tmp_path / "out.png", strips(picture), spec_of(picture, "png"))
    assert names(tmp_path) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a device that is always full")
@pytest.mark.parametrize("name", ["tiff", "png"])
def test_a_disc_that_is_full(tmp_path: Path, name: str) -> None:
    code = f"""
import resource, signal, sys
import numpy as np
from pathlib import Path
from colorstudio.core.errors import ExportError
from colorstudio.core.export import ExportSpec, write_rows
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
rows = [np.zeros((50, 1000, 3), np.uint8)] * 10
try:
    write_rows(Path({str(tmp_path)!r}) / "out", rows, ExportSpec({name!r}, 8, 1000, 500))
except ExportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert "cannot be written" in done.stdout
    assert done.stderr == ""
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", list(DEPTHS))
def test_cancelling_leaves_nothing(tmp_path: Path, name: str) -> None:
    token = CancelToken()
    picture = smooth_picture(40, 30, 3, 8)

    def cancelling() -> Iterator[np.ndarray]:
        for index, strip in enumerate(strips(picture, 10)):
            if index == 2:
                token.cancel()
            yield strip

    with pytest.raises(Cancelled):
        write_rows(tmp_path / "out", cancelling(), spec_of(picture, name), token=token)
    assert names(tmp_path) == []


def test_cancelling_while_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    token = CancelToken()
    picture = smooth_picture(2000, 300, 3, 8)
    save = export_encode._save

    def cancel_then_save(image: pyvips.Image, target: Path, spec: ExportSpec) -> None:
        token.cancel()
        save(image, target, spec)

    monkeypatch.setattr(export_encode, "_save", cancel_then_save)
    with pytest.raises(Cancelled):
        write_rows(tmp_path / "out.png", strips(picture), spec_of(picture, "png"), token=token)
    assert names(tmp_path) == []


@pytest.mark.parametrize("rows", [[], [(10, 8)], [(9, 8), (2, 8)], [(10, 9)]])
def test_strips_that_do_not_fit_are_a_programming_error(tmp_path: Path, rows: list[tuple[int, int]]) -> None:
    pieces = [np.zeros((*shape, 3), np.uint8) for shape in rows]
    if rows == [(10, 8)]:
        pieces = [piece.astype(np.uint16) for piece in pieces]
    with pytest.raises(ValueError, match=r"row|strip"):
        write_rows(tmp_path / "out.png", pieces, ExportSpec("png", 8, 8, 10))
    assert names(tmp_path) == []
