"""An open scan, as the window knows it: parameters, their history, and results to show again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QTransform, QUndoStack

from colorstudio.core.adjust import Adjustments
from colorstudio.engine.messages import OVERVIEW_SIDE, ChromaChoice, ChromaReady, ScanSource

if TYPE_CHECKING:
    from colorstudio.core.scan import ScanInfo


@dataclass(frozen=True)
class Edit:
    """All parameters of a result; pixels are derived from them.

    Attributes:
        choice: what decides the predicted chroma.
        quarter_turns: clockwise, 0..3.
        adjustments: of the chroma.
    """

    choice: ChromaChoice
    quarter_turns: int = 0
    adjustments: Adjustments = field(default_factory=Adjustments)

    def turned(self, quarter_turns: int) -> Edit:
        """Return this edit with the picture turned further, clockwise."""
        return replace(self, quarter_turns=(self.quarter_turns + quarter_turns) % 4)


@dataclass
class Base:
    """The whole picture at low resolution, before and after."""

    before: QImage
    after: QImage | None = None

    def turned(self, quarter_turns: int) -> Base:
        """Return the pictures turned clockwise."""
        turn = QTransform().rotate(90 * quarter_turns)
        return Base(self.before.transformed(turn), self.after.transformed(turn) if self.after else None)


class Document:
    """An open scan.

    Args:
        number: identifies it in messages; never used again.
        path: the master.
        edit: the first parameters.
    """

    def __init__(self, number: int, path: Path, edit: Edit) -> None:
        self.number = number
        self.path = path
        self.edit = edit
        self.history = QUndoStack()
        self.info: ScanInfo | None = None
        self.base: Base | None = None
        self.job = 0
        self.is_sharp = False
        self.failed = False
        self._chromas: dict[tuple[int, ChromaChoice], ChromaReady] = {}

    @property
    def source(self) -> ScanSource:
        """The picture as the worker opens it."""
        return ScanSource(self.path, 0, self.edit.quarter_turns)

    @property
    def overview_scale(self) -> float:
        """Pixels of the overview for each pixel of the scan, at most 1."""
        return min(1.0, OVERVIEW_SIDE / max(self.info.width, self.info.height)) if self.info else 1.0

    @property
    def chroma(self) -> ChromaReady | None:
        """The predicted chroma for the parameters as they are, if there is one yet."""
        return self._chromas.get((self.edit.quarter_turns, self.edit.choice))

    @property
    def is_coloured(self) -> bool:
        """Whether the chroma at the chosen render size is there."""
        return self.chroma is not None and self.chroma.final

    def keep_chroma(self, ready: ChromaReady) -> None:
        """Remember chroma, so that undo and redo show it at once."""
        key = (ready.source.quarter_turns, ready.choice)
        known = self._chromas.get(key)
        if ready.final or known is None or not known.final:
            self._chromas[key] = ready

    def turn_picture(self, quarter_turns: int) -> None:
        """Turn what is known of the picture clockwise, until the worker has opened it anew."""
        self.is_sharp = False
        if self.base:
            self.base = self.base.turned(quarter_turns)
        if self.info and quarter_turns % 2:
            dpi = self.info.dpi and self.info.dpi[::-1]
            self.info = replace(self.info, width=self.info.height, height=self.info.width, dpi=dpi)

    def forget_chroma(self) -> None:
        """Drop the chroma of the parameters as they are, to predict it anew."""
        self._chromas.pop((self.edit.quarter_turns, self.edit.choice), None)
