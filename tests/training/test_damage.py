"""Damage is the same for the same picture, and does to a scan what its name says."""

from __future__ import annotations

import numpy as np
import pytest

from colorstudio.core.color import srgb_to_lab
from training.damage import DAMAGES, Subject, damaged


@pytest.fixture
def subject(rng: np.random.Generator) -> Subject:
    """Smooth colours, 60 by 80 pixels, of all lightnesses."""
    y, x = np.mgrid[0:60, 0:80] / np.array([59, 79]).reshape(2, 1, 1)
    truth = np.round(255 * np.stack([x, 0.7 * x + 0.3 * y, 0.5 * x + 0.2], axis=-1)).astype(np.uint8)
    lab = srgb_to_lab(truth)
    return Subject(lab[..., 0], lab[..., 0], lab[..., 1:], truth)


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_same_picture_is_always_damaged_in_the_same_way(subject: Subject, kind: str) -> None:
    first, again, other = (damaged(subject, kind, key).scan for key in (7, 7, 8))
    assert np.array_equal(first, again)
    assert np.array_equal(first, other) == (kind in {"none", "sepia"})
    assert first.dtype == np.float32
    assert first.min() >= 0
    assert first.max() <= 100


@pytest.mark.parametrize("kind", ["fading", "contrast", "halftone", "grain", "sepia"])
def test_colours_are_judged_on_the_undamaged_lightness(subject: Subject, kind: str) -> None:
    case = damaged(subject, kind, 3)
    assert np.abs(case.scan - subject.scan).max() > 3
    assert case.lightness is subject.lightness
    assert case.truth is subject.truth
    assert case.border is None


def test_faded_low_and_sepia_prints_have_less_contrast(subject: Subject) -> None:
    for kind in ("fading", "contrast", "sepia"):
        for key in range(5):
            assert np.ptp(damaged(subject, kind, key).scan) < np.ptp(subject.scan)


def test_grain_is_noise_around_the_picture(subject: Subject) -> None:
    noise = damaged(subject, "grain", 5).scan - subject.scan
    middle = (subject.scan > 30) & (subject.scan < 70)  # elsewhere white and black cut it off
    assert abs(noise[middle].mean()) < 1
    assert 2.5 < noise[middle].std() < 8.5


def test_borders_are_neutral_in_the_truth_and_nothing_else_changes(subject: Subject) -> None:
    case = damaged(subject, "borders", 11)
    assert case.border is not None
    assert 0 < case.border.mean() < 0.6
    assert not case.ab[case.border].any()
    assert np.ptp(case.truth[case.border].astype(int), axis=-1).max() <= 1
    assert np.array_equal(case.truth[~case.border], subject.truth[~case.border])
    assert np.array_equal(case.scan[~case.border], subject.scan[~case.border])
    assert case.lightness is case.scan
