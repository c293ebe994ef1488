"""The strip under the canvas: the scan's facts, the colour under the pointer, how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from colorstudio.ui.widgets.elided_label import ElidedLabel
from colorstudio.ui.widgets.retranslated import Retranslated

if TYPE_CHECKING:
    from colorstudio.core.scan import ScanInfo


class StatusStrip(Retranslated, QWidget):
    """Three quiet texts that do not move each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._info: ScanInfo | None = None
        self._scan = ElidedLabel()
        self._colour = QLabel()
        self._result = ElidedLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 16, 4)
        for label, side in (
            (self._scan, Qt.AlignmentFlag.AlignLeft),
            (self._colour, Qt.AlignmentFlag.AlignHCenter),
            (self._result, Qt.AlignmentFlag.AlignRight),
        ):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(label, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words again."""
        self.set_scan(self._info)
        self._colour.setToolTip(self.tr("Lightness and colour under the pointer (CIELAB)"))

    def set_scan(self, info: ScanInfo | None) -> None:
        """Show size, resolution and depth; nothing without a scan."""
        self._info = info
        self._scan.setText("" if info is None else scan_facts(info, self.tr("{bits} bit")))

    def set_lab(self, lab: tuple[float, float, float] | None) -> None:
        """Show a colour, L* a* b*."""
        self._colour.setText("" if lab is None else f"L {lab[0]:.1f}   a {_signed(lab[1])}   b {_signed(lab[2])}")

    def set_result(self, text: str) -> None:
        """Show how the result was made."""
        self._result.setText(text)


def scan_facts(info: ScanInfo, depth: str) -> str:
    """Return "4800 × 6000 · 600 dpi · 16 bit"; `depth` is a template with {bits}."""
    facts = [f"{info.width} × {info.height}"]
    if info.dpi:
        facts.append(f"{round(info.dpi[0])} dpi")
    facts.append(depth.format(bits=info.bits))
    return " · ".join(facts)


def _signed(value: float) -> str:
    return f"{round(value)}".replace("-", "\N{MINUS SIGN}")
