"""Tells the world what a run does: events.jsonl, the same on stdout, and a line for a person on a terminal."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO

from colorstudio.core.run_folder import RunFolder
from training.disk import Patience

_log = logging.getLogger(__name__)
_SHORT_RUN = 1000
_SECONDS_BETWEEN_LINES = 1.0
_SECONDS_BETWEEN_PROGRESS = 0.5
_FREQUENT = ("step", "preparing", "measuring")
"""Not worth a line in the log."""


class Reporter:
    """Writes events. A reader that goes away never ends a run, and a full disk only holds it up.

    Args:
        folder: the run.
        stream: a private copy of stdout; None: events go to the file alone.
        console: where progress is shown, if it is a terminal.

    Attributes:
        reader_gone: whether nobody reads `stream` any more.
        last_step: step of the newest event.
        patience: what else is written to the disk is written by this.
        between: called between steps, where work goes on for long; may raise what shall end it.
        listener: hears of every event that was written.
    """

    def __init__(self, folder: RunFolder, stream: TextIO | None, console: TextIO = sys.stderr) -> None:
        self._folder, self._stream, self._console = folder, stream, console
        self._last_line = self._last_progress = 0.0
        self.reader_gone = False
        self.last_step = 0
        self.patience = Patience(self)
        self.between: Callable[[], None] = lambda: None
        self.listener: Callable[[dict[str, Any]], None] = lambda record: None

    def emit(self, event: str, step: int, **values: Any) -> None:
        """Write one event, when there is room for it; `step` is the number of updates made so far."""
        self.last_step = step
        record = _record(event, step, values)
        self.patience.write(lambda: self._folder.append_event(record), self._folder.path)
        self._publish(record)

    def tell(self, event: str, **values: Any) -> None:
        """Write an event of the newest step if there is room for it."""
        record = _record(event, self.last_step, values)
        with suppress(OSError):
            self._folder.append_event(record)
        self._publish(record)

    def progress(self, event: str, done: int, total: int, **values: Any) -> None:
        """Write an event about work between steps: the first and the last, and at most two a second between."""
        self.between()
        now = time.monotonic()
        if 1 < done < total and now - self._last_progress < _SECONDS_BETWEEN_PROGRESS:
            return
        self._last_progress = now
        self.emit(event, self.last_step, **values, done=done, total=total)

    def _publish(self, record: dict[str, Any]) -> None:
        self._print(record)
        self.listener(record)
        if record["event"] not in _FREQUENT:
            _log.info("%s", json.dumps(record, ensure_ascii=False))

    def _print(self, record: dict[str, Any]) -> None:
        if self._stream is None or self.reader_gone:
            return
        try:
            self._stream.write(json.dumps(record, ensure_ascii=False) + "\n")
            self._stream.flush()
        except (OSError, ValueError):
            self.reader_gone = True

    def warn(self, text: str) -> None:
        """Tell a person, on a terminal or not."""
        self._write(f"training: {text}\n")

    def show(self, text: str) -> None:
        """Show progress on the terminal, at most once a second."""
        now = time.monotonic()
        if not self._console.isatty() or now - self._last_line < _SECONDS_BETWEEN_LINES:
            return
        self._last_line = now
        self._write(f"\r\x1b[K{text}")

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # the terminal was closed, or it is a file on a full disk
            self._console.write(text)
            self._console.flush()


def _record(event: str, step: int, values: dict[str, Any]) -> dict[str, Any]:
    return {"event": event, "step": step, "time": round(time.time(), 2), **values}


def reporting_interval(steps: int) -> int:
    """Every how many steps a step event is written: each in a short run, about a thousand in a long one."""
    return 1 if steps <= _SHORT_RUN else steps // _SHORT_RUN
