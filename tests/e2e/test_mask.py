"""Painting where colour applies, through the real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from studio_window import section, wait_for, wait_until_coloured

from colorstudio.cli import main
from colorstudio.core.color import srgb_to_lab
from colorstudio.core.scan import open_scan
from colorstudio.ui.canvas.mask_brush import MaskMode
from colorstudio.ui.canvas.mask_tool import MaskTool
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.features.mask import MaskFeature
from colorstudio.ui.main_window import MainWindow

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def place(window: MainWindow, x: float, y: float) -> QPoint:
    """A place of the picture, in logical pixels of the canvas."""
    frame = window.canvas.picture_frame()
    assert frame is not None
    return (frame.to_view(x, y) / frame.unit).toPoint()


def paint(
    window: MainWindow,
    *places: tuple[float, float],
    button: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    """Drag through places of the picture."""
    canvas = window.canvas
    QTest.mousePress(canvas, button, keys, place(window, *places[0]))
    for x, y in places[1:]:
        at = place(window, x, y)
        over = QPointF(canvas.mapToGlobal(at))
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), over, Qt.MouseButton.NoButton, button, keys)
        QApplication.sendEvent(canvas, move)
    QTest.mouseRelease(canvas, button, keys, place(window, *places[-1]))


def shown_chroma(window: MainWindow, x: float, y: float) -> int:
    """The largest difference between the channels of what is shown at a place."""
    image = window.documents.current.base.after
    colour = image.pixelColor(int(x * image.width()), int(y * image.height()))
    channels = colour.red(), colour.green(), colour.blue()
    return max(channels) - min(channels)


def strokes(window: MainWindow) -> tuple:
    mask = window.documents.current.edit.look.mask
    return mask.strokes if mask else ()


def export(qtbot: QtBot, window: MainWindow, path: Path) -> np.ndarray:
    """The chroma of the exported result, (H, W)."""
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(path, "tiff", 16, overwrite=True))
    return chroma_of(path)


def chroma_of(path: Path) -> np.ndarray:
    with open_scan(path) as scan:
        lab = srgb_to_lab(scan.read_rows(0, scan.info.height))
    return np.hypot(lab[..., 1], lab[..., 2])


def mask_tool(window: MainWindow) -> MaskTool:
    tool = window.canvas.tool
    assert isinstance(tool, MaskTool)
    return tool


def mask_tool_of(window: MainWindow) -> MaskTool:
    """The mask tool, also while it is not in the hand."""
    return next(each for each in window.features if isinstance(each, MaskFeature)).tool


@pytest.fixture
def painted(qtbot: QtBot, window: MainWindow, scan16: Path) -> MainWindow:
    """The window with a coloured scan and the mask tool in the hand."""
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    window.actions_["tool_mask"].trigger()
    return window


def test_an_erased_area_loses_its_colour_there_and_only_there(
    qtbot: QtBot, painted: MainWindow, scan16: Path, tmp_path: Path
) -> None:
    panel = section(painted, "mask")
    assert panel.is_open
    assert panel._modes[MaskMode.ERASER].isChecked()
    whole = export(qtbot, painted, tmp_path / "whole.tif")
    vivid = shown_chroma(painted, 0.2, 0.3), shown_chroma(painted, 0.8, 0.8)
    assert min(vivid) > 20

    paint(painted, (0.15, 0.3), (0.2, 0.3), (0.25, 0.3))
    wait_for(qtbot, lambda: shown_chroma(painted, 0.2, 0.3) == 0)
    assert shown_chroma(painted, 0.8, 0.8) == vivid[1]
    assert painted.documents.current.history.count() == 1
    assert painted.documents.current.history.undoText() == "Erase colour"

    erased = export(qtbot, painted, tmp_path / "erased.tif")
    assert erased[45, 42] < 0.1
    np.testing.assert_array_equal(erased[100:], whole[100:])
    np.testing.assert_array_equal(erased[:, 80:], whole[:, 80:])
    assert whole[45, 42] > 10

    again = tmp_path / "again.tif"
    recipe = tmp_path / "erased.tif.json"
    assert main(["colorize", str(scan16), "-o", str(again), "--recipe", str(recipe), "--bits", "16"]) == 0
    with open_scan(again) as one, open_scan(tmp_path / "erased.tif") as other:
        np.testing.assert_array_equal(one.read_rows(0, 150), other.read_rows(0, 150))

    painted.actions_["undo"].trigger()
    assert painted.documents.current.edit.look.mask is None
    wait_for(qtbot, lambda: shown_chroma(painted, 0.2, 0.3) == vivid[0])


def test_the_brush_brings_back_what_the_eraser_took(qtbot: QtBot, painted: MainWindow) -> None:
    before = shown_chroma(painted, 0.5, 0.5)
    paint(painted, (0.5, 0.5))
    wait_for(qtbot, lambda: shown_chroma(painted, 0.5, 0.5) == 0)
    QTest.mouseClick(section(painted, "mask")._modes[MaskMode.BRUSH], LEFT)
    paint(painted, (0.5, 0.5))
    wait_for(qtbot, lambda: shown_chroma(painted, 0.5, 0.5) == before)
    names = [painted.documents.current.history.text(index) for index in range(2)]
    assert names == ["Erase colour", "Paint colour in"]


def test_from_nowhere_colour_is_painted_in_half_strong(qtbot: QtBot, painted: MainWindow) -> None:
    whole = shown_chroma(painted, 0.5, 0.5)
    panel = section(painted, "mask")
    panel._base.setCurrentIndex(1)
    wait_for(qtbot, lambda: shown_chroma(painted, 0.5, 0.5) == 0)
    assert panel._modes[MaskMode.BRUSH].isChecked()
    panel._strength._enter(50)
    paint(painted, (0.5, 0.5))
    wait_for(qtbot, lambda: shown_chroma(painted, 0.5, 0.5) > 0)
    wait_for(qtbot, lambda: shown_chroma(painted, 0.5, 0.5) == pytest.approx(whole / 2, abs=4))
    painted.actions_["invert_mask"].trigger()
    wait_for(qtbot, lambda: shown_chroma(painted, 0.1, 0.9) > 10)
    assert shown_chroma(painted, 0.5, 0.5) == pytest.approx(whole / 2, abs=4)
    painted.actions_["clear_mask"].trigger()
    wait_for(qtbot, lambda: shown_chroma(painted, 0.5, 0.5) == whole)
    assert panel._base.currentIndex() == 0
    assert not painted.actions_["clear_mask"].isEnabled()


def test_the_right_button_and_alt_turn_the_tool_round(painted: MainWindow) -> None:
    paint(painted, (0.3, 0.3), button=RIGHT)
    paint(painted, (0.6, 0.6), keys=Qt.KeyboardModifier.AltModifier)
    paint(painted, (0.8, 0.8))
    assert [stroke.amount for stroke in strokes(painted)] == [1.0, 1.0, 0.0]


def test_shift_click_draws_a_straight_line_from_the_last_stroke(painted: MainWindow) -> None:
    paint(painted, (0.2, 0.2), (0.3, 0.2))
    paint(painted, (0.7, 0.6), keys=Qt.KeyboardModifier.ShiftModifier)
    (x0, y0), (x1, y1) = strokes(painted)[1].points
    assert (x0, y0) == strokes(painted)[0].points[-1]
    assert (x1, y1) == pytest.approx((0.7, 0.6), abs=0.01)


def test_keys_change_size_feather_and_tool(painted: MainWindow) -> None:
    canvas, panel = painted.canvas, section(painted, "mask")
    size, feather = panel._size.value(), panel._feather.value()
    QTest.keyClick(canvas, Qt.Key.Key_BracketRight)
    QTest.keyClick(canvas, Qt.Key.Key_BraceLeft, Qt.KeyboardModifier.ShiftModifier)
    assert panel._size.value() > size
    assert panel._feather.value() == feather - 10
    QTest.keyClick(canvas, Qt.Key.Key_X)
    assert panel._modes[MaskMode.BRUSH].isChecked()
    paint(painted, (0.5, 0.5))
    assert strokes(painted)[0].radius == mask_tool(painted).brush.radius
    assert strokes(painted)[0].feather == pytest.approx((feather - 10) / 100)


def test_a_pen_that_is_pressed_softly_draws_a_narrow_line(painted: MainWindow) -> None:
    pen = QPointingDevice(
        "pen",
        77,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure,
        1,
        1,
    )
    kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
    tablet = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
    for step, x, pressure in ((0, 0.2, 0.3), (1, 0.5, 1.0), (1, 0.7, 0.5), (2, 0.7, 0.0)):
        press_pen(painted, pen, tablet[step], kinds[step], (x, 0.5), pressure)
    assert strokes(painted)[0].widths == (0.3, 1.0, 0.5)


def press_pen(
    window: MainWindow,
    pen: QPointingDevice,
    tablet: QEvent.Type,
    mouse: QEvent.Type,
    at: tuple[float, float],
    pressure: float,
) -> None:
    """What Qt sends for a pen: a tablet event, and, as nobody takes it, a mouse event of the same device."""
    spot = QPointF(place(window, *at))
    over = QPointF(window.canvas.mapToGlobal(spot.toPoint()))
    event = QTabletEvent(tablet, pen, spot, over, pressure, 0, 0, 0, 0, 0, NO_KEYS, LEFT, LEFT)
    QApplication.sendEvent(window.canvas, event)
    assert not event.isAccepted()
    held = LEFT if mouse is not QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    QApplication.sendEvent(window.canvas, QMouseEvent(mouse, spot, over, LEFT, held, NO_KEYS, pen))


def test_a_gradient_fades_the_colour_along_the_drag(qtbot: QtBot, painted: MainWindow) -> None:
    before = [shown_chroma(painted, 0.5, y) for y in (0.05, 0.5, 0.95)]
    panel = section(painted, "mask")
    assert "erase" in panel._hint.text()
    QTest.mouseClick(panel._modes[MaskMode.GRADIENT], LEFT)
    assert panel._hint.text().startswith("Drag across")
    paint(painted, (0.5, 0.2), (0.5, 0.5), (0.5, 0.8))
    wait_for(qtbot, lambda: 0 < shown_chroma(painted, 0.5, 0.5) < before[1])
    assert shown_chroma(painted, 0.5, 0.05) == 0
    assert shown_chroma(painted, 0.5, 0.95) == before[2]
    assert painted.documents.current.history.count() == 1


@pytest.mark.parametrize("by", ["tool_hand", "next_scan"])
def test_a_stroke_that_is_given_up_leaves_nothing(qtbot: QtBot, painted: MainWindow, scan8: Path, by: str) -> None:
    first = painted.documents.current
    painted.open_paths([scan8])
    painted.documents.show(first)
    paint(painted, (0.1, 0.1))
    kept = strokes(painted)
    middle = place(painted, 0.5, 0.5)
    QTest.mousePress(painted.canvas, LEFT, NO_KEYS, middle)
    assert len(strokes(painted)) == 2
    painted.actions_[by].trigger()
    assert first.edit.look.mask.strokes == kept
    assert first.history.count() == 1
    assert not mask_tool_of(painted).is_drawing
    QTest.mouseRelease(painted.canvas, LEFT, NO_KEYS, middle)
    assert first.edit.look.mask.strokes == kept
    wait_for(qtbot, lambda: "mask" not in painted.canvas._marks)


def test_snapped_edges_follow_the_scan(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pixels = np.full((256, 256), 60, np.uint8)
    pixels[:, 128:] = 190
    path = tmp_path / "two.png"
    Image.fromarray(pixels).save(path)
    window.open_paths([path])
    wait_until_coloured(qtbot, window)
    window.actions_["tool_mask"].trigger()
    section(window, "mask")._size._enter(60)
    paint(window, (0.485, 0.2), (0.485, 0.8))  # its edge lies beyond the scan's own, at 0.5
    free = export(qtbot, window, tmp_path / "free.tif")[100:150].mean(axis=0)
    section(window, "mask")._snap.setChecked(True)
    snapped = export(qtbot, window, tmp_path / "snapped.tif")[100:150].mean(axis=0)
    assert window.documents.current.history.undoText() == "Snap mask to the scan"
    assert free[129] < 0.5 * snapped[129]
    assert snapped[126] < 0.5 * snapped[129]
    assert free[60] == snapped[60] > 10


def test_a_long_stroke_is_kept_as_few_points(painted: MainWindow) -> None:
    paint(painted, *((0.1 + 0.8 * step / 150, 0.5) for step in range(151)))
    assert len(strokes(painted)[0].points) <= 4


def test_the_mask_turns_with_the_picture(qtbot: QtBot, painted: MainWindow) -> None:
    paint(painted, (0.2, 0.3))
    painted.actions_["rotate_right"].trigger()
    wait_until_coloured(qtbot, painted)
    wait_for(qtbot, lambda: shown_chroma(painted, 0.7, 0.2) == 0)
    assert shown_chroma(painted, 0.2, 0.3) > 10


def test_the_overlay_is_seen_while_painting_and_when_it_is_asked_for(qtbot: QtBot, painted: MainWindow) -> None:
    canvas = painted.canvas
    assert "mask" not in canvas._marks
    at = place(painted, 0.5, 0.5)
    QTest.mousePress(canvas, LEFT, NO_KEYS, at)
    wait_for(qtbot, lambda: "mask" in canvas._marks)
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, at)
    assert "mask" not in canvas._marks
    painted.actions_["tool_hand"].trigger()
    wait_for(qtbot, lambda: shown_chroma(painted, 0.5, 0.5) == 0 and is_drawn_finely(painted))
    plain = canvas.grab().toImage()
    painted.actions_["show_mask"].trigger()
    assert section(painted, "mask")._show.isChecked()
    wait_for(qtbot, lambda: "mask" in canvas._marks)
    hatched = canvas.grab().toImage()
    assert differs(plain, hatched, at)
    assert not differs(plain, hatched, place(painted, 0.05, 0.05))
    painted.actions_["show_mask"].trigger()
    assert "mask" not in canvas._marks


def is_drawn_finely(window: MainWindow) -> bool:
    """Whether what is shown is no longer the quick picture of a drag."""
    return window.documents.current.base.after.width() == window.documents.current.info.width


def differs(one: object, other: object, at: QPoint) -> bool:
    """Whether two pictures differ around a place."""
    around = [at + QPoint(x, y) for x in range(-6, 7) for y in range(-6, 7)]
    return any(QColor(one.pixelColor(each)) != QColor(other.pixelColor(each)) for each in around)  # type: ignore[attr-defined]


def test_the_ring_shows_the_brush_at_its_true_size(painted: MainWindow) -> None:
    canvas, centre = painted.canvas, place(painted, 0.5, 0.5)
    QTest.mouseMove(canvas, centre)
    over = QPointF(canvas.mapToGlobal(centre))
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(centre), over, Qt.MouseButton.NoButton, LEFT & RIGHT, NO_KEYS)
    QApplication.sendEvent(canvas, move)
    frame = canvas.picture_frame()
    radius = mask_tool(painted).brush.radius * frame.short_side / frame.unit
    painted_ring = canvas.grab().toImage()
    mask_tool(painted).hover(None)
    assert differs(painted_ring, canvas.grab().toImage(), centre + QPoint(round(radius), 0))
    assert not differs(painted_ring, canvas.grab().toImage(), centre + QPoint(round(radius * 1.6), 0))
