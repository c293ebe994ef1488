"""The settings as the window uses them: a value, a change, a signal."""

from __future__ import annotations

import dataclasses
import logging
from typing import Any

from PySide6.QtCore import QObject, Signal

from colorstudio.core.settings import Settings, SettingsFile

logger = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the settings, stores every change, and tells of it.

    Args:
        file: where they are stored.
    """

    changed = Signal(object, object)
    """The settings before and after."""

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings = file.load()

    def change(self, **values: Any) -> None:
        """Change some settings; a setting that cannot be stored holds until the window is closed."""
        self.replace(dataclasses.replace(self.settings, **values))

    def replace(self, settings: Settings) -> None:
        """Take over all settings."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        try:
            self._file.save(settings)
        except OSError:
            logger.exception("the settings cannot be stored")
        self.changed.emit(before, settings)
