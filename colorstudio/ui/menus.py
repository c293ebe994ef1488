"""The menu bar, declared."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from colorstudio.ui.actions import Actions

_SEPARATOR = ""
_MENUS: dict[str, tuple[str, ...]] = {
    QT_TRANSLATE_NOOP("menus", "&File"): (
        "open", "recent_scans", "paste", _SEPARATOR,
        "new_project", "open_project", "recent_projects", "save_project", "save_project_as", "find_masters", _SEPARATOR,
        "export", _SEPARATOR, "close_scan", _SEPARATOR, "settings", "quit",
    ),
    QT_TRANSLATE_NOOP("menus", "&Edit"): (
        "undo", "redo", _SEPARATOR, "copy_result", "copy_settings", "paste_settings", "paste_settings_to", _SEPARATOR,
        "rotate_right", "rotate_left", "mirror", "flip", "tool_crop", "remove_crop", _SEPARATOR,
        "reset", "recolour", "cancel",
    ),
    QT_TRANSLATE_NOOP("menus", "&Colour"): ("show_variations", "tool_lasso", "clear_patches", _SEPARATOR, "show_guess"),
    QT_TRANSLATE_NOOP("menus", "&View"): (
        "show_after", "show_wipe", "show_side_by_side", "show_before", "show_colour_only", _SEPARATOR,
        "zoom_in", "zoom_out", "zoom_fit", "zoom_actual",
        _SEPARATOR, "overview_map", "toggle_panel", "toggle_strip", "picture_alone", "full_screen", _SEPARATOR,
        "previous_scan", "next_scan", "previous_page", "next_page",
    ),
    QT_TRANSLATE_NOOP("menus", "&Help"): ("tour", "shortcuts", _SEPARATOR, "show_log", "about"),
}  # fmt: skip


class Menus:
    """Fills a menu bar with the actions; `retranslate` sets the titles again.

    Args:
        bar: empty.
        actions: all of them.
    """

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._menus: list[tuple[QMenu, str]] = []
        for title, names in _MENUS.items():
            menu = bar.addMenu("")
            self._menus.append((menu, title))
            for name in names:
                if name == _SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(actions[name])
        self.retranslate()

    def retranslate(self) -> None:
        """Set the titles."""
        for menu, title in self._menus:
            menu.setTitle(QCoreApplication.translate("menus", title))
