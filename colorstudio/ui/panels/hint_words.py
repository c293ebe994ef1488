"""What a hint is known from: evidence, source, and who entered it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from colorstudio.core.steering import Hint
from colorstudio.ui.widgets.form import Form
from colorstudio.ui.widgets.retranslated import Retranslated

FIELDS = ("evidence", "source", "author")


class HintWords(Retranslated, QWidget):
    """Three lines to type in."""

    word_changed = Signal(str, str)
    """The name of a field of `Hint`, and what was typed, when its line is left or Enter is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint: Hint | None = None
        self._labels = {name: QLabel() for name in FIELDS}
        self._lines = {name: QLineEdit() for name in FIELDS}
        form = Form()
        form.setHorizontalSpacing(12)
        form.setContentsMargins(0, 0, 0, 0)
        for name, line in self._lines.items():
            form.add_row(self._labels[name], line)
            line.setObjectName(name)
            line.editingFinished.connect(self._on_line_editing_finished)
        self.setLayout(form)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        words = {
            "evidence": (
                self.tr("Evidence"),
                self.tr("e.g. uniform: khaki cotton"),
                self.tr("What the colour is known from; a hint with evidence counts as documented."),
            ),
            "source": (
                self.tr("Source"),
                self.tr("e.g. museum catalogue no. 123"),
                self.tr("Where the evidence is found: a catalogue number, a page, a letter."),
            ),
            "author": (self.tr("Entered by"), self.tr("your name"), self.tr("Kept for the next hints as well.")),
        }
        for name, (label, example, tip) in words.items():
            self._labels[name].setText(label)
            self._lines[name].setAccessibleName(label)
            self._lines[name].setPlaceholderText(example)
            self._lines[name].setToolTip(tip)

    def set_hint(self, hint: Hint | None) -> None:
        """Show the words of a hint; what is being typed stays if it is still the same hint's."""
        for name, line in self._lines.items():
            text = getattr(hint, name) if hint is not None else ""
            known = getattr(self._hint, name) if self._hint is not None else ""
            if text != known or not line.hasFocus():
                line.setText(text)
                line.setCursorPosition(0)
        self._hint = hint

    def begin(self) -> None:
        """Let the evidence be typed."""
        self._lines["evidence"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._lines["evidence"].selectAll()

    @Slot()
    def _on_line_editing_finished(self) -> None:
        line = self.sender()
        assert isinstance(line, QLineEdit)
        if self._hint is not None and line.text() != getattr(self._hint, line.objectName()):
            self.word_changed.emit(line.objectName(), line.text())
