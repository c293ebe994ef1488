"""Pictures over the scan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from colorstudio.ui.canvas.image_marks import ImageMarks
from colorstudio.ui.canvas.tool import PictureFrame


def halves(left: QColor, right: QColor) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(left)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(32, 0, 32, 64, right)
    painter.end()
    return image


def painted(marks: ImageMarks, frame: PictureFrame) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    marks.paint(painter, frame)
    painter.end()
    return image


def test_the_image_covers_the_whole_picture_and_nothing_else(qapp: object) -> None:
    frame = PictureFrame(QRect(10, 20, 80, 60), QRect(10, 20, 80, 60), 1.0, 1.0)
    image = painted(ImageMarks(halves(QColor("#ff0000"), QColor("#0000ff"))), frame)
    assert image.pixelColor(12, 22) == QColor("#ff0000")
    assert image.pixelColor(88, 78) == QColor("#0000ff")
    assert {image.pixelColor(*place).name() for place in ((9, 30), (90, 30), (30, 19), (30, 80))} == {"#808080"}


def test_a_zoomed_picture_shows_its_visible_part(qapp: object) -> None:
    frame = PictureFrame(QRect(-900, -500, 1000, 1000), QRect(0, 0, 100, 100), 1.0, 10.0)
    image = painted(ImageMarks(halves(QColor("#ff0000"), QColor("#0000ff"))), frame)
    assert image.pixelColor(0, 0) == QColor("#0000ff")


@pytest.mark.parametrize(("opacity", "red"), [(0.0, 128), (0.5, 191), (1.0, 255)])
def test_opacity_and_transparency_let_the_picture_through(qapp: object, opacity: float, red: int) -> None:
    frame = PictureFrame(QRect(0, 0, 100, 100), QRect(0, 0, 100, 100), 1.0, 1.0)
    image = painted(ImageMarks(halves(QColor("#ff0000"), QColor(0, 0, 0, 0)), opacity), frame)
    assert image.pixelColor(20, 50).red() == pytest.approx(red, abs=2)
    assert image.pixelColor(80, 50) == QColor("#808080")


def test_a_view_that_stands_still_looks_the_same_every_time(qapp: object) -> None:
    marks = ImageMarks(halves(QColor(255, 0, 0, 90), QColor(0, 0, 255, 200)), 0.7)
    frames = [PictureFrame(QRect(x, -20, 150, 150), QRect(0, 0, 100, 100), 1.0, 1.5) for x in (-30, -30, -30, -10, -10)]
    first, second, third, moved, again = (painted(marks, frame) for frame in frames)
    assert first == second == third
    assert moved == again
    assert moved != first
