"""What is on screen is what is exported, at any scale, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from colorstudio.core.adjust import Adjustments
from colorstudio.core.compose import compose
from colorstudio.core.errors import Cancelled
from colorstudio.core.progress import CancelToken
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Look
from colorstudio.core.upsample import ChromaUpsampler
from colorstudio.pipeline.chroma import Chroma
from colorstudio.pipeline.view import Rect, ScanPyramid, _halved, render_region


@pytest.fixture
def large_scan(tmp_path: Path, rng: np.random.Generator) -> Path:
    """A colour JPEG-free PNG of 1,301 x 977 pixels: three levels, odd sizes."""
    small = rng.integers(0, 256, (40, 60, 3), np.uint8)
    path = tmp_path / "large.png"
    Image.fromarray(small).resize((1301, 977), Image.Resampling.BICUBIC).save(path)
    return path


@pytest.fixture
def pyramid(large_scan: Path, tmp_path: Path) -> ScanPyramid:
    with open_scan(large_scan) as scan:
        return ScanPyramid.build(scan, tmp_path)


def test_at_full_scale_the_pixels_are_the_scans(large_scan: Path, pyramid: ScanPyramid) -> None:
    rect = Rect(300, 200, 420, 290)
    with open_scan(large_scan) as scan:
        lightness = scan.read_lightness(200, 290)[:, 300:420]
        colours = scan.read_srgb(200, 290)[:, 300:420]
    assert np.abs(pyramid.lightness(rect, 120, 90) - lightness).max() < 0.002
    assert np.array_equal(pyramid.colours(rect, 120, 90), colours)


@pytest.mark.parametrize("scale", [0.9, 0.5, 0.3, 0.1, 3.0])
def test_at_any_scale_a_region_lies_where_it_should(large_scan: Path, pyramid: ScanPyramid, scale: float) -> None:
    whole = Image.fromarray(np.asarray(pyramid.lightness(Rect(0, 0, 1301, 977), 1301, 977)))
    box = (101.5, 40.25, 1250.0, 900.75)
    width, height = round((box[2] - box[0]) * scale), round((box[3] - box[1]) * scale)
    expected = np.asarray(whole.resize((width, height), Image.Resampling.BILINEAR, box=box))
    assert np.abs(pyramid.lightness(Rect(*box), width, height) - expected).mean() < 0.5


def test_the_view_is_composed_as_the_export_is(pyramid: ScanPyramid) -> None:
    guide = pyramid.lightness_at(85, 64)
    ab = np.broadcast_to(np.float32([25, -10]), (64, 85, 2))
    chroma = Chroma(ab, guide, ChromaUpsampler(guide, ab), 64, "CPU", 0.1)
    look = Look(Adjustments(0.7, 1.2))
    rect = Rect(100, 100, 228, 164)
    pictures = render_region(pyramid, chroma, look, rect, 128, 64)
    lightness = pyramid.lightness(rect, 128, 64)
    expected = compose(lightness, np.full((64, 128, 2), (25, -10), np.float32), look.adjustments, 8)
    assert pictures.after is not None
    assert np.abs(pictures.after.astype(int) - expected).max() <= 1
    assert render_region(pyramid, None, look, rect, 128, 64).after is None


def test_closing_and_cancelling_leave_nothing_behind(large_scan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "views"
    folder.mkdir()
    token = CancelToken()
    with open_scan(large_scan) as scan:
        seen: list[float] = []
        built = ScanPyramid.build(scan, folder, progress=seen.append)
        assert seen == sorted(seen)
        assert seen[-1] == pytest.approx(1.0, abs=0.02)
        assert list(folder.iterdir())
        built.close()
        with pytest.raises(Cancelled):
            ScanPyramid.build(scan, folder, token, lambda fraction: token.cancel())
    assert not list(folder.iterdir())


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from([np.uint8, np.uint16]))
def test_halving_averages_and_never_wraps(height: int, width: int, dtype: type) -> None:
    top = np.iinfo(dtype).max
    pixels = np.full((height, width), top, dtype)
    halved = _halved(pixels)
    assert halved.shape == ((height + 1) // 2, (width + 1) // 2)
    assert (halved == top).all()
