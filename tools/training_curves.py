"""Draw the curves of training runs as SVG, from the events of their folders.

    uv run tools/training_curves.py RUN [RUN …] -o curves.svg

A panel for each kind of figure that the runs have: the losses, and what was measured on held-out pictures beside the
grey picture and the truth. The losses are averaged over stretches of the run; figures are drawn as measured.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any
from xml.sax.saxutils import escape

Event = Mapping[str, Any]
Points = list[tuple[float, float]]

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
"""Told apart by colour-blind people, too (Okabe & Ito 2008)."""
INK, FAINT, PAPER = "#333333", "#d9d9d9", "#ffffff"
PANEL_WIDTH, PANEL_HEIGHT, GAP, COLUMNS = 400, 200, 24, 2
LEFT, RIGHT, TOP, BOTTOM = 48, 12, 44, 32
STRETCHES, FEW = 80, 40


@dataclass(frozen=True)
class Curve:
    """One line of a panel: its name and its points (epoch or step, value)."""

    name: str
    points: Points


@dataclass(frozen=True)
class Panel:
    """A small plot; `level` is a value that is marked, with what it means."""

    title: str
    curves: list[Curve]
    level: tuple[float, str] | None = None


@dataclass(frozen=True)
class Run:
    """The events of a run, and what its curves are called."""

    name: str
    events: list[Event]

    def series(self, event: str, value: Callable[[Event], float | None]) -> Points:
        """The points (step, value) of events of a kind that have the value."""
        rows = ((row["step"], value(row)) for row in self.events if row.get("event") == event)
        return [(float(step), number) for step, number in rows if number is not None]


def read_run(folder: Path) -> Run:
    """Read `events.jsonl` of a run folder; a last line that is not whole yet is left out."""
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return Run(folder.name, [event for line in lines if (event := _parsed(line)) is not None])


def _parsed(line: str) -> Event | None:
    try:
        event: Event = json.loads(line)
    except ValueError:
        return None
    return event


def averaged(points: Points, stretches: int = STRETCHES) -> Points:
    """The means over so many equal stretches of a long series."""
    size = max(1, math.ceil(len(points) / stretches))
    chunks = (points[start : start + size] for start in range(0, len(points), size))
    return [(fmean(x for x, _ in chunk), fmean(y for _, y in chunk)) for chunk in chunks]


def panels_of(runs: Sequence[Run]) -> list[Panel]:
    """The panels that the runs have anything for."""
    panels = [
        _losses(runs, "Discriminator", {"loss_D_real": "real", "loss_D_fake": "made"}, (math.log(2), "cannot tell")),
        _losses(runs, "Generator: adversarial loss", {"loss_G_GAN": ""}, (math.log(2), "D cannot tell")),
        _losses(runs, "Generator: pixel loss", {"loss_G_L1": ""}),
        _figures(runs, "PSNR over grey, dB", lambda row: row["result"]["psnr"] - row["grey"]["psnr"], (0.0, "grey")),
        _figures(runs, "Chroma error, % of grey's", _share("chroma_error", "grey"), (100.0, "grey")),
        _figures(runs, "Colorfulness, % of the truth's", _share("colorfulness", "truth"), (100.0, "truth")),
    ]
    return [panel for panel in panels if panel.curves]


def _losses(runs: Sequence[Run], title: str, names: Mapping[str, str], level: tuple[float, str] | None = None) -> Panel:
    curves = []
    for run in runs:
        for key, label in names.items():
            points = averaged(run.series("step", _value(key)))
            name = " ".join(part for part in (run.name if len(runs) > 1 else "", label) if part)
            curves += [Curve(name, points)] if points else []
    return Panel(title, curves, level)


def _value(key: str) -> Callable[[Event], float | None]:
    return lambda row: row.get(key)


def _figures(runs: Sequence[Run], title: str, value: Callable[[Event], float], level: tuple[float, str]) -> Panel:
    curves = [Curve(run.name if len(runs) > 1 else "", run.series("validation", value)) for run in runs]
    return Panel(title, [curve for curve in curves if curve.points], level)


def _share(figure: str, of: str) -> Callable[[Event], float]:
    return lambda row: 100.0 * float(row["result"][figure]) / max(float(row[of][figure]), 1e-6)


def drawing(panels: Sequence[Panel], unit: float, unit_name: str) -> str:
    """All panels as one SVG; `unit` steps are one `unit_name` of the axis."""
    columns = max(1, min(COLUMNS, len(panels)))
    rows = math.ceil(len(panels) / columns)
    width = columns * PANEL_WIDTH + (columns + 1) * GAP
    height = rows * PANEL_HEIGHT + (rows + 1) * GAP
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="system-ui, sans-serif" font-size="12" fill="{INK}">'
    )
    parts = [head, f'<rect width="{width}" height="{height}" fill="{PAPER}"/>']
    longest = max((x for panel in panels for curve in panel.curves for x, _ in curve.points), default=unit) / unit
    for i, panel in enumerate(panels):
        x = GAP + (i % columns) * (PANEL_WIDTH + GAP)
        y = GAP + (i // columns) * (PANEL_HEIGHT + GAP)
        parts += [f'<g transform="translate({x} {y})">', *_panel(panel, longest, unit, unit_name), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


@dataclass(frozen=True)
class Frame:
    """Where values lie in a panel, and the marks of its axes."""

    x_ticks: list[float]
    y_ticks: list[float]

    def x(self, value: float) -> float:
        """Position of a value of the horizontal axis, in pixels."""
        share = value / self.x_ticks[-1]
        return LEFT + share * (PANEL_WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """Position of a value of the vertical axis, in pixels."""
        low, high = self.y_ticks[0], self.y_ticks[-1]
        return PANEL_HEIGHT - BOTTOM - (value - low) / (high - low) * (PANEL_HEIGHT - TOP - BOTTOM)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """At most so many round numbers that enclose low and high."""
    span = max(high - low, 1e-6)
    step = 10.0 ** math.floor(math.log10(span / most))
    for factor in (1, 2, 5, 10, 20):
        size = step * factor
        first, last = math.floor(low / size + 1e-9), math.ceil(high / size - 1e-9)
        if last - first + 1 <= most:
            break
    return [round(i * size, 10) for i in range(first, max(last, first + 1) + 1)]


def _panel(panel: Panel, longest: float, unit: float, unit_name: str) -> Iterator[str]:
    values = [y for curve in panel.curves for _, y in curve.points] + ([panel.level[0]] if panel.level else [])
    frame = Frame(ticks(0.0, longest), ticks(min(values), max(values)))
    yield f'<text x="0" y="12" font-weight="600">{escape(panel.title)}</text>'
    yield from _grid(frame, unit_name)
    if panel.level:
        yield from _level(frame, *panel.level)
    for i, curve in enumerate(panel.curves):
        colour = COLOURS[i % len(COLOURS)]
        yield _line([(frame.x(x / unit), frame.y(y)) for x, y in curve.points], colour)
        if curve.name:
            yield f'<text x="{LEFT + 120 * i}" y="32" fill="{colour}">{escape(curve.name)}</text>'


def _grid(frame: Frame, unit_name: str) -> Iterator[str]:
    right, bottom = PANEL_WIDTH - RIGHT, PANEL_HEIGHT - BOTTOM
    for value in frame.y_ticks:
        y = frame.y(value)
        yield f'<path d="M{LEFT} {y:.1f}H{right}" stroke="{FAINT}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
    for value in frame.x_ticks:
        yield f'<text x="{frame.x(value):.1f}" y="{bottom + 16}" text-anchor="middle">{value:g}</text>'
    yield f'<text x="{right}" y="{bottom + 30}" text-anchor="end">{escape(unit_name)}</text>'


def _level(frame: Frame, value: float, meaning: str) -> Iterator[str]:
    y, right = frame.y(value), PANEL_WIDTH - RIGHT
    yield f'<path d="M{LEFT} {y:.1f}H{right}M{right - 24} 28H{right}" stroke="{INK}" stroke-dasharray="4 3"/>'
    yield f'<text x="{right - 32}" y="32" text-anchor="end">{escape(meaning)}</text>'


def _line(points: Points, colour: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    line = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-linejoin="round"/>'
    marked = points if len(points) < FEW else []
    return line + "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in marked)


def epoch_length(run: Run, batch_size: int) -> float:
    """Steps of one pass over the pictures of a run."""
    started = next((row for row in run.events if row.get("event") in {"started", "resumed"}), None)
    pictures = int(started["pictures"]) if started else batch_size
    return max(1.0, pictures / batch_size)


def main() -> None:
    """Read the command line and write the SVG."""
    parser = argparse.ArgumentParser(description="Draw the curves of training runs.")
    parser.add_argument("runs", nargs="+", type=Path, metavar="RUN")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="SVG")
    parser.add_argument("--epochs", action="store_true", help="passes over the pictures on the axis instead of steps")
    options = parser.parse_args()
    runs = [read_run(folder) for folder in options.runs]
    unit = 1.0
    if options.epochs:
        config = json.loads((options.runs[0] / "config.json").read_text(encoding="utf-8"))
        unit = epoch_length(runs[0], int(config["batch_size"]))
    options.out.write_text(drawing(panels_of(runs), unit, "epochs" if options.epochs else "steps"), encoding="utf-8")


if __name__ == "__main__":
    main()
