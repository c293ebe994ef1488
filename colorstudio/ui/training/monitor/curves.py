"""The curves of a run, in as many columns as there is room for."""

from __future__ import annotations

import math
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.run_record import RunRecord
from colorstudio.core.training_config import TrainingConfig
from colorstudio.engine.task_pool import TaskFinished, TaskPool
from colorstudio.ui.training.monitor.curve_specs import FIGURES, SPECS, CurveSpec, measured
from colorstudio.ui.widgets.retranslated import Retranslated

if TYPE_CHECKING:
    from colorstudio.ui.training.monitor.curve_card import CurveCard

_GAP = 16
_COLUMN = 440
_NARROWEST = 400


class CurvesView(Retranslated, QScrollArea):
    """Made empty: the plotting library takes half a second to load, which a thread does after `prepare`."""

    def __init__(self) -> None:
        super().__init__()
        self._source: tuple[RunRecord, TrainingConfig] | None = None
        self.cards: list[CurveCard] = []
        self._arranged = (0, 0)
        self._is_prepared = self._is_loaded = False
        self._loader = TaskPool(parent=self)
        self._loader.task_finished.connect(self._on_loader_task_finished)
        self._due: list[int] = []
        self._turns = QTimer(self, singleShot=True, interval=0)
        self._turns.timeout.connect(self._on_turns_timeout)
        contents = QWidget()
        contents.setObjectName("scrollContents")
        self._grid = QGridLayout(contents)
        self._grid.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._grid.setSpacing(_GAP)
        self._waiting = QLabel()
        self._waiting.setObjectName("hint")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(self._waiting, 0, 0)
        self.setWidget(contents)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Curves"))
        self._waiting.setText(self.tr("The curves are being drawn…"))

    def show_record(self, record: RunRecord, config: TrainingConfig) -> None:
        """Draw what has been told so far, as soon as it can be seen."""
        self._source = record, config
        self._draw()

    def prepare(self) -> None:
        """Load what draws; again: nothing."""
        if not self._is_prepared:
            self._is_prepared = True
            self._loader.start(_load)

    def shutdown(self) -> None:
        """Wait until the thread has ended."""
        self._turns.stop()
        self._loader.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while it was hidden."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(object)
    def _on_loader_task_finished(self, report: TaskFinished) -> None:
        self._is_loaded = not report.cancelled
        self._draw()

    def _draw(self) -> None:
        """Draw all diagrams, one in each turn of the window's loop: what else it has to do comes between."""
        if self._is_loaded and self.isVisible():
            self._due += [index for index in range(len(SPECS)) if index not in self._due]
            self._turns.start()

    @Slot()
    def _on_turns_timeout(self) -> None:
        index = self._due.pop(0)
        if index == len(self.cards):
            self._make_card(SPECS[index])
        self._draw_card(self.cards[index])
        if self._due:
            self._turns.start()

    def _make_card(self, spec: CurveSpec) -> None:
        from colorstudio.ui.training.monitor.curve_card import CurveCard

        choices = [(words, measured(figure)) for figure, words in FIGURES]
        card = CurveCard(spec, choices if spec.key == "measured" else ())
        card.pointed.connect(self._on_card_pointed)
        self.cards.append(card)
        self._waiting.hide()
        self._arrange()

    @Slot(object)
    def _on_card_pointed(self, step: float | None) -> None:
        for card in self.cards:
            card.show_step(step)

    def _draw_card(self, card: CurveCard) -> None:
        if self._source is not None:
            record, config = self._source
            card.setVisible(not card.spec.needs_game or config.loss.lambda_GAN > 0)
            card.show_record(record, config)

    def _arrange(self) -> None:
        columns = max(1, (self.viewport().width() - _GAP) // _COLUMN)
        for card in self.cards:
            card.set_room(self.viewport().height() // math.ceil(len(SPECS) / columns) - 2 * _GAP)
        if (columns, len(self.cards)) == self._arranged or not self.cards:
            return
        self._arranged = columns, len(self.cards)
        for index, card in enumerate(self.cards):
            self._grid.addWidget(card, index // columns, index % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))
            self._grid.setColumnMinimumWidth(column, _NARROWEST if column < columns else 0)
        self._grid.setRowStretch(len(SPECS), 1)


def _load(token: CancelToken, progress: Progress) -> None:
    import_module("pyqtgraph")
