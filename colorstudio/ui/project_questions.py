"""What the archivist is asked about projects."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from colorstudio.core.project_file import SUFFIX


class Answer(Enum):
    """What is to become of unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class ProjectQuestions:
    """Asks with the dialogs of the desktop.

    Args:
        window: the dialogs' parent.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def unsaved(self, name: str) -> Answer:
        """Ask whether unsaved changes are to be kept.

        Args:
            name: of the project; empty: it was never saved.
        """
        box = QMessageBox(self._window)
        box.setWindowTitle("Color Studio")
        box.setText(_unsaved_text(name))
        box.setInformativeText(
            QCoreApplication.translate(
                "projects", "A project keeps what was done to the scans; the scans stay as they are."
            )
        )
        texts = {
            Answer.SAVE: QCoreApplication.translate("projects", "&Save"),
            Answer.DISCARD: QCoreApplication.translate("projects", "&Don't save"),
            Answer.CANCEL: QCoreApplication.translate("projects", "Cancel"),
        }
        roles = QMessageBox.ButtonRole
        save = box.addButton(texts[Answer.SAVE], roles.AcceptRole)
        discard = box.addButton(texts[Answer.DISCARD], roles.DestructiveRole)
        cancel = box.addButton(texts[Answer.CANCEL], roles.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        answers: dict[QAbstractButton, Answer] = {save: Answer.SAVE, discard: Answer.DISCARD}
        return answers.get(box.clickedButton(), Answer.CANCEL)

    def project_to_open(self, folder: Path | None) -> Path | None:
        """Ask for a project file; None: none was chosen."""
        title = QCoreApplication.translate("projects", "Open a project")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(folder or ""), _filter())
        return Path(name) if name else None

    def project_to_save(self, proposed: Path) -> Path | None:
        """Ask where to save a project; a name without the ending gets it. None: nowhere."""
        title = QCoreApplication.translate("projects", "Save the project")
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), _filter())
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() == SUFFIX:
            return path
        path = path.with_name(path.name + SUFFIX)
        return path if not path.exists() or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        """Ask before a file is replaced that the file dialog could not ask about, since the ending was added."""
        question = QCoreApplication.translate("projects", "{name} exists already. Replace it?").format(name=path.name)
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        return QMessageBox.question(self._window, "Color Studio", question, buttons) == QMessageBox.StandardButton.Yes


def _unsaved_text(name: str) -> str:
    if name:
        return QCoreApplication.translate("projects", "Save the changes to {name}?").format(name=name)
    return QCoreApplication.translate("projects", "Save what you did as a project?")


def _filter() -> str:
    return QCoreApplication.translate("projects", "Color Studio projects") + f" (*{SUFFIX})"
