"""The library of models in the real window: cards, import, export, removal, comparison."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import send2trash
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from studio_window import wait_for, wait_until_coloured
from toy_pack import TOY_A, toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.engine.training import training_job
from colorstudio.inference.pack import open_pack, write_pack
from colorstudio.paths import resources_dir
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.models.models_page import ModelsPage
from colorstudio.ui.panels.rail import MODELS

# Dialogs tell the window system how small they may be, and the one without a screen says that it does not listen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A pack on a stick, whose colours are half those of the toy."""
    folder = tmp_path / "stick"
    folder.mkdir()
    card = toy_card(
        id="slides",
        name={"en": "Slides", "ko": "슬라이드"},
        licence="CC-BY-4.0",
        training={"data": "Slides of the archive", "pictures": 300, "steps": 400},
        base_pack="photographs@99.0",
        metrics={"gate": {"finding": "wins", "base": "photographs@99.0"}},
    )
    path = folder / "slides.cspack"
    write_pack(path, card, {name: value / 2 for name, value in toy_weights().items()}, toy_graph())
    return path


def shipped() -> str:
    """Reference of the pack `photographs` that comes with the program."""
    return open_pack(resources_dir() / "models" / "photographs.cspack").card.reference


def show_models(qtbot: QtBot, window: MainWindow, count: int = 1) -> ModelsPage:
    """Go to the models and wait until they are listed, each with its picture."""
    if not window._models:
        window.prepare()
    window._rail._group.button(MODELS).click()
    page = window.models.page
    assert page is not None
    wait_for(qtbot, lambda: page.list.count() >= count)
    wait_for(qtbot, lambda: all(page.list.has_picture(row) for row in range(page.list.count())))
    return page


def drop(widget: Any, *paths: Path) -> bool:
    """Drop files on a widget; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, copy, left, none = (
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(where.toPoint(), copy, data, left, none)
    QGuiApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QGuiApplication.sendEvent(widget, QDropEvent(where, copy, data, left, none))
    return enter.isAccepted()


def choose_files(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))


def take_in(qtbot: QtBot, page: ModelsPage, reference: str) -> None:
    """Say yes to the dialog that shows the model."""
    wait_for(qtbot, lambda: page.importing.looking and page.importing.looking.isVisible())
    page.importing.looking.take.click()
    wait_for(qtbot, lambda: page.list.chosen and page.list.chosen.id == reference)


def rows_of(page: Any) -> dict[str, str]:
    """What stands on the card about the file."""
    from PySide6.QtWidgets import QLabel

    grid = page.card.file.grid
    cells = [(grid.itemAtPosition(row, 0), grid.itemAtPosition(row, 1)) for row in range(grid.rowCount())]
    texts = {}
    for label, value in ((a.widget(), b.widget()) for a, b in cells if a and b):
        found = value if isinstance(value, QLabel) else value.findChild(QLabel)
        texts[label.text()] = found.text()
    return texts


def words_under(section: Any) -> str:
    """All words of a section of the card, if it is there."""
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in section.findChildren(QLabel) if not section.isHidden())


def test_a_shipped_model_shows_its_card_and_stays(qtbot: QtBot, window: MainWindow) -> None:
    page = show_models(qtbot, window, 2)
    page.list.choose(shipped())
    assert page.card.name.text() == "Photographs"
    bar = page._scroll.verticalScrollBar()
    wait_for(qtbot, lambda: bar.maximum())
    bar.setValue(bar.maximum())
    page.set_models(page._models)
    assert bar.value()  # the same card stays where it is read
    page.list.choose(next(model for model in page._models if model.sha256 != page.card.sha256))
    assert not bar.value()
    page.list.choose(shipped())
    assert not page.remove.isEnabled()
    rows = rows_of(page)
    assert page.card.licence.text().startswith("Licence: MIT. Free for every use")
    sources = open_pack(resources_dir() / "models" / "photographs.cspack").card.origins
    assert f"{sources[0].pictures:,} pictures" in words_under(page.card.sources)
    sha256 = open_pack(resources_dir() / "models" / "photographs.cspack").sha256
    assert rows["SHA-256"].replace("\n", "") == sha256
    page.card.findChildren(QAbstractButton)[-1].click()
    assert QGuiApplication.clipboard().text() == sha256


def test_a_pack_from_a_stick_is_shown_taken_used_and_removed(
    qtbot: QtBot, window: MainWindow, home: Path, stick: Path, scan8: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.prepare()
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    page = show_models(qtbot, window, 2)
    count = page.list.count()
    choose_files(monkeypatch, stick)
    page.import_button.click()
    wait_for(qtbot, lambda: page.importing.looking)
    dialog = page.importing.looking
    shown = " ".join(label.text() for label in dialog.findChildren(type(page.card.name)))
    assert "CC BY 4.0. Free for every use if its makers are named." in shown
    assert "not in the library yet" in shown
    assert open_pack(stick).sha256[:32] in shown
    assert "Better than “Photographs”" in shown
    assert not (home / "data" / "models" / "slides-1.0.cspack").exists()
    take_in(qtbot, page, "slides@1.0")
    assert (home / "data" / "models" / "slides-1.0.cspack").is_file()
    wait_for(qtbot, lambda: page.list.has_picture(page.list.currentRow()))

    page.default.click()
    assert window.preferences.settings.model == "slides"
    page.use.click()
    document = window.documents.current
    assert document.edit.choice.model == "slides@1.0"
    wait_until_coloured(qtbot, window)
    assert float(document.chroma.chroma.ab[..., 0].mean()) == pytest.approx(TOY_A / 2, abs=0.2)

    trashed: list[Path] = []
    monkeypatch.setattr(send2trash, "send2trash", lambda path: (trashed.append(path), Path(path).unlink()))
    page = show_models(qtbot, window, count + 1)
    page.list.choose("slides@1.0")
    page.remove.click()
    box = page.findChild(QMessageBox, "removeQuestion")
    assert scan8.name in box.informativeText()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert page.list.count() == count + 1
    page.remove.click()
    box = next(each for each in page.findChildren(QMessageBox, "removeQuestion") if each.isVisible())
    next(button for button in box.findChildren(QPushButton) if button.text() == "Move to the trash").click()
    wait_for(qtbot, lambda: page.list.count() == count)
    assert [path.name for path in trashed] == ["slides-1.0.cspack"]
    wait_for(qtbot, lambda: window.preferences.settings.model == "photographs")


def test_packs_can_be_dropped_and_the_same_is_not_taken_twice(
    qtbot: QtBot, window: MainWindow, stick: Path, scan8: Path
) -> None:
    page = show_models(qtbot, window)
    assert drop(page, stick)
    take_in(qtbot, page, "slides@1.0")
    assert not window.documents.documents
    assert drop(page, scan8)
    assert [document.path for document in window.documents.documents] == [scan8]
    page.list.choose("photographs@99.0")
    assert drop(window, stick)
    wait_for(qtbot, lambda: page.importing.looking and page.importing.looking.isVisible())
    dialog = page.importing.looking
    assert not dialog.take.isVisible()
    dialog.reject()

    namesake = stick.with_name("other.cspack")
    write_pack(namesake, toy_card(id="slides", name={"en": "Others"}), toy_weights(), toy_graph())
    broken = stick.with_name("broken.cspack")
    broken.write_bytes(b"nothing")
    drop(page, broken, namesake)
    wait_for(qtbot, lambda: any("broken.cspack" in text for text in page.messages.texts()))
    take_in(qtbot, page, "slides@1.1")


def test_a_model_is_exported_as_the_same_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show_models(qtbot, window, 2)
    page.list.choose(shipped())
    target = tmp_path / "for the others.cspack"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.export.click()
    wait_for(qtbot, lambda: page.messages.texts())
    assert str(target) in page.messages.texts()[0]
    assert open_pack(target).sha256 == page.list.chosen.sha256


def test_models_are_compared_on_the_open_scan(
    qtbot: QtBot, window: MainWindow, home: Path, stick: Path, scan8: Path
) -> None:
    page = show_models(qtbot, window)
    assert not page.compare_button.isEnabled()
    shutil.copy(stick, home / "data" / "models" / "slides-1.0.cspack")
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    with qtbot.waitSignal(window.engine.models_listed, timeout=20_000):
        window.engine.refresh_models()
    page = show_models(qtbot, window, 3)
    page.compare_button.click()
    view = page.comparison
    assert set(view.tiles) >= {"photographs@99.0", shipped(), "slides@1.0"}
    wait_for(qtbot, lambda: all(tile.picture.has_picture for tile in view.tiles.values()))
    assert not view.tiles["photographs@99.0"].use.isEnabled()

    def redness(reference: str) -> int:
        colour = view.tiles[reference].picture._pixmap.toImage().pixelColor(200, 100)
        return int(colour.red() - colour.green())

    assert redness("photographs@99.0") > redness("slides@1.0") > 5
    view.tiles["slides@1.0"].use.click()
    assert window.canvas.isVisible()
    assert window.documents.current.edit.choice.model == "slides@1.0"
    window.actions_["undo"].trigger()
    assert window.documents.current.edit.choice.model == "photographs"


CONVERTER = """
import json, shutil, sys
words = sys.argv[1:]
if any(word.startswith("--options") for word in words):
    sentence = "The options cannot be read."
    print(json.dumps({"event": "failed", "error": sentence, "template": sentence, "values": {}}))
    sys.exit(1)
out = words[words.index("-o") + 1]
shutil.copy(words[1] + ".cspack", out)
print(json.dumps({"event": "progress", "done": 1, "total": 5}))
print(json.dumps({"event": "converted", "pack": out, "words": words}))
"""


def test_a_checkpoint_is_converted_and_taken(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a trainer that answers at once; `tests/training/test_convert.py` has the real one."""
    asked: list[list[str]] = []

    def command(words: list[str], config: object = None) -> list[str]:
        asked.append(list(words))
        return [sys.executable, "-S", "-c", CONVERTER, *words]

    monkeypatch.setattr(training_job, "trainer_command", command)
    folder = tmp_path / "Maps of the town"
    folder.mkdir()
    checkpoint = folder / "latest_net_G.pth"
    checkpoint.touch()
    write_toy_pack(folder, id="town-maps", licence="CC0-1.0").path.rename(f"{checkpoint}.cspack")
    page = show_models(qtbot, window)
    choose_files(monkeypatch, checkpoint)
    page.import_button.click()
    dialog = page.importing.converting
    assert dialog is not None
    assert dialog.name.text() == "Maps of the town"
    dialog.name.clear()
    assert not dialog.convert.isEnabled()
    dialog.name.setText("Town maps")
    dialog.licence.setText("CC0-1.0")
    dialog.options.setText(str(folder / "missing.txt"))
    dialog.convert.click()
    assert not dialog.name.isEnabled()
    wait_for(qtbot, lambda: dialog.error.isVisible())
    assert dialog.error.text() == "The options cannot be read."
    dialog.options.clear()
    dialog.norm.setCurrentIndex(1)
    dialog.convert.click()
    take_in(qtbot, page, "town-maps@1.0")
    assert {"running", "--name=Town maps", "--licence=CC0-1.0", "--id=town-maps", "--events"} <= set(asked[-1])
    assert page.list.chosen.licence == "CC0-1.0"
    assert page.list.chosen.is_own
    assert page.importing.converting is None


def test_everything_on_the_page_has_a_name_and_speaks_korean(
    qtbot: QtBot, window: MainWindow, home: Path, stick: Path
) -> None:
    write_toy_pack(home / "data" / "models", id="third")
    page = show_models(qtbot, window, 3)
    for button in page.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text() or not button.isVisible()
        assert button.toolTip() or not button.isVisible(), button.text()
    window.preferences.change(language="ko")
    try:
        wait_for(qtbot, lambda: page.import_button.text() != "Import…")
        assert page.card._kind.text() != "Version 99.0 · your own"
        page.list.choose(shipped())
        assert page.card.name.text() == "사진"
        assert page.card.licence.text().startswith("라이선스: MIT")
        sources = open_pack(resources_dir() / "models" / "photographs.cspack").card.origins
        assert f"{sources[0].pictures:,}장" in words_under(page.card.sources)
    finally:
        window.preferences.change(language="en")
