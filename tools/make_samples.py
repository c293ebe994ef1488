"""Make the sample scans of `resources/samples` from freely licensed colour photographs.

    uv run tools/make_samples.py ORIGINALS

ORIGINALS is a folder with the files named in `SAMPLES`; resources/samples/SOURCES.md says where they
come from and under which licence. Each is cropped, reduced, turned to luminance, faded and given the
grain of film, so that it looks like the scan of a print. The noise is seeded: the same originals give
the same samples.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.color import srgb_to_linear

FloatArray = NDArray[np.float32]

SAMPLES_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "samples"
LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
SEPIA = np.array([1.0, 0.93, 0.80], np.float32)


@dataclass(frozen=True)
class Sample:
    """One sample: what it is made from and how it is scanned.

    `crop` is left, top, right, bottom as fractions of the original; `fade` lifts the blacks and `grain`
    is the standard deviation of the noise, both as parts of full scale; `dpi` is what the file says.
    """

    name: str
    original: str
    credit: str
    crop: tuple[float, float, float, float]
    width: int
    fade: float
    grain: float
    dpi: int
    sepia: bool = False


SAMPLES = (
    Sample(
        "valley.tif",
        "aitzgorri_by_Aitzol_Berasategi.jpg",
        "Aitzgorri, photograph by Aitzol Berasategi, 2018, CC BY 4.0, turned to grey",
        (0.0, 0.0, 1.0, 1.0),
        width=800,
        fade=0.04,
        grain=0.012,
        dpi=600,
    ),
    Sample(
        "portrait.jpg",
        "astronaut.png",
        "Eileen Collins, photograph by NASA, public domain, turned to grey",
        (0.0, 0.0, 1.0, 1.0),
        width=512,
        fade=0.05,
        grain=0.018,
        dpi=300,
    ),
    Sample(
        "temple.png",
        "china.jpg",
        "Summer Palace, photograph by danielbuechele, CC BY 2.0, turned to grey",
        (0.0, 0.0, 1.0, 1.0),
        width=560,
        fade=0.06,
        grain=0.010,
        dpi=300,
    ),
    Sample(
        "mountains.jpg",
        "picosdeeuropa_by_Aitzol_Berasategi.jpg",
        "Picos de Europa, photograph by Aitzol Berasategi, 2018, CC BY 4.0, toned as an old print",
        (0.0, 0.0, 1.0, 1.0),
        width=1000,
        fade=0.08,
        grain=0.016,
        dpi=300,
        sepia=True,
    ),
)


def luminance(sample: Sample, originals: Path) -> FloatArray:
    """The cropped and reduced original as encoded grey of full range, float32 (h, w), 0..1."""
    with Image.open(originals / sample.original) as opened:
        picture = opened.convert("RGB")
    left, top, right, bottom = sample.crop
    box = (left * picture.width, top * picture.height, right * picture.width, bottom * picture.height)
    height = round(sample.width * (box[3] - box[1]) / (box[2] - box[0]))
    small = picture.resize((sample.width, height), Image.Resampling.LANCZOS, box=box)
    linear = srgb_to_linear(np.asarray(small, np.float32) / np.float32(255)) @ LUMINANCE
    grey = np.power(linear, 1 / 2.2)
    black, white = np.percentile(grey, (0.2, 99.8))
    return np.asarray(np.clip((grey - black) / (white - black), 0, 1), np.float32)


def grain(shape: tuple[int, ...], deviation: float, generator: np.random.Generator) -> FloatArray:
    """Noise with the clumps of film: white noise and its 3 x 3 means, float32 `shape` (h, w), mean 0."""
    fine, coarse = generator.standard_normal((2, *shape), dtype=np.float32)
    neighbours = [np.roll(coarse, (dy, dx), (0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
    clumps = np.sum(neighbours, axis=0) / 3
    return np.asarray((fine + clumps) * (deviation / np.sqrt(2)), np.float32)


def age(grey: FloatArray, sample: Sample, generator: np.random.Generator) -> FloatArray:
    """Fade the print, darken its corners and add grain; float32 (h, w), 0..1 in and out."""
    height, width = grey.shape
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    corners = 1 - 0.06 * (x**2 + y**2).astype(np.float32) ** 2
    midtones = 4 * grey * (1 - grey)
    noise = grain(grey.shape, sample.grain, generator) * (0.35 + 0.65 * midtones)
    faded = sample.fade + (0.96 - sample.fade) * grey
    return np.asarray(np.clip(faded * corners + noise, 0, 1), np.float32)


def save(grey: FloatArray, sample: Sample) -> Path:
    """Write the scan: TIFF as 16-bit grey of a 12-bit sensor, the rest as 8 bit."""
    path = SAMPLES_FOLDER / sample.name
    if path.suffix == ".tif":
        sensor = np.round(grey * 4095).astype(np.uint16) * 16
        tifffile.imwrite(
            path,
            sensor,
            photometric="minisblack",
            compression="adobe_deflate",
            predictor=True,
            resolution=(sample.dpi, sample.dpi),
            resolutionunit="INCH",
            description=sample.credit,
            metadata=None,
        )
        return path
    encoded = grey[..., None] * SEPIA + (1 - SEPIA) * 0.1 if sample.sepia else grey
    picture = Image.fromarray(np.round(np.clip(encoded, 0, 1) * 255).astype(np.uint8))
    exif = Image.Exif()
    exif[0x010E] = sample.credit  # ImageDescription
    picture.save(path, dpi=(sample.dpi, sample.dpi), exif=exif, quality=85, optimize=True)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("originals", type=Path, help="folder with the originals")
    originals: Path = parser.parse_args().originals
    for seed, sample in enumerate(SAMPLES):
        grey = age(luminance(sample, originals), sample, np.random.default_rng(seed))
        path = save(grey, sample)
        print(f"{path.name}: {grey.shape[1]} x {grey.shape[0]}, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
