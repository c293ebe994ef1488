"""What a scan's file says besides its pixels: EXIF, IPTC, XMP, resolution.

In `ScanInfo.metadata` and `ExportSpec.metadata` the blobs have one form, whatever the file format:
"exif" starts with `Exif\\0\\0` and a TIFF header, "iptc" is bare IIM records, "xmp" is the packet.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyvips
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from colorstudio.core.scan_quiet import quiet_pillow

EXIF_PREFIX = b"Exif\0\0"
_PHOTOSHOP_PREFIX = b"Photoshop 3.0\0"
_IPTC_RESOURCE = 0x0404

EXIF_IFD = 0x8769
_ORIENTATION = 0x0112
_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 282, 283, 296
_SHORT, _RATIONAL = 3, 5
_CM_PER_INCH = 2.54
# DocumentName, ImageDescription, Make, Model, PageName, Software, DateTime, Artist, HostComputer, Copyright
DESCRIPTIVE_TAGS = (269, 270, 271, 272, 285, 305, 306, 315, 316, 33432)

Dpi = tuple[float, float]


def image_metadata(image: pyvips.Image) -> dict[str, bytes]:
    """The blobs that libvips found, in the form this module describes."""
    found: dict[str, bytes] = {}
    for key, field in (("exif", "exif-data"), ("xmp", "xmp-data"), ("iptc", "iptc-data")):
        if image.get_typeof(field):
            found[key] = bytes(image.get(field))
    if "iptc" in found:
        found["iptc"] = bare_iptc(found["iptc"])
    return {key: value for key, value in found.items() if value}


def bare_iptc(blob: bytes) -> bytes:
    """IIM records out of a JPEG's Photoshop segment (bare records are returned as they are; b"" if none)."""
    if not blob.startswith(_PHOTOSHOP_PREFIX):
        return blob
    position = len(_PHOTOSHOP_PREFIX)
    while blob[position : position + 4] == b"8BIM" and position + 12 <= len(blob):
        (resource,) = struct.unpack_from(">H", blob, position + 4)
        position += 6 + (blob[position + 6] + 2) // 2 * 2  # a Pascal string, padded to an even length
        if position + 4 > len(blob):
            break
        (size,) = struct.unpack_from(">I", blob, position)
        if resource == _IPTC_RESOURCE:
            return blob[position + 4 : position + 4 + size]
        position += 4 + (size + 1) // 2 * 2
    return b""


def photoshop_segment(iptc: bytes) -> bytes:
    """Bare IIM records wrapped as a JPEG's APP13 segment carries them; b"" for none."""
    if not iptc:
        return b""
    resource = b"8BIM" + struct.pack(">HHI", _IPTC_RESOURCE, 0, len(iptc)) + iptc
    return _PHOTOSHOP_PREFIX + resource + b"\0" * (len(iptc) % 2)


def clean_exif(exif: bytes, dpi: Dpi | None = None) -> bytes:
    """EXIF for a picture that is already upright: orientation 1, no thumbnail, the resolution `dpi` if given.

    Everything else stays where it is, byte for byte, because maker notes hold absolute offsets.
    Returns b"" if the blob is damaged.
    """
    start = len(EXIF_PREFIX) if exif.startswith(EXIF_PREFIX) else 0
    data = bytearray(exif[start:])
    order = {b"II": "<", b"MM": ">"}.get(bytes(data[:2]))
    if order is None:
        return b""
    try:
        (ifd,) = struct.unpack_from(order + "I", data, 4)
        (count,) = struct.unpack_from(order + "H", data, ifd)
        for entry in range(ifd + 2, ifd + 2 + 12 * count, 12):
            _correct_entry(data, entry, order, dpi)
        struct.pack_into(order + "I", data, ifd + 2 + 12 * count, 0)  # no IFD 1: the thumbnail
    except struct.error:
        return b""
    return EXIF_PREFIX + bytes(data)


def _correct_entry(data: bytearray, entry: int, order: str, dpi: Dpi | None) -> None:
    tag, kind, _, value = struct.unpack_from(order + "HHII", data, entry)
    if tag == _ORIENTATION:
        struct.pack_into(order + "HIHH", data, entry + 2, _SHORT, 1, 1, 0)
    elif dpi is not None and tag == _RESOLUTION_UNIT:
        struct.pack_into(order + "HIHH", data, entry + 2, _SHORT, 1, 2, 0)
    elif dpi is not None and tag in (_X_RESOLUTION, _Y_RESOLUTION) and kind == _RATIONAL:
        struct.pack_into(order + "II", data, value, round(dpi[tag - _X_RESOLUTION] * 1000), 1000)


def parse_exif(exif: bytes) -> Image.Exif:
    """EXIF as Pillow's mapping; empty if the blob is damaged."""
    parsed = Image.Exif()
    try:
        with quiet_pillow():
            parsed.load(exif)
            parsed.get_ifd(EXIF_IFD)
    except Exception:  # Pillow lets struct, key, type and syntax errors through, by the kind of damage
        return Image.Exif()
    return parsed


def read_tiff_directory(path: Path, page: int = 0) -> Mapping[int, Any]:
    """The tags of a page of a TIFF, none of them trusted to be of its proper type; empty if damaged.

    The Exif directory, if there is one, is under its tag number as a mapping.
    """
    try:
        with quiet_pillow(), path.open("rb") as file:
            head = file.read(8)
            if head[2:4] in (b"+\0", b"\0+"):
                head += file.read(8)
            directory = ImageFileDirectory_v2(head)
            for _ in range(page + 1):
                offset = directory.next
                file.seek(offset)
                directory = ImageFileDirectory_v2(head)
                directory.load(file)
            tags = {tag: directory[tag] for tag in directory if tag not in (273, 279, 324, 325)}
            if isinstance(tags.get(EXIF_IFD), int):
                file.seek(tags[EXIF_IFD])
                exif = ImageFileDirectory_v2(head, group=EXIF_IFD)
                exif.load(file)
                tags[EXIF_IFD] = {tag: exif[tag] for tag in exif}
            return tags
    except Exception:  # as in parse_exif: any error may come from damaged bytes
        return {}


def exif_of_tiff(directory: Mapping[int, Any]) -> bytes:
    """EXIF made of a TIFF's descriptive tags and its Exif directory; b"" if it has none."""
    exif = Image.Exif()
    for tag in DESCRIPTIVE_TAGS:
        if isinstance(directory.get(tag), str):
            exif[tag] = directory[tag]
    inner = directory.get(EXIF_IFD)
    if isinstance(inner, Mapping):
        exif.get_ifd(EXIF_IFD).update(inner)
    if not len(exif) and not inner:
        return b""
    try:
        with quiet_pillow():
            return EXIF_PREFIX + exif.tobytes().removeprefix(EXIF_PREFIX)
    except Exception:  # a tag of a type that cannot be written again
        return b""


def dpi_of_tags(tags: Mapping[int, Any]) -> Dpi | None:
    """Resolution from TIFF or EXIF tags, in dots per inch; None if unknown or without a unit."""
    factor = {2: 1.0, 3: _CM_PER_INCH}.get(tags.get(_RESOLUTION_UNIT, 2))
    try:
        x = float(tags[_X_RESOLUTION])
        y = float(tags.get(_Y_RESOLUTION, x))
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return None if factor is None else tidy_dpi(x * factor, y * factor)


def tidy_dpi(x: float, y: float) -> Dpi | None:
    """A resolution freed of the rounding to pixels per metre (PNG); None if it is nonsense."""
    if not (1.0 <= x <= 1e5 and 1.0 <= y <= 1e5):
        return None
    # One pixel per metre is 0.0254 dpi, and a writer rounds by half of it.
    x, y = (float(round(value)) if abs(value - round(value)) < 0.0128 else value for value in (x, y))
    return x, y


def dpi_of_file(path: Path, exif: bytes) -> Dpi | None:
    """Resolution that the header of a file other than TIFF states, in dots per inch; None if it states none."""
    from_exif = dpi_of_tags(parse_exif(exif)) if exif else None
    if from_exif is not None:
        return from_exif
    try:
        with quiet_pillow(), Image.open(path) as image:
            if image.format == "JPEG" and image.info.get("jfif_unit") not in (1, 2):
                return None
            x, y = image.info["dpi"]
            return tidy_dpi(float(x), float(y))
    except Exception:  # no resolution, or a file that only libvips understands
        return None
