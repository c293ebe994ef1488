"""Patches: where they count, how softly, and from which variation they come."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_pack import NOISY, TOY_A, TOY_NOISE, write_toy_pack

from colorstudio.core.errors import PackError
from colorstudio.core.progress import CancelToken
from colorstudio.core.provenance import UsedModel
from colorstudio.core.steering import Hint, Model, Patch
from colorstudio.inference.pack import Pack
from colorstudio.inference.registry import Registry
from colorstudio.pipeline.chroma import Chroma, ChromaRequest
from colorstudio.pipeline.colorize import Colorizer
from colorstudio.pipeline.kept import KeptArrays
from colorstudio.pipeline.patches import patch_weight

LEFT_HALF = ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0))
FRACTION = st.floats(0, 1)


def white(width: int, height: int) -> np.ndarray:
    return np.full((height, width), 100, np.float32)


@pytest.fixture
def noisy(tmp_path: Path) -> Pack:
    """A pack whose seeds 0, 1 and 2 move (a*, b*) by (-11, 11), (-11, -11) and (11, 11) where it is white."""
    return write_toy_pack(tmp_path, id="noisy", **NOISY)


def chroma_of(colorizer: Colorizer, *patches: Patch, kept: KeptArrays | None = None, **request: object) -> Chroma:
    asked = ChromaRequest(64, patches=patches, **request)  # type: ignore[arg-type]
    return colorizer.chroma(96, 64, white, asked, CancelToken(), kept)


def test_a_patch_is_whole_inside_and_nothing_outside() -> None:
    weight = patch_weight(LEFT_HALF, 40, 20, 0.0)
    assert weight.dtype == np.float32
    assert (weight[:, :19] == 1).all()
    assert (weight[:, 21:] == 0).all()
    assert abs(weight.mean() - 0.5) < 0.01


def test_slanted_edges_are_antialiased() -> None:
    weight = patch_weight(((0.0, 0.0), (1.0, 0.7), (1.0, 1.0), (0.0, 1.0)), 40, 40, 0.0)
    assert len(np.unique(weight)) > 3
    assert abs(weight.mean() - 0.65) < 0.02
    assert (np.diff(weight, axis=1) <= 0).all()


def test_the_feather_is_as_wide_as_it_says_and_lies_on_both_sides() -> None:
    row = patch_weight(LEFT_HALF, 400, 200, 0.2)[100]
    soft = np.flatnonzero((row > 0.02) & (row < 0.98))
    assert 25 <= len(soft) <= 45  # 0.2 of 200
    assert (row[199] + row[200]) / 2 == pytest.approx(0.5, abs=0.02)  # the edge lies between them
    assert (np.diff(row) <= 1e-6).all()


@given(
    points=st.lists(st.tuples(FRACTION, FRACTION), min_size=3, max_size=12),
    feather=FRACTION,
    width=st.integers(1, 40),
    height=st.integers(1, 40),
)
def test_any_polygon_gives_weights(points: list[tuple[float, float]], feather: float, width: int, height: int) -> None:
    weight = patch_weight(points, width, height, feather)
    assert weight.shape == (height, width)
    assert weight.min() >= -1e-6
    assert weight.max() <= 1 + 1e-6


def test_a_region_takes_its_chroma_from_another_seed(noisy: Pack) -> None:
    chroma = chroma_of(Colorizer(noisy, "cpu"), Patch(LEFT_HALF, seed=2, feather=0.1), seed=0)
    assert chroma.ab[32, 5] == pytest.approx([TOY_A + TOY_NOISE, 25 + TOY_NOISE], abs=0.1)
    assert chroma.ab[32, 90] == pytest.approx([TOY_A - TOY_NOISE, 25 + TOY_NOISE], abs=0.1)
    assert chroma.ab[32, 48] == pytest.approx([TOY_A, 25 + TOY_NOISE], abs=4.0)
    assert chroma.patches == (Patch(LEFT_HALF, render_size=64, seed=2, feather=0.1),)


def test_later_patches_cover_earlier_ones_and_hints_count_in_all(noisy: Pack) -> None:
    hint = Hint(((0.1, 0.5),), 5.0, -30.0, radius=0.05)
    patches = Patch(LEFT_HALF, seed=2), Patch(LEFT_HALF, seed=1)
    chroma = chroma_of(Colorizer(noisy, "cpu"), *patches, hints=(hint,))
    assert chroma.ab[5, 30] == pytest.approx([TOY_A - TOY_NOISE, 25 - TOY_NOISE], abs=0.1)
    assert chroma.ab[32, 9] == pytest.approx([TOY_A - TOY_NOISE + 5, 25 - TOY_NOISE - 30], abs=0.1)


def test_the_largest_of_the_sizes_is_the_results_and_the_pictures_own_is_recorded(noisy: Pack) -> None:
    chroma = chroma_of(Colorizer(noisy, "cpu"), Patch(LEFT_HALF, render_size=128))
    assert (chroma.ab.shape, chroma.lightness.shape) == ((128, 192, 2), (128, 192))
    assert chroma.render_size == 64
    guessed = chroma_of(Colorizer(noisy, "cpu"), Patch(LEFT_HALF, render_size=128), wants_guess=True)
    assert guessed.guess is not None
    assert guessed.guess.uncertainty.shape == (128, 192)


def test_a_region_may_come_from_another_pack(tmp_path: Path, noisy: Pack, toy: Pack) -> None:
    patch = Patch(LEFT_HALF, model=Model(noisy.card.reference, noisy.sha256), seed=2)
    registry = Registry([tmp_path])
    chroma = chroma_of(Colorizer(toy, "cpu", registry.find_exactly), patch)
    assert chroma.ab[32, 5] == pytest.approx([TOY_A + TOY_NOISE, 25 + TOY_NOISE], abs=0.1)
    assert chroma.ab[32, 90] == pytest.approx([TOY_A, 25], abs=0.1)
    assert chroma.other_models == (UsedModel(noisy.card.reference, noisy.sha256, noisy.card.licence),)
    assert not chroma_of(Colorizer(noisy, "cpu"), patch).other_models


def test_a_pack_that_is_not_here_is_named(tmp_path: Path, toy: Pack) -> None:
    patch = Patch(LEFT_HALF, model=Model("gone@3.0", "ab" * 32))
    for find_pack in (None, Registry([tmp_path]).find_exactly):
        with pytest.raises(PackError, match=r"gone@3\.0 \(SHA-256 abababababab…\), which is not here"):
            chroma_of(Colorizer(toy, "cpu", find_pack), patch)


def test_what_was_predicted_is_not_predicted_again(noisy: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    from colorstudio.pipeline import colorize

    passes: list[int | None] = []
    predict = colorize.predict

    def counted(backend, lightness, seed, hints):  # type: ignore[no-untyped-def]
        passes.append(seed)
        return predict(backend, lightness, seed, hints)

    monkeypatch.setattr(colorize, "predict", counted)
    colorizer, kept = Colorizer(noisy, "cpu"), KeptArrays(1 << 24)
    without = chroma_of(colorizer, kept=kept)
    narrow = chroma_of(colorizer, Patch(LEFT_HALF, seed=2), kept=kept)
    wide = chroma_of(colorizer, Patch(LEFT_HALF, seed=2, feather=0.3), kept=kept)
    assert passes == [None, 2]
    fresh = chroma_of(Colorizer(noisy, "cpu"), Patch(LEFT_HALF, seed=2, feather=0.3))
    assert np.array_equal(wide.ab, fresh.ab)
    assert not np.array_equal(narrow.ab, wide.ab)
    assert not np.array_equal(without.ab, narrow.ab)


def test_little_room_keeps_little() -> None:
    kept, made = KeptArrays(100), []

    def make(number: int) -> np.ndarray:
        made.append(number)
        return np.zeros(15, np.float32)

    for number in (1, 1, 2, 1, 1):
        kept.get(number, lambda number=number: make(number))
    assert made == [1, 2, 1]


def test_the_guess_map_has_fixed_seeds_and_knows_where_the_model_is_unsure(noisy: Pack) -> None:
    def ramp(width: int, height: int) -> np.ndarray:
        return np.broadcast_to(np.linspace(0, 100, width, dtype=np.float32), (height, width)).copy()

    colorizer, request = Colorizer(noisy, "cpu"), ChromaRequest(64, seed=7, wants_guess=True)
    guess = colorizer.chroma(96, 64, ramp, request, CancelToken()).guess
    assert guess is not None
    assert guess.samples.shape == (6, 64, 96, 2)
    row = guess.uncertainty[32]
    assert row[2] < 0.2
    assert row[60] > 0.9
    steps = list(Colorizer(noisy, "cpu").guess(96, 64, ramp, ChromaRequest(64), CancelToken()))
    assert steps[:-1] == [None] * 6
    assert np.array_equal(steps[-1].uncertainty, guess.uncertainty)
    plain = colorizer.chroma(96, 64, ramp, ChromaRequest(64), CancelToken())
    assert np.array_equal(guess.samples[0], plain.ab)
    assert plain.guess is None


def test_a_pack_without_noise_is_asked_about_other_prints_of_the_picture(toy: Pack) -> None:
    """The toy's b* follows L*: a print that is darker in the middle changes it there, and not at black and white."""

    def ramp(width: int, height: int) -> np.ndarray:
        return np.broadcast_to(np.linspace(0, 100, width, dtype=np.float32), (height, width)).copy()

    hint = Hint(((0.1, 0.5),), 60.0, 0.0, radius=0.08)
    request = ChromaRequest(64, hints=(hint,), wants_guess=True)
    chroma = Colorizer(toy, "cpu").chroma(96, 64, ramp, request, CancelToken())
    assert chroma.guess is not None
    row = chroma.guess.uncertainty[5]
    assert row[48] > 0.7
    assert row[[1, 94]].max() < 0.4
    samples = chroma.guess.samples
    assert np.array_equal(samples[0], chroma.ab)
    assert samples[:, 32, 9, 0] == pytest.approx([TOY_A + 60] * 6, abs=0.1)  # mirrored hints came back to their place
    assert len({float(sample[32, 48, 1]) for sample in samples.round(2)}) == 3
