"""A result: size, depth, dpi, luminance, provenance; and no file when something goes wrong."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image
from toy_pack import NOISY, TOY_A, write_toy_pack

from colorstudio.core.adjust import Adjustments
from colorstudio.core.color import srgb_lightness, srgb_to_lab
from colorstudio.core.errors import Cancelled, ExportError, ScanError
from colorstudio.core.progress import CancelToken
from colorstudio.core.provenance import DIGITAL_SOURCE_TYPE, read_digital_source_type, read_sidecar
from colorstudio.core.recipe import Recipe
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Crop, Hint, Mask, MaskStroke, Model, Patch
from colorstudio.inference.pack import Pack
from colorstudio.inference.registry import Registry
from colorstudio.pipeline import strips
from colorstudio.pipeline.chroma import ChromaRequest
from colorstudio.pipeline.colorize import Colorizer
from colorstudio.pipeline.export import OutputOptions, colorize_file, with_guess


def lightness_of(path: Path) -> np.ndarray:
    with open_scan(path) as scan:
        return scan.read_lightness(0, scan.info.height)


@pytest.fixture(autouse=True)
def many_strips(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pictures, yet many strips."""
    monkeypatch.setattr(strips, "_STRIP_PIXELS", 211 * 7)


def test_sixteen_bits_keep_lightness_size_depth_and_dpi(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    before = scan16.read_bytes()
    result = colorize_file(scan16, tmp_path / "out.tif", Recipe(), Colorizer(toy, "cpu"), OutputOptions("tiff"))
    with tifffile.TiffFile(result.path) as file:
        page = file.pages[0]
        assert (page.imagewidth, page.imagelength, page.dtype, page.samplesperpixel) == (211, 150, np.uint16, 3)
        assert page.tags["XResolution"].value[0] / page.tags["XResolution"].value[1] == pytest.approx(600)
        pixels = page.asarray()
    assert np.abs(srgb_lightness(pixels) - lightness_of(scan16)).max() <= 0.02
    lab = srgb_to_lab(pixels)
    assert lab[75, 105, 1] == pytest.approx(TOY_A, abs=1.0)
    assert scan16.read_bytes() == before


@pytest.mark.parametrize(
    ("format_", "suffix", "mean", "worst"),
    [("png", "png", 0.5, 0.5), ("jpeg", "jpg", 0.5, 3.0), ("webp", "webp", 0.5, 3.0)],
)
def test_other_formats_keep_lightness_within_their_tolerance(
    toy: Pack, scan16: Path, tmp_path: Path, format_: str, suffix: str, mean: float, worst: float
) -> None:
    target = tmp_path / f"out.{suffix}"
    colorize_file(scan16, target, Recipe(), Colorizer(toy, "cpu"), OutputOptions(format_, 8))  # type: ignore[arg-type]
    with Image.open(target) as image:
        assert image.size == (211, 150)
        difference = np.abs(srgb_lightness(np.asarray(image.convert("RGB"))) - lightness_of(scan16))
    assert difference.mean() <= mean
    assert np.percentile(difference, 99) <= worst


def test_provenance_is_in_the_file_and_beside_it(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    recipe = Recipe(adjustments=Adjustments(0.8), seed=5, quarter_turns=1)
    result = colorize_file(scan16, tmp_path / "out.png", recipe, Colorizer(toy, "cpu"), OutputOptions("png"))
    assert read_digital_source_type(result.path) == DIGITAL_SOURCE_TYPE
    assert result.sidecar == tmp_path / "out.png.json"
    written = Recipe.read(result.sidecar)
    assert written == result.recipe
    assert written.master is not None
    assert written.master.sha256 == hashlib.sha256(scan16.read_bytes()).hexdigest()
    assert written.model is not None
    assert (written.model.reference, written.model.sha256) == ("toy@1.0", toy.sha256)
    assert (written.render_size, written.seed, written.quarter_turns) == (128, 5, 1)
    assert result.sha256 == hashlib.sha256(result.path.read_bytes()).hexdigest()
    assert result.sha256 in result.sidecar.read_text()
    with Image.open(result.path) as image:
        assert image.size == (150, 211)


@pytest.mark.parametrize("provenance", [True, False])
def test_what_the_master_says_of_itself_stays_in_the_result(toy: Pack, tmp_path: Path, provenance: bool) -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:arch="http://example.org/archive/" arch:shelf="A 7"/>'
        "</rdf:RDF></x:xmpmeta>"
    )
    master = tmp_path / "master.tif"
    pixels = np.arange(60 * 80, dtype=np.uint16).reshape(60, 80)
    tifffile.imwrite(master, pixels, photometric="minisblack", extratags=[(700, "B", 0, packet.encode(), True)])
    options = OutputOptions("tiff", provenance=provenance)
    result = colorize_file(master, tmp_path / "out.tif", Recipe(), Colorizer(toy, "cpu"), options)
    with open_scan(result.path) as scan:
        written = scan.info.metadata["xmp"]
    assert b"http://example.org/archive/" in written
    assert b"A 7" in written
    assert (read_digital_source_type(result.path) == DIGITAL_SOURCE_TYPE) is provenance


def test_without_provenance_there_is_neither(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    options = OutputOptions("png", provenance=False)
    result = colorize_file(scan16, tmp_path / "out.png", Recipe(), Colorizer(toy, "cpu"), options)
    assert result.sidecar is None
    assert read_digital_source_type(result.path) is None
    assert not (tmp_path / "out.png.json").exists()


def test_the_same_recipe_gives_the_same_bytes(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    colorizer = Colorizer(toy, "cpu")
    options = OutputOptions("tiff", provenance=False)
    first = colorize_file(scan16, tmp_path / "one.tif", Recipe(seed=3), colorizer, options)
    second = colorize_file(scan16, tmp_path / "two.tif", first.recipe, colorizer, options)
    assert first.sha256 == second.sha256


STEERED = Recipe(
    quarter_turns=1,
    mirrored=True,
    crop=Crop(0.1, 0.2, 0.7, 0.9),
    render_size=64,
    seed=2,
    hints=(Hint(((0.3, 0.4),), 12.0, -30.0),),
    patches=(Patch(((0.5, 0.0), (1.0, 0.0), (1.0, 1.0)), seed=0, render_size=96),),
    adjustments=Adjustments(saturation=1.2),
    mask=Mask(strokes=(MaskStroke("brush", ((0.1, 0.3),), amount=0.0, radius=0.2),)),
    guess_fade=0.8,
)


@pytest.mark.parametrize(
    "changes",
    [
        {"mirrored": False},
        {"crop": None},
        {"seed": 0},
        {"hints": ()},
        {"patches": ()},
        {"mask": None},
        {"guess_fade": None},
    ],
    ids=str,
)
def test_all_of_a_recipe_counts_and_its_sidecar_gives_the_same_bytes(
    scan16: Path, tmp_path: Path, changes: dict[str, Any]
) -> None:
    colorizer, options = Colorizer(write_toy_pack(tmp_path, **NOISY), "cpu"), OutputOptions("tiff")
    first = colorize_file(scan16, tmp_path / "one.tif", STEERED, colorizer, options)
    assert first.sidecar is not None
    again = colorize_file(scan16, tmp_path / "two.tif", Recipe.read(first.sidecar), colorizer, options)
    assert again.recipe == first.recipe
    assert again.sha256 == first.sha256
    other = colorize_file(scan16, tmp_path / "other.tif", replace(STEERED, **changes), colorizer, options)
    assert other.sha256 != first.sha256


def test_an_export_names_the_models_of_its_regions(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    other = write_toy_pack(tmp_path, id="plates", licence="CC-BY-NC-SA-4.0", **NOISY)
    patch = Patch(((0.5, 0.0), (1.0, 0.0), (1.0, 1.0)), model=Model(other.card.reference, other.sha256))
    colorizer = Colorizer(toy, "cpu", Registry([tmp_path]).find_exactly)
    result = colorize_file(scan16, tmp_path / "one.tif", Recipe(patches=(patch,)), colorizer, OutputOptions("tiff"))
    assert result.sidecar is not None
    assert [model.reference for model in read_sidecar(result.sidecar).models] == ["toy@1.0", "plates@1.0"]
    assert b"in parts with the model plates@1.0 (licence: CC-BY-NC-SA-4.0)" in result.path.read_bytes()


def test_a_mirrored_crop_has_the_masters_pixels_at_its_place_and_its_dpi(
    toy: Pack, scan16: Path, tmp_path: Path
) -> None:
    recipe = Recipe(mirrored=True, crop=Crop(0.0, 0.5, 0.25, 1.0))
    result = colorize_file(scan16, tmp_path / "out.tif", recipe, Colorizer(toy, "cpu"), OutputOptions("tiff"))
    with open_scan(result.path) as scan:
        assert (scan.info.width, scan.info.height) == (53, 75)
        assert scan.info.dpi == pytest.approx((600, 600))
        cut = scan.read_lightness(0, 75)
    wanted = lightness_of(scan16)[75:, ::-1][:, :53]
    assert np.abs(cut - wanted).max() <= 0.02


def test_a_map_that_is_measured_afterwards_is_the_same(scan16: Path, tmp_path: Path) -> None:
    pack, token = write_toy_pack(tmp_path, **NOISY), CancelToken()
    recipe = replace(STEERED, guess_fade=None)
    with open_scan(scan16, 0, 1, mirrored=True) as scan:
        size = scan.info.width, scan.info.height
        request = ChromaRequest(64, 2, STEERED.hints, STEERED.patches)
        chroma = Colorizer(pack, "cpu").chroma(*size, scan.shrink_lightness, request, token)
        later = with_guess(scan, chroma, recipe, Colorizer(pack, "cpu"), token).guess
        request = replace(request, wants_guess=True)
        at_once = Colorizer(pack, "cpu").chroma(*size, scan.shrink_lightness, request, token).guess
    assert later is not None
    assert at_once is not None
    assert np.array_equal(later.uncertainty, at_once.uncertainty)
    assert later.uncertainty.shape == chroma.lightness.shape == (135, 96)


def test_an_existing_result_is_kept_unless_told_otherwise(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.tif"
    target.write_bytes(b"mine")
    colorizer = Colorizer(toy, "cpu")
    with pytest.raises(ExportError, match=r"out\.tif exists and was kept"):
        colorize_file(scan16, target, Recipe(), colorizer, OutputOptions("tiff"))
    assert target.read_bytes() == b"mine"
    colorize_file(scan16, target, Recipe(), colorizer, OutputOptions("tiff", overwrite=True))
    assert target.stat().st_size > 1000


def test_the_master_is_refused_even_with_overwrite(toy: Pack, scan16: Path) -> None:
    before = scan16.read_bytes()
    with pytest.raises(ExportError, match="never written to"):
        colorize_file(scan16, scan16, Recipe(), Colorizer(toy, "cpu"), OutputOptions("tiff", overwrite=True))
    assert scan16.read_bytes() == before


def test_cancelling_half_way_leaves_nothing(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    token = CancelToken()
    with pytest.raises(Cancelled):
        colorize_file(
            scan16,
            out / "out.tif",
            Recipe(),
            Colorizer(toy, "cpu"),
            OutputOptions("tiff"),
            token,
            lambda fraction: token.cancel() if fraction > 0.3 else None,
        )
    assert not list(out.iterdir())


def test_a_damaged_scan_leaves_nothing(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.tif"
    damaged.write_bytes(scan16.read_bytes()[:20_000])
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(ScanError, match=r"damaged\.tif"):
        colorize_file(damaged, out / "out.tif", Recipe(), Colorizer(toy, "cpu"), OutputOptions("tiff"))
    assert not list(out.iterdir())


def test_jpeg_holds_eight_bits_and_says_so(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="8"):
        colorize_file(scan16, tmp_path / "out.jpg", Recipe(), Colorizer(toy, "cpu"), OutputOptions("jpeg", 16))
    assert not (tmp_path / "out.jpg").exists()


def test_a_sidecar_that_exists_is_kept_like_a_result(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    target, mine = tmp_path / "out.png", tmp_path / "out.png.json"
    mine.write_text("mine")
    with pytest.raises(ExportError, match=r"out\.png\.json exists and was kept"):
        colorize_file(scan16, target, Recipe(), Colorizer(toy, "cpu"), OutputOptions("png"))
    assert (mine.read_text(), target.exists()) == ("mine", False)
    colorize_file(scan16, target, Recipe(), Colorizer(toy, "cpu"), OutputOptions("png", provenance=False))
    assert mine.read_text() == "mine"


def test_a_result_without_provenance_does_not_keep_the_sidecar_of_the_one_before(
    toy: Pack, scan16: Path, tmp_path: Path
) -> None:
    colorizer, target = Colorizer(toy, "cpu"), tmp_path / "out.png"
    first = colorize_file(scan16, target, Recipe(), colorizer, OutputOptions("png"))
    assert first.sidecar is not None
    assert first.sidecar.exists()
    again = colorize_file(scan16, target, Recipe(), colorizer, OutputOptions("png", None, False, True))
    assert (again.sidecar, first.sidecar.exists()) == (None, False)


def test_a_scan_is_no_sidecar_whatever_it_is_called(toy: Pack, scan16: Path, tmp_path: Path) -> None:
    master = scan16.rename(tmp_path / "out.tif.json")
    with pytest.raises(ExportError, match="never written to"):
        colorize_file(
            master, tmp_path / "out.tif", Recipe(), Colorizer(toy, "cpu"), OutputOptions("tiff", None, True, True)
        )
