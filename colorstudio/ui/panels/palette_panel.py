"""The colours of a reference photograph: choosing it, seeing what was taken, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from colorstudio.core.steering import Palette
from colorstudio.ui.canvas.drops import local_paths
from colorstudio.ui.icons import BESIDE_WORDS, Icon, Tone, icon
from colorstudio.ui.panels.section import PanelSection
from colorstudio.ui.widgets.elided_label import ElidedLabel
from colorstudio.ui.widgets.palette_strip import PaletteStrip
from colorstudio.ui.widgets.value_slider import ValueSlider


class PalettePanel(PanelSection):
    """Buttons that choose a reference, its colours as a strip, and two sliders. Files may be dropped on it."""

    file_wanted = Signal()
    """The user is to be asked for a photograph."""
    path_dropped = Signal(object)
    scan_chosen = Signal(int)
    """The number of an open scan whose colours are wanted."""
    scans_wanted = Signal()
    """`set_scans` is to be called: the menu of the open scans is about to be shown."""
    palette_changed = Signal(object)
    """The `Palette` as the sliders make it."""
    editing_finished = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("palette", parent)
        self._palette: Palette | None = None
        self._hint = QLabel()
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._strip, self._name, self._remove = PaletteStrip(), ElidedLabel(), QToolButton()
        self._amount = ValueSlider(100, round(Palette.amount * 100))
        self._by_place = ValueSlider(100, round(Palette.by_place * 100))
        self._file, self._scan, self._scans = QPushButton(), QPushButton(), QMenu(self)
        self._chosen = QWidget()
        self._reading = ""
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_palette(None)

    def retranslate(self) -> None:
        """Set the words."""
        self.set_title(self.tr("Reference palette"))
        self.set_tip(self.tr("Lends the scan the colours of a colour photograph, by light and dark and by place."))
        self._file.setText(self.tr("From a photograph…"))
        self._file.setToolTip(
            self.tr("Takes the colours of a photograph of the same place, time or collection; or drop it here.")
        )
        self._scan.setText(self.tr("From an open scan"))
        self._scan.setToolTip(self.tr("Takes the colours of another scan of the strip, as they are now."))
        self._remove.setToolTip(self.tr("Back to the model's own colours."))
        self._remove.setAccessibleName(self.tr("Remove the reference palette"))
        self._amount.set_words(self.tr("Amount"), self.tr("How far the scan's colours move to those of the reference."))
        self._by_place.set_words(
            self.tr("By place"),
            self.tr("How much the height in the picture counts: a sky lends its blue to a sky, not to a wall."),
        )
        self._tell()

    def set_palette(self, palette: Palette | None) -> None:
        """Show what was taken, without a signal; None: nothing."""
        self._palette = palette
        if palette is not None:
            self._strip.set_palette(palette)
            self._amount.set_value(round(palette.amount * 100))
            self._by_place.set_value(round(palette.by_place * 100))
        self._tell()

    def set_reading(self, name: str) -> None:
        """Say which photograph is being read; empty: none."""
        self._reading = name
        self._tell()

    def set_scans(self, scans: Sequence[tuple[int, str]]) -> None:
        """Offer the open scans, by number and name."""
        self._scans.clear()
        for number, name in scans:
            self._scans.addAction(name.replace("&", "&&")).setData(number)
        if not scans:
            self._scans.addAction(self.tr("Open another scan first")).setEnabled(False)

    # Files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a file, and say what will come of it."""
        if any(path.is_file() for path in local_paths(event.mimeData())):
            event.acceptProposedAction()
            self._tell(is_dropping=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._tell()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the first file."""
        self._tell()
        path: Path | None = next((each for each in local_paths(event.mimeData()) if each.is_file()), None)
        if path is not None:
            event.acceptProposedAction()
            self.path_dropped.emit(path)

    # Inside

    def _lay_out(self) -> None:
        self._remove.setObjectName("smallButton")
        self._remove.setIcon(icon(Icon.CLOSE, Tone.QUIET))
        self._remove.setIconSize(QSize(16, 16))
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._name, 1)
        line.addWidget(self._remove)
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(4)
        chosen.addWidget(self._strip)
        chosen.addLayout(line)
        chosen.addWidget(self._amount)
        chosen.addWidget(self._by_place)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._chosen)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for button, symbol in ((self._file, Icon.IMAGE), (self._scan, Icon.LAYERS)):
            button.setIcon(icon(symbol))
            button.setIconSize(BESIDE_WORDS)
            buttons.addWidget(button)
        self._scan.setMenu(self._scans)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self._file.clicked.connect(self.file_wanted)
        self._remove.clicked.connect(self.removed)
        self._scans.aboutToShow.connect(self.scans_wanted)
        self._scans.triggered.connect(self._on_scans_triggered)
        for slider in (self._amount, self._by_place):
            slider.value_changed.connect(self._on_slider_value_changed)
            slider.editing_finished.connect(self.editing_finished)

    def _tell(self, is_dropping: bool = False) -> None:
        palette = self._palette
        self._chosen.setVisible(palette is not None)
        self._name.setText(palette.name if palette else "")
        self._name.setToolTip(palette.name if palette else "")
        words = self.tr("Colours of the reference {name}").format(name=palette.name) if palette else ""
        self._strip.setAccessibleName(words)
        self._strip.setToolTip(
            self.tr("Dark to light; the rows are the top, the middle and the bottom of the reference.")
        )
        self._hint.setVisible(palette is None or is_dropping or bool(self._reading))
        if is_dropping:
            self._hint.setText(self.tr("Let go to take the colours of this photograph."))
        elif self._reading:
            self._hint.setText(self.tr("Reading {name}…").format(name=self._reading))
        else:
            self._hint.setText(self.tr("Take the colours of a photograph of the same place, time or collection."))

    @Slot(QAction)
    def _on_scans_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self.scan_chosen.emit(action.data())

    @Slot(int)
    def _on_slider_value_changed(self, _value: int) -> None:
        if self._palette is not None:
            amount, by_place = self._amount.value() / 100, self._by_place.value() / 100
            self.palette_changed.emit(replace(self._palette, amount=amount, by_place=by_place))
