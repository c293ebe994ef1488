"""The log: a rotating file from the first moment, and the last words of a crash.

A person never sees a stack trace: unexpected errors go to the log, and the window is told
through `on_unexpected` that something went wrong and where the log is.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

_FORMAT = "%(asctime)s %(levelname)-8s %(threadName)s %(name)s: %(message)s"
_MAX_BYTES = 1_000_000
_KEPT_FILES = 3

logger = logging.getLogger("colorstudio")


class CrashLog:
    """Owns the log files of this process and the hooks that write to them.

    Args:
        folder: where `colorstudio.log` and `crash.log` are written; it exists.
        on_unexpected: called, in any thread, after an unexpected error was logged.
    """

    def __init__(self, folder: Path, on_unexpected: Callable[[], None]) -> None:
        self.path = folder / "colorstudio.log"
        self._on_unexpected = on_unexpected
        self._crash_path = folder / "crash.log"
        self._crash_file: IO[str] | None = None
        self._handler: logging.Handler | None = None

    def install(self) -> None:
        """Start logging and take over the hooks for errors that nobody caught."""
        self._handler = RotatingFileHandler(
            self.path, maxBytes=_MAX_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(logging.Formatter(_FORMAT))
        root = logging.getLogger()
        root.addHandler(self._handler)
        root.setLevel(logging.INFO)
        logging.getLogger("pyvips").setLevel(logging.WARNING)  # it tells of every step of a pipeline
        self._crash_file = self._crash_path.open("a", encoding="utf-8")
        faulthandler.enable(self._crash_file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        logger.info("started on %s, Python %s", platform.platform(), platform.python_version())

    def uninstall(self) -> None:
        """Give the hooks back and close the files."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        if self._crash_file:
            self._crash_file.close()
        if self._handler:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()

    def _on_exception(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        logger.critical("unexpected error", exc_info=(kind, error, traceback))
        self._on_unexpected()

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def install_qt_messages() -> None:
    """Send Qt's own messages to the log instead of a console that nobody sees."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    qt_logger = logging.getLogger("qt")

    def handle(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        qt_logger.log(levels.get(kind, logging.WARNING), "%s", text)

    qInstallMessageHandler(handle)
