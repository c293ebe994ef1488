"""The menu bar, declared."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from colorstudio.ui.actions import Actions

_SEPARATOR = ""
MENUS: dict[str, tuple[str, ...]] = {
    QT_TRANSLATE_NOOP("menus", "&File"): (
        "open", "recent_scans", _SEPARATOR,
        "new_project", "open_project", "recent_projects", "save_project", "save_project_as", "find_masters", _SEPARATOR,
        "export", "show_in_folder", _SEPARATOR, "close_scan", "close_others", _SEPARATOR, "settings", "quit",
    ),
    QT_TRANSLATE_NOOP("menus", "&Edit"): (
        "undo", "redo", _SEPARATOR, "copy_result", "paste", _SEPARATOR,
        "copy_settings", "paste_settings", "paste_settings_to", _SEPARATOR, "reset",
    ),
    QT_TRANSLATE_NOOP("menus", "&Picture"): (
        "recolour", "cancel", "show_variations", "show_guess", _SEPARATOR,
        "rotate_left", "rotate_right", "mirror", "flip", "remove_crop", _SEPARATOR,
        "previous_scan", "next_scan", "previous_page", "next_page",
    ),
    QT_TRANSLATE_NOOP("menus", "&Tools"): (
        "tool_hand", "tool_crop", "tool_hint", "tool_eyedropper", "tool_mask", "tool_lasso", _SEPARATOR,
        "add_hint", "colour_from_picture", "hints_to_series", "hide_hints", "import_hints", "export_hints",
        "clear_hints", _SEPARATOR, "show_mask", "invert_mask", "clear_mask", _SEPARATOR, "clear_patches",
    ),
    QT_TRANSLATE_NOOP("menus", "&View"): (
        "show_after", "show_wipe", "show_side_by_side", "show_before", "show_colour_only", _SEPARATOR,
        "zoom_in", "zoom_out", "zoom_fit", "zoom_actual", _SEPARATOR,
        "overview_map", "toggle_panel", "toggle_strip", _SEPARATOR, "picture_alone", "full_screen",
    ),
    QT_TRANSLATE_NOOP("menus", "&Help"): ("tour", "shortcuts", _SEPARATOR, "show_log", "about"),
}  # fmt: skip
"""The names of the actions in each menu; an action that there is not is a mistake."""


class Menus:
    """Fills a menu bar with the actions; `retranslate` sets the titles again.

    Args:
        bar: empty.
        actions: all of them.
    """

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._menus: list[tuple[QMenu, str]] = []
        for title, names in MENUS.items():
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
