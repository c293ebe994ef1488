"""The place below the picture for what needs its width: a sheet that is pulled out and put away again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Drawer(QWidget):
    """Shows one sheet at a time, or nothing and takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._sheet: QWidget | None = None
        self.hide()

    @property
    def sheet(self) -> QWidget | None:
        """What is shown."""
        return self._sheet

    def pull_out(self, sheet: QWidget) -> None:
        """Show a sheet in the place of the one before it."""
        self.put_away()
        self._sheet = sheet
        self.layout().addWidget(sheet)
        sheet.show()
        self.show()

    def put_away(self) -> None:
        """Show nothing; the sheet is kept by whoever made it."""
        if self._sheet is not None:
            self.layout().removeWidget(self._sheet)
            self._sheet.hide()
        self._sheet = None
        self.hide()
