"""What is taken from a reference photograph, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from colorstudio.core.errors import PaletteError, ScanError
from colorstudio.pipeline.reference import is_colour_photograph, measure_file, measure_pixels


def meadow(height: int = 60, width: int = 80) -> np.ndarray:
    """Blue above, green below, each lighter to the right."""
    light = np.linspace(0.3, 1.0, width)[None, :, None]
    top = np.where(np.arange(height)[:, None, None] < height // 2, [90, 140, 230], [70, 150, 50])
    return np.rint(top * light).astype(np.uint8)


def grey(height: int = 60, width: int = 80) -> np.ndarray:
    return np.repeat(np.tile(np.linspace(0, 255, width), (height, 1))[..., None], 3, axis=2).astype(np.uint8)


def test_the_top_of_a_reference_is_blue_and_its_bottom_green(tmp_path: Path) -> None:
    path = tmp_path / "meadow.png"
    Image.fromarray(meadow()).save(path)
    palette = measure_file(path)
    assert palette.name == "meadow.png"
    weighty = [cell for cell in palette.cells if cell.weight > 0.01]
    assert all(cell.b < -15 for cell in weighty if cell.height < 0.3)
    assert all(cell.a < -15 and cell.b > 15 for cell in weighty if cell.height > 0.7)


def test_a_grey_reference_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "old print.jpg"
    Image.fromarray(grey()).save(path, quality=60)
    with pytest.raises(PaletteError, match=r"^old print\.jpg has no colours to take; choose a colour photograph\.$"):
        measure_file(path)


def test_an_unreadable_reference_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.png"
    path.write_bytes(b"no picture")
    with pytest.raises(ScanError, match=r"bad\.png"):
        measure_file(path)


def test_a_large_picture_is_measured_like_a_small_one() -> None:
    small = measure_pixels(meadow(), "a")
    large = measure_pixels(np.kron(meadow(), np.ones((20, 20, 1), np.uint8)), "a")
    for one, other in zip(small.cells, large.cells, strict=True):
        assert (one.a, one.b) == pytest.approx((other.a, other.b), abs=1.5)


def test_grey_and_toned_pictures_are_no_colour_photographs() -> None:
    sepia = np.clip(grey() * np.array([1.0, 0.87, 0.68]), 0, 255).astype(np.uint8)
    assert is_colour_photograph(meadow())
    assert not is_colour_photograph(grey())
    assert not is_colour_photograph(sepia)
