"""`colorstudio colorize`: options to recipe, a progress bar, one line per error."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from tqdm import tqdm

from colorstudio.core.errors import ColorStudioError
from colorstudio.core.export import check_depth
from colorstudio.core.progress import Progress, no_progress
from colorstudio.core.recipe import Recipe
from colorstudio.inference.pack import Pack
from colorstudio.inference.registry import Registry
from colorstudio.paths import model_dirs
from colorstudio.pipeline.colorize import Colorizer
from colorstudio.pipeline.export import ExportResult, OutputOptions, colorize_file
from colorstudio.pipeline.outputs import OutputJob, plan_outputs

DEFAULT_MODEL = "photographs"
_log = logging.getLogger(__name__)
_BAR = "{l_bar}{bar}| {elapsed}<{remaining}"


def run_colorize(options: argparse.Namespace) -> int:
    """Colour the files; returns 0 (all done), 1 (some failed, each named) or 2 (wrong use)."""
    try:
        recipe = recipe_from_options(options)
        jobs = plan_outputs(options.files, options.out, options.format)
        if options.bits is not None:
            for job in jobs:
                check_depth(job.target, job.format, options.bits)
        registry = Registry(model_dirs())
        colorizer = Colorizer(_choose_pack(options.model, recipe, registry), options.device, registry.find_exactly)
    except ColorStudioError as error:
        print(f"colorstudio: {error}", file=sys.stderr)
        return 2
    failures = sum(not _run_job(job, recipe, colorizer, options) for job in jobs)
    return 1 if failures else 0


def recipe_from_options(options: argparse.Namespace) -> Recipe:
    """The recipe that the options amount to: that of `--recipe`, with what was also given put in.

    Raises:
        RecipeError: the file or a value is not valid.
    """
    base = Recipe.read(options.recipe) if options.recipe else Recipe()
    given = {name: value for name in ("strength", "saturation") if (value := getattr(options, name)) is not None}
    recipe = replace(base, adjustments=replace(base.adjustments, **given))
    given = {name: value for name in ("render_size", "seed") if (value := getattr(options, name)) is not None}
    return replace(recipe, **given)


def _choose_pack(model: str | None, recipe: Recipe, registry: Registry) -> Pack:
    if model is None and recipe.model is not None:
        return registry.find_exactly(recipe.model.reference, recipe.model.sha256)
    return registry.find(model or DEFAULT_MODEL)


def _run_job(job: OutputJob, recipe: Recipe, colorizer: Colorizer, options: argparse.Namespace) -> bool:
    output = OutputOptions(job.format, options.bits, not options.no_provenance, options.overwrite)
    try:
        with _progress_bar(job.source.name, hidden=options.json) as progress:
            result = colorize_file(job.source, job.target, recipe, colorizer, output, progress=progress)
    except ColorStudioError as error:
        _report_failure(job, str(error), options.json)
        return False
    except Exception as error:  # one bad file never stops the rest, whatever a library makes of it
        _log.info("%s", job.source, exc_info=True)
        _report_failure(job, f"{job.source}: {type(error).__name__}: {error}", options.json)
        return False
    _report(job, result, options.json)
    return True


def _report_failure(job: OutputJob, sentence: str, as_json: bool) -> None:
    print(f"colorstudio: {' '.join(sentence.split())}", file=sys.stderr)
    if as_json:
        _print_json({"source": str(job.source), "status": "failed", "error": sentence})


@contextmanager
def _progress_bar(name: str, hidden: bool) -> Iterator[Progress]:
    if hidden or not sys.stderr.isatty():
        yield no_progress
        return
    with tqdm(total=1.0, desc=name, bar_format=_BAR, leave=False) as bar:
        yield lambda fraction: bar.update(fraction - bar.n) and None


def _report(job: OutputJob, result: ExportResult, as_json: bool) -> None:
    for note in result.notes:
        print(f"colorstudio: {job.source.name}: {note}", file=sys.stderr)
    if as_json:
        _print_json({"source": str(job.source), "status": "done", **_json_result(result)})
    else:
        print(f"{job.source} -> {result.path} ({result.seconds:.1f} s, {result.device_label})")


def _json_result(result: ExportResult) -> dict[str, Any]:
    return {
        "result": str(result.path),
        "sidecar": str(result.sidecar) if result.sidecar else None,
        "sha256": result.sha256,
        "seconds": round(result.seconds, 3),
        "device": result.device_label,
        "recipe": result.recipe.to_json(),
        "notes": [str(note) for note in result.notes],
    }


def _print_json(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)
