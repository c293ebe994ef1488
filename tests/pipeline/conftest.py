"""Scans and a pack for the pipeline's tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from toy_pack import write_toy_pack

from colorstudio.inference.pack import Pack


@pytest.fixture
def toy(tmp_path: Path) -> Pack:
    """The toy pack, in a folder of its own."""
    folder = tmp_path / "packs"
    folder.mkdir()
    return write_toy_pack(folder)


@pytest.fixture
def scan16(tmp_path: Path) -> Path:
    """A 16-bit grey TIFF, 211 x 150, 600 dpi: a slanted ramp with every kind of tone."""
    y, x = np.mgrid[:150, :211]
    pixels = ((x / 210 * 0.8 + y / 149 * 0.2) * 65535).astype(np.uint16)
    path = tmp_path / "ramp.tif"
    tifffile.imwrite(path, pixels, photometric="minisblack", resolution=(600, 600), resolutionunit="INCH")
    return path
