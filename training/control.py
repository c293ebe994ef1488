"""What the window and the system want of a run: stop, pause, sample; polled, never in the middle of a step."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from colorstudio.core.run_folder import RunFolder
from training.reporter import Reporter

_POLL_SECONDS = 0.2

ASKED, NOW, SIGNAL = "asked", "now", "signal"
"""Why a run stops; see the event `stopped`."""


class StopAsked(Exception):
    """Raised where work is interrupted because the run is to stop."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Control:
    """Commands from the folder, signals, and the reader of the events.

    Args:
        folder: the run.
        reporter: tells of pauses, and whether the reader has gone.
        stop_with_reader: whether the run ends when nobody reads its events any more.
    """

    def __init__(self, folder: RunFolder, reporter: Reporter, stop_with_reader: bool = False) -> None:
        self._folder, self._reporter, self._stop_with_reader = folder, reporter, stop_with_reader
        self._reason = ""

    @contextmanager
    def signals_stop(self) -> Iterator[None]:
        """SIGTERM and Ctrl+C end the run after the step, with a checkpoint; a second one at once."""
        before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._reason = NOW if self._reason else SIGNAL

    @property
    def stop_reason(self) -> str:
        """Why the run is to stop; '' if it is not. Once told it stays."""
        if self._folder.take("stop_now"):
            self._reason = NOW
        if not self._reason and self._folder.take("stop"):
            self._reason = ASKED
        if not self._reason and self._stop_with_reader and self._reporter.reader_gone:
            self._reason = SIGNAL
        return self._reason

    @property
    def wants_something(self) -> bool:
        """Whether there is a command or a reason to stop: cheap enough to be asked after every step."""
        return (
            bool(self._reason) or self._folder.has_commands() or (self._stop_with_reader and self._reporter.reader_gone)
        )

    def check(self) -> None:
        """Stop or pause between steps, while pictures are decoded or measured.

        Raises:
            StopAsked: the run is to stop.
        """
        if not self.wants_something:
            return
        self._raise_if_stopped()
        if self.take_pause():
            self._reporter.emit("paused", self._reporter.last_step)
            self.wait_for_resume()
            self._reporter.emit("continued", self._reporter.last_step)

    def take_pause(self) -> bool:
        """Whether a pause is wanted; a 'resume' that found no pause is forgotten."""
        if self._folder.take("pause"):
            return True
        self._folder.take("resume")
        return False

    def take_sample(self) -> bool:
        """Whether sample pictures are wanted now."""
        return self._folder.take("sample")

    def wait_for_resume(self) -> None:
        """Return when the run is to go on.

        Raises:
            StopAsked: it is to stop instead.
        """
        while not self._folder.take("resume"):
            self._raise_if_stopped()
            time.sleep(_POLL_SECONDS)

    def sleep(self, seconds: float) -> None:
        """Wait for something else than a command.

        Raises:
            StopAsked: the run is to stop meanwhile.
        """
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._raise_if_stopped()
            time.sleep(min(left, _POLL_SECONDS))

    def _raise_if_stopped(self) -> None:
        if reason := self.stop_reason:
            raise StopAsked(reason)
