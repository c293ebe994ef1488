"""Everything that can be done is in a menu, and every key means one thing."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from colorstudio.ui.dialogs.shortcuts_dialog import PICTURE_KEYS, TOOL_KEYS, ShortcutsDialog, shortcut_groups
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.menus import MENUS

# In submenus, or told by the list of shortcuts.
ELSEWHERE = {"clear_recent_scans", "clear_recent_projects", "escape"}


def test_every_action_is_in_one_menu(window: MainWindow) -> None:
    names = [name for names in MENUS.values() for name in names if name]
    assert len(names) == len(set(names))
    assert {action.objectName() for action in window.actions_} - set(names) == ELSEWHERE


def test_every_key_means_one_thing(window: MainWindow) -> None:
    actions = Counter(key.toString() for action in window.actions_ for key in action.shortcuts())
    assert [key for key, count in actions.items() if count > 1] == []
    picture = [QKeySequence(key).toString() for _, keys in (*PICTURE_KEYS, *TOOL_KEYS) for key in keys]
    assert set(picture) & set(actions) == set()


def test_the_menus_open_with_letters_of_their_own(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [letter.upper() for title in titles for letter in re.findall(r"&(\w)", title)]
    assert len(letters) == len(set(letters)) == len(titles) == len(MENUS)


def test_the_list_of_shortcuts_has_all_of_them_and_can_be_searched(qtbot: QtBot, window: MainWindow) -> None:
    listed = " ".join(entry.keys for _, entries in shortcut_groups(window.actions_) for entry in entries).split()
    wanted = {key.toString() for action in window.actions_ for key in action.shortcuts()}
    assert wanted - set(listed) == {"Esc"}
    dialog = ShortcutsDialog(window.actions_, window)
    qtbot.addWidget(dialog)
    dialog._search.setText("wipe")
    titles = [title for (title, _), box in zip(dialog._groups, dialog._boxes, strict=True) if not box.isHidden()]
    assert titles == ["View", "In the picture"]
    dialog._search.setText("ctrl+e")
    assert [title for (title, _), box in zip(dialog._groups, dialog._boxes, strict=True) if not box.isHidden()] == [
        "File"
    ]
