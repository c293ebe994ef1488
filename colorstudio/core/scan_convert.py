"""From whatever a file holds to encoded grey or RGB pixels of 8 or 16 bits.

Everything here is a lazy libvips pipeline, made anew for every pass over the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyvips

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.core.icc import Profile, ProfileError, usable_profile
from colorstudio.core.scan_notes import ScanNote

Pipeline = Callable[[pyvips.Image], pyvips.Image]

_COLOUR_BANDS = {"b-w": 1, "grey16": 1, "srgb": 3, "rgb16": 3, "rgb": 3, "scrgb": 3, "cmyk": 4,
                 "lab": 3, "labs": 3, "xyz": 3, "yxy": 3}  # fmt: skip
_DEVICE_INDEPENDENT = frozenset({"lab", "labs", "xyz", "yxy"})
_STRIP_PIXELS = 4_000_000
ASSOCIATED_ALPHA, UNASSOCIATED_ALPHA = 1, 2


@dataclass(frozen=True)
class Conversion:
    """How a decoded image becomes encoded pixels.

    Attributes:
        apply: the pipeline; its result has 1 or 3 bands of uchar or ushort.
        bits: 8 or 16.
        bands: 1 or 3.
        profile: of the converted pixels; None means sRGB-encoded.
        notes: what a person should know.
    """

    apply: Pipeline
    bits: int
    bands: int
    profile: Profile | None
    notes: tuple[ScanNote, ...]


def plan_conversion(open_image: Callable[[], pyvips.Image], extra_samples: tuple[int, ...] | None) -> Conversion:
    """Decide how to convert a picture.

    Args:
        open_image: opens the picture for one more pass (numbers outside 0..1 need one to find their range).
        extra_samples: what the channels beyond the colour are, in TIFF's ExtraSamples numbers; None: alpha.

    Raises:
        pyvips.Error: the picture cannot be decoded.
    """
    image = open_image()
    colour = _colour_bands(image)
    notes: list[ScanNote] = []
    bits = 8 if image.format == "uchar" else 16
    steps: list[Pipeline] = []
    if image.interpretation in _DEVICE_INDEPENDENT:
        steps.append(lambda im: im.extract_band(0, n=3).colourspace("rgb16"))
    else:
        steps.append(_plan_extra(image, colour, extra_samples, notes))
        steps.append(_plan_range(open_image, steps[0], colour, notes) if _needs_range(image) else _keep)
    profile = _plan_profile(image, colour, notes)
    if colour == 4:
        if image.get("vips-loader") == "jpegload" and _is_negative(open_image()):
            steps.append(lambda im: im.invert())
        steps.append(_cmyk_to_srgb(profile, bits))
        profile = None
    bands = 1 if colour == 1 else 3
    return Conversion(lambda im: _finish(_chain(steps, im), bands, bits), bits, bands, profile, tuple(notes))


def _keep(image: pyvips.Image) -> pyvips.Image:
    return image


def _chain(steps: list[Pipeline], image: pyvips.Image) -> pyvips.Image:
    for step in steps:
        image = step(image)
    return image


def _finish(image: pyvips.Image, bands: int, bits: int) -> pyvips.Image:
    kind, names = ("uchar", ("b-w", "srgb")) if bits == 8 else ("ushort", ("grey16", "rgb16"))
    return image.cast(kind).copy(interpretation=names[bands == 3])


def _colour_bands(image: pyvips.Image) -> int:
    colour = _COLOUR_BANDS.get(image.interpretation, 1 if image.bands < 3 else 3)
    return int(min(colour, image.bands) if colour != 3 or image.bands >= 3 else 1)


def _plan_extra(
    image: pyvips.Image, colour: int, extra_samples: tuple[int, ...] | None, notes: list[ScanNote]
) -> Pipeline:
    """Lay a transparent picture over white; drop channels that are neither colour nor alpha."""
    extra = image.bands - colour
    if extra == 0:
        return _keep
    kind = (extra_samples[0] if extra_samples else 0) if extra_samples is not None else UNASSOCIATED_ALPHA
    if colour == 4 or kind not in (ASSOCIATED_ALPHA, UNASSOCIATED_ALPHA) or _needs_range(image):
        # For instance the infrared channel of a film scanner.
        notes.append(ScanNote(QT_TRANSLATE_NOOP("errors", "Additional channels ({count}) are not used."), count=extra))
        return lambda im: im.extract_band(0, n=colour)
    top = 255 if image.format == "uchar" else 65535
    if kind == ASSOCIATED_ALPHA:  # the colour is multiplied already: only the white behind it is missing
        return lambda im: (im.extract_band(0, n=colour) + (top - im.extract_band(colour))).cast(im.format)
    return lambda im: im.extract_band(0, n=colour + 1).flatten(background=[top] * colour, max_alpha=top)


def _needs_range(image: pyvips.Image) -> bool:
    return image.format not in ("uchar", "ushort")


def _plan_range(
    open_image: Callable[[], pyvips.Image], select: Pipeline, colour: int, notes: list[ScanNote]
) -> Pipeline:
    """Scale floating-point or signed or 32-bit numbers to 16 bits: 0..1 as it is, else the range that is there."""
    low, high, odd = _finite_range(select(open_image()))
    if odd:
        notes.append(ScanNote(QT_TRANSLATE_NOOP("errors", "Values that are no numbers were taken as black.")))
    if low < 0.0 or high > 1.001 or high <= 0.0:
        notes.append(
            ScanNote(
                QT_TRANSLATE_NOOP("errors", "Its values, {low} to {high}, were scaled to black to white."),
                low=f"{low:g}",
                high=f"{high:g}",
            )
        )
    else:
        low, high = 0.0, 1.0
    scale = 65535.0 / (high - low) if high > low else 1.0
    name = "grey16" if colour == 1 else "cmyk" if colour == 4 else "rgb16"

    def to_16_bits(image: pyvips.Image) -> pyvips.Image:
        picture = select_finite(image, low) if image.format in ("float", "double") else image
        scaled = (picture.cast("double") - low) * scale
        return scaled.rint().cast("ushort").copy(interpretation=name)

    return to_16_bits


def select_finite(image: pyvips.Image, instead: float) -> pyvips.Image:
    """An image whose NaN and infinite values are replaced (x - x is 0 for finite numbers alone)."""
    difference = image - image
    return (difference == 0).ifthenelse(image, instead)


def _finite_range(image: pyvips.Image) -> tuple[float, float, bool]:
    """Least and greatest finite value, and whether there were others; (0, 1, …) for a picture without any."""
    low, high, odd = np.inf, -np.inf, False
    rows = max(1, _STRIP_PIXELS // (image.width * image.bands))
    for top in range(0, image.height, rows):
        values = image.crop(0, top, image.width, min(rows, image.height - top)).numpy()
        finite = values[np.isfinite(values)]
        odd = odd or finite.size < values.size
        if finite.size:
            low, high = min(low, float(finite.min())), max(high, float(finite.max()))
    return (low, high, odd) if low <= high else (0.0, 1.0, odd)


def _plan_profile(image: pyvips.Image, colour: int, notes: list[ScanNote]) -> Profile | None:
    if image.interpretation in _DEVICE_INDEPENDENT or not image.get_typeof("icc-profile-data"):
        return None
    try:
        return usable_profile(bytes(image.get("icc-profile-data")), colour)
    except ProfileError:
        notes.append(
            ScanNote(
                QT_TRANSLATE_NOOP("errors", "Its colour profile is broken or made for other pixels; sRGB was assumed.")
            )
        )
        return None


def _is_negative(image: pyvips.Image) -> bool:
    """Whether a CMYK JPEG is stored the other way round than Adobe's marker makes decoders believe.

    Pictures taken out of PDFs are. Their light parts then come out as more than 340 % of ink, which no
    separation for print contains, and hardly anything as paper.
    """
    ink = image.shrink(8, 8, ceil=True).numpy().mean(axis=-1) / 255.0
    soaked, paper = (ink > 0.85).mean(), (ink < 0.15).mean()
    return bool(soaked > 0.02 and soaked > 10 * paper)


def _cmyk_to_srgb(profile: Profile | None, bits: int) -> Pipeline:
    def convert(image: pyvips.Image) -> pyvips.Image:
        image = image.copy(interpretation="cmyk")
        if profile is None:  # libvips' own CMYK profile; an unusable one of the file must not get in its way
            image.remove("icc-profile-data")
            return image.icc_transform("srgb", input_profile="cmyk", intent="relative", depth=bits)
        return image.icc_transform("srgb", embedded=True, intent="relative", depth=bits)

    return convert
