"""The monitor at a place of the desktop.

`QWidget.screen()` and `QWindow.screen()` are not to be called: PySide6 6.11 hangs the Python object of the screen below
that of the widget, and where both become cyclic garbage Python destroys the screen itself, which is Qt's. The next
window that is made then ends the process (segmentation fault in `QScreen::virtualSiblings`). What the application's
own functions return belongs to nobody and is left alone.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QScreen


def screen_at(place: QPoint) -> QScreen:
    """Return the monitor that shows a place, the main one where none does.

    On Wayland no window knows its place: there it is the monitor at the desktop's origin.

    Args:
        place: in the desktop's logical pixels, as `QWidget.mapToGlobal` and `QWindow.geometry` give them.
    """
    return QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
