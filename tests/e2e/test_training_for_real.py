"""From a folder of pictures to a finished model, with the trainer itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot
from toy_pictures import write_pictures
from wizard_hand import press

from colorstudio.core.run_folder import RunFolder
from colorstudio.core.run_state import RunPhase
from colorstudio.inference.pack import open_pack
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.panels.rail import TRAINING
from colorstudio.ui.training.wizard_page import WizardPage

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"),
    pytest.mark.timeout(600),
]

# The smallest run of the paper's pix2pix that there can be.
SMALL = {
    "crop": "32",
    "batch_size": "2",
    "generator.arguments.ngf": "4",
    "generator.arguments.num_downs": "5",
    "discriminator.ndf": "4",
    "validation.size": "32",
    "validation.pictures": "4",
    "validation.samples": "2",
    "data.cache_size": "40",
    "pack.render_size": "32",
    "threads": "1",
}
PATIENCE = 300_000


def set_small(wizard: WizardPage) -> None:
    """Type small values into the page for experts."""
    press(wizard, "All settings…")
    for name, value in SMALL.items():
        row = wizard._experts._rows[name]
        assert isinstance(row.field, QLineEdit)
        row.field.setText(value)
        row.field.editingFinished.emit()
    assert set(wizard._experts.changes) == set(SMALL)
    press(wizard, "Done")


def test_an_archivist_trains_a_model(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = write_pictures(tmp_path / "slides", 24)
    (folder / "torn.png").write_bytes(b"\x89PNG this is no picture")
    window._rail.choose(TRAINING)
    wizard: WizardPage = window.training.wizard
    qtbot.waitUntil(wizard.isVisible)
    wizard.add_paths([folder])
    press(wizard, "Next")
    qtbot.waitUntil(lambda: wizard.check.selection is not None, timeout=PATIENCE)
    selection = wizard.check.selection
    assert selection.left_out == {"slides/torn.png"}
    assert (len(selection.kept), selection.held_out > 0) == (24, True)
    assert all(Path(picture.thumbnail).is_file() for picture in selection.kept)
    press(wizard, "Next")
    next(each for each in wizard.goal.findChildren(QRadioButton) if "pix2pix" in each.text()).click()
    press(wizard, "Next")
    set_small(wizard)
    qtbot.waitUntil(lambda: wizard.time.estimate is not None, timeout=PATIENCE)
    estimate = wizard.time.estimate
    assert estimate.device == "cpu"
    assert min(estimate.seconds_per_step, estimate.memory, estimate.disk, estimate.disk_free) > 0
    wizard.time._set_steps(4)
    press(wizard, "Start training")
    qtbot.waitUntil(lambda: not window.training.trainer._processes, timeout=PATIENCE)
    qtbot.waitUntil(lambda: [run.state.phase for run in window.training.runs.runs] == [RunPhase.FINISHED])
    (path,) = window.training.runs.folder.iterdir()
    pack = open_pack(RunFolder(path).pack_path)
    assert (pack.card.id, pack.card.architecture, pack.card.arguments["ngf"]) == ("slides", "unet", 4)
