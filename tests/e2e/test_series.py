"""Working on several scans: the strip, settings from one to the others, results that leave the window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QListWidgetItem
from pytestqt.qtbot import QtBot
from studio_window import section, wait_for, wait_until_coloured

from colorstudio.core.adjust import Adjustments
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Hint
from colorstudio.engine.result_file import ResultFile
from colorstudio.engine.result_image import ResultImageJob
from colorstudio.ui.canvas.drops import local_paths
from colorstudio.ui.dialogs.paste_dialog import PasteDialog, PasteTarget
from colorstudio.ui.document import Document
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.copy_result import CopyResultFeature
from colorstudio.ui.features.strip import StripFeature
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.panels.scan_delegate import STATES
from colorstudio.ui.result_drag import ResultMimeData
from colorstudio.ui.scan_state import ScanState
from colorstudio.ui.settings_transfer import Part

HINT = Hint(((0.5, 0.5),), 30.0, -40.0, evidence="letter of 1954")


@pytest.fixture
def scans(tmp_path: Path) -> list[Path]:
    """Three small scans."""
    paths = [tmp_path / f"{name}.png" for name in ("one", "two", "three")]
    for number, path in enumerate(paths):
        Image.fromarray(np.tile(np.arange(90, dtype=np.uint8) * 2 + 20 * number, (60, 1))).save(path)
    return paths


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, scans: list[Path]) -> list[Document]:
    """The three, open; the first is coloured."""
    window.open_paths(scans)
    wait_until_coloured(qtbot, window)
    return window.documents.documents


def item(window: MainWindow, index: int) -> QListWidgetItem:
    return window.strip.item(index)


def click(
    qtbot: QtBot, window: MainWindow, index: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    place = window.strip.visualItemRect(item(window, index)).center()
    qtbot.mouseClick(window.strip.viewport(), Qt.MouseButton.LeftButton, keys, place)


def change(window: MainWindow, **fields: float) -> Adjustments:
    adjustments = Adjustments(**fields)
    window.documents.change_look("Change", adjustments=adjustments)
    return adjustments


def feature(window: MainWindow, kind: type) -> object:
    return next(each for each in window.features if isinstance(each, kind))


def answer(monkeypatch: pytest.MonkeyPatch, parts: set[Part], target: PasteTarget) -> None:
    """Let the dialog be filled in and accepted."""

    def fill_in(dialog: PasteDialog) -> int:
        for part, box in dialog._boxes.items():
            box.setChecked(part in parts)
        dialog._targets[target].setChecked(True)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(PasteDialog, "exec", fill_in)


def test_settings_are_pasted_to_all_open_scans_each_with_its_undo(
    qtbot: QtBot, window: MainWindow, opened: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = change(window, saturation=0.4, temperature=0.5)
    window.documents.change_choice("Hint", hints=(HINT,))
    window.actions_["copy_settings"].trigger()
    answer(monkeypatch, {Part.ADJUSTMENTS}, PasteTarget.ALL)
    window.actions_["paste_settings_to"].trigger()
    assert [document.edit.look.adjustments for document in opened] == [wanted] * 3
    assert [document.edit.choice.hints for document in opened] == [(HINT,), (), ()]
    assert [document.history.undoText() for document in opened[1:]] == ["Paste settings"] * 2
    assert "3" in window.messages.texts()[-1]

    window.documents.show(opened[2])
    assert section(window, "adjust").slider("saturation").value() == 40
    window.actions_["undo"].trigger()
    assert opened[2].edit.look.adjustments == Adjustments()
    assert opened[1].edit.look.adjustments == wanted


def test_what_is_pasted_is_remembered_for_the_key(
    qtbot: QtBot, window: MainWindow, opened: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(window, tint=0.7)
    window.documents.change_choice("Hint", hints=(HINT,))
    window.actions_["copy_settings"].trigger()
    answer(monkeypatch, {Part.HINTS}, PasteTarget.CURRENT)
    window.documents.show(opened[1])
    window.actions_["paste_settings_to"].trigger()
    window.documents.show(opened[2])
    window.actions_["paste_settings"].trigger()
    for document in opened[1:]:
        assert document.edit.choice.hints == (HINT,)
        assert document.edit.look.adjustments == Adjustments()
    assert opened[1].edit == opened[2].edit


def test_settings_are_pasted_to_the_scans_that_are_selected(
    qtbot: QtBot, window: MainWindow, opened: list[Document]
) -> None:
    wanted = change(window, strength=0.3)
    window.actions_["copy_settings"].trigger()
    click(qtbot, window, 1)
    click(qtbot, window, 2, Qt.KeyboardModifier.ControlModifier)
    assert window.documents.current is opened[2]
    assert window.strip.selected_documents() == opened[1:]
    window.documents.change_look("Away", adjustments=Adjustments(tint=1.0))
    window.actions_["paste_settings"].trigger()
    assert [document.edit.look.adjustments for document in opened[1:]] == [wanted] * 2
    click(qtbot, window, 0)
    assert window.strip.selected_documents() == opened[:1]


def test_a_clipboard_without_settings_is_said(qtbot: QtBot, window: MainWindow, opened: list[Document]) -> None:
    QGuiApplication.clipboard().setText("a shopping list")
    window.actions_["paste_settings"].trigger()
    assert "no settings on the clipboard" in window.messages.texts()[-1]
    assert opened[0].history.count() == 0


def states(window: MainWindow, index: int) -> set[ScanState]:
    return set(item(window, index).data(STATES))


def test_the_strip_tells_how_far_each_scan_is(
    qtbot: QtBot, window: MainWindow, opened: list[Document], tmp_path: Path
) -> None:
    assert states(window, 0) == {ScanState.COLOURED}
    assert states(window, 1) == set()
    seen: set[ScanState] = set()
    window.strip.itemChanged.connect(lambda changed: seen.update(changed.data(STATES) or ()))
    click(qtbot, window, 1)
    wait_until_coloured(qtbot, window)
    wait_for(qtbot, lambda: states(window, 1) == {ScanState.COLOURED})
    assert ScanState.COLOURING in seen
    change(window, saturation=1.5)
    assert states(window, 1) == {ScanState.COLOURED, ScanState.EDITED, ScanState.UNSAVED}
    assert "edited" in item(window, 1).toolTip()
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(opened[1], ExportChoice(tmp_path / "x.png", "png", 8, overwrite=False))
    assert ScanState.EXPORTED in states(window, 1)
    change(window, saturation=1.2)
    assert ScanState.EXPORTED not in states(window, 1)
    opened[1].failed = True
    window.documents.activity_changed.emit(opened[1])
    assert ScanState.FAILED in states(window, 1)


def thumbnail(window: MainWindow, index: int) -> QImage:
    return item(window, index).icon().pixmap(96, 96).toImage()


def colourfulness(image: QImage) -> int:
    colour = image.pixelColor(image.width() // 2, image.height() // 2)
    return max(colour.red(), colour.green(), colour.blue()) - min(colour.red(), colour.green(), colour.blue())


def test_a_thumbnail_is_in_colour_once_the_scan_is(qtbot: QtBot, window: MainWindow, opened: list[Document]) -> None:
    wait_for(qtbot, lambda: colourfulness(thumbnail(window, 0)) > 15)
    assert colourfulness(thumbnail(window, 1)) == 0
    change(window, strength=0.0)
    wait_for(qtbot, lambda: colourfulness(thumbnail(window, 0)) == 0)


def test_scans_are_closed_from_the_strip(qtbot: QtBot, window: MainWindow, opened: list[Document]) -> None:
    first, second, third = opened
    menu = feature(window, StripFeature).menu()
    assert window.actions_["close_others"] in menu.actions()
    asked: list[QPoint] = []
    window.strip.menu_wanted.connect(asked.append)
    window.strip.menu_wanted.disconnect(feature(window, StripFeature)._on_strip_menu_wanted)
    qtbot.mouseClick(
        window.strip.viewport(), Qt.MouseButton.RightButton, pos=window.strip.visualItemRect(item(window, 1)).center()
    )
    assert window.documents.current is second
    window.actions_["close_others"].trigger()
    assert window.documents.documents == [second]
    assert first not in window.documents.documents
    assert third not in window.documents.documents


def test_delete_closes_what_is_selected(qtbot: QtBot, window: MainWindow, opened: list[Document]) -> None:
    kept = opened[1]
    click(qtbot, window, 0)
    click(qtbot, window, 2, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.strip, Qt.Key.Key_Delete)
    assert window.documents.documents == [kept]


def test_a_dragged_scan_gives_a_file_with_its_result(
    qtbot: QtBot, window: MainWindow, opened: list[Document], scans: list[Path]
) -> None:
    strip = feature(window, StripFeature)
    change(window, saturation=0.5)
    data = ResultMimeData(strip.begin_files())
    assert data.hasUrls()
    (url,) = data.urls()  # waits for the export, as a file manager does
    path = Path(url.toLocalFile())
    assert path.name == "one_colour.png"
    with open_scan(path) as result, open_scan(scans[0]) as master:
        assert np.ptp(result.read_rows(0, 60).astype(int), axis=2).max() > 5
        difference = np.abs(master.read_lightness(0, 60) - result.read_lightness(0, 60))
    assert difference.max() <= 0.5
    assert "file://" in bytes(data.data("text/uri-list")).decode()
    folder = path.parent.parent
    window.shut_down()
    assert not folder.exists()


def test_a_result_over_its_own_window_is_no_scan_and_not_waited_for(tmp_path: Path) -> None:
    never_written = ResultFile(tmp_path / "x.png")
    assert local_paths(ResultMimeData([never_written])) == ()


def test_a_drag_that_nobody_took_is_forgotten(qtbot: QtBot, window: MainWindow, opened: list[Document]) -> None:
    strip = feature(window, StripFeature)
    first, second = strip.begin_files()[0], strip.begin_files()[0]
    strip.files.drop(second)
    assert first.wait() == first.path
    assert second.ended.is_set()


def test_a_drag_that_fails_gives_no_file_and_is_said(
    qtbot: QtBot, window: MainWindow, opened: list[Document], scans: list[Path]
) -> None:
    scans[0].unlink()
    data = ResultMimeData(feature(window, StripFeature).begin_files())
    assert data.urls() == []
    wait_for(qtbot, lambda: any("one.png" in text for text in window.messages.texts()))


def test_the_result_is_copied_as_an_image(
    qtbot: QtBot, window: MainWindow, opened: list[Document], tmp_path: Path
) -> None:
    change(window, saturation=0.6)
    QGuiApplication.clipboard().clear()
    window.actions_["copy_result"].trigger()
    wait_for(qtbot, lambda: not QGuiApplication.clipboard().image().isNull())
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (90, 60)
    assert "90 × 60" in window.messages.texts()[-1]
    target = tmp_path / "same.png"
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(opened[0], ExportChoice(target, "png", 8, overwrite=False))
    exported = QImage(str(target))
    assert image.pixelColor(40, 30).rgb() == exported.pixelColor(40, 30).rgb()


def test_a_large_result_is_copied_smaller_and_says_so(
    qtbot: QtBot, window: MainWindow, opened: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ResultImageJob, "__init__", _with_most_pixels(ResultImageJob.__init__, 1500))
    QGuiApplication.clipboard().clear()
    feature(window, CopyResultFeature).copy()
    wait_for(qtbot, lambda: not QGuiApplication.clipboard().image().isNull())
    assert QGuiApplication.clipboard().image().width() == 45
    assert "45 × 30" in window.messages.texts()[-1]
    assert "full size" in window.messages.texts()[-1]


def _with_most_pixels(make: object, most: int) -> object:
    def init(self: ResultImageJob, *arguments: object) -> None:
        make(self, *arguments, most_pixels=most)  # type: ignore[operator]

    return init
