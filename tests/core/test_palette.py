"""A reference lends its colours by lightness and by place, and never more spread than is sane."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colorstudio.core.palette import measure_palette, transfer_palette
from colorstudio.core.recipe import Recipe
from colorstudio.core.steering import Palette, PaletteCell

SHAPE = (48, 64)
GREEN, BLUE = (-30.0, 25.0), (-5.0, -35.0)


def picture(
    rng: np.random.Generator, colour: tuple[float, float], spread: float = 4.0, tones: tuple[float, float] = (5, 95)
) -> tuple[np.ndarray, np.ndarray]:
    """L* over a range of tones, and one colour with some spread."""
    lightness = rng.uniform(*tones, SHAPE).astype(np.float32)
    ab = (np.array(colour) + rng.normal(0, spread, (*SHAPE, 2))).astype(np.float32)
    return lightness, ab


def landscape(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A light sky above, a meadow as light below."""
    lightness, ab = picture(rng, BLUE, 2.0, (60, 80))
    ab[24:] += np.float32(GREEN) - np.float32(BLUE)
    return lightness, ab


def whole(palette: Palette, **values: float) -> Palette:
    return replace(palette, **{"amount": 1.0, **values})


@given(st.integers(0, 1000), st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=30)
def test_a_picture_with_its_own_palette_stays_as_it_is(seed: int, amount: float, by_place: float) -> None:
    lightness, ab = picture(np.random.default_rng(seed), GREEN, 9.0)
    palette = replace(measure_palette(lightness, ab, "own.jpg"), amount=amount, by_place=by_place)
    assert np.abs(transfer_palette(lightness, ab, palette) - ab).max() < 1e-3


def test_no_amount_is_the_identity_and_more_of_it_moves_further(rng: np.random.Generator) -> None:
    lightness, ab = picture(rng, BLUE)
    palette = measure_palette(*picture(rng, GREEN), "green.jpg")
    moved = [transfer_palette(lightness, ab, whole(palette, amount=amount)) for amount in (0.0, 0.5, 1.0)]
    assert np.array_equal(moved[0], ab)
    assert not np.shares_memory(moved[0], ab)
    assert moved[1].mean(axis=(0, 1)) == pytest.approx((np.array(GREEN) + BLUE) / 2, abs=1.0)
    assert moved[2].mean(axis=(0, 1)) == pytest.approx(GREEN, abs=1.0)
    assert np.allclose(moved[1], (moved[0] + moved[2]) / 2, atol=1e-3)


def test_the_spread_follows_the_reference_but_never_explodes(rng: np.random.Generator) -> None:
    lightness, flat = picture(rng, BLUE, 0.1)
    vivid = measure_palette(*picture(rng, BLUE, 40.0), "vivid.jpg")
    assert transfer_palette(lightness, flat, whole(vivid)).std(axis=(0, 1)).max() <= 0.2 + 2.5 * flat.std()
    lightness, lively = picture(rng, BLUE, 12.0)
    calm = measure_palette(*picture(rng, BLUE, 6.0), "calm.jpg")
    assert transfer_palette(lightness, lively, whole(calm)).std(axis=(0, 1)) == pytest.approx(6.8, abs=1.0)


def test_dark_and_light_take_their_own_colours(rng: np.random.Generator) -> None:
    lightness, ab = picture(rng, (0.0, 0.0), 1.0)
    reference, colours = picture(rng, (0.0, 0.0), 1.0)
    colours += np.where(reference[..., None] < 50, np.float32(GREEN), np.float32(BLUE))
    moved = transfer_palette(lightness, ab, whole(measure_palette(reference, colours, "two.jpg")))
    assert moved[lightness < 20].mean(axis=0) == pytest.approx(GREEN, abs=4)
    assert moved[lightness > 80].mean(axis=0) == pytest.approx(BLUE, abs=4)


def test_the_place_counts_as_much_as_it_is_told_to(rng: np.random.Generator) -> None:
    palette = measure_palette(*landscape(rng), "landscape.jpg")
    lightness, ab = picture(rng, (0.0, 0.0), 1.0, (60, 80))
    by_place = transfer_palette(lightness, ab, whole(palette, by_place=1.0))
    anywhere = transfer_palette(lightness, ab, whole(palette, by_place=0.0))
    assert by_place[:10].mean(axis=(0, 1)) == pytest.approx(BLUE, abs=6)
    assert by_place[-10:].mean(axis=(0, 1)) == pytest.approx(GREEN, abs=6)
    middle = (np.array(GREEN) + BLUE) / 2
    assert anywhere[:10].mean(axis=(0, 1)) == pytest.approx(middle, abs=3)
    assert anywhere[-10:].mean(axis=(0, 1)) == pytest.approx(middle, abs=3)


def test_tones_that_the_reference_lacks_take_the_nearest_it_has(rng: np.random.Generator) -> None:
    reference, colours = picture(rng, GREEN, 2.0, (5, 30))
    lightness, ab = picture(rng, (0.0, 0.0), 1.0)
    moved = transfer_palette(lightness, ab, whole(measure_palette(reference, colours, "night.jpg")))
    assert moved[lightness > 80].mean(axis=0) == pytest.approx(GREEN, abs=4)
    assert np.isfinite(moved).all()


def test_the_transfer_is_smooth_in_lightness_and_place(rng: np.random.Generator) -> None:
    palette = whole(measure_palette(*landscape(rng), "landscape.jpg"))
    lightness = np.broadcast_to(np.linspace(0, 100, 400, dtype=np.float32), (300, 400)).copy()
    moved = transfer_palette(lightness, np.zeros((300, 400, 2), np.float32), palette)
    assert max(np.abs(np.diff(moved, axis=axis)).max() for axis in (0, 1)) < 1.5


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 99))
def test_a_palette_fits_a_recipe_whatever_was_measured(width: int, height: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    ab = rng.uniform(-200, 200, (height, width, 2)).astype(np.float32)
    palette = measure_palette(rng.uniform(0, 100, (height, width)).astype(np.float32), ab, "tiny.png")
    assert sum(cell.weight for cell in palette.cells) == pytest.approx(1, abs=1e-4)
    read = Recipe.from_json(msgspec.json.decode(msgspec.json.encode(Recipe(palette=palette).to_json())))
    assert read.palette == palette


def test_any_cells_serve_as_a_palette(rng: np.random.Generator) -> None:
    palette = Palette("by hand", (PaletteCell(50.0, 0.5, 20.0, 10.0, 3.0, 3.0, 1.0),), amount=1.0)
    lightness, ab = picture(rng, (0.0, 0.0))
    assert transfer_palette(lightness, ab, palette).mean(axis=(0, 1)) == pytest.approx((20, 10), abs=0.5)
