"""The colour wheel, the swatches, the table, and where the popup goes."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from colorstudio.core.adjust import Adjustments
from colorstudio.core.steering import Hint, Look
from colorstudio.engine.messages import ChromaChoice
from colorstudio.ui.colours import in_gamut, lab_of, shown_colour
from colorstudio.ui.dialogs.series_dialog import SeriesDialog
from colorstudio.ui.document import Document
from colorstudio.ui.edit import Edit
from colorstudio.ui.features.hint_commands import given as given_to
from colorstudio.ui.hint_colours import _parsed
from colorstudio.ui.panels.hint_popup import beside
from colorstudio.ui.panels.hint_table import HintTable
from colorstudio.ui.widgets.colour_wheel import ColourWheel, colour_at, place_of, wheel_image
from colorstudio.ui.widgets.swatches import Swatches

chroma = st.floats(-90, 90)


@given(chroma, chroma)
def test_a_colour_lies_where_it_is_found(a: float, b: float) -> None:
    x, y = place_of((a, b))
    assert math.hypot(x, y) <= 1
    assert colour_at(x, y) == pytest.approx((a, b), abs=1e-6)


def test_beyond_the_rim_there_is_nothing() -> None:
    assert math.hypot(*place_of((400, 400))) == pytest.approx(1)
    assert colour_at(3, 0) == pytest.approx(colour_at(1, 0))


@pytest.mark.parametrize("lightness", [10, 50, 90])
@pytest.mark.parametrize("ab", [(0, 0), (5, 8), (-12, 10), (10, -15)])
def test_the_wheel_has_the_colours_of_its_lightness(lightness: int, ab: tuple[float, float]) -> None:
    image = wheel_image(lightness)
    x, y = place_of(ab)
    pixel = image.pixelColor(int((x + 1) / 2 * image.width()), int((1 - y) / 2 * image.height()))
    if in_gamut(lightness, ab) != pytest.approx(ab, abs=0.01):
        assert pixel.alpha() < 255
        return
    shown = lab_of(pixel)
    assert pixel.alpha() == 255
    assert shown == pytest.approx((lightness, *ab), abs=2.5)


def test_what_srgb_has_not_is_not_in_the_wheel_and_it_is_drawn_once() -> None:
    image = wheel_image(95)
    x, y = place_of((60, -60))
    assert image.pixelColor(int((x + 1) * image.width() / 2), int((1 - y) * image.height() / 2)).alpha() == 0
    assert wheel_image(95) is image


def test_the_wheel_gives_only_colours_that_are_shown_and_obeys_keys(qtbot: QtBot, qapp: QApplication) -> None:
    wheel = ColourWheel()
    qtbot.addWidget(wheel)
    wheel.resize(140, 140)
    wheel.set_colour(90, (0.0, 0.0))
    given_colours = []
    wheel.colour_changed.connect(given_colours.append)
    with qtbot.waitSignal(wheel.editing_finished):
        qtbot.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=QPoint(125, 70))
    (colour,) = given_colours
    assert colour[0] > 5
    assert lab_of(shown_colour(90, colour)) == pytest.approx((90, *colour), abs=1)
    with qtbot.waitSignal(wheel.editing_finished):
        qtbot.keyClick(wheel, Qt.Key.Key_Up)
    assert given_colours[-1][1] == pytest.approx(colour[1] + 1, abs=0.3)
    with qtbot.assertNotEmitted(wheel.colour_changed):
        wheel.set_colour(40, (3.0, 3.0))


def test_swatches_show_the_lightness_of_the_place_and_are_walked_with_arrows(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    swatches = Swatches(3, host)
    swatches.set_colours(70, [(10, 10), (20, 20), (-10, 5), (0, 0)])
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    assert swatches.colours() == [(10, 10), (20, 20), (-10, 5)]
    first, second, _ = swatches._swatches
    assert lab_of(QColor(first.toolTip()[:7]))[0] == pytest.approx(70, abs=0.5)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(swatches.chosen) as chosen:
        qtbot.keyClick(second, Qt.Key.Key_Space)
    assert chosen.args == [(20, 20)]
    swatches.set_colours(70, [(1, 1)])
    assert swatches.colours() == [(1, 1)]


def test_the_table_tells_documented_from_undocumented(qtbot: QtBot) -> None:
    table = HintTable()
    qtbot.addWidget(table)
    hints = [Hint(((0.1, 0.1),), 1, 1), Hint(((0.2, 0.2),), 1, 1, source="letter of 1951")]
    with qtbot.assertNotEmitted(table.hint_selected):
        table.set_hints(hints, [QColor("red"), QColor("blue")], 1)
    assert [table.item(row, 2).text() for row in (0, 1)] == ["Not documented", "letter of 1951"]
    assert [table.item(row, 3).toolTip() for row in (0, 1)] == ["Not documented", "Documented"]
    assert table.currentRow() == 1
    pictures = [table.item(row, 3).icon().pixmap(16, 16).toImage() for row in (0, 1)]
    assert pictures[0] != pictures[1]
    with qtbot.waitSignal(table.hint_selected) as selected:
        qtbot.keyClick(table, Qt.Key.Key_Up)
    assert selected.args == [0]
    table.set_hints((), (), -1)
    assert table.rowCount() == 0


@given(st.integers(-50, 900), st.integers(-50, 700))
def test_the_popup_is_whole_and_leaves_its_point_free_where_there_is_room(x: int, y: int) -> None:
    room = QRect(0, 0, 800, 600)
    found = beside(QPoint(x, y), QSize(250, 180), room)
    assert room.contains(found)
    if room.contains(QPoint(x, y)):
        assert not found.contains(QPoint(x, y))


def test_recent_colours_that_make_no_sense_are_left_out() -> None:
    assert _parsed("1.0,2.0 nonsense 3,4,5 -500,7") == [(1.0, 2.0), (-128.0, 7.0)]


def scan(number: int, *hints: Hint) -> Document:
    return Document(number, Path(f"/box/{number}.tif"), Edit(ChromaChoice("photographs", hints=hints)))


def test_the_series_dialog_gives_what_is_ticked(qtbot: QtBot) -> None:
    others = [scan(2), scan(3)]
    dialog = SeriesDialog(scan(1, Hint(((0.5, 0.5),), 1, 1)), others)
    qtbot.addWidget(dialog)
    assert dialog.documents() == others
    assert (dialog.wants_hints, dialog.wants_adjustments) == (True, False)
    dialog._scans.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.documents() == others[1:]
    assert dialog._ok.isEnabled()
    dialog._hints.setChecked(False)
    assert not dialog._ok.isEnabled()


def test_scans_that_are_selected_in_the_strip_are_ticked(qtbot: QtBot) -> None:
    source, others = scan(1), [scan(2), scan(3), scan(4)]
    for selected, ticked in (([source, *others[1:]], others[1:]), ([source], others), ([], others)):
        dialog = SeriesDialog(source, others, None, selected)
        qtbot.addWidget(dialog)
        assert dialog.documents() == ticked


def test_a_scan_without_hints_offers_its_adjustments_alone(qtbot: QtBot) -> None:
    dialog = SeriesDialog(scan(1), [scan(2)])
    qtbot.addWidget(dialog)
    assert not dialog.wants_hints
    assert not dialog._ok.isEnabled()
    dialog._adjustments.setChecked(True)
    assert dialog._ok.isEnabled()


def test_hints_are_added_and_adjustments_replaced() -> None:
    own, new = Hint(((0.1, 0.1),), 1, 1), Hint(((0.2, 0.2),), 2, 2)
    source = Edit(ChromaChoice("a", hints=(own, new)), look=Look(Adjustments(0.5)))
    target = Edit(ChromaChoice("b", 384, 7, (own,)), look=Look(Adjustments(0.9), guess_fade=0.5))
    both = given_to(source, target, hints=True, adjustments=True)
    assert both.choice == ChromaChoice("b", 384, 7, (own, new))
    assert both.look == Look(Adjustments(0.5), guess_fade=0.5)
    assert given_to(source, target, hints=False, adjustments=False) == target
