"""The verdict in a sentence, what it rests on, and the button that follows from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.ballot import advise
from colorstudio.core.gate import Finding
from colorstudio.engine.messages import ModelSummary
from colorstudio.engine.training.gate_reader import GateResult
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.training.gate.words import evidence, headline, notes, what_to_do
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.window_layout import empty_layout

_SYMBOL = 32
_BAD = (Finding.LOSES, Finding.WORSE_THAN_GREY)


class VerdictBanner(Retranslated, QFrame):
    """Says whether the new model is recommended, and takes it into the library all the same if that is wished."""

    use_wanted = Signal()
    colour_wanted = Signal()
    """The open scan is to be coloured with it."""
    default_wanted = Signal()
    """New scans are to begin with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self._result: GateResult | None = None
        self._model = ""
        self._kept: ModelSummary | None = None
        self._symbol, self.sentence, self.evidence, self.advice = (QLabel() for _ in range(4))
        self._notes = QVBoxLayout()
        self.use, self.colour, self.default = QPushButton(), QPushButton(), QPushButton()
        self._kept_words = QLabel()
        self._build()
        self.use.clicked.connect(self.use_wanted)
        self.colour.clicked.connect(self.colour_wanted)
        self.default.clicked.connect(self.default_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.use.setToolTip(self.tr("Puts the model into the library: it can be used at once, also for many scans."))
        self.colour.setText(self.tr("Colour the open scan with it"))
        self.colour.setToolTip(self.tr("Goes to the studio; it can be undone there."))
        self.default.setText(self.tr("Use it for new scans"))
        self.default.setToolTip(self.tr("Scans that are opened from now on begin with this model."))
        self._show()

    def show_result(self, result: GateResult, model: str) -> None:
        """Show a verdict about the model with that name."""
        self._result, self._model = result, model
        self._show()

    def set_kept(self, kept: ModelSummary | None, has_scan: bool, is_default: bool) -> None:
        """Show whether the model is in the library, and what can be done with it then."""
        self._kept = kept
        self.colour.setEnabled(has_scan)
        self.default.setEnabled(not is_default)
        self._show()

    def set_busy(self, is_busy: bool) -> None:
        """Wait while the model is being taken in."""
        self.use.setEnabled(not is_busy)

    def _show(self) -> None:
        if self._result is None:
            return
        advice = advise(self._result.verdict, self._result.ballot)
        self._show_severity("info" if advice.recommends else "warning" if self._is_bad() else "neutral")
        symbol = Icon.SUCCESS if advice.recommends else Icon.WARNING if self._is_bad() else Icon.INFO
        self._symbol.setPixmap(icon(symbol).pixmap(_SYMBOL, _SYMBOL))
        self.sentence.setText(headline(self._result, self._model))
        words = {
            self.evidence: evidence(self._result.verdict, self._model),
            self.advice: what_to_do(self._result),
        }
        for label, text in words.items():
            label.setText(text)
            label.setVisible(bool(text))
        self._show_notes()
        self._show_buttons(advice.recommends)

    def _is_bad(self) -> bool:
        return self._result is not None and self._result.verdict.finding in _BAD

    def _show_severity(self, severity: str) -> None:
        if self.property("severity") != severity:
            self.setProperty("severity", severity)
            self.style().unpolish(self)
            self.style().polish(self)

    def _show_notes(self) -> None:
        empty_layout(self._notes)
        for is_warning, text in notes(self._result):
            self._notes.addWidget(_note(Icon.WARNING if is_warning else Icon.CHECK, text))

    def _show_buttons(self, recommends: bool) -> None:
        is_kept = self._kept is not None
        self.use.setText(self.tr("Use this model") if recommends else self.tr("Use it all the same"))
        name = "primaryButton" if recommends else ""
        if self.use.objectName() != name:
            self.use.setObjectName(name)
            self.use.style().unpolish(self.use)
            self.use.style().polish(self.use)
        self.use.setVisible(not is_kept)
        self.colour.setVisible(is_kept)
        self.default.setVisible(is_kept)
        self._kept_words.setVisible(is_kept)
        if self._kept is not None:
            self._kept_words.setText(self.tr("It is in the library as {name}.").format(name=self._kept.id))

    def _build(self) -> None:
        font = self.sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.sentence.setFont(font)
        for label in (self.sentence, self.evidence, self.advice):
            label.setWordWrap(True)
        self._notes.setSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.use, self._kept_words, self.colour, self.default):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.sentence)
        words.addWidget(self.evidence)
        words.addLayout(self._notes)
        words.addWidget(self.advice)
        words.addSpacing(8)
        words.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)


def _note(symbol: Icon, text: str) -> QWidget:
    picture, words = QLabel(), QLabel(text)
    picture.setPixmap(icon(symbol).pixmap(16, 16))
    words.setWordWrap(True)
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(picture)
    line.addWidget(words, 1)
    return holder
