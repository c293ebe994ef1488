"""The open scan, coloured by each of the models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import JobFailed, JobFinished, ModelSummary, VariationReady
from colorstudio.ui.document import Document
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.models.words import name_of, short_kind_of
from colorstudio.ui.variations import find_model
from colorstudio.ui.widgets.picture_button import PictureButton
from colorstudio.ui.widgets.retranslated import Retranslated

_SIDE = 640
_TILE_WIDTH, _TILE_HEIGHT = 320, 240


class CompareView(Retranslated, QWidget):
    """A grid of tiles: without colour, and one for each model, with a button to use it.

    Args:
        engine: colours, when nothing is more urgent.
    """

    model_wanted = Signal(object)
    """The `ModelSummary` with which the scan is to be coloured."""
    left = Signal()

    def __init__(self, engine: InferenceEngine) -> None:
        super().__init__()
        self._engine = engine
        self._document: Document | None = None
        self._models: tuple[ModelSummary, ...] = ()
        self._job = 0
        self.tiles: dict[str, _Tile] = {}
        self._grey = _Tile()
        self._title, self._state, self.close_button = QLabel(), QLabel(), QPushButton()
        self._grid = QGridLayout()
        self._build()
        engine.variation_ready.connect(self._on_engine_variation_ready)
        engine.job_finished.connect(self._on_engine_job_ended)
        engine.job_failed.connect(self._on_engine_job_ended)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.close_button.setText(self.tr("Back to the cards"))
        self.close_button.setToolTip(self.tr("Shows the card of the chosen model again."))
        self._grey.set_words(self.tr("The scan"), "", "")
        self._tell()

    def compare(self, document: Document, models: Sequence[ModelSummary], device: str) -> None:
        """Colour a scan by each model, with its own hints and otherwise as a new scan would be."""
        self.stop()
        self._document, self._models = document, tuple(models)
        for tile in self.tiles.values():
            tile.hide()
            tile.deleteLater()
        self.tiles = {model.id: _Tile(model) for model in models}
        for tile in self.tiles.values():
            tile.wanted.connect(self.model_wanted)
        self._grey.picture.set_picture(document.base.before if document.base else None)
        choice = replace(document.edit.choice, render_size=0, seed=None, patches=())
        choices = [replace(choice, model=model.id) for model in models]
        wanted = document.number, document.source, choices, device, document.edit.look
        self._job = self._engine.vary(*wanted, side=_SIDE, asker="models")
        self._place()
        self._tell()

    def stop(self) -> None:
        """Colour no more."""
        self._engine.cancel(self._job)
        self._job = 0

    def _tell(self) -> None:
        if self._document is None:
            return
        self._title.setText(self.tr("“{name}”, coloured by each model").format(name=self._document.name))
        in_use = find_model(self._models, self._document.edit.choice.model)
        for model in self._models:
            words = self.tr("In use") if model == in_use else self.tr("Use for this scan")
            self.tiles[model.id].set_words(name_of(model), short_kind_of(model), words)
            self.tiles[model.id].use.setEnabled(model != in_use)
        done = sum(tile.picture.has_picture for tile in self.tiles.values())
        text = self.tr("{done} of {total}").format(done=done, total=len(self.tiles)) if self._job else ""
        self._state.setText(text)

    @Slot(object)
    def _on_engine_variation_ready(self, report: VariationReady) -> None:
        if report.job == self._job and report.choice.model in self.tiles:
            self.tiles[report.choice.model].picture.set_picture(report.thumbnail)
            self._tell()

    @Slot(object)
    def _on_engine_job_ended(self, report: JobFinished | JobFailed) -> None:
        if report.job == self._job:
            self._job = 0
            self._tell()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.stop()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = max(1, (self.width() - 48) // (_TILE_WIDTH + 16))
        for at, tile in enumerate((self._grey, *self.tiles.values())):
            self._grid.addWidget(tile, at // columns, at % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))

    def _build(self) -> None:
        self._title.setObjectName("panelTitle")
        self._state.setObjectName("hint")
        self.close_button.setIcon(icon(Icon.PREVIOUS))
        self.close_button.setIconSize(BESIDE_WORDS)
        self._grey.use.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 16, 0)
        head.setSpacing(16)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        head.addWidget(self.close_button)
        contents = QWidget()
        contents.setObjectName("scrollContents")
        self._grid.setSpacing(16)
        self._grid.setContentsMargins(0, 0, 0, 0)
        inner = QVBoxLayout(contents)
        inner.setContentsMargins(0, 0, 16, 0)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(contents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 8, 8)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)


class _Tile(QWidget):
    """A picture, a name, and a button."""

    wanted = Signal(object)

    def __init__(self, model: ModelSummary | None = None) -> None:
        super().__init__()
        self._model = model
        self.picture, self._name, self._kind, self.use = PictureButton(), QLabel(), QLabel(), QPushButton()
        self.picture.setFixedHeight(_TILE_HEIGHT)
        self.picture.setEnabled(model is not None)
        self.picture.clicked.connect(self._on_clicked)
        self.use.clicked.connect(self._on_clicked)
        self._name.setObjectName("panelTitle")
        self._kind.setObjectName("hint")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._kind)
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.picture)
        layout.addLayout(line)

    def set_words(self, name: str, kind: str, use: str) -> None:
        """Set name, version, and the words of the button."""
        self._name.setText(name)
        self._kind.setText(kind)
        self.use.setText(use)
        self.picture.setAccessibleName(name)
        tip = self.tr("Colours the open scan with this model; it can be undone in the studio.") if use else name
        self.picture.setToolTip(tip)
        self.use.setToolTip(tip)
        self.use.setAccessibleName(f"{use}: {name}" if use else name)

    def set_picture(self, image: QImage) -> None:
        """Show the result."""
        self.picture.set_picture(image)

    @Slot()
    def _on_clicked(self) -> None:
        if self._model is not None and self.use.isEnabled():
            self.wanted.emit(self._model)
