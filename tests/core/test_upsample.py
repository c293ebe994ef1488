"""Chroma follows the luminance's edges, without seams, at any scale."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from colorstudio.core.upsample import ChromaUpsampler, resize_plane


@pytest.fixture
def two_halves() -> tuple[np.ndarray, np.ndarray]:
    """L* and chroma of a picture (240 x 320): a dark red half beside a light blue one, the edge slanted."""
    y, x = np.mgrid[:240, :320]
    left = x < 150 + y / 8
    lightness = np.where(left, 30, 75).astype(np.float32)
    chroma = np.where(left[..., None], (40.0, 20.0), (-5.0, -35.0)).astype(np.float32)
    return lightness, chroma


def shrunk(planes: np.ndarray, factor: int) -> np.ndarray:
    height, width = planes.shape[0] // factor, planes.shape[1] // factor
    return np.stack([resize_plane(planes[..., i], width, height) for i in range(2)], axis=-1)


def upsampler_of(lightness: np.ndarray, chroma: np.ndarray, factor: int) -> ChromaUpsampler:
    height, width = lightness.shape
    return ChromaUpsampler(resize_plane(lightness, width // factor, height // factor), shrunk(chroma, factor))


def test_colours_do_not_bleed_over_an_edge(two_halves: tuple[np.ndarray, np.ndarray]) -> None:
    lightness, truth = two_halves
    low = shrunk(truth, 8)
    guided = upsampler_of(lightness, truth, 8).region(lightness, 0, 0, 1, 1)
    bilinear = np.stack([resize_plane(low[..., i], 320, 240) for i in range(2)], axis=-1)
    near = np.abs(truth - bilinear).max(axis=-1) > 5
    assert near.sum() > 1000
    assert np.abs(guided - truth)[near].mean() < 0.25 * np.abs(bilinear - truth)[near].mean()


def test_strips_have_no_seams(two_halves: tuple[np.ndarray, np.ndarray]) -> None:
    lightness, truth = two_halves
    upsampler = upsampler_of(lightness, truth, 8)
    whole = upsampler.region(lightness, 0, 0, 1, 1)
    edges = (0, 7, 64, 101, 240)
    strips = [upsampler.region(lightness[y0:y1], 0, y0 / 240, 1, y1 / 240) for y0, y1 in pairwise(edges)]
    assert np.abs(np.concatenate(strips) - whole).max() < 0.01


def test_a_flat_colour_stays_exactly_that(rng: np.random.Generator) -> None:
    lightness = rng.uniform(0, 100, (90, 130)).astype(np.float32)
    ab = np.broadcast_to(np.float32([12.0, -7.0]), (30, 43, 2))
    result = ChromaUpsampler(resize_plane(lightness, 43, 30), ab).region(lightness, 0, 0, 1, 1)
    assert np.abs(result - ab[0, 0]).max() < 1e-3


def test_grain_does_not_become_coloured_noise(
    two_halves: tuple[np.ndarray, np.ndarray], rng: np.random.Generator
) -> None:
    lightness, truth = two_halves
    grainy = lightness + rng.normal(0, 3, lightness.shape).astype(np.float32)
    result = upsampler_of(grainy, truth, 8).region(grainy, 0, 0, 1, 1)
    assert result[:, :100].std(axis=(0, 1)).max() < 1.0


def test_lightness_never_seen_at_the_guide_size_is_not_extrapolated(rng: np.random.Generator) -> None:
    guide = rng.uniform(45, 55, (60, 80)).astype(np.float32)
    ab = np.stack([guide - 50, 50 - guide], axis=-1) * 4
    scratched = resize_plane(guide, 320, 240).copy()
    scratched[100:102] = 100.0
    result = ChromaUpsampler(guide, ab).region(scratched, 0, 0, 1, 1)
    assert np.abs(result[100:102]).max() < 40


def test_a_region_smaller_than_the_guide_is_averaged(two_halves: tuple[np.ndarray, np.ndarray]) -> None:
    lightness, truth = two_halves
    small = resize_plane(lightness, 32, 24)
    result = upsampler_of(lightness, truth, 4).region(small, 0, 0, 1, 1)
    assert result.shape == (24, 32, 2)
    assert np.abs(result - shrunk(truth, 10)).mean() < 1.5
