"""Taking the colours of a reference photograph, through the real window."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from studio_window import section, wait_for, wait_until_coloured

from colorstudio.cli import main
from colorstudio.core.color import srgb_to_lab
from colorstudio.core.scan import open_scan
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.main_window import MainWindow


@pytest.fixture
def meadow(tmp_path: Path) -> Path:
    """A reference that is green everywhere, at all lightnesses."""
    light = np.linspace(0.1, 1.0, 64)[None, :, None]
    path = tmp_path / "meadow.png"
    Image.fromarray(np.rint(np.tile(np.array([80, 190, 60]) * light, (48, 1, 1))).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def coloured(qtbot: QtBot, window: MainWindow, scan16: Path) -> MainWindow:
    """The window with a coloured scan: the toy model makes it red (a* = 20)."""
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    section(window, "palette").set_open(True)
    return window


def take(qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose a photograph in the dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(section(window, "palette")._file, Qt.MouseButton.LeftButton)
    wait_for(qtbot, lambda: window.documents.current.edit.look.palette)


def mean_a(path: Path) -> float:
    """The mean a* of the middle of a result."""
    with open_scan(path) as scan:
        lab = srgb_to_lab(scan.read_rows(0, scan.info.height))
    return float(lab[40:110, 60:150, 1].mean())


def export(qtbot: QtBot, window: MainWindow, path: Path) -> Path:
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(path, "tiff", 16, overwrite=True))
    return path


def test_a_reference_pulls_the_colours_to_its_own_and_survives_export_and_recipe(
    qtbot: QtBot, coloured: MainWindow, scan16: Path, meadow: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = mean_a(export(qtbot, coloured, tmp_path / "plain.tif"))
    assert plain > 15
    take(qtbot, coloured, meadow, monkeypatch)
    panel = section(coloured, "palette")
    assert panel._name.text() == "meadow.png"
    assert panel._strip.isVisible()
    assert coloured.documents.current.history.undoText() == "Take the colours of meadow.png"
    panel._amount._enter(50)
    half = mean_a(export(qtbot, coloured, tmp_path / "half.tif"))
    panel._amount._enter(100)
    whole = mean_a(export(qtbot, coloured, tmp_path / "whole.tif"))
    assert whole < half < plain
    assert whole == pytest.approx(reference_a(meadow), abs=6)

    recipe = tmp_path / "whole.tif.json"
    meadow.unlink()  # statistics are enough
    again = tmp_path / "again.tif"
    assert main(["colorize", str(scan16), "-o", str(again), "--recipe", str(recipe), "--bits", "16"]) == 0
    with open_scan(again) as one, open_scan(tmp_path / "whole.tif") as other:
        np.testing.assert_array_equal(one.read_rows(0, 150), other.read_rows(0, 150))
    assert "cells" in json.loads(recipe.read_text())["recipe"]["palette"]

    QTest.mouseClick(panel._remove, Qt.MouseButton.LeftButton)
    assert coloured.documents.current.edit.look.palette is None
    assert not panel._strip.isVisible()
    assert mean_a(export(qtbot, coloured, tmp_path / "plain.tif")) == plain
    coloured.actions_["undo"].trigger()
    assert panel._amount.value() == 100


def reference_a(path: Path) -> float:
    """The mean a* of the reference where it is about as light as the middle of the scan."""
    lab = srgb_to_lab(np.asarray(Image.open(path).convert("RGB")))
    return float(lab[abs(lab[..., 0] - 53) < 15, 1].mean())


def test_the_colours_on_screen_follow_the_amount(
    qtbot: QtBot, coloured: MainWindow, meadow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(qtbot, coloured, meadow, monkeypatch)
    wait_for(qtbot, lambda: greenness(coloured) > 0)
    section(coloured, "palette")._amount._enter(0)
    wait_for(qtbot, lambda: greenness(coloured) < 0)


def greenness(window: MainWindow) -> int:
    image = window.documents.current.base.after
    colour = image.pixelColor(image.width() // 2, image.height() // 2)
    return colour.green() - colour.red()


def test_a_photograph_dropped_on_the_section_is_taken(qtbot: QtBot, coloured: MainWindow, meadow: Path) -> None:
    panel = section(coloured, "palette")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(meadow))])
    button, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, button, keys)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(panel, QDropEvent(QPointF(5, 5), action, data, button, keys))
    wait_for(qtbot, lambda: coloured.documents.current.edit.look.palette)
    assert len(coloured.documents.documents) == 1


def test_the_result_of_another_open_scan_is_taken_if_it_has_no_colours_of_its_own(
    qtbot: QtBot, coloured: MainWindow, scan8: Path
) -> None:
    first = coloured.documents.current
    coloured.open_paths([scan8])
    wait_until_coloured(qtbot, coloured)
    panel = section(coloured, "palette")
    panel._scans.aboutToShow.emit()
    (entry,) = panel._scans.actions()
    assert entry.text() == first.path.name
    entry.trigger()
    wait_for(qtbot, lambda: coloured.documents.current.edit.look.palette)
    cells = [cell for cell in coloured.documents.current.edit.look.palette.cells if cell.weight > 0.02]
    assert all(cell.a > 5 for cell in cells)


def test_a_grey_reference_is_refused_in_one_sentence(
    qtbot: QtBot, coloured: MainWindow, scan8: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan8), ""))
    QTest.mouseClick(section(coloured, "palette")._file, Qt.MouseButton.LeftButton)
    wait_for(qtbot, lambda: coloured.messages.texts())
    assert coloured.messages.texts()[-1] == "steps.png has no colours to take; choose a colour photograph."
    assert coloured.documents.current.edit.look.palette is None
    assert coloured.documents.current.history.count() == 0
