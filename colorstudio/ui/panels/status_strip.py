"""The strip under the canvas: the scan's facts, the colour under the pointer, how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from colorstudio.ui.canvas.crop_box import CropBox
from colorstudio.ui.widgets.colour_read_out import ColourReadOut
from colorstudio.ui.widgets.elided_label import ElidedLabel
from colorstudio.ui.widgets.retranslated import Retranslated

if TYPE_CHECKING:
    from colorstudio.core.scan import ScanInfo
    from colorstudio.core.steering import Crop


class StatusStrip(Retranslated, QWidget):
    """Three quiet texts that do not move each other.

    Attributes:
        read_out: the one in the middle.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._info: ScanInfo | None = None
        self._crop: Crop | None = None
        self._scan = ElidedLabel()
        self.read_out = ColourReadOut()
        self._result = ElidedLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 16, 4)
        self._scan.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._scan_row = QHBoxLayout()
        self._scan_row.setSpacing(8)
        self._scan_row.addWidget(self._scan, 1)
        layout.addLayout(self._scan_row, 1)
        layout.addWidget(self.read_out)
        layout.addWidget(self._result, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words again."""
        self.set_scan(self._info, self._crop)

    def set_scan(self, info: ScanInfo | None, crop: Crop | None = None) -> None:
        """Show size (that of the crop too), resolution and depth; nothing without a scan."""
        self._info, self._crop = info, crop
        if info is None:
            self._scan.setText("")
            return
        size = f"{info.width} × {info.height}"
        if crop is not None:
            box = CropBox.of(crop, (info.width, info.height))
            part = f"{round(box.width)} × {round(box.height)}"
            size = self.tr("{part} of {whole}").format(part=part, whole=size)
        self._scan.setText(scan_facts(info, size, self.tr("{bits} bit")))

    def add_control(self, control: QWidget) -> None:
        """Put a control before the scan's facts, where it stays in its place whatever they say."""
        self._scan_row.insertWidget(self._scan_row.count() - 1, control)

    def set_result(self, text: str) -> None:
        """Show how the result was made."""
        self._result.setText(text)


def scan_facts(info: ScanInfo, size: str, depth: str) -> str:
    """Return "4800 × 6000 · 600 dpi · 16 bit"; `depth` is a template with {bits}."""
    facts = [size]
    if info.dpi:
        facts.append(f"{round(info.dpi[0])} dpi")
    facts.append(depth.format(bits=info.bits))
    return " · ".join(facts)
