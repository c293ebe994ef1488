"""A checkpoint of pix2pix becomes a model: what a person has to say about it, and the trainer's work."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.training.trainer_question import TrainerQuestion
from colorstudio.ui.i18n import error_text
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.form import Form

_OPTIONS = "train_opt.txt"
_LABELS = 160


class ConvertDialog(QDialog):
    """Asks for name, licence and the two things that a checkpoint does not tell, and converts it.

    Args:
        checkpoint: `latest_net_G.pth` or one of its like.
        parent: lies below.
    """

    converted = Signal(object)
    """The pack that was made (a `Path`); it goes with the dialog."""

    def __init__(self, checkpoint: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Convert a pix2pix checkpoint"))
        self._checkpoint = checkpoint
        self._folder = QTemporaryDir()
        self._question = TrainerQuestion(self)
        self.name, self.licence, self.options = QLineEdit(), QLineEdit(), QLineEdit()
        self.norm, self.dropout = CalmComboBox(), CalmComboBox()
        self._choose = QPushButton(self.tr("Choose…"))
        self.convert, self._cancel = QPushButton(self.tr("Convert")), QPushButton(self.tr("Cancel"))
        self._progress, self.error = QProgressBar(), QLabel()
        self._fill()
        self._build()
        self._connect_parts()
        self._show_state()
        self.resize(640, 0)

    def done(self, result: int) -> None:
        """Stop the trainer when the dialog is closed."""
        self._question.shutdown()
        super().done(result)

    # The trainer

    @Slot()
    def _on_convert_clicked(self) -> None:
        self.error.clear()
        self._progress.setRange(0, 0)
        self._question.ask(self._words())
        self._show_state()

    def _words(self) -> list[str]:
        words = ["convert", str(self._checkpoint), "-o", str(self._target()), "--norm-mode", self.norm.currentData()]
        if self.dropout.currentData():
            words.append(self.dropout.currentData())
        options = self.options.text().strip()
        words += [f"--options={options}"] if options else ["--no-options"]
        name = self.name.text().strip()
        words += [f"--name={name}", f"--licence={self.licence.text().strip()}"]
        identifier = identifier_of(name)
        return [*words, f"--id={identifier}"] if identifier else words

    def _target(self) -> Path:
        """A name that is not taken: the trainer replaces nothing."""
        taken = sum(1 for _ in Path(self._folder.path()).iterdir())
        return Path(self._folder.path()) / f"{self._checkpoint.stem}-{taken}.cspack"

    @Slot(int, int)
    def _on_question_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot(object)
    def _on_question_answered(self, answer: dict) -> None:
        self.hide()
        self.converted.emit(Path(str(answer["pack"])))

    @Slot(object)
    def _on_question_failed(self, error: ColorStudioError) -> None:
        self.error.setText(error_text(error))
        self._show_state()

    def _show_state(self) -> None:
        is_busy = self._question.is_asking
        fields = (self.name, self.licence, self.options, self._choose, self.norm, self.dropout)
        for field in fields:
            field.setEnabled(not is_busy)
        self.convert.setEnabled(not is_busy and bool(self.name.text().strip()))
        self._progress.setVisible(is_busy)
        self.error.setVisible(bool(self.error.text()))

    @Slot()
    def _on_choose_clicked(self) -> None:
        folder = str(self._checkpoint.parent)
        title = self.tr("The options of the training")
        file, _ = QFileDialog.getOpenFileName(self, title, folder, self.tr("Text files") + " (*.txt)")
        if file:
            self.options.setText(file)

    @Slot()
    def _on_name_changed(self) -> None:
        self._show_state()

    # Putting together

    def _fill(self) -> None:
        folder = self._checkpoint.parent
        self.name.setText(folder.name if self._checkpoint.stem.startswith("latest") else self._checkpoint.stem)
        if (folder / _OPTIONS).is_file():
            self.options.setText(str(folder / _OPTIONS))
        self.options.setPlaceholderText(self.tr("train_opt.txt, if there is one"))
        self.licence.setPlaceholderText(self.tr("for example CC-BY-4.0; unknown if empty"))
        self.norm.addItem(self.tr("As pix2pix tests: by each picture itself"), "batch")
        self.norm.addItem(self.tr("As with --eval: by what was gathered in training"), "running")
        self.dropout.addItem(self.tr("As the options say"), "")
        self.dropout.addItem(self.tr("With dropout"), "--dropout")
        self.dropout.addItem(self.tr("Without dropout"), "--no-dropout")
        self.norm.setToolTip(self.tr("How brightness and contrast inside the network are evened out."))
        self.dropout.setToolTip(self.tr("Whether parts of the network were switched off at random in training."))
        self.name.setToolTip(self.tr("What the model is called in the library."))
        self.licence.setToolTip(self.tr("Under which the model may be used: ask whoever trained it."))
        self.options.setToolTip(self.tr("The file in which pix2pix notes how it was trained; it is checked against."))
        self._choose.setToolTip(self.tr("Choose the file with the options."))
        self.convert.setToolTip(self.tr("Makes a model of it, and compares both; takes some seconds."))
        self._cancel.setToolTip(self.tr("Leaves the library as it is."))

    def _build(self) -> None:
        form = Form(_LABELS)
        options = QHBoxLayout()
        options.setSpacing(8)
        options.addWidget(self.options, 1)
        options.addWidget(self._choose)
        for text, field, buddy in (
            (self.tr("Name"), self.name, self.name),
            (self.tr("Licence"), self.licence, self.licence),
            (self.tr("Options of the training"), options, self.options),
            (self.tr("Normalisation"), self.norm, self.norm),
            (self.tr("Dropout"), self.dropout, self.dropout),
        ):
            buddy.setAccessibleName(text)
            form.add_row(QLabel(text), field, buddy)
        explanation = QLabel(
            self.tr("“{file}” is read safely: nothing in it is run. It becomes a model that works without pix2pix.")
        )
        explanation.setText(explanation.text().format(file=self._checkpoint.name))
        for label in (explanation, self.error):
            label.setWordWrap(True)
        explanation.setObjectName("hint")
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress of the conversion"))
        self.convert.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.convert)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(explanation)
        layout.addLayout(form)
        layout.addWidget(self.error)
        layout.addLayout(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    def _connect_parts(self) -> None:
        self._choose.clicked.connect(self._on_choose_clicked)
        self.convert.clicked.connect(self._on_convert_clicked)
        self._cancel.clicked.connect(self.reject)
        self.name.textChanged.connect(self._on_name_changed)
        self._question.progressed.connect(self._on_question_progressed)
        self._question.answered.connect(self._on_question_answered)
        self._question.failed.connect(self._on_question_failed)


def identifier_of(name: str) -> str:
    """A name as the id of a pack; '' if none of its letters can be one (the trainer then takes the file's)."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
