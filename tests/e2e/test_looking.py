"""What the window promises about comparing, moving about and cropping."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from canvas_hand import LEFT, drag, pixel_under, turn_wheel
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot
from studio_window import wait_for, wait_until_coloured

from colorstudio.core.color import srgb_lightness
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Crop
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.crop import CropFeature
from colorstudio.ui.features.looking import LookingFeature
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.widgets.elided_label import ElidedLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def ramp(tmp_path: Path) -> Path:
    """A grey TIFF, 1600 x 1200, larger than the overview, darker at the left."""
    path = tmp_path / "ramp.tif"
    row = np.linspace(70, 190, 1600).astype(np.uint8)
    tifffile.imwrite(path, np.tile(row, (1200, 1)), photometric="minisblack")
    return path


@pytest.fixture
def coloured(qtbot: QtBot, window: MainWindow, ramp: Path) -> MainWindow:
    """The window with a coloured scan."""
    window.open_paths([ramp])
    wait_until_coloured(qtbot, window)
    return window


def feature(window: MainWindow, kind: type) -> object:
    return next(each for each in window.features if isinstance(each, kind))


def painted(window: MainWindow, x: float, y: float) -> QColor:
    """What is painted at a place of the result, fractions of the picture."""
    frame = window.canvas.picture_frame()
    return window.canvas.grab().toImage().pixelColor((frame.to_view(x, y) / frame.unit).toPoint())


def lightness_of(colour: QColor) -> float:
    return float(srgb_lightness(np.array(colour.getRgb()[:3], np.uint8)))


class TestComparing:
    """Scan and result."""

    def test_side_by_side_zooms_and_pans_both(self, qtbot: QtBot, coloured: MainWindow) -> None:
        coloured.resize(1600, 700)
        wait_for(qtbot, lambda: coloured.canvas.width() > 1.5 * coloured.canvas.height())
        coloured.actions_["show_side_by_side"].trigger()
        canvas = coloured.canvas
        half = canvas.width() // 2 + 1
        left, right = QPoint(half // 2, canvas.height() // 2), QPoint(half // 2 + half, canvas.height() // 2)
        turn_wheel(canvas, left, 1200)
        assert canvas.can_pan
        assert pixel_under(canvas, left) == pytest.approx(pixel_under(canvas, right), abs=2)
        before = pixel_under(canvas, right)
        drag(canvas, right, right - QPoint(60, 40))
        after = pixel_under(canvas, left)
        assert after[0] > before[0]
        assert after[1] > before[1]
        scan, result = canvas.grab().toImage().pixelColor(left), canvas.grab().toImage().pixelColor(right)
        assert scan.hslSaturation() == 0
        assert result.hslSaturation() > 20

    def test_colour_only_has_one_lightness_everywhere(self, qtbot: QtBot, coloured: MainWindow) -> None:
        places = [(x, 0.6) for x in (0.1, 0.3, 0.5, 0.7, 0.9)]
        spread = np.ptp([lightness_of(painted(coloured, *place)) for place in places])
        assert spread > 20
        coloured.actions_["show_colour_only"].trigger()

        def is_even() -> bool:
            seen = [lightness_of(painted(coloured, *place)) for place in places]
            return bool(np.ptp(seen) < 1.5 and abs(np.mean(seen) - 65) < 1.5)

        wait_for(qtbot, is_even)
        assert painted(coloured, 0.1, 0.6) != painted(coloured, 0.9, 0.6)
        assert np.ptp([lightness_of(coloured.documents.current.base.after.pixelColor(x, 300)) for x in (60, 1200)]) > 20
        coloured.actions_["show_after"].trigger()
        wait_for(qtbot, lambda: np.ptp([lightness_of(painted(coloured, *place)) for place in places]) > 20)


class TestMoving:
    """Zoom, map, tools."""

    def test_the_map_moves_the_view_and_can_be_switched_off(self, coloured: MainWindow) -> None:
        mini_map = feature(coloured, LookingFeature).map
        assert not mini_map.isVisible()
        coloured.actions_["zoom_actual"].trigger()
        coloured.canvas.zoom_to(2.0)
        assert mini_map.isVisible()
        QTest.mouseClick(mini_map, LEFT, pos=QPoint(mini_map.width() * 3 // 4, mini_map.height() // 4))
        middle = coloured.canvas.visible_part().center()
        assert (middle.x(), middle.y()) == pytest.approx((0.75, 0.25), abs=0.02)
        coloured.actions_["overview_map"].trigger()
        assert not mini_map.isVisible()
        assert not coloured.preferences.settings.overview_map

    def test_the_zoom_menu_goes_to_a_scale(self, coloured: MainWindow) -> None:
        entries = {action.text(): action for action in coloured._top_bar._zoom.menu().actions()}
        entries["400 %"].trigger()
        assert coloured.canvas.zoom == 4.0
        assert coloured._top_bar._zoom.text() == "400 %"

    def test_every_tool_has_a_button_and_esc_puts_it_away(self, qtbot: QtBot, coloured: MainWindow) -> None:
        bar = coloured._tool_bar.findChildren(QToolButton)
        assert {button.defaultAction().objectName() for button in bar} == set(coloured.tools.names)
        crop = next(button for button in bar if button.defaultAction().objectName() == "tool_crop")
        QTest.mouseClick(crop, LEFT)
        assert coloured.tools.current == "tool_crop"
        assert crop.isChecked()
        coloured.actions_["recolour"].trigger()
        job = coloured.documents.current.job
        coloured.activateWindow()
        QTest.keyClick(coloured, Qt.Key.Key_Escape)
        assert coloured.tools.current == "tool_hand"
        wait_for(qtbot, lambda: not coloured.documents.current.job)
        assert job
        assert coloured.documents.current.is_coloured

    def test_the_picture_alone_hides_the_rest_until_esc(self, coloured: MainWindow) -> None:
        around = (
            coloured.menuBar(),
            coloured._rail,
            coloured._top_bar,
            coloured._tool_bar,
            coloured.status,
            coloured.panel,
        )
        coloured.actions_["full_screen"].trigger()
        assert coloured.isFullScreen()
        coloured.actions_["picture_alone"].trigger()
        assert not any(part.isVisible() for part in around)
        coloured.actions_["escape"].trigger()
        assert all(part.isVisible() for part in around)
        coloured.actions_["escape"].trigger()
        assert not coloured.isFullScreen()
        assert not coloured.actions_["escape"].isEnabled()

    def test_the_surround_is_the_grey_that_was_chosen(self, coloured: MainWindow) -> None:
        for setting, grey in (("dark", "#2b2b2b"), ("middle", "#757575"), ("light", "#b4b4b4")):
            coloured.preferences.change(surround=setting)
            assert coloured.canvas.grab().toImage().pixelColor(2, 2).name() == grey


def crop_by_hand(window: MainWindow, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a crop between two places, fractions of the picture."""
    window.actions_["tool_crop"].trigger()
    frame = window.canvas.picture_frame()
    places = [(QPointF(frame.to_view(*place)) / frame.unit).toPoint() for place in (start, end)]
    drag(window.canvas, *places)


class TestCropping:
    """The part that is exported."""

    def test_a_crop_is_exported_at_its_size_and_turns_with_the_picture(
        self, qtbot: QtBot, coloured: MainWindow, ramp: Path, tmp_path: Path
    ) -> None:
        crop_by_hand(coloured, (0.25, 0.25), (0.75, 0.5))
        bar = feature(coloured, CropFeature).bar
        assert bar.isVisible()
        QTest.keyClick(coloured.canvas, Qt.Key.Key_Return)
        assert not bar.isVisible()
        crop = coloured.documents.current.edit.crop
        assert (crop.x0, crop.y0, crop.x1, crop.y1) == pytest.approx((0.25, 0.25, 0.75, 0.5), abs=0.005)
        assert painted(coloured, 0.1, 0.1).lightness() < 40
        assert " of 1600 × 1200 · " in coloured.status.findChild(ElidedLabel).text()
        coloured.actions_["flip"].trigger()
        flipped = coloured.documents.current.edit.crop
        assert (flipped.y0, flipped.y1) == pytest.approx((1 - crop.y1, 1 - crop.y0))
        coloured.actions_["undo"].trigger()
        wait_until_coloured(qtbot, coloured)
        target = tmp_path / "part.tif"
        with qtbot.waitSignal(coloured.exports.exported, timeout=20_000):
            coloured.exports.export(coloured.documents.current, ExportChoice(target, "tiff", 8, overwrite=False))
        x0, y0, x1, y1 = (round(crop.x0 * 1600), round(crop.y0 * 1200), round(crop.x1 * 1600), round(crop.y1 * 1200))
        with open_scan(target) as part, open_scan(ramp) as scan:
            assert (part.info.width, part.info.height) == (x1 - x0, y1 - y0)
            lightness, whole = part.read_lightness(0, y1 - y0), scan.read_lightness(0, y1)[y0:, x0:x1]
        assert np.abs(lightness - whole).max() <= 0.5

    def test_esc_discards_it_and_undo_and_the_menu_remove_it(self, coloured: MainWindow) -> None:
        edit = coloured.documents.current.edit
        crop_by_hand(coloured, (0.25, 0.25), (0.75, 0.5))
        QTest.keyClick(coloured.canvas, Qt.Key.Key_Escape)
        assert coloured.documents.current.edit == edit
        assert coloured.tools.current == "tool_hand"
        crop_by_hand(coloured, (0.25, 0.25), (0.75, 0.5))
        coloured.actions_["tool_hand"].trigger()
        assert coloured.documents.current.edit.crop is not None
        coloured.actions_["undo"].trigger()
        assert coloured.documents.current.edit == edit
        coloured.actions_["redo"].trigger()
        coloured.actions_["remove_crop"].trigger()
        assert coloured.documents.current.edit == edit
        assert not coloured.actions_["remove_crop"].isEnabled()

    def test_a_shape_is_kept_and_the_whole_scan_comes_back(self, coloured: MainWindow) -> None:
        coloured.documents.change("crop", _with_crop(coloured, Crop(0.1, 0.1, 0.9, 0.9)))
        coloured.actions_["tool_crop"].trigger()
        crop = feature(coloured, CropFeature)
        crop.bar._ratio.setCurrentIndex(crop.bar._ratio.findData(1.0))
        assert crop.tool.box.width == crop.tool.box.height == 960
        assert crop.bar._size.text() == "960 × 960 px"
        QTest.mouseClick(crop.bar._remove, LEFT)
        assert coloured.documents.current.edit.crop is None
        assert coloured.tools.current == "tool_hand"


def _with_crop(window: MainWindow, crop: Crop) -> object:
    from dataclasses import replace

    return replace(window.documents.current.edit, crop=crop)
