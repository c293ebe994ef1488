"""The monitor's sentences: what a run is doing, how long it will take, how it is."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from colorstudio.core.run_findings import CONTEXT
from colorstudio.core.run_health import Finding
from colorstudio.core.run_record import RunRecord, Stage
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig
from colorstudio.ui.device_words import cpu_words
from colorstudio.ui.training.wizard.time_words import duration_words, until_words


def situation_words(state: RunState, record: RunRecord) -> str:
    """One or two sentences about what a run is doing and what that means; '' while it simply trains."""
    if state.phase is RunPhase.STARTING:
        return _stage_words(record.stage) if record.stage else _starting_words()
    if state.phase is RunPhase.FINISHING:
        words = QCoreApplication.translate("monitor", "All steps are made; the model is measured and written.")
        return f"{words} {_stage_words(record.stage)}" if record.stage else words
    if state.phase is RunPhase.FAILED:
        return _failure_words(state)
    if state.phase is RunPhase.LOST:
        return _lost_words(record)
    return {
        RunPhase.PAUSED: QCoreApplication.translate(
            "monitor", "Its work is saved, and the computer is free for other things. It goes on when you resume it."
        ),
        RunPhase.WAITING: QCoreApplication.translate(
            "monitor", "Nothing is lost. Make room on the disk, and the training goes on by itself."
        ),
        RunPhase.STOPPED: _saved_words(record),
        RunPhase.FINISHED: QCoreApplication.translate(
            "monitor", "The model is made. See how it compares before you use it."
        ),
    }.get(state.phase, "")


def step_words(state: RunState) -> str:
    """How far a run is: "Step 996 of 5,312"."""
    if not state.steps:
        return ""
    numbers = (QLocale().toString(number) for number in (state.step, state.steps))
    return QCoreApplication.translate("monitor", "Step {step} of {steps}").format_map(
        dict(zip(("step", "steps"), numbers, strict=True))
    )


def time_words(state: RunState, record: RunRecord, config: TrainingConfig) -> str:
    """How long a training run will take: "about 65 minutes left, until 18:52"; '' where it is not known."""
    seconds = seconds_left(state, record, config)
    if seconds is None:
        return ""
    left = QCoreApplication.translate("monitor", "{duration} left").format(duration=duration_words(seconds))
    return f"{left}, {until_words(QDateTime.currentDateTime(), seconds)}"


def seconds_left(state: RunState, record: RunRecord, config: TrainingConfig) -> float | None:
    """Seconds until a training run has made its steps; None: it makes none, or it is not known yet."""
    if state.phase is not RunPhase.RUNNING or not state.steps:
        return None
    if record.seconds_left is not None:
        passed = max(0.0, time.time() - record.newest_time) if record.newest_time else 0.0
        return max(0.0, record.seconds_left - passed)
    speed = record.series["pictures_per_second"].recent()
    if not speed > 0:
        return None
    return (state.steps - state.step) * config.batch_size / speed


def facts_words(state: RunState, record: RunRecord, config: TrainingConfig) -> list[str]:
    """What a run works with: speed, pictures, passes, device."""
    facts, found = record.facts, []
    if state.phase is RunPhase.RUNNING and state.pictures_per_second:
        speed = QLocale().toString(state.pictures_per_second, "f", 1)
        found.append(QCoreApplication.translate("monitor", "{speed} pictures a second").format(speed=speed))
    pictures = int(facts.get("pictures", 0))
    if pictures:
        found.append(_pictures_words(pictures, int(facts.get("held_out", 0))))
    if pictures and state.steps:
        passes = math.ceil(state.steps * config.batch_size / pictures)
        number = min(passes, math.floor(state.step * config.batch_size / pictures) + 1)
        found.append(
            QCoreApplication.translate("monitor", "pass {number} of {passes}").format(number=number, passes=passes)
        )
    device = _device_words(facts)
    return [*found, device] if device else found


def finding_words(finding: Finding) -> tuple[str, str, str]:
    """Title, meaning and remedy in the window's language."""
    words = finding.words
    title, text, remedy = (
        QCoreApplication.translate(CONTEXT, template).format(**finding.values) if template else ""
        for template in (words.title, words.text, words.remedy)
    )
    return title, text, remedy


def _device_words(facts: Mapping[str, Any]) -> str:
    if facts.get("device") != "cpu":
        return str(facts.get("device_label") or facts.get("device", "").upper())
    return cpu_words(int(facts.get("threads", 0)) * int(facts.get("processes", 1)))


def _starting_words() -> str:
    return QCoreApplication.translate("monitor", "The training program is starting.")


def _stage_words(stage: Stage) -> str:
    if stage.what == "measuring":
        words = QCoreApplication.translate("monitor", "Measuring: {done} of {total} pictures.")
    else:
        words = QCoreApplication.translate("monitor", "Reading the pictures: {done} of {total}.")
    return words.format(done=QLocale().toString(stage.done), total=QLocale().toString(stage.total))


def _failure_words(state: RunState) -> str:
    template, values = state.failure
    if not template:
        return QCoreApplication.translate("monitor", "It ended with an error; the log tells more.")
    try:
        return QCoreApplication.translate("errors", template).format(**values)
    except (KeyError, IndexError, ValueError):
        return template


def loss_words(record: RunRecord) -> str:
    """How much of a run is lost if it ended where its events end."""
    if record.step <= record.saved_step:
        return QCoreApplication.translate("monitor", "Nothing is lost.")
    seconds = record.seconds_since_saved()
    if seconds is None:
        words = QCoreApplication.translate("monitor", "The steps after step {step} are lost.")
        return words.format(step=QLocale().toString(record.saved_step))
    minutes = max(1, math.ceil(seconds / 60))
    if minutes == 1:
        return QCoreApplication.translate("monitor", "At most a minute of work is lost.")
    return QCoreApplication.translate("monitor", "At most {count} minutes of work are lost.").format(count=minutes)


def _lost_words(record: RunRecord) -> str:
    happened = QCoreApplication.translate(
        "monitor", "The computer was switched off, or the training was ended from outside."
    )
    remedy = QCoreApplication.translate("monitor", "Resume it, and it goes on from what was saved last.")
    return f"{happened} {loss_words(record)} {remedy}"


def _saved_words(record: RunRecord) -> str:
    words = QCoreApplication.translate("monitor", "Its work is saved up to step {step}; it can be resumed at any time.")
    return words.format(step=QLocale().toString(record.saved_step))


def _pictures_words(pictures: int, held_out: int) -> str:
    words = QCoreApplication.translate("monitor", "{pictures} pictures, {held_out} kept for measuring")
    return words.format(pictures=QLocale().toString(pictures), held_out=QLocale().toString(held_out))
