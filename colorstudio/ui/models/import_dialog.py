"""A model that comes from elsewhere, looked at before it is taken in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.models.model_card import ModelCard


class Standing(Enum):
    """How a model from elsewhere stands to those that are here."""

    NEW = "new"
    HERE = "here"
    """This very model is here."""
    NAMESAKE = "namesake"
    """Another model of the same name and version is here."""


def standing_of(model: ModelSummary, models: Sequence[ModelSummary]) -> Standing:
    """Return how a model stands to the installed ones."""
    namesake = next((each for each in models if each.id == model.id), None)
    if namesake is None:
        return Standing.NEW
    return Standing.HERE if namesake.sha256 == model.sha256 else Standing.NAMESAKE


class ImportDialog(QDialog):
    """Shows the card with licence and hash.

    Args:
        model: what was looked at.
        models: the installed ones.
        parent: lies below.
    """

    taken = Signal()
    """The model is to be taken into the library."""

    def __init__(self, model: ModelSummary, models: Sequence[ModelSummary], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a model"))
        self._standing = standing_of(model, models)
        card = ModelCard(is_here=self._standing is Standing.HERE)
        card.show_model(model, models)
        self.take, self._cancel = QPushButton(), QPushButton()
        self.take.setText(self.tr("Take it into the library"))
        self.take.setToolTip(self.tr("Copies the file; it can be removed again at any time."))
        self.take.setDefault(True)
        self.take.setVisible(self._standing is not Standing.HERE)
        self._cancel.setText(self.tr("Close") if self._standing is Standing.HERE else self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Leaves the library as it is."))
        self.take.clicked.connect(self._on_take_clicked)
        self._cancel.clicked.connect(self.reject)
        self._build(card)
        self.resize(760, 560)

    @Slot()
    def _on_take_clicked(self) -> None:
        self.accept()
        self.taken.emit()

    def _remark(self) -> str:
        if self._standing is Standing.HERE:
            return self.tr("This very model is in the library already.")
        if self._standing is Standing.NAMESAKE:
            return self.tr("Another model of this name and version is in the library; this one gets the next version.")
        return self.tr("It was checked and holds nothing but a model. Is the licence right for what you want to do?")

    def _build(self, card: ModelCard) -> None:
        contents = QWidget()
        contents.setObjectName("scrollContents")
        inner = QVBoxLayout(contents)
        inner.setContentsMargins(24, 24, 24, 24)
        inner.addWidget(card)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(contents)
        symbol, remark = QLabel(), QLabel(self._remark())
        symbol.setPixmap(icon(Icon.INFO).pixmap(20, 20))
        remark.setWordWrap(True)
        line = QHBoxLayout()
        line.setContentsMargins(24, 8, 24, 16)
        line.setSpacing(8)
        line.addWidget(symbol)
        line.addWidget(remark, 1)
        line.addWidget(self._cancel)
        line.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(scroll, 1)
        layout.addLayout(line)
