"""Colour maths: round trips, references from the standards, and lightness that never moves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from colorstudio.core import color

LIGHTNESS = st.floats(0.0, 100.0, width=32)
CHROMA = st.floats(-128.0, 128.0, width=32)


def one_pixel(lightness: float, a: float, b: float) -> tuple[np.ndarray, np.ndarray]:
    return np.array([lightness], np.float32), np.array([[a, b]], np.float32)


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [
        ((255, 255, 255), (100.0, 0.0, 0.0)),
        ((0, 0, 0), (0.0, 0.0, 0.0)),
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 255, 0), (87.73, -86.18, 83.18)),
        ((0, 0, 255), (32.30, 79.19, -107.86)),
        ((119, 119, 119), (50.03, 0.0, 0.0)),
    ],
)
def test_lab_of_known_colours(rgb: tuple[int, int, int], lab: tuple[float, float, float]) -> None:
    assert color.srgb_to_lab(np.array(rgb, np.uint8)) == pytest.approx(lab, abs=0.02)


def test_lightness_weights_are_those_of_bt709() -> None:
    assert pytest.approx((0.2126, 0.7152, 0.0722), abs=1e-4) == color.LUMINANCE_WEIGHTS


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_every_grey_level_survives_the_round_trip(dtype: type) -> None:
    levels = np.arange(np.iinfo(dtype).max + 1, dtype=dtype)
    lightness = color.srgb_lightness(levels, grey=True)
    lab = np.stack([lightness, np.zeros_like(lightness), np.zeros_like(lightness)], axis=-1)
    back = color.quantize(color.lab_to_srgb(lab), 8 if dtype is np.uint8 else 16)
    assert np.abs(back.astype(int) - levels[:, None].astype(int)).max() <= (0 if dtype is np.uint8 else 1)
    again = color.srgb_lightness(back)
    assert np.abs(again - lightness).max() < 0.005


@given(hnp.arrays(np.uint8, (4, 5, 3)))
def test_srgb_survives_the_round_trip_through_lab(rgb: np.ndarray) -> None:
    assert np.array_equal(color.quantize(color.lab_to_srgb(color.srgb_to_lab(rgb)), 8), rgb)


@given(LIGHTNESS, CHROMA, CHROMA)
def test_the_gamut_costs_chroma_but_never_lightness_or_hue(lightness: float, a: float, b: float) -> None:
    pixel, ab = one_pixel(lightness, a, b)
    limited, linear = color.limit_to_gamut(pixel, ab)
    assert linear.min() >= 0.0
    assert linear.max() <= 1.0
    assert color.lightness_from_y(linear @ color.LUMINANCE_WEIGHTS.astype(np.float32)) == pytest.approx(
        lightness, abs=0.01
    )
    assert np.hypot(*limited[0]) <= np.hypot(a, b) + 1e-4
    assert limited[0, 0] * b == pytest.approx(limited[0, 1] * a, abs=0.05)


@given(LIGHTNESS, CHROMA, CHROMA)
def test_the_limit_takes_no_more_chroma_than_it_must(lightness: float, a: float, b: float) -> None:
    pixel, ab = one_pixel(lightness, a, b)
    limited, _ = color.limit_to_gamut(pixel, ab)
    if np.allclose(limited, ab):
        return
    wider = limited + (ab - limited) * np.float32(0.002) + np.sign(ab) * np.float32(0.05)
    linear = color.lab_to_linear(pixel, wider)
    assert linear.min() < 0.0 or linear.max() > 1.0


def test_float_and_integer_inputs_agree_and_other_types_are_refused() -> None:
    levels = np.arange(256, dtype=np.uint8)
    assert np.allclose(color.decode(levels), color.decode(levels.astype(np.float32) / 255), atol=1e-6)
    with pytest.raises(TypeError, match="int64"):
        color.decode(np.zeros((2, 2, 3), np.int64))


# Pairs of Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula" (2005), table 1.
SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("first", "second", "expected"), SHARMA)
def test_ciede2000_gives_the_published_values(first: tuple, second: tuple, expected: float) -> None:
    assert color.delta_e2000(np.array(first), np.array(second)) == pytest.approx(expected, abs=1e-4)
    assert color.delta_e2000(np.array(second), np.array(first)) == pytest.approx(expected, abs=1e-4)
