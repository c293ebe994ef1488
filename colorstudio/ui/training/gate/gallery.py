"""The pictures of the gate with their names: truth, new model and base beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.ballot import Vote
from colorstudio.engine.training.gate_reader import GateReader, GateResult
from colorstudio.ui.training.gate.words import base_name
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.window_layout import empty_layout

_SIDE = 208


class Gallery(Retranslated, QWidget):
    """Shows the pictures once they are asked for, since they give away whose results are whose.

    Args:
        reader: reads the pictures.
    """

    def __init__(self, reader: GateReader) -> None:
        super().__init__()
        self._reader = reader
        self._result: GateResult | None = None
        self._model = ""
        self._is_open = False
        self._asked = 0
        self._title, self._show = QLabel(), QPushButton()
        self._title.setObjectName("panelTitle")
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._grid)
        self._show.clicked.connect(self._on_show_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("The pictures"))
        self._show.setText(self.tr("Show them with their names"))
        self._show.setToolTip(self.tr("After that you know whose colours are whose: compare them blind before."))
        if self._result is not None:
            self._build()

    def show_result(self, result: GateResult, model: str) -> None:
        """Show the pictures of another result, or other votes for the same."""
        if self._result is None or result.path != self._result.path:
            self._is_open = False
        self._result, self._model = result, model
        self._is_open = self._is_open or result.ballot.is_complete
        self.setVisible(bool(result.report.pairs))
        self._build()

    @Slot()
    def _on_show_clicked(self) -> None:
        self._is_open = True
        self._build()

    def _build(self) -> None:
        empty_layout(self._grid)
        self._show.setVisible(not self._is_open)
        self._asked += 1
        if not self._is_open or self._result is None:
            return
        for column, text in enumerate((self.tr("True colours"), self._model, base_name(self._result))):
            label = QLabel(text)
            label.setObjectName("hint")
            self._grid.addWidget(label, 0, column)
        self._grid.setColumnStretch(3, 1)
        self._ask_for_pictures()

    def _ask_for_pictures(self) -> None:
        asked, result = self._asked, self._result
        files = [result.path / file for pair in result.report.pairs for file in (pair.truth, pair.model, pair.base)]

        def show(pictures: Sequence[QImage]) -> None:
            if asked == self._asked:
                self._add_pictures(pictures)

        side = round(_SIDE * self.devicePixelRatioF())
        self._reader.read_pictures(files, show, side)

    def _add_pictures(self, pictures: Sequence[QImage]) -> None:
        votes = {paper.pair.name: paper.vote for paper in self._result.ballot.papers}
        for index, picture in enumerate(pictures):
            row, column = divmod(index, 3)
            label = QLabel()
            pixmap = QPixmap.fromImage(picture)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            label.setPixmap(pixmap)
            label.setAccessibleName(self._result.report.pairs[row].name)
            label.setToolTip(self._result.report.pairs[row].name)
            self._grid.addWidget(label, 2 * row + 1, column)
        for row, pair in enumerate(self._result.report.pairs):
            if text := self._vote_words(votes.get(pair.name)):
                words = QLabel(text)
                words.setObjectName("hint")
                self._grid.addWidget(words, 2 * row + 2, 0, 1, 4)  # below: beside them there may be no room

    def _vote_words(self, vote: Vote | None) -> str:
        if vote is None:
            return ""
        if vote is Vote.TIE:
            return self.tr("alike to you")
        name = self._model if vote is Vote.MODEL else base_name(self._result)
        return self.tr("you preferred “{name}”").format(name=name)
