"""Compares the model of a finished run with the one that it began with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from colorstudio.core.ballot import Ballot, draw_ballot
from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.messages import ModelSummary
from colorstudio.engine.training.gate_reader import GateReader, GateResult
from colorstudio.engine.training.run_library import RunSummary
from colorstudio.engine.training.trainer_question import TrainerQuestion
from colorstudio.ui.i18n import current_language, error_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.training.gate.ballot_section import BallotSection
from colorstudio.ui.training.gate.blind_sheet import BlindSheet
from colorstudio.ui.training.gate.gallery import Gallery
from colorstudio.ui.training.gate.measures_table import MeasuresTable
from colorstudio.ui.training.gate.verdict_banner import VerdictBanner
from colorstudio.ui.widgets.message_bar import MessageKind
from colorstudio.ui.widgets.retranslated import Retranslated

_WIDEST = 880


class GatePage(Retranslated, QWidget):
    """Verdict, figures, blind comparison and pictures of a finished run."""

    left = Signal()
    """The archivist goes back to the monitor."""

    def __init__(self, context: TrainingContext) -> None:
        super().__init__()
        self._context = context
        self._run: RunSummary | None = None
        self._result: GateResult | None = None
        self._kept: ModelSummary | None = None
        self._is_missing = False
        self._reader, self._question = GateReader(self), TrainerQuestion(self)
        self.banner, self.measures, self.ballot = VerdictBanner(), MeasuresTable(), BallotSection()
        self.gallery, self.sheet = Gallery(self._reader), BlindSheet(self._reader)
        self._title, self._measures_title, self._missing = QLabel(), QLabel(), QLabel()
        self._back, self.measure = QPushButton(), QPushButton()
        self._progress = QProgressBar()
        self._build()
        self._connect_parts()
        self.retranslate()
        self._show_state()

    def retranslate(self) -> None:
        """Set the words."""
        self._back.setText(self.tr("Back to the training"))
        self._back.setToolTip(self.tr("Shows the curves and samples of this training again."))
        self._measures_title.setText(self.tr("What was measured"))
        self._missing.setText(self.tr("This model has not been compared with the one that it began with yet."))
        self.measure.setText(self.tr("Compare now"))
        self.measure.setToolTip(
            self.tr("Colours the pictures that were set aside with both models; takes some minutes.")
        )
        self._progress.setAccessibleName(self.tr("Progress of the comparison"))
        self._show_words()

    def show_run(self, run: RunSummary) -> None:
        """Show the result of a finished run."""
        is_other = self._run is None or run.path != self._run.path
        self._run = run
        if is_other:
            self._question.withdraw()
            self._result = self._kept = None
            self._is_missing = False
            self._pages.setCurrentIndex(0)
        self._show_state()
        self._read()

    def shutdown(self) -> None:
        """Stop all work, and wait for it."""
        self._question.shutdown()
        self._reader.shutdown()

    # Reading and measuring

    def _read(self) -> None:
        path = self._run.path

        def show(result: GateResult | None) -> None:
            if self._run.path == path:
                self._result, self._is_missing = result, result is None
                self._show_state()

        def fail(error: ColorStudioError) -> None:
            self._tell(error)
            show(None)

        self._reader.read(path, show, fail)
        self._look_for_twin()

    def _look_for_twin(self) -> None:
        path = self._run.path

        def show(twin: ModelSummary | None) -> None:
            if self._run.path == path:
                self._kept = twin
                self._show_kept()

        self._context.library.find_twin(path / "model.cspack", show)

    @Slot()
    def _on_measure_clicked(self) -> None:
        self._progress.setRange(0, 0)
        self._question.ask(["gate", str(self._run.path)])
        self._show_state()

    @Slot(int, int)
    def _on_question_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot()
    def _on_question_answered(self) -> None:
        self._read()

    @Slot(object)
    def _on_question_failed(self, error: ColorStudioError) -> None:
        self._tell(error)
        self._show_state()

    def _tell(self, error: ColorStudioError) -> None:
        self._context.messages.show_message(error_text(error), MessageKind.ERROR)

    # What is shown

    @property
    def _name(self) -> str:
        pack = self._run.config.pack
        return (pack.name_ko if current_language() == "ko" else pack.name_en) or pack.name_en or pack.id

    def _show_state(self) -> None:
        has_result, is_measuring = self._result is not None, self._question.is_asking
        for part in (self.banner, self.ballot, self.gallery):
            part.setVisible(has_result)
        has_figures = has_result and bool(self._result.verdict.judgements)
        self._measures_title.setVisible(has_figures)
        self.measures.setVisible(has_figures)
        self._missing.setVisible(self._is_missing)
        self.measure.setVisible(self._is_missing and not is_measuring)
        self._progress.setVisible(self._is_missing and is_measuring)
        self._show_words()
        self._show_kept()

    def _show_words(self) -> None:
        if self._run is None:
            return
        self._title.setText(self.tr("The result of “{name}”").format(name=self._name))
        if self._result is not None:
            for part in (self.banner, self.measures, self.ballot, self.gallery):
                part.show_result(self._result, self._name)

    @Slot()
    def _show_kept(self) -> None:
        has_scan = self._context.documents.current is not None
        default = self._context.preferences.settings.model
        is_default = self._kept is not None and default == self._kept.id.split("@")[0]
        self.banner.set_kept(self._kept, has_scan, is_default)

    # The blind comparison

    @Slot()
    def _on_ballot_begin_wanted(self) -> None:
        if not self._result.ballot.papers:
            self._keep(draw_ballot(self._result.report.pairs))
        self._open_sheet()

    @Slot()
    def _on_ballot_again_wanted(self) -> None:
        self._keep(draw_ballot(self._result.report.pairs))
        self._open_sheet()

    def _open_sheet(self) -> None:
        self._pages.setCurrentWidget(self.sheet)
        self.sheet.begin(self._run.path, self._result.ballot)

    @Slot(object)
    def _on_sheet_ballot_changed(self, ballot: Ballot) -> None:
        self._keep(ballot)

    def _keep(self, ballot: Ballot) -> None:
        self._result = replace(self._result, ballot=ballot)
        self._reader.keep(ballot, self._run.path)

    @Slot()
    def _on_sheet_left(self) -> None:
        self._pages.setCurrentIndex(0)
        self._show_words()
        self.ballot.again.setFocus() if self._result.ballot.is_complete else self.ballot.begin.setFocus()

    # The model

    @Slot()
    def _on_banner_use_wanted(self) -> None:
        self.banner.set_busy(True)
        self._context.library.install_as_next(self._run.path / "model.cspack", self._take_kept, self._fail_to_keep)

    def _take_kept(self, model: ModelSummary) -> None:
        self.banner.set_busy(False)
        self._kept = model
        self._show_kept()
        text = self.tr("“{name}” is in the library and can be chosen for every scan.")
        self._context.messages.show_message(text.format(name=self._name))

    def _fail_to_keep(self, error: ColorStudioError) -> None:
        self.banner.set_busy(False)
        self._tell(error)

    @Slot()
    def _on_banner_colour_wanted(self) -> None:
        text = self.tr("Change model or render size")
        self._context.documents.change_choice(text, model=self._kept.id, render_size=0, seed=None)
        self._context.show_studio()

    @Slot()
    def _on_banner_default_wanted(self) -> None:
        self._context.preferences.change(model=self._kept.id.split("@")[0])
        self._show_kept()

    # Putting together

    def _connect_parts(self) -> None:
        self._back.clicked.connect(self.left)
        self.measure.clicked.connect(self._on_measure_clicked)
        self._question.progressed.connect(self._on_question_progressed)
        self._question.answered.connect(self._on_question_answered)
        self._question.failed.connect(self._on_question_failed)
        self.banner.use_wanted.connect(self._on_banner_use_wanted)
        self.banner.colour_wanted.connect(self._on_banner_colour_wanted)
        self.banner.default_wanted.connect(self._on_banner_default_wanted)
        self.ballot.begin_wanted.connect(self._on_ballot_begin_wanted)
        self.ballot.again_wanted.connect(self._on_ballot_again_wanted)
        self.sheet.ballot_changed.connect(self._on_sheet_ballot_changed)
        self.sheet.left.connect(self._on_sheet_left)
        self._context.documents.current_changed.connect(self._show_kept)

    def _build(self) -> None:
        contents = QWidget()
        contents.setObjectName("scrollContents")
        contents.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(contents)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(16)
        layout.addLayout(self._head())
        parts = (self._missing, self.measure, self._progress, self.banner, self._measures_title, self.measures)
        for part in (*parts, self.ballot, self.gallery):
            if part in (self._measures_title, self.ballot, self.gallery):
                layout.addSpacing(8)
            layout.addWidget(part)
        layout.setAlignment(self.measure, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self._measures_title.setObjectName("panelTitle")
        self._progress.setTextVisible(False)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(contents)
        self._pages = QStackedWidget()
        self._pages.addWidget(scroll)
        self._pages.addWidget(self.sheet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _head(self) -> QHBoxLayout:
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self._title.setFont(font)
        self._title.setObjectName("panelTitle")
        self._back.setIcon(icon(Icon.PREVIOUS))
        self._back.setIconSize(BESIDE_WORDS)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        return head
