"""Every slider does what it says, more of it does more, and neutral does nothing at all."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from colorstudio.core.adjust import HUE_BANDS, RANGES, Adjustments, HueBand, adjust_chroma
from colorstudio.core.errors import RecipeError

LIGHTNESS = hnp.arrays(np.float32, (5, 6), elements=st.floats(0, 100, width=32))
CHROMA = hnp.arrays(np.float32, (5, 6, 2), elements=st.floats(-128, 128, width=32))
SIGNED = st.floats(-1, 1)
FACTOR = st.floats(0, 2)
BANDS = st.tuples(*[st.builds(HueBand, SIGNED, st.floats(0, 3))] * HUE_BANDS)
ANY = st.builds(
    Adjustments,
    saturation=st.floats(0, 3),
    vibrance=SIGNED,
    temperature=SIGNED,
    tint=SIGNED,
    shadows=FACTOR,
    highlights=FACTOR,
    hues=BANDS,
)


def adjusted(lightness: float, a: float, b: float, **values: object) -> np.ndarray:
    """a*, b* of one colour after adjustments."""
    plane = np.full((1, 1), lightness, np.float32)
    return adjust_chroma(plane, np.full((1, 1, 2), (a, b), np.float32), Adjustments(**values))[0, 0]  # type: ignore[arg-type]


def chroma_of(ab: np.ndarray) -> float:
    return float(np.hypot(*ab))


def with_band(index: int, **values: float) -> dict[str, object]:
    bands = [HueBand()] * HUE_BANDS
    bands[index] = HueBand(**values)
    return {"hues": tuple(bands)}


@given(LIGHTNESS, CHROMA)
def test_neutral_settings_are_the_identity_bit_for_bit(lightness: np.ndarray, ab: np.ndarray) -> None:
    result = adjust_chroma(lightness, ab, Adjustments(strength=0.3, toning=0.8))
    assert result.tobytes("A") == np.moveaxis(np.stack([ab[..., 0], ab[..., 1]]), 0, -1).tobytes("A")
    assert not np.shares_memory(result, ab)


@given(LIGHTNESS, CHROMA, ANY)
@settings(max_examples=150)
def test_any_settings_give_finite_colours_within_reason(
    lightness: np.ndarray, ab: np.ndarray, adjustments: Adjustments
) -> None:
    result = adjust_chroma(lightness, ab, adjustments)
    assert result.dtype == np.float32
    # saturation 3 x vibrance 2 x shadows 2 x a band's 3, of the chroma with the cast
    assert np.hypot(*np.moveaxis(result, -1, 0)).max() <= 36 * (np.hypot(128, 128) + 30)


@given(st.floats(0, 99), st.tuples(st.floats(-90, 90), st.floats(-90, 90)), ANY)
@settings(max_examples=200)
def test_close_colours_stay_close(lightness: float, ab: tuple[float, float], adjustments: Adjustments) -> None:
    here = adjusted(lightness, *ab, **{f.name: getattr(adjustments, f.name) for f in fields(adjustments)})
    near = adjusted(
        lightness + 0.01, ab[0] + 0.01, ab[1], **{f.name: getattr(adjustments, f.name) for f in fields(adjustments)}
    )
    assert np.abs(here - near).max() < 3.0


@pytest.mark.parametrize("name", ["vibrance", "saturation", "shadows", "highlights"])
@given(st.data())
def test_more_of_a_slider_never_means_less_chroma(name: str, data: st.DataObject) -> None:
    low, high = sorted(data.draw(st.lists(st.floats(*RANGES[name]), min_size=2, max_size=2)))
    colour = data.draw(st.tuples(st.floats(0, 100), st.floats(-90, 90), st.floats(-90, 90)))
    less, more = (chroma_of(adjusted(*colour, **{name: value})) for value in (low, high))
    assert more >= less - 1e-3


@given(st.floats(-1, 1), st.floats(0, 120), st.floats(0, 120))
def test_vibrance_keeps_the_order_of_colours_and_spares_vivid_ones(vibrance: float, one: float, two: float) -> None:
    dull, vivid = sorted((one, two))
    after = [chroma_of(adjusted(50, each, 0, vibrance=vibrance)) for each in (dull, vivid)]
    assert after[0] <= after[1] + 1e-3
    if dull > 1:
        gains = [result / before for result, before in zip(after, (dull, vivid), strict=True)]
        assert abs(gains[0] - 1) >= abs(gains[1] - 1) - 1e-4


def test_vibrance_at_its_ends() -> None:
    assert chroma_of(adjusted(50, 3, 0, vibrance=1)) > 5.5
    assert chroma_of(adjusted(50, 100, 0, vibrance=1)) < 110
    assert chroma_of(adjusted(50, 3, 0, vibrance=-1)) < 0.5


def test_temperature_goes_from_blue_to_yellow_and_tint_from_green_to_magenta() -> None:
    warm, cool = (adjusted(50, 10, -5, temperature=value) for value in (1, -1))
    assert warm[1] - -5 == pytest.approx(-5 - cool[1], abs=1e-4)
    assert 10 < warm[1] + 5 < 20
    assert 0 < warm[0] - 10 < 5
    magenta = adjusted(50, 10, -5, tint=1)
    assert 10 < magenta[0] - 10 < 20
    assert magenta[1] < -5


@given(SIGNED, SIGNED)
def test_black_and_white_stay_neutral(temperature: float, tint: float) -> None:
    for lightness in (0, 100):
        assert not adjusted(lightness, 0, 0, temperature=temperature, tint=tint).any()
    assert chroma_of(adjusted(5, 0, 0, temperature=temperature, tint=tint)) <= 6
    assert chroma_of(adjusted(50, 0, 0, temperature=temperature)) == pytest.approx(15 * abs(temperature), abs=0.1)


def test_shadows_and_highlights_keep_to_their_side() -> None:
    for lightness, shadow, highlight in ((5, 0, 1), (95, 1, 0), (50, 1, 1)):
        assert chroma_of(adjusted(lightness, 30, 40, shadows=0)) == pytest.approx(50 * shadow)
        assert chroma_of(adjusted(lightness, 30, 40, highlights=0)) == pytest.approx(50 * highlight)
    between = [chroma_of(adjusted(lightness, 30, 40, shadows=0)) for lightness in range(0, 60, 2)]
    assert between == sorted(between)


@pytest.mark.parametrize("index", range(HUE_BANDS))
def test_a_band_turns_and_scales_its_own_hue_and_leaves_its_neighbours(index: int) -> None:
    for offset, turned, scaled in ((0, 45, 2.0), (1, 0, 1.0), (-1, 0, 1.0), (4, 0, 1.0)):
        angle = np.radians(45 * ((index + offset) % HUE_BANDS))
        colour = 40 * np.cos(angle), 40 * np.sin(angle)
        shifted = adjusted(50, *colour, **with_band(index, shift=1.0))
        moved = np.degrees(np.arctan2(shifted[1], shifted[0]) - angle)
        assert (moved - turned + 180) % 360 - 180 == pytest.approx(0, abs=0.01)
        assert chroma_of(adjusted(50, *colour, **with_band(index, saturation=2.0))) == pytest.approx(
            40 * scaled, rel=1e-4
        )


@given(st.floats(-180, 180))
def test_the_bands_share_every_hue_fully(degrees: float) -> None:
    colour = 40 * np.cos(np.radians(degrees)), 40 * np.sin(np.radians(degrees))
    both = adjusted(50, *colour, hues=(HueBand(0.5, 1.5),) * HUE_BANDS)
    assert chroma_of(both) == pytest.approx(60, rel=1e-4)
    turn = np.degrees(np.arctan2(both[1], both[0])) - degrees
    assert (turn - 22.5 + 180) % 360 - 180 == pytest.approx(0, abs=0.01)


def test_saturation_nothing_is_grey_whatever_else_is_set() -> None:
    assert not adjusted(50, 30, 20, saturation=0, vibrance=1, temperature=1, tint=-1, shadows=2).any()


@pytest.mark.parametrize("name", [name for name in RANGES if name != "shift"])
def test_every_range_is_kept(name: str) -> None:
    lowest, highest = RANGES[name]
    for value in (lowest, highest):
        assert getattr(replace(Adjustments(), **{name: value}), name) == value
    for value in (lowest - 0.01, highest + 0.01, float("nan")):
        with pytest.raises(RecipeError, match=name):
            replace(Adjustments(), **{name: value})
    with pytest.raises(RecipeError, match="7 hue bands are given; there are 8"):
        Adjustments(hues=(HueBand(),) * 7)
