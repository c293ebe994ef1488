from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from colorstudio.log import CrashLog


@pytest.fixture
def told() -> list[bool]:
    return []


@pytest.fixture
def crash_log(tmp_path: Path, told: list[bool]) -> Iterator[CrashLog]:
    log = CrashLog(tmp_path, lambda: told.append(True))
    log.install()
    yield log
    log.uninstall()


def test_an_uncaught_error_is_logged_and_told(crash_log: CrashLog, told: list[bool]) -> None:
    try:
        raise ValueError("surprise")
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    assert told == [True]
    assert "ValueError: surprise" in crash_log.path.read_text()


def test_an_uncaught_error_of_a_thread_is_logged_and_told(crash_log: CrashLog, told: list[bool]) -> None:
    def fail() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert told == [True]
    assert "ValueError: in a thread" in crash_log.path.read_text()


def test_the_log_rotates(crash_log: CrashLog) -> None:
    for number in range(120):
        logging.getLogger("colorstudio").info("%s %s", number, "x" * 20_000)
    assert crash_log.path.stat().st_size < 1_100_000
    assert crash_log.path.with_suffix(".log.1").exists()


def test_a_hard_crash_leaves_its_last_words(tmp_path: Path) -> None:
    code = f"""
import faulthandler, pathlib
from colorstudio.log import CrashLog
CrashLog(pathlib.Path({str(tmp_path)!r}), lambda: None).install()
faulthandler._sigsegv()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Segmentation fault" in (tmp_path / "crash.log").read_text()
