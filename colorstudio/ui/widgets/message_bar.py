"""The quiet bar: errors and notes, one clear sentence each, over the lower edge of the canvas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.widgets.retranslated import Retranslated

_MOST = 4
_WIDEST = 760
NOTE_LASTS = 10_000
"""Milliseconds after which a note that asks for nothing goes."""


class MessageKind(StrEnum):
    """How much a message matters; the values are severities of the style sheet."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class MessageAction:
    """A button in a message: its words and what it does."""

    text: str
    run: Callable[[], None]


_ICONS = {
    MessageKind.INFO: Icon.INFO,
    MessageKind.WARNING: Icon.WARNING,
    MessageKind.ERROR: Icon.ERROR,
}


class MessageBar(QWidget):
    """Stacks messages at the bottom of `host`, over it, so that nothing jumps.

    Errors and warnings stay until they are dismissed; a note makes way for the next one, and goes by itself
    if it has no buttons and the pointer does not rest on it.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        host.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, kind: MessageKind = MessageKind.INFO, *actions: MessageAction | None) -> None:
        """Show a sentence, with buttons if there is something to do about it."""
        if kind is MessageKind.INFO:
            self._drop(lambda row: row.kind is MessageKind.INFO)
        self._drop(lambda row: row.text() == text)
        row = _MessageRow(text, kind, [action for action in actions if action])
        row.dismissed.clicked.connect(self._on_row_dismissed)
        if kind is MessageKind.INFO and not any(actions):
            row.leave_after(NOTE_LASTS)
        self.layout().addWidget(row)
        rows = self._rows()
        for old in rows[: max(0, len(rows) - _MOST)]:
            self._remove(old)
        self._place()

    def texts(self) -> list[str]:
        """Return what is shown, oldest first."""
        return [row.text() for row in self._rows()]

    def dismiss(self, text: str) -> None:
        """Take a sentence away."""
        self._drop(lambda row: row.text() == text)
        self._place()

    def clear(self) -> None:
        """Dismiss all messages."""
        self._drop(lambda row: True)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the host's size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_row_dismissed(self) -> None:
        button = self.sender()
        self._drop(lambda row: row.dismissed is button)
        self._place()

    def _rows(self) -> list[_MessageRow]:
        items = (self.layout().itemAt(index).widget() for index in range(self.layout().count()))
        return [row for row in items if isinstance(row, _MessageRow)]

    def _drop(self, condition: Callable[[_MessageRow], bool]) -> None:
        for row in self._rows():
            if condition(row):
                self._remove(row)

    def _remove(self, row: _MessageRow) -> None:
        self.layout().removeWidget(row)
        row.hide()
        row.deleteLater()

    def _place(self) -> None:
        rows = self._rows()
        self.setVisible(bool(rows))
        width = min(self._host.width(), _WIDEST)
        margins, spacing = self.layout().contentsMargins(), self.layout().spacing()
        inner = width - margins.left() - margins.right()
        height = sum(row.height_for(inner) for row in rows) + spacing * (len(rows) - 1)
        height += margins.top() + margins.bottom()
        self.setGeometry((self._host.width() - width) // 2, self._host.height() - height, width, height)
        self.raise_()


class _MessageRow(Retranslated, QFrame):
    def __init__(self, text: str, kind: MessageKind, actions: Sequence[MessageAction]) -> None:
        super().__init__()
        self.kind = kind
        self.setObjectName("messageBar")
        self.setProperty("severity", str(kind))
        self._label = QLabel(text)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = self._label.sizePolicy()  # a new one would forget that the height follows from the width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._label.setSizePolicy(policy)
        self.dismissed = QToolButton()
        self.dismissed.setAutoRaise(True)
        self.dismissed.setIcon(icon(Icon.CLOSE))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._build(actions)
        self.setAccessibleName(text)
        self.retranslate()

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def leave_after(self, milliseconds: int) -> None:
        """Dismiss it by itself, though never while the pointer rests on it."""
        self._timer.start(milliseconds)

    def height_for(self, width: int) -> int:
        """Return the height that the sentence needs at a width."""
        self.ensurePolished()
        self._label.ensurePolished()
        return self.layout().totalHeightForWidth(width)

    def retranslate(self) -> None:
        """Set the words of the dismiss button."""
        self.dismissed.setToolTip(self.tr("Dismiss"))
        self.dismissed.setAccessibleName(self.tr("Dismiss"))

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.dismissed.click()

    def _build(self, actions: Sequence[MessageAction]) -> None:
        symbol = QLabel()
        symbol.setPixmap(icon(_ICONS[self.kind]).pixmap(20, 20))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(symbol)
        layout.addWidget(self._label, 1)
        for action in actions:
            button = QPushButton(action.text)
            button.clicked.connect(action.run)
            layout.addWidget(button)
        layout.addWidget(self.dismissed)
