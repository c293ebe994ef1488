"""The second step: are the pictures fit? Shows them, and lets the archivist leave some out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTemporaryDir, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from colorstudio.core.errors import ColorStudioError, TrainingError
from colorstudio.core.training_goals import HELD_OUT_EVERY, Selection, can_be_kept
from colorstudio.core.training_messages import PROBLEMS, CheckReport, PictureFinding, from_json
from colorstudio.engine.training.trainer_question import TrainerQuestion
from colorstudio.ui.i18n import error_text
from colorstudio.ui.icons import Icon
from colorstudio.ui.training.wizard.check_words import (
    ALL,
    EXPLANATIONS,
    TITLES,
    picture_words,
    split_words,
    verdict_words,
    words,
)
from colorstudio.ui.training.wizard.headings import Remark, heading, quiet
from colorstudio.ui.training.wizard.picture_grid import PictureGrid, PictureModel
from colorstudio.ui.widgets.retranslated import Retranslated

_KIND = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 208


class CheckStep(Retranslated, QWidget):
    """Asks the trainer to look at the pictures, and shows what it found."""

    changed = Signal()
    """Another selection than before, or none (while the pictures are being checked)."""

    def __init__(self) -> None:
        super().__init__()
        self.selection: Selection | None = None
        self.folders: tuple[str, ...] = ()
        """What was looked at, or is being looked at."""
        self._error: ColorStudioError | None = None
        self._thumbnails: QTemporaryDir | None = None
        self._question = TrainerQuestion(self)
        self._question.progressed.connect(self._on_question_progressed)
        self._question.answered.connect(self._on_question_answered)
        self._question.failed.connect(self._on_question_failed)
        self._make_parts()
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._again.setText(self.tr("Check again"))
        self._again.setToolTip(self.tr("Looks at the pictures once more, after files were added or mended."))
        self._bar.setAccessibleName(self.tr("Progress of the check"))
        self._list.setAccessibleName(self.tr("What was found"))
        self._list.setToolTip(self.tr("Kinds of findings; choose one to see its pictures."))
        self._grid.setAccessibleName(self.tr("Pictures"))
        self._grid.setToolTip(self.tr("Click a picture, or press Space, to leave it out or to use it."))
        self._drop.setText(self.tr("Leave all out"))
        self._drop.setToolTip(self.tr("Leaves out all pictures that are shown here."))
        self._keep.setText(self.tr("Use all"))
        self._keep.setToolTip(self.tr("Uses all pictures that are shown here, as far as they can be read."))
        self._show_state()

    def look_at(self, folders: tuple[str, ...]) -> None:
        """Check folders, unless they have been checked or are being checked."""
        if folders != self.folders or (self.selection is None and not self._question.is_asking):
            self.folders = folders
            self._ask()

    def forget(self) -> None:
        """Begin afresh: nothing has been checked."""
        self._question.withdraw()
        self.folders, self.selection, self._error = (), None, None
        self._show_state()

    def shutdown(self) -> None:
        """Stop all work, and remove the thumbnails."""
        self._question.shutdown()
        self._model.shutdown()
        self._thumbnails = None

    # The question

    @Slot()
    def _ask(self) -> None:
        self.selection, self._error = None, None
        self._model.set_pictures(())
        self._model.forget()
        self._thumbnails = QTemporaryDir()
        words_ = ["check", *self.folders, "--thumbnails", self._thumbnails.path()]
        self._bar.setRange(0, 0)
        self._question.ask([*words_, "--held-out-every", str(HELD_OUT_EVERY)])
        self._show_state()
        self.changed.emit()

    @Slot(int, int)
    def _on_question_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._status.setText(self.tr("Looking at the pictures: {done} of {total}").format(done=done, total=total))

    @Slot(object)
    def _on_question_answered(self, answer: Mapping[str, Any]) -> None:
        try:
            self.selection = Selection.proposed(from_json(CheckReport, answer))
        except TrainingError as error:
            self._error = error
        self._fill_list()
        self._show_state()
        self.changed.emit()

    @Slot(object)
    def _on_question_failed(self, error: ColorStudioError) -> None:
        self._error = error
        self._show_state()
        self.changed.emit()

    # What is shown

    def _show_state(self) -> None:
        is_checked = self.selection is not None
        self._pages.setCurrentIndex(int(is_checked))
        self._bar.setVisible(self._error is None)
        self._trouble.say(Icon.ERROR, error_text(self._error) if self._error else "")
        self._status.setText("")
        if self.selection is not None:
            verdict, expectation = verdict_words(self.selection)
            self._heading.setText(verdict)
            self._split.setText(f"{expectation} {split_words(self.selection)}".strip())
            self._name_list()
            self._show_finding()
        else:
            self._heading.setText(self.tr("Are the pictures fit for it?"))
            self._split.setText(self.tr("Every picture is opened and looked at, for damage, colour and twins."))

    def _shown(self) -> tuple[PictureFinding, ...]:
        """The pictures of the chosen finding."""
        kind = self._kind()
        if self.selection is None:
            return ()
        return self.selection.report.pictures if kind == ALL else self.selection.report.of(kind)

    def _kind(self) -> str:
        item = self._list.currentItem()
        return item.data(_KIND) if item else ALL

    def _fill_list(self) -> None:
        """List the kinds of findings that there are, gravest first, and begin with the gravest."""
        report = self.selection.report if self.selection else None
        kinds = [problem for problem in PROBLEMS if report and report.of(problem)]
        self._list.blockSignals(True)
        self._list.clear()
        for kind in (*kinds, ALL):
            item = QListWidgetItem()
            item.setData(_KIND, kind)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        self._model.set_pictures(self._shown())

    def _name_list(self) -> None:
        assert self.selection is not None
        report = self.selection.report
        for row in range(self._list.count()):
            kind = self._list.item(row).data(_KIND)
            found = report.pictures if kind == ALL else report.of(kind)
            self._list.item(row).setText(f"{words(TITLES[kind])} ({len(found)})")

    def _show_finding(self) -> None:
        assert self.selection is not None
        kind, shown, left_out = self._kind(), self._shown(), self.selection.left_out
        self._explanation.setText(words(EXPLANATIONS[kind]))
        self._model.set_left_out(left_out)
        changeable = [each.name for each in shown if can_be_kept(each)]
        self._drop.setEnabled(any(name not in left_out for name in changeable))
        self._keep.setEnabled(any(name in left_out for name in changeable))

    # What the archivist does

    @Slot(int)
    def _on_list_current_row_changed(self, row: int) -> None:
        self._model.set_pictures(self._shown())
        self._show_state()

    @Slot(object)
    def _on_grid_toggled(self, findings: tuple[PictureFinding, ...]) -> None:
        assert self.selection is not None
        is_kept = findings[0].name in self.selection.left_out
        self._change(findings, is_kept)

    @Slot()
    def _on_drop_clicked(self) -> None:
        self._change(self._shown(), False)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self._change(self._shown(), True)

    def _change(self, findings: tuple[PictureFinding, ...], is_kept: bool) -> None:
        assert self.selection is not None
        self.selection = self.selection.with_kept((each.name for each in findings), is_kept)
        self._show_state()
        self.changed.emit()

    # Putting together

    def _make_parts(self) -> None:
        self._heading, self._split, self._status = heading(), quiet(), quiet()
        self._bar, self._trouble = QProgressBar(), Remark()
        self._bar.setTextVisible(False)
        self._again, self._drop, self._keep = QPushButton(), QPushButton(), QPushButton()
        self._again.clicked.connect(self._ask)
        self._drop.clicked.connect(self._on_drop_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._list, self._explanation = QListWidget(), quiet()
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.currentRowChanged.connect(self._on_list_current_row_changed)
        self._model = PictureModel(picture_words, self)
        self._grid = PictureGrid(self._model)
        self._grid.toggled.connect(self._on_grid_toggled)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._heading, 1)
        top.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for part in (self._bar, self._status, self._trouble):
            column.addWidget(part)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(waiting)
        self._pages.addWidget(self._findings())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._split)
        layout.addWidget(self._pages, 1)

    def _findings(self) -> QWidget:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._explanation, 1)
        line.addWidget(self._drop)
        line.addWidget(self._keep)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(line)
        right.addWidget(self._grid, 1)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._list)
        layout.addLayout(right, 1)
        return page
