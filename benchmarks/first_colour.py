"""From a cold start to the first colour and to the chosen render size, for scans of several sizes.

    uv run python benchmarks/first_colour.py

Prints seconds for loading the back-end, for the first small pass and for the pack's own render
size, and the ratio of the first colour to merely shrinking the scan with Pillow.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from colorstudio.core.progress import CancelToken
from colorstudio.core.scan import open_scan
from colorstudio.inference.registry import Registry
from colorstudio.paths import model_dirs
from colorstudio.pipeline.chroma import ChromaRequest
from colorstudio.pipeline.colorize import Colorizer

FIRST_SIZE = 128
SIDES = ((1600, 1200), (6000, 4000), (12000, 8000))


def colour_seconds(colorizer: Colorizer, path: Path, render_size: int | None) -> float:
    """Seconds from the path to chroma."""
    started = time.perf_counter()
    with open_scan(path) as scan:
        request = ChromaRequest(render_size)
        colorizer.chroma(scan.info.width, scan.info.height, scan.shrink_lightness, request, CancelToken())
    return time.perf_counter() - started


def pillow_seconds(path: Path) -> float:
    """Seconds that Pillow takes to open the scan and shrink it to the first size."""
    started = time.perf_counter()
    with Image.open(path) as image:
        image.resize((FIRST_SIZE * image.width // image.height, FIRST_SIZE))
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    Image.MAX_IMAGE_PIXELS = None
    started = time.perf_counter()
    colorizer = Colorizer(Registry(model_dirs()).find("photographs"), "cpu")
    print(f"back-end loaded in {time.perf_counter() - started:.2f} s on {colorizer.device_label}")
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        for width, height in SIDES:
            path = Path(folder) / f"{width}.jpg"
            grain = Image.fromarray(rng.integers(0, 256, (height // 8, width // 8), np.uint8))
            grain.resize((width, height)).save(path)
            reference = pillow_seconds(path)
            first, full = (colour_seconds(colorizer, path, size) for size in (FIRST_SIZE, None))
            print(
                f"{width * height / 1e6:5.1f} MP: first colour {first:.2f} s, render size {full:.2f} s; "
                f"Pillow shrinks in {reference:.2f} s, ratio {first / reference:.1f}"
            )


if __name__ == "__main__":
    main()
