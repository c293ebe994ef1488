"""What the archivist is asked or told about a run in a dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


class MonitorQuestions:
    """Asks with the dialogs of the desktop.

    Args:
        window: the dialogs' parent.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def may_stop_now(self, lost: str) -> bool:
        """Ask whether a run is to end without saving.

        Args:
            lost: a sentence about what would be lost.
        """
        box = QMessageBox(self._window)
        box.setWindowTitle("Color Studio")
        box.setText(QCoreApplication.translate("monitor", "Stop the training now, without saving?"))
        box.setInformativeText(lost)
        stop = box.addButton(QCoreApplication.translate("monitor", "Stop now"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(QCoreApplication.translate("monitor", "Go on"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is stop

    def show_tensorboard(self, run: Path, *, is_written: bool) -> None:
        """Tell how TensorBoard shows a run.

        Args:
            run: its folder.
            is_written: whether the run writes files for it.
        """
        box = QMessageBox(self._window)
        box.setWindowTitle("TensorBoard")
        if not is_written:
            box.setText(QCoreApplication.translate("monitor", "This training writes no files for TensorBoard."))
            box.setInformativeText(
                QCoreApplication.translate(
                    "monitor", "They can be switched on for a new training, on the page for experts, before it starts."
                )
            )
            box.addButton(QMessageBox.StandardButton.Close)
            box.exec()
            return
        command = f'tensorboard --logdir "{run}"'
        box.setText(QCoreApplication.translate("monitor", "Show this training in TensorBoard with this command:"))
        box.setInformativeText(command)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = box.addButton(
            QCoreApplication.translate("monitor", "Copy the command"), QMessageBox.ButtonRole.ActionRole
        )
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(command)
