"""Colours for hints: the lightness of a place, what the model sees there, and what it might be."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from colorstudio.core.steering import Hint, Point
from colorstudio.engine.inference_engine import InferenceEngine
from colorstudio.engine.messages import ChromaChoice, GuessReady, JobFinished, ScanSource
from colorstudio.ui.canvas.hint_geometry import anchor
from colorstudio.ui.colours import Colour, lab_of, mean_colour
from colorstudio.ui.document import Document, wordless
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.preferences import Preferences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from colorstudio.inference.uncertainty import GuessMap

SUGGESTIONS = 5
RECENT = 7
_KEPT_GUESSES = 4
_MIDDLE = 50.0
_ALIKE = 1.0
"""a* and b* closer than this are the same recent colour."""

Key = tuple[int, ScanSource, ChromaChoice]


class HintColours(QObject):
    """Answers from what the worker has predicted, and asks it for variations.

    Swatches for a hint come from variations without that hint: with it, all of them would have its colour.

    Args:
        engine: makes variations.
        documents: the open scans.
        preferences: the device, and the recent colours.
        parent: the owner.
    """

    changed = Signal()
    """Lightnesses or suggestions that were not known are known now."""

    def __init__(
        self, engine: InferenceEngine, documents: DocumentController, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine, self._documents, self._preferences = engine, documents, preferences
        self._lightnesses: dict[int, tuple[ScanSource, NDArray[np.float32]]] = {}
        self._guesses: OrderedDict[Key, GuessMap] = OrderedDict()
        self._asked: Key | None = None
        self._job = 0
        documents.chroma_changed.connect(self._on_documents_chroma_changed)
        documents.document_removed.connect(self._on_documents_document_removed)
        engine.guess_ready.connect(self._on_engine_guess_ready)
        engine.job_finished.connect(self._on_engine_job_finished)

    # What is known of a place

    def lightness_at(self, point: Point) -> float:
        """L* of the current scan at a place."""
        document = self._documents.current
        if document is None:
            return _MIDDLE
        known = self._lightnesses.get(document.number)
        if known is not None and known[0] == document.source:
            from colorstudio.core.swatches import mean_at

            return float(mean_at(known[1], *point))
        return lab_of(mean_colour(document.base.before, *point))[0] if document.base else _MIDDLE

    def lightness_of(self, hint: Hint) -> float:
        """L* at the mark of a hint."""
        return self.lightness_at(anchor(hint))

    def predicted_at(self, point: Point) -> Colour:
        """What the model gives a place of the current scan, with the hints that there are."""
        document = self._documents.current
        if document is None or document.chroma is None:
            return 0.0, 0.0
        from colorstudio.core.swatches import mean_at

        a, b = mean_at(document.chroma.chroma.ab, *point)
        return round(float(a), 1), round(float(b), 1)

    # What a place might be

    def suggestions(self, hints: Sequence[Hint], index: int) -> list[Colour] | None:
        """Distinct colours that the model's variations have at a hint of the current scan; None: not known yet.

        Args:
            hints: all of the scan.
            index: of the one.
        """
        document = self._documents.current
        guess = self._guesses.get(_key(document, hints, index)) if document is not None else None
        if document is None or guess is None or document.number not in self._lightnesses:
            return None
        from colorstudio.core.swatches import plausible_colours

        plane = self._lightnesses[document.number][1]
        found = plausible_colours(guess.samples, plane, *anchor(hints[index]), SUGGESTIONS)
        return [(round(a, 1), round(b, 1)) for a, b in found]

    def want_suggestions(self, hints: Sequence[Hint], index: int) -> None:
        """Have variations without one of the hints made, if they are not known."""
        document = self._documents.current
        key = _key(document, hints, index) if document is not None and document.info is not None else None
        if key is not None and key not in self._guesses and key != self._asked:
            self._asked = key
            self._job = self._engine.guess(*key, self._preferences.settings.device)

    # Colours that were used

    def recent(self) -> list[Colour]:
        """The colours that were chosen last, the latest first."""
        return _parsed(self._preferences.settings.recent_colours)

    def remember(self, ab: Colour) -> None:
        """Keep a colour among the recent ones."""
        others = [each for each in self.recent() if abs(each[0] - ab[0]) >= _ALIKE or abs(each[1] - ab[1]) >= _ALIKE]
        colours = [ab, *others][:RECENT]
        self._preferences.change(recent_colours=" ".join(f"{a:.1f},{b:.1f}" for a, b in colours))

    # Answers

    @Slot(object)
    def _on_documents_chroma_changed(self, document: Document) -> None:
        if document.chroma is None:
            return
        chroma, source = document.chroma.chroma, document.source
        known = self._lightnesses.get(document.number)
        if known is None or known[0] != source or document.chroma.final:
            self._lightnesses[document.number] = source, chroma.lightness
        if chroma.guess is not None:
            self._keep((document.number, source, wordless(document.edit.choice)), chroma.guess)
        self.changed.emit()

    @Slot(object)
    def _on_documents_document_removed(self, document: Document) -> None:
        self._lightnesses.pop(document.number, None)
        for key in [key for key in self._guesses if key[0] == document.number]:
            del self._guesses[key]

    @Slot(object)
    def _on_engine_guess_ready(self, report: GuessReady) -> None:
        self._keep((report.document, report.source, wordless(report.choice)), report.guess)
        self.changed.emit()

    @Slot(object)
    def _on_engine_job_finished(self, report: JobFinished) -> None:
        if report.job == self._job:  # one that failed is not asked again
            self._asked, self._job = None, 0

    def _keep(self, key: Key, guess: GuessMap) -> None:
        self._guesses[key] = guess
        self._guesses.move_to_end(key)
        while len(self._guesses) > _KEPT_GUESSES:
            self._guesses.popitem(last=False)


def _key(document: Document, hints: Sequence[Hint], index: int) -> Key:
    """The scan with all its hints but one."""
    others = tuple(hint for place, hint in enumerate(hints) if place != index)
    return document.number, document.source, wordless(replace(document.edit.choice, hints=others))


def _parsed(text: str) -> list[Colour]:
    """Colours from a setting; what is none is left out."""
    colours = []
    for part in text.split():
        try:
            a, b = (max(-128.0, min(128.0, float(value))) for value in part.split(","))
        except ValueError:
            continue
        colours.append((a, b))
    return colours
