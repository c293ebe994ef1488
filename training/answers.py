"""Answers to the window's questions: JSON lines on stdout, as `core.training_messages` describes them."""

from __future__ import annotations

import json
import time
from typing import Any, TextIO

from colorstudio.core.errors import ColorStudioError

_SECONDS_BETWEEN = 0.1


class Answers:
    """Writes the lines of one question.

    Args:
        stream: where they go.
        wanted: whether anybody asked for them (`--events`); if not, nothing is written.
    """

    def __init__(self, stream: TextIO, wanted: bool) -> None:
        self._stream, self._wanted = stream, wanted
        self._told = 0.0

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is, ten times a second at most; the end is always told."""
        now = time.monotonic()
        if done >= total or now - self._told >= _SECONDS_BETWEEN:
            self._told = now
            self._write("progress", {"done": done, "total": total})

    def answer(self, event: str, values: dict[str, Any]) -> None:
        """The answer itself, `report` or `estimate`."""
        self._write(event, values)

    def failed(self, error: BaseException) -> None:
        """Why there is no answer: the sentence, and template and values apart for another language."""
        template, values = "{reason}", {"reason": " ".join(str(error).split())}
        if isinstance(error, ColorStudioError):
            template, values = error.template, {name: str(value) for name, value in error.values.items()}
        self._write("failed", {"error": str(error), "template": template, "values": values})

    def _write(self, event: str, values: dict[str, Any]) -> None:
        if self._wanted:
            self._stream.write(json.dumps({"event": event} | values) + "\n")
            self._stream.flush()
