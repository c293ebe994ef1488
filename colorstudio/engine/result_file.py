"""Results as files that are given away: exported into a temporary folder while they are being dragged."""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.export_job import ExportJob
from colorstudio.engine.task_pool import TaskFailed, TaskPool


@dataclass(frozen=True)
class ResultFile:
    """A file that is being written.

    Attributes:
        path: where it will be.
        ended: is set when it is there, or will never be.
    """

    path: Path
    ended: threading.Event = field(default_factory=threading.Event)

    def wait(self) -> Path | None:
        """Return the file as soon as it is written; None: it could not be."""
        self.ended.wait()
        return self.path if self.path.exists() else None


class ResultFiles(QObject):
    """Writes results into a folder of its own, which `shutdown` removes: who took a file has copied it by then."""

    failed = Signal(object)
    """An error for the user."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = TaskPool(1, self)
        self._pool.task_failed.connect(self._on_pool_task_failed)
        self._running: dict[Path, tuple[int, ResultFile]] = {}
        self._folder: Path | None = None

    def new_folder(self) -> Path:
        """Return an empty folder, so that a file can have the name it should have."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="colorstudio-drag-"))
        return Path(tempfile.mkdtemp(dir=self._folder))

    def start(self, job: ExportJob) -> ResultFile:
        """Begin to write a file."""
        file = ResultFile(job.target)

        def work(token: CancelToken, progress: Progress) -> None:
            try:
                job.run(token, progress)
            finally:
                file.ended.set()

        self._running[file.path] = self._pool.start(work), file
        return file

    def drop(self, file: ResultFile) -> None:
        """Forget a file that nobody took."""
        task, _ = self._running.pop(file.path)
        self._pool.cancel(task)
        file.ended.set()  # a task that has not begun yet would never say so

    def shutdown(self) -> None:
        """Cancel what is being written and remove the folder."""
        self._pool.shutdown()
        for _, file in self._running.values():  # a task that was cancelled before it began did not say so
            file.ended.set()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    @Slot(object)
    def _on_pool_task_failed(self, report: TaskFailed) -> None:
        self.failed.emit(report.error)
