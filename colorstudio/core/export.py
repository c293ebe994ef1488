"""Results written in strips: to a temporary file beside the target, then moved into place.

TIFF is written directly, uncompressed: that is what preservation guidelines ask for (FADGI), every
program reads it, and compression gains nothing where it would matter (LZW makes 16-bit scans 16 %
larger, Deflate saves 17 % and takes 20 times as long; measured). The other formats are encoded by
libvips from such a TIFF, because its encoders pull their pixels and ours arrive in strips.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ExportError
from colorstudio.core.export_encode import encode
from colorstudio.core.export_tiff import write_tiff
from colorstudio.core.files import replace_atomically
from colorstudio.core.metadata import Dpi
from colorstudio.core.output_formats import DEPTHS, SUFFIXES, OutputFormat, format_named_by
from colorstudio.core.progress import CancelToken
from colorstudio.core.scan_limits import MAX_SIDE
from colorstudio.core.xmp import without_stale

Pixels = NDArray[np.uint8] | NDArray[np.uint16]

_LONGEST_SIDE = {"jpeg": 65_500, "webp": 16_383, "png": MAX_SIDE, "tiff": MAX_SIDE}


@dataclass(frozen=True)
class ExportSpec:
    """How a result is written.

    Attributes:
        format: "tiff", "png", "jpeg" or "webp".
        bits: 8 or 16 per channel; see `core.output_formats`.
        width: pixels.
        height: pixels.
        dpi: dots per inch, horizontal and vertical; None if unknown. TIFF then says nothing, the other
            formats say 72, EXIF's value for "unknown".
        metadata: blobs "exif" and "iptc" in the form of `core.metadata`, of the master. Its orientation and
            thumbnail are left out; PNG and WebP have no place for IPTC.
        xmp: the XMP packet, or None for none; what was true of the master's pixels alone is left out.
        quality: 1..100 for JPEG and WebP; None: what keeps the luminance within its tolerance.
    """

    format: OutputFormat
    bits: int
    width: int
    height: int
    dpi: Dpi | None = None
    metadata: Mapping[str, bytes] = field(default_factory=dict)
    xmp: bytes | None = None
    quality: int | None = None


def format_for_suffix(path: Path) -> OutputFormat:
    """The format that a file's ending stands for.

    Raises:
        ExportError: no ending, or none that can be written.
    """
    named = format_named_by(Path(path))
    if named is None:
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "{name} does not say a format that can be written; end it in {endings}."),
            name=Path(path).name,
            endings=", ".join(suffix for suffixes in SUFFIXES.values() for suffix in suffixes),
        )
    return named


def write_rows(
    path: Path,
    rows: Iterable[Pixels],
    spec: ExportSpec,
    overwrite: bool = False,
    token: CancelToken | None = None,
) -> None:
    """Write a picture from strips, in memory that does not grow with it.

    Args:
        path: the target; it appears, or is replaced, only when all went well.
        rows: strips of sRGB-encoded pixels from top to bottom, uint8 or uint16 (h, width, 3) as `spec.bits` says,
            of any heights that add up to `spec.height`.
        spec: how to write.
        overwrite: replace an existing file.
        token: polled at every strip.

    Raises:
        ExportError: one sentence: exists already, cannot hold this, no room, no permission, …
        Cancelled: `token` was cancelled.
        ValueError: the strips do not fit the spec.
    """
    path = Path(path)
    spec = replace(spec, xmp=without_stale(spec.xmp) if spec.xmp else None)
    _check_spec(path, spec)
    _check_target(path, overwrite)
    try:
        with replace_atomically(path) as temporary:
            strips = _checked(rows, spec, token)
            if spec.format == "tiff":
                write_tiff(temporary, strips, spec)
            else:
                with _intermediate(path) as whole:
                    write_tiff(whole, strips, spec)
                    encode(whole, temporary, spec, token)
    except OSError as error:
        raise _write_error(path, error) from error
    except pyvips.Error as error:
        raise _write_error(path, error) from error


def _check_spec(path: Path, spec: ExportSpec) -> None:
    if spec.format not in DEPTHS or spec.width < 1 or spec.height < 1:
        raise ValueError(f"cannot write {spec.width} x {spec.height} as {spec.format!r}")
    check_depth(path, spec.format, spec.bits)
    longest = _LONGEST_SIDE[spec.format]
    if max(spec.width, spec.height) > longest:
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors", "{format} can be at most {longest} pixels wide or high; choose TIFF or PNG for {name}."
            ),
            format=spec.format.upper(),
            longest=longest,
            name=path.name,
        )


def check_depth(path: Path, file_format: OutputFormat, bits: int) -> None:
    """Make sure that a format can hold a depth.

    Raises:
        ExportError: it cannot.
    """
    if bits not in DEPTHS[file_format]:
        raise ExportError(
            QT_TRANSLATE_NOOP(
                "errors", "{format} cannot hold {bits} bits per channel; choose TIFF or PNG for {name}, or 8 bits."
            ),
            format=file_format.upper(),
            bits=bits,
            name=path.name,
        )


def refuse_existing(path: Path, overwrite: bool) -> None:
    """Keep a result that exists.

    Raises:
        ExportError: `path` exists and may not be replaced.
    """
    if path.exists() and not overwrite:
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "{name} exists and was kept; choose another name or allow overwriting."),
            name=str(path),
        )


def _check_target(path: Path, overwrite: bool) -> None:
    if path.is_dir():
        raise ExportError(QT_TRANSLATE_NOOP("errors", "{name} is a folder; give a file name."), name=str(path))
    if not path.parent.is_dir():
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "There is no folder {folder} for {name}; make it or choose another one."),
            folder=str(path.parent),
            name=path.name,
        )
    refuse_existing(path, overwrite)


def _checked(rows: Iterable[Pixels], spec: ExportSpec, token: CancelToken | None) -> Iterator[Pixels]:
    """The strips, with the token polled before each, and held to the spec."""
    done, kind = 0, np.uint8 if spec.bits == 8 else np.uint16
    for strip in rows:
        if token is not None:
            token.check()
        if strip.dtype != kind or strip.shape[1:] != (spec.width, 3):
            raise ValueError(f"a strip of {strip.dtype} {strip.shape} for {spec.bits} bits, {spec.width} wide")
        done += len(strip)
        if done > spec.height:
            break
        yield strip
    if done != spec.height:
        raise ValueError(f"{done} rows or more for a picture of {spec.height}")


@contextmanager
def _intermediate(path: Path) -> Iterator[Path]:
    """A temporary TIFF beside the target, where there is room for large things."""
    with tempfile.NamedTemporaryFile(
        prefix=f".{path.stem[:40]}.", suffix=".part.tif", dir=path.parent, delete=False
    ) as file:
        whole = Path(file.name)
    try:
        yield whole
    finally:
        whole.unlink(missing_ok=True)


def _write_error(path: Path, error: Any) -> ExportError:
    number = getattr(error, "errno", None)
    text = str(getattr(error, "strerror", None) or getattr(error, "detail", None) or error)
    if number in (errno.ENOSPC, errno.EDQUOT) or "No space left" in text:
        return ExportError(
            QT_TRANSLATE_NOOP("errors", "There is no room on the disc for {name}; free some or choose another disc."),
            name=str(path),
        )
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportError(
            QT_TRANSLATE_NOOP("errors", "{name} cannot be written for lack of permission; choose another folder."),
            name=str(path),
        )
    lines = [line for line in text.splitlines() if line.strip()]
    return ExportError(
        QT_TRANSLATE_NOOP("errors", "{name} cannot be written ({reason}); try another folder or format."),
        name=str(path),
        reason=lines[0][:120] if lines else "unknown",
    )
