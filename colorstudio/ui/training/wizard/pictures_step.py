"""The first step: which folders the model learns from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from colorstudio.ui.icons import BESIDE_WORDS, Icon, Tone, icon
from colorstudio.ui.training.wizard.headings import heading, narrow, quiet, title
from colorstudio.ui.widgets.retranslated import Retranslated

_LIST_HEIGHT = 200


class PicturesStep(Retranslated, QWidget):
    """Folders, dropped or chosen."""

    changed = Signal()
    """Other folders than before."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._hint, self._title = heading(), quiet(), title()
        self._target = _DropPlace()
        self._list = _FolderList()
        self._list.setMaximumHeight(_LIST_HEIGHT)
        self._remove = QPushButton(icon(Icon.REMOVE), "")
        self._remove.setIconSize(BESIDE_WORDS)
        self._layouts = quiet()
        self._target.choose.clicked.connect(self._on_choose_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._list.removal_wanted.connect(self._on_remove_clicked)
        self._list.currentRowChanged.connect(self._show_state)
        self._build()
        self.retranslate()
        self._show_state()

    def retranslate(self) -> None:
        """Set the words."""
        self._heading.setText(self.tr("Which colour pictures shall the model learn from?"))
        self._hint.setText(
            self.tr(
                "Colour slides, prints or plates that are like the black-and-white pictures you want to colour. "
                "From 200 pictures on it is worth a night; more rolls and books teach more than more of the same."
            )
        )
        self._target.set_words(self.tr("Drop folders here"), self.tr("Choose a folder…"))
        self._target.choose.setToolTip(self.tr("Adds a folder; the folders inside it are looked through as well."))
        self._title.setText(self.tr("Folders"))
        self._list.setAccessibleName(self.tr("Folders with pictures"))
        self._list.setToolTip(self.tr("The folders that the model learns from; Del takes one out of the list."))
        self._remove.setText(self.tr("Take out of the list"))
        self._remove.setToolTip(self.tr("The folder itself and its pictures stay as they are."))
        self._layouts.setText(
            self.tr(
                "Colour pictures alone are enough: their grey is computed. Pairs of a colour and a black-and-white "
                "picture are found by their names, and so is the layout of Victorian400. Your files are never changed."
            )
        )

    def folders(self) -> tuple[str, ...]:
        """The folders, in the order in which they came."""
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def add_folders(self, paths: Iterable[Path]) -> list[Path]:
        """Add folders; what is no folder is given back."""
        others, known = [], set(self.folders())
        for path in paths:
            if not path.is_dir():
                others.append(path)
            elif str(path.absolute()) not in known:
                self._list.addItem(str(path.absolute()))
                known.add(str(path.absolute()))
        if set(self.folders()) and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._show_state()
        self.changed.emit()
        return others

    def set_awaits_drop(self, awaits: bool) -> None:
        """Show that what is dragged may be dropped."""
        self._target.setProperty("awaited", awaits)
        self._target.style().unpolish(self._target)
        self._target.style().polish(self._target)

    def clear(self) -> None:
        """Begin afresh."""
        self._list.clear()
        self._show_state()
        self.changed.emit()

    @Slot()
    def _show_state(self) -> None:
        has_folders = self._list.count() > 0
        for part in (self._title, self._list, self._remove):
            part.setVisible(has_folders)
        self._remove.setEnabled(self._list.currentRow() >= 0)

    @Slot()
    def _on_choose_clicked(self) -> None:
        folders = self.folders()
        start = str(Path(folders[-1]).parent) if folders else ""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder with colour pictures"), start)
        if folder:
            self.add_folders([Path(folder)])

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._list.takeItem(self._list.currentRow())
        self._show_state()
        self.changed.emit()

    def _build(self) -> None:
        layout = narrow(self)
        for part in (self._heading, self._hint, self._target):
            layout.addWidget(part)
        layout.addWidget(self._layouts)
        line = QHBoxLayout()
        line.addWidget(self._title, 1)
        line.addWidget(self._remove)
        layout.addLayout(line)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)


class _DropPlace(QFrame):
    """Shows where folders can be dropped; the page takes them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dropPlace")
        self._picture, self._words = QLabel(), QLabel()
        self.choose = QPushButton(icon(Icon.OPEN, Tone.ON_ACCENT), "")
        self.choose.setObjectName("primaryButton")
        self.choose.setIconSize(BESIDE_WORDS)
        self._picture.setPixmap(icon(Icon.FOLDER, Tone.QUIET).pixmap(QSize(48, 48)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        for part in (self._picture, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignCenter)

    def set_words(self, invitation: str, button: str) -> None:
        """Set the words."""
        self._words.setText(invitation)
        self.choose.setText(button)


class _FolderList(QListWidget):
    """Folders; Del takes one out."""

    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the folder out with Del."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
