"""Pure decisions of the export dialog: what a format holds, which name is proposed, what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from colorstudio.core.files import same_file

if TYPE_CHECKING:
    from colorstudio.core.recipe import Depth, OutputFormat
    from colorstudio.core.scan import ScanInfo

FORMATS: dict[OutputFormat, str] = {"tiff": "TIFF", "png": "PNG", "jpeg": "JPEG", "webp": "WebP"}
SUFFIXES: dict[OutputFormat, str] = {"tiff": ".tif", "png": ".png", "jpeg": ".jpg", "webp": ".webp"}
_OTHER_SUFFIXES: dict[str, OutputFormat] = {".tiff": "tiff", ".jpeg": "jpeg"}
SIXTEEN_BIT: tuple[OutputFormat, ...] = ("tiff", "png")
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


def proposed_depth(info: ScanInfo, file_format: OutputFormat) -> Depth:
    """Return the scan's depth, as far as the format goes."""
    return 16 if info.bits > 8 and file_format in SIXTEEN_BIT else 8


def proposed_target(master: Path, file_format: OutputFormat) -> Path:
    """Return a name beside the master that does not exist yet."""
    number = 1
    while True:
        ending = NAME_SUFFIX if number == 1 else f"{NAME_SUFFIX}_{number}"
        target = master.with_name(master.stem + ending + SUFFIXES[file_format])
        if not target.exists():
            return target
        number += 1


def with_format(target: Path, file_format: OutputFormat) -> Path:
    """Return `target` with the ending of a format; an unknown ending is kept as part of the name."""
    known = target.suffix.lower() in (*SUFFIXES.values(), *_OTHER_SUFFIXES)
    return target.with_suffix(SUFFIXES[file_format]) if known else Path(f"{target}{SUFFIXES[file_format]}")


def format_of(target: Path) -> OutputFormat | None:
    """Return the format that a name's ending stands for."""
    named = {suffix: name for name, suffix in SUFFIXES.items()} | _OTHER_SUFFIXES
    return named.get(target.suffix.lower())


def is_master(target: Path, masters: tuple[Path, ...]) -> bool:
    """Whether writing `target` would replace an open scan."""
    return any(same_file(target, master) for master in masters)
