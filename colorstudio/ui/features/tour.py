"""The first steps, in three cards: open a scan, compare, steer and export. Once at the first start, and from Help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from colorstudio.core.scan_formats import is_readable_name
from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document
from colorstudio.ui.widgets.callout import Callout, Side


@dataclass(frozen=True)
class Step:
    """A card: its words, what it points at, and from which side."""

    title: str
    text: str
    target: Callable[[], QWidget | None]
    side: Side


class TourFeature(QObject):
    """Shows the cards one after the other; each can be skipped, and nothing waits for them.

    Attributes:
        callout: the card.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._window, self._panel, self._actions = context.window, context.panel, context.actions
        self._documents, self._preferences, self._opener = context.documents, context.preferences, context.opener
        self._samples = context.places.samples
        self._index: int | None = None
        self.callout = Callout(context.window)
        self.callout.advanced.connect(self._on_callout_advanced)
        self.callout.skipped.connect(self.stop)
        self._say(0)
        self._actions["tour"].triggered.connect(self.start)
        self._documents.current_changed.connect(self._on_documents_current_changed)
        self.callout.words_changed.connect(self._on_callout_words_changed)

    def prepare(self) -> None:
        """Begin by itself at the first start, unless there is something else to look at."""
        if not self._preferences.settings.tour_seen and self._documents.current is None:
            self.start()

    @Slot()
    def start(self) -> None:
        """Show the first card, or the second when a scan is open."""
        self._show(1 if self._documents.current else 0)
        self.callout.next.setFocus()

    @Slot()
    def stop(self) -> None:
        """Put the card away; it does not come again by itself."""
        self._index = None
        self.callout.hide()
        self._preferences.change(tour_seen=True)

    def _steps(self) -> tuple[Step, ...]:
        return (
            Step(
                self.tr("Open a scan"),
                self.tr("Drop scans or folders anywhere, open files here, or begin with a sample. They are coloured "
                        "at once, and your files are never changed."),
                self._open_button,
                Side.BELOW,
            ),
            Step(
                self.tr("Compare"),
                self.tr("See the colours, the original, or both with a line to drag. "
                        "Holding the key \\ shows the original for a moment."),
                lambda: self._button(self._actions["show_wipe"]),
                Side.BELOW,
            ),
            Step(
                self.tr("Steer and export"),
                self.tr("Adjust the colours, set hints where you know a colour, paint where colour applies. "
                        "All of it can be undone. Export writes a coloured copy that says how it was made."),
                lambda: self._panel if self._panel.isVisible() else None,
                Side.LEFT,
            ),
        )  # fmt: skip

    def _show(self, index: int) -> None:
        self._index = index
        self._say(index)
        step = self._steps()[index]
        self.callout.point_at(step.target(), step.side)

    def _say(self, index: int) -> None:
        steps = self._steps()
        place = self.tr("{step} of {steps}").format(step=index + 1, steps=len(steps))
        self.callout.set_words(steps[index].title, steps[index].text, place)
        is_last = index == len(steps) - 1
        self.callout.set_buttons(
            self.tr("Skip"), self.tr("Done") if is_last else self.tr("Next"), skippable=not is_last
        )

    @Slot()
    def _on_callout_advanced(self) -> None:
        if self._index is None or self._index == len(self._steps()) - 1:
            self.stop()
        elif self._index == 0 and self._documents.current is None and (sample := self._first_sample()):
            self._opener.open([sample])  # which shows the next card
        else:
            self._show(self._index + 1)

    @Slot(object)
    def _on_documents_current_changed(self, document: Document | None) -> None:
        if self._index == 0 and document:
            self._show(1)

    @Slot()
    def _on_callout_words_changed(self) -> None:
        self._say(self._index or 0)
        if self._index is not None:
            self._show(self._index)  # other words need another height

    def _first_sample(self) -> Path | None:
        if not self._samples.is_dir():
            return None
        return next((path for path in sorted(self._samples.iterdir()) if is_readable_name(path)), None)

    def _open_button(self) -> QWidget | None:
        return self._window.findChild(QPushButton, "openButton")

    def _button(self, action: QAction) -> QWidget | None:
        buttons = self._window.findChildren(QToolButton)
        return next((each for each in buttons if each.defaultAction() is action and each.isVisible()), None)
