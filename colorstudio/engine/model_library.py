"""The library of model packs as the window uses it: reads, hashes and writes in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, PackError
from colorstudio.core.progress import CancelToken, Progress
from colorstudio.engine.messages import ModelSummary
from colorstudio.engine.model_summary import summarize
from colorstudio.engine.task_calls import TaskCalls

if TYPE_CHECKING:
    from colorstudio.inference.library import PackLibrary
    from colorstudio.inference.pack import Pack

Told = Callable[[ModelSummary], None]
Failed = Callable[[ColorStudioError], None]


def _ignore(result: object) -> None:
    """Do nothing with a result."""


class ModelLibrary(QObject):
    """Looks at packs, takes them in, gives them out and throws them away, one after the other.

    Args:
        folders: with packs, the user's own first.
        parent: the owner.
    """

    changed = Signal()
    """A pack came or went: list the models again."""
    failed = Signal(object)
    """A `ColorStudioError` that whoever asked does not take himself."""

    def __init__(self, folders: tuple[Path, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._calls = TaskCalls(self)

    def inspect(self, path: Path, done: Told, failed: Failed | None = None) -> None:
        """Look at a pack without keeping it; `done` gets its summary."""
        self._ask(lambda library: library.inspect(path), done, failed)

    def install(self, path: Path, done: Told, failed: Failed | None = None) -> None:
        """Copy a pack into the library."""
        self._change(lambda library: library.install(path), done, failed)

    def install_as_next(self, path: Path, done: Told, failed: Failed | None = None) -> None:
        """Copy a pack into the library, under the next free version if its own is taken by another."""
        self._change(lambda library: library.install_as_next(path), done, failed)

    def find_twin(self, path: Path, done: Callable[[ModelSummary | None], None]) -> None:
        """Look whether a pack is here already; `done` gets what is here, or None."""
        self._ask(lambda library: library.twin_of(path), done, _ignore)

    def export(self, reference: str, target: Path, done: Callable[[Path], None], failed: Failed | None = None) -> None:
        """Copy a pack to a file that the file dialog has asked about; `done` gets the file."""

        def work(token: CancelToken, progress: Progress) -> Path:
            return self._open().export(reference, target, overwrite=True)

        self._calls.start(work, done, failed or self.failed.emit)

    def remove(self, model: ModelSummary, done: Callable[[None], None], failed: Failed | None = None) -> None:
        """Move one of the user's own packs to the trash, if it is still the one that was meant."""

        def work(token: CancelToken, progress: Progress) -> None:
            library = self._open()
            if not any(pack.card.reference == model.id and pack.sha256 == model.sha256 for pack in library.packs()):
                raise PackError(
                    QT_TRANSLATE_NOOP("errors", "The model {reference} is not here any more."), reference=model.id
                )
            library.remove(model.id)

        def removed(_: None) -> None:
            self.changed.emit()
            done(None)

        self._calls.start(work, removed, failed or self.failed.emit)

    def shutdown(self) -> None:
        """Let what is being written come to its end, and wait for it."""
        self._calls.finish()

    def _open(self) -> PackLibrary:
        from colorstudio.inference.library import PackLibrary  # in the thread: it brings in numpy and the formats

        own, *shipped = self._folders
        return PackLibrary(own, shipped)

    def _ask(
        self,
        question: Callable[[PackLibrary], Pack | None],
        done: Callable[..., None],
        failed: Failed | None,
    ) -> None:
        def work(token: CancelToken, progress: Progress) -> ModelSummary | None:
            library = self._open()
            pack = question(library)
            return None if pack is None else summarize(pack, library.is_own(pack))

        self._calls.start(work, done, failed or self.failed.emit)

    def _change(self, change: Callable[[PackLibrary], Pack], done: Told, failed: Failed | None) -> None:
        def changed(model: ModelSummary) -> None:
            self.changed.emit()
            done(model)

        self._ask(change, changed, failed)
