"""The card of a model: what it is good for, what it learned from, its licence, its hash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from colorstudio.engine.messages import ModelSummary
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.models.words import in_language, kind_of, name_of, size_of, verdict_of
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.window_layout import empty_layout

_PICTURE_WIDTH = 320
_LABELS = 176


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
        self._rows = QGridLayout()
        self._build()

    def retranslate(self) -> None:
        """Set the words."""
        if self._model is not None:
            self.show_model(self._model, self._models)

    def show_model(self, model: ModelSummary, models: Sequence[ModelSummary]) -> None:
        """Show a model; `models` are the installed ones, for the names of those that it came from."""
        if self._model is None or model.sha256 != self._model.sha256:
            self.set_picture(None)
        self._model, self._models = model, models
        self.name.setText(name_of(model))
        self._kind.setText(kind_of(model, self._is_here))
        self._description.setText(in_language(model.descriptions))
        self._description.setVisible(bool(self._description.text()))
        verdict = verdict_of(model, models)
        self.verdict.setText(verdict)
        self._verdict_sign.setVisible(bool(verdict))
        self._verdict_sign.setPixmap(icon(Icon.SUCCESS if model.verdict == "wins" else Icon.INFO).pixmap(16, 16))
        self._show_rows(model)

    def set_picture(self, image: QImage | None) -> None:
        """Show what the model makes of the sample."""
        self._picture.setVisible(image is not None)
        if image is not None:
            ratio = self.devicePixelRatioF()
            width = min(image.width(), round(_PICTURE_WIDTH * ratio))
            pixmap = QPixmap.fromImage(image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
            pixmap.setDevicePixelRatio(max(1.0, width / _PICTURE_WIDTH))
            self._picture.setPixmap(pixmap)

    def _show_rows(self, model: ModelSummary) -> None:
        empty_layout(self._rows)
        rows = [(QCoreApplication.translate("models", label), value) for label, value in model.details]
        rows.append((self.tr("File size"), size_of(model)))
        for row, (label, value) in enumerate(rows):
            self._rows.addWidget(_label(label), row, 0)
            self._rows.addWidget(_Hash(value) if value == model.sha256 else _value(value), row, 1)

    def _build(self) -> None:
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.name.setFont(font)
        self.name.setObjectName("panelTitle")
        self._kind.setObjectName("hint")
        for label in (self.name, self._description, self.verdict):
            label.setWordWrap(True)
        verdict = QHBoxLayout()
        verdict.setSpacing(8)
        verdict.addWidget(self._verdict_sign)
        verdict.addWidget(self.verdict, 1)
        words = QVBoxLayout()
        words.setSpacing(8)
        for widget in (self.name, self._kind, self._description):
            words.addWidget(widget)
        words.addLayout(verdict)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addLayout(words, 1)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnMinimumWidth(0, _LABELS)
        self._rows.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addLayout(head)
        layout.addLayout(self._rows)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("hint")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(True)
    return label


def _value(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class _Hash(QWidget):
    """A hash in two lines, and a button that copies it in one."""

    def __init__(self, sha256: str) -> None:
        super().__init__()
        self._sha256 = sha256
        half = len(sha256) // 2
        label = QLabel(f"{sha256[:half]}\n{sha256[half:]}")
        label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QToolButton()
        copy.setIcon(icon(Icon.COPY))
        copy.setIconSize(QSize(16, 16))
        copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        copy.setAccessibleName(self.tr("Copy the hash"))
        copy.setToolTip(self.tr("Copies the hash, to compare it with that of whoever made the model."))
        copy.clicked.connect(self._on_copy_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(copy)
        layout.addStretch(1)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._sha256)
