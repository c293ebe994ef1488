"""Light and dark, from one table of named colours.

`apply_theme(app, Theme.SYSTEM)` once at start, and again whenever the setting changes;
`current_tokens()` for everything that is painted by hand.
"""

from colorstudio.ui.theme.apply import Theme, apply_theme, current_theme, theme_notifier
from colorstudio.ui.theme.tokens import DARK, LIGHT, Tokens, current_tokens

__all__ = [
    "DARK",
    "LIGHT",
    "Theme",
    "Tokens",
    "apply_theme",
    "current_theme",
    "current_tokens",
    "theme_notifier",
]
