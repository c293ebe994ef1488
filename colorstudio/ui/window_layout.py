"""Where the parts of the window are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget


def column(*widgets: QWidget) -> QWidget:
    """Return the widgets one under the other, the second one taking the room."""
    container = QWidget()
    layout = QVBoxLayout(container)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for index, widget in enumerate(widgets):
        layout.addWidget(widget, int(index == 1))
    return container


def above(main: QWidget, drawer: QWidget) -> QWidget:
    """Return `main`, which takes the room, with `drawer` below it."""
    container = QWidget()
    layout = QVBoxLayout(container)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(main, 1)
    layout.addWidget(drawer)
    return container


def row(*widgets: QWidget) -> QWidget:
    """Return the widgets side by side, the second one taking the room."""
    container = QWidget()
    layout = QHBoxLayout(container)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for index, widget in enumerate(widgets):
        layout.addWidget(widget, int(index == 1))
    return container


def stack(*widgets: QWidget) -> QStackedWidget:
    """Return pages of which one is seen."""
    pages = QStackedWidget()
    for widget in widgets:
        pages.addWidget(widget)
    return pages


def empty_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout, out of sight at once, and delete them."""
    while item := layout.takeAt(0):
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()


def parted(*widgets: QWidget) -> QSplitter:
    """Return the widgets side by side, with edges that can be dragged; the first one takes the room."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for index, widget in enumerate(widgets):
        splitter.addWidget(widget)
        splitter.setStretchFactor(index, int(index == 0))
    return splitter
