"""Between numpy and QImage, in the thread that makes or needs the pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColorSpace, QImage


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """Copy `pixels` into a QImage that owns its memory.

    Args:
        pixels: uint8 (H, W, 3), encoded sRGB; as `core.tables` lays them out they are copied as they are.
    """
    height, width = pixels.shape[:2]
    words = pixels.base
    is_whole = isinstance(words, np.ndarray) and words.dtype == np.uint32 and words.shape == (height, width)
    if isinstance(words, np.ndarray) and is_whole and pixels.strides == (4 * width, 4, -1):
        image = QImage(words.data, width, height, words.strides[0], QImage.Format.Format_RGB32).copy()
    elif pixels.strides[2] == 0:
        grey = np.ascontiguousarray(pixels[..., 0])
        shared = QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8)
        image = shared.convertToFormat(QImage.Format.Format_RGB32)
    else:
        pixels = np.ascontiguousarray(pixels)
        # bytesPerLine is passed because Qt otherwise expects rows padded to 4 bytes.
        shared = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)
        image = shared.convertToFormat(QImage.Format.Format_RGB32)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image


def to_pixels(image: QImage) -> NDArray[np.uint8]:
    """Copy the pixels of a QImage: uint8 (H, W, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()
