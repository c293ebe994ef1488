"""Reading colours from what is shown, and writing them in places of fixed width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from colorstudio.ui.shown_pixels import PixelColour, ShownPixels, colour_of
from colorstudio.ui.widgets.colour_read_out import ColourReadOut


def plain(colour: str, width: int = 4, height: int = 4) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_the_sharp_part_comes_first_and_the_whole_elsewhere() -> None:
    pixels = ShownPixels()
    pixels.set_base(plain("#404040"), plain("#604020"))
    pixels.set_detail(QRectF(0.5, 0.5, 0.25, 0.25), plain("#808080"), plain("#a08060"))
    assert pixels.colour_at(0.6, 0.6).hex == "#A08060"
    assert pixels.colour_at(0.6, 0.6, original=True).hex == "#808080"
    assert pixels.colour_at(0.1, 0.1).hex == "#604020"
    assert pixels.colour_at(0.75, 0.6).hex == "#604020"
    pixels.clear_detail()
    assert pixels.colour_at(0.6, 0.6).hex == "#604020"


def test_outside_and_without_a_picture_there_is_no_colour() -> None:
    pixels = ShownPixels()
    assert pixels.colour_at(0.5, 0.5) is None
    pixels.set_base(plain("#404040"), None)
    assert pixels.colour_at(0.5, 0.5).hex == "#404040"
    assert pixels.colour_at(1.0, 0.5) is None
    assert pixels.colour_at(-0.01, 0.5) is None
    pixels.clear()
    assert pixels.colour_at(0.5, 0.5) is None


def test_colour_only_is_read_as_the_result_that_it_stands_for() -> None:
    pixels = ShownPixels()
    scan, chroma = colour_of((90, 90, 90)), colour_of((180, 150, 140))
    pixels.set_base(plain("#5a5a5a"), plain("#b4968c"), is_colour_only=True)
    result = pixels.colour_at(0.5, 0.5)
    assert result.lightness == pytest.approx(scan.lightness, abs=0.5)
    assert result.a == pytest.approx(chroma.a, abs=1)
    assert result.b == pytest.approx(chroma.b, abs=1)


@pytest.mark.parametrize(
    ("colour", "texts"),
    [
        (
            PixelColour(62.13, -7.66, 4.0, (1, 22, 255)),
            ["62.1", "\N{MINUS SIGN}7.7", "+4.0", "#0116FF", "1", "22", "255"],
        ),
        (PixelColour(100.0, 0.04, -0.04, (255, 255, 255)), ["100", "0.0", "0.0", "#FFFFFF", "255", "255", "255"]),
        (
            PixelColour(32.3, 79.19, -107.86, (0, 0, 255)),
            ["32.3", "+79.2", "\N{MINUS SIGN}108", "#0000FF", "0", "0", "255"],
        ),
    ],
)
def test_numbers_fit_their_places(qtbot: QtBot, colour: PixelColour, texts: list[str]) -> None:
    read_out = ColourReadOut()
    qtbot.addWidget(read_out)
    width = read_out.sizeHint().width()
    read_out.set_colour(colour, "likely")
    assert read_out.texts() == [*texts, "likely"]
    assert read_out.sizeHint().width() == width
    for label in read_out._values:
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
