"""The arithmetic of crops."""

from __future__ import annotations

import pytest

from colorstudio.core.steering import Crop
from colorstudio.ui.canvas.crop_box import CropBox, Handle, spanned

SIZE = (300, 200)
BOX = CropBox(100, 50, 200, 150)


def test_a_crop_survives_the_way_to_pixels_and_back() -> None:
    crop = Crop(0.25, 0.1, 0.75, 0.9)
    assert CropBox.of(crop, SIZE) == CropBox(75, 20, 225, 180)
    assert CropBox.of(crop, SIZE).to_crop(SIZE) == crop


def test_the_whole_picture_is_no_crop() -> None:
    assert CropBox.of(None, SIZE).to_crop(SIZE) is None


@pytest.mark.parametrize(
    ("box", "snapped"),
    [
        (CropBox(10.4, 10.6, 20.5, 20.4), CropBox(10, 11, 20, 20)),
        (CropBox(10.2, 10.2, 10.3, 10.3), CropBox(10, 10, 11, 11)),
        (CropBox(-4, -4, 900, 900), CropBox(0, 0, 300, 200)),
        (CropBox(300, 200, 300, 200), CropBox(299, 199, 300, 200)),
    ],
)
def test_boxes_end_on_whole_pixels_inside_the_picture(box: CropBox, snapped: CropBox) -> None:
    assert box.snapped(SIZE) == snapped


@pytest.mark.parametrize(
    ("dx", "dy", "moved"),
    [
        (10, -20, CropBox(110, 30, 210, 130)),
        (999, 999, CropBox(200, 100, 300, 200)),
        (-999, 0, CropBox(0, 50, 100, 150)),
    ],
)
def test_a_box_moves_whole_and_stops_at_the_edges(dx: float, dy: float, moved: CropBox) -> None:
    assert BOX.moved(dx, dy, SIZE) == moved


@pytest.mark.parametrize(
    ("handle", "to", "resized"),
    [
        (Handle.SOUTH_EAST, (250, 180), CropBox(100, 50, 250, 180)),
        (Handle.NORTH_WEST, (90, 60), CropBox(90, 60, 200, 150)),
        (Handle.NORTH_WEST, (220, 170), CropBox(200, 150, 220, 170)),
        (Handle.EAST, (260, 0), CropBox(100, 50, 260, 150)),
        (Handle.EAST, (50, 0), CropBox(100, 50, 101, 150)),
        (Handle.WEST, (-50, 0), CropBox(0, 50, 200, 150)),
        (Handle.NORTH, (0, 20), CropBox(100, 20, 200, 150)),
        (Handle.SOUTH, (0, 999), CropBox(100, 50, 200, 200)),
    ],
)
def test_a_handle_moves_its_edges_and_no_others(handle: Handle, to: tuple[float, float], resized: CropBox) -> None:
    assert BOX.resized(handle, to, SIZE) == resized


@pytest.mark.parametrize("handle", list(Handle))
@pytest.mark.parametrize("to", [(250, 190), (20, 10), (290, 100), (150, 199), (-50, 500)])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 0.4])
def test_a_ratio_is_kept_inside_the_picture(handle: Handle, to: tuple[float, float], ratio: float) -> None:
    box = BOX.resized(handle, to, SIZE, ratio)
    assert box.ratio == pytest.approx(ratio)
    assert box.x0 >= 0
    assert box.y0 >= 0
    assert box.x1 <= SIZE[0] + 1e-9
    assert box.y1 <= SIZE[1] + 1e-9


def test_a_box_is_spanned_in_every_direction() -> None:
    assert spanned((150, 100), (50, 40), SIZE) == CropBox(50, 40, 150, 100)
    assert spanned((150, 100), (400, 40), SIZE) == CropBox(150, 40, 300, 100)


def test_a_box_takes_a_shape_without_growing() -> None:
    assert CropBox(0, 0, 300, 200).shaped(1.0) == CropBox(50, 0, 250, 200)
    assert CropBox(0, 0, 300, 200).shaped(3.0) == CropBox(0, 50, 300, 150)
