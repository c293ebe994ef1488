"""Write colorstudio/inference/real_colours.py: which colours things have that a model is unsure of.

    uv run tools/real_colours.py PICTURES

PICTURES is a folder of colour photographs; of those that the shipped model learned from every n-th is looked at,
never one that was held out. The module holds eight colours and their shares for each band of lightness and kind of
first guess: no more is kept of any picture. The same pictures and pack give the same file.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.upsample import box_mean, resize_plane
from colorstudio.inference.backend import open_backend
from colorstudio.inference.pack import open_pack
from colorstudio.inference.real_colours import BANDS, KINDS, kind_of
from colorstudio.inference.uncertainty import ask, doubt_of, probes
from training.evaluate import decode_truth
from training.sources import Picture, find_pictures, split

ROOT = Path(__file__).resolve().parent.parent
MODULE = ROOT / "colorstudio" / "inference" / "real_colours.py"
MODEL = ROOT / "resources" / "models" / "photographs.cspack"
SIZE, PASSES, WINDOW = 160, 3, 3
PLACES, COLOURS, ROUNDS = 1500, 8, 40
BEGIN, END = "# Made by tools/real_colours.py.\n# fmt: off\n", "# fmt: on\n"

FloatArray = NDArray[np.float32]


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--count", type=int, default=240, help="how many pictures are looked at")
    options = parser.parse_args()
    learned, _ = split([each for each in find_pictures([options.pictures]) if not each.problem])
    rows = list(measured(learned[:: max(1, len(learned) // options.count)]))
    light, guess, truth, doubt = map(np.concatenate, zip(*rows, strict=True))
    before, rest = MODULE.read_text(encoding="utf-8").split(BEGIN)
    table = table_text(light, guess, truth, doubt)
    MODULE.write_text(before + BEGIN + table + END + rest.split(END)[1], encoding="utf-8")


def measured(pictures: list[Picture]) -> Iterator[tuple[FloatArray, ...]]:
    """L* (n,), first guess (n, 2), truth (n, 2) and doubt (n,) at some places of each picture."""
    pack = open_pack(MODEL)
    backend, rng = open_backend(pack, "cpu"), np.random.default_rng(1)
    for picture in pictures:
        _, lightness, ab = decode_truth(picture)
        guide = shrunk(lightness)
        samples = np.stack([ask(backend, guide, None, probe) for probe in probes(pack.card)[:PASSES]])
        planes = [guide, *_planes(samples[0]), *map(shrunk, _planes(ab)), doubt_of(guide, samples)]
        some = rng.integers(0, guide.size, PLACES)
        light, *chroma, doubt = (box_mean(plane, WINDOW).ravel()[some].astype(np.float32) for plane in planes)
        yield light, np.stack(chroma[:2], -1), np.stack(chroma[2:], -1), doubt


def shrunk(plane: FloatArray) -> FloatArray:
    """A plane (h, w) with a short side of `SIZE`."""
    height, width = plane.shape
    scale = SIZE / min(height, width)
    return resize_plane(plane, round(width * scale), round(height * scale))


def _planes(ab: FloatArray) -> list[FloatArray]:
    return [ab[..., 0], ab[..., 1]]


def table_text(light: FloatArray, guess: FloatArray, truth: FloatArray, doubt: FloatArray) -> str:
    """The table as Python."""
    kinds = np.array([kind_of(float(a), float(b)) for a, b in guess])
    lines = ["_TABLE: dict[tuple[float, str], tuple[tuple[int, int, int], ...]] = {\n"]
    for below, top in zip((0.0, *BANDS), BANDS, strict=False):
        for kind in KINDS:
            here = (kinds == kind) & (light >= below) & (light < top)
            colours = [*map(str, clusters(truth[here], doubt[here]))]
            half = len(colours) // 2
            halves = (", ".join(colours[:half]), ", ".join(colours[half:]))
            lines.append(f'    ({top:.1f}, "{kind}"): (\n        {halves[0]},\n        {halves[1]},\n    ),\n')
    return "".join([*lines, "}\n"])


def clusters(values: FloatArray, weights: FloatArray) -> list[tuple[int, int, int]]:
    """a*, b* and share in per cent of the middles of weighted values (Lloyd 1982), the commonest first."""
    weights = weights + np.float32(1e-3)
    rng = np.random.default_rng(1)
    centres = values[rng.choice(len(values), COLOURS, p=weights / weights.sum(), replace=False)]
    for _ in range(ROUNDS):
        nearest = ((values[:, None] - centres) ** 2).sum(-1).argmin(1)
        members = [nearest == each for each in np.unique(nearest)]
        centres = np.stack([np.average(values[each], axis=0, weights=weights[each]) for each in members])
    shares = [100.0 * float(weights[each].sum() / weights.sum()) for each in members]
    found = [
        (round(float(a)), round(float(b)), max(1, round(share))) for (a, b), share in zip(centres, shares, strict=True)
    ]
    return sorted(found, key=lambda colour: -colour[2])


if __name__ == "__main__":
    main()
