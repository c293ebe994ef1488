"""An open scan, as the window knows it: parameters, their history, and results to show again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QTransform, QUndoStack

from colorstudio.core.geometry import Orientation
from colorstudio.engine.messages import OVERVIEW_SIDE, ChromaChoice, ChromaReady, GuessReady, ScanSource
from colorstudio.ui.edit import Edit

if TYPE_CHECKING:
    from colorstudio.core.recipe import Master, Model
    from colorstudio.core.scan import ScanInfo

# Steps back and forth in the history are shown at once; a dragged hint makes many.
_KEPT_CHROMAS = 24
# A guess map holds six variations.
_KEPT_GUESSES = 2


@dataclass
class Base:
    """The whole picture at low resolution, before and after."""

    before: QImage
    after: QImage | None = None

    def reoriented(self, before: Orientation, after: Orientation) -> Base:
        """Return the pictures, turned and mirrored from one orientation to another."""
        turn = QTransform().rotate(90 * (after.quarter_turns - before.quarter_turns))
        turn = _flip(before) * turn * _flip(after)
        return Base(self.before.transformed(turn), self.after.transformed(turn) if self.after else None)


def _flip(orientation: Orientation) -> QTransform:
    return QTransform().scale(-1 if orientation.mirrored else 1, 1)


class Document:
    """An open scan.

    Args:
        number: identifies it in messages; never used again.
        path: the master.
        edit: the first parameters.
        page: of the master, from 0.
    """

    def __init__(self, number: int, path: Path, edit: Edit, page: int = 0) -> None:
        self.number = number
        self.path = path
        self.page = page
        self.edit = edit
        self.history = QUndoStack()
        self.info: ScanInfo | None = None
        self.base: Base | None = None
        self.job = 0
        self.is_sharp = False
        self.failed = False
        self.exported: Edit | None = None  # the parameters of the last export
        self.master: Master | None = None  # the content that the parameters were set for, once it is known
        self.model: Model | None = None  # the pack of the project that it came from
        self.preview: ChromaReady | None = None  # another variation, for looking at it
        self._passing: ChromaReady | None = None
        self._chromas: OrderedDict[tuple[ScanSource, ChromaChoice], ChromaReady] = OrderedDict()

    @property
    def name(self) -> str:
        """What the scan is called: its file, and the page after the first."""
        return f"{self.path.name} [{self.page + 1}]" if self.page else self.path.name

    @property
    def is_edited(self) -> bool:
        """Whether something was done to the scan, in this window or before its project was opened."""
        plain = Edit(replace(self.edit.choice, seed=None, hints=(), patches=()))
        return self.history.index() > 0 or self.edit != plain

    @property
    def source(self) -> ScanSource:
        """The picture as the worker opens it."""
        return ScanSource(self.path, self.page, self.edit.orientation.quarter_turns, self.edit.orientation.mirrored)

    @property
    def overview_scale(self) -> float:
        """Pixels of the overview for each pixel of the scan, at most 1."""
        return min(1.0, OVERVIEW_SIDE / max(self.info.width, self.info.height)) if self.info else 1.0

    @property
    def chroma(self) -> ChromaReady | None:
        """The predicted chroma for the parameters as they are, if there is one yet."""
        return self._chromas.get(_key(self.source, self.edit.choice))

    @property
    def shown(self) -> ChromaReady | None:
        """The chroma to look at: a variation under the pointer, that of the parameters, or one on the way to it."""
        for ready in (self.preview, self.chroma, self._passing if self.job else None):
            if ready is not None and ready.source == self.source:
                return ready
        return None

    @property
    def is_coloured(self) -> bool:
        """Whether the chroma at the chosen render size is there."""
        return self.chroma is not None and self.chroma.final

    def keep_chroma(self, ready: ChromaReady) -> None:
        """Remember chroma, so that undo and redo show it at once; what passes while a hint moves is only shown."""
        key = _key(ready.source, ready.choice)
        self._passing = None if key == _key(self.source, self.edit.choice) else ready
        known = self._chromas.get(key)
        if ready.final or (self._passing is None and known is None):
            self._chromas[key] = ready
            self._chromas.move_to_end(key)
        while len(self._chromas) > _KEPT_CHROMAS:
            self._chromas.popitem(last=False)

    def keep_guess(self, report: GuessReady) -> bool:
        """Put a guess map to the chroma that it belongs to; return whether that is the chroma of the parameters."""
        key = _key(report.source, report.choice)
        ready = self._chromas.get(key)
        if ready is None:
            return False
        height, width = ready.chroma.lightness.shape
        chroma = replace(ready.chroma, guess=report.guess.resized(width, height))
        self._chromas[key] = replace(ready, chroma=chroma)
        guessed = [each for each, other in self._chromas.items() if other.chroma.guess is not None and each != key]
        for each in guessed[: -(_KEPT_GUESSES - 1)]:
            other = self._chromas[each]
            self._chromas[each] = replace(other, chroma=replace(other.chroma, guess=None))
        return key == _key(self.source, self.edit.choice)

    def reorient_picture(self, before: Orientation, after: Orientation) -> None:
        """Turn and mirror what is known of the picture, until the worker has opened it anew."""
        self.is_sharp = False
        if self.base:
            self.base = self.base.reoriented(before, after)
        if self.info and (after.quarter_turns - before.quarter_turns) % 2:
            dpi = self.info.dpi and self.info.dpi[::-1]
            self.info = replace(self.info, width=self.info.height, height=self.info.width, dpi=dpi)

    def turn_to_page(self, page: int) -> None:
        """Become another page of the file, of which nothing is known yet."""
        self.page = page
        self.info = self.base = self.master = None
        self.is_sharp = self.failed = False
        self.preview = self._passing = None
        self._chromas.clear()

    def forget_chroma(self) -> None:
        """Drop the chroma of the parameters as they are, to predict it anew."""
        self._chromas.pop(_key(self.source, self.edit.choice), None)


def _key(source: ScanSource, choice: ChromaChoice) -> tuple[ScanSource, ChromaChoice]:
    return source, wordless(choice)


def wordless(choice: ChromaChoice) -> ChromaChoice:
    """Return a choice without the words of its hints, which change no colour."""
    hints = tuple(replace(hint, evidence="", source="", author="") for hint in choice.hints)
    return replace(choice, hints=hints)
