"""The icons: all of them exist, are seen in both themes, and follow a change of theme by themselves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from colorstudio.ui.icons import Icon, Tone, icon, icon_colour
from colorstudio.ui.theme import DARK, LIGHT, Theme, apply_theme

SIZE = QSize(64, 64)


@pytest.fixture(autouse=True)
def _leave_light(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, Theme.LIGHT)


def inked(image: QImage) -> list[QColor]:
    """The colours of the pixels that are fully covered."""
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for colour in colours if colour.alpha() == 255]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("name", Icon)
def test_every_icon_is_drawn_in_both_themes(qapp: QApplication, name: Icon, theme: Theme) -> None:
    apply_theme(qapp, theme)
    ink = inked(icon(name).pixmap(SIZE).toImage())
    assert len(ink) >= 8
    assert len({colour.name() for colour in ink}) == 1


def test_an_icon_follows_the_theme_without_being_set_again(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon(Icon.OPEN))
    assert QColor(LIGHT.text) in inked(button.grab().toImage())
    apply_theme(qapp, Theme.DARK)
    assert QColor(DARK.text) in inked(button.grab().toImage())


def test_a_disabled_icon_is_grey_and_a_checked_one_has_the_accent(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    disabled = inked(icon(Icon.UNDO).pixmap(SIZE, QIcon.Mode.Disabled).toImage())
    checked = inked(icon(Icon.WIPE).pixmap(SIZE, QIcon.Mode.Normal, QIcon.State.On).toImage())
    assert set(map(QColor.name, disabled)) == {LIGHT.disabled}
    assert set(map(QColor.name, checked)) == {LIGHT.accent_line}


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_is_a_token(tone: Tone) -> None:
    assert icon_colour(DARK, tone, QIcon.Mode.Normal, QIcon.State.Off) == QColor(getattr(DARK, tone.value))


def test_messages_have_their_colours(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.DARK)
    ink = inked(icon(Icon.ERROR).pixmap(SIZE).toImage())
    assert set(map(QColor.name, ink)) == {DARK.error}


def test_the_same_icon_is_made_once(qapp: QApplication) -> None:
    assert icon(Icon.OPEN) is icon(Icon.OPEN)
    assert icon(Icon.OPEN) is not icon(Icon.OPEN, Tone.QUIET)


def test_icons_are_sharp_on_their_grid(qapp: QApplication) -> None:
    image = icon(Icon.STOP).pixmap(QSize(24, 24)).toImage()
    covered = [(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 0]
    assert covered == [(x, y) for x in range(6, 18) for y in range(6, 18)]
    assert len(inked(image)) == 144


def test_an_icon_in_a_wide_place_is_square_and_leaves_a_gap_before_the_words(qapp: QApplication) -> None:
    image = icon(Icon.STOP).pixmap(QSize(48, 24)).toImage()
    covered = {x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).alpha() > 0}
    assert (min(covered), max(covered)) == (6, 17)


def test_icons_do_not_import_qtawesome(qapp: QApplication) -> None:
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "from colorstudio.ui.icons import Icon, icon; icon(Icon.OPEN).pixmap(24, 24);"
        "sys.exit(bool({'qtawesome', 'qtpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
