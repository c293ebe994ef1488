"""The icons: one set, Material Design Icons 6 as qtawesome brings it, in the colours of the theme.

An icon takes its colours from the tokens at the moment it is painted, so it follows a change of
theme by itself: nothing has to be set again and no cache has to be emptied.

Of qtawesome only the font and its table of names are used. Its code takes 0.12 s to import (qtpy makes
every class of Qt) and 0.03 to 0.05 s to load twelve fonts, which on Windows it also installs for the
user; all of it would come before the first paint of the window. Reading the one font takes 5 ms.
"""

from __future__ import annotations

import json
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

from colorstudio.ui.theme.tokens import Tokens, current_tokens

if TYPE_CHECKING:
    import qtawesome  # noqa: F401 - never imported, but PyInstaller sees it and collects the font

_FONT = "materialdesignicons6-webfont-*.ttf"
_NAMES = "materialdesignicons6-webfont-charmap-*.json"
BESIDE_WORDS = QSize(22, 16)
"""Size for an icon in a push button: Qt leaves no gap before the words, so the icon brings it."""

_GRID = 24
"""The icons are drawn on a grid of 24 x 24, with their own margin in it."""
_BASELINE = 21
"""Where the grid stands on the font's baseline; `QRawFont.ascent` is a quarter of a unit off."""


class Icon(Enum):
    """What an icon stands for, and its name in the set."""

    STUDIO = "image-edit-outline"
    BATCH = "image-multiple-outline"
    TRAINING = "chart-line"
    MODELS = "cube-outline"
    SETTINGS = "cog-outline"
    OPEN = "folder-open-outline"
    MIRROR = "flip-horizontal"
    HAND = "hand-back-right-outline"
    FLIP = "flip-vertical"
    CROP = "crop"
    SIDE_BY_SIDE = "view-split-vertical"
    COLOUR_ONLY = "water-outline"
    PICTURE_ALONE = "image-frame"
    OVERVIEW_MAP = "picture-in-picture-bottom-right-outline"
    EXPORT = "tray-arrow-down"
    FOLDER = "folder-outline"
    IMAGE = "image-outline"
    FILE = "file-image-outline"
    ADD_IMAGE = "image-plus-outline"
    SAVE = "content-save-outline"
    UNSAVED = "circle-medium"
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
    LASSO = "lasso"
    GUESS = "crosshairs-question"
    HINT = "record-circle-outline"
    EYEDROPPER = "eyedropper-variant"
    FROM_PICTURE = "image-search-outline"
    SERIES = "content-duplicate"
    DOCUMENTED = "check-decagram-outline"
    NOT_DOCUMENTED = "circle-outline"
    BRUSH = "brush-variant"
    ERASER = "eraser"
    GRADIENT = "gradient-vertical"
    INVERT = "circle-half-full"
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
    return QIcon(_GlyphEngine(_outline(name), tone or _TONES.get(name, Tone.NORMAL)))


class _GlyphEngine(QIconEngine):
    """Paints an outline in the colours of the theme in force, sharp at any size."""

    def __init__(self, outline: QPainterPath, tone: Tone) -> None:
        super().__init__()
        self._outline = outline
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x(), rect.y() + (rect.height() - side) / 2)
        painter.scale(side / _GRID, side / _GRID)
        painter.fillPath(self._outline, icon_colour(current_tokens(), self._tone, mode, state))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a button that is drawn before it has room
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap


def icon_colour(tokens: Tokens, tone: Tone, mode: QIcon.Mode, state: QIcon.State) -> QColor:
    """The colour of an icon that is normal, pointed at, selected or disabled, and checked or not."""
    if mode is QIcon.Mode.Disabled:
        return QColor(tokens.disabled)
    if mode is QIcon.Mode.Selected and tone is Tone.NORMAL:
        return QColor(tokens.on_selection)
    if state is QIcon.State.On and tone in (Tone.NORMAL, Tone.QUIET):
        return QColor(tokens.accent_line)
    return QColor(getattr(tokens, tone.value))


def _outline(name: Icon) -> QPainterPath:
    """The outline of an icon on the grid, y downwards."""
    font = _font()
    (glyph,) = font.glyphIndexesForString(chr(int(_code_points()[name.value], 16)))
    return font.pathForGlyph(glyph).translated(0, _BASELINE)


@cache
def _font() -> QRawFont:
    font = QRawFont(str(_bundled(_FONT)), _GRID, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise FileNotFoundError(f"The icon font {_bundled(_FONT)} cannot be loaded; install qtawesome again.")
    return font


@cache
def _code_points() -> dict[str, str]:
    """Hexadecimal code points of the font by the names of its icons."""
    names: dict[str, str] = json.loads(_bundled(_NAMES).read_text(encoding="utf-8"))
    return names


def _bundled(pattern: str) -> Path:
    """The file among qtawesome's fonts that matches `pattern`, found without importing qtawesome."""
    package = find_spec("qtawesome")
    folders = package.submodule_search_locations if package is not None else None
    for folder in folders or ():
        for path in sorted((Path(folder) / "fonts").glob(pattern)):
            return path
    raise FileNotFoundError(f"The icon font {pattern} is missing; install qtawesome again.")
