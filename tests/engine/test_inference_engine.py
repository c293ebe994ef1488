"""The protocol between the window and the worker, with a real thread."""

from __future__ import annotations

import threading

import pytest
from engine_recorder import Recorder, wait_for
from PySide6.QtCore import QObject, QThread, Signal, SignalInstance, Slot
from pytestqt.qtbot import QtBot
from toy_workshop import ToyWorkshop, source

from colorstudio.core.errors import DeviceMemoryError
from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.inference_worker import FIRST_SIZE
from colorstudio.engine.messages import WHOLE, ChromaChoice, JobFinished, View, ViewPurpose
from colorstudio.pipeline.chroma import Note

CHOICE = ChromaChoice("toy")
BASE = View(ViewPurpose.BASE, WHOLE, 32, 24, None)


def test_a_scan_is_opened_coloured_and_drawn_in_the_workers_thread(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    jobs = [
        engine.open_scan(1, source("a.tif")),
        engine.colorize(1, source("a.tif"), CHOICE, "auto"),
        engine.render(1, source("a.tif"), BASE),
    ]
    wait_for(qtbot, lambda: len(recorder.of("JobFinished")) == 3)
    assert recorder.of("ScanOpened")[0].info.width == 64
    assert [(ready.final, ready.chroma.render_size) for ready in recorder.of("ChromaReady")] == [
        (False, FIRST_SIZE),
        (True, 320),
    ]
    image = recorder.of("ViewRendered")[0].before
    assert (image.width(), image.height()) == (32, 24)
    assert [len(recorder.ends_of(job)) for job in jobs] == [1, 1, 1]
    assert recorder.threads == {QThread.currentThread()}
    assert threading.current_thread().name not in workshop.threads


def test_a_small_render_size_needs_no_quick_pass(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    engine.colorize(1, source("a.tif"), ChromaChoice("toy", 192), "auto")
    wait_for(qtbot, lambda: recorder.of("JobFinished"))
    assert workshop.sizes == [192]


def test_progress_is_throttled_and_ends_at_one(qtbot: QtBot, engine: InferenceEngine, recorder: Recorder) -> None:
    engine.sharpen(1, source("a.tif"))
    wait_for(qtbot, lambda: recorder.of("JobFinished"))
    assert recorder.of("DetailReady")
    fractions = [report.fraction for report in recorder.of("JobProgressed")]
    assert fractions[-1] == 1.0
    assert len(fractions) < 50


@pytest.mark.parametrize(("name", "words"), [("bad.tif", "bad.tif is bad."), ("broken.tif", "did not expect")])
def test_a_failure_is_one_sentence_and_the_worker_goes_on(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, name: str, words: str
) -> None:
    job = engine.open_scan(1, source(name))
    wait_for(qtbot, lambda: recorder.of("JobFailed"))
    assert words in str(recorder.of("JobFailed")[0].error)
    assert len(recorder.ends_of(job)) == 1
    engine.open_scan(2, source("good.tif"))
    wait_for(qtbot, lambda: recorder.of("ScanOpened"))


def test_cancel_ends_a_running_prediction(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    workshop.gate.clear()
    job = engine.colorize(1, source("a.tif"), CHOICE, "auto")
    wait_for(qtbot, workshop.predicting.is_set)
    engine.cancel(job)
    wait_for(qtbot, lambda: recorder.ends_of(job))
    assert recorder.ends_of(job) == [JobFinished(job, 1, cancelled=True)]
    assert not recorder.of("ChromaReady")


def test_the_newest_request_wins(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    workshop.gate.clear()
    running = engine.colorize(1, source("a.tif"), CHOICE, "auto")
    wait_for(qtbot, workshop.predicting.is_set)
    waiting = engine.colorize(1, source("a.tif"), ChromaChoice("toy", 384), "auto")
    newest = engine.colorize(1, source("a.tif"), ChromaChoice("toy", 192), "auto")
    workshop.gate.set()
    wait_for(qtbot, lambda: recorder.ends_of(newest))
    assert [end.cancelled for job in (running, waiting, newest) for end in recorder.ends_of(job)] == [
        True,
        True,
        False,
    ]
    assert 384 not in workshop.sizes


def test_many_drawings_become_few_and_the_last_one_is_drawn(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder
) -> None:
    jobs = [
        engine.render(1, source("a.tif"), View(ViewPurpose.DETAIL, WHOLE, width, 8, None)) for width in range(1, 101)
    ]
    wait_for(qtbot, lambda: all(recorder.ends_of(job) for job in jobs))
    assert recorder.of("ViewRendered")[-1].before.width() == 100
    assert all(len(recorder.ends_of(job)) == 1 for job in jobs)


def test_a_missing_graphics_card_falls_back_to_the_processor_and_says_so(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    engine.colorize(1, source("a.tif"), CHOICE, "cuda")
    wait_for(qtbot, lambda: recorder.of("JobFinished"))
    assert workshop.devices[:2] == ["cuda", "cpu"]
    assert recorder.of("Note")[0].values == {"device": "cuda"}
    assert recorder.of("ChromaReady")[-1].final


def test_notes_of_a_prediction_are_told(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    workshop.notes = (Note("Memory ran out at {size} px.", {"size": 320}),)
    engine.colorize(1, source("a.tif"), CHOICE, "auto")
    wait_for(qtbot, lambda: recorder.of("JobFinished"))
    assert [note.values["size"] for note in recorder.of("Note")] == [320]


def test_without_memory_there_is_an_error_and_no_picture(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop
) -> None:
    workshop.error = DeviceMemoryError("There is not enough memory.")
    engine.colorize(1, source("a.tif"), CHOICE, "auto")
    wait_for(qtbot, lambda: recorder.of("JobFailed"))
    assert not recorder.of("ChromaReady")


def test_few_scans_stay_open(qtbot: QtBot, engine: InferenceEngine, recorder: Recorder, workshop: ToyWorkshop) -> None:
    for number in range(1, 6):
        engine.render(number, source(f"{number}.tif"), BASE)
        wait_for(qtbot, lambda number=number: len(recorder.of("ViewRendered")) == number)
    assert workshop.closed == ["1.tif", "2.tif"]
    engine.forget(5)
    wait_for(qtbot, lambda: "5.tif" in workshop.closed)


def test_models_are_listed_and_the_device_is_told_once(
    qtbot: QtBot, engine: InferenceEngine, recorder: Recorder
) -> None:
    engine.prepare("toy", "auto")
    engine.colorize(1, source("a.tif"), CHOICE, "auto")
    wait_for(qtbot, lambda: len(recorder.of("JobFinished")) == 2)
    assert recorder.of("ModelsListed")[0].models[0].id == "toy@1.0"
    assert [(ready.label, ready.model) for ready in recorder.of("DeviceReady")] == [("CPU", "toy@1.0")]


def test_shutdown_while_working_cancels_waits_and_closes(
    qtbot: QtBot, engine: InferenceEngine, workshop: ToyWorkshop
) -> None:
    workshop.gate.clear()
    engine.colorize(1, source("a.tif"), CHOICE, "auto")
    engine.open_scan(2, source("b.tif"))
    wait_for(qtbot, workshop.predicting.is_set)
    engine.shutdown()
    engine.shutdown()
    assert "a.tif" in workshop.closed


def test_an_engine_that_was_never_used_has_no_thread(qtbot: QtBot, engine: InferenceEngine) -> None:
    assert not engine._thread.isRunning()


class Emitter(QObject):
    """Emits from another thread, as the worker does."""

    emitted = Signal(object)
    flagged = Signal(bool)

    @Slot()
    def emit_often(self) -> None:
        for number in range(2000):
            self.emitted.emit(JobFinished(number, 1, cancelled=True))
            self.flagged.emit(True)


def test_two_thousand_emits_survive(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses a reference to True at every emit and aborts after some 600."""
    thread, emitter, heard = QThread(), Emitter(), []
    emitter.moveToThread(thread)
    thread.started.connect(emitter.emit_often)
    receiver = _Receiver(heard, emitter.emitted, emitter.flagged)
    thread.start()
    wait_for(qtbot, lambda: len(heard) == 4000)
    thread.quit()
    assert thread.wait(10_000)
    assert receiver is not None


class _Receiver(QObject):
    def __init__(self, heard: list[object], *signals: SignalInstance) -> None:
        super().__init__()
        self._heard = heard
        for signal in signals:
            signal.connect(self._take)

    @Slot(object)
    def _take(self, value: object) -> None:
        self._heard.append(value)
