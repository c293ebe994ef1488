"""Where results go: the file rules that the command line and the batch share.

The master is never written: an output that is the same file as any input is refused.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from colorstudio.core.errors import QT_TRANSLATE_NOOP, ExportError
from colorstudio.core.export import format_for_suffix
from colorstudio.core.files import same_file
from colorstudio.core.output_formats import OutputFormat, suffix_for

_TIFF_SUFFIXES = (".tif", ".tiff", ".btf")


@dataclass(frozen=True)
class OutputJob:
    """One input, where its result goes, and in which format."""

    source: Path
    target: Path
    format: OutputFormat


def default_format(source: Path) -> OutputFormat:
    """TIFF for a TIFF, else PNG."""
    return "tiff" if source.suffix.lower() in _TIFF_SUFFIXES else "png"


def plan_outputs(sources: Sequence[Path], out: Path, wanted: OutputFormat | None) -> list[OutputJob]:
    """Decide every result's path before anything is written.

    Args:
        sources: the scans.
        out: with one scan a file or an existing folder, with several a folder.
        wanted: the format; None: from the ending of `out`, or each scan's default.

    Raises:
        ExportError: the ending of `out` and the format disagree or say nothing, `out` should be a folder
            and is a file, two scans have the same stem, or a result would replace a scan.
    """
    if len(sources) > 1 and out.exists() and not out.is_dir():
        raise folder_error(out, os.strerror(errno.EEXIST))
    if len(sources) == 1 and not out.is_dir():
        jobs = [OutputJob(sources[0], out, _format_of(out, wanted))]
    else:
        jobs = [_job_in_folder(source, out, wanted) for source in sources]
    _refuse_doubles(jobs)
    _refuse_masters(jobs)
    return jobs


def _job_in_folder(source: Path, folder: Path, wanted: OutputFormat | None) -> OutputJob:
    format_ = wanted or default_format(source)
    return OutputJob(source, folder / (source.stem + suffix_for(format_)), format_)


def _format_of(out: Path, wanted: OutputFormat | None) -> OutputFormat:
    named = format_for_suffix(out)
    if wanted not in (None, named):
        raise ExportError(
            QT_TRANSLATE_NOOP("errors", "The name {name} and the format {format} disagree; change one of them."),
            name=str(out),
            format=wanted,
        )
    return named


def _refuse_doubles(jobs: Sequence[OutputJob]) -> None:
    seen: dict[str, OutputJob] = {}
    for job in jobs:
        # Results must not fall together on file systems that ignore case either.
        name = str(job.target.with_suffix(""))
        earlier = seen.setdefault(name.casefold(), job)
        if earlier is not job:
            raise ExportError(
                QT_TRANSLATE_NOOP(
                    "errors", "{first} and {second} would both become {target}; colour them into different folders."
                ),
                first=str(earlier.source),
                second=str(job.source),
                target=name,
            )


def folder_error(folder: Path, reason: str) -> ExportError:
    """The error for a folder that there is not and that cannot be made."""
    return ExportError(
        QT_TRANSLATE_NOOP("errors", "The folder {name} cannot be made ({reason}); choose another one."),
        name=str(folder),
        reason=reason,
    )


def _refuse_masters(jobs: Sequence[OutputJob]) -> None:
    for job in jobs:
        refuse_master(job.target, [other.source for other in jobs])


def refuse_master(target: Path, masters: Sequence[Path]) -> None:
    """Make sure that a result does not replace a scan.

    Raises:
        ExportError: `target` is the same file as one of `masters`.
    """
    for master in masters:
        if same_file(target, master):
            raise ExportError(
                QT_TRANSLATE_NOOP(
                    "errors", "{target} is the scan {master} itself, which is never written to; choose another name."
                ),
                target=str(target),
                master=str(master),
            )
