"""One test for each promise that the window makes."""

from __future__ import annotations

import gc
import json
import weakref
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from studio_window import open_window, section, wait_for, wait_until_coloured

from colorstudio.core.adjust import Adjustments
from colorstudio.core.recipe import Recipe
from colorstudio.core.scan import open_scan
from colorstudio.inference.registry import Registry
from colorstudio.pipeline.colorize import Colorizer
from colorstudio.pipeline.export import OutputOptions, colorize_file
from colorstudio.ui.canvas import CompareMode
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.main_window import MainWindow


def centre_chroma(window: MainWindow) -> float:
    """How colourful the middle of what is shown is: the largest difference between its channels."""
    image = window.documents.current.base.after
    colour = image.pixelColor(image.width() // 2, image.height() // 2)
    return max(colour.red(), colour.green(), colour.blue()) - min(colour.red(), colour.green(), colour.blue())


def test_open_colourize_adjust_undo_redo_export_read_back(
    qtbot: QtBot, window: MainWindow, scan16: Path, tmp_path: Path
) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    vivid = centre_chroma(window)
    assert vivid > 20

    strength = section(window, "adjust").slider("strength")
    strength._slider.setSliderDown(True)
    for value in (80, 40, 0):
        strength._slider.setValue(value)
    strength._slider.setSliderDown(False)
    wait_for(qtbot, lambda: centre_chroma(window) == 0)
    assert window.documents.current.history.count() == 1

    window.actions_["undo"].trigger()
    assert strength.value() == 100
    wait_for(qtbot, lambda: centre_chroma(window) == vivid)
    window.actions_["redo"].trigger()
    assert strength.value() == 0
    window.actions_["undo"].trigger()

    target = tmp_path / "out.tif"
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "tiff", 16, overwrite=False))
    assert "out.tif" in window.messages.texts()[-1]
    with open_scan(scan16) as master, open_scan(target) as result:
        assert (result.info.width, result.info.height, result.info.bits) == (211, 150, 16)
        assert result.info.dpi == pytest.approx((600, 600))
        rows = result.read_rows(0, 150)
        assert np.ptp(rows.astype(np.int32), axis=2).max() > 1000
    with open_scan(scan16) as master, open_scan(target) as result:
        difference = np.abs(master.read_lightness(0, 150) - result.read_lightness(0, 150))
    assert difference.max() <= 0.02
    recipe = json.loads((tmp_path / "out.tif.json").read_text())["recipe"]
    assert recipe["adjustments"]["strength"] == 1.0


def test_an_export_over_an_open_scan_is_refused(qtbot: QtBot, window: MainWindow, scan16: Path, scan8: Path) -> None:
    window.open_paths([scan16, scan8])
    wait_until_coloured(qtbot, window)
    before = scan8.read_bytes()
    with qtbot.waitSignal(window.exports.failed, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(scan8, "png", 8, overwrite=True))
    assert "never written" in window.messages.texts()[-1]
    assert scan8.read_bytes() == before


def test_cancel_stops_and_recolour_begins_again(qtbot: QtBot, window: MainWindow, scan16: Path) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    window.actions_["recolour"].trigger()
    assert window.actions_["cancel"].isEnabled()
    window.actions_["cancel"].trigger()
    wait_for(qtbot, lambda: not window.documents.current.job)
    assert not window.documents.current.is_coloured
    assert not window.actions_["export"].isEnabled()
    window.actions_["recolour"].trigger()
    wait_until_coloured(qtbot, window)
    assert window.actions_["export"].isEnabled()


@pytest.mark.parametrize("bad_first", [True, False])
def test_a_bad_file_is_said_and_the_rest_goes_on(
    qtbot: QtBot, window: MainWindow, scan8: Path, bad_file: Path, bad_first: bool
) -> None:
    window.open_paths([bad_file, scan8] if bad_first else [scan8, bad_file])
    wait_until_coloured(qtbot, window)
    wait_for(qtbot, lambda: len(window.documents.documents) == 1)
    assert window.documents.current.path == scan8
    assert len(window.messages.texts()) == 1
    assert "bad.tif" in window.messages.texts()[0]


def test_a_missing_file_leaves_the_welcome(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.open_paths([tmp_path / "nowhere.tif"])
    wait_for(qtbot, lambda: window.messages.texts())
    assert "nowhere.tif" in window.messages.texts()[0]
    assert window.documents.current is None
    assert window._centre.currentWidget() is window._welcome


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, data, buttons, keys))


def test_two_dropped_files_are_opened_and_each_is_coloured(
    qtbot: QtBot, window: MainWindow, scan8: Path, scan16: Path
) -> None:
    drop(window, [scan8, scan16])
    wait_until_coloured(qtbot, window)
    assert [document.path for document in window.documents.documents] == [scan8, scan16]
    assert window.strip.isVisible()
    window.actions_["next_scan"].trigger()
    assert window.documents.current.path == scan16
    wait_until_coloured(qtbot, window)
    window.actions_["close_scan"].trigger()
    assert window.documents.current.path == scan8
    assert not window.strip.isVisible()


def test_a_dropped_folder_gives_its_scans(qtbot: QtBot, window: MainWindow, scan8: Path, tmp_path: Path) -> None:
    folder = tmp_path / "box"
    folder.mkdir()
    scan8.rename(folder / "b.png")
    (folder / "notes.txt").write_text("no scan")
    drop(window, [folder])
    wait_until_coloured(qtbot, window)
    assert [document.path.name for document in window.documents.documents] == ["b.png"]


def test_rotation_is_a_parameter_that_undo_takes_back(qtbot: QtBot, window: MainWindow, scan16: Path) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    window.actions_["rotate_right"].trigger()
    assert (window.documents.current.info.width, window.documents.current.info.height) == (150, 211)
    wait_until_coloured(qtbot, window)
    window.actions_["undo"].trigger()
    assert (window.documents.current.info.width, window.documents.current.info.height) == (211, 150)
    assert window.documents.current.is_coloured


def test_a_rotated_scan_is_exported_rotated(qtbot: QtBot, window: MainWindow, scan16: Path, tmp_path: Path) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    window.actions_["rotate_left"].trigger()
    wait_until_coloured(qtbot, window)
    target = tmp_path / "turned.png"
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "png", 8, overwrite=False))
    with open_scan(target) as result:
        assert (result.info.width, result.info.height) == (150, 211)


def test_another_render_size_colours_anew_and_undo_is_instant(qtbot: QtBot, window: MainWindow, scan16: Path) -> None:
    window.prepare()
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    first = window.documents.current.chroma
    wait_for(qtbot, lambda: section(window, "colour")._model.count())
    section(window, "colour")._size.setCurrentIndex(section(window, "colour")._size.findData(192))
    wait_for(qtbot, lambda: window.documents.current.is_coloured)
    assert window.documents.current.chroma.chroma.render_size == 192
    window.actions_["undo"].trigger()
    assert window.documents.current.chroma is first


def test_a_render_size_chosen_before_the_models_are_known_keeps_the_model(
    qtbot: QtBot, window: MainWindow, scan16: Path
) -> None:
    window.open_paths([scan16])
    section(window, "colour")._size.setCurrentIndex(section(window, "colour")._size.findData(256))
    assert window.documents.current.edit.choice.model == "photographs"
    wait_until_coloured(qtbot, window)


def test_the_original_is_shown_while_it_is_held_and_modes_change(qtbot: QtBot, window: MainWindow, scan8: Path) -> None:
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    qtbot.keyPress(window, Qt.Key.Key_Backslash)
    assert window.canvas.is_holding_original
    qtbot.keyRelease(window, Qt.Key.Key_Backslash)
    assert not window.canvas.is_holding_original
    window.actions_["show_wipe"].trigger()
    assert window.canvas.compare_mode is CompareMode.WIPE


def test_what_is_on_screen_gets_sharp_when_zoomed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    import tifffile

    path = tmp_path / "large.tif"
    tifffile.imwrite(path, np.arange(2000 * 1600, dtype=np.uint32).reshape(1600, 2000).astype(np.uint8))
    window.open_paths([path])
    wait_until_coloured(qtbot, window)
    with qtbot.waitSignal(window.engine.view_rendered, timeout=20_000, check_params_cb=_is_detail):
        window.actions_["zoom_actual"].trigger()


def _is_detail(report: object) -> bool:
    return report.view.purpose.value == "detail" and report.after is not None  # type: ignore[attr-defined]


def test_the_language_changes_at_once_and_is_kept(
    qtbot: QtBot, window: MainWindow, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.preferences.change(language="ko", theme="dark")
    wait_for(qtbot, lambda: window.actions_["open"].text() == "열기(&O)…")
    assert window.menuBar().actions()[0].text() == "파일(&F)"
    window.close()
    with open_window(qtbot, home, monkeypatch) as again:
        assert again.actions_["open"].text() == "열기(&O)…"
        assert again.preferences.settings.theme == "dark"
        again.preferences.change(language="en", theme="light")
        wait_for(qtbot, lambda: again.actions_["open"].text() == "&Open…")


def test_the_scan_that_is_shown_after_one_was_closed_is_selected(
    qtbot: QtBot, window: MainWindow, scan16: Path, scan8: Path
) -> None:
    window.open_paths([scan16, scan8])
    wait_until_coloured(qtbot, window)
    window.actions_["close_scan"].trigger()
    assert [item.text() for item in window.strip.selectedItems()] == [scan8.name]


def test_a_closed_scan_leaves_nothing_in_memory(qtbot: QtBot, window: MainWindow, scan16: Path, scan8: Path) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    window.documents.change_look("Strength", adjustments=Adjustments(strength=0.5))
    closed = weakref.ref(window.documents.current)
    window.actions_["new_project"].trigger()
    window.open_paths([scan8])
    wait_until_coloured(qtbot, window)
    wait_for(qtbot, lambda: not window.project.is_busy)
    wait_for(qtbot, lambda: gc.collect() >= 0 and closed() is None)


def test_closing_while_busy_ends_in_order(qtbot: QtBot, window: MainWindow, scan16: Path, scan8: Path) -> None:
    window.prepare()
    window.open_paths([scan16, scan8])
    window.close()
    assert not window.engine._thread.isRunning()


def test_closing_while_exporting_asks_and_leaves_nothing_half_written(
    qtbot: QtBot, window: MainWindow, scan16: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    monkeypatch.setattr(window, "_may_stop_export", lambda: False)
    target = tmp_path / "half.tif"
    window.exports.export(window.documents.current, ExportChoice(target, "tiff", 16, overwrite=False))
    window.close()
    assert window.isVisible()
    monkeypatch.setattr(window, "_may_stop_export", lambda: True)
    window.close()
    left = [path.name for path in tmp_path.iterdir() if "half" in path.name]
    assert left in ([], ["half.tif", "half.tif.json"], ["half.tif.json", "half.tif"])


def test_the_window_exports_what_the_command_line_writes(
    qtbot: QtBot, window: MainWindow, home: Path, scan16: Path, tmp_path: Path
) -> None:
    window.open_paths([scan16])
    wait_until_coloured(qtbot, window)
    from_window, from_pipeline = tmp_path / "window.tif", tmp_path / "pipeline.tif"
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(from_window, "tiff", 16, overwrite=False))
    pack = Registry([home / "data" / "models"]).find("photographs")
    colorize_file(scan16, from_pipeline, Recipe(), Colorizer(pack, "cpu"), OutputOptions("tiff", 16))
    with open_scan(from_window) as one, open_scan(from_pipeline) as other:
        np.testing.assert_array_equal(one.read_rows(0, 150), other.read_rows(0, 150))
