"""The formats a result can be written in: their endings and what they hold. Cheap to import."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

OutputFormat = Literal["tiff", "png", "jpeg", "webp"]
Depth = Literal[8, 16]

SUFFIXES: dict[OutputFormat, tuple[str, ...]] = {
    "tiff": (".tif", ".tiff"),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "webp": (".webp",),
}
"""Endings by format, the usual one first."""

DEPTHS: dict[OutputFormat, tuple[Depth, ...]] = {"tiff": (8, 16), "png": (8, 16), "jpeg": (8,), "webp": (8,)}
"""Bits per channel that each format can hold."""


def suffix_for(output_format: OutputFormat) -> str:
    """The usual ending of a format, with its dot."""
    return SUFFIXES[output_format][0]


def format_named_by(path: Path) -> OutputFormat | None:
    """The format that a file's ending stands for, in any letter case; None if it stands for none."""
    ending = path.suffix.lower()
    return next((name for name, suffixes in SUFFIXES.items() if ending in suffixes), None)


def depth_for(scan_bits: int, output_format: OutputFormat) -> Depth:
    """The scan's depth, as far as the format goes."""
    return 16 if scan_bits > 8 and 16 in DEPTHS[output_format] else 8
