"""The panel at the right: sections that fold, and scroll when the window is low."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from colorstudio.ui.panels.section import FoldingBox, PanelSection

WIDTH = 320
NARROWEST, WIDEST = 296, 520


class SidePanel(QScrollArea):
    """Holds the sections, in the order in which they were added; what has the focus is scrolled into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = QWidget()
        self._contents.setObjectName("scrollContents")
        self._layout = QVBoxLayout(self._contents)
        self._layout.setContentsMargins(0, 0, 0, 8)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.sections: list[PanelSection] = []
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._contents)
        self._contents.installEventFilter(self)
        self._unfolded: QObject | None = None
        self._look = QTimer(self)  # after the layout has made room
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._show_unfolded)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_app_focus_changed)

    def sizeHint(self) -> QSize:
        """Begin with a width at which every word is read."""
        return QSize(WIDTH, super().sizeHint().height())

    def add_section(self, section: PanelSection) -> None:
        """Put a section below those that are there."""
        self._layout.insertWidget(len(self.sections), section)
        self.sections.append(section)
        for box in (section, *section.findChildren(FoldingBox)):
            box.fold_changed.connect(self._on_box_fold_changed)

    def reveal(self, section: PanelSection) -> None:
        """Unfold a section and bring it into sight: its tool was taken into the hand."""
        section.set_open(True)
        QTimer.singleShot(0, section, partial(self._scroll_to, section))  # once it has its height

    def _scroll_to(self, section: PanelSection) -> None:
        top, bottom = section.y(), section.y() + section.sizeHint().height()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or bottom > bar.value() + height:
            bar.setValue(max(0, min(top, bottom - height) if bottom - top <= height else top))

    def folding_boxes(self) -> dict[str, FoldingBox]:
        """Return sections and the groups in them, by key; a group's key is below its section's."""
        boxes: dict[str, FoldingBox] = {}
        for section in self.sections:
            boxes[section.key] = section
            boxes |= {f"{section.key}.{group.key}": group for group in section.findChildren(FoldingBox)}
        return boxes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never be narrower than what is in it: nothing scrolls sideways."""
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._contents.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() + 1
            self.setMinimumWidth(min(WIDEST, max(NARROWEST, needed)))
        return super().eventFilter(watched, event)

    @Slot(bool)
    def _on_box_fold_changed(self, is_open: bool) -> None:
        if is_open:
            self._unfolded = self.sender()
            self._look.start()

    @Slot()
    def _show_unfolded(self) -> None:
        """Scroll so that as much as there is room for is seen of what was unfolded, its heading first."""
        box = self._unfolded
        if isinstance(box, FoldingBox) and box.isVisible():
            top = box.mapTo(self._contents, QPoint(0, 0)).y()
            room = self.viewport().height()
            bar = self.verticalScrollBar()
            lowest = min(top, top + box.height() - room)
            if lowest > bar.value():
                bar.setValue(lowest)

    @Slot(QWidget, QWidget)
    def _on_app_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._contents.isAncestorOf(now) and now.height() < self.viewport().height():
            self.ensureWidgetVisible(now, 0, 16)
