"""What is to be known about a scan of the strip at a glance."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from colorstudio.ui.document import Document
from colorstudio.ui.icons import Icon, Tone


class ScanState(Enum):
    """A state that a thumbnail shows, with its icon and the icon's tone; None: the colours themselves tell it."""

    COLOURED = (None, Tone.NORMAL)
    COLOURING = (Icon.COLORIZE, Tone.INFO)
    FAILED = (Icon.WARNING, Tone.WARNING)
    EDITED = (Icon.ADJUST, Tone.NORMAL)
    UNSAVED = (Icon.UNSAVED, Tone.INFO)
    EXPORTED = (Icon.EXPORT, Tone.NORMAL)

    @property
    def icon(self) -> Icon | None:
        """The icon."""
        return self.value[0]

    @property
    def tone(self) -> Tone:
        """The icon's colour."""
        return self.value[1]


def scan_states(document: Document) -> tuple[ScanState, ...]:
    """Return the states of a scan, in the order in which they are shown."""
    holds = {
        ScanState.COLOURED: document.is_coloured and not document.job,
        ScanState.COLOURING: bool(document.job),
        ScanState.FAILED: document.failed and not document.job,
        ScanState.EDITED: document.is_edited,
        ScanState.UNSAVED: not document.history.isClean(),
        ScanState.EXPORTED: document.exported == document.edit,
    }
    return tuple(state for state in ScanState if holds[state])


def state_words(state: ScanState) -> str:
    """Return a state in the window's language."""
    words = {
        ScanState.COLOURED: QCoreApplication.translate("scan_state", "coloured"),
        ScanState.COLOURING: QCoreApplication.translate("scan_state", "being coloured"),
        ScanState.FAILED: QCoreApplication.translate("scan_state", "could not be coloured"),
        ScanState.EDITED: QCoreApplication.translate("scan_state", "edited"),
        ScanState.UNSAVED: QCoreApplication.translate("scan_state", "not saved in a project"),
        ScanState.EXPORTED: QCoreApplication.translate("scan_state", "exported as it is"),
    }
    return words[state]
