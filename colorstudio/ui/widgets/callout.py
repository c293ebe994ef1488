"""A card over the window that points at a part of it and says what it is for."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorstudio.ui.theme import current_tokens

_WIDTH = 336
_ARROW = 10
_MARGIN = 12
"""Room between the card and the window's edges."""


class Side(Enum):
    """Where the card lies, seen from what it points at."""

    BELOW = "below"
    ABOVE = "above"
    LEFT = "left"
    RIGHT = "right"


class Callout(QFrame):
    """Heading, sentence, and two buttons; it takes no clicks away from the rest of the window.

    Args:
        window: lies under the card.
    """

    advanced = Signal()
    skipped = Signal()
    words_changed = Signal()
    """The language changed: the words are to be set again."""

    # Of the class, too: the filter still hears the window's last events when Python has let go of the card's own.
    _target: QWidget | None = None
    _waits = False

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target, self._waits = None, False
        self._side = Side.BELOW
        self._place = QLabel()
        self._place.setObjectName("hint")
        self._title, self._text = QLabel(), QLabel()
        self._title.setObjectName("panelTitle")
        self._text.setWordWrap(True)
        self._skip, self.next = QPushButton(), QPushButton()
        self._skip.setFlat(True)
        self.next.setObjectName("primaryButton")
        self._skip.clicked.connect(self._on_skip_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self._build()
        window.installEventFilter(self)
        self.hide()

    def set_words(self, title: str, text: str, place: str) -> None:
        """Set heading, sentence, and "1 of 3"."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        for label, words in ((self._title, title), (self._text, text), (self._place, place)):
            label.setText(words)

    def set_buttons(self, skip: str, forward: str, *, skippable: bool) -> None:
        """Set the words of the buttons; the last card cannot be skipped."""
        self._skip.setText(skip)
        self._skip.setVisible(skippable)
        self.next.setText(forward)

    def point_at(self, target: QWidget | None, side: Side) -> None:
        """Lie beside a widget; in the middle of the window without one."""
        if self._target:
            self._target.removeEventFilter(self)
        self._target, self._side = target, side
        if target:
            target.installEventFilter(self)
        self._appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window and the target; wait while the target is not seen, in another workspace for example."""
        if watched is self._target and event.type() == QEvent.Type.Hide and not self.isHidden():
            self.hide()
            self._waits = True
        elif watched is self._target and event.type() == QEvent.Type.Show and self._waits:
            self._appear()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show) and self.isVisible():
            self._lie()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for the words in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.words_changed.emit()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcut while the focus is in the card."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Skip with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with its arrow."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent_line), 1.5))
        painter.setBrush(QColor(tokens.panel))
        painter.drawPath(self._outline())
        painter.end()

    def _outline(self) -> QPainterPath:
        card = QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
        path = QPainterPath()
        path.addRoundedRect(card, 8, 8)
        if self._target is None:
            return path
        arrow = QPainterPath()
        arrow.addPolygon(arrow_to(self._centre_of_target() - QPointF(self.pos()), card, self._side))
        return path.united(arrow)

    def _centre_of_target(self) -> QPointF:
        assert self._target is not None
        return QPointF(self._target_rect().center())

    def _target_rect(self) -> QRect:
        assert self._target is not None
        return QRect(self._target.mapTo(self._window, QPoint(0, 0)), self._target.size())

    def _appear(self) -> None:
        self._waits = False
        self.show()
        self._lie()
        self.raise_()

    def _lie(self) -> None:
        width = _WIDTH + 2 * _ARROW
        self.resize(width, self.layout().totalHeightForWidth(width))
        area = self._window.rect()
        if self._target is None:
            self.move(area.center() - self.rect().center())
        else:
            self.move(lies_at(self._target_rect(), self.size(), area, self._side))
        self.update()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._place, 1)
        buttons.addWidget(self._skip)
        buttons.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16 + _ARROW, 16 + _ARROW, 16 + _ARROW, 12 + _ARROW)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(buttons)

    @Slot()
    def _on_skip_clicked(self) -> None:
        self.skipped.emit()

    @Slot()
    def _on_next_clicked(self) -> None:
        self.advanced.emit()


def lies_at(target: QRect, size: QSize, area: QRect, side: Side) -> QPoint:
    """Return the upper left corner of a card beside a target, as far as it fits into an area."""
    centre = target.center()
    x, y = centre.x() - size.width() // 2, centre.y() - size.height() // 2
    if side in (Side.BELOW, Side.ABOVE):
        x = max(x, target.left() - _ARROW)  # beginning where it does, for what is narrower
        y = target.bottom() if side is Side.BELOW else target.top() - size.height()
    elif side is Side.LEFT:
        x = target.left() - size.width()
    else:
        x = target.right()
    inner = area.adjusted(_MARGIN - _ARROW, _MARGIN - _ARROW, _ARROW - _MARGIN, _ARROW - _MARGIN)
    most_x, most_y = inner.right() - size.width(), inner.bottom() - size.height()
    return QPoint(max(inner.left(), min(x, most_x)), max(inner.top(), min(y, most_y)))


def arrow_to(target: QPointF, card: QRectF, side: Side) -> QPolygonF:
    """Return the arrow at the card's edge, as near to the target as the rounded corners let it."""
    room = 8 + _ARROW
    x = max(card.left() + room, min(target.x(), card.right() - room))
    y = max(card.top() + room, min(target.y(), card.bottom() - room))
    tips = {
        Side.BELOW: ((x, card.top() - _ARROW), (x - _ARROW, card.top() + 1), (x + _ARROW, card.top() + 1)),
        Side.ABOVE: ((x, card.bottom() + _ARROW), (x - _ARROW, card.bottom() - 1), (x + _ARROW, card.bottom() - 1)),
        Side.LEFT: ((card.right() + _ARROW, y), (card.right() - 1, y - _ARROW), (card.right() - 1, y + _ARROW)),
        Side.RIGHT: ((card.left() - _ARROW, y), (card.left() + 1, y - _ARROW), (card.left() + 1, y + _ARROW)),
    }
    return QPolygonF([QPointF(*tip) for tip in tips[side]])
