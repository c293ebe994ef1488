"""The icons: one set, Material Design Icons 6 through qtawesome, in the colours of the theme.

An icon takes its colours from the tokens at the moment it is painted, so it follows a change of
theme by itself: nothing has to be set again and no cache has to be emptied.

Only the one font is loaded, at the first icon, from qtawesome's own folder: `qtawesome.icon` would
load twelve (30 to 50 ms against 9) and, on Windows, install them all for the user.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QPainter

from colorstudio.ui.theme.tokens import Tokens, current_tokens

if TYPE_CHECKING:
    from qtawesome import IconicFont

_FONT = "materialdesignicons6-webfont-6.9.96.ttf"
_CHARMAP = "materialdesignicons6-webfont-charmap-6.9.96.json"


class Icon(Enum):
    """What an icon stands for, and its name in the set."""

    STUDIO = "image-edit-outline"
    BATCH = "image-multiple-outline"
    TRAINING = "chart-line"
    MODELS = "cube-outline"
    SETTINGS = "cog-outline"
    OPEN = "folder-open-outline"
    EXPORT = "tray-arrow-down"
    FOLDER = "folder-outline"
    IMAGE = "image-outline"
    FILE = "file-image-outline"
    ADD_IMAGE = "image-plus-outline"
    SAVE = "content-save-outline"
    COPY = "content-copy"
    PASTE = "content-paste"
    DELETE = "trash-can-outline"
    UNDO = "undo"
    REDO = "redo"
    RESET = "backup-restore"
    REFRESH = "refresh"
    HISTORY = "history"
    COMPARE = "compare"
    WIPE = "compare-horizontal"
    BEFORE = "image-filter-black-white"
    AFTER = "palette-outline"
    HOLD_ORIGINAL = "eye-outline"
    HIDE = "eye-off-outline"
    ZOOM_IN = "magnify-plus-outline"
    ZOOM_OUT = "magnify-minus-outline"
    ZOOM_FIT = "fit-to-screen-outline"
    ZOOM_ACTUAL = "numeric-1-box-outline"
    FULL_SCREEN = "fullscreen"
    ROTATE_LEFT = "rotate-left"
    ROTATE_RIGHT = "rotate-right"
    COLORIZE = "auto-fix"
    VARIATIONS = "view-grid-outline"
    HINT = "eyedropper-variant"
    BRUSH = "brush-variant"
    PALETTE = "palette-swatch-outline"
    ADJUST = "tune-variant"
    LAYERS = "layers-outline"
    PROVENANCE = "certificate-outline"
    VERIFY = "shield-check-outline"
    LOCK = "lock-outline"
    PLAY = "play"
    PAUSE = "pause"
    STOP = "stop"
    CANCEL = "close-circle-outline"
    CLOSE = "close"
    ADD = "plus"
    REMOVE = "minus"
    CHECK = "check"
    INFO = "information-outline"
    WARNING = "alert-outline"
    ERROR = "alert-circle-outline"
    SUCCESS = "check-circle-outline"
    HELP = "help-circle-outline"
    MORE = "dots-horizontal"
    EXPAND = "chevron-down"
    COLLAPSE = "chevron-up"
    NEXT = "chevron-right"
    PREVIOUS = "chevron-left"
    LANGUAGE = "translate"
    THEME = "theme-light-dark"
    DEVICE = "chip"
    KEYBOARD = "keyboard-outline"


class Tone(Enum):
    """Which colour of the theme an icon takes: the name of a token."""

    NORMAL = "text"
    QUIET = "muted"
    ON_ACCENT = "on_accent"
    ON_SURROUND = "on_surround"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_TONES = {Icon.INFO: Tone.INFO, Icon.WARNING: Tone.WARNING, Icon.ERROR: Tone.ERROR}


@cache
def icon(name: Icon, tone: Tone | None = None) -> QIcon:
    """The icon `name`, grey when disabled; it needs a QApplication, and follows the theme by itself.

    Args:
        name: what it stands for.
        tone: its colour; by default that of text, and of the message for INFO, WARNING and ERROR.
    """
    return _font().icon(f"mdi6.{name.value}", tone=tone or _TONES.get(name, Tone.NORMAL))


@cache
def _font() -> IconicFont:
    """The font, whose painter is replaced by one that asks for the colours when it paints."""
    import qtawesome  # 0.12 s: kept off the import of this module, which tools and tests do without a window
    from qtawesome.iconic_font import CharIconPainter, FontError

    class ThemePainter(CharIconPainter):
        """Paints a glyph in the colours of the theme in force."""

        def paint(
            self, iconic: IconicFont, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State,
            options: list[dict[str, Any]],
        ) -> None:  # fmt: skip
            colour = icon_colour(current_tokens(), options[0]["tone"], mode, state)
            super().paint(iconic, painter, rect, mode, state, [_in_one_colour(part, colour) for part in options])

    folder = str(Path(qtawesome.__file__).parent / "fonts")
    try:
        font = qtawesome.IconicFont(("mdi6", _FONT, _CHARMAP, folder))
    except FontError:  # Windows can forbid fonts from memory; then qtawesome installs them for the user
        font = qtawesome.IconicFont(("mdi6", _FONT, _CHARMAP))
    font.painter = ThemePainter()
    return font


def icon_colour(tokens: Tokens, tone: Tone, mode: QIcon.Mode, state: QIcon.State) -> QColor:
    """The colour of an icon that is normal, pointed at, selected or disabled, and checked or not."""
    if mode is QIcon.Mode.Disabled:
        return QColor(tokens.disabled)
    if mode is QIcon.Mode.Selected and tone is Tone.NORMAL:
        return QColor(tokens.on_selection)
    if state is QIcon.State.On and tone in (Tone.NORMAL, Tone.QUIET):
        return QColor(tokens.accent_line)
    return QColor(getattr(tokens, tone.value))


_COLOUR_KEYS = tuple(
    f"color_{state}{mode}" for state in ("on", "off") for mode in ("", "_active", "_selected", "_disabled")
)


def _in_one_colour(options: dict[str, Any], colour: QColor) -> dict[str, Any]:
    return options | dict.fromkeys(_COLOUR_KEYS, colour)
