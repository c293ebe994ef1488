"""The models that are installed, each with its card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.i18n import current_language
from colorstudio.ui.widgets.retranslated import Retranslated


class ModelsPage(Retranslated, QScrollArea):
    """A column of cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: tuple[ModelSummary, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.retranslate()

    def retranslate(self) -> None:
        """Build the cards again, in the language of the window."""
        self.setAccessibleName(self.tr("Models"))
        contents = QWidget()
        contents.setObjectName("scrollContents")
        layout = QVBoxLayout(contents)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(24)
        title = QLabel(self.tr("Models"))
        title.setObjectName("panelTitle")
        layout.addWidget(title)
        if not self._models:
            empty = QLabel(self.tr("No model is installed."))
            empty.setObjectName("hint")
            layout.addWidget(empty)
        for model in self._models:
            layout.addWidget(_card(model))
        layout.addStretch(1)
        self.setWidget(contents)

    def set_models(self, models: Sequence[ModelSummary]) -> None:
        """Show these models."""
        self._models = tuple(models)
        self.retranslate()


def _card(model: ModelSummary) -> QWidget:
    language = current_language()
    card = QWidget()
    layout = QVBoxLayout(card)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    name = QLabel(_in_language(model.names, language) or model.id)
    name.setObjectName("panelTitle")
    layout.addWidget(name)
    description = QLabel(_in_language(model.descriptions, language))
    description.setWordWrap(True)
    description.setMaximumWidth(640)
    description.setVisible(bool(description.text()))
    layout.addWidget(description)
    form = QFormLayout()
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(4)
    for label, value in model.details:
        form.addRow(_quiet(QCoreApplication.translate("models", label)), _selectable(value))
    layout.addLayout(form)
    return card


def _in_language(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or ""


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("hint")
    return label


def _selectable(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
