"""The command `evaluate`: models and baselines on the same pictures, by the same code."""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from tqdm import tqdm

from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.files import write_json_atomically
from colorstudio.inference.device import DEVICE_NAMES
from training.arguments import count, positive

if TYPE_CHECKING:
    from colorstudio.inference.backend import Backend
    from training.sources import Picture

# Written here, too, because the command line must answer without torch; a test compares them.
_BASELINES = ("grey", "tint", "toning")
_DAMAGES = ("none", "fading", "contrast", "halftone", "grain", "sepia", "borders")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what `evaluate` understands."""
    known = f"{', '.join(_BASELINES)}, pack (id or path), run folder or checkpoint"
    parser.add_argument("--model", action="append", required=True, metavar="M", help=f"{known} (repeatable)")
    parser.add_argument("--data", action="append", required=True, metavar="DIR", help="pictures (repeatable)")
    parser.add_argument(
        "--render-size", nargs="+", action="extend", type=positive, metavar="N",
        help="short side in pixels (default: the pack's); several are measured one after the other",
    )  # fmt: skip
    parser.add_argument("--hints", type=count, default=0, metavar="N", help="simulated hints for each picture")
    parser.add_argument("--click", action="store_true", help="what one hint changes inside and outside of its object")
    parser.add_argument(
        "--passes", type=count, default=0, metavar="N", help="passes of the guess map, 6 in the product"
    )
    parser.add_argument("--kid", action="store_true", help="kernel distance, by ImageNet features")
    parser.add_argument(
        "--damage", nargs="+", action="extend", choices=_DAMAGES, metavar="KIND",
        help=f"{', '.join(_DAMAGES)}: done to the pictures before; several are measured one after the other",
    )  # fmt: skip
    parser.add_argument("--every", type=positive, default=1, metavar="N", help="each Nth held-out picture alone")
    parser.add_argument("--all", action="store_true", help="all pictures, not only the held-out ones")
    parser.add_argument("--device", default="auto", choices=DEVICE_NAMES)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, a list if several")


def evaluate(options: argparse.Namespace, stream: TextIO) -> int:
    """Measure every model at every render size with every damage that is asked for.

    Raises:
        ColorStudioError: there is no such model, or nothing to measure on.
        OSError: the figures cannot be written.
    """
    from training.evaluate import report_text
    from training.sources import find_pictures, split

    pictures = [picture for picture in find_pictures(options.data) if not picture.problem]
    learned, held_out = split(pictures)
    chosen = (pictures if options.all else held_out)[:: options.every]
    if not chosen:
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "None of the {count} pictures is held out; measure on all of them with --all."),
            count=len(pictures),
        )
    reports = []
    with ExitStack() as stack:
        models = [stack.enter_context(_opened(model, options, learned)) for model in options.model]
        for facts, comparison in _measured(models, options, chosen):
            stream.write(report_text(comparison, {name: facts[name] for name in ("model", "render_size", "hints")}))
            stream.flush()
            reports.append(facts | comparison.to_dict())
    if options.json:
        write_json_atomically(options.json, reports if len(reports) > 1 else reports[0])
    return 0


@contextmanager
def _opened(
    model: str, options: argparse.Namespace, learned: list[Picture]
) -> Iterator[tuple[Backend, dict[str, Any]]]:
    """The back-end of a model, and what a report says about it."""
    import numpy as np

    from colorstudio.inference.backend import open_backend
    from training.baselines import fit_baseline
    from training.packs import opened_model

    if model in _BASELINES:
        baseline = fit_baseline(model, learned)
        yield baseline, {"model": model, "colours": np.round(baseline.colours.astype(float), 2).tolist()}
        return
    with opened_model(model) as pack:
        if (options.hints or options.click) and not pack.card.uses_hints:
            raise TrainingError(
                QT_TRANSLATE_NOOP("errors", "The model {model} takes no hints; measure it without them."),
                model=pack.card.reference,
            )
        yield open_backend(pack, options.device), {"model": pack.card.reference, "weights_sha256": pack.weights_sha256}


def _measured(
    models: list[tuple[Backend, dict[str, Any]]], options: argparse.Namespace, chosen: list[Picture]
) -> Iterator[tuple[dict[str, Any], Any]]:
    """The facts of each measurement, and its figures."""
    from training.evaluate import EvaluationSettings, evaluate_model

    cases = list(itertools.product(models, options.render_size or [None], options.damage or ["none"]))
    with tqdm(total=len(cases) * len(chosen), unit="picture", file=sys.stderr, disable=None, leave=False) as bar:
        for (backend, known), asked, damage in cases:
            size = asked or backend.card.render_size
            settings = EvaluationSettings(size, options.hints, options.passes, options.kid, damage, options.click)
            comparison = evaluate_model(backend, chosen, settings, lambda done: bar.update())
            data = {"data": [Path(folder).absolute().name for folder in options.data], "every": options.every}
            facts = {"render_size": size, "hints": options.hints, "damage": damage}
            yield known | data | facts, comparison
