"""L* of profiles against the colour maths done another way: from the working space's own primaries."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icc_profiles import (
    ADOBE_RGB,
    D50,
    D65,
    ECI_RGB,
    SRGB,
    adaptation,
    gamma_curve,
    grey_profile,
    matrix_profile,
    parametric_curve,
    rgb_to_xyz,
    sampled_curve,
    table_profile,
)
from numpy.typing import NDArray

from colorstudio.core.color import srgb_lightness, srgb_to_lab
from colorstudio.core.icc import (
    LightnessConverter,
    ProfileError,
    parse_profile,
    srgb_profile,
    to_srgb,
    usable_profile,
)

Array = NDArray[np.float64]
TOLERANCE = 0.01  # half of what a 16-bit result may be off by

SRGB_CURVE = parametric_curve(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def lightness(y: Array) -> Array:
    """CIE 15:2004, in float64."""
    return np.where(y > 216 / 24389, 116 * np.cbrt(y) - 16, y * 24389 / 27)


def l_star_curve(x: Array) -> Array:
    """The tone curve of eciRGB v2: encoded values are proportional to L*."""
    level = x * 100
    return np.where(level > 8, ((level + 16) / 116) ** 3, level * 27 / 24389)


def expected(pixels: Array, primaries: tuple[tuple[float, float], ...], white: tuple[float, float]) -> Array:
    """L* under D65 of linear RGB, float64 (..., 3)."""
    y = (adaptation(white, D65) @ rgb_to_xyz(primaries, white))[1]
    return np.clip(lightness(pixels @ y), 0, 100)


def random_rgb(bits: int) -> NDArray[np.uint16] | NDArray[np.uint8]:
    top = (1 << bits) - 1
    kind = np.uint8 if bits == 8 else np.uint16
    values = np.random.default_rng(1).integers(0, top + 1, (40, 50, 3))
    values[:10] //= 64  # the darkest tones, where 16-bit intermediate values fail
    values[10:20, :, 1:] = values[10:20, :, :1]
    return values.astype(kind)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(
    ("primaries", "white", "curve", "decode"),
    [
        (ADOBE_RGB, D65, gamma_curve(563 / 256), lambda x: x ** (563 / 256)),
        (ECI_RGB, D50, sampled_curve(l_star_curve(np.linspace(0, 1, 4096))), l_star_curve),
        (SRGB, D65, parametric_curve(0, 1.8), lambda x: x**1.8),
    ],
    ids=["adobe-rgb", "eci-rgb", "gamma-1.8"],
)
def test_lightness_of_rgb_working_spaces(bits, primaries, white, curve, decode) -> None:
    profile = usable_profile(matrix_profile("space", primaries, white, curve), 3)
    pixels = random_rgb(bits)
    wanted = expected(decode(pixels / ((1 << bits) - 1)), primaries, white)
    got = LightnessConverter(profile, bits).convert(pixels)
    assert got.dtype == np.float32
    assert np.abs(got - wanted).max() < TOLERANCE


@pytest.mark.parametrize("bits", [8, 16])
def test_the_srgb_profile_and_no_profile_agree(bits: int) -> None:
    pixels = random_rgb(bits)
    for data in (srgb_profile(), matrix_profile("sRGB", SRGB, D65, SRGB_CURVE)):
        converted = LightnessConverter(usable_profile(data, 3), bits).convert(pixels)
        assert np.abs(converted - srgb_lightness(pixels)).max() < TOLERANCE


@pytest.mark.parametrize("bits", [8, 16])
def test_lightness_of_grey_gamma(bits: int) -> None:
    profile = usable_profile(grey_profile("Gray Gamma 2.2", gamma_curve(2.19921875)), 1)
    top = (1 << bits) - 1
    ramp = np.arange(top + 1, dtype=np.uint8 if bits == 8 else np.uint16)[None, :, None]
    got = LightnessConverter(profile, bits).convert(ramp)[0]
    wanted = lightness((np.arange(top + 1) / top) ** 2.19921875)
    assert np.abs(got - wanted).max() < 1e-4
    assert profile.name == "Gray Gamma 2.2"


def test_grey_pixels_of_an_rgb_profile_are_its_neutrals() -> None:
    profile = usable_profile(matrix_profile("Adobe RGB", ADOBE_RGB, D65, gamma_curve(563 / 256)), 1)
    ramp = np.arange(65536, dtype=np.uint16)[None, :, None]
    got = LightnessConverter(profile, 16).convert(ramp)[0]
    assert np.abs(got - lightness((np.arange(65536) / 65535) ** (563 / 256))).max() < TOLERANCE
    assert to_srgb(ramp, profile).shape == (1, 65536, 3)


def test_a_table_profile_goes_through_the_colour_engine() -> None:
    grid = np.linspace(0, 255, 6).round().astype(np.uint8)  # 0, 51, …: 8-bit values that lie on the grid
    corners = np.array(list(itertools.product(grid, repeat=3)), np.uint8).reshape(6, 6, 6, 3)
    linear = np.where(corners / 255 <= 0.04045, corners / 255 / 12.92, ((corners / 255 + 0.055) / 1.055) ** 2.4)
    xyz_d50 = linear @ (adaptation(D65, D50) @ rgb_to_xyz(SRGB, D65)).T / [0.9642, 1.0, 0.8249]
    f = np.where(xyz_d50 > 216 / 24389, np.cbrt(xyz_d50), (xyz_d50 * 24389 / 27 + 16) / 116)
    nodes = np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1)
    profile = usable_profile(table_profile("scanner", nodes), 3)
    pixels = corners.reshape(6, 36, 3)
    got = LightnessConverter(profile, 8).convert(pixels)
    # Little CMS resamples the table on a grid of its own, which costs precision in saturated colours.
    error = np.abs(got - srgb_lightness(pixels))
    assert error.max() < 0.5
    assert error[np.ptp(pixels.astype(int), axis=-1) == 0].max() < 0.05
    assert np.abs(to_srgb(pixels, profile).astype(int) - pixels).max() <= 6


def test_adobe_rgb_is_shown_in_srgb() -> None:
    profile = usable_profile(matrix_profile("Adobe RGB", ADOBE_RGB, D65, gamma_curve(563 / 256)), 3)
    pixels = np.array([[[100, 120, 90], [128, 128, 128], [200, 190, 180]]], np.uint8)
    shown = to_srgb(pixels, profile)
    got, wanted = srgb_to_lab(shown)[..., 0], LightnessConverter(profile, 8).convert(pixels)
    assert np.abs(got - wanted).max() < 0.5
    assert int(shown[0, 0, 0]) < 100  # the same red primary, but a green that reaches further
    assert np.ptp(shown[0, 1].astype(int)) <= 1


@pytest.mark.parametrize("size", [0, 40, 131, 200, 400])
def test_a_cut_profile_is_an_error(size: int) -> None:
    with pytest.raises(ProfileError):
        usable_profile(srgb_profile()[:size], 3)


@given(st.binary(max_size=300), st.integers(0, 479))
def test_no_bytes_crash_the_parser(noise: bytes, place: int) -> None:
    data = srgb_profile()
    damaged = (data[:place] + noise + data[place + len(noise) :])[:2000]
    try:
        profile = parse_profile(damaged)
        LightnessConverter(profile, 8).convert(np.zeros((1, 1, profile.channels), np.uint8)[..., :3])
    except ProfileError:
        pass


def test_profiles_for_other_pixels_are_refused() -> None:
    with pytest.raises(ProfileError):
        usable_profile(grey_profile("grey", gamma_curve(2.2)), 3)
    with pytest.raises(ProfileError):
        usable_profile(srgb_profile(), 4)
    with pytest.raises(ProfileError):
        usable_profile(grey_profile("constant", sampled_curve(np.array([0.5, 0.5]))), 1)
