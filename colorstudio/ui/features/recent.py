"""Recent projects and scans in the File menu, and what was open last time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from colorstudio.ui.context import StudioContext
from colorstudio.ui.document import Document


class RecentFeature(QObject):
    """Fills the two submenus, and remembers what is opened.

    Files that are missing are greyed; they are looked for when the File menu is about to be shown.
    """

    def __init__(self, context: StudioContext) -> None:
        super().__init__(context.window)
        self._recent, self._opener, self._actions = context.recent, context.opener, context.actions
        self._session, self._documents = context.project, context.documents
        self._preferences = context.preferences
        self._projects = QMenu(context.window)
        self._scans = QMenu(context.window)
        self._actions["recent_projects"].setMenu(self._projects)
        self._actions["recent_scans"].setMenu(self._scans)
        self._actions["clear_recent_projects"].triggered.connect(self._recent.clear_projects)
        self._actions["clear_recent_scans"].triggered.connect(self._recent.clear_scans)
        for menu in (self._projects, self._scans):
            menu.triggered.connect(self._on_menu_triggered)
            menu.setToolTipsVisible(True)
        self._session.opened.connect(self._on_session_saved)
        self._session.saved.connect(self._on_session_saved)
        self._documents.picture_changed.connect(self._on_documents_picture_changed)
        self._recent.changed.connect(self._fill)
        self._fill()

    def prepare(self) -> None:
        """Look which files are still there, and open what was open last time if that is wished."""
        self._recent.look()
        is_idle = self._session.is_empty and not self._session.is_busy
        if self._preferences.settings.restore_session and is_idle:
            there = [path for path in self._recent.session if path.exists()]
            if there:
                self._opener.open(there)

    def shutdown(self) -> None:
        """Remember what is open, and wait until it is written."""
        open_now = [self._session.path] if self._session.path else [each.path for each in self._documents.documents]
        self._recent.keep_session(open_now)
        self._recent.shutdown()

    @Slot()
    def _on_session_saved(self) -> None:
        if self._session.path:
            self._recent.add_project(self._session.path)

    @Slot(object)
    def _on_documents_picture_changed(self, document: Document) -> None:
        if next(iter(self._recent.scans), None) != document.path:
            self._recent.add_scans([document.path])

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        if action.data():
            self._opener.open([Path(action.data())])

    @Slot()
    def _fill(self) -> None:
        clear = self._actions["clear_recent_projects"], self._actions["clear_recent_scans"]
        _fill(self._projects, self._recent.projects, clear[0], self._recent.is_missing)
        _fill(self._scans, self._recent.scans, clear[1], self._recent.is_missing)
        self._actions["recent_projects"].setEnabled(bool(self._recent.projects))
        self._actions["recent_scans"].setEnabled(bool(self._recent.scans))


def _fill(menu: QMenu, paths: tuple[Path, ...], clear: QAction, is_missing: Callable[[Path], bool]) -> None:
    menu.clear()
    names = [path.name for path in paths]
    for number, path in enumerate(paths, 1):
        place = f" – {path.parent.name}" if names.count(path.name) > 1 else ""
        text = f"{path.name}{place}".replace("&", "&&")
        action = menu.addAction(f"&{number}  {text}" if number < 10 else text)
        action.setData(str(path))
        action.setToolTip(str(path))
        action.setEnabled(not is_missing(path))
    menu.addSeparator()
    menu.addAction(clear)
