"""The checked pictures as a grid: a click, or Space, keeps a picture or leaves it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from colorstudio.core.progress import CancelToken, Progress
from colorstudio.core.training_messages import PictureFinding
from colorstudio.engine.task_pool import TaskFailed, TaskFinished, TaskPool
from colorstudio.ui.training.wizard.picture_delegate import CELL, PictureDelegate, PictureState

FINDING = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1
_MOST_PICTURES = 600
"""Thumbnails that are held in memory; others are read again when they come into view."""

Index = QModelIndex | QPersistentModelIndex


class PictureModel(QAbstractListModel):
    """Pictures of one finding; their thumbnails are read when they are first looked at.

    Args:
        describe: gives the sentence of a picture, for its tooltip and screen readers.
    """

    def __init__(self, describe: Callable[[PictureFinding, PictureState], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._pictures: tuple[PictureFinding, ...] = ()
        self._rows: dict[str, int] = {}
        self._left_out: frozenset[str] = frozenset()
        self._pixmaps: dict[str, QPixmap | None] = {}
        self._tasks = TaskPool(parent=self)
        self._asked: dict[int, str] = {}
        self._tasks.task_finished.connect(self._on_tasks_finished)
        self._tasks.task_failed.connect(self._on_tasks_failed)

    def set_pictures(self, pictures: Sequence[PictureFinding]) -> None:
        """Show other pictures."""
        self.beginResetModel()
        self._pictures = tuple(pictures)
        self._rows = {finding.thumbnail: row for row, finding in enumerate(pictures)}
        self.endResetModel()

    def set_left_out(self, names: frozenset[str]) -> None:
        """Mark the pictures that are not used."""
        self._left_out = names
        if self._pictures:
            self.dataChanged.emit(self.index(0), self.index(len(self._pictures) - 1))

    def forget(self) -> None:
        """Let go of the thumbnails: their files are about to be replaced."""
        self._pixmaps.clear()
        self._asked.clear()

    def shutdown(self) -> None:
        """Stop reading."""
        self._tasks.shutdown()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many pictures there are."""
        return 0 if parent is not None and parent.isValid() else len(self._pictures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the delegate draws."""
        finding = self._pictures[index.row()]
        if role == FINDING:
            return finding
        if role == STATE:
            return self._state(finding)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pixmap(finding.thumbnail)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(finding, self._state(finding))
        return finding.name if role == Qt.ItemDataRole.DisplayRole else None

    def _state(self, finding: PictureFinding) -> PictureState:
        if finding.name in self._left_out:
            return PictureState.LEFT_OUT
        return PictureState.HELD_OUT if finding.held_out else PictureState.LEARNED

    def _pixmap(self, path: str) -> QPixmap | None:
        if path and path not in self._pixmaps:
            self._pixmaps[path] = None
            self._asked[self._tasks.start(partial(_read, path))] = path
            if len(self._pixmaps) > _MOST_PICTURES:
                self._pixmaps.pop(next(iter(self._pixmaps)))
        return self._pixmaps.get(path)

    @Slot(object)
    def _on_tasks_finished(self, report: TaskFinished) -> None:
        path = self._asked.pop(report.task, "")
        if path in self._pixmaps and isinstance(report.result, QImage):
            self._pixmaps[path] = QPixmap.fromImage(report.result)
            if (row := self._rows.get(path)) is not None:
                self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    @Slot(object)
    def _on_tasks_failed(self, report: TaskFailed) -> None:
        self._asked.pop(report.task, None)


def _read(path: str, token: CancelToken, progress: Progress) -> QImage:
    return QImage(path)


class PictureGrid(QListView):
    """Shows a `PictureModel`."""

    toggled = Signal(object)
    """The `PictureFinding`s that were clicked, or selected when Space was pressed."""

    def __init__(self, model: PictureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = PictureDelegate(FINDING, STATE)
        self.setObjectName("tiles")
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL + QSize(4, 4))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the selected pictures with Space and Return."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._turn([*self.selectedIndexes()] or [self.currentIndex()])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn the picture that was clicked; with Shift or Ctrl a click selects, as everywhere."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and index.isValid() and index == self.currentIndex():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._turn([index])

    def _turn(self, indexes: Sequence[QModelIndex]) -> None:
        findings = tuple(index.data(FINDING) for index in indexes if index.isValid())
        if findings:
            self.toggled.emit(findings)
