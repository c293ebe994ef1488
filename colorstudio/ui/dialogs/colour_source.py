"""A small viewer from which a colour is taken: another open scan's result, or a reference photograph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from colorstudio.core.scan_formats import readable_suffixes
from colorstudio.engine.messages import ScanSource
from colorstudio.engine.thumbnails import ThumbnailFailed, ThumbnailLoader, ThumbnailReady
from colorstudio.ui.colours import hex_of, lab_of, mean_colour
from colorstudio.ui.i18n import error_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.theme import current_tokens
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox

_SIDE = 1280
"""Long side of a reference photograph, in pixels: enough for the colour of a place."""
_REACH = 2
"""Pixels to each side of the one under the pointer that count: grain is no colour."""
_LOUPE = 15.0
_OFFSET = QPointF(26, -26)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ColourSource(QDialog):
    """Offers open scans that are coloured, and photographs from files; a click takes a colour.

    Args:
        pictures: names and results of open scans.
        folder: where photographs are looked for first.
    """

    colour_taken = Signal(object)
    """The a*, b* that were clicked."""

    def __init__(self, pictures: Sequence[tuple[str, QImage]], folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._loader = ThumbnailLoader(self)
        self._names: list[str] = []
        self.setWindowTitle(self.tr("Colour from another picture"))
        self._sources = CalmComboBox()
        self._sources.setAccessibleName(self.tr("Picture"))
        self._open = QPushButton(icon(Icon.OPEN), self.tr("Open photograph…"))
        self._open.setIconSize(BESIDE_WORDS)
        self._open.setToolTip(self.tr("A colour photograph of the same thing, for example; it is only looked at."))
        self._view = _PickView()
        self._value = QLabel()
        self._value.setObjectName("hint")
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self._connect()
        for name, image in pictures:
            self._sources.addItem(name, image)
        self._tell()

    def open_picture(self, path: Path) -> None:
        """Look at a photograph; it is read beside the window."""
        self._value.setText(self.tr("Opening {name}…").format(name=path.name))
        self._names.append(path.name)
        self._loader.load(len(self._names) - 1, ScanSource(path), _SIDE)

    @property
    def view(self) -> QWidget:
        """The picture that colours are taken from."""
        return self._view

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self._loader.shutdown()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Stop reading."""
        self._loader.shutdown()
        super().done(result)

    @Slot()
    def _on_open_clicked(self) -> None:
        filters = self.tr("Pictures") + f" ({' '.join(f'*{suffix}' for suffix in readable_suffixes())})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open photograph"), str(self._folder), filters)
        if name:
            self._folder = Path(name).parent
            self.open_picture(Path(name))

    @Slot(object)
    def _on_loader_thumbnail_ready(self, report: ThumbnailReady) -> None:
        self._sources.addItem(self._names[report.number], report.image)
        self._sources.setCurrentIndex(self._sources.count() - 1)
        self._tell()

    @Slot(object)
    def _on_loader_thumbnail_failed(self, report: ThumbnailFailed) -> None:
        self._value.setText(error_text(report.error))

    @Slot(int)
    def _on_sources_index_changed(self, index: int) -> None:
        self._view.set_image(self._sources.itemData(index))

    @Slot(object)
    def _on_view_taken(self, colour: QColor) -> None:
        _, a, b = lab_of(colour)
        self.colour_taken.emit((a, b))
        self._tell(colour)

    def _tell(self, taken: QColor | None = None) -> None:
        if taken is not None:
            _, a, b = lab_of(taken)
            values = f"{hex_of(taken)}   a* {round(a)}   b* {round(b)}".replace("-", "\N{MINUS SIGN}")
            self._value.setText(self.tr("Taken: {colour}").format(colour=values))
        elif self._sources.count():
            self._value.setText(self.tr("Click a colour; hue and chroma are taken, lightness stays the scan's."))
        else:
            self._value.setText(self.tr("Open a colour photograph to take a colour from it."))

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._sources, 1)
        top.addWidget(self._open)
        self._value.setWordWrap(True)
        bottom.addWidget(self._value, 1)
        bottom.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self._view, 1)
        layout.addLayout(bottom)
        self.resize(560, 520)

    def _connect(self) -> None:
        self._sources.currentIndexChanged.connect(self._on_sources_index_changed)
        self._open.clicked.connect(self._on_open_clicked)
        self._close.clicked.connect(self.accept)
        self._view.taken.connect(self._on_view_taken)
        self._loader.thumbnail_ready.connect(self._on_loader_thumbnail_ready)
        self._loader.thumbnail_failed.connect(self._on_loader_thumbnail_failed)
        self._close.setAutoDefault(False)
        self._open.setAutoDefault(False)


class _PickView(QWidget):
    """A picture, fitted; a click, or the arrow keys and Enter, take a colour."""

    taken = Signal(object)
    """The `QColor` under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._place: QPointF | None = None
        self.setAccessibleName(self.tr("Picture to take a colour from"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: QImage | None) -> None:
        """Show a picture."""
        self._image, self._place = image, None
        self.update()

    def sizeHint(self) -> QSize:
        """Room enough to see a face."""
        return QSize(480, 400)

    def _room(self) -> QRectF:
        if self._image is None or self._image.isNull():
            return QRectF()
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())

    def _colour(self) -> QColor | None:
        room = self._room()
        if self._image is None or self._place is None or not room.contains(self._place):
            return None
        x, y = (self._place.x() - room.x()) / room.width(), (self._place.y() - room.y()) / room.height()
        return mean_colour(self._image, x, y, _REACH)

    def _point_at(self, place: QPointF | None) -> None:
        self._place = place
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the colour under the pointer."""
        self._point_at(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        self._point_at(event.position())
        self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows (Shift: farther), take with Enter or the space bar."""
        step = _STEPS.get(Qt.Key(event.key())) if event.key() in _STEPS else None
        if step is not None:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._point_at((self._place or self._room().center()) + QPointF(*step) * far)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        colour = self._colour()
        if colour is not None:
            self.taken.emit(colour)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture on its surround, and the colour beside the pointer."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(current_tokens().surround))
        if self._image is not None:
            painter.drawImage(self._room(), self._image)
        colour = self._colour()
        if colour is not None and self._place is not None:
            for edge, width in ((QColor(0, 0, 0, 160), 4), (QColor(255, 255, 255), 2)):
                painter.setPen(QPen(edge, width))
                painter.setBrush(colour)
                painter.drawEllipse(self._place + _OFFSET, _LOUPE, _LOUPE)
        painter.end()
