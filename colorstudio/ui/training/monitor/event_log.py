"""What the run wrote, for experts: its events, or what its program and libraries printed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import Event
from colorstudio.engine.task_pool import TaskFinished, TaskPool
from colorstudio.engine.training.trainer import CONSOLE
from colorstudio.ui.widgets.calm_combo_box import CalmComboBox
from colorstudio.ui.widgets.retranslated import Retranslated

_MOST_LINES = 1000
_MOST_BYTES = 64 << 10
_EVENTS, _MESSAGES = 0, 1


class EventLog(Retranslated, QWidget):
    """Keeps the newest events, and shows them while it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._run: Path | None = None
        self._events: deque[Event] = deque(maxlen=_MOST_LINES)
        self._new, self._follows = 0, True
        self._tasks = TaskPool(parent=self)
        self._tasks.task_finished.connect(self._on_tasks_finished)
        self.choice, self._refresh, self._about = CalmComboBox(), QPushButton(), QLabel()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMaximumBlockCount(_MOST_LINES)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._about.setObjectName("hint")
        for _ in (_EVENTS, _MESSAGES):
            self.choice.addItem("")
        self._build()
        bar = self.text.verticalScrollBar()
        bar.rangeChanged.connect(self._on_text_range_changed)
        bar.valueChanged.connect(self._on_text_scrolled)
        self.choice.currentIndexChanged.connect(self._on_choice_changed)
        self._refresh.clicked.connect(self._on_refresh_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.choice.setItemText(_EVENTS, self.tr("Events"))
        self.choice.setItemText(_MESSAGES, self.tr("Messages of the program"))
        self.choice.setAccessibleName(self.tr("What is shown"))
        self.choice.setToolTip(self.tr("Events tell what the training does; messages tell more if it failed"))
        self._refresh.setText(self.tr("Read again"))
        self._refresh.setToolTip(self.tr("Read the messages again: they may have grown"))
        self._refresh.setAccessibleName(self._refresh.text())
        self.text.setAccessibleName(self.tr("Log of the training"))
        self._show_about()

    def show_run(self, run: Path | None) -> None:
        """Begin with the log of another run."""
        self._run = run
        self.forget()
        self._show_again()

    def forget(self) -> None:
        """The events so far are void."""
        self._events.clear()
        self._new, self._follows = 0, True
        if self.choice.currentIndex() == _EVENTS:
            self.text.clear()

    def add(self, events: Iterable[Event]) -> None:
        """Take new events; `show_new` shows them."""
        before = len(self._events)
        count = 0
        for event in events:
            self._events.append(event)
            count += 1
        self._new = min(self._new + count, before + count, _MOST_LINES)

    def show_new(self) -> None:
        """Show the events that came since, if they are seen."""
        if self._new == 0 or not self.isVisible() or self.choice.currentIndex() != _EVENTS:
            return
        newest = list(self._events)[-self._new :]
        self._new = 0
        self.text.appendPlainText("\n".join(map(event_line, newest)))

    def shutdown(self) -> None:
        """Wait until the thread has ended."""
        self._tasks.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while it was hidden."""
        super().showEvent(event)
        self.show_new()

    def _show_again(self) -> None:
        self.text.clear()
        self._refresh.setVisible(self.choice.currentIndex() == _MESSAGES)
        self._show_about()
        if self.choice.currentIndex() == _EVENTS:
            self._new = len(self._events)
            self.show_new()
        elif self._run is not None:
            self._tasks.start(partial(_read_messages, RunFolder(self._run)))

    def _show_about(self) -> None:
        if self.choice.currentIndex() == _EVENTS:
            self._about.setText(
                self.tr("The newest {count} events; all of them are in events.jsonl.").format(count=1000)
            )
        else:
            self._about.setText(self.tr("The ends of log.txt and {console}.").format(console=CONSOLE))

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.choice)
        bar.addWidget(self._refresh)
        bar.addWidget(self._about, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self.text, 1)

    @Slot(int, int)
    def _on_text_range_changed(self, first: int, last: int) -> None:
        """Stay at the end, also if there is less room for the lines than before."""
        if self._follows:
            self.text.verticalScrollBar().setValue(last)

    @Slot(int)
    def _on_text_scrolled(self, line: int) -> None:
        self._follows = line == self.text.verticalScrollBar().maximum()

    @Slot(int)
    def _on_choice_changed(self, index: int) -> None:
        self._show_again()

    @Slot()
    def _on_refresh_clicked(self) -> None:
        self._show_again()

    @Slot(object)
    def _on_tasks_finished(self, report: TaskFinished) -> None:
        if isinstance(report.result, tuple) and self.choice.currentIndex() == _MESSAGES:
            run, text = report.result
            if run == self._run:
                self.text.setPlainText(text)
                self.text.moveCursor(QTextCursor.MoveOperation.End)


def event_line(event: Event) -> str:
    """An event in one line: time, step, name, values."""
    moment = time.strftime("%H:%M:%S  ", time.localtime(event["time"])) if "time" in event else ""
    values = {name: value for name, value in event.items() if name not in ("event", "step", "time")}
    words = "  ".join(f"{name} {value}" for name, value in _flat(values))
    return f"{moment}{event['step']:>8}  {event.get('event', ''):<12}  {words}"


def _flat(values: Mapping[str, object], prefix: str = "") -> Iterable[tuple[str, object]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _read_messages(folder: RunFolder, token: CancelToken, progress: Progress) -> tuple[Path, str]:
    parts = [_end_of(path) for path in (folder.log_path, folder.path / CONSOLE)]
    return folder.path, "\n".join(part for part in parts if part)


def _end_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _MOST_BYTES))
            return file.read().decode("utf-8", errors="replace")
    except OSError:
        return ""
