"""Swatches: the plain arithmetic agrees with the reference, and hues have the names that people give them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from colorstudio.core.color import lab_to_srgb, srgb_to_lab
from colorstudio.ui.lab_color import hue_color, lab_color
from colorstudio.ui.panels.hue_bands import HueBands


@pytest.mark.parametrize("lightness", [0, 20, 50, 80, 100])
@pytest.mark.parametrize("hue", range(0, 360, 30))
def test_the_arithmetic_is_that_of_the_reference(lightness: float, hue: int) -> None:
    for chroma in (0, 10, 30, 60, 100):
        a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
        expected = lab_to_srgb(np.float32([lightness, a, b])) * 255
        found = lab_color(lightness, a, b)
        lab = srgb_to_lab(np.array([found.red(), found.green(), found.blue()], np.uint8))
        assert lab[0] == pytest.approx(lightness, abs=1.0)
        assert np.abs(np.array([found.red(), found.green(), found.blue()]) - expected).max() <= 3


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("hotpink", "Pink"),
        ("crimson", "Red and orange"),
        ("red", "Red and orange"),
        ("darkorange", "Red and orange"),
        ("sienna", "Red and orange"),
        ("gold", "Yellow"),
        ("olive", "Yellow"),
        ("forestgreen", "Green"),
        ("teal", "Teal"),
        ("deepskyblue", "Sky blue"),
        ("lightblue", "Sky blue"),
        ("royalblue", "Blue"),
        ("darkviolet", "Violet"),
        ("orchid", "Violet"),
    ],
)
def test_a_band_is_called_what_its_colours_are(qtbot: QtBot, colour: str, name: str) -> None:
    bands = HueBands()
    qtbot.addWidget(bands)
    channels = QColor(colour)
    _, a, b = srgb_to_lab(np.array([channels.red(), channels.green(), channels.blue()], np.uint8))
    hue = math.degrees(math.atan2(b, a)) % 360
    assert bands.names()[round(hue / 45) % 8] == name, hue


def test_a_swatch_has_the_hue_it_stands_for() -> None:
    for degrees in range(0, 360, 45):
        colour = hue_color(degrees)
        _, a, b = srgb_to_lab(np.array([colour.red(), colour.green(), colour.blue()], np.uint8))
        apart = (math.degrees(math.atan2(b, a)) - degrees + 180) % 360 - 180
        assert abs(apart) < 4
