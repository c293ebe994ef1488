"""The archivist's hand in the wizard: what tests press, drop and read there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from studio_window import wait_for

from colorstudio.core.run_folder import RunFolder
from colorstudio.ui.training.wizard.time_words import duration_words
from colorstudio.ui.training.wizard_page import WizardPage

LEFT = Qt.MouseButton.LeftButton


def press(page: WizardPage, text: str) -> None:
    """Press the visible button with that text."""
    workspace = page.window().training
    buttons = [each for each in workspace.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    assert len(buttons) == 1, (text, len(buttons))
    QTest.mouseClick(buttons[0], LEFT)


def drop(page: WizardPage, *paths: Path) -> None:
    """Drop files or folders on the workspace."""
    target = page.window().training
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, buttons, keys))


def checked(qtbot: QtBot, page: WizardPage, folder: Path) -> WizardPage:
    """The wizard at its second step, with an answer."""
    drop(page, folder)
    press(page, "Next")
    wait_for(qtbot, lambda: page.check.selection)
    return page


def timed(qtbot: QtBot, page: WizardPage, folder: Path) -> WizardPage:
    """The wizard at its last step, with an estimate."""
    checked(qtbot, page, folder)
    press(page, "Next")
    press(page, "Next")
    wait_for(qtbot, lambda: page.time.estimate)
    return page


def words_on(widget: QWidget) -> str:
    """All visible labels."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def start(qtbot: QtBot, page: WizardPage) -> None:
    """Start the run, and wait until its process has ended."""
    press(page, "Start training")
    wait_for(qtbot, lambda: not page._context.trainer._processes)


def heading(seconds: float) -> str:
    """How the time step says a duration."""
    return duration_words(seconds).capitalize()


def sole_run(page: WizardPage) -> RunFolder:
    """The run that was started."""
    (path,) = page._context.runs.folder.iterdir()
    return RunFolder(path)
