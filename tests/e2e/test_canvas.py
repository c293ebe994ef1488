"""What the window promises about looking: comparing, zooming, reading colours, cropping."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from canvas_hand import move
from icc_profiles import ADOBE_RGB, D65, gamma_curve, matrix_profile
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QColorSpace
from pytestqt.qtbot import QtBot
from studio_window import wait_for, wait_until_coloured

from colorstudio.core.color import srgb_lightness
from colorstudio.ui.guess_words import WORDS
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.monitor_profile import screen_space

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A grey TIFF, 2400 x 1600, larger than the overview: dark at the left, light at the right, in 12 steps of 200."""
    row = np.repeat(np.arange(12, dtype=np.uint8) * 14 + 60, 200)
    path = tmp_path / "steps.tif"
    tifffile.imwrite(path, np.tile(row, (1600, 1)), photometric="minisblack")
    return path


def open_coloured(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_paths([path])
    wait_until_coloured(qtbot, window)


def point_at(window: MainWindow, x: float, y: float) -> None:
    """Put the pointer on a place of the result, fractions of the picture."""
    frame = window.canvas.picture_frame()
    at = frame.to_view(x, y) / frame.unit
    move(window.canvas, QPoint(-5, -5))
    move(window.canvas, at.toPoint())


def level_of(column: int) -> int:
    return column // 200 * 14 + 60


class TestReadOut:
    """Numbers under the pointer."""

    def test_they_are_the_scans_lightness_and_the_models_colour(
        self, qtbot: QtBot, window: MainWindow, steps: Path
    ) -> None:
        open_coloured(qtbot, window, steps)
        point_at(window, 1100 / 2400, 0.5)
        lightness, a, b, colour, *rgb, _ = window.status.read_out.texts()
        level = np.array([level_of(1100)], np.uint8)
        expected = float(srgb_lightness(level, grey=True)[0])
        assert float(lightness) == pytest.approx(expected, abs=0.5)
        assert float(a) == pytest.approx(20.0, abs=1.0)
        assert float(b.replace("\N{MINUS SIGN}", "-")) == pytest.approx(0.5 * (expected - 50), abs=1.5)
        assert colour == "#{:02X}{:02X}{:02X}".format(*map(int, rgb))

    def test_over_the_scan_they_are_the_scans_own(self, qtbot: QtBot, window: MainWindow, steps: Path) -> None:
        open_coloured(qtbot, window, steps)
        window.actions_["show_before"].trigger()
        point_at(window, 1100 / 2400, 0.5)
        _, a, b, _, *rgb, _ = window.status.read_out.texts()
        assert (a, b) == ("0.0", "0.0")
        assert rgb == [str(level_of(1100))] * 3

    def test_a_pointer_that_rests_is_told_how_far_the_model_guesses(
        self, qtbot: QtBot, window: MainWindow, steps: Path
    ) -> None:
        open_coloured(qtbot, window, steps)
        point_at(window, 0.5, 0.5)
        assert not window.status.read_out.texts()[-1]
        width = window.status.read_out.width()
        wait_for(qtbot, lambda: window.status.read_out.texts()[-1] in WORDS)
        assert window.status.read_out.width() == width
        window.actions_["show_before"].trigger()
        assert not window.status.read_out.texts()[-1]

    def test_beside_the_picture_there_are_none(self, qtbot: QtBot, window: MainWindow, steps: Path) -> None:
        open_coloured(qtbot, window, steps)
        point_at(window, 0.5, 0.5)
        width = window.status.read_out.width()
        move(window.canvas, QPoint(-5, -5))
        assert not any(window.status.read_out.texts())
        assert window.status.read_out.width() == width

    def test_they_are_read_where_the_picture_lies_when_it_is_mirrored_and_turned(
        self, qtbot: QtBot, window: MainWindow, steps: Path
    ) -> None:
        open_coloured(qtbot, window, steps)
        window.actions_["mirror"].trigger()
        window.actions_["rotate_right"].trigger()
        wait_until_coloured(qtbot, window)
        window.actions_["show_before"].trigger()
        for row, column in ((50, 2350), (2350, 50)):
            wait_for(qtbot, lambda row=row, column=column: _level_at(window, row / 2400) == level_of(column))

    def test_zoomed_in_every_pixel_of_the_scan_is_read(self, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
        path = tmp_path / "dots.tif"
        pixels = np.full((1600, 2400), 90, np.uint8)
        pixels[::2, ::2] = 160
        tifffile.imwrite(path, pixels, photometric="minisblack")
        open_coloured(qtbot, window, path)
        window.actions_["show_before"].trigger()
        window.canvas.zoom_to(8.0)
        window.canvas.centre_on(0.5, 0.5)
        wait_for(qtbot, lambda: _level_at(window, 800.5 / 1600, 1200.5 / 2400) == 160)
        assert _level_at(window, 801.5 / 1600, 1200.5 / 2400) == 90
        assert _level_at(window, 800.5 / 1600, 1201.5 / 2400) == 90


def _level_at(window: MainWindow, y: float, x: float = 0.5) -> int:
    point_at(window, x, y)
    return int(window.status.read_out.texts()[4] or -1)


class TestMonitor:
    """The monitor's profile."""

    def test_what_is_painted_is_for_the_monitor_and_what_is_read_is_not(
        self, qtbot: QtBot, window: MainWindow, steps: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        open_coloured(qtbot, window, steps)
        point_at(window, 0.9, 0.5)
        told, painted = window.status.read_out.texts(), _painted(window)
        profile = matrix_profile("Wide", ADOBE_RGB, D65, gamma_curve(2.2))
        monkeypatch.setattr("colorstudio.ui.features.monitor.monitor_profile", lambda _window: profile)
        window.prepare()
        wait_for(qtbot, lambda: _painted(window) != painted)
        srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
        shown = srgb.transformationToColorSpace(screen_space(profile)).map(painted)
        assert max(abs(a - b) for a, b in zip(shown.getRgb(), _painted(window).getRgb(), strict=True)) <= 2
        point_at(window, 0.9, 0.5)
        assert window.status.read_out.texts() == told
        window.preferences.change(monitor_profile=False)
        wait_for(qtbot, lambda: _painted(window) == painted)


def _painted(window: MainWindow) -> QColor:
    """What is painted in the light part of the result."""
    canvas = window.canvas
    frame = canvas.picture_frame()
    return canvas.grab().toImage().pixelColor((frame.to_view(0.9, 0.5) / frame.unit).toPoint())
