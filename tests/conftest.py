"""What holds for every test: no screen, no network, no trace in the user's folders, few threads.

The environment is set while this file is imported, before numpy, torch and Qt read it, and is
inherited by the subprocesses that tests start.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VIPS_CONCURRENCY"):
    os.environ.setdefault(_variable, "1")

import numpy as np  # noqa: E402 - after the number of threads is set

# The same examples in every run, and no deadline: a busy machine is not a fault.
settings.register_profile("colorstudio", derandomize=True, deadline=None)
settings.load_profile("colorstudio")

_home = tempfile.mkdtemp(prefix="colorstudio-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["COLORSTUDIO_HOME"] = _home

_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the machine: the application makes none."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        leaves = isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK)
        if leaves:
            raise AssertionError(f"a test tried to connect to {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _clear_clipboard() -> None:
    """Let go of what a test copied: data that Python made must not outlive Python."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Delete the windows of a test at its end.

    Later ones would still send them events, such as a change of the language, when Python has already let go of
    the objects in them.
    """
    yield
    core = sys.modules.get("PySide6.QtCore")
    if core and core.QCoreApplication.instance():
        _clear_clipboard()
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    if not gc.isenabled():  # a window was made, and many tests have no event loop that would collect
        from colorstudio.engine.garbage import collect_if_due

        collect_if_due()


@pytest.fixture
def rng() -> np.random.Generator:
    """Random numbers that are the same in every run."""
    return np.random.default_rng(20240229)
