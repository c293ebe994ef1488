"""Guess maps and variations: done in steps, after everything that somebody waits for."""

from __future__ import annotations

import gc
import weakref

import pytest
from engine_recorder import Recorder, wait_for
from pytestqt.qtbot import QtBot
from toy_workshop import ToyDarkroom, ToyWorkshop, source

from colorstudio.core.errors import PackError
from colorstudio.core.steering import Look
from colorstudio.engine import inference_worker
from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.inference_worker import FIRST_SIZE
from colorstudio.engine.messages import WHOLE, ChromaChoice, JobFinished, ScanSource, View, ViewPurpose

CHOICE = ChromaChoice("toy")
BASE = View(ViewPurpose.BASE, WHOLE, 32, 24, None)
A = source("a.tif")


def order_of(recorder: Recorder, *kinds: str) -> list[str]:
    names = [type(report).__name__ for report in recorder.reports]
    return [name for name in names if name in kinds]


def test_a_guess_map_is_measured_and_told_once(qtbot: QtBot, engine: InferenceEngine, recorder: Recorder) -> None:
    job = engine.guess(1, A, CHOICE, "auto")
    wait_for(qtbot, lambda: recorder.ends_of(job))
    (ready,) = recorder.of("GuessReady")
    assert (ready.document, ready.source, ready.choice) == (1, A, CHOICE)
    assert ready.guess.uncertainty.shape == (6, 8)
    assert recorder.ends_of(job) == [JobFinished(job, 1)]


def test_variations_come_one_by_one_in_their_order(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    choices = [ChromaChoice("toy", size, seed=seed) for size, seed in ((0, 1), (0, 2), (192, None))]
    job = engine.vary(1, A, choices, "auto", Look(), side=32)
    wait_for(qtbot, lambda: recorder.ends_of(job))
    found = recorder.of("VariationReady")
    assert [report.choice for report in found] == choices
    assert workshop.sizes == [320, 320, 192]  # the packs' own size where none is chosen
    assert workshop.fetched == workshop.sizes
    assert workshop.sketched == 2  # not for the one without a seed
    assert {(report.thumbnail.width(), report.thumbnail.height()) for report in found} == {(32, 24)}
    assert all(report.job == job and report.ready.final for report in found)
    assert [report.fraction for report in recorder.of("JobProgressed")][-1] == 1.0


def test_drawing_and_colouring_come_between_the_steps(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inference_worker, "_PATIENCE", 0.0)
    workshop.gate.clear()
    varying = engine.vary(1, A, [ChromaChoice("toy", 64, seed=seed) for seed in range(3)], "auto")
    wait_for(qtbot, workshop.predicting.is_set)
    engine.render(1, A, BASE)
    engine.colorize(1, A, ChromaChoice("toy", 64), "auto")
    workshop.gate.set()
    wait_for(qtbot, lambda: recorder.ends_of(varying))
    kinds = "VariationReady", "ViewRendered", "ChromaReady"
    assert order_of(recorder, *kinds) == ["VariationReady", "ViewRendered", "ChromaReady", *["VariationReady"] * 2]
    assert recorder.ends_of(varying) == [JobFinished(varying, 1)]


def test_steps_wait_until_nobody_has_asked_for_anything_for_a_moment(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inference_worker, "_PATIENCE", 3600.0)
    engine.render(1, A, BASE)
    wait_for(qtbot, lambda: recorder.of("ViewRendered"))
    job = engine.guess(1, A, CHOICE, "auto")
    engine.render(1, A, BASE)
    wait_for(qtbot, lambda: len(recorder.of("ViewRendered")) == 2)
    assert not workshop.guessing.is_set()
    engine.cancel(job)
    engine.guess(1, A, CHOICE, "auto")  # takes its place
    wait_for(qtbot, lambda: recorder.ends_of(job))
    assert recorder.ends_of(job)[0].cancelled


def test_a_cancelled_guess_ends_and_a_newer_one_of_the_same_asker_wins(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    workshop.gate.clear()
    older = engine.guess(1, A, CHOICE, "auto", "map")
    wait_for(qtbot, workshop.guessing.is_set)
    other = engine.guess(1, A, ChromaChoice("toy", 128), "auto", "swatches")
    newer = engine.guess(1, A, ChromaChoice("toy", 192), "auto", "map")
    workshop.gate.set()
    wait_for(qtbot, lambda: recorder.ends_of(newer) and recorder.ends_of(other))
    assert [recorder.ends_of(job)[0].cancelled for job in (older, other, newer)] == [True, False, False]
    assert {report.choice.render_size for report in recorder.of("GuessReady")} == {128, 192}


def test_a_model_that_is_not_here_spoils_its_own_tile_only(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = workshop.load_painter

    def load_or_refuse(model: str, device: str) -> object:
        if model == "gone":
            raise PackError("There is no {model}.", model=model)
        return load(model, device)

    monkeypatch.setattr(workshop, "load_painter", load_or_refuse)
    job = engine.vary(1, A, [ChromaChoice("gone"), ChromaChoice("toy")], "auto")
    wait_for(qtbot, lambda: recorder.ends_of(job))
    assert [report.choice.model for report in recorder.of("VariationReady")] == ["toy"]
    assert recorder.of("Note")[0].values == {"model": "gone"}
    assert recorder.ends_of(job) == [JobFinished(job, 1)]


def test_other_models_of_a_sheet_are_not_told_as_the_one_in_use(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder
) -> None:
    job = engine.vary(1, A, [ChromaChoice("other")], "auto")
    wait_for(qtbot, lambda: recorder.ends_of(job))
    assert not recorder.of("DeviceReady")


def test_a_quick_request_is_shown_even_when_the_hint_has_moved_on(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    workshop.gate.clear()
    choices = [ChromaChoice("toy", 320, seed=seed) for seed in range(50)]
    first = engine.colorize(1, A, choices[0], "auto", quick=True)
    wait_for(qtbot, workshop.predicting.is_set)
    jobs = [engine.colorize(1, A, choice, "auto", quick=True) for choice in choices[1:]]
    workshop.gate.set()
    wait_for(qtbot, lambda: all(recorder.ends_of(job) for job in (first, *jobs)))
    assert [report.choice.seed for report in recorder.of("ChromaReady")] == [0, 49]  # no queue
    assert not any(report.final for report in recorder.of("ChromaReady"))
    assert workshop.sizes == [FIRST_SIZE, FIRST_SIZE]


def test_forgetting_a_scan_ends_its_steps(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    workshop.gate.clear()
    job = engine.vary(7, A, [ChromaChoice("toy", 64, seed=seed) for seed in range(9)], "auto")
    wait_for(qtbot, workshop.predicting.is_set)
    engine.forget(7)
    wait_for(qtbot, lambda: recorder.ends_of(job))
    assert recorder.ends_of(job) == [JobFinished(job, 7, cancelled=True)]
    assert len(workshop.sizes) == 1


def test_steps_that_are_given_up_let_go_of_their_scan(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[weakref.ref[object]] = []

    def remembered(source: ScanSource) -> ToyDarkroom:
        darkroom = ToyDarkroom(workshop, source)
        opened.append(weakref.ref(darkroom))
        return darkroom

    monkeypatch.setattr(workshop, "open_darkroom", remembered)
    workshop.gate.clear()
    job = engine.guess(7, A, CHOICE, "auto")
    wait_for(qtbot, workshop.guessing.is_set)
    engine.forget(7)
    workshop.gate.set()  # its first step may end well or not: the second will not begin
    wait_for(qtbot, lambda: recorder.ends_of(job))
    wait_for(qtbot, lambda: gc.collect() >= 0 and opened[0]() is None)
