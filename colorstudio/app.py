"""The application: makes the window and everything that it needs, in the right order."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from colorstudio import __version__, _bootstrap, log, paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from colorstudio.engine.alarm import Alarm
    from colorstudio.engine.workshop import Workshop
    from colorstudio.ui.main_window import MainWindow

logger = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window with the files given; the entry point for the double-click.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(prog="colorstudio-window", description="Colour for black-and-white scans.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="scans, folders and a project to open")
    parser.add_argument("--version", action="version", version=f"Color Studio {__version__}")
    parser.add_argument("--self-test", action="store_true", help="check the installation and exit")
    chosen, _ = parser.parse_known_args(arguments)
    return self_test() if chosen.self_test else run_window(chosen.files)


def run_window(files: Sequence[Path]) -> int:
    """Open the window and stay until it is closed.

    Args:
        files: scans, folders and a project to open.

    Returns:
        The exit status.
    """
    _bootstrap.prepare()
    from colorstudio.engine.alarm import Alarm

    app = make_application()
    alarm = Alarm()
    crash_log = log.CrashLog(paths.log_dir(), alarm.rung.emit)
    crash_log.install()
    log.install_qt_messages()
    try:
        return _run(app, alarm, files)
    except Exception:
        logger.critical("cannot start", exc_info=True)
        _tell_failure(crash_log.path)
        return 1
    finally:
        logger.info("closed")
        crash_log.uninstall()


def _run(app: QApplication, alarm: Alarm, files: Sequence[Path]) -> int:
    from PySide6.QtCore import QTimer

    from colorstudio.engine.file_open import FileOpenRequests
    from colorstudio.engine.termination import Termination

    window = build_window()
    termination = Termination()
    # Not `quit`, which closes the windows first, and they would ask about unsaved changes: the journal has them.
    termination.requested.connect(lambda: app.exit(0))
    window.closed.connect(app.quit)
    file_requests = FileOpenRequests()
    file_requests.requested.connect(window.open_paths)
    app.installEventFilter(file_requests)
    try:
        alarm.rung.connect(window.tell_unexpected)
        window.show()
        if files:
            window.open_paths(files)
        QTimer.singleShot(0, window.prepare)
        return app.exec()
    finally:
        termination.release()
        window.shut_down()


def _tell_failure(log_file: Path) -> None:
    """Say in one sentence, without a window, that there will be none."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QMessageBox

    text = QCoreApplication.translate("app", "Color Studio could not start; the log has the details: {log}")
    QMessageBox.critical(None, "Color Studio", text.format(log=log_file))


def self_test() -> int:
    """Check the installation: window, icon, Korean, colour. Prints one line for each check.

    Returns:
        0 when all is well, 1 otherwise.
    """
    _bootstrap.prepare()
    from colorstudio.ui.self_test import run_checks

    return int(run_checks(build_window()))


def make_application() -> QApplication:
    """Make the QApplication, with its name and icon, or return the one there is."""
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from colorstudio.engine.garbage import GarbageCollector

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    if app.findChild(GarbageCollector) is not None:
        return app  # it has all this: setting it again would tell every window there is
    GarbageCollector(app)
    app.setApplicationName("ColorStudio")
    app.setApplicationDisplayName("Color Studio")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("colorstudio")
    icon = QIcon()
    for size in (16, 32, 48, 128, 256):
        icon.addFile(str(paths.resources_dir() / "icons" / f"colorstudio-{size}.png"))
    app.setWindowIcon(icon)
    return app


def make_workshop() -> Workshop:
    """Make what opens scans and loads models; called in the worker's thread."""
    from colorstudio.engine.pipeline_workshop import PipelineWorkshop

    return PipelineWorkshop(paths.model_dirs(), paths.cache_dir())


def build_window() -> MainWindow:
    """Make the window with its settings, language, theme and engine; all live as long as it does."""
    from colorstudio.ui.studio import Studio

    return Studio(make_application(), make_workshop).window


if __name__ == "__main__":
    sys.exit(main())
