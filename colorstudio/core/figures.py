"""How close a coloured picture comes to the truth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """Figures of one picture, or means over many.

    Attributes:
        psnr: peak signal-to-noise ratio on encoded sRGB 0..1, in dB; more is better.
        chroma_error: mean distance in the a*b* plane; less is better.
        delta_e2000: mean CIEDE2000 difference; less is better.
        chroma: mean chroma of the result, about 0 to 100.
        colorfulness: Hasler & Süsstrunk 2003, on 0..255.
    """

    psnr: float
    chroma_error: float
    delta_e2000: float
    chroma: float
    colorfulness: float
