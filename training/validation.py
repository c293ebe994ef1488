"""Measures a generator on held-out pictures while it is trained, and shows some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from colorstudio.core.color import lab_to_srgb, quantize
from colorstudio.core.files import replace_atomically
from colorstudio.networks.generators import Generator
from training.augment import centre_crop
from training.batches import AB_SCALE, lab_planes, normalise_lightness
from training.decode import Pixels
from training.memory import is_out_of_memory
from training.metrics import Comparison, compare_picture, summarise
from training.precision import Precision

FloatArray = NDArray[np.float32]
_BATCH = 8
_GAP = 4
_SURROUND = 119


@dataclass(frozen=True)
class Example:
    """A held-out picture: L* (H, W), and the truth, uint8 (H, W, 3)."""

    lightness: FloatArray
    truth: Pixels


def make_examples(pictures: Sequence[Pixels], size: int) -> list[Example]:
    """Centre squares of `size` pixels from decoded pictures (H, W, 3 or 4)."""
    squares = [centre_crop(pixels, size) for pixels in pictures]
    return [Example(lab_planes(square)[0], np.ascontiguousarray(square[..., :3])) for square in squares]


def spread_indices(count: int, wanted: int) -> list[int]:
    """`wanted` indices (or all) spread evenly over range(count): the same for every run on the same data."""
    if count <= wanted:
        return list(range(count))
    return [int(i) for i in np.linspace(0, count - 1, wanted).round()]


def predict(netG: Generator, examples: Sequence[Example], precision: Precision) -> list[FloatArray]:
    """a*, b* (H, W, 2) of each example, without noise, without hints; a few at a time, as many as the memory holds."""
    netG.eval()
    # With statistics of the batch a result goes by its company: the product colours one scan at a time.
    at_once = 1 if netG.norm_mode == "batch" else _BATCH
    results: list[FloatArray] = []
    while len(results) < len(examples):
        try:
            results += _predict_batch(netG, examples[len(results) : len(results) + at_once], precision)
            continue
        except (RuntimeError, MemoryError) as error:
            if at_once == 1 or not is_out_of_memory(error):
                raise
        at_once //= 2  # the results are the same: with running statistics pictures do not see each other
    return results


@torch.no_grad()
def _predict_batch(netG: Generator, examples: Sequence[Example], precision: Precision) -> list[FloatArray]:
    lightness = np.stack([normalise_lightness(example.lightness) for example in examples])
    real_A = torch.from_numpy(lightness)[:, None].to(precision.device)
    with precision.autocast():
        fake_B = netG(real_A)
    return list(fake_B.float().cpu().permute(0, 2, 3, 1).numpy() * np.float32(AB_SCALE))


def measure(examples: Sequence[Example], predictions: Sequence[FloatArray], gain: float = 1.0) -> Comparison:
    """Compare predictions, their chroma multiplied by `gain`, with the truth."""
    pairs = zip(examples, predictions, strict=True)
    return summarise([compare_picture(e.lightness, ab * np.float32(gain), e.truth) for e, ab in pairs])


def contact_sheet(examples: Sequence[Example], predictions: Sequence[FloatArray], gain: float = 1.0) -> Image.Image:
    """Rows of grey, result and truth; two examples in a row."""
    strips = []
    for example, ab in zip(examples, predictions, strict=True):
        grey = render(example.lightness, np.zeros_like(ab))
        strips.append([grey, render(example.lightness, ab * np.float32(gain)), example.truth])
    height, width = examples[0].lightness.shape
    columns = 2 if len(strips) > 1 else 1
    rows = -(-len(strips) // columns)
    cell = 3 * (width + _GAP) + _GAP
    sheet = Image.new("RGB", (columns * cell, rows * (height + _GAP) + _GAP), (_SURROUND,) * 3)
    for i, strip in enumerate(strips):
        for k, panel in enumerate(strip):
            left = (i % columns) * cell + _GAP + k * (width + _GAP)
            sheet.paste(Image.fromarray(panel), (left, _GAP + (i // columns) * (height + _GAP)))
    return sheet


def save_sheet(sheet: Image.Image, path: Path) -> None:
    """Write a contact sheet as PNG, whole or not at all."""
    with replace_atomically(path) as temporary:
        sheet.save(temporary, format="PNG")


def render(lightness: FloatArray, ab: FloatArray) -> Pixels:
    """sRGB, uint8 (H, W, 3), of L* (H, W) and a*, b* (H, W, 2)."""
    rgb = lab_to_srgb(np.concatenate([lightness[..., None], ab], axis=-1))
    return quantize(rgb, 8).astype(np.uint8)
