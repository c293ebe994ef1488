"""A combo box that the wheel does not change while a panel is scrolled, and whose list shows all words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from colorstudio.ui.screens import screen_at

_BESIDE_WORDS = 16
"""Pixels left and right of the words of a line that its size hint does not know of."""

_FEW_LETTERS = 8


class CalmComboBox(QComboBox):
    """Leaves the wheel to what is around it, unless it has the focus; opens a list as wide as its longest line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def stay_narrow(self) -> None:
        """Ask for the room of a few letters, however long the lines are: the list shows them whole.

        Else the box asks for its longest line as soon as Qt asks anew, as it does when the theme changes.
        """
        self.setMinimumContentsLength(_FEW_LETTERS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the choice only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        """Open the list, wider than the box where its words are; it stays on the screen."""
        view = self.view()
        frame = 2 * view.frameWidth() + _BESIDE_WORDS
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(self.modelColumn()) + frame))
        super().showPopup()
        popup, screen = view.window(), screen_at(self.mapToGlobal(self.rect().center())).availableGeometry()
        beyond = popup.geometry().right() - min(screen.right(), self.window().geometry().right())
        if beyond > 0:
            right = self.mapToGlobal(self.rect().topRight()).x()
            popup.move(max(screen.left(), right - popup.width() + 1), popup.y())
