"""Scans of the project whose files are missing or have changed: found again, or taken as they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from colorstudio.ui.icons import Icon, icon
from colorstudio.ui.master_doubts import Doubt, MasterDoubts

if TYPE_CHECKING:
    from colorstudio.pipeline.projects import CheckedMaster

_NUMBER = Qt.ItemDataRole.UserRole


class MastersDialog(QDialog):
    """Lists the masters in doubt, and lets the archivist decide about each.

    Args:
        doubts: the masters; the dialog follows what is found.
        parent: the window.
    """

    def __init__(self, doubts: MasterDoubts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts = doubts
        self.setWindowTitle(self.tr("Missing and changed scans"))
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Scans that are missing or have changed"))
        self._list.setHeaderLabels([self.tr("Scan"), self.tr("State"), self.tr("Looked for in")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.currentItemChanged.connect(self._on_list_current_item_changed)
        self._find = QPushButton(self.tr("&Find this file…"))
        self._find.setToolTip(self.tr("Choose the scan; others that were moved with it are found along the way."))
        self._search = QPushButton(self.tr("&Search a folder…"))
        self._search.setToolTip(self.tr("Looks for all scans of the list in a folder and in the folders in it."))
        self._accept = QPushButton(self.tr("&Use it as it is"))
        self._accept.setToolTip(self.tr("Takes the changed file for the master from now on."))
        self._find.clicked.connect(self._on_find_clicked)
        self._search.clicked.connect(self._on_search_clicked)
        self._accept.clicked.connect(self._on_accept_clicked)
        self._result = QLabel()
        self._result.setObjectName("hint")
        self._result.setWordWrap(True)
        doubts.changed.connect(self._fill)
        doubts.searched.connect(self._on_doubts_searched)
        doubts.other_content.connect(self._on_doubts_other_content)
        self._build()
        self._fill()

    @Slot()
    def _fill(self) -> None:
        wanted = self._selected()
        self._list.clear()
        for doubt in self._doubts.all():
            state = self.tr("Missing") if doubt.is_missing else self.tr("Changed")
            item = QTreeWidgetItem([doubt.path.name, state, str(doubt.path.parent)])
            item.setIcon(1, icon(Icon.ERROR if doubt.is_missing else Icon.WARNING))
            item.setToolTip(0, str(doubt.path))
            item.setToolTip(2, str(doubt.path))
            item.setData(0, _NUMBER, doubt.number)
            self._list.addTopLevelItem(item)
            if wanted is None or doubt.number == wanted.number:
                self._list.setCurrentItem(item)
                wanted = doubt
        if self._list.currentItem() is None and self._list.topLevelItemCount():
            self._list.setCurrentItem(self._list.topLevelItem(0))
        self._enable()

    def _selected(self) -> Doubt | None:
        item = self._list.currentItem()
        number = item.data(0, _NUMBER) if item else None
        return next((doubt for doubt in self._doubts.all() if doubt.number == number), None)

    def _enable(self) -> None:
        selected = self._selected()
        self._find.setEnabled(selected is not None)
        self._search.setEnabled(bool(self._doubts.all()))
        self._accept.setEnabled(selected is not None and not selected.is_missing)
        if not self._doubts.all():
            self._result.setText(self.tr("All scans of the project are there."))

    @Slot()
    def _on_find_clicked(self) -> None:
        doubt = self._selected()
        if doubt:
            title = self.tr("Find {name}").format(name=doubt.path.name)
            name, _ = QFileDialog.getOpenFileName(self, title, str(_nearest(doubt.path.parent)))
            if name:
                self._say_searching()
                self._doubts.find_file(doubt, Path(name))

    @Slot()
    def _on_search_clicked(self) -> None:
        first = self._doubts.all()[0]
        title = self.tr("Search a folder")
        folder = QFileDialog.getExistingDirectory(self, title, str(_nearest(first.path.parent)))
        if folder:
            self._say_searching()
            self._doubts.find_in_folder(Path(folder))

    @Slot()
    def _on_accept_clicked(self) -> None:
        doubt = self._selected()
        if doubt:
            self._doubts.accept(doubt.number)

    @Slot(int)
    def _on_doubts_searched(self, count: int) -> None:
        if count == 0:
            self._result.setText(self.tr("Nothing was found there that has the content of these scans."))
        elif self._doubts.all():
            self._result.setText(self.tr("Found: {count}").format(count=count))

    @Slot(object)
    def _on_doubts_other_content(self, found: CheckedMaster) -> None:
        question = self.tr(
            "{name} has another content than the scan of the project. Hints and masks may lie elsewhere in it. "
            "Use it all the same?"
        )
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        text = question.format(name=found.path.name)
        self._result.clear()
        if QMessageBox.question(self, self.windowTitle(), text, buttons) == QMessageBox.StandardButton.Yes:
            self._doubts.use(found)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_list_current_item_changed(self, _: QTreeWidgetItem | None, __: QTreeWidgetItem | None) -> None:
        self._enable()

    def _say_searching(self) -> None:
        self._result.setText(self.tr("Reading and comparing…"))

    def _build(self) -> None:
        words = QLabel(
            self.tr("The rest of the project is open. What was done to these scans is kept until they are found.")
        )
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._find, self._search, self._accept):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        layout.addWidget(self._result)
        layout.addWidget(close)
        header = self._list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 208)
        header.resizeSection(1, 104)
        self.resize(720, 400)


def _nearest(folder: Path) -> Path:
    """The folder, or the first one above it that exists."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())
