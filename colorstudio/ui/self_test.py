"""Checks of an installation: the window, its icon, Korean, and a scan brought to colour."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from colorstudio.core.errors import ColorStudioError
from colorstudio.engine.messages import ChromaReady, JobFailed
from colorstudio.ui.i18n import error_text
from colorstudio.ui.main_window import MainWindow

_PATIENCE_MS = 60_000


def run_checks(window: MainWindow) -> int:
    """Run all checks and print one line for each; closes the window.

    Args:
        window: not shown yet.

    Returns:
        0 when all is well, 1 otherwise.
    """
    checks: dict[str, Callable[[MainWindow], str]] = {
        "window": _check_window,
        "icon": _check_icon,
        "korean": _check_korean,
        "colour": _check_colour,
    }
    failures = 0
    for name, check in checks.items():
        problem = _problem(check, window)
        print(f"{'ok  ' if not problem else 'FAIL'} {name}{': ' + problem if problem else ''}", flush=True)
        failures += bool(problem)
    window.close()
    return int(failures > 0)


def _problem(check: Callable[[MainWindow], str], window: MainWindow) -> str:
    try:
        return check(window)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _check_window(window: MainWindow) -> str:
    window.show()
    QCoreApplication.processEvents()
    return "" if window.isVisible() and not window.grab().isNull() else "it does not show"


def _check_icon(window: MainWindow) -> str:
    from colorstudio.ui.icons import Icon, icon

    if icon(Icon.OPEN).pixmap(24, 24).isNull():
        return "the icon font is missing"
    return "" if not QApplication.windowIcon().pixmap(32, 32).isNull() else "the application's icon is missing"


def _check_korean(window: MainWindow) -> str:
    language = window.preferences.settings.language
    window.preferences.change(language="ko")
    translated = QCoreApplication.translate("actions", "&Open…")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    cancel = box.buttons()[0].text()
    window.preferences.change(language=language)
    if translated == "&Open…":
        return "the catalogue is missing"
    return "" if "Cancel" not in cancel else "Qt's own catalogue is missing"


def _check_colour(window: MainWindow) -> str:
    """Colour a picture of 64 x 64 pixels through the window."""
    from colorstudio.engine.export_job import ExportJob

    del ExportJob  # imported so that a frozen application that lacks it fails here
    loop = QEventLoop()
    answers: list[ChromaReady | ColorStudioError] = []

    def take(report: ChromaReady | JobFailed) -> None:
        if isinstance(report, JobFailed) or report.final:
            answers.append(report.error if isinstance(report, JobFailed) else report)
            loop.quit()

    window.engine.chroma_ready.connect(take)
    window.engine.job_failed.connect(take)
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    with tempfile.TemporaryDirectory() as folder:
        window.open_paths([_write_picture(Path(folder))])
        loop.exec()
    if not answers:
        return "no answer"
    return error_text(answers[0]) if isinstance(answers[0], ColorStudioError) else ""


def _write_picture(folder: Path) -> Path:
    import numpy as np
    from PIL import Image

    path = folder / "self-test.png"
    Image.fromarray(np.linspace(0, 255, 64 * 64).reshape(64, 64).astype(np.uint8)).save(path)
    return path
