"""Giving hints and adjustments of one scan to others: which scans, and what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from colorstudio.ui.document import Document

_LEAST_ROWS, _MOST_ROWS = 3, 9
_ROW = 28


class SeriesDialog(QDialog):
    """A list of the other open scans to tick, and what they are to get.

    Args:
        source: the scan whose hints and adjustments are offered.
        others: the other open scans.
        ticked: those that are ticked at first; none of the others among them: all are.
    """

    def __init__(
        self,
        source: Document,
        others: Sequence[Document],
        parent: QWidget | None = None,
        ticked: Sequence[Document] = (),
    ) -> None:
        super().__init__(parent)
        self._others = tuple(others)
        self._ticked = [document for document in others if document in ticked] or self._others
        count = len(source.edit.choice.hints)
        self.setWindowTitle(self.tr("Apply to series"))
        self._intro = QLabel(self.tr("What {name} has is given to these scans:").format(name=source.path.name))
        self._intro.setWordWrap(True)
        self._scans = QListWidget()
        self._scans.setAccessibleName(self.tr("Scans"))
        self._hints = QCheckBox(self.tr("Hints ({count}), at the same places").format(count=count))
        self._hints.setToolTip(self.tr("Hints that a scan has already are kept."))
        self._hints.setEnabled(count > 0)
        self._hints.setChecked(count > 0)
        self._adjustments = QCheckBox(self.tr("Adjustments of the colour"))
        self._adjustments.setToolTip(self.tr("They take the place of the scan's own adjustments."))
        self._note = QLabel(self.tr("Each scan can be undone by itself."))
        self._note.setObjectName("hint")
        self._buttons = QDialogButtonBox()
        self._ok = self._buttons.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._ok.setDefault(True)
        self._fill()
        self._lay_out()
        self._connect()
        self._check()

    def documents(self) -> list[Document]:
        """Return the scans that were ticked."""
        rows = zip(self._others, map(self._scans.item, range(self._scans.count())), strict=True)
        return [document for document, item in rows if item.checkState() is Qt.CheckState.Checked]

    @property
    def wants_hints(self) -> bool:
        """Whether the scans are to get the hints."""
        return self._hints.isChecked()

    @property
    def wants_adjustments(self) -> bool:
        """Whether the scans are to get the adjustments."""
        return self._adjustments.isChecked()

    @Slot()
    def _check(self) -> None:
        self._ok.setEnabled(bool(self.documents()) and (self.wants_hints or self.wants_adjustments))

    def _fill(self) -> None:
        for document in self._others:
            item = QListWidgetItem(document.path.name)
            item.setToolTip(str(document.path))
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = document in self._ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self._scans.addItem(item)
        rows = min(_MOST_ROWS, max(_LEAST_ROWS, len(self._others)))
        self._scans.setFixedHeight(rows * _ROW + 2 * self._scans.frameWidth())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        for widget in (self._intro, self._scans, self._hints, self._adjustments, self._note):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(400)

    def _connect(self) -> None:
        self._scans.itemChanged.connect(self._check)
        self._hints.toggled.connect(self._check)
        self._adjustments.toggled.connect(self._check)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
