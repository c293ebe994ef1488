"""Sizes, and what happens when memory runs out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_pack import TOY_A, write_toy_pack

from colorstudio.core.errors import Cancelled, DeviceMemoryError
from colorstudio.core.progress import CancelToken
from colorstudio.core.recipe import Hint
from colorstudio.inference.backend import Backend
from colorstudio.inference.pack import Pack
from colorstudio.pipeline import colorize
from colorstudio.pipeline.chroma import ChromaRequest
from colorstudio.pipeline.colorize import Colorizer, render_shape

SIDES = st.integers(1, 60_000)


@given(SIDES, SIDES, st.integers(64, 2048))
def test_the_render_shape_keeps_proportions_and_bounds(width: int, height: int, size: int) -> None:
    w, h = render_shape(width, height, size)
    assert w >= 1
    assert h >= 1
    assert w * h <= 8 * size * size * 1.1 + max(w, h)
    if max(width, height) <= 8 * min(width, height):
        assert min(w, h) == size
        assert w / h == pytest.approx(width / height, rel=0.02)


def grey(width: int, height: int) -> np.ndarray:
    return np.full((height, width), 50, np.float32)


def test_the_packs_size_is_the_default_and_the_request_wins(toy: Pack) -> None:
    colorizer = Colorizer(toy, "cpu")
    chroma = colorizer.chroma(300, 200, grey, ChromaRequest(), CancelToken())
    assert (chroma.render_size, chroma.ab.shape) == (128, (128, 192, 2))
    assert chroma.ab[5, 5] == pytest.approx([TOY_A, 0], abs=0.05)
    assert chroma.device_label == "CPU"
    smaller = colorizer.chroma(300, 200, grey, ChromaRequest(render_size=64), CancelToken())
    assert smaller.ab.shape == (64, 96, 2)


def test_hints_reach_the_generator(toy: Pack) -> None:
    request = ChromaRequest(hints=(Hint(((0.25, 0.5),), 30.0, -40.0, radius=0.1),))
    ab = Colorizer(toy, "cpu").chroma(200, 200, grey, request, CancelToken()).ab
    assert ab[64, 32] == pytest.approx([TOY_A + 30, -40], abs=0.1)
    assert ab[64, 100] == pytest.approx([TOY_A, 0], abs=0.1)


def test_a_model_without_hints_says_that_it_leaves_them_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pack = write_toy_pack(tmp_path, uses_hints=False)
    monkeypatch.setattr(colorize, "open_backend", lambda pack, device: Starved(pack, "cpu", 10**9))
    request = ChromaRequest(hints=(Hint(((0.5, 0.5),), 30.0, 0.0),))
    chroma = Colorizer(pack, "cpu").chroma(30, 30, grey, request, CancelToken())
    assert [str(note) for note in chroma.notes] == ["The model toy@1.0 takes no hints; they were left out."]
    assert Colorizer(pack, "cpu").chroma(30, 30, grey, ChromaRequest(), CancelToken()).notes == ()


def test_a_cancelled_request_does_no_work(toy: Pack) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        Colorizer(toy, "cpu").chroma(30, 30, grey, ChromaRequest(), token)


class Starved(Backend):
    """A back-end that has memory for `limit` pixels."""

    device_label = "Small GPU"

    def __init__(self, pack: Pack, device: str, limit: int) -> None:
        super().__init__(pack.card)
        self.device, self.limit = device, limit

    def _run(self, inputs: dict[str, np.ndarray]) -> np.ndarray:
        n, _, height, width = inputs["L"].shape
        if height * width > self.limit:
            raise DeviceMemoryError("full")
        return np.zeros((n, 2, height, width), np.float32)


def test_short_of_memory_it_takes_a_smaller_size_and_says_so(toy: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(colorize, "open_backend", lambda pack, device: Starved(pack, "cuda", 128 * 128))
    chroma = Colorizer(toy, "cuda").chroma(100, 100, grey, ChromaRequest(512), CancelToken())
    assert chroma.render_size == 128
    assert [str(note) for note in chroma.notes] == ["Memory ran out at 512 px; coloured at 128 px instead."]


def test_a_gpu_without_memory_hands_over_to_the_cpu(toy: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {"cuda": 0, "cpu": 10**9}
    monkeypatch.setattr(colorize, "open_backend", lambda pack, device: Starved(pack, device, limits[device]))
    chroma = Colorizer(toy, "cuda").chroma(100, 100, grey, ChromaRequest(256), CancelToken())
    assert chroma.render_size == 256
    assert [str(note) for note in chroma.notes] == ["The memory of Small GPU ran out; coloured on the CPU instead."]


def test_a_cpu_that_is_short_of_memory_too_says_both(toy: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {"cuda": 0, "cpu": 64 * 64}
    monkeypatch.setattr(colorize, "open_backend", lambda pack, device: Starved(pack, device, limits[device]))
    chroma = Colorizer(toy, "cuda").chroma(100, 100, grey, ChromaRequest(256), CancelToken())
    assert [str(note) for note in chroma.notes] == [
        "The memory of Small GPU ran out; coloured on the CPU instead.",
        "Memory ran out at 256 px; coloured at 64 px instead.",
    ]


def test_without_any_memory_it_fails_instead_of_giving_grey(toy: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(colorize, "open_backend", lambda pack, device: Starved(pack, "cpu", 0))
    with pytest.raises(DeviceMemoryError):
        Colorizer(toy, "cpu").chroma(100, 100, grey, ChromaRequest(256), CancelToken())
