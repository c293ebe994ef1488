"""The folder that is the truth about a training run.

    config.json   the whole configuration            checkpoints/  step-00000500.pt, …
    events.jsonl  one JSON object a line             samples/      pictures/NN-truth.webp, step-00000500/NN.webp, …
    control/      commands, one empty file each      log.txt       what libraries print
    lock          who is training in it (lock.guard guards the taking)
    base.cspack   the pack that it began with        model.cspack, metrics.json, gate.json, gate/   at the end
    weights.cspack  in a build: what was learned, without gain, noise and caution, for the next stage

The trainer writes it, the window reads it; a window that is closed and opened again finds the run by it.
"""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.files import replace_atomically
from colorstudio.core.process_identity import current_process, process_start
from colorstudio.core.training_config import TrainingConfig, from_json

COMMANDS = ("pause", "resume", "stop", "stop_now", "sample")
"""What a trainer can be told; 'stop' is after a checkpoint, 'stop_now' at once and without."""

_LAST_EVENTS = ("stopped", "failed", "finished")
_TAIL_BYTES = 1 << 16
_ATTEMPTS, _SECONDS_BETWEEN_ATTEMPTS = 50, 0.1

_REVOKES = {"pause": "resume", "resume": "pause"}


@dataclass(frozen=True)
class LockOwner:
    """The process that holds a run folder."""

    pid: int
    start: str

    @property
    def alive(self) -> bool:
        """Whether that very process still runs."""
        return process_start(self.pid) == self.start


class RunFolder:
    """Names and formats inside a run folder; creating the object touches nothing on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config_path = path / "config.json"
        self.events_path = path / "events.jsonl"
        self.control = path / "control"
        self.lock_path = path / "lock"
        self.guard_path = path / "lock.guard"
        self.checkpoints = path / "checkpoints"
        self.samples = path / "samples"
        self.log_path = path / "log.txt"
        self.base_path = path / "base.cspack"
        self.pack_path = path / "model.cspack"
        self.weights_path = path / "weights.cspack"
        self.metrics_path = path / "metrics.json"

    def create(self, config: TrainingConfig) -> None:
        """Make the folder for a new run.

        Raises:
            TrainingError: there is a run already, or the folder cannot be made.
        """
        if self.config_path.exists():
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "{path} already holds a training run; resume it or choose another folder."),
                path=self.path,
            )
        try:
            for folder in (self.control, self.checkpoints, self.samples):
                folder.mkdir(parents=True, exist_ok=True)
            _write_atomically(self.config_path, config.to_json())
        except OSError as error:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The run folder {path} cannot be made: {reason}."),
                path=self.path,
                reason=error.strerror or error,
            ) from error

    def read_config(self) -> TrainingConfig:
        """The configuration of the run.

        Raises:
            TrainingError: the folder holds no run, or its configuration is not valid.
        """
        try:
            text = self.config_path.read_text(encoding="utf-8")
        except OSError as error:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "{path} is not the folder of a training run (no config.json)."),
                path=self.path,
            ) from error
        return from_json(text)

    # Events

    def append_event(self, event: Mapping[str, Any]) -> None:
        """Add one event whole, or leave the file as it was.

        Raises:
            OSError: it cannot be written; the disk may be full.
        """
        line = (json.dumps(event, ensure_ascii=False) + "\n").encode("utf-8", "replace")
        # Unbuffered: a single write, so that a reader never sees half an event followed by another.
        with self.events_path.open("ab", buffering=0) as file:
            before = file.seek(0, os.SEEK_END)
            if file.write(line) < len(line):  # what still had room on the disk
                file.truncate(before)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.events_path))

    def read_events(self) -> Iterator[dict[str, Any]]:
        """The events so far; lines that a power failure cut off or filled with rubbish are left out."""
        if not self.events_path.exists():
            return
        with self.events_path.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                if (event := _parse_event(line)) is not None:
                    yield event

    def last_event(self) -> dict[str, Any] | None:
        """The newest event, found without reading all of them; None: there is none."""
        try:
            with self.events_path.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL_BYTES))
                lines = file.read().splitlines()
        except OSError:
            return None
        return next((event for line in reversed(lines) if (event := _parse_event(line)) is not None), None)

    @property
    def is_finished(self) -> bool:
        """Whether all is done: the model is there, and nothing happened since."""
        last = self.last_event()
        return last is not None and last["event"] == "finished" and self.pack_path.is_file()

    def note_stopped(self) -> None:
        """Say in the events that the run was stopped at once, for a process that could not say it any more.

        Raises:
            TrainingError: another process has taken the run up already.
            OSError: the event cannot be written.
        """
        with self.locked():
            last = self.last_event() or {"event": "", "step": 0}
            if last["event"] not in _LAST_EVENTS:
                now = round(time.time(), 2)
                self.append_event({"event": "stopped", "step": last["step"], "time": now, "reason": "now"})

    def truncate_events(self, step: int) -> None:
        """Forget the events after `step`: a resumed run writes them again."""
        kept = [event for event in self.read_events() if int(event["step"]) <= step]
        text = "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in kept)
        # Replaced twice at once, the file may get the number of the first one again, and who follows it is misled.
        if self._has_events(text):
            return None
        for attempt in range(_ATTEMPTS):
            try:
                return _write_atomically(self.events_path, text)
            except PermissionError:  # Windows replaces no file while somebody (the window) reads it
                if attempt == _ATTEMPTS - 1:
                    raise
            time.sleep(_SECONDS_BETWEEN_ATTEMPTS)
        return None

    def _has_events(self, text: str) -> bool:
        """Whether the events are written just so already."""
        try:
            return self.events_path.read_bytes() == text.encode("utf-8", "backslashreplace")
        except OSError:
            return False

    # Control

    def send(self, command: str) -> None:
        """Leave a command for the trainer. 'pause' and 'resume' revoke each other: what was wanted last holds.

        Args:
            command: one of `COMMANDS`.

        Raises:
            OSError: the folder is gone or cannot be written to.
        """
        if command not in COMMANDS:
            raise ValueError(f"command must be one of {COMMANDS}, not {command!r}")
        self.control.mkdir(exist_ok=True)
        if command in _REVOKES:
            self.take(_REVOKES[command])
        _write_atomically(self.control / command, "")

    def take(self, command: str) -> bool:
        """Whether `command` was left; it is removed."""
        try:
            (self.control / command).unlink()
        except FileNotFoundError:
            return False
        return True

    def has_commands(self) -> bool:
        """Whether any command was left."""
        try:
            return any(path.name in COMMANDS for path in self.control.iterdir())
        except FileNotFoundError:
            return False

    def clear_commands(self) -> None:
        """Remove commands left for an earlier process."""
        for command in COMMANDS:
            self.take(command)

    # Lock

    def lock_owner(self) -> LockOwner | None:
        """The living process that trains in this folder; None if there is none (a stale lock counts as none)."""
        try:
            record = json.loads(self.lock_path.read_text(encoding="utf-8"))
            owner = LockOwner(int(record["pid"]), str(record["start"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return owner if owner.alive else None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for this process.

        Raises:
            TrainingError: another living process holds it.
        """
        self._acquire()
        try:
            yield
        finally:
            self.lock_path.unlink(missing_ok=True)

    def _acquire(self) -> None:
        pid, start = current_process()
        # Looking and writing are one for all processes: two that find a stale lock must not both take it.
        with FileLock(self.guard_path):
            owner = self.lock_owner()
            if owner is not None:
                raise TrainingError(
                    QT_TRANSLATE_NOOP("errors", "{path} is being trained in by process {pid}; stop that one first."),
                    path=self.path,
                    pid=owner.pid,
                )
            _write_atomically(self.lock_path, json.dumps({"pid": pid, "start": start}))

    # Samples

    @property
    def sample_originals(self) -> Path:
        """Where the sample pictures lie in grey, in their true colours, and as coloured by the base model."""
        return self.samples / "pictures"

    def sample_folder(self, step: int) -> Path:
        """Where the sample pictures after `step` updates lie."""
        return self.samples / f"step-{step:08d}"

    # Checkpoints

    def checkpoint_path(self, step: int) -> Path:
        """Where the checkpoint after `step` updates lies."""
        return self.checkpoints / f"step-{step:08d}.pt"

    def checkpoint_steps(self) -> list[int]:
        """Steps of the checkpoints there are, rising."""
        names = (path.stem.removeprefix("step-") for path in self.checkpoints.glob("step-*.pt"))
        return sorted(int(name) for name in names if name.isdigit())

    def prune_checkpoints(self, keep: int) -> None:
        """Remove all checkpoints but the last `keep`."""
        for step in self.checkpoint_steps()[:-keep]:
            self.checkpoint_path(step).unlink(missing_ok=True)


def _parse_event(line: str | bytes) -> dict[str, Any] | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) and isinstance(event.get("step"), int) else None


def _write_atomically(path: Path, text: str) -> None:
    with replace_atomically(path) as temporary:
        # What is not Unicode in the name of a picture becomes an escape as JSON has it, and comes back as it was.
        temporary.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
