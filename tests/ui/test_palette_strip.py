"""The strip of a palette shows the colours that are kept of the reference."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from colorstudio.core.steering import Palette, PaletteCell
from colorstudio.ui.widgets.palette_strip import PaletteStrip, block_rows, cell_colour


def cell(lightness: float, height: float, a: float, b: float, weight: float) -> PaletteCell:
    return PaletteCell(lightness, height, a, b, 1.0, 1.0, weight)


SKY, CLOUD, GRASS = cell(40, 0.2, 0, -40, 0.3), cell(90, 0.2, 0, -5, 0.2), cell(45, 0.8, -40, 40, 0.5)


def test_rows_are_heights_from_the_top_and_go_from_dark_to_light() -> None:
    assert block_rows((GRASS, CLOUD, SKY)) == [[SKY, CLOUD], [GRASS]]


def test_cells_that_nobody_would_see_are_left_out_unless_there_are_no_others() -> None:
    speck = cell(10, 0.5, 60, 60, 0.0005)
    assert block_rows((SKY, speck)) == [[SKY]]
    assert block_rows((speck,)) == [[speck]]


def test_blocks_have_the_colours_and_the_shares_of_their_cells(qtbot: QtBot) -> None:
    strip = PaletteStrip()
    qtbot.addWidget(strip)
    strip.resize(200, 60)
    strip.set_palette(Palette("meadow.jpg", (SKY, CLOUD, GRASS)))
    image = strip.grab().toImage()
    assert image.pixelColor(20, 15) == cell_colour(SKY)
    assert image.pixelColor(115, 15) == cell_colour(SKY)
    assert image.pixelColor(125, 15) == cell_colour(CLOUD)
    assert image.pixelColor(100, 45) == cell_colour(GRASS)


def test_without_a_palette_there_are_no_blocks(qtbot: QtBot) -> None:
    strip = PaletteStrip()
    qtbot.addWidget(strip)
    strip.resize(200, 60)
    strip.set_palette(Palette("meadow.jpg", (GRASS,)))
    strip.set_palette(None)
    assert strip.grab().toImage().pixelColor(100, 30) != QColor(cell_colour(GRASS))
