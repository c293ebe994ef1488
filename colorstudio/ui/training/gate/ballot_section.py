"""The part of the gate that leads to the blind comparison and tells what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.ballot import Ballot, count
from colorstudio.engine.training.gate_reader import GateResult
from colorstudio.ui.training.gate.words import ballot_text, base_name
from colorstudio.ui.widgets.retranslated import Retranslated


class BallotSection(Retranslated, QWidget):
    """Explains, begins, goes on, begins again."""

    begin_wanted = Signal()
    again_wanted = Signal()
    """The votes are to be thrown away, and the pairs judged once more."""

    def __init__(self) -> None:
        super().__init__()
        self._result: GateResult | None = None
        self._model = ""
        self._title, self._explanation, self.outcome = QLabel(), QLabel(), QLabel()
        self.begin, self.again = QPushButton(), QPushButton()
        self._title.setObjectName("panelTitle")
        self._explanation.setObjectName("hint")
        for label in (self._explanation, self.outcome):
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._title, self._explanation, self.outcome):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.begin.clicked.connect(self.begin_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Compare them blind"))
        self.begin.setToolTip(self.tr("Shows the pairs one by one; whose they are is told at the end."))
        self.again.setText(self.tr("Judge again"))
        self.again.setToolTip(self.tr("Forgets the answers, and shows the pairs in another order."))
        self._show()

    def show_result(self, result: GateResult, model: str) -> None:
        """Show what there is to be compared, and what came of it so far."""
        self._result, self._model = result, model
        self._show()

    def _show(self) -> None:
        if self._result is None:
            return
        ballot, pairs, alike = self._result.ballot, len(self._result.report.pairs), self._result.report.alike
        self._explanation.setText(self._explain(pairs, alike))
        self.outcome.setVisible(ballot.at > 0)
        if ballot.at:
            self.outcome.setText(ballot_text(ballot, count(ballot), self._model, base_name(self._result)))
        self.begin.setVisible(pairs > 0 and not ballot.is_complete)
        self.begin.setText(self._begin_words(ballot))
        self.again.setVisible(ballot.at > 0)

    def _explain(self, pairs: int, alike: int) -> str:
        if not pairs and not alike:
            return self.tr("No pictures were set aside to compare.")
        if not pairs:
            return self.tr("Both models colour the pictures alike: there is nothing to choose between.")
        text = self.tr(
            "You see {pairs} pictures that this training did not use, coloured by both models, side by side. "
            "Which side is whose is not told: judge by your eyes alone."
        ).format(pairs=pairs)
        if alike:
            text += " " + self.tr("{count} others were coloured alike and are left out.").format(count=alike)
        return text

    def _begin_words(self, ballot: Ballot) -> str:
        return self.tr("Go on comparing") if ballot.at else self.tr("Begin the comparison")
