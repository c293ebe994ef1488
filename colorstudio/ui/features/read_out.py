"""The colour under the pointer, in the strip below the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from colorstudio.ui.context import StudioContext
from colorstudio.ui.guess_words import guess_word

if TYPE_CHECKING:
    from colorstudio.inference.uncertainty import GuessMap


_REST_MS = 400
"""A pointer that rests so long on the result asks how far the model guesses there."""


class ReadOutFeature(QObject):
    """Tells the colour that is seen: of the scan where that is shown, else of the result."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._canvas, self._views = context.documents, context.canvas, context.views
        self._read_out = context.status.read_out
        self._pixel: tuple[int, int] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rest_timeout)
        context.canvas.pointer_moved.connect(self._on_canvas_pointer_moved)
        context.canvas.view_moved.connect(self._tell)
        context.views.pixels_changed.connect(self._tell)
        context.documents.current_changed.connect(self._on_documents_current_changed)

    @Slot(object)
    def _on_canvas_pointer_moved(self, pixel: tuple[int, int] | None) -> None:
        self._pixel = pixel
        self._tell()
        if pixel is None:
            self._rest.stop()
        else:
            self._rest.start()

    @Slot()
    def _on_rest_timeout(self) -> None:
        document = self._documents.current
        is_told = document is None or not document.is_coloured or document.chroma.chroma.guess is not None
        if not is_told and not self._canvas.shows_original_at_pointer:
            self._documents.want_guess()

    @Slot(object)
    def _on_documents_current_changed(self, _document: object) -> None:
        self._pixel = None
        self._tell()

    @Slot()
    def _tell(self) -> None:
        document = self._documents.current
        if self._pixel is None or document is None or document.info is None:
            self._read_out.set_colour(None)
            return
        x, y = (self._pixel[0] + 0.5) / document.info.width, (self._pixel[1] + 0.5) / document.info.height
        is_original = self._canvas.shows_original_at_pointer
        guess = document.chroma.chroma.guess if document.chroma and not is_original else None
        word = guess_at(guess, x, y) if guess is not None else ""
        self._read_out.set_colour(self._views.pixels.colour_at(x, y, is_original), word)


def guess_at(guess: GuessMap, x: float, y: float) -> str:
    """How far the model guesses at a place, fractions of the picture, in a word."""
    height, width = guess.uncertainty.shape
    column, row = min(width - 1, int(x * width)), min(height - 1, int(y * height))
    return guess_word(float(guess.uncertainty[row, column]))
