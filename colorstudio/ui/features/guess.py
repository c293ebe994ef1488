"""Seeing where the model guesses, and leaving it grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from colorstudio.ui.canvas.guess_marks import GuessMarks
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.guess_words import GUESS_FROM, LIKELY_FROM
from colorstudio.ui.panels.guess_panel import GuessPanel
from colorstudio.ui.view_controller import THIRD

if TYPE_CHECKING:
    from colorstudio.inference.uncertainty import GuessMap

_MARKS = "guess"


class GuessFeature(QObject):
    """The section, the overlay, and the current document's guess map, measured when it is wanted."""

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._documents, self._views, self._canvas = context.documents, context.views, context.canvas
        self._action = context.actions["show_guess"]
        self.panel = GuessPanel(context.actions)
        self._drawn: GuessMap | None = None
        context.panel.add_section(self.panel)
        self._side_panel = context.panel
        self._action.toggled.connect(self._on_action_toggled)
        self.panel.fade_changed.connect(self._on_panel_fade_changed)
        self.panel.editing_finished.connect(self._on_panel_editing_finished)
        for changed in (
            self._documents.current_changed,
            self._documents.picture_changed,
            self._documents.edit_changed,
            self._documents.chroma_changed,
        ):
            changed.connect(self._on_documents_changed)
        self._show()

    @property
    def _guess(self) -> GuessMap | None:
        """The map of the current document, if it was measured."""
        document = self._documents.current
        return document.chroma.chroma.guess if document is not None and document.chroma else None

    @Slot(object)
    def _on_documents_changed(self, document: Document | None) -> None:
        if document is self._documents.current:
            self._show()

    @Slot(bool)
    def _on_action_toggled(self, is_on: bool) -> None:
        if is_on:
            self._side_panel.reveal(self.panel)  # the legend
        self._show()

    def _show(self) -> None:
        """Bring section and overlay in line with the current document."""
        document = self._documents.current
        fade = document.edit.look.guess_fade if document else None
        is_wanted = document is not None and (self._action.isChecked() or fade is not None)
        if self._action.isChecked() and document is not None and document.is_coloured:
            self._documents.want_guess()
        self._action.setEnabled(document is not None and document.info is not None)
        self.panel.set_fade(fade)
        guess = self._guess if is_wanted else None
        self.panel.set_measured(shares(guess) if guess else None, is_measuring=is_wanted and guess is None)
        is_seen = self._action.isChecked() and document is not None and document.shown is document.chroma
        self._draw(guess if is_seen else None)  # a variation under the pointer has another map

    def _draw(self, guess: GuessMap | None) -> None:
        if guess is self._drawn:
            return
        self._drawn = guess
        self._canvas.set_marks(_MARKS, None if guess is None else GuessMarks(guess.uncertainty))

    @Slot(object)
    def _on_panel_fade_changed(self, threshold: float | None) -> None:
        self._views.set_dragging(True, THIRD)
        self._documents.change_look(self.tr("Leave uncertain areas grey"), gesture=True, guess_fade=threshold)

    @Slot()
    def _on_panel_editing_finished(self) -> None:
        self._documents.end_gesture()
        self._views.set_dragging(False)


def shares(guess: GuessMap) -> tuple[float, float, float]:
    """How much of a picture is well founded, likely, and a guess; together 1."""
    founded = float((guess.uncertainty < LIKELY_FROM).mean())
    guessed = float((guess.uncertainty >= GUESS_FROM).mean())
    return founded, 1.0 - founded - guessed, guessed
