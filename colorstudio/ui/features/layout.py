"""How the studio is laid out: which sections are open, how wide the panel is, what is hidden; all remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QSplitter

from colorstudio.ui.context import StudioContext

_PANEL_SHOWN, _STRIP_SHOWN, _PANEL_WIDTH = "panel/shown", "strip/shown", "panel/width"


class LayoutFeature(QObject):
    """Keeps the layout beside the window's geometry; comes after all features that add sections.

    Numbers are stored, not truth values: QSettings reads False back as the text 'false'.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._panel, self._strip = context.panel, context.strip
        self._memory = QSettings(str(context.places.geometry), QSettings.Format.IniFormat, self)
        self._show_panel, self._show_strip = context.actions["toggle_panel"], context.actions["toggle_strip"]
        self._restore_folds()
        self._restore_width()
        self._show_panel.setChecked(self._number(_PANEL_SHOWN, 1) == 1)
        self._show_strip.setChecked(self._number(_STRIP_SHOWN, 1) == 1)
        self._show_panel.toggled.connect(self._on_show_panel_toggled)
        self._show_strip.toggled.connect(self._on_show_strip_toggled)
        self._panel.setVisible(self._show_panel.isChecked())
        self._strip.set_wanted(self._show_strip.isChecked())

    def _restore_folds(self) -> None:
        for key, box in self._panel.folding_boxes().items():
            box.set_open(self._number(f"panel/open/{key}", int(box.opens_first)) == 1)
            box.fold_changed.connect(self._on_box_fold_changed)

    def _restore_width(self) -> None:
        splitter = self._panel.parentWidget()
        if not isinstance(splitter, QSplitter):
            return
        width = self._number(_PANEL_WIDTH, 0)
        if width:
            self._panel.resize(width, self._panel.height())
            splitter.setSizes([each.width() for each in map(splitter.widget, range(splitter.count()))])
        splitter.splitterMoved.connect(self._on_splitter_moved)

    def _number(self, key: str, default: int) -> int:
        try:
            return int(str(self._memory.value(key, default)))
        except ValueError:
            return default

    @Slot(bool)
    def _on_box_fold_changed(self, _: bool) -> None:
        for key, box in self._panel.folding_boxes().items():
            if box is self.sender():
                self._memory.setValue(f"panel/open/{key}", int(box.is_open))

    @Slot(int, int)
    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        self._memory.setValue(_PANEL_WIDTH, self._panel.width())

    @Slot(bool)
    def _on_show_panel_toggled(self, shown: bool) -> None:
        self._panel.setVisible(shown)
        self._memory.setValue(_PANEL_SHOWN, int(shown))

    @Slot(bool)
    def _on_show_strip_toggled(self, shown: bool) -> None:
        self._strip.set_wanted(shown)
        self._memory.setValue(_STRIP_SHOWN, int(shown))
