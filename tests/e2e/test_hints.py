"""Hints through the real window: set, steered, described, given to the series, and kept in the export."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from canvas_hand import drag, move
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from studio_window import feature, open_window, wait_for, wait_until_coloured
from toy_pack import write_toy_pack

from colorstudio.core.steering import Hint
from colorstudio.core.swatches import plausible_colours
from colorstudio.ui.colours import lab_of
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.hints import HintsFeature
from colorstudio.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def hints(qtbot: QtBot, window: MainWindow, scan16: Path) -> HintsFeature:
    """The feature, with a coloured scan and the hint tool in the hand."""
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    window.actions_["tool_hint"].trigger()
    return feature(window, HintsFeature)


def at(window: MainWindow, x: float, y: float) -> QPoint:
    """A place of the picture on the canvas."""
    frame = window.canvas.picture_frame()
    return (frame.to_view(x, y) / frame.unit).toPoint()


def click(window: MainWindow, x: float, y: float) -> None:
    """Click in the picture, beside the popup of the hint before."""
    feature(window, HintsFeature).popup.hide()
    QTest.mouseClick(window.canvas, LEFT, pos=at(window, x, y))


def kept(window: MainWindow) -> tuple[Hint, ...]:
    """The hints of the current scan's parameters."""
    return window.documents.current.edit.choice.hints


def chroma_at(window: MainWindow, x: float, y: float) -> np.ndarray:
    """a*, b* of the result, as it is shown."""
    image = window.documents.current.base.after
    colour = image.pixelColor(int(x * image.width()), int(y * image.height()))
    return np.array(lab_of(colour)[1:])


def type_into(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_popup_grows_with_the_swatches_that_come(qtbot: QtBot, window: MainWindow, hints: HintsFeature) -> None:
    click(window, 0.5, 0.5)
    popup = hints.popup
    wait_for(qtbot, lambda: popup.height() == popup.sizeHint().height())
    before = popup.height()
    popup.swatches.set_recent(50.0, [(10.0, 10.0)])
    wait_for(qtbot, lambda: popup.height() > before)
    assert popup.height() == popup.sizeHint().height()
    assert window.canvas.rect().contains(popup.geometry())


def test_a_click_sets_a_hint_whose_colour_comes_and_whose_evidence_is_exported(
    qtbot: QtBot, window: MainWindow, hints: HintsFeature, tmp_path: Path
) -> None:
    before = chroma_at(window, 0.5, 0.5)
    click(window, 0.5, 0.5)
    assert [hint.points[0] for hint in kept(window)] == [pytest.approx((0.5, 0.5), abs=0.01)]
    assert hints.popup.isVisible()
    assert hints.editor.selected == 0
    hints.editor.change(  # larger than a pixel of the overview
        "Resize hint", 0, Hint(kept(window)[0].points, 0.0, 0.0, radius=0.1)
    )
    hints.editor.end()
    wait_until_coloured(qtbot, window)
    type_into(qtbot, hints.panel.colour._b, "-60")
    wait_until_coloured(qtbot, window)
    wait_for(qtbot, lambda: chroma_at(window, 0.5, 0.5)[1] < before[1] - 20)
    assert chroma_at(window, 0.1, 0.1)[1] == pytest.approx(before[1] - 16, abs=20)  # far away nothing happens

    type_into(qtbot, hints.panel.words._lines["evidence"], "uniform: khaki")
    type_into(qtbot, hints.panel.words._lines["source"], "catalogue 123")
    type_into(qtbot, hints.panel.words._lines["author"], "Kim")
    assert window.documents.current.is_coloured  # words change no colour
    target = tmp_path / "out.png"
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "png", 8, overwrite=False))
    (told,) = json.loads((tmp_path / "out.png.json").read_text())["recipe"]["hints"]
    assert (told["b"], told["evidence"], told["source"], told["author"]) == (
        -60.0, "uniform: khaki", "catalogue 123", "Kim",
    )  # fmt: skip
    assert window.preferences.settings.hint_author == "Kim"
    click(window, 0.2, 0.2)
    assert kept(window)[1].author == "Kim"


def test_a_hint_is_moved_resized_deleted_and_every_step_is_undone(
    qtbot: QtBot, window: MainWindow, hints: HintsFeature
) -> None:
    click(window, 0.3, 0.4)
    hints.popup.hide()
    start, end = at(window, 0.3, 0.4), at(window, 0.6, 0.7)
    asked: list[object] = []
    window.documents.edit_changed.connect(asked.append)
    QTest.mousePress(window.canvas, LEFT, pos=start)
    for step in range(1, 11):
        move(window.canvas, start + (end - start) * step / 10, LEFT)
        assert hints.marks.hints[0].points[0][0] == pytest.approx(0.3 + 0.03 * step, abs=0.01)
        assert len(asked) == 1  # the next step is taken when the colours of the one before have come
    wait_for(qtbot, lambda: len(asked) == 2)
    assert kept(window) == hints.marks.hints
    QTest.mouseRelease(window.canvas, LEFT, pos=end)
    assert kept(window)[0].points[0] == pytest.approx((0.6, 0.7), abs=0.01)
    wait_until_coloured(qtbot, window)

    radius = kept(window)[0].radius
    with qtbot.waitSignal(hints.tool.gesture_ended):
        QTest.keyClick(window.canvas, Qt.Key.Key_BracketRight)
        QTest.keyClick(window.canvas, Qt.Key.Key_BracketRight)
    assert kept(window)[0].radius == pytest.approx(radius * 1.15**2, rel=0.01)
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert kept(window) == ()

    history = window.documents.current.history
    assert [history.text(index) for index in range(history.count())] == [
        "Set hint", "Move hint", "Resize hint", "Delete hint",
    ]  # fmt: skip
    for count, place in ((1, 0.6), (1, 0.6), (1, 0.3), (0, None)):
        window.actions_["undo"].trigger()
        assert len(kept(window)) == len(hints.marks.hints) == count
        assert place is None or kept(window)[0].points[0][0] == pytest.approx(place, abs=0.01)
    assert kept(window) == ()


def test_the_handle_and_a_wheel_with_alt_resize(qtbot: QtBot, window: MainWindow, hints: HintsFeature) -> None:
    click(window, 0.5, 0.5)
    hints.popup.hide()
    from colorstudio.ui.canvas.hint_geometry import handle_place

    frame = window.canvas.picture_frame()
    handle = (handle_place(kept(window)[0], frame) / frame.unit).toPoint()
    drag(window.canvas, handle, handle + QPoint(30, 0))
    grown = 30 * frame.unit / frame.short_side
    assert kept(window)[0].radius == pytest.approx(0.015 + grown, rel=0.05)
    scale, place = window.canvas.zoom, QPointF(at(window, 0.5, 0.5))
    alt, none = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.NoButton
    over = QPointF(window.canvas.mapToGlobal(place.toPoint()))
    turn = QPoint(-120, 0)  # as Alt turns it on many systems
    event = QWheelEvent(place, over, QPoint(), turn, none, alt, Qt.ScrollPhase.NoScrollPhase, False)
    with qtbot.waitSignal(hints.tool.gesture_ended):
        QApplication.sendEvent(window.canvas, event)
    assert kept(window)[0].radius == pytest.approx((0.015 + grown) / 1.15, rel=0.05)
    assert window.canvas.zoom == scale


def test_a_drag_draws_a_stroke_of_few_points(window: MainWindow, hints: HintsFeature) -> None:
    QTest.mousePress(window.canvas, LEFT, pos=at(window, 0.2, 0.2))
    for step in range(1, 31):
        move(window.canvas, at(window, 0.2 + 0.02 * step, 0.2), LEFT)
    move(window.canvas, at(window, 0.8, 0.8), LEFT)
    QTest.mouseRelease(window.canvas, LEFT, pos=at(window, 0.8, 0.8))
    (hint,) = kept(window)
    assert [pytest.approx(point, abs=0.02) for point in hint.points] == [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8)]


def test_escape_gives_up_what_was_begun(window: MainWindow, hints: HintsFeature) -> None:
    start, end = at(window, 0.2, 0.2), at(window, 0.6, 0.2)
    QTest.mousePress(window.canvas, LEFT, pos=start)
    move(window.canvas, end, LEFT)
    window.actions_["escape"].trigger()
    QTest.mouseRelease(window.canvas, LEFT, pos=end)
    assert kept(window) == ()
    click(window, 0.2, 0.2)
    before = kept(window)
    hints.popup.hide()
    QTest.mousePress(window.canvas, LEFT, pos=start)
    move(window.canvas, end, LEFT)
    assert kept(window) != before
    window.actions_["escape"].trigger()
    QTest.mouseRelease(window.canvas, LEFT, pos=end)
    assert kept(window) == hints.marks.hints == before
    assert window.documents.current.history.count() == 1


def ring_of(window: MainWindow, hints: HintsFeature, x: float, y: float) -> list[bool]:
    """Whether each place on the ring of an unselected mark is white, all around it."""
    hints.editor.select(-1)
    move(window.canvas, at(window, 0.02, 0.02))
    image, middle = window.canvas.grab().toImage(), at(window, x, y)
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    ring = [image.pixelColor(middle + QPointF(8 * np.cos(a), 8 * np.sin(a)).toPoint()) for a in angles]
    return [min(colour.red(), colour.green(), colour.blue()) > 170 for colour in ring]


def test_a_documented_hint_looks_different(qtbot: QtBot, window: MainWindow, hints: HintsFeature) -> None:
    click(window, 0.5, 0.6)
    wait_until_coloured(qtbot, window)
    dashed = ring_of(window, hints, 0.5, 0.6)
    hints.editor.select(0)
    type_into(qtbot, hints.panel.words._lines["evidence"], "flag act of 1949")
    whole = ring_of(window, hints, 0.5, 0.6)
    assert 0.25 < np.mean(dashed) < 0.75
    assert np.mean(whole) > 0.75  # the badge covers the rest
    assert hints.panel.table.item(0, 2).text() == "flag act of 1949"
    assert hints.panel.table.item(0, 3).toolTip() == "Documented"
    window.actions_["hide_hints"].setChecked(True)
    assert np.mean(ring_of(window, hints, 0.5, 0.6)) < 0.1


def test_the_table_and_the_picture_select_the_same_hint(window: MainWindow, hints: HintsFeature) -> None:
    for x in (0.2, 0.5, 0.8):
        click(window, x, 0.5)
    table = hints.panel.table
    assert (table.rowCount(), table.currentRow()) == (3, 2)
    click(window, 0.5, 0.5)
    assert table.currentRow() == hints.marks.selected == 1
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert hints.marks.selected == 0
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert [round(hint.points[0][0], 1) for hint in kept(window)] == [0.5, 0.8]
    assert table.currentRow() == hints.marks.selected == 0
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert hints.panel.words._lines["evidence"].hasFocus()


def test_swatches_are_the_models_own_samples(qtbot: QtBot, window: MainWindow, hints: HintsFeature) -> None:
    wait_for(qtbot, lambda: window.documents.current.chroma.chroma.guess)
    chroma = window.documents.current.chroma.chroma
    click(window, 0.7, 0.5)
    place = kept(window)[0].points[0]
    expected = plausible_colours(chroma.guess.samples, chroma.lightness, *place)
    wait_for(qtbot, lambda: hints.popup.swatches.suggestions())
    for rows in (hints.popup.swatches, hints.panel.colour.swatches):
        assert rows.suggestions() == [pytest.approx(colour, abs=0.06) for colour in expected]
    swatch = hints.popup.swatches._suggested._swatches[len(expected) - 1]
    qtbot.mouseClick(swatch, LEFT)
    assert (kept(window)[0].a, kept(window)[0].b) == swatch.ab
    assert hints.popup.swatches.recent()[0] == pytest.approx(swatch.ab, abs=0.06)


def test_an_old_hint_gets_swatches_of_the_picture_without_it(
    qtbot: QtBot, window: MainWindow, hints: HintsFeature
) -> None:
    hints.editor.add("Set hint", (Hint(((0.5, 0.5),), 60.0, 60.0, 0.1),))
    wait_until_coloured(qtbot, window)
    wait_for(qtbot, lambda: hints.panel.colour.swatches.suggestions())
    assert max(a for a, _ in hints.panel.colour.swatches.suggestions()) < 60


def test_the_eyedropper_takes_a_colour_of_the_picture(qtbot: QtBot, window: MainWindow, hints: HintsFeature) -> None:
    click(window, 0.2, 0.5)
    wait_until_coloured(qtbot, window)
    wanted = window.views.pixels.colour_at(0.9, 0.5)
    window.actions_["tool_eyedropper"].trigger()
    click(window, 0.9, 0.5)
    assert len(kept(window)) == 1
    assert (kept(window)[0].a, kept(window)[0].b) == pytest.approx((wanted.a, wanted.b), abs=2)
    assert window.tools.current == "tool_hint"
    hints.editor.select(-1)
    window.actions_["tool_eyedropper"].trigger()
    click(window, 0.9, 0.5)
    click(window, 0.5, 0.9)
    assert kept(window)[1].b == pytest.approx(wanted.b, abs=2)  # the next hint got it


@pytest.mark.qt_log_ignore("propagateSizeHints")  # what the offscreen platform says of every second window
def test_a_colour_comes_from_a_reference_photograph(
    qtbot: QtBot, window: MainWindow, hints: HintsFeature, tmp_path: Path
) -> None:
    path = tmp_path / "uniform.png"
    Image.new("RGB", (200, 100), (150, 120, 60)).save(path)
    click(window, 0.5, 0.5)
    window.actions_["colour_from_picture"].trigger()
    source = hints.commands._source
    source.open_picture(path)
    wait_for(qtbot, lambda: source._sources.count())
    qtbot.mouseClick(source.view, LEFT, pos=source.view.rect().center())
    from PySide6.QtGui import QColor

    expected = lab_of(QColor(150, 120, 60))[1:]
    assert (kept(window)[0].a, kept(window)[0].b) == pytest.approx(expected, abs=0.5)
    source.open_picture(tmp_path / "nowhere.png")
    wait_for(qtbot, lambda: "nowhere.png" in source._value.text() and "…" not in source._value.text())


def test_hints_and_adjustments_are_given_to_the_series_and_undone_by_scan(
    qtbot: QtBot, window: MainWindow, hints: HintsFeature, scan8: Path
) -> None:
    click(window, 0.25, 0.75)
    (hint,) = kept(window)
    window.documents.change_look("Adjust", adjustments=window.documents.current.edit.look.adjustments.__class__(0.5))
    first = window.documents.current
    window.open_paths([scan8])
    other = window.documents.current
    wait_until_coloured(qtbot, window)
    window.documents.show(first)
    assert window.actions_["hints_to_series"].isEnabled()
    assert hints.commands.apply_to([other], hints=True, adjustments=True) == 1
    assert other.edit.choice.hints == (hint,)
    assert other.edit.look.adjustments.strength == 0.5
    assert hints.commands.apply_to([other], hints=True, adjustments=True) == 0  # not twice
    window.documents.show(other)
    wait_until_coloured(qtbot, window)
    assert hints.marks.hints == (hint,)
    assert other.chroma.choice.hints == (hint,)
    window.actions_["undo"].trigger()
    assert other.edit.choice.hints == ()
    assert first.edit.choice.hints == (hint,)
    window.documents.show(first)
    window.documents.close(other)
    assert not window.actions_["hints_to_series"].isEnabled()


def test_hints_turn_with_the_picture(qtbot: QtBot, window: MainWindow, hints: HintsFeature) -> None:
    click(window, 0.2, 0.3)
    window.actions_["rotate_right"].trigger()
    assert kept(window)[0].points[0] == pytest.approx((0.7, 0.2), abs=0.01)
    wait_until_coloured(qtbot, window)
    assert hints.marks.hints == kept(window)


def test_hints_go_to_a_file_and_come_back(
    qtbot: QtBot, window: MainWindow, hints: HintsFeature, tmp_path: Path
) -> None:
    click(window, 0.2, 0.3)
    click(window, 0.8, 0.3)
    before = kept(window)
    path = tmp_path / "box.hints.json"
    hints.commands.write(path)
    assert sorted(json.loads(path.read_text())) == ["hints", "recipe"]
    window.actions_["clear_hints"].trigger()
    assert kept(window) == ()
    hints.commands.read(path)
    assert kept(window) == before
    path.write_text("{}")
    hints.commands.read(path)
    assert "box.hints.json" in window.messages.texts()[-1]
    assert kept(window) == before


def test_a_hint_is_added_and_moved_with_the_keyboard(window: MainWindow, hints: HintsFeature) -> None:
    window.actions_["add_hint"].trigger()
    assert kept(window)[0].points[0] == pytest.approx((0.5, 0.5), abs=0.01)
    frame = window.canvas.picture_frame()
    assert window.canvas.hasFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    hints.editor.end()
    moved = 10 * frame.unit / frame.picture.width()
    assert kept(window)[0].points[0][0] == pytest.approx(0.5 + moved, abs=0.01)
    hints.popup._evidence.setFocus()
    QTest.keyClicks(hints.popup._evidence, "flag")
    QTest.keyClick(hints.popup._evidence, Qt.Key.Key_Escape)
    assert not hints.popup.isVisible()
    assert window.canvas.hasFocus()
    assert window.tools.current == "tool_hint"
    assert kept(window)[0].evidence == "flag"
    assert hints.editor.selected == 0
    window.actions_["escape"].trigger()
    assert hints.editor.selected == -1


@pytest.fixture
def deaf_window(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window whose model takes no hints."""
    models = home / "data" / "models"
    models.mkdir(parents=True)
    write_toy_pack(models, id="photographs", version="99.0", name={"en": "Deaf"}, uses_hints=False)
    with open_window(qtbot, home, monkeypatch) as window:
        yield window


def test_a_model_that_takes_no_hints_is_said(qtbot: QtBot, deaf_window: MainWindow, scan8: Path) -> None:
    deaf_window.prepare()
    deaf_window.open_paths([scan8])
    hints = feature(deaf_window, HintsFeature)
    hints.panel.set_open(True)
    wait_for(qtbot, lambda: "“Deaf” takes no hints" in hints.panel._state.text())
    assert hints.panel._state.isVisible()
    assert not deaf_window.actions_["tool_hint"].isEnabled()
