"""How smooth the training monitor stays: a run that writes 1,000 events a second, and a long run that is opened.

    uv run python benchmarks/training_monitor.py [--seconds N] [--rate N] [--events N]

Opens the real window, 1280 x 800, on Qt's offscreen platform. Another process writes the events of a made-up run; for
each tab a timer of 5 ms in the window tells how long its thread was away at most. Then a run with many events is
opened. Printed are the longest and the 99th percentile of these stalls in milliseconds, how much of the longest its
thread was really working (the rest it waited for the processor, which others may have had), how far the monitor lags
behind the events, how the memory grows, and how much of a core the window takes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from colorstudio.app import build_window
from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import RunState
from colorstudio.core.training_config import from_dict
from colorstudio.engine.training.run_library import RunSummary
from colorstudio.paths import runs_dir
from colorstudio.ui.training.monitor_page import MonitorPage

TRAINING = 1
TABS = ("pictures", "curves", "log")
STEPS = 10_000_000

# Holds the run folder like a trainer, and writes steps at a rate until it is killed.
WRITER = """
import json, sys, time
from pathlib import Path
from benchmarks.training_monitor import step_line
from colorstudio.core.run_folder import RunFolder
folder, rate = RunFolder(Path(sys.argv[1])), float(sys.argv[2])
with folder.locked(), folder.events_path.open("a") as file:
    begun, done = time.monotonic(), 0
    while True:
        due = int((time.monotonic() - begun) * rate)
        file.writelines(step_line(number + 1) for number in range(done, due))
        file.flush()
        done = due
        time.sleep(0.01)
"""


def step_line(number: int) -> str:
    """A step event as the trainer writes it."""
    noise = (number * 2654435761 % 1000) / 1000
    figures = {name: round(0.3 + noise, 6) for name in ("loss_D_fake", "loss_D_real", "loss_G_GAN")}
    figures |= {"loss_G_L1": round(0.05 + noise / 20, 6), "loss_G": round(5 + noise, 6), "lr": 2e-4}
    speeds = {"pictures_per_second": round(8 + noise, 2), "seconds_left": 3600.0}
    event = {"event": "step", "step": number, "time": round(time.time(), 2), **figures, **speeds}
    return json.dumps(event) + "\n"


def make_run(name: str, events: int = 0) -> RunFolder:
    """A run folder with so many steps."""
    folder = RunFolder(runs_dir() / name)
    folder.create(from_dict({}))
    folder.append_event({"event": "started", "step": 0, "steps": STEPS, "pictures": 300, "time": time.time()})
    with folder.events_path.open("a", encoding="utf-8") as file:
        file.writelines(step_line(number) for number in range(1, events + 1))
    return folder


class Pulse(QObject):
    """Tells how long the window's thread was away."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.gaps: list[float] = []
        self.works: list[float] = []
        self._worked = time.thread_time()
        self._clock.start()
        self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.gaps.append(self._clock.nsecsElapsed() / 1e6)
        self.works.append((time.thread_time() - self._worked) * 1e3)
        self._worked = time.thread_time()
        self._clock.restart()

    def take(self) -> str:
        """Longest and 99th percentile since the last call."""
        gaps, works = np.array(self.gaps), np.array(self.works)
        self.gaps, self.works = [], []
        stalls = f"longest stall {gaps.max():5.0f} ms, 99th percentile {np.percentile(gaps, 99):4.0f} ms"
        return f"{stalls}, longest work {works.max():4.0f} ms"


def live(seconds: float) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def show(monitor: MonitorPage, folder: RunFolder) -> None:
    """Follow a run."""
    monitor.show_run(RunSummary(folder.path, folder.read_config(), RunState(), 0.0))


def resident() -> float:
    """Memory of this process in MB, where the system tells it."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if status.exists() else 0.0


def measure_live(window: Any, monitor: MonitorPage, pulse: Pulse, rate: float, seconds: float) -> None:
    """Follow a run that writes `rate` events a second, `seconds` in each tab."""
    folder = make_run("live")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(Path(__file__).parent.parent), *sys.path))}
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(folder.path), str(rate)], env=environment)
    try:
        show(monitor, folder)
        live(3)
        before = resident()
        for tab, name in enumerate(TABS):
            monitor.tabs.setCurrentIndex(tab)
            live(2)  # the first time curves are shown they are made, which is measured below
            print(f"  {name:<9} first shown   {pulse.take()}")
            begun = time.process_time()
            live(seconds)
            share = (time.process_time() - begun) / seconds
            last = sum(1 for _ in folder.events_path.open("rb")) - 1
            print(
                f"  {name:<9} at {rate:.0f}/s    {pulse.take()}, {last - monitor._record.step} events behind, "
                f"{share:.0%} of a core"
            )
        print(f"  {monitor._record.step:,} events; memory grew by {resident() - before:.0f} MB")
    finally:
        writer.kill()
        writer.wait()


def measure_opening(monitor: MonitorPage, pulse: Pulse, events: int) -> None:
    """Open a run that is there with many events, curves shown."""
    folder = make_run("long", events)
    monitor.tabs.setCurrentIndex(TABS.index("curves"))
    live(1)
    pulse.take()
    begun = time.perf_counter()
    show(monitor, folder)
    while monitor._record.step < events:
        live(0.05)
    print(f"  {events:,} events in {time.perf_counter() - begun:.1f} s   {pulse.take()}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--rate", type=float, default=1000.0)
    parser.add_argument("--events", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["COLORSTUDIO_HOME"] = home
        application = QApplication(sys.argv[:1])
        window = build_window()
        window.resize(1280, 800)
        window.show()
        window._rail.choose(TRAINING)
        window.training._pages.setCurrentWidget(window.training.monitor)
        pulse, monitor = Pulse(), window.training.monitor
        live(2)
        pulse.take()
        print("following a run")
        measure_live(window, monitor, pulse, arguments.rate, arguments.seconds)
        print("opening a run")
        measure_opening(monitor, pulse, arguments.events)
        window.close()
        application.processEvents()


if __name__ == "__main__":
    main()
