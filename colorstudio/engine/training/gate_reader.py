"""The gate of a run as the window sees it: weighed, and its pictures read, in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from colorstudio.core.ballot import Ballot, load_ballot, save_ballot
from colorstudio.core.errors import ColorStudioError
from colorstudio.core.gate import GATE_FOLDER, GateReport, Verdict, judge
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.task_calls import TaskCalls


@dataclass(frozen=True)
class GateResult:
    """What is known about the result of a run.

    Attributes:
        path: its folder.
        report: what was measured.
        verdict: what follows from it.
        ballot: the votes of the blind comparison so far; empty if it was not begun.
    """

    path: Path
    report: GateReport
    verdict: Verdict
    ballot: Ballot


class GateReader(QObject):
    """Reads and keeps what belongs to a gate, one thing after the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = TaskCalls(self)

    def read(
        self, path: Path, done: Callable[[GateResult | None], None], failed: Callable[[ColorStudioError], None]
    ) -> None:
        """Read the gate of the run in a folder; `done` gets None if it was not measured."""
        self._calls.start(partial(_read, path), done, failed)

    def read_pictures(self, files: Sequence[Path], done: Callable[[tuple[QImage, ...]], None], side: int = 0) -> None:
        """Read pictures, to a longer side of `side` pixels if that is not 0; what cannot be read is a null image."""
        self._calls.start(partial(_read_pictures, tuple(files), side), done)

    def keep(self, ballot: Ballot, run: Path) -> None:
        """Keep votes in the folder of a run."""
        self._calls.start(partial(_keep, ballot, run / GATE_FOLDER))

    def shutdown(self) -> None:
        """Wait until the votes are kept."""
        self._calls.finish()


def _read(path: Path, token: CancelToken, progress: Progress) -> GateResult | None:
    report = GateReport.read(path)
    if report is None:
        return None
    return GateResult(path, report, judge(report), load_ballot(report.pairs, path / GATE_FOLDER))


def _read_pictures(files: Sequence[Path], side: int, token: CancelToken, progress: Progress) -> tuple[QImage, ...]:
    images = []
    for file in files:
        token.check()
        reader = QImageReader(str(file))
        if side and reader.size().isValid():
            reader.setScaledSize(reader.size().scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
        images.append(reader.read())
    return tuple(images)


def _keep(ballot: Ballot, folder: Path, token: CancelToken, progress: Progress) -> None:
    save_ballot(ballot, folder)
