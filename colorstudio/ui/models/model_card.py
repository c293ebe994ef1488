"""The card of a model: what it is good for, what it learned from, its licence, its hash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from colorstudio.core.licences import licence_of
from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.licence_words import licence_name, licence_terms
from colorstudio.ui.models.card_sections import FailuresSection, FiguresSection, ItemsSection, RowsSection
from colorstudio.ui.models.card_words import source_items, stage_items
from colorstudio.ui.models.words import in_language, kind_of, name_of, size_of, verdict_of
from colorstudio.ui.widgets.retranslated import Retranslated

_PICTURE_WIDTH = 320


class ModelCard(Retranslated, QWidget):
    """Shows one model.

    Args:
        is_here: whether its models are in the library.
    """

    def __init__(self, is_here: bool = True) -> None:
        super().__init__()
        self._is_here = is_here
        self._model: ModelSummary | None = None
        self._models: Sequence[ModelSummary] = ()
        self._picture, self.name, self._kind = QLabel(), QLabel(), QLabel()
        self._description = QLabel()
        self._verdict_sign, self.verdict = QLabel(), QLabel()
        self._licence_sign, self.licence = QLabel(), QLabel()
        self.failures, self.figures = FailuresSection(), FiguresSection()
        self.sources, self.stages, self.file = ItemsSection(), ItemsSection(), RowsSection()
        self._build()

    @property
    def sha256(self) -> str:
        """Hash of the model that is shown; '': none."""
        return self._model.sha256 if self._model is not None else ""

    def retranslate(self) -> None:
        """Set the words."""
        if self._model is not None:
            self.show_model(self._model, self._models)

    def show_model(self, model: ModelSummary, models: Sequence[ModelSummary]) -> None:
        """Show a model; `models` are the installed ones, for the names of those that it came from."""
        if model.sha256 != self.sha256:
            self.set_picture(None)
        self._model, self._models = model, models
        self.name.setText(name_of(model))
        self._kind.setText(kind_of(model, self._is_here))
        self._description.setText(in_language(model.descriptions))
        self._description.setVisible(bool(self._description.text()))
        verdict = verdict_of(model, models)
        self.verdict.setText(verdict)
        for part in (self._verdict_sign, self.verdict):
            part.setVisible(bool(verdict))
        self._verdict_sign.setPixmap(icon(Icon.SUCCESS if model.verdict == "wins" else Icon.INFO).pixmap(16, 16))
        self._show_licence(model.licence)
        self._show_facts(model)

    def set_picture(self, image: QImage | None) -> None:
        """Show what the model makes of the sample."""
        self._picture.setVisible(image is not None)
        if image is not None:
            ratio = self.devicePixelRatioF()
            width = min(image.width(), round(_PICTURE_WIDTH * ratio))
            pixmap = QPixmap.fromImage(image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
            pixmap.setDevicePixelRatio(max(1.0, width / _PICTURE_WIDTH))
            self._picture.setPixmap(pixmap)

    def _show_licence(self, text: str) -> None:
        licence = licence_of(text)
        words = self.tr("Licence: {name}").format(name=licence_name(text))
        self.licence.setText(". ".join(filter(None, (words, licence_terms(text)))))
        self.licence.setToolTip(licence.address)
        self._licence_sign.setPixmap(icon(Icon.WARNING if licence.is_restricted else Icon.INFO).pixmap(16, 16))

    def _show_facts(self, model: ModelSummary) -> None:
        facts = model.facts
        self.failures.show_failures(self.tr("What it does badly"), facts.failures)
        title = self.tr("How good it is")
        if facts.measured:
            title = self.tr("How good it is, on {count} pictures that it never saw")
            title = title.format(count=QLocale().toString(facts.measured))
        heads = self.tr("This model"), self.tr("Without colour"), self.tr("True colours")
        labels = [QCoreApplication.translate("models", figure.label) for figure in facts.figures]
        self.figures.show_figures(title, facts, heads, labels)
        self.sources.show_items(self.tr("What it learned from"), source_items(facts.sources))
        self.stages.show_items(self.tr("How it was trained"), stage_items(facts.stages))
        rows = [(QCoreApplication.translate("models", label), value) for label, value in model.details]
        rows.append((self.tr("File size"), size_of(model)))
        self.file.show_rows(self.tr("The file"), rows, model.sha256)

    def _build(self) -> None:
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.name.setFont(font)
        self.name.setObjectName("panelTitle")
        self._kind.setObjectName("hint")
        for label in (self.name, self._kind, self._description, self.verdict, self.licence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # what a card says may come from anywhere
        self.licence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(8)
        for widget in (self.name, self._kind, self._description):
            words.addWidget(widget)
        words.addLayout(_beside(self._licence_sign, self.licence))
        words.addLayout(_beside(self._verdict_sign, self.verdict))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addLayout(words, 1)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addLayout(head)
        for section in (self.failures, self.figures, self.sources, self.stages, self.file):
            layout.addWidget(section)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)


def _beside(sign: QLabel, words: QLabel) -> QHBoxLayout:
    """A sign in front of words."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line
