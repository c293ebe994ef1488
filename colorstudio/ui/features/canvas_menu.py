"""The menu of the picture: how it is shown, and what can be done at a place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from colorstudio.ui.canvas.tool import Hand
from colorstudio.ui.context import StudioContext
from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.widgets.message_bar import MessageKind

_HINT = "tool_hint"
_SEPARATOR = ""
_ACTIONS = (
    "show_after", "show_wipe", "show_side_by_side", "show_before", "show_colour_only", _SEPARATOR,
    "zoom_fit", "zoom_actual", _SEPARATOR, "copy_result", "export", _SEPARATOR, "reset", "recolour",
)  # fmt: skip


class CanvasMenuFeature(QObject):
    """Opens the menu by the right button or the menu key."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._canvas, self._actions, self._tools = context.canvas, context.actions, context.tools
        self._views, self._messages = context.views, context.messages
        self._hand: Hand | None = None
        self._colour = ""
        self.menu = QMenu(context.window)
        self._hint_here = self.menu.addAction(icon(Icon.HINT), "")
        self._copy_colour = self.menu.addAction(icon(Icon.COPY), "")
        self.menu.addSeparator()
        for name in _ACTIONS:
            if name == _SEPARATOR:
                self.menu.addSeparator()
            else:
                self.menu.addAction(self._actions[name])
        self._hint_here.triggered.connect(self._on_hint_here)
        self._copy_colour.triggered.connect(self._on_copy_colour)
        self._canvas.menu_wanted.connect(self._on_canvas_menu_wanted)

    @Slot(object, object)
    def _on_canvas_menu_wanted(self, hand: Hand, at: QPoint) -> None:
        self._hand, self._colour = hand, self._colour_at(hand)
        self._hint_here.setText(self.tr("Set a &hint here"))
        self._hint_here.setEnabled(self._is_on_picture(hand) and self._actions[_HINT].isEnabled())
        self._copy_colour.setText(self.tr("Copy this colo&ur ({colour})").format(colour=self._colour or "–"))
        self._copy_colour.setEnabled(bool(self._colour))
        self.menu.popup(at)

    @staticmethod
    def _is_on_picture(hand: Hand) -> bool:
        return 0 <= hand.point.x() <= 1 and 0 <= hand.point.y() <= 1

    def _colour_at(self, hand: Hand) -> str:
        """The colour that is seen at a place, as #RRGGBB; empty beside the picture."""
        if not self._is_on_picture(hand):
            return ""
        x, y = hand.point.x(), hand.point.y()
        colour = self._views.pixels.colour_at(x, y, self._canvas.shows_original_at_pointer)
        return "#{:02X}{:02X}{:02X}".format(*colour.rgb) if colour is not None else ""

    @Slot()
    def _on_hint_here(self) -> None:
        """Take the hint tool and click with it."""
        hand = self._hand
        if hand is None:
            return
        self._tools.choose(_HINT)
        tool = self._canvas.tool
        if tool is not None:
            tool.press(hand)
            tool.release(hand)
        self._canvas.setFocus()

    @Slot()
    def _on_copy_colour(self) -> None:
        QGuiApplication.clipboard().setText(self._colour)
        self._messages.show_message(self.tr("Copied {colour}.").format(colour=self._colour), MessageKind.INFO)
