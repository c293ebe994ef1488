"""Palette, mask and fading act alike for a part on screen and for the rows of an export."""

from __future__ import annotations

import weakref
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from icc_profiles import ADOBE_RGB, D65, gamma_curve, matrix_profile

from colorstudio.core.adjust import Adjustments
from colorstudio.core.color import srgb_to_lab
from colorstudio.core.palette import measure_palette, transfer_palette
from colorstudio.core.progress import CancelToken, no_progress
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Crop, Look, Mask, MaskStroke
from colorstudio.core.upsample import BAND_ROWS, ChromaUpsampler, resize_plane
from colorstudio.inference.uncertainty import GuessMap
from colorstudio.pipeline import strips
from colorstudio.pipeline.chroma import Chroma
from colorstudio.pipeline.development import Development
from colorstudio.pipeline.strips import composed_strips, crop_pixels, cut_rows
from colorstudio.pipeline.view import Frames, Rect, ScanPyramid, render_region

WIDTH, HEIGHT = 301, 217
BRUSH = MaskStroke("brush", ((0.2, 0.2), (0.6, 0.7)), amount=0.0, radius=0.2, feather=0.7)
WHOLE = Rect(0, 0, WIDTH, HEIGHT)


def scene(width: int, height: int) -> np.ndarray:
    """L*: a dark half and a light one, the edge between them slanted, with waves."""
    y, x = np.mgrid[:height, :width] / np.float32(height)
    return (np.where(x < 0.6 + y / 4, 35, 75) + 6 * np.sin(9 * x + 5 * y)).astype(np.float32)


@pytest.fixture
def chroma() -> Chroma:
    lightness = resize_plane(scene(WIDTH, HEIGHT), 80, 58)
    ab = np.stack([lightness / 2 - 20, 30 - lightness / 2], axis=-1)
    uncertainty = np.tile(np.linspace(0, 1, 80, dtype=np.float32), (58, 1))
    guess = GuessMap(uncertainty, ab[None])
    return Chroma(ab, lightness, ChromaUpsampler(lightness, ab), 58, "CPU", 0.1, guess=guess)


@pytest.fixture
def sepia(tmp_path: Path) -> Path:
    """A brown 16-bit scan of the scene."""
    grey = scene(WIDTH, HEIGHT) / 100
    path = tmp_path / "sepia.tif"
    pixels = np.rint(np.stack([grey, grey * 0.85, grey * 0.65], axis=-1) * 65535).astype(np.uint16)
    tifffile.imwrite(path, pixels, photometric="rgb")
    return path


def look_with_everything(chroma: Chroma) -> Look:
    palette = measure_palette(chroma.lightness, chroma.ab[::-1] * -1, "reference")
    return Look(Adjustments(0.9, 1.3, toning=0.7), Mask(strokes=(BRUSH,)), palette, 0.6)


def test_nothing_asked_for_is_the_models_chroma_with_no_weight(chroma: Chroma) -> None:
    lightness = scene(WIDTH, HEIGHT)
    ab, weight = Development(chroma, Look()).region(lightness, 0, 0, 1, 1)
    assert weight is None
    assert np.array_equal(ab, chroma.upsampler.region(lightness, 0, 0, 1, 1))


def test_a_palette_is_transferred_at_the_render_size(chroma: Chroma) -> None:
    palette = look_with_everything(chroma).palette
    assert palette is not None
    moved = transfer_palette(chroma.lightness, chroma.ab, palette)
    expected = ChromaUpsampler(chroma.lightness, moved).region(chroma.lightness, 0, 0, 1, 1)
    ab, _ = Development(chroma, Look(palette=palette)).region(chroma.lightness, 0, 0, 1, 1)
    assert np.allclose(ab, expected, atol=1e-3)
    assert np.abs(ab - chroma.ab).max() > 5


def test_what_is_uncertain_fades_softly_around_the_threshold(chroma: Chroma) -> None:
    _, weight = Development(chroma, Look(guess_fade=0.5)).region(chroma.lightness, 0, 0, 1, 1)
    assert weight is not None
    line = weight[29]
    assert (line[:28] > 0.99).all()
    assert (line[52:] < 0.01).all()
    assert line[40] == pytest.approx(0.5, abs=0.1)
    lower = Development(chroma, Look(guess_fade=0.3)).region(chroma.lightness, 0, 0, 1, 1)[1]
    assert lower is not None
    assert (lower <= weight + 1e-3).all()


def test_without_a_guess_map_nothing_fades(chroma: Chroma) -> None:
    assert (
        Development(replace(chroma, guess=None), Look(guess_fade=0.1)).region(chroma.lightness, 0, 0, 1, 1)[1] is None
    )


def test_mask_and_fading_multiply(chroma: Chroma) -> None:
    looks = Look(mask=Mask(strokes=(BRUSH,))), Look(guess_fade=0.5), Look(mask=Mask(strokes=(BRUSH,)), guess_fade=0.5)
    mask, fade, both = (Development(chroma, look).region(chroma.lightness, 0, 0, 1, 1)[1] for look in looks)
    assert mask is not None
    assert fade is not None
    assert both == pytest.approx(mask * fade, abs=1e-6)


def test_a_mask_that_snaps_follows_the_luminance(chroma: Chroma) -> None:
    lightness = scene(WIDTH, HEIGHT)
    dark = lightness < 55
    stroke = MaskStroke("brush", ((0.55, 0.0), (0.62, 1.0)), radius=0.1, feather=0.8)  # along the edge, over it
    whole = MaskStroke("brush", ((0.25, 0.0), (0.25, 1.0)), radius=0.45, feather=0.1)
    drawn, snapped = (
        Development(chroma, Look(mask=Mask(0.0, (whole, stroke), snap))).region(lightness, 0, 0, 1, 1)[1]
        for snap in (False, True)
    )
    assert drawn is not None
    assert snapped is not None
    assert 0 <= snapped.min() <= snapped.max() <= 1
    near = np.abs(np.mgrid[:HEIGHT, :WIDTH][1] / HEIGHT - 0.6 - np.mgrid[:HEIGHT, :WIDTH][0] / HEIGHT / 4) < 0.06
    step = [plane[near & dark].mean() - plane[near & ~dark].mean() for plane in (drawn, snapped)]
    assert step[1] > step[0]


@given(st.lists(st.integers(1, HEIGHT - 1), max_size=6, unique=True))
@settings(max_examples=8, deadline=None)
def test_rows_are_the_same_bits_however_they_are_cut(cuts: list[int]) -> None:
    lightness = scene(WIDTH, HEIGHT)
    guide = resize_plane(lightness, 80, 58)
    ab = np.stack([guide / 2, 30 - guide], axis=-1)
    chroma = Chroma(ab, guide, ChromaUpsampler(guide, ab), 58, "CPU", 0.1, guess=GuessMap(guide / 100, ab[None]))
    for snap in (False, True):
        development = Development(chroma, Look(mask=Mask(1.0, (BRUSH,), snap), guess_fade=0.5))
        whole = development.rows(lightness, 0, HEIGHT, HEIGHT)
        parts = [development.rows(lightness[a:b], a, b, HEIGHT) for a, b in pairwise([0, *sorted(cuts), HEIGHT])]
        for index in (0, 1):
            assert (
                np.concatenate([part[index] for part in parts]).tobytes()
                == np.ascontiguousarray(whole[index]).tobytes()
            )  # type: ignore[misc, arg-type]


def exported(path: Path, chroma: Chroma, look: Look, bits: int = 16, crop: Crop | None = None) -> np.ndarray:
    with open_scan(path) as scan:
        return np.concatenate(list(composed_strips(scan, chroma, look, bits, CancelToken(), no_progress, crop)))


@pytest.mark.parametrize("pixels", [1, 301 * 7, 301 * 33, 1 << 20])
def test_an_export_is_the_same_bytes_however_the_strips_are_cut(
    sepia: Path, chroma: Chroma, monkeypatch: pytest.MonkeyPatch, pixels: int
) -> None:
    look = look_with_everything(chroma)
    usual = exported(sepia, chroma, look)
    monkeypatch.setattr(strips, "_STRIP_PIXELS", pixels)
    assert np.array_equal(exported(sepia, chroma, look), usual)


@given(st.integers(0, 500), st.integers(1, 500), st.integers(1, 200))
def test_strips_join_and_cut_no_band_where_they_have_room(top: int, height: int, most: int) -> None:
    cuts = list(cut_rows(top, top + height, most))
    assert [row for first, last in cuts for row in range(first, last)] == list(range(top, top + height))
    assert max(last - first for first, last in cuts) <= most
    if most >= BAND_ROWS:
        assert all(last % BAND_ROWS == 0 for _, last in cuts[:-1])


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0.05, 1), st.floats(0.05, 1))
def test_a_crop_has_at_least_one_pixel_inside_the_picture(x: float, y: float, width: float, height: float) -> None:
    crop = Crop(x, y, min(1.0, x + width), min(1.0, y + height))
    for size in ((1, 1), (2, 3), (301, 217)):
        x0, y0, x1, y1 = crop_pixels(crop, *size)
        assert 0 <= x0 < x1 <= size[0]
        assert 0 <= y0 < y1 <= size[1]


def test_the_pixels_of_a_crop_are_those_of_the_whole_result(sepia: Path, chroma: Chroma) -> None:
    look, crop = look_with_everything(chroma), Crop(0.2, 0.31, 0.77, 0.9)
    x0, y0, x1, y1 = crop_pixels(crop, WIDTH, HEIGHT)
    assert np.array_equal(exported(sepia, chroma, look, crop=crop), exported(sepia, chroma, look)[y0:y1, x0:x1])


def test_what_is_on_screen_is_what_is_exported(sepia: Path, chroma: Chroma, tmp_path: Path) -> None:
    look = look_with_everything(chroma)
    with open_scan(sepia) as scan:
        pyramid = ScanPyramid.build(scan, tmp_path)
    settled = render_region(pyramid, chroma, look, WHOLE, WIDTH, HEIGHT).after
    quick = render_region(pyramid, chroma, look, WHOLE, WIDTH, HEIGHT, quick=True).after
    result = exported(sepia, chroma, look, 8).astype(int)
    assert settled is not None
    assert quick is not None
    assert np.abs(result - settled).max() <= 1
    assert np.abs(result - quick).mean() < 1.5


def test_the_scans_own_tone_is_kept_as_far_as_it_is_asked_for(sepia: Path, chroma: Chroma, tmp_path: Path) -> None:
    with open_scan(sepia) as scan:
        pyramid = ScanPyramid.build(scan, tmp_path)
        original = scan.preview_srgb(WIDTH)
    kept, grey = (
        render_region(pyramid, chroma, Look(Adjustments(strength=0, toning=toning)), WHOLE, WIDTH, HEIGHT).after
        for toning in (1.0, 0.0)
    )
    assert kept is not None
    assert grey is not None
    assert np.abs(kept.astype(int) - original).max() <= 2
    assert np.ptp(grey.astype(int), axis=-1).max() == 0


@pytest.mark.parametrize("profile", [None, matrix_profile("Adobe RGB", ADOBE_RGB, D65, gamma_curve(563 / 256))])
def test_the_tone_of_a_deep_scan_is_kept_as_deep(tmp_path: Path, chroma: Chroma, profile: bytes | None) -> None:
    path = tmp_path / "deep.tif"
    grey = np.linspace(2000, 62000, WIDTH)[None, :, None].repeat(HEIGHT, 0)
    pixels = (grey * (1.0, 0.92, 0.75)).astype(np.uint16)
    tifffile.imwrite(path, pixels, photometric="rgb", iccprofile=profile)
    result = exported(path, chroma, Look(Adjustments(strength=0, toning=1.0)), 16)
    with open_scan(path) as scan:
        own = srgb_to_lab(scan.read_deep_srgb(0, HEIGHT))
    assert np.abs(srgb_to_lab(result)[..., 1:] - own[..., 1:]).max() < 0.02  # with 8 bits: 0.6
    assert len(np.unique(result[0, :, 2])) == WIDTH


def test_kept_frames_show_every_change(sepia: Path, chroma: Chroma, tmp_path: Path) -> None:
    with open_scan(sepia) as scan:
        pyramid = ScanPyramid.build(scan, tmp_path)
    frames, everything = Frames(), look_with_everything(chroma)
    looks = [
        Look(),
        Look(Adjustments(saturation=0.5)),
        everything,
        replace(everything, guess_fade=0.3),
        replace(everything, mask=Mask(strokes=(BRUSH,), snap=True)),
        replace(everything, palette=everything.palette and replace(everything.palette, by_place=0.1)),
        replace(everything, mask=None),
        Look(Adjustments(toning=0.5)),
        Look(),
    ]
    other = replace(chroma, ab=-chroma.ab, upsampler=ChromaUpsampler(chroma.lightness, -chroma.ab))
    for colours in (chroma, other, replace(chroma, guess=None), chroma):
        for look in looks:
            for quick in (True, False):
                known = frames.render(pyramid, colours, look, WHOLE, 150, 108, quick=quick).after
                afresh = render_region(pyramid, colours, look, WHOLE, 150, 108, quick=quick).after
                assert known is not None
                assert np.array_equal(known, afresh)  # type: ignore[arg-type]


def test_colour_only_shows_the_chroma_at_one_lightness(sepia: Path, chroma: Chroma, tmp_path: Path) -> None:
    from colorstudio.core.color import srgb_to_lab

    with open_scan(sepia) as scan:
        pyramid = ScanPyramid.build(scan, tmp_path)
    for quick in (True, False):
        after = render_region(pyramid, chroma, Look(), WHOLE, WIDTH, HEIGHT, colour_only=True, quick=quick).after
        assert after is not None
        lab = srgb_to_lab(np.ascontiguousarray(after))
        assert np.abs(lab[..., 0] - 65).max() < 0.6
        assert np.ptp(lab[..., 1]) > 15


def test_frames_of_a_closed_picture_are_forgotten(sepia: Path, chroma: Chroma, tmp_path: Path) -> None:
    frames = Frames()
    with open_scan(sepia) as scan:
        pyramid = ScanPyramid.build(scan, tmp_path)
    own = replace(chroma, upsampler=chroma.upsampler.with_planes(chroma.ab))
    known = weakref.ref(own.upsampler)
    frames.render(pyramid, own, Look(), WHOLE, 30, 20)
    frames.forget(pyramid)
    del own
    assert known() is None
    pyramid.close()
    with pytest.raises(IndexError):
        frames.render(pyramid, chroma, Look(), WHOLE, 30, 20)
