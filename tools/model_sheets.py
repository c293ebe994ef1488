"""Draw the contact sheets of docs/models.md from the free sample scans, as the product colours them.

    uv run tools/model_sheets.py [SHEET …] [--model PACK] [--out FOLDER]

    packs        each scan in grey, and by every shipped pack
    sizes        by the pack at render sizes from 192 to 768
    variations   the usual colours and other seeds
    click        without and with one click (a ring), and what it changed
    guess        the guess map: the lighter, the less sure

Each is a small WebP, docs/images/models-<sheet>.webp, on a neutral grey ground.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from colorstudio import paths
from colorstudio.core.adjust import Adjustments
from colorstudio.core.compose import compose
from colorstudio.core.progress import CancelToken
from colorstudio.core.recipe import Hint
from colorstudio.core.scan import open_scan
from colorstudio.inference.pack import Pack
from colorstudio.inference.registry import Registry
from colorstudio.pipeline.chroma import Chroma, ChromaRequest
from colorstudio.pipeline.colorize import Colorizer

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"
IMAGES = ROOT / "docs" / "images"

FloatArray = NDArray[np.float32]

GROUND, INK = (119, 119, 119), (240, 240, 240)
HEIGHT, GAP, HEAD = 200, 6, 22
LARGEST_FILE = 300_000
_QUALITIES = (86, 80, 74, 68, 60)
_SCAN_SIDE = 400
_CHANGE_SHOWN = 4.0

SIZES = (192, 224, 256, 320, 512, 768)
SEEDS = (1, 2, 3, 4)
SHIPPED = ("photographs", "illustrations", "victorian400")


@dataclass(frozen=True)
class Sample:
    """A free sample scan, and a place on it that is clicked with a colour (a*, b*)."""

    name: str
    place: tuple[float, float]
    colour: tuple[float, float]


PICTURES = (
    Sample("mountains.jpg", (0.60, 0.75), (14, 38)),
    Sample("temple.png", (0.33, 0.62), (34, 30)),
    Sample("valley.tif", (0.55, 0.82), (12, 42)),
    Sample("portrait.jpg", (0.27, 0.72), (38, 52)),
)


@dataclass(frozen=True)
class Cell:
    """A picture of a sheet, uint8 (H, W, 3), and what stands above it; a ring around a place, if there is one."""

    pixels: NDArray[np.uint8]
    label: str
    ring: tuple[float, float] | None = None


class Studio:
    """Colours sample scans by packs.

    Args:
        pack: the pack of all sheets but that of the packs.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._colorizers: dict[str, Colorizer] = {}

    def lightness(self, sample: Sample) -> FloatArray:
        """L* of a scan, its short side 400 pixels."""
        with open_scan(SAMPLES / sample.name) as scan:
            share = min(1.0, _SCAN_SIDE / min(scan.info.width, scan.info.height))
            return scan.shrink_lightness(round(scan.info.width * share), round(scan.info.height * share))

    def chroma(self, sample: Sample, request: ChromaRequest, pack: Pack | None = None) -> Chroma:
        """The chroma of a scan."""
        chosen = pack or self.pack
        if chosen.sha256 not in self._colorizers:
            self._colorizers[chosen.sha256] = Colorizer(chosen, "cpu")
        with open_scan(SAMPLES / sample.name) as scan:
            size = scan.info.width, scan.info.height
            return self._colorizers[chosen.sha256].chroma(*size, scan.shrink_lightness, request, CancelToken())

    def coloured(self, sample: Sample, request: ChromaRequest, pack: Pack | None = None) -> NDArray[np.uint8]:
        """A scan with its colours, uint8 (H, W, 3)."""
        lightness = self.lightness(sample)
        ab = self.chroma(sample, request, pack).upsampler.region(lightness, 0.0, 0.0, 1.0, 1.0)
        return painted(lightness, ab)


def painted(lightness: FloatArray, ab: FloatArray) -> NDArray[np.uint8]:
    """sRGB, uint8 (H, W, 3), of L* (H, W) and a*, b* (H, W, 2)."""
    return compose(lightness, ab, Adjustments(), 8).astype(np.uint8, copy=False)


def grey(values: FloatArray) -> NDArray[np.uint8]:
    """A plane of values 0..1 as grey, uint8 (H, W, 3)."""
    levels = np.clip(np.rint(values * 255), 0, 255).astype(np.uint8)
    return np.repeat(levels[..., None], 3, axis=-1)


def scan_cell(studio: Studio, sample: Sample) -> Cell:
    """The scan itself."""
    lightness = studio.lightness(sample)
    return Cell(painted(lightness, np.zeros((*lightness.shape, 2), np.float32)), "scan")


def by_packs(studio: Studio, sample: Sample) -> list[Cell]:
    """Grey, and by every shipped pack that is here."""
    packs = {pack.card.id: pack for pack in shipped_packs()} | {studio.pack.card.id: studio.pack}
    chosen = [packs[name] for name in SHIPPED if name in packs]
    cells = [Cell(studio.coloured(sample, ChromaRequest(), pack), pack.card.reference) for pack in chosen]
    return [scan_cell(studio, sample), *cells]


def by_size(studio: Studio, sample: Sample) -> list[Cell]:
    """At render sizes."""
    usual = studio.pack.card.render_size
    return [
        Cell(studio.coloured(sample, ChromaRequest(size)), f"{size} px" + (" (default)" if size == usual else ""))
        for size in SIZES
    ]


def variations(studio: Studio, sample: Sample) -> list[Cell]:
    """The usual colours, and those of seeds."""
    usual = Cell(studio.coloured(sample, ChromaRequest()), "usual colours")
    return [usual, *(Cell(studio.coloured(sample, ChromaRequest(seed=seed)), f"seed {seed}") for seed in SEEDS)]


def one_click(studio: Studio, sample: Sample) -> list[Cell]:
    """Without and with one click, and the distance of the two, four times as large."""
    hint = Hint((sample.place,), a=sample.colour[0], b=sample.colour[1])
    before, after = (studio.chroma(sample, ChromaRequest(hints=hints)) for hints in ((), (hint,)))
    lightness = studio.lightness(sample)
    colours = [chroma.upsampler.region(lightness, 0.0, 0.0, 1.0, 1.0) for chroma in (before, after)]
    change = np.linalg.norm(colours[1] - colours[0], axis=-1).astype(np.float32) * np.float32(_CHANGE_SHOWN / 255)
    return [
        Cell(painted(lightness, colours[0]), "usual colours"),
        Cell(painted(lightness, colours[1]), "one click", sample.place),
        Cell(grey(change), "what it changed", sample.place),
    ]


def guess_map(studio: Studio, sample: Sample) -> list[Cell]:
    """The usual colours, and where the model is unsure."""
    chroma = studio.chroma(sample, ChromaRequest(wants_guess=True))
    lightness = studio.lightness(sample)
    shown = painted(lightness, chroma.upsampler.region(lightness, 0.0, 0.0, 1.0, 1.0))
    assert chroma.guess is not None
    return [scan_cell(studio, sample), Cell(shown, "usual colours"), Cell(grey(chroma.guess.uncertainty), "guess map")]


SHEETS: dict[str, Callable[[Studio, Sample], list[Cell]]] = {
    "packs": by_packs,
    "sizes": by_size,
    "variations": variations,
    "click": one_click,
    "guess": guess_map,
}


def sheet(rows: Sequence[Sequence[Cell]]) -> Image.Image:
    """Rows of labelled pictures of one height."""
    font = ImageFont.load_default(13)
    pictures = [[_scaled(cell) for cell in row] for row in rows]
    width = GAP + max(sum(picture.width + GAP for picture in row) for row in pictures)
    drawn = Image.new("RGB", (width, len(rows) * (HEIGHT + HEAD + GAP) + GAP), GROUND)
    draw = ImageDraw.Draw(drawn)
    for number, (row, cells) in enumerate(zip(pictures, rows, strict=True)):
        left, top = GAP, GAP + number * (HEIGHT + HEAD + GAP)
        for picture, cell in zip(row, cells, strict=True):
            draw.text((left, top + 2), cell.label, INK, font)
            drawn.paste(picture, (left, top + HEAD))
            left += picture.width + GAP
    return drawn


def _scaled(cell: Cell) -> Image.Image:
    picture = Image.fromarray(cell.pixels)
    picture = picture.resize((round(picture.width * HEIGHT / picture.height), HEIGHT), Image.Resampling.LANCZOS)
    if cell.ring is not None:
        x, y = cell.ring[0] * picture.width, cell.ring[1] * picture.height
        ImageDraw.Draw(picture).ellipse((x - 5, y - 5, x + 5, y + 5), outline="white", width=2)
    return picture


def save(picture: Image.Image, path: Path) -> None:
    """Write a WebP of at most 300 kB.

    Raises:
        ValueError: it is larger even at the lowest quality.
    """
    for quality in _QUALITIES:
        picture.save(path, quality=quality, method=6)
        if path.stat().st_size <= LARGEST_FILE:
            return
    raise ValueError(f"{path.name} is too large")


def shipped_packs() -> list[Pack]:
    """The newest version of every pack in resources/models."""
    registry = Registry([ROOT / "resources" / "models"])
    return [registry.find(name) for name in SHIPPED if any(pack.card.id == name for pack in registry.packs())]


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sheets", nargs="*", metavar="SHEET", help=f"{', '.join(SHEETS)} (default: all)")
    parser.add_argument("--model", default="photographs", metavar="PACK", help="default: photographs")
    parser.add_argument("--out", type=Path, default=IMAGES, metavar="FOLDER", help="default: docs/images")
    options = parser.parse_args()
    unknown = set(options.sheets) - set(SHEETS)
    if unknown:
        parser.error(f"there is no sheet {', '.join(sorted(unknown))}")
    studio = Studio(Registry(paths.model_dirs()).find(options.model))
    for name in options.sheets or SHEETS:
        path: Path = options.out / f"models-{name}.webp"
        save(sheet([SHEETS[name](studio, sample) for sample in PICTURES]), path)
        print(f"{path}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
