"""The panel at the right: sections that fold, and scroll when the window is low."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from colorstudio.ui.panels.section import PanelSection

WIDTH = 304


class SidePanel(QScrollArea):
    """Holds the sections, in the order in which they were added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        contents = QWidget()
        contents.setObjectName("scrollContents")
        self._layout = QVBoxLayout(contents)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.sections: list[PanelSection] = []
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(contents)

    def add_section(self, section: PanelSection) -> None:
        """Put a section below those that are there."""
        self._layout.insertWidget(len(self.sections), section)
        self.sections.append(section)
