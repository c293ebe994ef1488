from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from colorstudio.core.settings import Settings, SettingsFile, declarations
from colorstudio.ui.dialogs.settings_dialog import SettingsDialog
from colorstudio.ui.preferences import Preferences


@pytest.fixture
def preferences(qapp: object, tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def dialog(qtbot: QtBot, preferences: Preferences) -> SettingsDialog:
    dialog = SettingsDialog(preferences)
    qtbot.addWidget(dialog)
    return dialog


def test_every_shown_setting_has_a_control(dialog: SettingsDialog) -> None:
    shown = [declaration.label for declaration in declarations().values() if declaration.section]
    controls = [*dialog.findChildren(QComboBox), *dialog.findChildren(QCheckBox)]
    assert sorted(control.accessibleName() for control in controls) == sorted(shown)


def test_a_change_holds_at_once_and_is_stored(dialog: SettingsDialog, preferences: Preferences, tmp_path: Path) -> None:
    theme = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Appearance")
    theme.setCurrentIndex(theme.findData("dark"))
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QCheckBox)}
    boxes["Show the folder after an export"].setChecked(True)
    stored = SettingsFile(tmp_path / "settings.json").load()
    assert (stored.theme, stored.show_exported) == ("dark", True)
    assert preferences.settings == stored


def test_defaults_come_back(dialog: SettingsDialog, preferences: Preferences) -> None:
    preferences.change(theme="dark", model="mine")
    dialog._defaults.click()
    assert preferences.settings == Settings(model="mine")


def test_an_unchanged_setting_tells_nothing(qtbot: QtBot, preferences: Preferences) -> None:
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(theme="system")


def test_settings_that_cannot_be_stored_hold_all_the_same(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "file").touch()
    preferences = Preferences(SettingsFile(tmp_path / "file" / "settings.json"))
    preferences.change(theme="dark")
    assert preferences.settings.theme == "dark"
