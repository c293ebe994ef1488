"""The sheet of alternatives below the picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from colorstudio.ui.icons import BESIDE_WORDS, Icon, icon
from colorstudio.ui.widgets.retranslated import Retranslated
from colorstudio.ui.widgets.tile_list import TileList

_GAP, _LEFT, _RIGHT = 8, 16, 8


class VariationsSheet(Retranslated, QWidget):
    """Tiles, and what the chosen one can be used for.

    Attributes:
        tiles: the alternatives.
    """

    whole_wanted = Signal()
    """The chosen alternative is to be used for the whole picture."""
    region_wanted = Signal()
    """It is to be used for a region."""
    more_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._state = QLabel(), QLabel()
        self._title.setObjectName("panelTitle")
        self._state.setObjectName("hint")
        self._use = QLabel()
        self._whole, self._region = QPushButton(), QPushButton()
        self._whole.setObjectName("primaryButton")
        self._region.setIcon(icon(Icon.LASSO))
        self._region.setIconSize(BESIDE_WORDS)
        self._more, self._close = QToolButton(), QToolButton()
        self._more.setIcon(icon(Icon.ADD))
        self._close.setIcon(icon(Icon.CLOSE))
        self.tiles = TileList()
        self._done = self._total = 0
        self._has_region = False
        self._lay_out()
        self._whole.clicked.connect(self.whole_wanted)
        self._region.clicked.connect(self.region_wanted)
        self._more.clicked.connect(self.more_wanted)
        self._close.clicked.connect(self.close_wanted)
        self.tiles.left.connect(self.close_wanted)
        self.tiles.taken.connect(self._on_tiles_taken)
        self.retranslate()
        self.allow(whole=False, region=False)

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Variations"))
        self._use.setText(self.tr("Use for"))
        self._whole.setText(self.tr("Whole picture"))
        self._whole.setToolTip(self.tr("The chosen variation becomes that of the picture (Enter); it can be undone."))
        self._region.setText(self.tr("Region"))
        self._region.setToolTip(self.tr("Draw around a region of the picture: it gets the colours of this variation."))
        self._more.setToolTip(self.tr("More variations of the model."))
        self._more.setAccessibleName(self.tr("More variations"))
        self._close.setToolTip(self.tr("Close the sheet (Esc)."))
        self._close.setAccessibleName(self.tr("Close the sheet"))
        self.tiles.setAccessibleName(self.tr("Variations"))
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out that a narrow window has no room for."""
        super().resizeEvent(event)
        self._fit()

    def set_progress(self, done: int, total: int) -> None:
        """Show how many of the alternatives are there."""
        self._done, self._total = done, total
        self._tell()

    def set_has_region(self, has_region: bool) -> None:
        """Say that a region was drawn and waits for a variation."""
        self._has_region = has_region
        self._tell()

    def allow(self, *, whole: bool, region: bool) -> None:
        """Enable what the chosen alternative can be used for."""
        self._whole.setEnabled(whole)
        self._region.setEnabled(region)

    def allow_more(self, can_vary: bool) -> None:
        """Offer more variations of the model, if it has any."""
        self._more.setVisible(can_vary)

    def _tell(self) -> None:
        if self._has_region:
            self._state.setText(self.tr("Choose one for the region."))
        elif self._done < self._total:
            self._state.setText(self.tr("{done} of {total}").format(done=self._done, total=self._total))
        else:
            self._state.setText("")
        self._fit()

    def _fit(self) -> None:
        """Never cut a button: rather do without what it is for, then without the title."""
        line = (self._title, self._state, self._use, self._whole, self._region, self._more, self._close)
        widths = {each: each.sizeHint().width() for each in line}
        room = self.width() - _LEFT - _RIGHT - _GAP * (len(line) - 1)
        missing = sum(widths.values()) - room
        self._use.setVisible(missing <= 0)
        self._title.setVisible(missing - widths[self._use] - _GAP <= 0)

    @Slot(int)
    def _on_tiles_taken(self, _row: int) -> None:
        if self._has_region and self._region.isEnabled():
            self.region_wanted.emit()
        elif self._whole.isEnabled():
            self.whole_wanted.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addWidget(self._title)
        line.addWidget(self._state, 1)
        line.addWidget(self._use)
        line.addWidget(self._whole)
        line.addWidget(self._region)
        for button in (self._more, self._close):
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_LEFT, 8, _RIGHT, 4)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.tiles)
