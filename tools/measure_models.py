"""Measure a shipped pack for docs/models.md: every figure of its tables, by `python -m training evaluate`.

    uv run tools/measure_models.py photographs --data PICTURES/photographs [--model PACK] [--beside PIX2PIX.cspack]
    uv run tools/model_tables.py

The figures come to `docs/figures/<pack>/*.json`. What is measured already by the same model is not measured again, so
that a call that was broken off goes on where it was. Dear measurements take each Nth held-out picture; --every makes
all of them coarser, to try.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "docs" / "figures"
SIZES = ("192", "224", "256", "320", "384", "512", "768")
DAMAGES = ("none", "fading", "contrast", "halftone", "grain", "sepia", "borders")


@dataclass(frozen=True)
class Measurement:
    """One call of `evaluate`: its options, and each how many-th held-out picture of a large set it needs."""

    name: str
    options: tuple[str, ...]
    every: int = 1


MEASUREMENTS = (
    Measurement("baselines", ("--model", "tint", "--model", "toning", "--kid")),
    Measurement("pack", ("--kid",)),
    Measurement("hints-10", ("--hints", "10")),
    Measurement("hints-50", ("--hints", "50")),
    Measurement("click", ("--click",), every=8),
    Measurement("guess", ("--passes", "6"), every=5),
    Measurement("sizes", ("--render-size", *SIZES), every=16),
    Measurement("damage", ("--damage", *DAMAGES), every=16),
)
SMALL_SET = 200
"""With no more held-out pictures than this all of them are measured on, always."""


def held_out(folders: list[str]) -> int:
    """How many pictures of the folders are held out."""
    from training.sources import find_pictures, split

    return len(split([picture for picture in find_pictures(folders) if not picture.problem])[1])


def command(measurement: Measurement, models: list[str], data: list[str], every: int, out: Path) -> list[str]:
    """The command line of a measurement."""
    arguments = [f"--model={model}" for model in models] if "--model" not in measurement.options else []
    arguments += [f"--data={folder}" for folder in data]
    return [
        sys.executable, "-m", "training", "evaluate", *arguments, *measurement.options,
        f"--every={every}", f"--json={out}",
    ]  # fmt: skip


def is_measured(out: Path, sha256: str, data: list[str], every: int) -> bool:
    """Whether a file holds the figures of those very weights (baselines: of any), on folders of those names."""
    if not out.is_file():
        return False
    found = json.loads(out.read_text(encoding="utf-8"))
    rows = found if isinstance(found, list) else [found]
    wanted = {"weights_sha256": sha256, "data": [Path(folder).absolute().name for folder in data], "every": every}
    return all(row.get(name, value) == value for row in rows for name, value in wanted.items())


def main() -> int:
    """Read the command line and measure; 1 if a measurement failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", help="id of the pack: the folder of its figures")
    parser.add_argument("--data", action="append", required=True, metavar="DIR", help="pictures (repeatable)")
    parser.add_argument("--model", help="the pack itself, if it is not the one of that id that is installed")
    parser.add_argument("--beside", metavar="PACK", help="another model for the table, without hints")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="coarser by N, to try")
    parser.add_argument("--only", nargs="+", choices=[each.name for each in MEASUREMENTS], help="these alone")
    parser.add_argument("--out", type=Path, default=FIGURES, metavar="FOLDER", help="default: docs/figures")
    options = parser.parse_args()
    from training.packs import find_pack

    model = options.model or options.pack
    sha256 = find_pack(model).weights_sha256
    small = held_out(options.data) <= SMALL_SET
    folder: Path = options.out / options.pack
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in MEASUREMENTS if not options.only or each.name in options.only]
    calls = [(each, [model], folder / f"{each.name}.json", sha256) for each in wanted]
    if options.beside:
        other = find_pack(options.beside).weights_sha256
        calls.append((Measurement("beside", ("--kid",)), [options.beside], folder / "beside.json", other))
    for each, models, out, digest in calls:
        every = options.every * (1 if small else each.every)
        if is_measured(out, digest, options.data, every):
            continue
        if subprocess.run(command(each, models, options.data, every, out), check=False).returncode:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
