"""Start-up of the window against a bare PySide6 window: from the process's start to the first paint.

    uv run python benchmarks/startup.py [--runs N]

Both are timed in turn, on Qt's offscreen platform and, where Xvfb is installed, on X11; the first run of
each warms the caches and is not counted. Printed are the medians and their ratio.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Says when the first paint is done and quits; runs the application's own main() unchanged.
PROBE = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, self.report)
        return False

    def report(self):
        print("painted", flush=True)
        QApplication.instance().quit()

run = QApplication.exec

def run_until_painted(*arguments):
    probe = FirstPaint()
    QApplication.instance().installEventFilter(probe)
    return run()

QApplication.exec = staticmethod(run_until_painted)
"""
BARE = """
from PySide6.QtWidgets import QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.show()
sys.exit(QApplication.exec())
"""
REAL = """
from colorstudio.app import main
sys.exit(main())
"""


def first_paint(code: str, environment: dict[str, str]) -> float:
    """Seconds from starting a Python with `code` to its first paint."""
    started = time.perf_counter()
    command = [sys.executable, "-c", PROBE + code]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        seconds = time.perf_counter() - started
    if said != "painted" or process.returncode:
        raise SystemExit(f"the window did not come up: {said!r}, exit code {process.returncode}")
    return seconds


@contextmanager
def x11_display() -> Iterator[str]:
    """The name of a display of our own (Xvfb), which ends with the block."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def compare(platform: str, runs: int, environment: dict[str, str]) -> None:
    """Time both windows in turn on one Qt platform and print the medians."""
    environment = {**environment, "QT_QPA_PLATFORM": platform}
    times = [(first_paint(BARE, environment), first_paint(REAL, environment)) for _ in range(runs + 1)][1:]
    bare, real = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{platform}: bare window {bare:.3f} s, Color Studio {real:.3f} s, {real / bare:.2f} times, {runs} runs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each window")
    runs: int = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "COLORSTUDIO_HOME": home}
        compare("offscreen", runs, environment)
        if shutil.which("Xvfb"):
            with x11_display() as display:
                compare("xcb", runs, {**environment, "DISPLAY": display})


if __name__ == "__main__":
    main()
