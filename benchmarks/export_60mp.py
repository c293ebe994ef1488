"""A 60-megapixel, 16-bit grey TIFF through `colorstudio colorize`, beside tifffile's own read and write.

    uv run python benchmarks/export_60mp.py [--megapixels 60]

Prints time and peak memory of the whole process, the ratio to tifffile reading the scan and
writing a 16-bit RGB TIFF of that size, and the largest difference of L* between scan and result.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import tifffile

from colorstudio.core.scan import open_scan

_REFERENCE = """
import sys, numpy, tifffile
grey = tifffile.imread(sys.argv[1])
tifffile.imwrite(sys.argv[2], numpy.repeat(grey[..., None], 3, axis=-1), photometric="rgb")
"""


def make_scan(path: Path, megapixels: float) -> None:
    """Write a grey ramp with grain, 4:3, 16 bits, 600 dpi."""
    height = round((megapixels * 1e6 * 3 / 4) ** 0.5)
    width = height * 4 // 3
    rng = np.random.default_rng(0)
    ramp = np.linspace(0, 60000, width, dtype=np.float32)
    pixels = np.empty((height, width), np.uint16)
    for row in range(height):
        pixels[row] = ramp * (0.5 + row / height / 2) + rng.integers(0, 3000, width)
    tifffile.imwrite(path, pixels, photometric="minisblack", resolution=(600, 600), resolutionunit="INCH")


def timed(command: list[str]) -> tuple[float, float]:
    """Run a command; returns seconds and its peak memory in MB."""
    started = time.perf_counter()
    subprocess.run(command, check=True)
    seconds = time.perf_counter() - started
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def largest_difference(scan_path: Path, result_path: Path) -> float:
    """Largest |dL*| between two pictures, read in strips."""
    worst = 0.0
    with open_scan(scan_path) as scan, open_scan(result_path) as result:
        for y0 in range(0, scan.info.height, 128):
            y1 = min(y0 + 128, scan.info.height)
            difference = np.abs(scan.read_lightness(y0, y1) - result.read_lightness(y0, y1))
            worst = max(worst, float(difference.max()))
    return worst


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--megapixels", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scan, result, copy = (Path(folder) / name for name in ("scan.tif", "result.tif", "copy.tif"))
        make_scan(scan, options.megapixels)
        seconds, memory = timed([sys.executable, "-m", "colorstudio", "colorize", str(scan), "-o", str(result)])
        reference, _ = timed([sys.executable, "-c", _REFERENCE, str(scan), str(copy)])
        print(f"colorize {seconds:.1f} s, peak {memory:.0f} MB; tifffile read + write {reference:.1f} s")
        print(f"ratio {seconds / reference:.1f}; largest |dL*| {largest_difference(scan, result):.4f}")


if __name__ == "__main__":
    main()
