"""What belongs to a crop that is being drawn: its size and shape, and how it ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.retranslated import Retranslated

RATIOS = (1.0, 5 / 4, 4 / 3, 3 / 2, 16 / 9)
"""Longer by shorter side, of the shapes that are offered besides any and the scan's own."""
_NAMES = ("1 : 1", "5 : 4", "4 : 3", "3 : 2", "16 : 9")
_FREE, _AS_SCAN = 0.0, -1.0
_MARGIN = 12


class CropBar(Retranslated, QFrame):
    """Lies over the upper edge of `host`, in its middle.

    Args:
        host: the canvas.
    """

    ratio_chosen = Signal(float)
    """Longer by shorter side; 0: any, -1: that of the scan."""
    accepted = Signal()
    discarded = Signal()
    removed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("floatingBar")
        self._size = QLabel()
        self._size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ratio = CalmComboBox()
        for value, name in ((_FREE, ""), (_AS_SCAN, ""), *zip(RATIOS, _NAMES, strict=True)):
            self._ratio.addItem(name, value)
        self._remove, self._discard, self._accept = QPushButton(), QPushButton(), QPushButton()
        self._accept.setObjectName("primaryButton")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self._size, self._ratio, self._remove, self._discard, self._accept):
            layout.addWidget(widget)
        self._ratio.currentIndexChanged.connect(self._on_ratio_changed)
        self._remove.clicked.connect(self.removed)
        self._discard.clicked.connect(self.discarded)
        self._accept.clicked.connect(self.accepted)
        host.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""
        self._ratio.setItemText(0, self.tr("Any shape"))
        self._ratio.setItemText(1, self.tr("As the scan"))
        self._ratio.setAccessibleName(self.tr("Shape of the crop"))
        self._ratio.setToolTip(self.tr("The shape that the crop keeps; Shift keeps it for one drag"))
        for button, words, tip in (
            (self._remove, self.tr("Whole scan"), self.tr("Export everything again (Delete)")),
            (self._discard, self.tr("Cancel"), self.tr("Leave the crop as it was (Esc)")),
            (self._accept, self.tr("Apply"), self.tr("Export this part from now on (Enter); undo brings it back")),
        ):
            button.setText(words)
            button.setToolTip(tip)
        self._place()

    def set_size(self, width: int, height: int, widest: tuple[int, int]) -> None:
        """Show the size of the crop in pixels, in the room that the whole scan's size needs."""
        room = self._size.fontMetrics().horizontalAdvance(f"{widest[0]} × {widest[1]} px")
        self._size.setFixedWidth(room + 8)
        self._size.setText(f"{width} × {height} px")
        self._place()

    def choose_any_shape(self) -> None:
        """Begin without a shape that is kept."""
        self._ratio.setCurrentIndex(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        self.move(max((self._host.width() - self.width()) // 2, 0), _MARGIN)

    @Slot(int)
    def _on_ratio_changed(self, _index: int) -> None:
        self.ratio_chosen.emit(self._ratio.currentData())
        self._host.setFocus()
