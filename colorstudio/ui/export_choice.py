"""Pure decisions of the export dialog: what a format holds, which name is proposed, what is refused."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from colorstudio.core.files import same_file
from colorstudio.core.output_formats import Depth, OutputFormat, format_named_by, suffix_for

if TYPE_CHECKING:
    from colorstudio.core.scan import ScanInfo

FORMATS: dict[OutputFormat, str] = {"tiff": "TIFF", "png": "PNG", "jpeg": "JPEG", "webp": "WebP"}
NAME_SUFFIX = "_colour"


@dataclass(frozen=True)
class ExportChoice:
    """What the user decided."""

    target: Path
    format: OutputFormat
    bits: Depth
    overwrite: bool


def proposed_format(info: ScanInfo, setting: str) -> OutputFormat:
    """Return the format to begin with: the setting's, else TIFF for a TIFF and PNG for all else."""
    named = next((name for name in FORMATS if name == setting), None)
    return named or ("tiff" if info.format == "tiff" else "png")


def proposed_target(master: Path, file_format: OutputFormat, page: int | None = None) -> Path:
    """Return a name that does not exist yet, beside the master or, where that is read-only, in Pictures.

    Args:
        master: the scan.
        file_format: gives the ending.
        page: of a file with several, from 0.
    """
    folder, number = _writable_folder(master.parent), 1
    stem = master.stem if page is None else f"{master.stem}_p{page + 1}"
    while True:
        ending = NAME_SUFFIX if number == 1 else f"{NAME_SUFFIX}_{number}"
        target = folder / (stem + ending + suffix_for(file_format))
        if not target.exists():
            return target
        number += 1


def _writable_folder(wanted: Path) -> Path:
    if os.access(wanted, os.W_OK):
        return wanted
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures or Path.home())


def with_format(target: Path, file_format: OutputFormat) -> Path:
    """Return `target` with the ending of a format; an unknown ending is kept as part of the name."""
    known = format_named_by(target) is not None
    return target.with_suffix(suffix_for(file_format)) if known else Path(f"{target}{suffix_for(file_format)}")


def is_master(target: Path, masters: tuple[Path, ...]) -> bool:
    """Whether writing `target` would replace an open scan."""
    return any(same_file(target, master) for master in masters)
