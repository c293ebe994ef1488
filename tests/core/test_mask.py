"""Strokes and gradients mean the same at every size, and later ones cover earlier ones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colorstudio.core.mask import rasterize_mask
from colorstudio.core.steering import Mask, MaskStroke
from colorstudio.core.upsample import resize_plane

PLACE = st.floats(-0.2, 1.2)
STROKE = st.builds(
    MaskStroke,
    kind=st.sampled_from(["brush", "gradient"]),
    points=st.lists(st.tuples(PLACE, PLACE), min_size=1, max_size=5).map(tuple),
    amount=st.floats(0, 1),
    radius=st.floats(0.01, 0.5),
    feather=st.floats(0, 1),
)
MASK = st.builds(Mask, base=st.floats(0, 1), strokes=st.lists(STROKE, max_size=4).map(tuple))


def brush(*points: tuple[float, float], **values: float) -> MaskStroke:
    return MaskStroke("brush", points, **{"radius": 0.1, "feather": 0.0, **values})  # type: ignore[arg-type]


def painted(*strokes: MaskStroke, base: float = 0.0, width: int = 200, height: int = 100) -> np.ndarray:
    return rasterize_mask(Mask(base, strokes), width, height)


@given(MASK, st.integers(1, 60), st.integers(1, 60))
@settings(max_examples=150)
def test_any_mask_is_a_weight(mask: Mask, width: int, height: int) -> None:
    plane = rasterize_mask(mask, width, height)
    assert plane.shape == (height, width)
    assert plane.dtype == np.float32
    assert 0.0 <= plane.min() <= plane.max() <= 1.0


def test_a_mask_without_strokes_is_its_base() -> None:
    assert (painted(base=0.25) == 0.25).all()


def test_a_hard_brush_is_a_disc_of_its_radius_and_round() -> None:
    plane = painted(brush((0.5, 0.5)))
    assert plane.sum() == pytest.approx(np.pi * 10**2, rel=0.02)
    assert np.allclose(plane, plane[::-1], atol=1e-6)
    assert np.allclose(plane[40:60, 90:110], plane[40:60, 90:110].T, atol=1e-6)


def test_a_stroke_covers_what_lies_along_it_and_does_not_build_up() -> None:
    there = painted(brush((0.2, 0.5), (0.8, 0.5), feather=0.6, amount=0.5))
    back = painted(brush((0.2, 0.5), (0.8, 0.5), (0.2, 0.5), feather=0.6, amount=0.5))
    assert np.allclose(there, back, atol=1e-5)
    assert there[50, 40:160] == pytest.approx(0.5, abs=1e-3)
    assert there[50, 29] == pytest.approx(0, abs=1e-3)
    across = there[50:62, 100]
    assert (np.diff(across) <= 0).all()
    assert across[-1] == 0


@pytest.mark.parametrize(("feather", "halfway"), [(0.0, 1.0), (0.5, 1.0), (1.0, 0.5)])
def test_feather_softens_from_the_middle_outwards(feather: float, halfway: float) -> None:
    line = rasterize_mask(Mask(0.0, (brush((0.5, 0.5), radius=0.4, feather=feather),)), 400, 400)[200, 200:]
    assert line[0] == pytest.approx(1.0, abs=0.02)
    assert line[80] == pytest.approx(halfway, abs=0.02)
    assert line[120] == pytest.approx({0.0: 1.0, 0.5: 0.5, 1.0: 0.156}[feather], abs=0.02)
    assert line[163:].max() == 0


def test_the_eraser_takes_away_and_later_strokes_cover_earlier_ones() -> None:
    paint, erase = brush((0.3, 0.5), (0.7, 0.5)), brush((0.5, 0.5), amount=0.0)
    erased, painted_again = painted(paint, erase), painted(erase, paint)
    assert erased[50, 100] == 0
    assert erased[50, 70] == 1
    assert painted_again[50, 100] == 1


def test_a_pen_that_is_pressed_less_paints_a_thinner_line() -> None:
    plane = painted(replace(brush((0.1, 0.5), (0.9, 0.5)), widths=(0.2, 1.0)))
    widths = plane.sum(axis=0)
    assert widths[100] == pytest.approx(2 * 10 * 0.6, rel=0.1)
    assert widths[40] < widths[100] < widths[160]
    assert painted(replace(brush((0.5, 0.5)), widths=(0.0,))).max() == 0


def test_a_gradient_is_whole_at_its_beginning_and_behind_it_and_nothing_at_its_end() -> None:
    plane = painted(MaskStroke("gradient", ((0.25, 0.5), (0.75, 0.5))))
    assert (plane == plane[0]).all()
    line = plane[0]
    assert (line[:49] > 0.999).all()
    assert (line[151:] < 0.001).all()
    assert line[100] == pytest.approx(0.5, abs=0.02)
    assert (np.diff(line) <= 0).all()
    assert (painted(MaskStroke("gradient", ((0.5, 0.5), (0.5, 0.5)))) == 0).all()


@given(STROKE)
@settings(max_examples=60)
def test_a_mask_means_the_same_at_every_size(stroke: MaskStroke) -> None:
    mask = Mask(0.5, (replace(stroke, feather=max(stroke.feather, 0.3), radius=max(stroke.radius, 0.08)),))
    large = resize_plane(rasterize_mask(mask, 480, 320), 120, 80)
    assert np.abs(rasterize_mask(mask, 120, 80) - large).mean() < 0.01


def test_a_growing_stroke_is_drawn_as_if_it_were_the_first() -> None:
    strokes = [brush((0.2, 0.2), (0.2 + 0.1 * i, 0.8)) for i in range(1, 7)]
    step_by_step = [rasterize_mask(Mask(1.0, tuple(strokes[: i + 1])), 90, 60) for i in range(6)]
    afresh = rasterize_mask(Mask(1.0, tuple(strokes)), 91, 60)  # another size: nothing of it is known
    assert np.abs(resize_plane(step_by_step[-1], 91, 60) - afresh).mean() < 0.02
    again = rasterize_mask(Mask(1.0, tuple(strokes[:3])), 90, 60)
    assert np.array_equal(again, step_by_step[2])
    again[:] = 7  # a caller may write to what it was given
    assert rasterize_mask(Mask(1.0, tuple(strokes[:3])), 90, 60).max() <= 1
