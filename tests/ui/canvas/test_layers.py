"""Pyramids and layers: what is drawn from which picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from colorstudio.ui.canvas.layers import Layer, Pyramid
from colorstudio.ui.canvas.view_transform import ViewTransform

GREY, RED, BLUE = QColor("#808080"), QColor("#ff0000"), QColor("#0000ff")


def plain(width: int, height: int, colour: QColor) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def stripes(width: int, height: int) -> QImage:
    """Columns of black and white, one pixel each."""
    image = plain(width, height, QColor("#ffffff"))
    for x in range(0, width, 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("#000000"))
    return image


def painted(layer: Layer, view: ViewTransform, opacity: float = 1.0) -> QImage:
    image = plain(*view.viewport, QColor("#00ff00"))
    painter = QPainter(image)
    layer.paint(painter, view, view.visible_view_rect(), opacity)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("wanted", "width"), [(1600, 1000), (1000, 1000), (501, 1000), (500, 500), (130, 250), (1, 63)]
)
def test_the_level_is_the_smallest_that_is_large_enough(qapp: object, wanted: float, width: int) -> None:
    assert Pyramid(plain(1000, 600, GREY)).level_for(wanted).width() == width


def test_a_shrunken_picture_does_not_alias(qapp: object) -> None:
    layer = Layer()
    layer.set_base(stripes(512, 64))
    image = painted(layer, ViewTransform(viewport=(64, 8)).with_picture(512, 64))
    middle = [image.pixelColor(x, 4).red() for x in range(4, 60)]
    assert max(middle) - min(middle) <= 8


def test_detail_is_drawn_above_the_base_pixel_by_pixel(qapp: object) -> None:
    view = ViewTransform(viewport=(64, 64)).with_picture(256, 256).zoomed(1, 0, 0)
    request = view.request()
    assert request is not None
    layer = Layer()
    layer.set_base(plain(32, 32, GREY))
    layer.set_detail(request.rect, stripes(request.width, request.height))
    image = painted(layer, view)
    assert {image.pixelColor(x, 9).name() for x in range(0, 64, 2)} == {"#000000"}
    assert {image.pixelColor(x, 9).name() for x in range(1, 64, 2)} == {"#ffffff"}


def test_the_base_is_seen_around_a_detail(qapp: object) -> None:
    view = ViewTransform(viewport=(100, 100)).with_picture(100, 100)
    layer = Layer()
    layer.set_base(plain(50, 50, GREY))
    layer.set_detail(QRectF(20, 30, 40, 20), plain(40, 20, RED))
    image = painted(layer, view)
    for x, y, colour in [(20, 30, RED), (59, 49, RED), (19, 30, GREY), (60, 49, GREY), (20, 29, GREY), (59, 50, GREY)]:
        assert image.pixelColor(x, y) == colour
    layer.clear_detail()
    assert painted(layer, view).pixelColor(30, 40) == GREY


def test_the_base_does_not_shine_through_a_half_opaque_detail(qapp: object) -> None:
    view = ViewTransform(viewport=(100, 100)).with_picture(100, 100)
    layer = Layer()
    layer.set_base(plain(50, 50, BLUE))
    layer.set_detail(QRectF(0, 0, 100, 100), plain(100, 100, RED))
    assert painted(layer, view, opacity=0.5).pixelColor(50, 50).blue() == 0


@pytest.mark.parametrize(("scale", "is_sharp"), [(3.0, False), (8.0, True)])
def test_pixels_are_squares_only_at_large_scales(qapp: object, scale: float, is_sharp: bool) -> None:
    view = ViewTransform(viewport=(64, 64)).with_picture(64, 64).zoomed(scale, 0, 0)
    request = view.request()
    assert request is not None
    base, detail = Layer(), Layer()
    base.set_base(stripes(64, 64))
    detail.set_base(plain(32, 32, GREY))
    detail.set_detail(request.rect, stripes(request.width, request.height))
    for layer in (base, detail):
        image = painted(layer, view)
        levels = {image.pixelColor(x, 30).red() for x in range(64)}
        assert (levels == {0, 255}) is is_sharp


def test_nothing_is_drawn_of_nothing(qapp: object) -> None:
    layer = Layer()
    layer.set_base(QImage())
    layer.set_detail(QRectF(0, 0, 1, 1), None)
    image = painted(layer, ViewTransform(viewport=(8, 8)).with_picture(8, 8))
    assert image.pixelColor(4, 4) == QColor("#00ff00")
    layer.set_base(plain(8, 8, RED))
    painter = QPainter(image)
    layer.paint(painter, ViewTransform(viewport=(8, 8)).with_picture(8, 8), QRect())
    painter.end()
    assert image.pixelColor(4, 4) == QColor(Qt.GlobalColor.green)
