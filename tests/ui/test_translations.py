"""Every word is translated, and every translation fits."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from studio_window import wait_for

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ScanError
from colorstudio.core.scan import ScanInfo
from colorstudio.engine.messages import ChromaChoice, Note
from colorstudio.ui.actions import plain_text
from colorstudio.ui.canvas import Canvas
from colorstudio.ui.dialogs.about_dialog import AboutDialog
from colorstudio.ui.dialogs.colour_source import ColourSource
from colorstudio.ui.dialogs.export_dialog import ExportDialog
from colorstudio.ui.dialogs.series_dialog import SeriesDialog
from colorstudio.ui.dialogs.settings_dialog import SettingsDialog
from colorstudio.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from colorstudio.ui.document import Document
from colorstudio.ui.edit import Edit
from colorstudio.ui.i18n import effective_language, error_text, note_text, use_language
from colorstudio.ui.main_window import MainWindow

FIELD = re.compile(r"{\w*}|%n|%\d")
# Names, numbers and units that are the same in every language.
NEUTRAL = re.compile(
    r"Color Studio( [\d.]+|\[\*\])?|English|CPU|JPEG|PNG|TIFF|WebP|SHA-256|sRGB|[ab]\*|"
    r"([\d\W_]|Shift)*|\d+ (px|%)|(Ctrl|Shift|Esc|Del|Space|Left|Up|Return|F\d+|[A-Z])\b.*"
)
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QListWidget, Canvas)


def messages(repository: Path) -> list[tuple[str, str, ET.Element]]:
    root = ET.parse(repository / "resources" / "translations" / "colorstudio_ko.ts").getroot()
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message.find("translation"))
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def test_the_catalogue_is_complete(repository: Path) -> None:
    found = messages(repository)
    assert len(found) > 150
    assert not [source for _, source, translation in found if translation.get("type") or not translation.text]


def test_fields_and_mnemonics_survive_translation(repository: Path) -> None:
    for context, source, translation in messages(repository):
        assert sorted(FIELD.findall(source)) == sorted(FIELD.findall(translation.text)), source
        if context in ("actions", "menus"):
            assert ("&" in source) == ("(&" in translation.text), source
            assert source.endswith("…") == translation.text.endswith("…"), source


def test_errors_and_notes_are_said_in_korean(qapp: QApplication) -> None:
    template = QT_TRANSLATE_NOOP("errors", "{name} is a folder; choose a picture in it.")
    use_language(qapp, "ko")
    try:
        assert error_text(ScanError(template, name="상자")) == "상자: 폴더입니다. 그 안의 사진을 선택하세요."
        assert note_text(Note(template, {"name": "a"})).startswith("a: ")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"
    finally:
        use_language(qapp, "en")
    assert error_text(ScanError(template, name="box")) == "box is a folder; choose a picture in it."


def test_an_unknown_template_is_said_as_it_is(qapp: QApplication) -> None:
    assert error_text(ScanError("{name} is {adjective}.", name="x", adjective="odd")) == "x is odd."


@pytest.mark.parametrize(("setting", "language"), [("en", "en"), ("ko", "ko")])
def test_the_setting_decides_the_language(setting: str, language: str) -> None:
    assert effective_language(setting) == language
    assert effective_language("system") in ("en", "ko")


def dialogs(window: MainWindow) -> list[QDialog]:
    info = ScanInfo(Path("/scans/a.tif"), "tiff", 640, 480, 16, 1)
    scan = Document(1, info.path, Edit(ChromaChoice("photographs")))
    return [
        AboutDialog(window),
        ShortcutsDialog(window.actions_, window),
        SettingsDialog(window.preferences, window),
        ExportDialog(info, (info.path,), "as_scan", window),
        SeriesDialog(scan, (), window),
        ColourSource((), Path(), window),
    ]


def texts_of(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and widget.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
        return []  # a value, such as a licence or a file name
    found = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
    if isinstance(widget, QAbstractButton | QLabel):
        found.append(widget.text())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(index) for index in range(widget.count())]
    return [text for text in found if text]


def is_korean_or_neutral(text: str) -> bool:
    return bool(re.search("[가-힣]", text)) or NEUTRAL.fullmatch(text) is not None


def own_widgets(top: QWidget) -> list[QWidget]:
    """The widgets below `top` that are ours: Qt names its inner ones qt_…."""
    widgets = [top, *top.findChildren(QWidget)]
    return [widget for widget in widgets if not widget.objectName().startswith("qt_")]


def test_nothing_on_the_window_stays_english(qtbot: QtBot, window: MainWindow) -> None:
    window.prepare()
    wait_for(qtbot, lambda: window._device and window.panel.sections[0]._model.count())
    window.preferences.change(language="ko")
    wait_for(qtbot, lambda: plain_text(window.actions_["open"]) == "열기")
    try:
        english = {
            text
            for top in (window, *dialogs(window))
            for widget in own_widgets(top)
            for text in texts_of(widget)
            if not is_korean_or_neutral(text) and "." not in text
        }
    finally:
        window.preferences.change(language="en")
    assert not english


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(window: MainWindow) -> None:
    for top in (window, *dialogs(window)):
        for widget in own_widgets(top):
            if isinstance(widget, CONTROLS) and not _is_inside_a_control(widget):
                named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
                assert named, widget
                assert widget.focusPolicy().value & 1 or _is_reached_by_arrows(widget), widget  # Qt.TabFocus


def test_every_control_teaches_what_it_does(window: MainWindow) -> None:
    controls = [each for each in own_widgets(window) if isinstance(each, CONTROLS) and not _is_inside_a_control(each)]
    untold = [control for control in controls if not _is_explained(control, window)]
    assert not untold


def _is_explained(widget: QWidget, window: QWidget) -> bool:
    """Whether there is a sentence: a tooltip, or what a screen reader is told, of the control or what it is part of."""
    while widget is not window:
        if widget.toolTip() or widget.accessibleDescription():
            return True
        widget = widget.parentWidget()
    return False


def test_tab_goes_through_the_window_in_reading_order(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    Image.new("L", (120, 90), 90).save(path)
    window.open_paths([path])
    wait_for(qtbot, lambda: window.documents.current and window.documents.current.info)
    for each in window.panel.sections:
        each.set_open(True)
    chain = tab_chain(window)
    panel = [widget for widget in chain if window.panel.isAncestorOf(widget)]
    sections = [each for each in window.panel.sections for widget in panel if each.isAncestorOf(widget)]
    assert sections == sorted(sections, key=window.panel.sections.index)
    assert len(set(sections)) == len(window.panel.sections)
    areas = [window._rail, window._top_bar, window.canvas, window.panel]
    firsts = [
        next(i for i, widget in enumerate(chain) if area is widget or area.isAncestorOf(widget)) for area in areas
    ]
    assert firsts == sorted(firsts)


def tab_chain(window: QWidget) -> list[QWidget]:
    """The widgets that Tab goes through, from the first."""
    chain, widget = [], window.nextInFocusChain()
    while widget is not window:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy().value & 1:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def _is_reached_by_arrows(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive()


def _is_inside_a_control(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QScrollBar) or isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QListWidget)


def test_shortcuts_are_unique(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions_ for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
