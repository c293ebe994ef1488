"""About the application."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from colorstudio import __version__


class AboutDialog(QDialog):
    """What this is, and that it keeps to itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Color Studio"))
        icon = QLabel()
        icon.setPixmap(QApplication.windowIcon().pixmap(64, 64))
        title = QLabel("Color Studio " + __version__)
        title.setObjectName("panelTitle")
        text = QLabel(
            self.tr(
                "Colour for black-and-white scans, as a reversible, documented layer. The master is never written to, "
                "the lightness of every result is the scan's own, and nothing leaves this computer."
            )
        )
        text.setWordWrap(True)
        licence = QLabel(self.tr("Free software under the MIT licence."))
        licence.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (icon, title, text, licence, close_box(self)):
            layout.addWidget(widget)
        self.setFixedWidth(440)


def close_box(dialog: QDialog) -> QDialogButtonBox:
    """Return the row with the button that closes a dialog."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    return buttons
