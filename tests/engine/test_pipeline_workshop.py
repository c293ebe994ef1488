"""The workshop that works: predictions of a real file with the toy pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from toy_pack import NOISY, write_toy_pack

from colorstudio.core.errors import PackError, ScanError
from colorstudio.core.progress import CancelToken
from colorstudio.core.scan import Scan
from colorstudio.core.steering import Model, Patch
from colorstudio.engine.messages import WHOLE, ChromaChoice, ScanSource, View, ViewPurpose
from colorstudio.engine.pipeline_workshop import PipelineWorkshop
from colorstudio.engine.workshop import Painter

CORNER = ((0.0, 0.0), (0.4, 0.0), (0.4, 0.4), (0.0, 0.4))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "ramp.tif"
    tifffile.imwrite(path, np.tile(np.linspace(0, 65535, 120).astype(np.uint16), (90, 1)), photometric="minisblack")
    return path


@pytest.fixture
def workshop(tmp_path: Path) -> PipelineWorkshop:
    write_toy_pack(tmp_path, **NOISY)
    write_toy_pack(tmp_path, id="other", render_size=96)
    return PipelineWorkshop([tmp_path], tmp_path)


@pytest.fixture
def painter(workshop: PipelineWorkshop) -> Painter:
    return workshop.load_painter("toy", "cpu")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The sizes at which scans were read for predictions."""
    sizes: list[tuple[int, int]] = []
    shrink = Scan.shrink_lightness

    def counted(self: Scan, width: int, height: int) -> Any:
        sizes.append((width, height))
        return shrink(self, width, height)

    monkeypatch.setattr(Scan, "shrink_lightness", counted)
    return sizes


def test_a_mirrored_source_is_predicted_and_drawn_mirrored(
    workshop: PipelineWorkshop, painter: Painter, scan: Path
) -> None:
    choice, token = ChromaChoice("toy", 64), CancelToken()
    plain, mirrored = (workshop.open_darkroom(ScanSource(scan, mirrored=flag)) for flag in (False, True))
    one, other = (darkroom.predict(painter, choice, 64, token) for darkroom in (plain, mirrored))
    assert np.abs(one.ab - other.ab[:, ::-1]).max() < 0.5
    assert np.abs(one.ab - other.ab).max() > 20
    view = View(ViewPurpose.BASE, WHOLE, 60, 45, None)
    before, flipped = (darkroom.render(view, token).before.astype(int) for darkroom in (plain, mirrored))
    assert np.abs(before - flipped[:, ::-1]).max() <= 3
    assert np.abs(before - flipped).max() > 100


def test_a_scan_is_read_once_for_each_size_and_beside_the_worker_if_wished(
    workshop: PipelineWorkshop, painter: Painter, scan: Path, reads: list[tuple[int, int]]
) -> None:
    darkroom, token = workshop.open_darkroom(ScanSource(scan)), CancelToken()
    reads.clear()
    list(darkroom.fetch(64))
    assert reads == [(85, 64)]
    for seed in (None, 1, 2):
        darkroom.predict(painter, ChromaChoice("toy", 64, seed), 64, token)
    assert list(darkroom.fetch(64)) == []
    assert reads == [(85, 64)]
    fresh = workshop.open_darkroom(ScanSource(scan)).predict(painter, ChromaChoice("toy", 64, 2), 64, token)
    kept = darkroom.predict(painter, ChromaChoice("toy", 64, 2), 64, token)
    assert np.array_equal(fresh.ab, kept.ab)


def test_a_scan_that_is_gone_is_said_when_it_is_fetched(workshop: PipelineWorkshop, scan: Path) -> None:
    darkroom = workshop.open_darkroom(ScanSource(scan))
    scan.unlink()
    with pytest.raises(ScanError, match=r"ramp\.tif"):
        list(darkroom.fetch(64))


def test_regions_are_no_finer_than_a_first_look(workshop: PipelineWorkshop, painter: Painter, scan: Path) -> None:
    darkroom, token = workshop.open_darkroom(ScanSource(scan)), CancelToken()
    choice = ChromaChoice("toy", 128, patches=(Patch(CORNER, render_size=160, seed=2),))
    assert darkroom.predict(painter, choice, 64, token).ab.shape == (64, 85, 2)
    assert darkroom.predict(painter, choice, 128, token).ab.shape == (160, 213, 2)


def test_a_first_look_does_not_wait_for_what_a_variation_is_made_from(tmp_path: Path, scan: Path) -> None:
    write_toy_pack(tmp_path, id="remembering", arguments={"hint_memory": 1}, **NOISY)
    workshop = PipelineWorkshop([tmp_path], tmp_path / "views")
    painter, token = workshop.load_painter("remembering", "cpu"), CancelToken()
    darkroom, varied = workshop.open_darkroom(ScanSource(scan)), ChromaChoice("remembering", 0, 1)
    usual = darkroom.predict(painter, replace(varied, seed=None), 64, token).ab
    assert np.array_equal(darkroom.predict(painter, varied, 64, token).ab, usual)
    assert list(darkroom.sketch(painter, replace(varied, seed=None), token)) == []
    assert len(list(darkroom.sketch(painter, varied, token))) == 7  # six passes and the map
    assert not np.array_equal(darkroom.predict(painter, varied, 64, token).ab, usual)


def test_regions_of_other_packs_are_found_among_the_installed_ones(
    workshop: PipelineWorkshop, painter: Painter, scan: Path
) -> None:
    other = next(model for model in workshop.list_models() if model.id == "other@1.0")
    assert not other.has_variations
    darkroom, token = workshop.open_darkroom(ScanSource(scan)), CancelToken()
    patch = Patch(CORNER, Model(other.id, other.sha256), 64)
    chroma = darkroom.predict(painter, ChromaChoice("toy", 64, patches=(patch,)), 64, token)
    assert chroma.patches == (patch,)
    gone = Patch(CORNER, Model(other.id, "00" * 32), 64)
    with pytest.raises(PackError, match=r"other@1\.0"):
        darkroom.predict(painter, ChromaChoice("toy", 64, patches=(gone,)), 64, token)


def test_a_guess_map_is_that_of_the_choice(workshop: PipelineWorkshop, painter: Painter, scan: Path) -> None:
    darkroom, token = workshop.open_darkroom(ScanSource(scan)), CancelToken()
    *steps, guess = darkroom.guess(painter, ChromaChoice("toy", 64), token)
    assert steps == [None] * 6
    assert guess is not None
    assert guess.uncertainty.shape == (64, 85)
    assert guess.uncertainty[32, 55] > guess.uncertainty[32, 5] + 0.5
