"""The real window, and scans made for the test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import fake_trainer
import numpy as np
import pytest
import tifffile
from PIL import Image
from pytestqt.qtbot import QtBot
from studio_window import open_window, wait_for
from toy_pictures import write_pictures

from colorstudio.engine.training import trainer, training_job
from colorstudio.ui.main_window import MainWindow
from colorstudio.ui.panels.rail import TRAINING
from colorstudio.ui.training.wizard_page import WizardPage


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The user's folders."""
    return tmp_path / "home"


@pytest.fixture
def window(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window, closed at the end."""
    with open_window(qtbot, home, monkeypatch) as window:
        yield window


@pytest.fixture
def scan16(tmp_path: Path) -> Path:
    """A 16-bit grey TIFF, 211 x 150, 600 dpi."""
    y, x = np.mgrid[:150, :211]
    pixels = ((x / 210 * 0.8 + y / 149 * 0.2) * 65535).astype(np.uint16)
    path = tmp_path / "ramp.tif"
    tifffile.imwrite(path, pixels, photometric="minisblack", resolution=(600, 600), resolutionunit="INCH")
    return path


@pytest.fixture
def scan8(tmp_path: Path) -> Path:
    """An 8-bit grey PNG, 120 x 90."""
    path = tmp_path / "steps.png"
    Image.fromarray(np.tile(np.arange(120, dtype=np.uint8) * 2, (90, 1))).save(path)
    return path


@pytest.fixture
def bad_file(tmp_path: Path) -> Path:
    """A file that only looks like a scan."""
    path = tmp_path / "bad.tif"
    path.write_bytes(b"II*\0 this is no picture at all")
    return path


@pytest.fixture
def wizard(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WizardPage]:
    """The wizard in the real window, with a trainer that answers at once."""

    def command(words: list[str]) -> list[str]:
        return [sys.executable, "-S", fake_trainer.__file__, *words]

    monkeypatch.setattr(training_job, "trainer_command", command)
    monkeypatch.setattr(trainer, "trainer_command", command)
    with open_window(qtbot, home, monkeypatch) as window:
        window.resize(1280, 800)
        window.prepare()
        wait_for(qtbot, lambda: window._models)
        window._rail.choose(TRAINING)
        yield window.training.wizard


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """30 colour pictures, and some that are none."""
    folder = write_pictures(tmp_path / "Slides 1961", 30)
    for number, problem in enumerate(("grey", "grey", "damaged", "near duplicate")):
        (folder / f"{problem}{number}.png").write_bytes((folder / "00000.png").read_bytes())
    return folder
