"""Pictures of models are made although they are asked for again before they are there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from toy_pictures import write_pictures

from colorstudio.engine.messages import JobFinished, ModelSummary
from colorstudio.engine.model_thumbnails import ModelThumbnails


class _Engine(QObject):
    """Ends a request for variations when the next one comes, before it gives that one its number: as the real one."""

    variation_ready = Signal(object)
    job_finished = Signal(object)
    job_failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[int] = []
        self.forgotten: list[int] = []

    def vary(self, document: int, *_: Any, **__: Any) -> int:
        if self.jobs:
            self.job_finished.emit(JobFinished(self.jobs[-1], document, cancelled=True))
        self.jobs.append(len(self.jobs) + 1)
        return self.jobs[-1]

    def forget(self, document: int) -> None:
        self.forgotten.append(document)


def test_a_second_question_does_not_end_itself(qtbot: QtBot, tmp_path: Path) -> None:
    sample = write_pictures(tmp_path / "samples", 1) / "00000.png"
    engine = _Engine()
    thumbnails = ModelThumbnails(engine, sample, tmp_path / "kept")  # type: ignore[arg-type]
    for count in (1, 2):
        thumbnails.want([ModelSummary("toy@1.0", {}, {}, 32, sha256="ab")], "cpu")
        qtbot.waitUntil(lambda count=count: len(engine.jobs) == count)
    assert engine.forgotten == []
    engine.job_finished.emit(JobFinished(2, -1))
    assert engine.forgotten == [-1]
    thumbnails.shutdown()
