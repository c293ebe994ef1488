"""Pictures are drawn in the colours of the monitor that the window is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QScreen

from colorstudio.core.settings import Settings
from colorstudio.ui.context import StudioContext
from colorstudio.ui.monitor_profile import monitor_profile, screen_space


class MonitorFeature(QObject):
    """Follows the window from monitor to monitor, unless the setting says that nothing is to be converted."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._context = context
        context.preferences.changed.connect(self._on_preferences_changed)

    def prepare(self) -> None:
        """The window is up, and on a monitor."""
        handle = self._context.window.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._on_window_screen_changed)
        self._look()

    @Slot(QScreen)
    def _on_window_screen_changed(self, _screen: QScreen) -> None:
        self._look()

    @Slot(object, object)
    def _on_preferences_changed(self, before: Settings, after: Settings) -> None:
        if before.monitor_profile != after.monitor_profile:
            self._look()

    def _look(self) -> None:
        handle = self._context.window.windowHandle()
        is_wanted = self._context.preferences.settings.monitor_profile and handle is not None
        self._context.views.set_screen(screen_space(monitor_profile(handle)) if is_wanted else None)
