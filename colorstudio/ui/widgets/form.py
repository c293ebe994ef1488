"""Labels in front of fields, aligned in two columns."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget


class Form(QGridLayout):
    """Rows of a label and a field; labels are centred on their fields.

    Args:
        label_width: least width of the labels' column, in pixels.
    """

    def __init__(self, label_width: int = 0) -> None:
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, label_width)
        self.setColumnStretch(1, 1)

    def add_row(self, label: QLabel, field: QWidget | QLayout, buddy: QWidget | None = None) -> None:
        """Add a row; `buddy` gets the focus by the label's mnemonic, the field if it is left out."""
        row = self.rowCount()
        self.addWidget(label, row, 0)
        if isinstance(field, QWidget):
            self.addWidget(field, row, 1)
            buddy = buddy or field
        else:
            self.addLayout(field, row, 1)
        if buddy:
            label.setBuddy(buddy)
