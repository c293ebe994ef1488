"""From sRGB to the colours of a monitor, in the thread that made the pixels."""

from __future__ import annotations

from PySide6.QtGui import QColorSpace, QColorTransform, QImage

_SRGB = QColorSpace.NamedColorSpace.SRgb


class ScreenColours:
    """Converts pictures for one monitor at a time; the last scan is kept, as a moved slider does not change it."""

    def __init__(self) -> None:
        self._space: QColorSpace | None = None
        self._transform = QColorTransform()
        self._before: tuple[QImage, QImage] | None = None

    def convert(
        self, space: QColorSpace | None, before: QImage, after: QImage | None
    ) -> tuple[QImage | None, QImage | None]:
        """Return the pictures in the colours of a monitor.

        Args:
            space: of the monitor; None: it shows sRGB, nothing is converted.
            before, after: sRGB.
        """
        if space is None:
            return None, None
        if space != self._space:
            self._space, self._before = space, None
            self._transform = QColorSpace(_SRGB).transformationToColorSpace(space)
        if self._before is None or self._before[0] != before:
            self._before = before, self._converted(before)
        return self._before[1], None if after is None else self._converted(after)

    def _converted(self, image: QImage) -> QImage:
        return image.colorTransformed(self._transform)
