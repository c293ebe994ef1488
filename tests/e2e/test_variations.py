"""Variations and the guess map through the real window: what is chosen there is what is exported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from canvas_hand import LEFT, move
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from studio_window import feature, open_window, section, wait_for, wait_until_coloured
from toy_pack import NOISY, TOY_A, TOY_NOISE, write_toy_pack

from colorstudio.cli import main
from colorstudio.core.adjust import Adjustments
from colorstudio.core.color import srgb_to_lab
from colorstudio.core.recipe import Recipe
from colorstudio.core.scan import open_scan
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.guess import GuessFeature
from colorstudio.ui.features.variations import VariationsFeature
from colorstudio.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window with two models that have noise; the second one knows no hints and is older."""
    models = home / "data" / "models"
    models.mkdir(parents=True)
    write_toy_pack(models, id="photographs", version="99.0", name={"en": "Photographs", "ko": "사진"}, **NOISY)
    write_toy_pack(models, id="books", version="1.0", name={"en": "Books", "ko": "책"}, chroma_gain=0.5)
    with open_window(qtbot, home, monkeypatch) as window:
        window.engine.prepare("photographs", "cpu")
        yield window


@pytest.fixture
def light(tmp_path: Path) -> Path:
    """A scan of L* about 70, 300 dpi, on which every seed moves a* and b* by 7 or 8."""
    import tifffile

    path = tmp_path / "light.tif"
    pixels = np.linspace(41000, 46000, 150 * 200).reshape(150, 200).astype(np.uint16)
    tifffile.imwrite(path, pixels, photometric="minisblack", resolution=(300, 300), resolutionunit="INCH")
    return path


def open_sheet(qtbot: QtBot, window: MainWindow, scan: Path) -> VariationsFeature:
    """Open a scan and the sheet, and wait for all of it."""
    window.open_paths([scan])
    wait_until_coloured(qtbot, window)
    return pull_out_sheet(qtbot, window)


@pytest.fixture
def two_halves(tmp_path: Path) -> Path:
    """A scan whose left half is nearly black, where the toy is sure, and whose right half is light."""
    path = tmp_path / "halves.png"
    pixels = np.full((150, 200), 14, np.uint8)
    pixels[:, 100:] = 200
    Image.fromarray(pixels).save(path)
    return path


def pull_out_sheet(qtbot: QtBot, window: MainWindow) -> VariationsFeature:
    """Open the sheet, and wait for all of it."""
    window.actions_["show_variations"].trigger()
    found: VariationsFeature = feature(window, VariationsFeature)
    wait_for_tiles(qtbot, found)
    return found


def wait_for_tiles(qtbot: QtBot, found: VariationsFeature) -> None:
    tiles = found.sheet.tiles
    wait_for(qtbot, lambda: tiles.count() and all(map(tiles.has_picture, range(tiles.count()))))


def row_of(found: VariationsFeature, word: str) -> int:
    tiles = found.sheet.tiles
    return next(row for row in range(tiles.count()) if tiles.item(row).text() == word)


def click_tile(found: VariationsFeature, word: str) -> None:
    tiles = found.sheet.tiles
    item = tiles.item(row_of(found, word))
    tiles.scrollToItem(item)
    QTest.mouseClick(tiles.viewport(), LEFT, pos=tiles.visualItemRect(item).center())


def shown_ab(window: MainWindow, x: float, y: float) -> tuple[float, float]:
    """a*, b* of what is on the canvas at a place."""
    image = window.documents.current.base.after
    colour = image.pixelColor(int(x * image.width()), int(y * image.height()))
    lab = srgb_to_lab(np.array([[[colour.red(), colour.green(), colour.blue()]]], np.uint8))
    return float(lab[0, 0, 1]), float(lab[0, 0, 2])


def export(qtbot: QtBot, window: MainWindow, target: Path) -> None:
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "tiff", 16, overwrite=False))


def same_from_command_line(target: Path, scan: Path) -> Path:
    """The same result from the sidecar's recipe."""
    again = target.with_name("again.tif")
    words = ["colorize", str(scan), "-o", str(again), "--recipe", f"{target}.json", "--bits", "16", "--device", "cpu"]
    assert main(words) == 0
    return again


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def a_of(path: Path) -> np.ndarray:
    with open_scan(path) as scan:
        return np.asarray(srgb_to_lab(scan.read_rows(0, scan.info.height))[..., 1])


def test_the_button_of_the_panel_opens_the_sheet_and_closes_it(qtbot: QtBot, window: MainWindow, light: Path) -> None:
    window.open_paths([light])
    wait_until_coloured(qtbot, window)
    button = section(window, "variations")._sheet
    button.click()
    assert window.drawer.isVisible()
    assert button.isChecked()
    window.actions_["show_variations"].trigger()
    assert not button.isChecked()
    button.click()
    button.click()
    assert not window.drawer.isVisible()


def test_a_variation_is_seen_before_it_is_chosen_and_exported_as_chosen(
    qtbot: QtBot, window: MainWindow, light: Path, tmp_path: Path
) -> None:
    found = open_sheet(qtbot, window, light)
    words = [found.sheet.tiles.item(row).text() for row in range(found.sheet.tiles.count())]
    assert words[:3] == ["So far", "Variation 1", "Variation 2"]
    assert {"192 px", "256 px", "Books"} < set(words)
    assert found.sheet.tiles.is_in_use(0)

    usual = shown_ab(window, 0.5, 0.5)[0]
    click_tile(found, "Variation 2")  # moves a* up
    wait_for(qtbot, lambda: shown_ab(window, 0.5, 0.5)[0] > usual + 4)
    assert window.documents.current.edit.choice.seed is None
    QTest.keyClick(found.sheet.tiles, Qt.Key.Key_Escape)
    wait_for(qtbot, lambda: abs(shown_ab(window, 0.5, 0.5)[0] - usual) < 1)
    assert not window.drawer.isVisible()

    found = pull_out_sheet(qtbot, window)
    click_tile(found, "Variation 2")
    QTest.keyClick(found.sheet.tiles, Qt.Key.Key_Return)
    assert window.documents.current.edit.choice.seed == 2
    assert window.documents.current.is_coloured  # it was predicted for the sheet
    assert found.sheet.tiles.is_in_use(row_of(found, "Variation 2"))
    window.actions_["undo"].trigger()
    assert window.documents.current.edit.choice.seed is None
    window.actions_["redo"].trigger()

    target = tmp_path / "out.tif"
    export(qtbot, window, target)
    assert a_of(target)[75, 100] == pytest.approx(TOY_A + TOY_NOISE * 0.7, abs=1.0)
    assert Recipe.read(tmp_path / "out.tif.json").seed == 2
    assert digest(same_from_command_line(target, light)) == digest(target)


def lasso_left_half(window: MainWindow) -> None:
    frame = window.canvas.picture_frame()
    assert frame is not None
    corners = [frame.to_view(x, y) / frame.unit for x, y in ((0.02, 0.02), (0.5, 0.02), (0.5, 0.98), (0.02, 0.98))]
    QTest.mousePress(window.canvas, LEFT, pos=corners[0].toPoint())
    for corner in corners[1:]:
        move(window.canvas, corner.toPoint(), LEFT)
    QTest.mouseRelease(window.canvas, LEFT, pos=corners[-1].toPoint())


def test_a_lassoed_region_takes_another_variation_and_is_exported_so(
    qtbot: QtBot, window: MainWindow, light: Path, tmp_path: Path
) -> None:
    found = open_sheet(qtbot, window, light)
    click_tile(found, "Variation 2")
    found.sheet._region.click()
    assert window.tools.current == "tool_lasso"
    usual = TOY_A
    lasso_left_half(window)
    document = window.documents.current
    assert len(document.edit.choice.patches) == 1
    assert document.edit.choice.seed is None
    wait_until_coloured(qtbot, window)
    wait_for(qtbot, lambda: shown_ab(window, 0.2, 0.5)[0] > usual + 4)
    assert shown_ab(window, 0.8, 0.5)[0] == pytest.approx(usual, abs=2)

    panel = section(window, "variations")
    assert panel._list.count() == 1
    assert "Variation 2" in panel._list.item(0).text()
    panel._feather._slider.setValue(0)
    panel._feather._finish()
    wait_until_coloured(qtbot, window)
    assert document.edit.choice.patches[0].feather == 0
    target = tmp_path / "out.tif"
    export(qtbot, window, target)
    row = a_of(target)[75]
    assert row[40] == pytest.approx(TOY_A + TOY_NOISE * 0.7, abs=1.0)
    assert row[160] == pytest.approx(TOY_A, abs=1.0)
    assert digest(same_from_command_line(target, light)) == digest(target)

    panel._remove.click()
    assert document.edit.choice.patches == ()
    wait_for(qtbot, lambda: abs(shown_ab(window, 0.2, 0.5)[0] - usual) < 2)
    window.actions_["undo"].trigger()
    assert len(document.edit.choice.patches) == 1


def test_a_region_that_is_drawn_first_waits_for_its_variation_from_another_model(
    qtbot: QtBot, window: MainWindow, light: Path, tmp_path: Path
) -> None:
    window.open_paths([light])
    wait_until_coloured(qtbot, window)
    window.actions_["tool_lasso"].trigger()
    lasso_left_half(window)
    found: VariationsFeature = feature(window, VariationsFeature)
    assert window.drawer.sheet is found.sheet
    assert window.documents.current.edit.choice.patches == ()
    wait_for_tiles(qtbot, found)
    click_tile(found, "Books")
    QTest.keyClick(found.sheet.tiles, Qt.Key.Key_Return)
    (patch,) = window.documents.current.edit.choice.patches
    assert patch.model is not None
    assert patch.model.reference == "books@1.0"
    wait_until_coloured(qtbot, window)
    target = tmp_path / "out.tif"
    export(qtbot, window, target)
    row = a_of(target)[75]
    assert row[40] == pytest.approx(TOY_A / 2, abs=1.0)
    assert row[160] == pytest.approx(TOY_A, abs=1.0)
    assert digest(same_from_command_line(target, light)) == digest(target)


def test_the_tiles_have_the_colours_of_the_look(qtbot: QtBot, window: MainWindow, light: Path) -> None:
    found = open_sheet(qtbot, window, light)

    def is_grey(row: int) -> bool:
        pixel = found.sheet.tiles.item(row).data(Qt.ItemDataRole.UserRole + 1).toImage().pixelColor(20, 20)
        return max(pixel.red(), pixel.green(), pixel.blue()) - min(pixel.red(), pixel.green(), pixel.blue()) < 3

    assert not is_grey(0)
    window.documents.change_look("Grey", adjustments=Adjustments(strength=0))
    wait_for(qtbot, lambda: all(map(is_grey, range(found.sheet.tiles.count()))))


def test_the_guess_map_lies_over_the_picture_in_words_too(qtbot: QtBot, window: MainWindow, two_halves: Path) -> None:
    """The toy is sure of the dark and unsure of the light; the scan is nearly black at the left."""
    window.open_paths([two_halves])
    wait_until_coloured(qtbot, window)
    plain = window.canvas.grab().toImage()
    panel = section(window, "guess")
    panel._show.click()
    assert window.actions_["show_guess"].isChecked()
    document = window.documents.current
    wait_for(qtbot, lambda: document.chroma.chroma.guess is not None)
    found: GuessFeature = feature(window, GuessFeature)
    wait_for(qtbot, lambda: found._drawn is not None)
    frame = window.canvas.picture_frame()
    assert frame is not None

    def changed(x: float) -> bool:
        place = (frame.to_view(x, 0.5) / frame.unit).toPoint()
        return window.canvas.grab().toImage().pixelColor(place) != plain.pixelColor(place)

    assert changed(0.9)
    assert not changed(0.2)
    shares = [label.text() for label in panel._legend._shares]
    assert all(share.endswith("%") for share in shares)
    move(window.canvas, (frame.to_view(0.95, 0.9) / frame.unit).toPoint())
    assert "a guess" in window.status.read_out.accessibleName() + _texts(window)
    panel._show.click()
    assert not changed(0.9)


def _texts(window: MainWindow) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in window.status.findChildren(QLabel))


def test_uncertain_areas_fade_live_and_in_the_export_as_on_the_command_line(
    qtbot: QtBot, window: MainWindow, two_halves: Path, tmp_path: Path
) -> None:
    window.open_paths([two_halves])
    wait_until_coloured(qtbot, window)
    panel = section(window, "guess")
    panel._fades.click()
    document = window.documents.current
    assert document.edit.look.guess_fade == pytest.approx(0.6)
    at_once = tmp_path / "at_once.tif"
    export(qtbot, window, at_once)  # whether the window has measured the map or not
    wait_for(qtbot, lambda: document.chroma.chroma.guess is not None)
    wait_for(qtbot, lambda: max(map(abs, shown_ab(window, 0.8, 0.5))) < 2)
    assert shown_ab(window, 0.2, 0.5)[0] > 4

    target = tmp_path / "out.tif"
    export(qtbot, window, target)
    assert digest(target) == digest(at_once)
    assert digest(same_from_command_line(target, two_halves)) == digest(target)
    row = a_of(target)[75]
    assert row[40] > 4
    assert abs(row[160]) < 0.5

    panel._threshold._slider.setValue(100)
    panel._threshold._finish()
    wait_for(qtbot, lambda: max(map(abs, shown_ab(window, 0.8, 0.5))) > 5)
    panel._fades.click()
    assert document.edit.look.guess_fade is None
    window.actions_["undo"].trigger()
    assert document.edit.look.guess_fade == 1.0
    assert document.history.count() == 3
