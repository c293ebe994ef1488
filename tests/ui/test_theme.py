"""The themes: legible, neutral beside pictures, equal to each other, and followed everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.ui.theme import DARK, LIGHT, Theme, Tokens, apply_theme, current_theme, current_tokens, theme_notifier
from colorstudio.ui.theme.glyphs import glyph_files
from colorstudio.ui.theme.sheet import build_style_sheet

GROUNDS = ("window", "rail", "panel", "field", "raised", "hover")
TEXT_PAIRS = [
    *(("text", ground) for ground in (*GROUNDS, "pressed", "info_ground", "warning_ground", "error_ground")),
    *(("muted", ground) for ground in ("window", "rail", "panel", "field")),
    ("on_surround", "surround"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_selection", "selection"),
    ("on_tooltip", "tooltip"),
    ("info", "info_ground"),
    ("warning", "warning_ground"),
    ("error", "error_ground"),
]
EDGE_PAIRS = [
    ("outline", "field"),
    ("outline", "panel"),
    ("outline", "window"),
    ("accent_line", "panel"),
    ("accent_line", "window"),
    ("accent_line", "selection"),
    ("focus", "panel"),
    ("focus", "window"),
    ("focus", "field"),
    ("focus", "raised"),
    ("disabled", "panel"),
    ("disabled", "window"),
    ("plot_first", "field"),
    ("plot_second", "field"),
]
NEUTRAL = ("surround", "on_surround", "picture_edge", *GROUNDS, "pressed", "border", "outline", "text", "muted")
both_themes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture(autouse=True)
def _leave_light(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, Theme.LIGHT)


def relative_luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance of an sRGB colour."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((relative_luminance(one), relative_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@both_themes
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_legible(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@both_themes
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_and_disabled_words_are_seen(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3.0


@both_themes
@pytest.mark.parametrize("name", NEUTRAL)
def test_what_lies_beside_a_picture_is_neutral(tokens: Tokens, name: str) -> None:
    assert QColor(getattr(tokens, name)).hslSaturation() == 0


@both_themes
def test_sheet_is_filled_and_understood(qapp: QApplication, tokens: Tokens) -> None:
    sheet = build_style_sheet(tokens, glyph_files(tokens))
    assert "$" not in sheet
    assert tokens.accent in sheet


def test_the_glyphs_leave_nothing_behind(tmp_path: Path) -> None:
    code = (
        "from PySide6.QtWidgets import QApplication; from colorstudio.ui.theme import Theme, apply_theme;"
        "app = QApplication([]); apply_theme(app, Theme.DARK); import os; print(len(os.listdir(os.environ['TMPDIR'])))"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "1"
    assert not list(tmp_path.iterdir())


def test_themes_differ_in_every_colour_that_carries_words() -> None:
    shared = {name for name, colour in asdict(LIGHT).items() if colour == getattr(DARK, name)}
    assert shared <= {"on_accent"}
    assert {field.name for field in fields(Tokens)} == set(asdict(DARK))


@pytest.mark.parametrize(("theme", "tokens"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)])
def test_apply_theme_gives_palette_and_tokens(qapp: QApplication, theme: Theme, tokens: Tokens) -> None:
    apply_theme(qapp, theme)
    assert current_theme() is theme
    assert current_tokens() is tokens
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(tokens.window)
    assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(tokens.disabled)


def test_a_change_is_told_once_and_after_the_colours(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    seen: list[Tokens] = []

    def note() -> None:
        seen.append(current_tokens())

    theme_notifier().theme_changed.connect(note)
    apply_theme(qapp, Theme.DARK)
    apply_theme(qapp, Theme.DARK)
    theme_notifier().theme_changed.disconnect(note)
    assert seen == [DARK]


def test_system_theme_is_followed_only_when_chosen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    scheme = Qt.ColorScheme.Light
    monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _hints: scheme)
    apply_theme(qapp, Theme.SYSTEM)
    assert current_tokens() is LIGHT
    scheme = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert current_tokens() is DARK
    apply_theme(qapp, Theme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert current_tokens() is LIGHT


def test_widgets_that_exist_change_with_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button = QPushButton("", window)
    layout.addWidget(button)
    assert button.grab().toImage().pixelColor(button.rect().center()) == QColor(LIGHT.raised)
    apply_theme(qapp, Theme.DARK)
    assert button.grab().toImage().pixelColor(button.rect().center()) == QColor(DARK.raised)


@both_themes
def test_focus_is_seen_on_a_button(qtbot: QtBot, qapp: QApplication, tokens: Tokens) -> None:
    apply_theme(qapp, Theme.DARK if tokens.is_dark else Theme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("", window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    edge = button.grab().toImage().pixelColor(button.width() // 2, 0)
    assert edge == QColor(tokens.focus)


def test_a_tick_is_drawn_in_a_checked_box(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    box = QCheckBox("")
    qtbot.addWidget(box)
    box.setChecked(True)
    image = box.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {LIGHT.accent, LIGHT.on_accent} <= colours


def test_numbers_stand_at_the_right(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    box = QSpinBox()
    qtbot.addWidget(box)
    box.ensurePolished()
    assert box.alignment() & Qt.AlignmentFlag.AlignRight


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_list_of_a_box_shows_all_its_entries(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    box = QComboBox()
    box.addItems([f"Entry {number}" for number in range(6)])
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    view = box.view()
    last = view.model().index(5, 0)
    qapp.processEvents()
    assert view.viewport().rect().contains(view.visualRect(last))
    assert view.verticalScrollBar().maximum() == 0
    box.hidePopup()
