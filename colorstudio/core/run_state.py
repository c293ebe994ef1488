"""What a training run is doing, as its folder tells it; and its events, read as they are written."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any

from colorstudio.core.run_folder import RunFolder

Event = Mapping[str, Any]


class RunPhase(Enum):
    """What a run is doing."""

    STARTING = "starting"
    """Its process is there and decodes pictures, or is about to be."""
    RUNNING = "running"
    PAUSED = "paused"
    WAITING = "waiting"
    """For room on the disk."""
    FINISHING = "finishing"
    """All steps are made; the model is being measured and written."""
    STOPPED = "stopped"
    FAILED = "failed"
    FINISHED = "finished"
    LOST = "lost"
    """Its process went without a word: killed, or the power was cut."""

    @property
    def is_alive(self) -> bool:
        """Whether a process works on it."""
        return self in _ALIVE


_ALIVE = (RunPhase.STARTING, RunPhase.RUNNING, RunPhase.PAUSED, RunPhase.WAITING, RunPhase.FINISHING)

_WRITING = (RunPhase.STARTING, RunPhase.RUNNING, RunPhase.FINISHING)

_START_SECONDS = 60.0
_ROOM_FOR_AN_EVENT = 4096

# What an event says about the run; events that are not named leave the phase as it is.
_PHASES = {
    "preparing": RunPhase.STARTING,
    "started": RunPhase.RUNNING,
    "resumed": RunPhase.RUNNING,
    "step": RunPhase.RUNNING,
    "continued": RunPhase.RUNNING,
    "paused": RunPhase.PAUSED,
    "disk_full": RunPhase.WAITING,
    "measuring": RunPhase.FINISHING,
    "stopped": RunPhase.STOPPED,
    "failed": RunPhase.FAILED,
    "finished": RunPhase.FINISHED,
}


@dataclass(frozen=True)
class RunState:
    """How far a run is.

    Attributes:
        phase: what it is doing.
        step, steps: updates made, and their number at the end (0: not known yet).
        pictures_per_second: by the newest step event.
        failure: template and values of the sentence that ended it (see `core.errors`), if it failed.
    """

    phase: RunPhase = RunPhase.STARTING
    step: int = 0
    steps: int = 0
    pictures_per_second: float = 0.0
    failure: tuple[str, Mapping[str, str]] = field(default=("", {}))

    def after(self, event: Event) -> RunState:
        """The state after one more event, as the events alone tell it."""
        kind = str(event.get("event"))
        state = replace(self, phase=_PHASES.get(kind, self.phase), step=int(event["step"]))
        if kind in ("started", "resumed"):
            state = replace(state, steps=int(event.get("steps", 0)))
        elif kind == "step":
            state = replace(state, pictures_per_second=float(event.get("pictures_per_second", 0.0)))
        elif kind == "failed":
            state = replace(state, failure=(str(event.get("template", "")), dict(event.get("values", {}))))
        return state

    def seen_with(self, folder: RunFolder) -> RunState:
        """The state when it is known, too, whether a process holds the folder."""
        alive = folder.lock_owner() is not None
        if alive and not self.phase.is_alive:
            return replace(self, phase=RunPhase.STARTING)  # it was taken up again and has not said so yet
        if not alive and self.phase.is_alive and not self._may_be_about_to_start(folder):
            return replace(self, phase=RunPhase.LOST)
        if alive and self.phase in _WRITING and _is_disk_full(folder):
            return replace(self, phase=RunPhase.WAITING)  # there is no room even for the event that says so
        return self

    def _may_be_about_to_start(self, folder: RunFolder) -> bool:
        """Whether the run was made a moment ago: its process needs a while until it holds the folder."""
        try:
            return self.steps == 0 and time.time() - folder.config_path.stat().st_mtime < _START_SECONDS
        except OSError:
            return False


def _is_disk_full(folder: RunFolder) -> bool:
    try:
        return shutil.disk_usage(folder.path).free < _ROOM_FOR_AN_EVENT
    except OSError:
        return False


class EventTail:
    """Reads the events of a run as they are written.

    Args:
        folder: the run; it need not exist yet.
    """

    CHUNK = 1 << 20
    """Bytes that are read at once."""

    def __init__(self, folder: RunFolder) -> None:
        self._path: Path = folder.events_path
        self._identity = (0, 0)
        self._offset = 0
        self._rest = b""

    def read(self) -> tuple[list[Event], bool, bool]:
        """Read on.

        Returns:
            New events; whether the file was replaced, so that what was read before is void (a run that is resumed
            forgets what comes after its checkpoint); whether there is more to read at once.
        """
        try:
            with self._path.open("rb") as file:
                replaced = self._notice_replacement(file.fileno())
                file.seek(self._offset)
                data = file.read(self.CHUNK)
        except FileNotFoundError:
            return [], self._forget(), False
        self._offset += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        return [event for line in lines if (event := _parse(line))], replaced, len(data) == self.CHUNK

    def _notice_replacement(self, descriptor: int) -> bool:
        stat = os.fstat(descriptor)
        identity = stat.st_dev, stat.st_ino
        replaced = self._identity != (0, 0) and (identity != self._identity or stat.st_size < self._offset)
        if replaced:
            self._forget()
        self._identity = identity
        return replaced

    def _forget(self) -> bool:
        had_read = self._offset > 0
        self._identity, self._offset, self._rest = (0, 0), 0, b""
        return had_read


def _parse(line: bytes) -> Event | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None  # cut off by a power failure
    return event if isinstance(event, dict) and isinstance(event.get("step"), int) else None
