"""Reading through libvips: strip by strip, in memory that does not grow with the picture."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pyvips

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ScanError

FORMATS = frozenset({"tiff", "png", "jpeg", "webp", "gif", "heif"})
_PAGED = frozenset({"tiff", "gif", "webp", "heif"})
_MISSING_CODEC = re.compile(
    r"unsupported|not supported|not configured|no decoder|unimplemented|not a whole number|bad labq", re.IGNORECASE
)
_JPEG_LOSSLESS = (0xC3, 0xC7, 0xCB, 0xCF)


@dataclass(frozen=True)
class VipsSource:
    """A picture file that libvips decodes.

    Attributes:
        path: the file.
        format: one of `FORMATS`.
        page: counted from 0.
        tolerant: go on where the data are damaged (JPEG only; elsewhere the decoders invent nothing).
    """

    path: Path
    format: str
    page: int = 0
    tolerant: bool = False

    def open(self, *, sequential: bool = True, shrink: int = 1) -> pyvips.Image:
        """Decode lazily; the pixels come when they are asked for.

        Args:
            sequential: rows are only read from top to bottom. Otherwise libvips decodes into memory, or
                beyond 100 MB into a temporary file.
            shrink: 1, 2, 4 or 8; a JPEG is decoded at a fraction of its size, which is an area average.

        Raises:
            pyvips.Error: see `scan_error`.
        """
        # The explicit loader, not `new_from_file`: that one guesses again, up to text and matrix formats.
        load = getattr(pyvips.Image, f"{self.format}load")
        options: dict[str, object] = {"access": "sequential" if sequential else "random"}
        if self.format == "jpeg":
            # libjpeg calls nearly all damage a warning; `Scan` falls back to a tolerant source and says so.
            options["fail_on"] = "none" if self.tolerant else "warning"
            options["shrink"] = shrink
        else:
            options["fail_on"] = "error"
        if self.format in _PAGED:
            options["page"] = self.page
        pyvips.vips_lib.vips_error_clear()  # libvips appends to one report, and a thread may have left some there
        # As bytes: names from older systems are not always valid UTF-8, which pyvips takes texts for.
        return load(os.fsencode(self.path), **options)

    def relaxed(self) -> VipsSource | None:
        """The same source, reading on where data are damaged; None if it cannot or does already."""
        return replace(self, tolerant=True) if self.format == "jpeg" and not self.tolerant else None

    @property
    def shrinks_on_load(self) -> bool:
        """Whether `open(shrink=…)` works: only a JPEG made of cosine transforms has smaller sizes in it."""
        return self.format == "jpeg" and _jpeg_process(self.path) not in _JPEG_LOSSLESS


def _jpeg_process(path: Path) -> int:
    """The start-of-frame marker (ITU-T T.81, table B.1), or 0 if none is found."""
    with path.open("rb") as file:
        file.seek(2)
        while len(head := file.read(4)) == 4 and head[0] == 0xFF:
            if 0xC0 <= head[1] <= 0xCF and head[1] not in (0xC4, 0xC8, 0xCC):
                return head[1]
            file.seek(int.from_bytes(head[2:], "big") - 2, 1)
    return 0


def holds_whole_picture(image: pyvips.Image, file_format: str) -> bool:
    """Whether decoding an image as opened by `VipsSource` needs memory for the whole picture."""
    if file_format in ("webp", "gif", "heif"):
        return True
    return any(image.get_typeof(field) and image.get(field) for field in ("jpeg-multiscan", "interlaced"))


def page_count(image: pyvips.Image) -> int:
    """Number of pages, at least 1."""
    return max(1, int(image.get("n-pages"))) if image.get_typeof("n-pages") else 1


def scan_error(path: Path, error: pyvips.Error) -> ScanError:
    """One sentence for a person out of what libvips says."""
    reason = _reason(path, error)
    if "No space left" in reason or "write error" in reason:
        return ScanError(
            QT_TRANSLATE_NOOP("errors", "{name} needs room in the temporary folder to be turned; free disc space."),
            name=path.name,
        )
    if _MISSING_CODEC.search(reason):
        return ScanError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{name} is stored in a way that cannot be opened here ({reason}); save it as TIFF, PNG or JPEG first.",
            ),
            name=path.name,
            reason=reason,
        )
    return damaged(path, reason)


def damaged(path: Path, reason: str) -> ScanError:
    """The error for a file whose content makes no sense."""
    return ScanError(
        QT_TRANSLATE_NOOP(
            "errors", "{name} is damaged and cannot be read ({reason}); scan it again or restore it from a copy."
        ),
        name=path.name,
        reason=reason,
    )


def _reason(path: Path, error: pyvips.Error) -> str:
    """The first line of libvips' report that says something, without module and file names."""
    lines = (line.strip() for line in str(error.detail or "").splitlines())
    for line in lines:
        text = re.sub(r"^[\w ]{1,24}: ", "", line.replace(f"{path}: ", ""))
        if text and not text.startswith("unable to"):
            return text[:120]
    return "no picture data"
