"""What an archivist may tell a run to do, depending on what it is doing."""

from __future__ import annotations

from enum import StrEnum

from colorstudio.core.run_state import RunPhase


class RunCommand(StrEnum):
    """A button; the values of the first five are commands of the run folder."""

    PAUSE = "pause"
    RESUME = "resume"
    SAMPLE = "sample"
    STOP = "stop"
    STOP_NOW = "stop_now"
    RESTART = "restart"
    """Start a process for a run that has none."""
    RESULT = "result"
    """See what came of it."""


_OFFERED: dict[RunPhase, tuple[RunCommand, ...]] = {
    RunPhase.STARTING: (RunCommand.STOP, RunCommand.STOP_NOW),
    RunPhase.RUNNING: (RunCommand.PAUSE, RunCommand.SAMPLE, RunCommand.STOP, RunCommand.STOP_NOW),
    RunPhase.PAUSED: (RunCommand.RESUME, RunCommand.STOP, RunCommand.STOP_NOW),
    RunPhase.WAITING: (RunCommand.STOP_NOW,),
    RunPhase.FINISHING: (RunCommand.STOP_NOW,),
    RunPhase.STOPPED: (RunCommand.RESTART,),
    RunPhase.FAILED: (RunCommand.RESTART,),
    RunPhase.LOST: (RunCommand.RESTART,),
    RunPhase.FINISHED: (RunCommand.RESULT,),
}

_PRIMARY = (RunCommand.RESUME, RunCommand.RESTART, RunCommand.RESULT)

# The events that answer a command; a change of phase does so, too.
_ANSWERS = {
    "paused": RunCommand.PAUSE,
    "continued": RunCommand.RESUME,
    "sample": RunCommand.SAMPLE,
    "resumed": RunCommand.RESTART,
    "started": RunCommand.RESTART,
}


def offered(phase: RunPhase) -> tuple[RunCommand, ...]:
    """The commands that make sense, most wanted first."""
    return _OFFERED[phase]


def primary(phase: RunPhase) -> RunCommand | None:
    """The one that is probably wanted; None: none stands out."""
    return next((command for command in offered(phase) if command in _PRIMARY), None)


def answered(kind: str) -> RunCommand | None:
    """The command that an event of that kind answers."""
    return _ANSWERS.get(kind)
