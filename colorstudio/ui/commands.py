"""What the actions do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from colorstudio.core.adjust import Adjustments
from colorstudio.core.project_file import SUFFIX
from colorstudio.core.scan_formats import readable_suffixes
from colorstudio.ui.actions import Actions, plain_text
from colorstudio.ui.canvas import Canvas, CompareMode
from colorstudio.ui.document_controller import DocumentController
from colorstudio.ui.preferences import Preferences
from colorstudio.ui.recent_files import RecentFiles

MODES = {
    "show_after": CompareMode.AFTER,
    "show_wipe": CompareMode.WIPE,
    "show_side_by_side": CompareMode.SIDE_BY_SIDE,
    "show_before": CompareMode.BEFORE,
    "show_colour_only": CompareMode.COLOUR_ONLY,
}


class Commands(QObject):
    """Connects actions with the documents, the canvas and the dialogs (imported when they are first opened).

    Args:
        actions: all of them.
        documents: the open scans.
        canvas: for zoom and comparison.
        preferences: for the settings dialog.
        recent: the folder to begin with.
        log: the log file.
        window: parent of the dialogs.
    """

    paths_chosen = Signal(object)
    """Files from the open dialog, as a list of paths."""

    def __init__(
        self,
        actions: Actions,
        documents: DocumentController,
        canvas: Canvas,
        preferences: Preferences,
        recent: RecentFiles,
        log: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._documents = documents
        self._canvas = canvas
        self._preferences = preferences
        self._recent = recent
        self._log = log
        self._window = window
        for name, slot in self._slots().items():
            actions[name].triggered.connect(slot)
        self._modes = QActionGroup(self)
        for name in MODES:
            self._modes.addAction(actions[name])
        self._modes.triggered.connect(self._on_modes_triggered)
        actions["show_after"].setChecked(True)
        actions.enable(("undo", "redo"), False)
        for action in actions:
            window.addAction(action)

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "open": self._on_open,
            "close_scan": self._on_close_scan,
            "settings": self._on_settings,
            "quit": self._window.close,
            "undo": self._documents.history.undo,
            "redo": self._documents.history.redo,
            "reset": self._on_reset,
            "rotate_right": self._on_rotate_right,
            "rotate_left": self._on_rotate_left,
            "mirror": self._on_mirror,
            "flip": self._on_flip,
            "recolour": self._documents.recolour,
            "cancel": self._documents.cancel,
            "zoom_in": self._canvas.zoom_in,
            "zoom_out": self._canvas.zoom_out,
            "zoom_fit": self._canvas.zoom_to_fit,
            "zoom_actual": self._canvas.zoom_to_actual,
            "next_scan": self._on_next_scan,
            "previous_scan": self._on_previous_scan,
            "shortcuts": self._on_shortcuts,
            "show_log": self.show_log,
            "about": self._on_about,
        }

    @Slot()
    def show_log(self) -> None:
        """Open the log file in the desktop's viewer."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))

    @Slot()
    def _on_open(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        filters = [self.tr("Scans and projects") + f" ({endings} *{SUFFIX})", self.tr("All files") + " (*)"]
        current = self._documents.current
        folder = str(current.path.parent if current else self._recent.folder or "")
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open scans"), folder, ";;".join(filters))
        if names:
            self.paths_chosen.emit([Path(name) for name in names])

    @Slot()
    def _on_close_scan(self) -> None:
        if self._documents.current:
            self._documents.close(self._documents.current)

    @Slot()
    def _on_settings(self) -> None:
        from colorstudio.ui.dialogs.settings_dialog import SettingsDialog

        SettingsDialog(self._preferences, self._window).exec()

    @Slot()
    def _on_shortcuts(self) -> None:
        from colorstudio.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._actions, self._window).exec()

    @Slot()
    def _on_about(self) -> None:
        from colorstudio.ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).exec()

    @Slot()
    def _on_reset(self) -> None:
        self._documents.end_gesture()
        self._documents.change_look(plain_text(self._actions["reset"]), adjustments=Adjustments())
        self._documents.end_gesture()

    @Slot()
    def _on_rotate_right(self) -> None:
        self._documents.turn(1, plain_text(self._actions["rotate_right"]))

    @Slot()
    def _on_rotate_left(self) -> None:
        self._documents.turn(-1, plain_text(self._actions["rotate_left"]))

    @Slot()
    def _on_mirror(self) -> None:
        self._documents.mirror(plain_text(self._actions["mirror"]))

    @Slot()
    def _on_flip(self) -> None:
        self._documents.flip(plain_text(self._actions["flip"]))

    @Slot()
    def _on_next_scan(self) -> None:
        self._documents.step(1)

    @Slot()
    def _on_previous_scan(self) -> None:
        self._documents.step(-1)

    @Slot(QAction)
    def _on_modes_triggered(self, action: QAction) -> None:
        self._canvas.set_compare_mode(MODES[action.objectName()])
