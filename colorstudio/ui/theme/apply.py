"""Put a theme on the application, and follow the system where the user wants that.

`QStyleHints.setColorScheme` is told as well, since it turns the title bars and the native dialogs
of Windows and macOS, but nothing rests on it: it does nothing on bare X11 and offscreen.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from colorstudio.ui.theme.glyphs import glyph_files
from colorstudio.ui.theme.palette import build_palette
from colorstudio.ui.theme.sheet import build_style_sheet
from colorstudio.ui.theme.tokens import DARK, LIGHT, Tokens, current_tokens, set_current_tokens


class Theme(StrEnum):
    """What the user chose; the values are those of the settings file."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeNotifier(QObject):
    """Tells hand-painted widgets that the colours changed, and follows the system."""

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme.SYSTEM
        self._app: QApplication | None = None

    def follow(self, app: QApplication) -> None:
        """Listen to the system's colour scheme from now on; once for an application."""
        if self._app is not app:
            self._app = app
            app.styleHints().colorSchemeChanged.connect(self._on_system_color_scheme_changed)

    @Slot(Qt.ColorScheme)
    def _on_system_color_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._app is not None and self.theme is Theme.SYSTEM:
            _paint_application(self._app, tokens_for(Theme.SYSTEM, self._app))


@cache
def theme_notifier() -> ThemeNotifier:
    """The one notifier; its `theme_changed` comes after the new colours are in force."""
    return ThemeNotifier()


def current_theme() -> Theme:
    """The theme that was applied last."""
    return theme_notifier().theme


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give `app` the style, the palette and the style sheet of `theme`.

    Widgets that exist already are repainted; call it before the first window is made
    to spare them that.
    """
    notifier = theme_notifier()
    notifier.theme = theme
    notifier.follow(app)
    app.styleHints().setColorScheme(_SCHEMES[theme])
    _paint_application(app, tokens_for(theme, app))


def tokens_for(theme: Theme, app: QApplication) -> Tokens:
    """The colours of `theme`; for SYSTEM those of the system's scheme, light where it tells none."""
    if theme is Theme.SYSTEM:
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


def _paint_application(app: QApplication, tokens: Tokens) -> None:
    sheet = build_style_sheet(tokens, glyph_files(tokens))
    if tokens is current_tokens() and app.styleSheet() == sheet:
        return
    set_current_tokens(tokens)
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(build_palette(tokens))
    app.setStyleSheet(sheet)
    theme_notifier().theme_changed.emit()
