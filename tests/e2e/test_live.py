"""What is on the canvas while the hand works, and what is exported afterwards, through the real window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot
from studio_window import section, wait_for, wait_until_coloured

from colorstudio.core.palette import measure_palette
from colorstudio.core.scan import open_scan
from colorstudio.core.steering import Look, Mask, MaskStroke
from colorstudio.engine.messages import ViewPurpose, ViewRendered
from colorstudio.engine.qimage import to_pixels
from colorstudio.ui.canvas import CompareMode
from colorstudio.ui.export_choice import ExportChoice
from colorstudio.ui.main_window import MainWindow


def sepia_scan(path: Path, width: int, height: int) -> Path:
    """A brown 8-bit scan with all tones and detail."""
    y, x = np.mgrid[:height, :width]
    grey = 0.5 + 0.35 * np.sin(x / 37) * np.cos(y / 29) + 0.1 * np.sin(x / 3)
    pixels = np.clip(grey[..., None] * (255, 225, 180), 0, 255).astype(np.uint8)
    tifffile.imwrite(path, pixels, photometric="rgb")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A scan that the overview shows in full."""
    return sepia_scan(tmp_path / "small.tif", 240, 180)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A scan larger than the overview."""
    return sepia_scan(tmp_path / "large.tif", 1700, 1300)


def rendered(window: MainWindow) -> list[ViewRendered]:
    """Collects what the worker draws."""
    seen: list[ViewRendered] = []
    window.engine.view_rendered.connect(seen.append)
    return seen


def settled(seen: list[ViewRendered], look: Look, purpose: ViewPurpose) -> ViewRendered | None:
    """The newest picture of a look that was not drawn in haste."""
    fitting = (each for each in reversed(seen) if each.view.look == look and each.view.purpose is purpose)
    return next((each for each in fitting if not each.view.quick and each.after is not None), None)


def exported(qtbot: QtBot, window: MainWindow, target: Path) -> np.ndarray:
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        window.exports.export(window.documents.current, ExportChoice(target, "tiff", 8, overwrite=False))
    with open_scan(target) as scan:
        return scan.read_srgb(0, scan.info.height)


def test_a_slider_shows_quick_pictures_and_ends_in_the_export(
    qtbot: QtBot, window: MainWindow, small: Path, tmp_path: Path
) -> None:
    window.open_paths([small])
    wait_until_coloured(qtbot, window)
    seen, slider = rendered(window), section(window, "adjust").slider("saturation")
    for value in (120, 160, 200):
        slider._slider.setSliderDown(True)
        slider._slider.setValue(value)
        wait_for(qtbot, lambda: any(each.view.quick for each in seen))
    slider._slider.setSliderDown(False)
    look = window.documents.current.edit.look
    assert look.adjustments.saturation == 2.0
    wait_for(qtbot, lambda: settled(seen, look, ViewPurpose.BASE))
    shown = to_pixels(settled(seen, look, ViewPurpose.BASE).after)
    quick = next(each for each in seen if each.view.quick)
    assert quick.view.width == round(shown.shape[1] / 2)
    assert np.abs(exported(qtbot, window, tmp_path / "out.tif").astype(int) - shown).max() <= 1


def test_mask_palette_and_tone_look_on_screen_as_they_are_exported(
    qtbot: QtBot, window: MainWindow, small: Path, tmp_path: Path
) -> None:
    window.open_paths([small])
    wait_until_coloured(qtbot, window)
    document, seen = window.documents.current, rendered(window)
    chroma = document.chroma.chroma
    mask = Mask(strokes=(MaskStroke("brush", ((0.1, 0.1), (0.6, 0.8)), amount=0.0, radius=0.15),), snap=True)
    adjustments = replace(document.edit.look.adjustments, toning=1.0, strength=0.9)
    palette = measure_palette(chroma.lightness, chroma.ab * -1, "reference.jpg")
    window.documents.change_look("All of it", adjustments=adjustments, mask=mask, palette=palette)
    wait_for(qtbot, lambda: settled(seen, document.edit.look, ViewPurpose.BASE))
    drawn = settled(seen, document.edit.look, ViewPurpose.BASE)
    shown, before = to_pixels(drawn.after).astype(int), to_pixels(drawn.before)
    assert np.abs(exported(qtbot, window, tmp_path / "out.tif") - shown).max() <= 1
    erased = shown[20:26, 26:32]  # there the scan's own tone is left
    assert np.abs(erased - before[20:26, 26:32]).max() <= 2
    assert np.abs(shown - before).mean() > 3


def test_of_a_large_scan_only_what_is_seen_is_drawn_and_it_is_the_exports(
    qtbot: QtBot, window: MainWindow, large: Path, tmp_path: Path
) -> None:
    window.open_paths([large])
    wait_until_coloured(qtbot, window)
    wait_for(qtbot, lambda: window.documents.current.is_sharp)
    seen = rendered(window)
    window.canvas.zoom_to_actual()
    look = window.documents.current.edit.look
    wait_for(qtbot, lambda: settled(seen, look, ViewPurpose.DETAIL))
    drawn = settled(seen, look, ViewPurpose.DETAIL)
    x0, y0, x1, y1 = drawn.view.rect
    part = QRectF(x0 * 1700, y0 * 1300, (x1 - x0) * 1700, (y1 - y0) * 1300).toRect()
    assert (drawn.view.width, drawn.view.height) == (part.width(), part.height())
    assert drawn.view.width * drawn.view.height < 0.6 * 1700 * 1300
    result = exported(qtbot, window, tmp_path / "out.tif")[part.top() :, part.left() :]
    result = result[: part.height(), : part.width()].astype(int)
    assert np.abs(result - to_pixels(drawn.after)).max() <= 1


def test_colour_only_shows_the_chroma_without_the_picture(qtbot: QtBot, window: MainWindow, small: Path) -> None:
    from colorstudio.core.color import srgb_to_lab

    window.open_paths([small])
    wait_until_coloured(qtbot, window)
    seen = rendered(window)
    window.canvas.set_compare_mode(CompareMode.COLOUR_ONLY)
    wait_for(qtbot, lambda: any(each.view.colour_only and each.after for each in seen))
    lab = srgb_to_lab(to_pixels(seen[-1].after))
    assert np.abs(lab[..., 0] - 65).max() < 0.6
    assert np.ptp(lab[..., 2]) > 10
