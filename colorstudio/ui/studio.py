"""The window with what stands behind it: settings, language, theme and engine."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from colorstudio import paths
from colorstudio.core.settings import Settings, SettingsFile
from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.workshop import Workshop
from colorstudio.ui.context import Places
from colorstudio.ui.i18n import use_language
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.preferences import Preferences
from colorstudio.ui.theme import Theme, apply_theme


class Studio(QObject):
    """Makes the window, and belongs to it.

    Args:
        app: gets the theme and the translators.
        make_workshop: called in the worker's thread.
    """

    def __init__(self, app: QApplication, make_workshop: Callable[[], Workshop]) -> None:
        super().__init__()
        self._app = app
        preferences = Preferences(SettingsFile(paths.config_dir() / "settings.json"))
        self._use(None, preferences.settings)
        log = paths.log_dir() / "colorstudio.log"
        places = Places(
            samples=paths.resources_dir() / "samples",
            geometry=paths.config_dir() / "window.ini",
            log=log,
            journals=paths.data_dir() / "journals",
            pasted=paths.data_dir() / "Pasted",
            recent=paths.config_dir() / "recent.json",
            models=paths.model_dirs(),
            thumbnails=paths.cache_dir() / "models",
        )
        self.window = MainWindow(InferenceEngine(make_workshop), preferences, places)
        self.setParent(self.window)
        preferences.changed.connect(self._use)

    @Slot(object, object)
    def _use(self, before: Settings | None, after: Settings) -> None:
        """Put language and theme into force."""
        if before is None or before.theme != after.theme:
            apply_theme(self._app, Theme(after.theme))
        if before is None or before.language != after.language:
            use_language(self._app, after.language)
