"""Swatches: a few colours to choose from, each a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from colorstudio.ui.colours import Colour, hex_of, shown_colour
from colorstudio.ui.theme import current_tokens

SIDE = 28


class Swatch(QAbstractButton):
    """One colour, at the lightness of the place it is meant for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ab: Colour = (0.0, 0.0)
        self._shown = QColor()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(SIDE, SIDE)

    def set_colour(self, lightness: float, ab: Colour) -> None:
        """Show a colour, and tell its values."""
        self.ab, self._shown = ab, shown_colour(lightness, ab)
        text = f"{hex_of(self._shown)}   a* {round(ab[0])}   b* {round(ab[1])}".replace("-", "\N{MINUS SIGN}")
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(SIDE, SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The colour with an edge; a thicker one for the pointer or the focus."""
        tokens = current_tokens()
        is_marked = self.hasFocus() or self.isDown() or self.underMouse()
        width = 2 if is_marked else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.focus if is_marked else tokens.outline), width))
        painter.setBrush(self._shown if self.isEnabled() else QColor(tokens.panel))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.end()


class Swatches(QWidget):
    """A row of swatches; the arrow keys walk along it.

    Args:
        count: the most that are shown.
    """

    chosen = Signal(object)
    """The `Colour` of the one that was pressed."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._swatches: list[Swatch] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self.setFixedHeight(SIDE)

    def colours(self) -> list[Colour]:
        """Return what is offered."""
        return [swatch.ab for swatch in self._swatches if not swatch.isHidden()]

    def set_colours(self, lightness: float, colours: Sequence[Colour]) -> None:
        """Offer colours, as many as there is room for, as they look at a lightness."""
        colours = colours[: self._count]
        while len(self._swatches) < len(colours):
            self._add_swatch()
        for index, swatch in enumerate(self._swatches):
            if index < len(colours):
                swatch.set_colour(lightness, colours[index])
            swatch.setVisible(index < len(colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the row."""
        step = (event.key() == Qt.Key.Key_Right) - (event.key() == Qt.Key.Key_Left)
        shown = [swatch for swatch in self._swatches if not swatch.isHidden()]
        focused = next((index for index, swatch in enumerate(shown) if swatch.hasFocus()), None)
        if not step or focused is None:
            super().keyPressEvent(event)
        else:
            shown[max(0, min(len(shown) - 1, focused + step))].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_swatch(self) -> None:
        swatch = Swatch(self)
        swatch.clicked.connect(self._on_swatch_clicked)
        self._row.insertWidget(len(self._swatches), swatch)
        self._swatches.append(swatch)

    @Slot()
    def _on_swatch_clicked(self) -> None:
        swatch = self.sender()
        assert isinstance(swatch, Swatch)
        self.chosen.emit(swatch.ab)
