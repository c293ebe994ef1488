"""What a run is doing, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.core.run_state import RunPhase, RunState
from colorstudio.core.training_config import TrainingConfig
from colorstudio.engine.training.run_library import RunSummary
from colorstudio.ui.i18n import current_language
from colorstudio.ui.widgets.message_bar import MessageKind

_WORDS = {
    RunPhase.STARTING: QT_TRANSLATE_NOOP("training", "Preparing the pictures"),
    RunPhase.RUNNING: QT_TRANSLATE_NOOP("training", "Learning: {share} %"),
    RunPhase.PAUSED: QT_TRANSLATE_NOOP("training", "Paused at {share} %"),
    RunPhase.WAITING: QT_TRANSLATE_NOOP("training", "Waits for room on the disk"),
    RunPhase.FINISHING: QT_TRANSLATE_NOOP("training", "Measuring the result"),
    RunPhase.STOPPED: QT_TRANSLATE_NOOP("training", "Stopped at {share} %"),
    RunPhase.FAILED: QT_TRANSLATE_NOOP("training", "Failed at {share} %"),
    RunPhase.FINISHED: QT_TRANSLATE_NOOP("training", "Finished"),
    RunPhase.LOST: QT_TRANSLATE_NOOP("training", "Interrupted at {share} %"),
}


def run_title(config: TrainingConfig) -> str:
    """The name of the model that a run makes."""
    return config.pack.name_ko if current_language() == "ko" else config.pack.name_en


def state_words(state: RunState) -> str:
    """What a run is doing: "Learning: 42 %"."""
    text = QCoreApplication.translate("training", _WORDS[state.phase])
    return text.format(share=round(100 * progress(state)))


def progress(state: RunState) -> float:
    """How far a run is, 0..1."""
    if state.phase is RunPhase.FINISHED:
        return 1.0
    return min(1.0, state.step / state.steps) if state.steps else 0.0


def ended_words(run: RunSummary) -> tuple[str, MessageKind]:
    """That a run has ended, and how much that matters; the page of the run tells more."""
    name = run_title(run.config)
    if run.state.phase is RunPhase.FINISHED:
        text = QCoreApplication.translate("training", "The training “{name}” is finished.")
        return text.format(name=name), MessageKind.INFO
    if run.state.phase is RunPhase.STOPPED:
        text = QCoreApplication.translate("training", "The training “{name}” has stopped and can be resumed.")
        return text.format(name=name), MessageKind.INFO
    text = QCoreApplication.translate("training", "The training “{name}” has ended before its time.")
    return text.format(name=name), MessageKind.ERROR


def wants_attention(state: RunState) -> bool:
    """Whether the archivist wants to see a run first when the window is opened: it goes on, or was cut off."""
    return state.phase.is_alive or state.phase is RunPhase.LOST
