"""Write the tables of docs/models.md from the figures in docs/figures, so that no figure is typed by hand.

    uv run tools/model_tables.py [--check]

A table stands between two comments, the first of which names it and the pack whose figures it shows:

    <!-- figures: results photographs -->
    <!-- end of figures -->

`tools/measure_models.py` writes the figures. The sparsification curve of a pack's guess map is drawn beside them, as
docs/images/guess-<pack>.svg. With --check nothing is written, and the exit code is 1 if the page is out of date.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from training_curves import Curve, Panel, drawing

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "models.md"
FIGURES = ROOT / "docs" / "figures"
IMAGES = ROOT / "docs" / "images"

Row = Mapping[str, Any]
Cells = Sequence[str]
Rows = Callable[[str], list[Row]]

_PLACE = re.compile(r"(<!-- figures: (\w+) ([\w-]+) -->\n).*?(<!-- end of figures -->)", re.DOTALL)
_NAMES = {"grey": "grey", "tint": "one tint for all", "toning": "a toning curve"}
_SHARES = [10 * i for i in range(10)]


@dataclass(frozen=True)
class Target:
    """A figure that a pack has to reach: what must be, what is aimed at, and how it is measured.

    `kind` is 'gain' (dB over grey), 'share' (of grey's, less is better) or 'near' (share of the truth's, within).
    """

    name: str
    figure: str
    kind: str
    must: tuple[float, float]
    aim: tuple[float, float]


_PHOTOGRAPHS = (
    Target("PSNR over grey", "psnr", "gain", (1.2, 99), (2.0, 99)),
    Target("mean chroma error, of grey's", "chroma_error", "share", (0, 0.82), (0, 0.72)),
    Target("mean dE2000, of grey's", "delta_e2000", "share", (0, 0.83), (0, 0.74)),
    Target("chroma, of the truth's", "chroma", "near", (0.70, 1.20), (0.85, 1.15)),
    Target("colorfulness, of the truth's", "colorfulness", "near", (0.70, 1.20), (0.85, 1.15)),
    Target("kernel distance, of grey's", "kernel_distance", "share", (-99, 0.70), (-99, 0.45)),
)
_PLATES = (
    Target("PSNR over grey", "psnr", "gain", (1.0, 99), (2.0, 99)),
    Target("mean chroma error, of grey's", "chroma_error", "share", (0, 0.90), (0, 0.78)),
    Target("colorfulness, of the truth's", "colorfulness", "near", (0.75, 1.25), (0.85, 1.15)),
)
TARGETS = {"photographs": _PHOTOGRAPHS, "victorian400": _PLATES}


def read_figures(folder: Path) -> Rows:
    """A function that gives the evaluations in a file of a pack's figures; none if it is not there."""

    def rows(name: str) -> list[Row]:
        path = folder / f"{name}.json"
        found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
        return found if isinstance(found, list) else [found]

    return rows


def table(head: Cells, body: Sequence[Cells]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def percent(value: float, of: float) -> str:
    """A share in percent; with one decimal."""
    return f"{100 * value / of:.1f} %" if of else "–"


def signed(value: float) -> str:
    """With its sign, a true minus among them, and two decimals."""
    return f"{value:+.2f}".replace("-", "−")


def figure_cells(row: Row) -> list[str]:
    """PSNR, dE2000, chroma error, chroma ratio, colorfulness: beside grey's or the truth's."""
    result, grey, truth = row["result"], row["grey"], row["truth"]
    return [
        f"{result['psnr']:.2f} ({signed(result['psnr'] - grey['psnr'])})",
        f"{result['delta_e2000']:.2f} ({percent(result['delta_e2000'], grey['delta_e2000'])})",
        f"{result['chroma_error']:.2f} ({percent(result['chroma_error'], grey['chroma_error'])})",
        f"{result['chroma_ratio']:.2f}",
        percent(result["colorfulness"], truth["colorfulness"]),
    ]


FIGURE_HEAD = ["PSNR, dB (over grey)", "dE2000 (of grey's)", "chroma error (of grey's)", "chroma ratio", "colorfulness"]


def counted(rows: Sequence[Row], what: str = "held-out pictures") -> str:
    """On how many pictures rows were measured, for the first cell of a table."""
    return f"{rows[0]['pictures']} {what}"


def results(rows: Rows) -> str:
    """The pack beside grey, tint, toning curve and another model."""
    body = []
    (pack,) = rows("pack")
    measured = [_grey(pack), *rows("baselines"), *rows("beside"), pack]
    for row in measured:
        own = row is pack
        name = _NAMES.get(row["model"], row["model"])
        distance, grey = (row[side].get("kernel_distance") for side in ("result", "grey"))
        kernel = "–" if distance is None else f"{1000 * distance:.2f} ({percent(distance, grey)})".replace("-", "−")
        cells = [name, *figure_cells(row), kernel, percent(row["result"]["out_of_gamut"], 1)]
        body.append([f"**{cell}**" for cell in cells] if own else cells)
    return table([counted(measured), *FIGURE_HEAD, "kernel distance × 1000 (of grey's)", "outside sRGB"], body)


def _grey(row: Row) -> Row:
    """The row of the grey picture, which every evaluation has measured beside its model."""
    return {**row, "model": "grey", "result": {**row["grey"], "out_of_gamut": 0.0}}


def targets(rows: Rows, pack: str) -> str:
    """What the pack must reach, what was aimed at, and what it reached."""
    row = rows("pack")[0]
    body = []
    for target in TARGETS[pack]:
        value = _reached(target, row)
        verdict = "aim" if _within(value, target.aim) else "must" if _within(value, target.must) else "**not reached**"
        body.append(
            [target.name, _bounds(target, target.must), _bounds(target, target.aim), _said(target, value), verdict]
        )
    return table([counted([row]), "must", "aim", "reached", ""], body)


def _reached(target: Target, row: Row) -> float:
    result = float(row["result"][target.figure])
    if target.kind == "gain":
        return result - float(row["grey"][target.figure])
    return result / float(row["grey" if target.kind == "share" else "truth"][target.figure])


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _bounds(target: Target, bounds: tuple[float, float]) -> str:
    if target.kind == "gain":
        return f"{signed(bounds[0])} dB"
    low, high = (f"{100 * value:.0f} %" for value in bounds)
    return high if target.kind == "share" else f"{low} to {high}"


def _said(target: Target, value: float) -> str:
    return f"{signed(value)} dB" if target.kind == "gain" else f"{100 * value:.1f} %".replace("-", "−")


def hints(rows: Rows) -> str:
    """What simulated hints bring, over none."""
    measured = [*rows("pack"), *rows("hints-10"), *rows("hints-50")]
    none = measured[0]["result"]["psnr"]
    body = [
        [str(row["hints"]), signed(row["result"]["psnr"] - none) if row["hints"] else "–", *figure_cells(row)]
        for row in measured
    ]
    return table([f"hints a picture, {counted(measured)}", "gain over none, dB", *FIGURE_HEAD], body)


def sizes(rows: Rows) -> str:
    """What render sizes do."""
    measured = rows("sizes")
    return table(
        [f"render size, {counted(measured)}", *FIGURE_HEAD],
        [[f"{row['render_size']} px", *figure_cells(row)] for row in measured],
    )


def damage(rows: Rows) -> str:
    """What is left of the colours on bad prints and scans."""
    measured = rows("damage")
    body = []
    for row in measured:
        border = row["result"].get("border_chroma")
        body.append([row["damage"], *figure_cells(row), "" if border is None else f"{border:.1f}"])
    return table([f"damage, {counted(measured)}", *FIGURE_HEAD, "chroma on the border"], body)


def click(rows: Rows) -> str:
    """What one click changes inside, near and far."""
    (row,) = rows("click")
    figures = row["click"]
    whole = figures["inside"]["change"]
    body = []
    for zone in ("inside", "near", "far"):
        each = figures[zone]
        cells = [percent(each["share"], 1), f"{each['change']:.1f}", percent(each["change"], whole)]
        body.append([zone, *cells, f"{each['before']:.1f}", f"{each['after']:.1f}"])
    head = [f"zone, {counted([figures])} with a place to click", "of the picture", "change", "of that inside"]
    return table([*head, "error before", "error after"], body)


def guess(rows: Rows) -> str:
    """What the guess map knows of errors: rank correlation and sparsification."""
    (row,) = rows("guess")
    spread = row["spread"]
    head = [f"left out, {counted([row])}", *(f"{share} %" for share in _SHARES)]
    body = [
        ["the most uncertain by the guess map", *(f"{100 * value:.0f} %" for value in spread["sparsification"])],
        ["the largest errors (at best)", *(f"{100 * value:.0f} %" for value in spread["sparsification_best"])],
    ]
    said = (
        f"Rank correlation of uncertainty and chroma error: **{spread['rank_correlation']:.2f}** over the pixels of "
        f"all pictures, {spread['within_pictures']:.2f} within pictures ({spread['passes']} passes). Mean chroma error "
        "of the pixels that are left, of that of all:\n\n"
    )
    return said + table(head, body)


def sparsification_curve(rows: Rows) -> str:
    """The sparsification curve as SVG."""
    (row,) = rows("guess")
    curves = [
        Curve(name, [(float(share), 100 * value) for share, value in zip(_SHARES, row["spread"][key], strict=True)])
        for name, key in (("by the guess map", "sparsification"), ("at best", "sparsification_best"))
    ]
    return drawing([Panel("Mean error of the pixels left, % of all", curves)], 1.0, "% of the pixels left out")


TABLES: dict[str, Callable[[Rows], str]] = {
    "results": results, "hints": hints, "sizes": sizes, "damage": damage, "click": click, "guess": guess,
}  # fmt: skip


NEEDED = {"results": "pack", "targets": "pack", "hints": "pack"}
"""The file of figures without which there is no table; for all others it is called as the table is."""


def missing(page: str, figures: Path) -> list[str]:
    """The tables of a page whose figures were not measured: 'sizes of photographs'."""
    places = [(place[2], place[3]) for place in _PLACE.finditer(page)]
    return [f"{kind} of {pack}" for kind, pack in places if not _has_figures(kind, pack, figures)]


def _has_figures(kind: str, pack: str, figures: Path) -> bool:
    return bool(read_figures(figures / pack)(NEEDED.get(kind, kind)))


def mixed(figures: Path) -> list[str]:
    """Figures that are of other weights than those of pack.json beside them: 'click of photographs'."""
    found = []
    for folder in sorted(path for path in figures.iterdir() if path.is_dir()):
        rows = read_figures(folder)
        names = sorted({path.stem for path in folder.glob("*.json")} - {"pack", "baselines", "beside"})
        for own in rows("pack"):
            others = [
                name
                for name in names
                if any(row.get("weights_sha256") != own.get("weights_sha256") for row in rows(name))
            ]
            found += [f"{name} of {folder.name}" for name in others]
    return found


def filled(page: str, figures: Path) -> str:
    """A page with its tables as the figures in a folder say; those that were not measured are empty.

    Raises:
        KeyError: there is no such table.
    """

    def fill(place: re.Match[str]) -> str:
        begin, kind, pack, end = place.groups()
        if not _has_figures(kind, pack, figures):
            return begin + end
        rows = read_figures(figures / pack)
        return begin + (targets(rows, pack) if kind == "targets" else TABLES[kind](rows)) + end

    return _PLACE.sub(fill, page)


def main() -> int:
    """Read the command line and write the page and the curves."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say whether the page is up to date")
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    for name in missing(page, FIGURES):
        print(f"not measured: {name}", file=sys.stderr)
    for name in mixed(FIGURES):
        print(f"measured with other weights than the pack: {name}", file=sys.stderr)
    written = {PAGE: filled(page, FIGURES)}
    for path in sorted(FIGURES.glob("*/guess.json")):
        written[IMAGES / f"guess-{path.parent.name}.svg"] = sparsification_curve(read_figures(path.parent))
    old = [path for path, text in written.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in old:
        print(f"{path.relative_to(ROOT)}: {'out of date' if options.check else 'written'}")
        if not options.check:
            path.write_text(written[path], encoding="utf-8")
    return 1 if options.check and old else 0


if __name__ == "__main__":
    sys.exit(main())
