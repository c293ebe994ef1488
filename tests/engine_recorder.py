"""Hears all that an engine says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import JobFailed, JobFinished


class Recorder(QObject):
    """Keeps what the engine's signals carried, and in which thread it came."""

    def __init__(self, engine: InferenceEngine) -> None:
        super().__init__()
        self.reports: list[Any] = []
        self.threads: set[QThread] = set()
        for signal in (
            engine.models_listed,
            engine.device_ready,
            engine.scan_opened,
            engine.detail_ready,
            engine.chroma_ready,
            engine.guess_ready,
            engine.variation_ready,
            engine.view_rendered,
            engine.note_raised,
            engine.job_progressed,
            engine.job_finished,
            engine.job_failed,
        ):
            signal.connect(self._take)

    @Slot(object)
    def _take(self, report: object) -> None:
        self.reports.append(report)
        self.threads.add(QThread.currentThread())

    def of(self, kind: str) -> list[Any]:
        return [report for report in self.reports if type(report).__name__ == kind]

    def ends_of(self, job: int) -> list[JobFinished | JobFailed]:
        return [report for report in self.reports if isinstance(report, JobFinished | JobFailed) and report.job == job]


def wait_for(qtbot: QtBot, condition: Callable[[], object]) -> None:
    """Wait until `condition` holds."""
    qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)
