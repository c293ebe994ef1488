"""About, and the list of keyboard shortcuts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from colorstudio import __version__
from colorstudio.ui.actions import plain_text


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
        for widget in (icon, title, text, licence, _close_box(self)):
            layout.addWidget(widget)
        self.setFixedWidth(440)


class ShortcutsDialog(QDialog):
    """All actions that have a shortcut.

    Args:
        actions: in the order of the list.
    """

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        rows = [(plain_text(action), action.shortcut()) for action in actions if not action.shortcut().isEmpty()]
        rows.append((self.tr("Hold to see the original"), QKeySequence("\\")))
        half = (len(rows) + 1) // 2
        for index, (text, keys) in enumerate(rows):
            column = 2 * (index // half)
            grid.addWidget(QLabel(text), index % half, column)
            label = QLabel(keys.toString(QKeySequence.SequenceFormat.NativeText))
            label.setObjectName("hint")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, index % half, column + 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(grid)
        layout.addWidget(_close_box(self))


def _close_box(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    return buttons
