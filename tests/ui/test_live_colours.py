"""What is shown while a hint moves, and guess maps on demand: the controller with a real worker and a toy workshop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from engine_recorder import Recorder, wait_for
from pytestqt.qtbot import QtBot
from toy_workshop import ToyWorkshop

from colorstudio.core.settings import SettingsFile
from colorstudio.core.steering import Hint
from colorstudio.engine import inference_worker
from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.inference_worker import FIRST_SIZE
from colorstudio.engine.messages import ChromaReady
from colorstudio.ui.document import Document
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.preferences import Preferences


@pytest.fixture
def workshop() -> ToyWorkshop:
    return ToyWorkshop()


@pytest.fixture
def engine(qapp: object, workshop: ToyWorkshop, monkeypatch: pytest.MonkeyPatch) -> Iterator[InferenceEngine]:
    monkeypatch.setattr(inference_worker, "_PATIENCE", 0.0)
    engine = InferenceEngine(lambda: workshop)
    yield engine
    workshop.gate.set()
    engine.shutdown()


@pytest.fixture
def documents(engine: InferenceEngine, tmp_path: Path, qtbot: QtBot) -> DocumentController:
    """With one scan, coloured."""
    documents = DocumentController(engine, Preferences(SettingsFile(tmp_path / "settings.json")))
    documents.open_paths([tmp_path / "a.tif"])
    wait_for(qtbot, lambda: documents.current.is_coloured and not documents.current.job)
    return documents


def current(documents: DocumentController) -> Document:
    assert documents.current is not None
    return documents.current


def move_hint(documents: DocumentController, x: float, *, gesture: bool = True) -> None:
    documents.change_choice("Move hint", gesture=gesture, hints=(Hint(((x, 0.5),), 10, 20),))


def test_a_moving_hint_is_coloured_coarsely_and_well_when_it_is_let_go(
    qtbot: QtBot, documents: DocumentController, workshop: ToyWorkshop
) -> None:
    document = current(documents)
    workshop.sizes.clear()
    move_hint(documents, 0.1)
    wait_for(qtbot, lambda: document.chroma)
    assert workshop.sizes == [FIRST_SIZE]
    assert not document.is_coloured
    documents.end_gesture()
    wait_for(qtbot, lambda: document.is_coloured)
    assert workshop.sizes[-1] == 320
    wait_for(qtbot, lambda: not document.job)
    assert document.history.count() == 1


def test_colours_of_where_the_hint_was_are_shown_until_those_of_where_it_is_come(
    qtbot: QtBot, documents: DocumentController, workshop: ToyWorkshop
) -> None:
    document, shown = current(documents), []
    documents.chroma_changed.connect(lambda changed: shown.append(changed.shown))
    workshop.gate.clear()
    workshop.predicting.clear()
    move_hint(documents, 0.1)
    wait_for(qtbot, workshop.predicting.is_set)
    for x in (0.2, 0.3, 0.4):
        move_hint(documents, x)
    workshop.gate.set()
    wait_for(qtbot, lambda: document.chroma)
    places = [ready.choice.hints[0].points[0][0] for ready in shown]
    assert places == [0.1, 0.4]  # the one that was being computed, and the newest
    assert not any(ready.final for ready in shown)
    documents.end_gesture()
    wait_for(qtbot, lambda: document.is_coloured)
    assert document.shown is document.chroma


def test_a_hint_that_rests_in_the_hand_is_coloured_well(qtbot: QtBot, documents: DocumentController) -> None:
    move_hint(documents, 0.1)
    wait_for(qtbot, lambda: current(documents).is_coloured)  # nobody has ended the gesture


def test_cancelling_while_a_hint_moves_ends_the_work(
    qtbot: QtBot, documents: DocumentController, engine: InferenceEngine, workshop: ToyWorkshop
) -> None:
    recorder = Recorder(engine)
    workshop.gate.clear()
    workshop.predicting.clear()
    move_hint(documents, 0.1)
    wait_for(qtbot, workshop.predicting.is_set)
    documents.cancel()
    assert current(documents).job == 0
    workshop.gate.set()
    wait_for(qtbot, lambda: recorder.of("ChromaReady"))
    assert current(documents).chroma is None
    assert current(documents).job == 0


def test_a_wanted_guess_map_comes_with_the_chroma_and_is_not_measured_twice(
    qtbot: QtBot, documents: DocumentController, engine: InferenceEngine
) -> None:
    recorder, document = Recorder(engine), current(documents)
    documents.want_guess()
    documents.want_guess()
    with qtbot.waitSignal(documents.chroma_changed, timeout=10_000):
        pass
    assert document.chroma is not None
    assert document.chroma.chroma.guess is not None
    documents.want_guess()
    documents.change_look("Fade", guess_fade=0.5)
    move_hint(documents, 0.3, gesture=False)
    wait_for(qtbot, lambda: len(recorder.of("GuessReady")) == 2)  # again for other hints, since areas fade
    documents.change_look("No fade", guess_fade=None)
    move_hint(documents, 0.4, gesture=False)
    wait_for(qtbot, lambda: document.is_coloured and not document.job)
    assert document.chroma.chroma.guess is None
    assert len(recorder.of("GuessReady")) == 2


def test_a_guess_map_is_given_up_when_the_parameters_change(
    qtbot: QtBot, documents: DocumentController, engine: InferenceEngine, workshop: ToyWorkshop
) -> None:
    recorder, document = Recorder(engine), current(documents)
    workshop.gate.clear()
    documents.want_guess()
    wait_for(qtbot, workshop.guessing.is_set)
    move_hint(documents, 0.3, gesture=False)
    workshop.gate.set()
    wait_for(qtbot, lambda: document.chroma and document.chroma.chroma.guess)  # it is still wanted
    assert [ready.choice.hints for ready in recorder.of("GuessReady")] == [document.edit.choice.hints]


def test_few_maps_are_kept(qtbot: QtBot, documents: DocumentController) -> None:
    document = current(documents)
    for x in (0.1, 0.2, 0.3):
        move_hint(documents, x, gesture=False)
        documents.want_guess()
        wait_for(qtbot, lambda: document.chroma and document.chroma.chroma.guess)
    kept = [ready for ready in document._chromas.values() if ready.chroma.guess is not None]
    assert len(kept) == 2


def test_a_preview_is_shown_in_the_place_of_the_pictures_own_colours(documents: DocumentController) -> None:
    document, seen = current(documents), []
    own = document.chroma
    assert own is not None
    other: ChromaReady = replace(own, choice=replace(own.choice, seed=5))
    documents.chroma_changed.connect(seen.append)
    documents.show_preview(other)
    assert document.shown is other
    documents.show_preview(other)
    documents.show_preview(None)
    assert document.shown is own
    assert len(seen) == 2
    documents.show_preview(replace(other, source=replace(own.source, mirrored=True)))
    assert document.shown is own  # made for a picture that was turned since
