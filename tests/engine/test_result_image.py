"""The image for the clipboard: the result as an export has it, made smaller where it is large."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from toy_pack import NOISY, write_toy_pack

from colorstudio.core.progress import CancelToken, no_progress
from colorstudio.core.recipe import Recipe
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Crop
from colorstudio.engine.export_job import ExportJob
from colorstudio.engine.messages import ChromaChoice, ChromaReady, ScanSource
from colorstudio.engine.qimage import to_pixels
from colorstudio.engine.result_image import ResultImageJob, shrink_factor, shrunk
from colorstudio.pipeline.chroma import ChromaRequest
from colorstudio.pipeline.colorize import Colorizer


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.integers(100, 30_000_000))
def test_the_factor_is_the_smallest_that_fits(width: int, height: int, most: int) -> None:
    factor = shrink_factor(width, height, most)
    if factor < min(width, height):
        assert (width // factor) * (height // factor) <= most
    if factor > 1:
        assert (width // (factor - 1)) * (height // (factor - 1)) > most


@pytest.mark.parametrize("rows", [1, 2, 5, 7, 30])
@pytest.mark.parametrize("factor", [1, 2, 3])
def test_strips_of_any_height_give_the_means_of_squares(rng: np.random.Generator, rows: int, factor: int) -> None:
    picture = rng.integers(0, 256, (30, 18, 3), dtype=np.uint8)
    strips = (picture[y : y + rows] for y in range(0, 30, rows))
    small = np.concatenate(list(shrunk(strips, factor)))
    expected = picture.reshape(30 // factor, factor, 18 // factor, factor, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(small, expected, atol=0.5)


def test_what_fades_to_grey_fades_in_a_copy_too_though_the_guess_map_is_not_there_yet(tmp_path: Path) -> None:
    pack, scan, target = write_toy_pack(tmp_path, **NOISY), tmp_path / "steps.png", tmp_path / "out.png"
    Image.fromarray(np.tile(np.arange(120, dtype=np.uint8) * 2, (90, 1))).save(scan)
    with open_scan(scan) as opened:
        chroma = Colorizer(pack, "cpu").chroma(120, 90, opened.shrink_lightness, ChromaRequest(), CancelToken())
    ready = ChromaReady(1, 1, ScanSource(scan), ChromaChoice("toy"), chroma, "toy@1.0", True, 0.1)
    recipe = Recipe(crop=Crop(0.1, 0.0, 1.0, 0.5), guess_fade=0.5)
    copied = to_pixels(ResultImageJob(ready, recipe, (tmp_path,)).run(CancelToken(), no_progress).image)
    ExportJob(ready, recipe, target, "png", 8, False, (), (tmp_path,)).run(CancelToken(), no_progress)
    np.testing.assert_array_equal(copied, np.asarray(Image.open(target)))
    assert np.ptp(copied[:, 0], axis=-1).min() > 5  # dark, and sure
    assert np.ptp(copied[:, -1], axis=-1).max() == 0  # white, and a guess
