"""How much of the computer the training takes."""

from __future__ import annotations

import os

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from colorstudio.core.training_goals import threads_beside_work
from colorstudio.ui.training.wizard.headings import title
from colorstudio.ui.widgets.retranslated import Retranslated


class PaceChoice(Retranslated, QWidget):
    """The whole computer, or half of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._beside_work = threads_beside_work(os.cpu_count() or 1)
        self._title, self._whole, self._half = title(), QRadioButton(), QRadioButton()
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        for button in (self._whole, self._half):
            self._group.addButton(button)
            layout.addWidget(button)
        self._whole.setChecked(True)
        self._half.setEnabled(self._beside_work > 0)
        self._half.toggled.connect(self._on_half_toggled)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Pace"))
        self._whole.setText(self.tr("Use the whole computer: for the night and the weekend"))
        self._whole.setToolTip(self.tr("The shortest time; other programs may become slow."))
        self._half.setText(self.tr("Leave room for other work: takes half of the processor"))
        self._half.setToolTip(self.tr("The computer stays usable; the training takes longer."))

    @property
    def threads(self) -> int:
        """Threads of the processor, 0: all."""
        return self._beside_work if self._half.isChecked() else 0

    def begin(self) -> None:
        """Begin afresh."""
        self._whole.setChecked(True)

    @Slot(bool)
    def _on_half_toggled(self, is_on: bool) -> None:
        self.changed.emit()
