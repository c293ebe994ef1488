"""The monitor of a run without a window around it, for made-up runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from run_events import Events, write_run

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import RunState
from colorstudio.core.training_config import TrainingConfig, from_dict
from colorstudio.engine.training.run_library import RunLibrary, RunSummary
from colorstudio.engine.training.trainer import Trainer
from colorstudio.ui.i18n import use_language
from colorstudio.ui.training.context import TrainingContext
from colorstudio.ui.training.monitor_page import MonitorPage
from colorstudio.ui.widgets.message_bar import MessageBar

CONFIG: dict[str, Any] = {"pack": {"name_en": "Slides", "name_ko": "슬라이드"}, "batch_size": 4}
PICTURES, CURVES, LOG = range(3)
"""Tabs."""


class Answers:
    """Answers what the monitor asks."""

    def __init__(self) -> None:
        self.stops = True
        self.asked: list[str] = []

    def may_stop_now(self, lost: str) -> bool:
        self.asked.append(lost)
        return self.stops

    def show_tensorboard(self, run: Path, *, is_written: bool) -> None:
        self.asked.append(f"{run.name} {is_written}")


class Held:
    """The owner of a run folder that a process works on."""

    alive = True


@contextmanager
def open_monitor(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[MonitorPage]:
    """Show the monitor, without a run."""
    use_language(qapp, "en")
    host = QWidget()
    qtbot.addWidget(host)
    trainer, library = Trainer(host), RunLibrary(folder / "runs", host)
    known = {"window": host, "messages": MessageBar(host), "trainer": trainer, "runs": library}
    unknown = dict.fromkeys(set(TrainingContext.__dataclass_fields__) - known.keys())
    context: Any = TrainingContext
    page = MonitorPage(context(**known, **unknown))
    qtbot.addWidget(page)
    page.questions = Answers()  # type: ignore[assignment]
    page.resize(1040, 720)
    page.show()
    try:
        yield page
    finally:
        page.shutdown()
        library.shutdown()


def follow(page: MonitorPage, path: Path, events: Events, config: TrainingConfig | None = None) -> RunFolder:
    """Make a run of those events, and show it."""
    folder = write_run(path, events, config or from_dict(CONFIG))
    page.show_run(RunSummary(path, folder.read_config(), RunState(), 0.0))
    return folder


def newest_step(page: MonitorPage) -> int:
    """How far the monitor has read."""
    return page._record.step
