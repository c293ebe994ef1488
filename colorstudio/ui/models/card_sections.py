"""The sections of a model's card: a title, and what stands under it. A section with nothing to say is not there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from colorstudio.engine.model_facts import ModelFacts, ModelFailure
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.models.card_words import failure_text, picture_caption
from colorstudio.ui.window_layout import empty_layout

_LABELS, _FIGURE_LABELS = 176, 288
_LARGEST_PICTURE = 600


class CardSection(QWidget):
    """A title over a grid."""

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setObjectName("panelTitle")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(self.grid)

    def begin(self, title: str, is_there: bool) -> None:
        """Forget what it showed, and show or hide itself."""
        empty_layout(self.grid)
        self.title.setText(title)
        self.setVisible(is_there)


class RowsSection(CardSection):
    """Labels and values."""

    def __init__(self) -> None:
        super().__init__()
        self.grid.setColumnMinimumWidth(0, _LABELS)
        self.grid.setColumnStretch(1, 1)

    def show_rows(self, title: str, rows: Sequence[tuple[str, str]], sha256: str = "") -> None:
        """Show rows; the one whose value is `sha256` can be copied."""
        self.begin(title, bool(rows))
        for row, (label, value) in enumerate(rows):
            self.grid.addWidget(quiet(label), row, 0)
            self.grid.addWidget(_Hash(value) if value and value == sha256 else _value(value), row, 1)


class ItemsSection(CardSection):
    """Names, each with what is to be known of it below."""

    def __init__(self) -> None:
        super().__init__()
        self.grid.setVerticalSpacing(2)

    def show_items(self, title: str, items: Sequence[tuple[str, str]]) -> None:
        """Show names and words."""
        self.begin(title, bool(items))
        for number, (name, words) in enumerate(items):
            self.grid.addWidget(_value(name), 2 * number, 0)
            below = quiet(words)
            below.setContentsMargins(0, 0, 0, 6)
            self.grid.addWidget(below, 2 * number + 1, 0)


class FiguresSection(CardSection):
    """Figures of the results beside those of pictures without colour and of the true ones."""

    def __init__(self) -> None:
        super().__init__()
        self.grid.setColumnMinimumWidth(0, _FIGURE_LABELS)
        self.grid.setColumnStretch(4, 1)

    def show_figures(self, title: str, facts: ModelFacts, heads: tuple[str, str, str], labels: Sequence[str]) -> None:
        """Show the figures of a card; `heads` stand over the numbers, `labels` before them."""
        self.begin(title, bool(facts.figures))
        for column, head in enumerate(heads, 1):
            self.grid.addWidget(quiet(head), 0, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        for row, (label, figure) in enumerate(zip(labels, facts.figures, strict=True), 1):
            self.grid.addWidget(quiet(label), row, 0)
            for column, number in enumerate((figure.result, figure.grey, figure.truth), 1):
                self.grid.addWidget(_value(number or "–"), row, column, Qt.AlignmentFlag.AlignRight)


class FailuresSection(CardSection):
    """What the model does badly, with pictures."""

    def show_failures(self, title: str, failures: Sequence[ModelFailure]) -> None:
        """Show the failures; a picture of several of them is shown once, under the last one."""
        self.begin(title, bool(failures))
        for row, failure in enumerate(failures):
            is_last = failure.image is None or failure.image not in [each.image for each in failures[row + 1 :]]
            self.grid.addWidget(_failure(failure, is_last), row, 0)


def _failure(failure: ModelFailure, has_picture: bool) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    text = _value("•  " + failure_text(failure))
    layout.addWidget(text)
    if failure.image is not None and has_picture:
        caption = picture_caption(failure)
        layout.addWidget(CardPicture(failure.image, f"{failure_text(failure)} {caption}"))
        layout.addWidget(quiet(caption))
        layout.setContentsMargins(0, 0, 0, 8)
    return widget


class CardPicture(QWidget):
    """A picture that becomes smaller where there is less room for it.

    Args:
        image: the picture, shown one pixel to a point at most.
        name: what a screen reader says.
    """

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height that it needs."""
        return round(self._shown_width(width) * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:
        """Be as large as the picture is."""
        width = self._shown_width(_LARGEST_PICTURE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(160, self.heightForWidth(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture at the left."""
        width = self._shown_width(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(0, 0, width, self.heightForWidth(width)), self._image)
        painter.end()

    def _shown_width(self, width: int) -> int:
        return min(width, self._image.width(), _LARGEST_PICTURE)


def quiet(text: str) -> QLabel:
    """Secondary words."""
    label = _plain(text)
    label.setObjectName("hint")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(True)
    return label


def _plain(text: str) -> QLabel:
    """A label that shows what stands in a card as it stands there: it may come from anywhere."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def _value(text: str) -> QLabel:
    label = _plain(text)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
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
