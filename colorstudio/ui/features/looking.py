"""Looking at the picture: the overview map, the grey around it, full screen, and the key that leads back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent

from colorstudio.core.settings import Settings
from colorstudio.ui.canvas.mini_map import MiniMap
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.tool_box import HAND

_GREYS = {"theme": None, "dark": "#2b2b2b", "middle": "#757575", "light": "#b4b4b4"}
"""About L* 18, 49 and 73."""


class LookingFeature(QObject):
    """What is around the picture, and Esc: it puts the tool away, brings back what is hidden, then stops colouring."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._documents, self._actions, self._tools = context.documents, context.actions, context.tools
        self.map = MiniMap(context.canvas)
        context.preferences.changed.connect(self._on_preferences_changed)
        self._actions["overview_map"].toggled.connect(self._on_overview_map_toggled)
        self._actions["picture_alone"].toggled.connect(self._on_picture_alone_toggled)
        self._actions["full_screen"].toggled.connect(self._on_full_screen_toggled)
        self._actions["escape"].triggered.connect(self._on_escape_triggered)
        self._tools.chosen.connect(self._on_tools_chosen)
        self._documents.current_changed.connect(self._on_documents_changed)
        self._documents.activity_changed.connect(self._on_documents_changed)
        context.window.installEventFilter(self)
        self._on_preferences_changed(None, context.preferences.settings)
        self._on_documents_changed(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window manager can leave full screen too."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._actions["full_screen"].setChecked(self._context.window.isFullScreen())
        return super().eventFilter(watched, event)

    @Slot(object, object)
    def _on_preferences_changed(self, _before: Settings | None, after: Settings) -> None:
        self._actions["overview_map"].setChecked(after.overview_map)
        self.map.set_wanted(after.overview_map)
        grey = _GREYS[after.surround]
        self._context.canvas.set_surround(QColor(grey) if grey else None)

    @Slot(bool)
    def _on_overview_map_toggled(self, is_wanted: bool) -> None:
        self._context.preferences.change(overview_map=is_wanted)

    @Slot(bool)
    def _on_picture_alone_toggled(self, is_alone: bool) -> None:
        self._context.window.set_chrome_visible(not is_alone)
        self._context.panel.setVisible(not is_alone and self._actions["toggle_panel"].isChecked())
        self._context.strip.set_wanted(not is_alone and self._actions["toggle_strip"].isChecked())
        self._context.canvas.setFocus()
        self._allow_escape()

    @Slot(bool)
    def _on_full_screen_toggled(self, is_full: bool) -> None:
        window = self._context.window
        if window.isFullScreen() != is_full:
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._allow_escape()

    @Slot()
    def _on_escape_triggered(self) -> None:
        if self._tools.current != HAND:
            self._put_tool_away()
            return
        for name in ("picture_alone", "full_screen"):
            if self._actions[name].isChecked():
                self._actions[name].setChecked(False)
                return
        self._documents.cancel()

    def _put_tool_away(self) -> None:
        """Let the tool give up what it has begun first, if there is something."""
        tool = self._context.canvas.tool
        escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        if tool is None or not tool.key_press(escape):
            self._tools.choose(HAND)

    @Slot(str)
    def _on_tools_chosen(self, _name: str) -> None:
        self._allow_escape()

    @Slot(object)
    def _on_documents_changed(self, _document: Document | None) -> None:
        has_picture = self._documents.current is not None
        self._actions["picture_alone"].setEnabled(has_picture)
        if not has_picture:
            self._actions["picture_alone"].setChecked(False)
        self._allow_escape()

    def _allow_escape(self) -> None:
        """Take the key only where it leads back from something: fields and lists want it too."""
        leaves = any(self._actions[name].isChecked() for name in ("picture_alone", "full_screen"))
        document = self._documents.current
        is_busy = document is not None and bool(document.job)
        self._actions["escape"].setEnabled(leaves or is_busy or self._tools.current != HAND)
