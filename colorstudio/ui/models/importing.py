"""How models come in: looked at first, then taken; one file after the other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ColorStudioError, TrainingError
from colorstudio.engine.messages import ModelsListed, ModelSummary
from colorstudio.engine.training.trainer_command import trainer_available
from colorstudio.ui.context import StudioContext
from colorstudio.ui.models.convert_dialog import ConvertDialog
from colorstudio.ui.models.files import PACK, is_model
from colorstudio.ui.models.import_dialog import ImportDialog, Standing, standing_of


class Importing(QObject):
    """Leads files into the library.

    Args:
        context: of the window.
        parent: below its dialogs.
    """

    taken = Signal(object)
    """The `ModelSummary` of a model that is in the library now."""
    failed = Signal(object)
    """A `ColorStudioError`."""

    def __init__(self, context: StudioContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._window = context.library, parent
        self._models: tuple[ModelSummary, ...] = ()
        self._waiting: list[Path] = []
        self._is_busy = False
        self.converting: ConvertDialog | None = None
        self.looking: ImportDialog | None = None
        context.engine.models_listed.connect(self._on_engine_models_listed)

    def set_models(self, models: tuple[ModelSummary, ...]) -> None:
        """Know the installed models."""
        self._models = models

    def take(self, paths: Iterable[Path]) -> None:
        """Look at files, and ask about each."""
        self._waiting += [path for path in paths if is_model(path)]
        self._next()

    @Slot(object)
    def _on_engine_models_listed(self, report: ModelsListed) -> None:
        self._models = report.models

    def _next(self) -> None:
        if self._is_busy or not self._waiting:
            return
        self._is_busy = True
        path = self._waiting.pop(0)
        if path.suffix.lower() == PACK:
            self._look_at(path)
        elif trainer_available():
            self._convert(path)
        else:
            self._fail(_no_trainer(path))

    def _end(self) -> None:
        self._is_busy = False
        self._put_converting_away()
        self._next()

    def _fail(self, error: ColorStudioError) -> None:
        self.failed.emit(error)
        self._end()

    # A pack

    def _look_at(self, path: Path) -> None:
        self._library.inspect(path, lambda model: self._ask(path, model), self._fail)

    def _ask(self, path: Path, model: ModelSummary) -> None:
        dialog = self.looking = ImportDialog(model, self._models, self._window)
        dialog.taken.connect(partial(self._install, path, model))
        dialog.rejected.connect(self._end)
        dialog.finished.connect(self._on_looking_finished)
        dialog.open()

    @Slot()
    def _on_looking_finished(self) -> None:
        self.looking.deleteLater()
        self.looking = None

    def _install(self, path: Path, model: ModelSummary) -> None:
        has_namesake = standing_of(model, self._models) is Standing.NAMESAKE
        install = self._library.install_as_next if has_namesake else self._library.install
        install(path, self._tell, self._fail)

    def _tell(self, model: ModelSummary) -> None:
        self.taken.emit(model)
        self._end()

    # A checkpoint

    def _convert(self, path: Path) -> None:
        self.converting = ConvertDialog(path, self._window)
        self.converting.converted.connect(self._on_converting_converted)
        self.converting.rejected.connect(self._end)
        self.converting.open()

    @Slot(object)
    def _on_converting_converted(self, path: Path) -> None:
        self._look_at(path)

    def _put_converting_away(self) -> None:
        """The pack that it made is copied by now, or not wanted."""
        if self.converting is not None:
            self.converting.rejected.disconnect(self._end)
            self.converting.reject()
            self.converting.deleteLater()
            self.converting = None


def _no_trainer(path: Path) -> TrainingError:
    return TrainingError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} is a checkpoint, and this edition has no trainer to convert it; "
            "convert it on a computer with the whole Color Studio, and bring the pack.",
        ),
        name=path.name,
    )
