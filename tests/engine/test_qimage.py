"""Pictures reach the screen as they were composed, however their memory is laid out."""

from __future__ import annotations

import numpy as np
import pytest

from colorstudio.core.adjust import Adjustments
from colorstudio.core.tables import IndexedPicture, grey_picture
from colorstudio.engine.qimage import to_pixels, to_qimage


@pytest.mark.parametrize("width", [1, 7, 64])
def test_every_layout_gives_the_same_pixels(rng: np.random.Generator, width: int) -> None:
    lightness = rng.uniform(0, 100, (5, width)).astype(np.float32)
    quick = IndexedPicture(lightness, rng.normal(0, 20, (5, width, 2)).astype(np.float32)).compose(Adjustments())
    for pixels in (quick, grey_picture(lightness), np.ascontiguousarray(quick), quick[:, ::-1], quick[1:]):
        image = to_qimage(pixels)
        assert np.array_equal(to_pixels(image), pixels)
        assert image.colorSpace().isValid()


def test_an_image_owns_its_pixels(rng: np.random.Generator) -> None:
    lightness = rng.uniform(0, 100, (4, 4)).astype(np.float32)
    quick = IndexedPicture(lightness, np.zeros((4, 4, 2), np.float32)).compose(Adjustments())
    image, before = to_qimage(quick), quick.copy()
    quick[:] = 0
    assert np.array_equal(to_pixels(image), before)
