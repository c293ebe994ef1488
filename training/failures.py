"""What a pack is known to do badly, shown by the pack itself on the sample scans that come with the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from colorstudio import paths
from colorstudio.core.adjust import Adjustments
from colorstudio.core.compose import compose
from colorstudio.core.errors import QT_TRANSLATE_NOOP, TrainingError
from colorstudio.core.scan import open_scan
from colorstudio.core.training_sections import FailureConfig
from colorstudio.inference.backend import Backend, open_backend
from colorstudio.inference.card import ModelCard
from colorstudio.inference.card_parts import Failure
from colorstudio.inference.pack import open_pack, rewrite_pack
from colorstudio.inference.pack_pictures import encode_picture
from training.evaluate import coloured

SIDE, GAP = 400, 8
"""Longer side of each of the two pictures, and what is between them, in pixels."""
_GROUND = 128

CREDITS = {
    "valley.tif": "Aitzol Berasategi, CC BY 4.0",
    "mountains.jpg": "Aitzol Berasategi, CC BY 4.0",
    "portrait.jpg": "NASA",
    "temple.png": "danielbuechele, CC BY 2.0",
}
"""Whose the sample scans are (resources/samples/SOURCES.md)."""


def describe_failures(path: Path, failures: Sequence[FailureConfig]) -> None:
    """Write what a pack does badly into its card, with pictures that it makes itself; what was there is replaced.

    Args:
        path: the `.cspack`, whose weights, graph and all else of the card stay.
        failures: what it does badly.

    Raises:
        TrainingError: there is no sample of a name.
        PackError, DeviceError: the pack is damaged or does not work.
        OSError: it cannot be written.
    """
    pack = open_pack(path)
    backend = open_backend(pack, "cpu")
    names = {sample: f"pictures/{number:02d}.webp" for number, sample in enumerate(_samples(failures))}
    told = tuple(described(each, names.get(each.sample)) for each in failures)
    pictures = {
        name: encode_picture(before_and_after(backend, _sample_lightness(sample))) for sample, name in names.items()
    }
    card = replace(pack.card, failures=told)
    rewrite_pack(path, pack, ModelCard.from_json(card.to_json(), path.name), pictures)


def before_and_after(backend: Backend, lightness: NDArray[np.float32]) -> NDArray[np.uint8]:
    """A scan and what a pack makes of it, side by side on neutral grey.

    Args:
        backend: the pack, loaded.
        lightness: (h, w), L* of the scan.

    Returns:
        uint8 (h, 2 w + `GAP`, 3), sRGB.
    """
    ab = coloured(backend, lightness)
    before, after = (compose(lightness, plane, Adjustments(), 8) for plane in (np.zeros_like(ab), ab))
    ground = np.full((len(lightness), GAP, 3), _GROUND, np.uint8)
    return np.concatenate([before, ground, after], axis=1).astype(np.uint8)


def _samples(failures: Sequence[FailureConfig]) -> list[str]:
    """The samples that are named, each once."""
    return list(dict.fromkeys(each.sample for each in failures if each.sample))


def sample_path(name: str) -> Path:
    """The sample scan of a name.

    Raises:
        TrainingError: there is none.
    """
    path = paths.resources_dir() / "samples" / name
    if name not in CREDITS or not path.is_file():
        raise TrainingError(
            QT_TRANSLATE_NOOP("errors", "There is no sample scan {name}; choose one of: {available}."),
            name=name,
            available=", ".join(CREDITS),
        )
    return path


def _sample_lightness(name: str) -> NDArray[np.float32]:
    with open_scan(sample_path(name)) as scan:
        scale = min(1.0, SIDE / max(scan.info.width, scan.info.height))
        return scan.shrink_lightness(round(scan.info.width * scale), round(scan.info.height * scale))


def described(failure: FailureConfig, picture: str | None) -> Failure:
    """A failure as a card has it, with the member of the pack that shows it."""
    texts = {language: text for language, text in (("en", failure.text_en), ("ko", failure.text_ko)) if text}
    return Failure(texts, picture, CREDITS.get(failure.sample, ""))
