"""What is seen beside a hint that was just set: swatches, and a line for the evidence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from colorstudio.core.steering import Hint
from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.panels.hint_colour_box import SwatchRows
from colorstudio.ui.widgets.retranslated import Retranslated

_GAP = 28
_EDGE = 8
_WIDTH = 248


class HintPopup(Retranslated, QFrame):
    """Lies over the canvas beside a point, and goes when the hand does anything else.

    Args:
        canvas: lies below it.
        actions: the eyedropper's are among them.

    Attributes:
        swatches: suggested and recent colours.
    """

    evidence_typed = Signal(str)
    delete_wanted = Signal()
    closed = Signal()

    def __init__(self, canvas: QWidget, actions: Actions) -> None:
        super().__init__(canvas)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._title = QLabel()
        self._title.setObjectName("panelTitle")
        self.swatches = SwatchRows()
        self._place = QPoint()
        self._evidence = QLineEdit()
        self._dropper, self._from_picture, self._delete, self._close = (QToolButton() for _ in range(4))
        self._dropper.setDefaultAction(actions["tool_eyedropper"])
        self._from_picture.setDefaultAction(actions["colour_from_picture"])
        self._delete.setIcon(icon(Icon.DELETE))
        self._close.setIcon(icon(Icon.CLOSE))
        self._lay_out()
        self._evidence.returnPressed.connect(self.close)
        self._evidence.editingFinished.connect(self._on_evidence_editing_finished)
        self._delete.clicked.connect(self.delete_wanted)
        self._close.clicked.connect(self.close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Colour of this place"))
        self._evidence.setPlaceholderText(self.tr("Evidence: what is it known from?"))
        self._evidence.setAccessibleName(self.tr("Evidence"))
        self._evidence.setToolTip(self.tr("What the colour is known from: a uniform, a letter, another photograph."))
        self._delete.setToolTip(self.tr("Delete hint"))
        self._delete.setAccessibleName(self.tr("Delete hint"))
        self._close.setToolTip(self.tr("Close (Esc); the hint stays."))
        self._close.setAccessibleName(self.tr("Close"))
        for button in (self._dropper, self._from_picture):
            button.setAccessibleName(plain_text(button.defaultAction()))

    def set_hint(self, hint: Hint) -> None:
        """Show the evidence of a hint."""
        if not self._evidence.hasFocus():
            self._evidence.setText(hint.evidence)

    def open_at(self, place: QPoint) -> None:
        """Show it beside a place of the canvas, where it hides neither that nor itself."""
        self._evidence.clear()
        self.follow(place)
        self.show()
        self.raise_()

    def follow(self, place: QPoint) -> None:
        """Stay beside a place."""
        self._place = place
        size = QSize(_WIDTH, self.sizeHint().height())
        self.setGeometry(beside(place, size, self.parentWidget().rect()))

    def event(self, event: QEvent) -> bool:
        """Escape closes it, whatever the window would do with that key; rows of swatches that come make it grow."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.follow(self._place)
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, and let nothing through to the canvas below."""
        if _is_escape(event):
            self.close()
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to the picture."""
        if self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.parentWidget().setFocus()
        self.closed.emit()
        super().hideEvent(event)

    @Slot()
    def _on_evidence_editing_finished(self) -> None:
        self.evidence_typed.emit(self._evidence.text())

    def _lay_out(self) -> None:
        top, tools = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        tools.setSpacing(4)
        for button in (self._dropper, self._from_picture):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.swatches)
        layout.addWidget(self._evidence)
        layout.addLayout(tools)
        for button in (self._dropper, self._from_picture, self._delete, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def beside(place: QPoint, size: QSize, room: QRect) -> QRect:
    """A rectangle of `size` beside `place`: right of it if there is room, else left, and always in `room`."""
    x = place.x() + _GAP
    if x + size.width() > room.right() - _EDGE:
        x = place.x() - _GAP - size.width()
    x = min(max(x, room.left() + _EDGE), max(room.left() + _EDGE, room.right() - _EDGE - size.width()))
    y = place.y() - size.height() // 3
    y = min(max(y, room.top() + _EDGE), max(room.top() + _EDGE, room.bottom() - _EDGE - size.height()))
    return QRect(QPoint(x, y), size)
