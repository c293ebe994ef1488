"""The empty window: invites a drop, and offers the sample scans."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from colorstudio.core.scan_formats import is_readable_name
from colorstudio.engine.messages import ScanSource
from colorstudio.engine.thumbnails import ThumbnailLoader, ThumbnailReady
from colorstudio.ui.actions import plain_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, Tone, icon
from colorstudio.ui.recent_files import RecentFiles
from colorstudio.ui.theme import current_tokens, theme_notifier
from colorstudio.ui.widgets.retranslated import Retranslated

_SAMPLE_SIDE = 128
_MOST_SAMPLES = 4
_MOST_RECENT = 3
_WIDEST_NAME = 160


class Welcome(Retranslated, QWidget):
    """What is seen while no scan is open.

    Args:
        open_action: opens the file dialog.
        samples: folder with sample scans; it may be missing.
        recent: the projects to go on with.
    """

    sample_chosen = Signal(object)
    """The path of a sample scan."""
    project_chosen = Signal(object)
    """The path of a recent project."""

    def __init__(self, open_action: QAction, samples: Path, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._open_action = open_action
        self._samples = _scans_in(samples)
        self._loader = ThumbnailLoader(self)
        self._loader.thumbnail_ready.connect(self._on_loader_thumbnail_ready)
        self._picture, self._title, self._hint = QLabel(), QLabel(), QLabel()
        self._open = QPushButton(icon(Icon.OPEN, Tone.ON_ACCENT), "")
        self._open.setIconSize(BESIDE_WORDS)
        self._open.setObjectName("primaryButton")
        self._open.clicked.connect(open_action.trigger)
        self._recent = recent
        self._recent_title = QLabel()
        self._recent_row = QHBoxLayout()
        recent.changed.connect(self._on_recent_changed)
        self._samples_title = QLabel()
        self._buttons = [self._sample_button(path) for path in self._samples]
        self._build()
        self._on_recent_changed()
        self.retranslate()
        theme_notifier().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Drop scans, folders or a project here"))
        self._recent_title.setText(self.tr("Go on with"))
        self._hint.setText(self.tr("TIFF, PNG, JPEG, WebP and more. Your files are never changed."))
        self._open.setText(plain_text(self._open_action))
        self._open.setToolTip(self._open_action.toolTip())
        self._samples_title.setText(self.tr("Or begin with a sample scan"))
        for button, path in zip(self._buttons, self._samples, strict=True):
            button.setAccessibleName(self.tr("Sample scan {name}").format(name=path.stem))
            button.setToolTip(path.name)

    def load_samples(self) -> None:
        """Fetch the pictures of the samples; called once the window is up."""
        ratio = self.devicePixelRatioF()
        for number, path in enumerate(self._samples):
            self._loader.load(number, ScanSource(path), round(_SAMPLE_SIDE * ratio))

    def shutdown(self) -> None:
        """Stop loading."""
        self._loader.shutdown()

    @Slot(object)
    def _on_loader_thumbnail_ready(self, report: ThumbnailReady) -> None:
        pixmap = QPixmap.fromImage(report.image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._buttons[report.number].setIcon(QIcon(pixmap))

    @Slot()
    def _on_sample_clicked(self) -> None:
        pressed = self.sender()
        number = next(index for index, button in enumerate(self._buttons) if button is pressed)
        self.sample_chosen.emit(self._samples[number])

    @Slot()
    def _on_theme_changed(self) -> None:
        self._picture.setPixmap(icon(Icon.ADD_IMAGE, Tone.ON_SURROUND).pixmap(64, 64))
        self.setStyleSheet(f"#emptyState {{ background: {current_tokens().surround}; }}")

    @Slot()
    def _on_recent_changed(self) -> None:
        while self._recent_row.count():
            self._recent_row.takeAt(0).widget().deleteLater()
        there = [path for path in self._recent.projects if not self._recent.is_missing(path)]
        for path in there[:_MOST_RECENT]:
            name = self.fontMetrics().elidedText(path.stem, Qt.TextElideMode.ElideMiddle, _WIDEST_NAME)
            button = QPushButton(icon(Icon.FOLDER), name.replace("&", "&&"))
            button.setAccessibleName(path.stem)
            button.setIconSize(BESIDE_WORDS)
            button.setToolTip(str(path))
            button.setProperty("path", str(path))
            button.clicked.connect(self._on_project_clicked)
            self._recent_row.addWidget(button)
        self._recent_title.setVisible(bool(there))

    @Slot()
    def _on_project_clicked(self) -> None:
        self.project_chosen.emit(Path(self.sender().property("path")))

    def _sample_button(self, path: Path) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(_SAMPLE_SIDE, _SAMPLE_SIDE))
        button.setFixedSize(_SAMPLE_SIDE + 16, _SAMPLE_SIDE + 16)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_sample_clicked)
        return button

    def _build(self) -> None:
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self._title.setFont(font)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for widget in (self._picture, self._title, self._hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self._recent_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._recent_row.setSpacing(8)
        layout.addWidget(self._recent_title)
        recent = QHBoxLayout()
        recent.addStretch(1)
        recent.addLayout(self._recent_row)
        recent.addStretch(1)
        layout.addLayout(recent)
        layout.addStretch(1)
        self._samples_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._samples_title.setVisible(bool(self._samples))
        layout.addWidget(self._samples_title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)


def _scans_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if is_readable_name(path))[:_MOST_SAMPLES]
