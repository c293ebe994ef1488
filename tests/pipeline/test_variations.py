"""Variations by hints on the way through the pipeline: sizes, passes, and a person's hints, which win."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_pack import NOISY, TOY_A, TOY_NOISE, write_toy_pack

from colorstudio.core.progress import CancelToken
from colorstudio.core.steering import Hint, Patch
from colorstudio.inference.pack import Pack
from colorstudio.pipeline import colorize
from colorstudio.pipeline.chroma import Chroma, ChromaRequest
from colorstudio.pipeline.colorize import Colorizer
from colorstudio.pipeline.kept import KeptArrays

WHOLE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@pytest.fixture
def remembering(tmp_path: Path) -> Pack:
    """A toy that is said to remember hints: its hints count at their own pixels alone."""
    return write_toy_pack(tmp_path, id="remembering", render_size=64, arguments={"hint_memory": 1}, **NOISY)


def chroma_of(colorizer: Colorizer, size: int = 64, kept: KeptArrays | None = None, **request: object) -> Chroma:
    asked = ChromaRequest(size, **request)  # type: ignore[arg-type]
    return colorizer.chroma(96, 64, grey, asked, CancelToken(), kept)


def grey(width: int, height: int) -> np.ndarray:
    return np.full((height, width), 50, np.float32)


def places(ab: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """Where a variation differs, (n, 2), fractions of the picture."""
    found = np.argwhere(np.linalg.norm(ab - usual, axis=-1) > 1)
    return (found + 0.5) / ab.shape[:2]


def test_a_seed_changes_the_same_places_at_every_size(remembering: Pack) -> None:
    colorizer = Colorizer(remembering, "cpu")
    usual, varied, other = (chroma_of(colorizer, seed=seed).ab for seed in (None, 1, 2))
    assert np.linalg.norm(varied - usual, axis=-1).max() > 10
    assert not np.array_equal(varied, other)
    assert np.array_equal(varied, chroma_of(Colorizer(remembering, "cpu"), seed=1).ab)
    small, large = places(varied, usual), places(chroma_of(colorizer, 256, seed=1).ab, chroma_of(colorizer, 256).ab)
    apart = np.abs(large[:, None] - small[None]).max(axis=-1)
    assert apart.min(axis=1).max() < 0.03
    assert apart.min(axis=0).max() < 0.03


def test_noise_is_no_part_of_such_a_variation(remembering: Pack) -> None:
    usual, varied = (chroma_of(Colorizer(remembering, "cpu"), seed=seed).ab for seed in (None, 1))
    assert np.median(np.linalg.norm(varied - usual, axis=-1)) == 0


def test_a_persons_hints_win(remembering: Pack) -> None:
    """The person marks all of the picture: nothing of the variation is left."""
    colorizer = Colorizer(remembering, "cpu")
    everywhere = (Hint(((0.0, 0.5), (1.0, 0.5)), 12.0, -30.0, radius=0.5),)
    varied = chroma_of(colorizer, seed=1, hints=everywhere).ab
    assert np.array_equal(varied, chroma_of(colorizer, hints=everywhere).ab)
    assert varied[32, 48] == pytest.approx([TOY_A + 12, -30], abs=0.1)
    elsewhere = (Hint(((0.5, 0.5),), 12.0, -30.0, radius=0.02),)
    partly = chroma_of(colorizer, seed=1, hints=elsewhere).ab
    assert partly[32, 48] == pytest.approx([TOY_A + 12, -30], abs=0.1)
    assert len(places(partly, chroma_of(colorizer, hints=elsewhere).ab)) > 0


def test_a_region_may_have_a_variation_of_its_own(remembering: Pack) -> None:
    colorizer = Colorizer(remembering, "cpu")
    patched = chroma_of(colorizer, patches=(Patch(WHOLE, seed=1, feather=0.0),)).ab
    assert patched == pytest.approx(chroma_of(colorizer, seed=1).ab, abs=1e-3)


def test_variations_share_the_passes_of_the_guess_map(remembering: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    passes = []
    ask = colorize.ask

    def counted(backend, lightness, hints, probe):  # type: ignore[no-untyped-def]
        passes.append(probe)
        return ask(backend, lightness, hints, probe)

    monkeypatch.setattr(colorize, "ask", counted)
    colorizer, kept = Colorizer(remembering, "cpu"), KeptArrays(1 << 24)
    chroma_of(colorizer, kept=kept, wants_guess=True)
    assert len(passes) == 6
    for seed in (1, 2, 3):
        chroma_of(colorizer, kept=kept, seed=seed)
    assert len(passes) == 6 + 3
    passes.clear()
    chroma_of(colorizer, seed=1)  # nothing kept from before, as on the command line
    assert len(passes) == 6 + 1


def test_a_pack_that_remembers_nothing_varies_by_noise(tmp_path: Path) -> None:
    pack = write_toy_pack(tmp_path, id="noisy", **NOISY)
    varied = chroma_of(Colorizer(pack, "cpu"), seed=2).ab
    assert np.abs(varied[5, 5] - (TOY_A, 0)) == pytest.approx([TOY_NOISE / 2] * 2, abs=0.1)
