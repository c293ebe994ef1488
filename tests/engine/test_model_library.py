"""The library of packs through the engine: in a thread, and at once in the list of models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from toy_pack import toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import ModelSummary
from colorstudio.engine.model_library import ModelLibrary
from colorstudio.engine.model_thumbnails import ModelThumbnails
from colorstudio.engine.pipeline_workshop import PipelineWorkshop
from colorstudio.inference.card_parts import Source
from colorstudio.inference.library import PackLibrary
from colorstudio.inference.pack import write_pack


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The user's folder, empty, and one with a shipped pack."""
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    write_toy_pack(shipped, id="photographs")
    return own, shipped


@pytest.fixture
def library(qapp: object, folders: tuple[Path, Path]) -> Iterator[ModelLibrary]:
    library = ModelLibrary(folders)
    yield library
    library.shutdown()


@pytest.fixture
def real_engine(qapp: object, folders: tuple[Path, Path], tmp_path: Path) -> Iterator[InferenceEngine]:
    """An engine that works with real packs."""
    engine = InferenceEngine(lambda: PipelineWorkshop(folders, tmp_path))
    yield engine
    engine.shutdown()


def other_pack(path: Path, **changes: object) -> Path:
    """A pack with other weights than the toy's."""
    weights = {name: value * 0.5 for name, value in toy_weights().items()}
    write_pack(path, toy_card(**changes), weights, toy_graph())
    return path


def answer(qtbot: QtBot, ask: Any, *arguments: Any) -> Any:
    """Ask the library and wait for what it says; raises what it fails with."""
    answers: list[Any] = []
    ask(*arguments, answers.append, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    if isinstance(answers[0], Exception):
        raise answers[0]
    return answers[0]


def listed(qtbot: QtBot, engine: InferenceEngine) -> dict[str, ModelSummary]:
    with qtbot.waitSignal(engine.models_listed, timeout=10_000) as blocker:
        engine.refresh_models()
    return {model.id: model for model in blocker.args[0].models}


def test_a_pack_is_looked_at_taken_in_and_listed_at_once(
    qtbot: QtBot, library: ModelLibrary, real_engine: InferenceEngine, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    gate = {"finding": "wins", "base": "photographs@1.0"}
    pack = write_toy_pack(tmp_path, id="slides", metrics={"gate": gate}, training={"pictures": 300, "data": "Slides"})
    summary = answer(qtbot, library.inspect, pack.path)
    assert (summary.id, summary.licence, summary.sha256) == ("slides@1.0", "CC0-1.0", pack.sha256)
    assert list(folders[0].iterdir()) == []
    assert set(listed(qtbot, real_engine)) == {"photographs@1.0"}

    with qtbot.waitSignal(library.changed, timeout=10_000):
        answer(qtbot, library.install, pack.path)
    models = listed(qtbot, real_engine)
    assert set(models) == {"photographs@1.0", "slides@1.0"}
    own = models["slides@1.0"]
    assert own.is_own
    assert not models["photographs@1.0"].is_own
    assert (own.verdict, own.verdict_base, own.size) == ("wins", "photographs@1.0", pack.path.stat().st_size)
    assert own.facts.sources == (Source({"en": "Slides"}, pictures=300),)


def test_a_trained_model_whose_version_is_taken_gets_the_next_one_and_is_found_again(
    qtbot: QtBot, library: ModelLibrary, tmp_path: Path
) -> None:
    first = write_toy_pack(tmp_path, id="slides").path
    second = other_pack(tmp_path / "second.cspack", id="slides")
    assert answer(qtbot, library.install_as_next, first).id == "slides@1.0"
    assert answer(qtbot, library.install_as_next, first).id == "slides@1.0"  # once is enough
    twins: list[Any] = []
    library.find_twin(second, twins.append)
    qtbot.waitUntil(lambda: bool(twins), timeout=10_000)
    assert twins == [None]
    assert answer(qtbot, library.install_as_next, second).id == "slides@1.1"
    assert answer(qtbot, library.install_as_next, second).id == "slides@1.1"
    library.find_twin(second, twins.append)
    qtbot.waitUntil(lambda: len(twins) == 2, timeout=10_000)
    assert twins[1].id == "slides@1.1"


def test_what_is_given_out_is_the_same_file(qtbot: QtBot, library: ModelLibrary, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "photographs.cspack"
    target.parent.mkdir()
    target.write_bytes(b"older")
    assert answer(qtbot, library.export, "photographs", target) == target
    assert target.read_bytes() == (tmp_path / "shipped" / "photographs-1.0.cspack").read_bytes()


def test_only_the_very_pack_that_was_meant_is_removed(
    qtbot: QtBot, library: ModelLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trash: list[str] = []
    monkeypatch.setattr(PackLibrary, "remove", lambda self, reference: trash.append(reference))
    pack = write_toy_pack(tmp_path, id="slides").path
    model = answer(qtbot, library.install, pack)
    (tmp_path / "own" / "slides-1.0.cspack").unlink()
    other_pack(tmp_path / "own" / "slides-1.0.cspack", id="slides")
    with pytest.raises(Exception, match="not here any more"):
        answer(qtbot, library.remove, model)
    assert trash == []
    answer(qtbot, library.remove, answer(qtbot, library.inspect, tmp_path / "own" / "slides-1.0.cspack"))
    assert trash == ["slides@1.0"]


def test_what_is_no_pack_is_said_to_whoever_listens(qtbot: QtBot, library: ModelLibrary, tmp_path: Path) -> None:
    path = tmp_path / "no.cspack"
    path.write_bytes(b"nothing")
    with qtbot.waitSignal(library.failed, timeout=10_000) as blocker:
        library.install(path, lambda _: pytest.fail("installed"))
    assert "no.cspack" in str(blocker.args[0])


def test_another_pack_under_the_same_id_is_used_at_once(
    qtbot: QtBot, real_engine: InferenceEngine, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    from colorstudio.engine.messages import ChromaChoice, ScanSource

    scan = tmp_path / "scan.png"
    Image.fromarray(np.full((40, 50), 128, np.uint8)).save(scan)

    def a_of_scan() -> float:
        with qtbot.waitSignal(real_engine.chroma_ready, timeout=10_000) as blocker:
            real_engine.colorize(1, ScanSource(scan), ChromaChoice("photographs", 32), "cpu")
        return float(blocker.args[0].chroma.ab[..., 0].mean())

    before = a_of_scan()
    other_pack(folders[0] / "photographs-2.0.cspack", id="photographs", version="2.0")
    listed(qtbot, real_engine)
    assert a_of_scan() == pytest.approx(before / 2, rel=0.01)


def test_thumbnails_are_made_once_and_kept_by_hash(
    qtbot: QtBot, real_engine: InferenceEngine, tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    sample, kept = tmp_path / "sample.png", tmp_path / "kept"
    Image.fromarray(np.full((40, 50), 128, np.uint8)).save(sample)
    models = list(listed(qtbot, real_engine).values())
    thumbnails = ModelThumbnails(real_engine, sample, kept)
    with qtbot.waitSignal(thumbnails.thumbnail_ready, timeout=10_000) as blocker:
        thumbnails.want(models, "cpu")
    colour = blocker.args[0].image.pixelColor(10, 10)
    assert blocker.args[0].sha256 == models[0].sha256
    assert colour.red() > colour.green() + 5
    thumbnails.shutdown()
    assert [path.name for path in kept.iterdir()] == [f"{models[0].sha256}-sample.png"]

    sample.unlink()  # nothing is made again
    again = ModelThumbnails(real_engine, sample, kept)
    with qtbot.waitSignal(again.thumbnail_ready, timeout=10_000) as blocker:
        again.want(models, "cpu")
    assert isinstance(blocker.args[0].image, QImage)
    assert blocker.args[0].image.pixelColor(10, 10) == colour
    again.shutdown()
