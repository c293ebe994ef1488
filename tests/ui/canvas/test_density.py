"""Screens of other densities: the ratio holds for a whole process, so each is tried in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CODE = """
import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from colorstudio.ui.canvas import Canvas, CompareMode

def pixels(image):
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., :3].copy()

def covered(pixels):
    # What the label in the upper left corner leaves free.
    return pixels[pixels.shape[0] // 2 :]

app = QApplication([])
window = QWidget()
window.resize(401, 303)
layout = QHBoxLayout(window)
layout.setContentsMargins(33, 7, 0, 0)  # so that the canvas begins within a device pixel
canvas = Canvas()
canvas.animations = False
layout.addWidget(canvas)
window.show()
app.processEvents()
canvas.set_picture_size(3001, 2003)
noise = np.random.default_rng(1).integers(0, 256, (2003, 3001, 4), np.uint8)
for mode, zoom in [
    (mode, zoom)
    for mode in (CompareMode.AFTER, CompareMode.SIDE_BY_SIDE)
    for zoom in (canvas.zoom_to_fit, canvas.zoom_to_actual, canvas.zoom_out)
]:
    canvas.set_compare_mode(mode)
    zoom()
    view = canvas.view_request()
    part = np.ascontiguousarray(noise[: view.height, : view.width])
    part[..., 3] = 255
    image = QImage(part.data, view.width, view.height, 4 * view.width, QImage.Format.Format_RGB32).copy()
    canvas.set_base(image, None)
    canvas.set_detail(view.rect, image, None)
    shown = pixels(window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    start = part[view.height // 2, view.width // 2, :3]
    ys, xs = np.nonzero((shown == start).all(-1))
    origins = {(int(y) - view.height // 2, int(x) - view.width // 2) for y, x in zip(ys, xs)}
    windows = [shown[y : y + view.height, x : x + view.width] for y, x in origins if y >= 0 and x >= 0]
    panes = 1 if mode is CompareMode.AFTER else 2
    whole = [seen for seen in windows if np.array_equal(covered(seen), covered(part[..., :3]))]
    assert len(whole) == panes, (mode, zoom.__name__, view)
assert canvas.zoom < 1
"""


@pytest.mark.parametrize("density", ["1", "1.25", "1.5", "2"])
def test_what_was_rendered_for_the_view_is_shown_pixel_by_pixel(density: str) -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": density, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
