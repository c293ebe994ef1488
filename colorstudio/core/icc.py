"""ICC profiles: from a scan's own encoded values to L* under D65, and to sRGB for showing.

Profiles made of tone curves (grey) or of tone curves and a matrix (nearly all RGB working spaces)
are evaluated here in float64 from their tags: Little CMS works on 16-bit intermediate values and is
0.15 L* off in the darkest tones of a 16-bit sRGB scan (measured), seven times the tolerance.
Profiles with lookup tables go through Little CMS, by way of libvips.

ICC.1:2022 (profile version 4.4) sections 8 and 10 name the tags and curve types used below.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyvips
from numpy.typing import NDArray

from colorstudio.core.color import lightness_from_y, linear_to_srgb, y_from_lightness

FloatArray = NDArray[np.float32]
Pixels = NDArray[np.uint8] | NDArray[np.uint16]

# The row of the Bradford adaptation D50 -> D65 that gives Y (Lindbloom's matrix).
_D65_Y_OF_D50_XYZ = np.array([-0.0283697, 1.0099953, 0.0210414])
_D50 = np.array([0.9642, 1.0, 0.8249])
_CHANNELS = {"GRAY": 1, "RGB ": 3, "CMYK": 4}


class ProfileError(ValueError):
    """The bytes are not a usable ICC profile; the message says why, for a log and not for a person."""


@dataclass(frozen=True)
class Profile:
    """An ICC profile whose structure has been checked.

    Attributes:
        data: the whole profile.
        name: its description, as shown to people.
        space: colour space of the pixels: "GRAY", "RGB " or "CMYK".
        pcs: profile connection space, "XYZ " or "Lab ".
        tags: signature -> (offset, size) in `data`.
    """

    data: bytes
    name: str
    space: str
    pcs: str
    tags: dict[str, tuple[int, int]]

    @property
    def channels(self) -> int:
        """1, 3 or 4."""
        return _CHANNELS[self.space]

    def tag(self, signature: str) -> bytes:
        """The bytes of a tag.

        Raises:
            ProfileError: there is no such tag.
        """
        if signature not in self.tags:
            raise ProfileError(f"no tag {signature}")
        offset, size = self.tags[signature]
        return self.data[offset : offset + size]


def parse_profile(data: bytes) -> Profile:
    """Read header, tag table and description of an ICC profile.

    Raises:
        ProfileError: not a profile, cut off, or not for grey, RGB or CMYK pixels.
    """
    if len(data) < 132 or data[36:40] != b"acsp":
        raise ProfileError("no ICC header")
    space, pcs = data[16:20].decode("latin-1"), data[20:24].decode("latin-1")
    if space not in _CHANNELS or pcs not in ("XYZ ", "Lab "):
        raise ProfileError(f"for {space.strip()} to {pcs.strip()}")
    tags = _tag_table(data)
    profile = Profile(data, "", space, pcs, tags)
    return Profile(data, _description(profile) or "unnamed profile", space, pcs, tags)


def _tag_table(data: bytes) -> dict[str, tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, 128)
    if count > 200 or len(data) < 132 + 12 * count:
        raise ProfileError("cut off in the tag table")
    tags: dict[str, tuple[int, int]] = {}
    for index in range(count):
        signature, offset, size = struct.unpack_from(">4sII", data, 132 + 12 * index)
        if offset + size > len(data):
            raise ProfileError("cut off in a tag")
        tags[signature.decode("latin-1")] = (offset, size)
    return tags


def _description(profile: Profile) -> str:
    try:
        tag = profile.tag("desc")
        if tag[:4] == b"desc":
            (length,) = struct.unpack_from(">I", tag, 8)
            text = tag[12 : 12 + length].decode("latin-1")
        elif tag[:4] == b"mluc":
            length, offset = struct.unpack_from(">II", tag, 20)
            text = tag[offset : offset + length].decode("utf-16-be", "replace")
        else:
            return ""
    except (ProfileError, struct.error):
        return ""
    return text.split("\0")[0].strip()


def usable_profile(data: bytes, channels: int) -> Profile:
    """Parse a profile and make sure that it can convert pixels of `channels` channels.

    Grey pixels may come with an RGB profile: they are its neutrals (many scanning programs do that).

    Raises:
        ProfileError: it is broken, or made for another kind of pixels.
    """
    profile = parse_profile(data)
    if profile.channels != channels and (channels, profile.channels) != (1, 3):
        raise ProfileError(f"for {profile.space.strip()} pixels")
    probe = np.zeros((1, 2, channels), np.uint8)
    probe[0, 1] = 255
    if channels == 4:
        _to_lab(probe, profile)
    else:
        dark, light = LightnessConverter(profile, 8).convert(probe)[0]
        if not light > dark:
            raise ProfileError("white is not lighter than black")
    return profile


def _tone_curve(tag: bytes, levels: int) -> NDArray[np.float64]:
    """Evaluate a `curv` or `para` tag at `levels` equal steps of 0..1."""
    x = np.linspace(0.0, 1.0, levels)
    evaluate = {b"curv": _sampled_curve, b"para": _parametric_curve}.get(tag[:4])
    if evaluate is None:
        raise ProfileError("an unknown kind of tone curve")
    try:
        with np.errstate(all="ignore"):
            curve = evaluate(tag, x)
    except (struct.error, ValueError) as error:
        raise ProfileError("a tone curve is cut off") from error
    if not np.isfinite(curve).all():
        raise ProfileError("a tone curve without end")
    return curve


def _sampled_curve(tag: bytes, x: NDArray[np.float64]) -> NDArray[np.float64]:
    (count,) = struct.unpack_from(">I", tag, 8)
    if count == 0:
        return x
    entries = np.frombuffer(tag, ">u2", count, 12).astype(np.float64)
    if count == 1:
        return np.asarray(x ** (entries[0] / 256.0))
    return np.asarray(np.interp(x, np.linspace(0.0, 1.0, count), entries / 65535.0))


def _parametric_curve(tag: bytes, x: NDArray[np.float64]) -> NDArray[np.float64]:
    """ICC.1:2022 table 68: Y = (aX + b)^g + e from d on, cX + f below."""
    (kind,) = struct.unpack_from(">H", tag, 8)
    counts = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}
    if kind not in counts:
        raise ProfileError("an unknown kind of tone curve")
    p = [value / 65536.0 for value in struct.unpack_from(f">{counts[kind]}i", tag, 12)]
    g, (a, b) = p[0], (p[1:3] if kind else (1.0, 0.0))
    c = d = e = f = 0.0
    if kind in (1, 2):
        d = -b / a if a else 0.0
        e = f = p[3] if kind == 2 else 0.0
    elif kind >= 3:
        c, d = p[3], p[4]
        e, f = (p[5], p[6]) if kind == 4 else (0.0, 0.0)
    power = np.maximum(a * x + b, 0.0) ** g + e
    return np.where(x >= d, power, c * x + f)


def _colorant(profile: Profile, signature: str) -> NDArray[np.float64]:
    tag = profile.tag(signature)
    if tag[:4] != b"XYZ " or len(tag) < 20:
        raise ProfileError("a colorant is cut off")
    return np.array(struct.unpack_from(">3i", tag, 8)) / 65536.0


class LightnessConverter:
    """From a profile's encoded pixels to L* under D65.

    Args:
        profile: of 1 or 3 channels.
        bits: 8 or 16, the depth of the pixels.

    Raises:
        ProfileError: the profile lacks what a conversion needs.
    """

    def __init__(self, profile: Profile, bits: int) -> None:
        self._profile = profile
        self._tables: tuple[FloatArray, ...] = ()
        self._bits = bits
        levels = 1 << bits
        if profile.space == "GRAY":
            self._tables = (self._grey_table(levels),)
        elif "A2B0" not in profile.tags and "A2B1" not in profile.tags:
            self._tables = self._luminance_tables(levels)

    def _grey_table(self, levels: int) -> FloatArray:
        curve = _tone_curve(self._profile.tag("kTRC"), levels)
        if self._profile.pcs == "Lab ":  # the curve gives L* itself (ICC.1:2022, 8.4.3)
            return np.asarray(np.clip(curve, 0.0, 1.0) * 100.0, np.float32)
        return lightness_from_y(np.clip(curve, 0.0, 1.0).astype(np.float32))

    def _luminance_tables(self, levels: int) -> tuple[FloatArray, ...]:
        """For each channel the part of Y (D65) that each of its levels adds."""
        matrix = np.stack([_colorant(self._profile, f"{channel}XYZ") for channel in "rgb"], axis=1)
        weights = _D65_Y_OF_D50_XYZ @ matrix
        # The tags are rounded to 1/65536: white has to stay exactly white.
        if abs(weights.sum() - 1.0) < 0.005:
            weights = weights / weights.sum()
        curves = [_tone_curve(self._profile.tag(f"{channel}TRC"), levels) for channel in "rgb"]
        return tuple(np.asarray(w * curve, np.float32) for w, curve in zip(weights, curves, strict=True))

    def convert(self, pixels: Pixels) -> FloatArray:
        """L* 0..100, float32 (h, w), of encoded pixels uint8 or uint16 (h, w, 1 or 3)."""
        if len(self._tables) == 1:
            return self._tables[0][pixels[..., 0]]
        if pixels.shape[-1] == 1:  # grey pixels of an RGB profile: from now on a grey table
            self._tables = (self.convert(_ramp(self._bits, channels=3))[0],)
            return self.convert(pixels)
        if not self._tables:
            return _d65_lightness_of_d50_lab(_to_lab(pixels, self._profile))
        y = self._tables[0][pixels[..., 0]]
        for channel in (1, 2):
            y += self._tables[channel][pixels[..., channel]]
        return np.clip(lightness_from_y(y), 0.0, 100.0)


def _d65_lightness_of_d50_lab(lab: FloatArray) -> FloatArray:
    """L* under D65, float32 (h, w), of CIELAB under D50, float32 (h, w, 3)."""
    fy = (lab[..., 0] + np.float32(16)) / np.float32(116)
    y = np.zeros(fy.shape, np.float32)
    fs = (fy + lab[..., 1] / np.float32(500), fy, fy - lab[..., 2] / np.float32(200))
    for f, weight in zip(fs, _D65_Y_OF_D50_XYZ * _D50, strict=True):
        t = np.where(f > 6 / 29, f**3, (f - np.float32(4 / 29)) * np.float32(3 * (6 / 29) ** 2))
        y += np.float32(weight) * t
    return np.clip(lightness_from_y(y), 0.0, 100.0)


@cache
def srgb_profile() -> bytes:
    """The sRGB profile that every export carries: libvips' own, 480 bytes, version 4, in the public domain (CC0)."""
    return bytes(pyvips.Operation.call("profile_load", "srgb"))


def with_profile(image: pyvips.Image, data: bytes) -> pyvips.Image:
    """A copy of an image that carries the ICC profile `data`."""
    image = image.copy()
    image.set_type(pyvips.GValue.blob_type, "icc-profile-data", data)
    return image


def image_of(pixels: Pixels) -> pyvips.Image:
    """A libvips image over a C-contiguous array (h, w, 1, 3 or 4), uint8 or uint16; no copy if contiguous."""
    height, width, bands = pixels.shape
    wide = pixels.dtype == np.uint16
    image = pyvips.Image.new_from_memory(
        np.ascontiguousarray(pixels).data, width, height, bands, "ushort" if wide else "uchar"
    )
    names = {1: ("b-w", "grey16"), 3: ("srgb", "rgb16"), 4: ("cmyk", "cmyk")}
    return image.copy(interpretation=names[bands][wide])


def _to_lab(pixels: Pixels, profile: Profile) -> FloatArray:
    """CIELAB under D50, float32 (h, w, 3), relative colorimetric, through Little CMS."""
    try:
        image = with_profile(image_of(pixels), profile.data).icc_import(embedded=True, pcs="lab", intent="relative")
        return np.asarray(image.numpy(), np.float32)
    except pyvips.Error as error:
        raise ProfileError("the colour engine cannot use it") from error


def to_srgb(pixels: Pixels, profile: Profile, bits: int = 8) -> Pixels:
    """sRGB (h, w, 3), uint8 or uint16, of encoded pixels (h, w, 1 or 3).

    Args:
        pixels: uint8 or uint16.
        profile: that they are in.
        bits: of the result, 8 or 16; grey pixels have 8, for showing.

    Raises:
        ProfileError: the colour engine cannot use the profile.
    """
    if pixels.shape[-1] == 1:
        return _grey_to_srgb8(pixels, profile)
    try:
        image = with_profile(image_of(pixels), profile.data)
        shown: Pixels = image.icc_transform("srgb", embedded=True, intent="relative", depth=bits).numpy()
    except pyvips.Error as error:
        raise ProfileError("the colour engine cannot use it") from error
    return shown


def _grey_to_srgb8(pixels: Pixels, profile: Profile) -> NDArray[np.uint8]:
    bits = 8 * pixels.dtype.itemsize
    lightness = LightnessConverter(profile, bits).convert(_ramp(bits))[0]
    table = grey_srgb8_of_lightness(lightness)
    return np.repeat(table[pixels[..., :1]], 3, axis=-1)


def _ramp(bits: int, channels: int = 1) -> Pixels:
    """Every neutral of 8 or 16 bits once: (1, 2**bits, channels)."""
    if bits == 8:
        return np.arange(256, dtype=np.uint8).repeat(channels).reshape(1, -1, channels)
    return np.arange(65536, dtype=np.uint16).repeat(channels).reshape(1, -1, channels)


def grey_srgb8_of_lightness(lightness: FloatArray) -> NDArray[np.uint8]:
    """The neutral sRGB value, uint8, of L* 0..100; same shape."""
    return np.asarray(np.rint(linear_to_srgb(y_from_lightness(lightness)) * 255.0), np.uint8)
