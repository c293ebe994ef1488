"""Documents, their history, and the decisions of the export dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTransform, QUndoStack
from pytestqt.qtbot import QtBot

from colorstudio.core.adjust import Adjustments
from colorstudio.core.output_formats import format_named_by
from colorstudio.core.scan import ScanInfo
from colorstudio.core.steering import Crop, Hint
from colorstudio.core.upsample import ChromaUpsampler
from colorstudio.engine.messages import ChromaChoice, ChromaReady
from colorstudio.pipeline.chroma import Chroma
from colorstudio.pipeline.strips import crop_pixels
from colorstudio.ui import export_choice
from colorstudio.ui.dialogs.export_dialog import ExportDialog
from colorstudio.ui.document import Base, Document
from colorstudio.ui.dropped_paths import scans_in
from colorstudio.ui.edit import Edit, Orientation
from colorstudio.ui.undo import ChangeEdit

EDIT = Edit(ChromaChoice("toy"))


def strength(value: float) -> Edit:
    return EDIT.with_look(adjustments=Adjustments(strength=value))


def push(stack: QUndoStack, applied: list[Edit], before: Edit, after: Edit, gesture: int | None) -> None:
    stack.push(ChangeEdit("change", before, after, applied.append, gesture))


def test_changes_of_one_gesture_are_one_step(qapp: object) -> None:
    stack, applied = QUndoStack(), []
    push(stack, applied, EDIT, strength(0.8), 1)
    push(stack, applied, strength(0.8), strength(0.5), 1)
    push(stack, applied, strength(0.5), strength(0.2), 2)
    assert stack.count() == 2
    stack.undo()
    assert applied[-1] == strength(0.5)
    stack.undo()
    assert applied[-1] == EDIT
    stack.redo()
    assert applied[-1] == strength(0.5)


def test_a_gesture_that_comes_back_leaves_no_step(qapp: object) -> None:
    stack, applied = QUndoStack(), []
    push(stack, applied, EDIT, strength(0.8), 1)
    push(stack, applied, strength(0.8), EDIT, 1)
    assert stack.count() == 0


def test_changes_without_a_gesture_stand_alone(qapp: object) -> None:
    stack, applied = QUndoStack(), []
    push(stack, applied, EDIT, EDIT.turned(1), None)
    push(stack, applied, EDIT.turned(1), EDIT.turned(2), None)
    assert stack.count() == 2


def test_four_quarter_turns_are_none() -> None:
    assert EDIT.turned(3).turned(1) == EDIT
    assert EDIT.turned(-1).orientation.quarter_turns == 3


def test_parameters_stay_on_the_picture_when_it_is_turned_and_mirrored() -> None:
    edit = EDIT.with_choice(hints=(Hint(((0.25, 0.125),), 10, 20),))
    assert edit.turned(1).choice.hints[0].points == ((0.875, 0.25),)
    assert edit.mirrored().choice.hints[0].points == ((0.75, 0.125),)
    for change in (lambda e: e.mirrored().mirrored(), lambda e: e.mirrored().turned(1).mirrored().turned(1)):
        assert change(edit) == edit


@pytest.mark.parametrize("change", [lambda e: e.mirrored(), lambda e: e.turned(2), lambda e: e.turned(1).flipped()])
def test_what_is_turned_there_and_back_is_the_same_to_the_last_bit(change: Callable[[Edit], Edit]) -> None:
    points = tuple((index / 100_000, (index * 7 % 100_001) / 100_000) for index in range(0, 100_001, 97))
    edit = EDIT.with_choice(hints=(Hint(points, 10, 20),))
    assert change(change(edit)) == edit  # or its colours would be predicted again


def test_colours_that_come_late_are_not_taken_for_another_pages(qapp: object) -> None:
    document = Document(1, Path("a.tif"), EDIT)
    grey = np.zeros((6, 8), np.float32)
    chroma = Chroma(np.zeros((6, 8, 2), np.float32), grey, ChromaUpsampler(grey, grey[..., None]), 64, "CPU", 0.1)
    of_first_page = ChromaReady(1, 1, document.source, EDIT.choice, chroma, "toy@1.0", True, 0.1)
    document.turn_to_page(1)
    document.keep_chroma(of_first_page)
    assert document.chroma is None
    assert document.shown is None


def test_a_picture_is_seen_as_the_worker_will_open_it(qapp: object) -> None:
    stored = QImage(2, 3, QImage.Format.Format_RGB32)
    for index in range(6):
        stored.setPixelColor(index % 2, index // 2, QColor(40 * index, 0, 0))
    seen, before = Base(stored), Orientation()
    for after in (Orientation(1), Orientation(1, True), Orientation(0, True), Orientation(3, True), Orientation(3)):
        seen, before = seen.reoriented(before, after), after
        turned = stored.transformed(QTransform().rotate(90 * after.quarter_turns))
        expected = turned.flipped(Qt.Orientation.Horizontal) if after.mirrored else turned
        assert seen.before == expected


def test_a_turned_document_swaps_its_sides(qapp: object) -> None:
    document = Document(1, Path("a.tif"), EDIT)
    document.info = ScanInfo(Path("a.tif"), "tiff", 640, 480, 16, 1, dpi=(600, 300))
    document.reorient_picture(Orientation(), Orientation(1))
    assert (document.info.width, document.info.height, document.info.dpi) == (480, 640, (300, 600))
    document.reorient_picture(Orientation(1), Orientation(3))
    assert document.info.width == 480


def test_folders_give_the_scans_in_them(tmp_path: Path) -> None:
    for name in ("b.tif", "a.png", "notes.txt", ".hidden.tif"):
        (tmp_path / name).touch()
    (tmp_path / "inner").mkdir()
    assert scans_in([tmp_path, tmp_path / "b.tif"]) == [tmp_path / "a.png", tmp_path / "b.tif"]
    assert scans_in([tmp_path / "missing.tif"]) == [tmp_path / "missing.tif"]


# -- export


def info(path: Path, file_format: str = "tiff", bits: int = 16) -> ScanInfo:
    return ScanInfo(path, file_format, 640, 480, bits, 1)


@pytest.mark.parametrize(
    ("file_format", "setting", "proposed"),
    [("tiff", "as_scan", "tiff"), ("jpeg", "as_scan", "png"), ("jpeg", "webp", "webp")],
)
def test_the_proposed_format(file_format: str, setting: str, proposed: str) -> None:
    assert export_choice.proposed_format(info(Path("a"), file_format), setting) == proposed


def test_the_proposed_name_is_beside_the_master_and_new(tmp_path: Path) -> None:
    master = tmp_path / "a.b.tif"
    assert export_choice.proposed_target(master, "tiff") == tmp_path / "a.b_colour.tif"
    (tmp_path / "a.b_colour.tif").touch()
    assert export_choice.proposed_target(master, "tiff") == tmp_path / "a.b_colour_2.tif"


def test_the_proposed_name_of_a_page_names_the_page(tmp_path: Path) -> None:
    assert export_choice.proposed_target(tmp_path / "album.tif", "png", 1) == tmp_path / "album_p2_colour.png"


def test_a_read_only_folder_is_not_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    proposed = export_choice.proposed_target(tmp_path / "a.tif", "png")
    assert proposed.name == "a_colour.png"
    assert proposed.parent != tmp_path


def test_endings_follow_the_format() -> None:
    assert export_choice.with_format(Path("a.tif"), "png") == Path("a.png")
    assert export_choice.with_format(Path("a.v2"), "png") == Path("a.v2.png")
    assert format_named_by(Path("a.JPEG")) == "jpeg"
    assert format_named_by(Path("a.txt")) is None


@pytest.fixture
def master(tmp_path: Path) -> Path:
    path = tmp_path / "master.tif"
    path.write_bytes(b"scan")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, master: Path) -> ExportDialog:
    dialog = ExportDialog(info(master), (master,), "as_scan")
    qtbot.addWidget(dialog)
    return dialog


def test_the_dialog_proposes_the_scans_own_kind(dialog: ExportDialog, master: Path) -> None:
    choice = dialog.choice()
    assert choice == export_choice.ExportChoice(master.with_name("master_colour.tif"), "tiff", 16, False)


def test_the_dialog_names_the_size_of_what_is_exported(qtbot: QtBot, dialog: ExportDialog, master: Path) -> None:
    whole = info(master)
    assert f"{whole.width} × {whole.height} pixels" in dialog._hint.text()
    cropped = ExportDialog(whole, (master,), "as_scan", crop=Crop(0.5, 0.0, 1.0, 0.5))
    qtbot.addWidget(cropped)
    x0, y0, x1, y1 = crop_pixels(Crop(0.5, 0.0, 1.0, 0.5), whole.width, whole.height)
    assert f"{x1 - x0} × {y1 - y0} pixels" in cropped._hint.text()


def test_a_format_without_16_bits_says_so(dialog: ExportDialog) -> None:
    dialog._format.setCurrentIndex(dialog._format.findData("jpeg"))
    assert dialog.choice().bits == 8
    assert dialog.choice().target.suffix == ".jpg"
    assert not dialog._depth.model().item(1).isEnabled()
    assert "8 bits" in dialog._hint.text()


def test_an_ending_chooses_the_format(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog._target.setText(str(tmp_path / "x.webp"))
    dialog._target.editingFinished.emit()
    assert dialog.choice().format == "webp"


@pytest.mark.parametrize("name", ["master.tif", "", "x.txt", "nowhere/x.tif"])
def test_what_cannot_be_written_is_refused_at_once(dialog: ExportDialog, tmp_path: Path, name: str) -> None:
    dialog._target.setText(str(tmp_path / name) if name else "")
    assert not dialog._ok.isEnabled()
    assert dialog._hint.text()


def test_replacing_is_said(dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "old.tif").touch()
    dialog._target.setText(str(tmp_path / "old.tif"))
    assert dialog._ok.text() == "Replace"
    assert dialog.choice().overwrite
