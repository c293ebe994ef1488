"""Tells the world what a run does: events.jsonl, the same on stdout, and a line for a person on a terminal."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any, TextIO

from colorstudio.core.run_folder import RunFolder

_log = logging.getLogger(__name__)
_FREQUENT = ("step", "preparing", "measuring")
"""Not worth a line in the log."""

_SHORT_RUN = 1000
_SECONDS_BETWEEN_LINES = 1.0
_SECONDS_BETWEEN_PROGRESS = 0.5


class Reporter:
    """Writes events. A reader that goes away never ends a run.

    Args:
        folder: the run.
        stream: a private copy of stdout; None: events go to the file alone.
        console: where progress is shown, if it is a terminal.
    """

    def __init__(self, folder: RunFolder, stream: TextIO | None, console: TextIO = sys.stderr) -> None:
        self._folder, self._stream, self._console = folder, stream, console
        self._last_line = self._last_progress = 0.0
        self.reader_gone = False
        self.last_step = 0

    def emit(self, event: str, step: int, **values: Any) -> None:
        """Write one event; `step` is the number of updates made so far."""
        self.last_step = step
        record = {"event": event, "step": step, "time": round(time.time(), 2), **values}
        self._folder.append_event(record)
        self._print(record)
        if event not in _FREQUENT:
            _log.info("%s", json.dumps(record, ensure_ascii=False))

    def progress(self, event: str, done: int, total: int, **values: Any) -> None:
        """Write an event about work between steps: the first and the last, and at most two a second between."""
        now = time.monotonic()
        if 1 < done < total and now - self._last_progress < _SECONDS_BETWEEN_PROGRESS:
            return
        self._last_progress = now
        self.emit(event, self.last_step, **values, done=done, total=total)

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
        self._console.write(f"training: {text}\n")
        self._console.flush()

    def show(self, text: str) -> None:
        """Show progress on the terminal, at most once a second."""
        now = time.monotonic()
        if not self._console.isatty() or now - self._last_line < _SECONDS_BETWEEN_LINES:
            return
        self._last_line = now
        self._console.write(f"\r\x1b[K{text}")
        self._console.flush()


def reporting_interval(steps: int) -> int:
    """Every how many steps a step event is written: each in a short run, about a thousand in a long one."""
    return 1 if steps <= _SHORT_RUN else steps // _SHORT_RUN
