"""From a scan and its chroma to a file with its provenance, or to an error and no file."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from colorstudio import __version__
from colorstudio.core.errors import ExportError
from colorstudio.core.export import ExportSpec, refuse_existing, write_rows
from colorstudio.core.files import sha256_file
from colorstudio.core.output_formats import Depth, OutputFormat, depth_for
from colorstudio.core.progress import CancelToken, Progress, no_progress
from colorstudio.core.provenance import UsedModel, build_xmp, read_sidecar, sidecar_path, write_sidecar
from colorstudio.core.recipe import Export, Master, Model, Recipe
from colorstudio.core.scan import Scan, ScanInfo, open_scan
from colorstudio.inference.pack import Pack
from colorstudio.pipeline.chroma import Chroma, ChromaRequest, Note
from colorstudio.pipeline.colorize import Colorizer
from colorstudio.pipeline.outputs import folder_error, refuse_master
from colorstudio.pipeline.strips import composed_strips, crop_pixels


@dataclass(frozen=True)
class OutputOptions:
    """How a result is written.

    Attributes:
        format: of the file.
        bits: per channel; None: the master's depth, or 8 where the format has no more.
        provenance: state in the file's XMP and in a sidecar how it was made.
        overwrite: replace an existing result (a scan never is).
    """

    format: OutputFormat
    bits: Depth | None = None
    provenance: bool = True
    overwrite: bool = False


@dataclass(frozen=True)
class ExportResult:
    """A file that was written.

    Attributes:
        path, sidecar: the result, and the JSON beside it (None without provenance).
        sha256: of the result.
        recipe: what makes it again.
        device_label, seconds, notes: where the chroma was computed, what all took, what to tell the user.
    """

    path: Path
    sidecar: Path | None
    sha256: str
    recipe: Recipe
    device_label: str
    seconds: float
    notes: tuple[Note, ...]


def chosen_depth(info: ScanInfo, options: OutputOptions) -> Depth:
    """Bits per channel of a result: as asked for, else the master's, as far as the format goes."""
    if options.bits is not None:
        return options.bits
    return depth_for(info.bits, options.format)


def colorize_file(
    source: Path,
    target: Path,
    recipe: Recipe,
    colorizer: Colorizer,
    options: OutputOptions,
    token: CancelToken | None = None,
    progress: Progress = no_progress,
) -> ExportResult:
    """Open a scan, colour it and write the result.

    Args:
        source, target: the scan and the file to write.
        recipe: all of it but the model and the export; the page, if it was made for this scan.
        colorizer: the model on its device.
        options: how to write.
        token, progress: see `core.progress`.

    Raises:
        ScanError, ExportError, DeviceError, PackError: one sentence each; the target is as `export_result` says.
        Cancelled: the target is as it was before.
    """
    token = token or CancelToken()
    _refuse_replacing(target, options, [source])
    started = time.perf_counter()
    with open_scan(source, _page_of(source, recipe), recipe.quarter_turns, recipe.mirrored) as scan:
        request = _request(recipe)
        chroma = colorizer.chroma(scan.info.width, scan.info.height, scan.shrink_lightness, request, token)
        result = export_result(scan, chroma, recipe, colorizer.pack, target, options, token, progress)
    return replace(result, seconds=time.perf_counter() - started)


def with_guess(scan: Scan, chroma: Chroma, recipe: Recipe, colorizer: Colorizer, token: CancelToken) -> Chroma:
    """The same chroma with the guess map that `colorize_file` would measure for the recipe.

    Raises:
        ScanError, DeviceError: it cannot be measured.
        Cancelled: the token was cancelled.
    """
    size, request = (scan.info.width, scan.info.height), replace(_request(recipe), render_size=chroma.render_size)
    *_, guess = colorizer.guess(*size, scan.shrink_lightness, request, token)
    height, width = chroma.lightness.shape
    return replace(chroma, guess=guess and guess.resized(width, height))


def _request(recipe: Recipe) -> ChromaRequest:
    wants_guess = recipe.guess_fade is not None
    return ChromaRequest(recipe.render_size, recipe.seed, recipe.hints, recipe.patches, wants_guess)


def _page_of(source: Path, recipe: Recipe) -> int:
    """The page that a recipe is about: its own in the master it was made for, the first in any other scan."""
    master = recipe.master
    if master is None or master.page == 0:
        return 0
    try:
        return master.page if sha256_file(source) == master.sha256 else 0
    except OSError:  # opening it says why in better words
        return 0


def export_result(
    scan: Scan,
    chroma: Chroma,
    recipe: Recipe,
    pack: Pack,
    target: Path,
    options: OutputOptions,
    token: CancelToken,
    progress: Progress = no_progress,
    other_masters: Sequence[Path] = (),
) -> ExportResult:
    """Write a coloured scan: pixels in strips, metadata, XMP and sidecar.

    Args:
        scan: the master, opened.
        chroma: its chroma.
        recipe: what the user chose; completed here with the master, the model and the export.
        pack: the pack that predicted the chroma.
        target: the file to write, never the master or one of `other_masters`.
        options: how to write.
        token, progress: see `core.progress`.

    Raises:
        ExportError, ScanError: one sentence; the target is as it was before, unless only its sidecar
            cannot be written, which the sentence then says.
        Cancelled: the target is as it was before.
    """
    started = time.perf_counter()
    _refuse_replacing(target, options, [scan.info.path, *other_masters])
    complete = _completed(recipe, scan, chroma, pack, options, token)
    _make_folder(target.parent)
    bits = chosen_depth(scan.info, options)
    strips = composed_strips(scan, chroma, recipe.look, bits, token, progress, recipe.crop)
    models = (UsedModel(pack.card.reference, pack.sha256, pack.card.licence), *chroma.other_models)
    spec = _spec(scan.info, complete, models, options)
    write_rows(target, strips, spec, overwrite=options.overwrite, token=token)
    digest = sha256_file(target)
    sidecar = _sidecar(target, digest, complete, models) if options.provenance else None
    if sidecar is None:
        _remove_old_sidecar(target)
    seconds = time.perf_counter() - started + chroma.seconds
    return ExportResult(target, sidecar, digest, complete, chroma.device_label, seconds, chroma.notes)


def _refuse_replacing(target: Path, options: OutputOptions, masters: Sequence[Path]) -> None:
    """Raise ExportError if the result or its sidecar would replace a master, or a file that is to be kept."""
    for path in (target, sidecar_path(target)) if options.provenance else (target,):
        refuse_master(path, masters)
        refuse_existing(path, options.overwrite)


def _completed(
    recipe: Recipe, scan: Scan, chroma: Chroma, pack: Pack, options: OutputOptions, token: CancelToken
) -> Recipe:
    info = scan.info
    return replace(
        recipe,
        master=Master(info.path.name, sha256_file(info.path, token), info.page),
        model=Model(pack.card.reference, pack.sha256),
        render_size=chroma.render_size,
        patches=chroma.patches,
        export=Export(options.format, chosen_depth(info, options)),
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise folder_error(folder, error.strerror or str(error)) from error


def _spec(info: ScanInfo, recipe: Recipe, models: Sequence[UsedModel], options: OutputOptions) -> ExportSpec:
    metadata = dict(info.metadata)
    xmp = metadata.pop("xmp", None)
    if options.provenance:
        xmp = build_xmp(xmp, models=models, software_version=__version__)
    bits = chosen_depth(info, options)
    x0, y0, x1, y1 = crop_pixels(recipe.crop, info.width, info.height)
    return ExportSpec(options.format, bits, x1 - x0, y1 - y0, info.dpi, metadata, xmp)


def _remove_old_sidecar(target: Path) -> None:
    """Remove the sidecar of the result that was replaced: it would vouch for a file that is gone."""
    path = sidecar_path(target)
    with suppress(ExportError, OSError):  # no sidecar, or another's JSON, which is none of ours to remove
        if read_sidecar(path).result_name == target.name:
            path.unlink()


def _sidecar(target: Path, digest: str, recipe: Recipe, models: Sequence[UsedModel]) -> Path:
    assert recipe.master is not None
    return write_sidecar(
        target,
        recipe_json=recipe.to_json(),
        master_sha256=recipe.master.sha256,
        result_sha256=digest,
        models=models,
        software_version=__version__,
    )
