"""The few shapes inside controls (arrows, tick, dot), as small pictures for the style sheet.

Qt's style sheets take pictures from files only. They are drawn in the theme's colours into a
temporary folder of this process, once for each theme and each pixel density.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from colorstudio.ui.theme.tokens import Tokens

_SIDE = 16
"""Edge of a glyph in logical pixels."""

_STROKES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "down": ((4, 6.5), (8, 10.5), (12, 6.5)),
    "up": ((4, 9.5), (8, 5.5), (12, 9.5)),
    "right": ((6.5, 4), (10.5, 8), (6.5, 12)),
    "tick": ((3.5, 8.5), (6.75, 11.5), (12.5, 5)),
    "dash": ((4, 8), (12, 8)),
    "dot": (),
}


@cache
def _folder() -> Path:
    # Not a QTemporaryDir: what lives as long as the process is not destroyed, and would leave its folder behind.
    folder = tempfile.mkdtemp(prefix="colorstudio-theme-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def glyph_files(tokens: Tokens) -> dict[str, str]:
    """Draw the glyphs of a theme; return `{name: path}` with names such as `down` and `down_disabled`."""
    colours = {"": tokens.muted, "_disabled": tokens.disabled, "_on": tokens.on_accent}
    return {shape + suffix: _glyph_file(shape, colour) for shape in _STROKES for suffix, colour in colours.items()}


@cache
def _glyph_file(shape: str, colour: str) -> str:
    path = _folder() / f"{shape}-{colour[1:]}.png"
    _draw(shape, colour, 1).save(str(path))
    _draw(shape, colour, 2).save(str(path.with_stem(path.stem + "@2x")))
    return path.as_posix()


def _draw(shape: str, colour: str, density: int) -> QPixmap:
    pixmap = QPixmap(_SIDE * density, _SIDE * density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(density, density)
    if points := _STROKES[shape]:
        pen = QPen(QColor(colour), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(5, 5, 6, 6))
    painter.end()
    return pixmap
