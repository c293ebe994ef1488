"""The bar over the canvas: open, compare, zoom, what runs where, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayoutItem, QMenu, QPushButton, QToolButton, QWidget

from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.icons import BESIDE_WORDS, Icon, Tone, icon
from colorstudio.ui.widgets.elided_label import ElidedLabel
from colorstudio.ui.widgets.retranslated import Retranslated

_COMPARE = ("show_after", "show_wipe", "show_side_by_side", "show_before", "show_colour_only")
_ZOOM = ("zoom_in", "zoom_fit", "zoom_actual")
_IN_MENU = ("zoom_fit", "zoom_actual")
_SCALES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""What the zoom menu offers, in device pixels per pixel of the scan."""
_WORDS_ROOM = 13
"""Logical pixels that a button with words needs beside them, and one with an icon alone does not."""
_MENU_ROOM = 32
"""Logical pixels beside the words of a button for its padding and the arrow of its menu."""
_TURN = ("rotate_left", "rotate_right", "undo", "redo")


class TopBar(Retranslated, QWidget):
    """Buttons for the most used actions."""

    original_held = Signal(bool)
    """The button "hold for original" is down or up."""
    zoom_chosen = Signal(float)
    """A scale from the menu, in device pixels per pixel of the scan."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._buttons: list[tuple[QToolButton, QAction]] = []
        self._open = QPushButton(icon(Icon.OPEN), "")
        self._open.setObjectName("openButton")
        self._open.setIconSize(BESIDE_WORDS)
        self._open.clicked.connect(actions["open"].trigger)
        self._hold = QToolButton()
        self._hold.setIcon(icon(Icon.HOLD_ORIGINAL))
        self._hold.setIconSize(QSize(20, 20))
        self._hold.pressed.connect(self._on_hold_pressed)
        self._hold.released.connect(self._on_hold_released)
        self._zoom = self._zoom_button(actions)
        self._device = ElidedLabel()
        self._device.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._device.setObjectName("hint")
        self._export = QPushButton(icon(Icon.EXPORT, Tone.ON_ACCENT), "")
        self._export.setIconSize(BESIDE_WORDS)
        self._export.setObjectName("primaryButton")
        self._export.clicked.connect(actions["export"].trigger)
        actions["export"].changed.connect(self._on_export_changed)
        self._build()
        self.retranslate()
        self._on_export_changed()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self._open.setText(plain_text(self._actions["open"]))
        self._open.setToolTip(self._actions["open"].toolTip())
        self._export.setText(plain_text(self._actions["export"]))
        self._export.setToolTip(self._actions["export"].toolTip())
        self._hold.setToolTip(self.tr("Hold to see the original (\\)"))
        self._hold.setAccessibleName(self.tr("Hold to see the original"))
        self._zoom.setAccessibleName(self.tr("Zoom"))
        self._zoom.setToolTip(self.tr("How many pixels of the screen a pixel of the scan takes; choose another scale"))
        self.set_device(self._device.text())
        for button, action in self._buttons:
            button.setAccessibleName(plain_text(action))
        self._fit_into(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show less where there is less room."""
        super().resizeEvent(event)
        self._fit_into(event.size().width())

    def set_zoom(self, zoom: float) -> None:
        """Show the zoom, device pixels per pixel of the scan."""
        self._zoom.setText(_percent(zoom) if zoom > 0 else "")
        self._zoom.setEnabled(zoom > 0)

    def set_device(self, text: str) -> None:
        """Show where which model runs."""
        self._device.setText(text)
        meaning = self.tr("Where the model runs, and which model it is")
        self._device.setToolTip(f"{meaning}: {text}" if text else meaning)

    def set_picture_tools_enabled(self, enabled: bool) -> None:
        """Enable what needs a picture and is no action."""
        self._hold.setEnabled(enabled)

    def _fit_into(self, width: int) -> None:
        """Show what there is room for: the words of the compare modes, or their icons, and in the narrowest window no
        buttons for what the zoom menu offers as well.
        """
        with_words = width >= self._width(with_words=True)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if with_words else Qt.ToolButtonStyle.ToolButtonIconOnly
        has_room = width >= self._width(with_words=False)
        for button, action in self._buttons:
            if action.objectName() in _COMPARE:
                button.setToolButtonStyle(style)
            elif action.objectName() in _IN_MENU:
                button.setVisible(has_room)

    def _width(self, with_words: bool) -> int:
        """Return the width at which everything is shown, with or without words, and something of the device."""
        layout = self.layout()
        items = [layout.itemAt(index) for index in range(layout.count())]
        total = sum(self._item_width(item) for item in items) + layout.spacing() * (len(items) - 1)
        for button, action in self._buttons:
            if action.objectName() in _COMPARE:
                has_words = button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
                words = button.fontMetrics().horizontalAdvance(button.text()) + _WORDS_ROOM
                total += words * (int(with_words) - int(has_words))
        margins = layout.contentsMargins()
        return total + margins.left() + margins.right()

    def _item_width(self, item: QLayoutItem) -> int:
        """Return what an item of the layout takes, hidden or not."""
        widget = item.widget()
        if widget is None:
            return item.sizeHint().width()
        hint = widget.minimumSizeHint() if widget is self._device else widget.sizeHint()
        return max(hint.width(), widget.minimumWidth())

    @Slot()
    def _on_export_changed(self) -> None:
        self._export.setEnabled(self._actions["export"].isEnabled())

    @Slot(QAction)
    def _on_zoom_menu_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self.zoom_chosen.emit(action.data())

    @Slot()
    def _on_hold_pressed(self) -> None:
        self.original_held.emit(True)

    @Slot()
    def _on_hold_released(self) -> None:
        self.original_held.emit(False)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 12, 6)
        layout.setSpacing(2)
        layout.addWidget(self._open)
        layout.addSpacing(8)
        self._add(layout, _COMPARE)
        layout.addWidget(self._hold)
        layout.addWidget(_separator())
        self._add(layout, ("zoom_out",))
        layout.addWidget(self._zoom)
        self._add(layout, _ZOOM)
        layout.addWidget(_separator())
        self._add(layout, _TURN)
        layout.addWidget(self._device, 1)
        layout.addSpacing(8)
        layout.addWidget(self._export)

    def _zoom_button(self, actions: Actions) -> QToolButton:
        """Make the button that tells the scale; as wide as its widest text, so that nothing beside it moves."""
        button, menu = QToolButton(), QMenu(self)
        menu.addActions([actions["zoom_fit"], actions["zoom_actual"]])
        menu.addSeparator()
        for scale in _SCALES:
            menu.addAction(_percent(scale)).setData(scale)
        menu.triggered.connect(self._on_zoom_menu_triggered)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance(_percent(32.0)) + _MENU_ROOM)
        return button

    def _add(self, layout: QHBoxLayout, names: tuple[str, ...]) -> None:
        for name in names:
            button = QToolButton()
            button.setDefaultAction(self._actions[name])
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.append((button, self._actions[name]))
            layout.addWidget(button)


def _percent(scale: float) -> str:
    return f"{scale * 100:.0f} %"


def _separator() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFixedWidth(9)
    return line
