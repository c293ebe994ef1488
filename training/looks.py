"""One quick look at each picture: does it open, how large is it, has it colours, what does it resemble?

Looks are remembered by path, size and time of the file, so that a second check of the same folder, or the run after
it, decodes nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from colorstudio.core.color import srgb_to_lab
from training.alike import STRANGERS, differing_bits, parse_hashes, perceptual_hash
from training.decode import SMALLEST_SIDE, Pixels, UnusablePicture, colour_spread, decode_grey, open_picture
from training.sources import NO_PARTNER, Picture

SMALL_SIDE = 128
ODD_ASPECT = 3.0
GREY_SPREAD = 2.0
"""Less colour beyond one tone than this is grey or toned."""

GREY_CHROMA = 3.0

SOUND = ("", "small", "odd shape")
"""Problems of pictures that can be learned from and measured on without a doubt."""

THUMBNAIL_SIDE = 160

_SIDE = 192
_VERSION = 1
_WORKERS = 2
_CHUNK = 32
_LARGEST_STORE = 64 << 20

Report = Callable[[int, int], None]
"""Called with the number of pictures looked at and their total."""


@dataclass(frozen=True)
class Look:
    """What a look at one picture told.

    Attributes:
        problem: 'damaged', 'no partner' (it shows something else), 'too small', 'grey', 'toned', 'odd shape', 'small'
            or ''.
        width, height: of the upright picture in pixels; 0 if it cannot be read.
        chroma: mean chroma in Lab.
        spread: see `training.decode.colour_spread`.
        hash: see `training.alike.perceptual_hash`; '' if it cannot be read.
    """

    problem: str = "damaged"
    width: int = 0
    height: int = 0
    chroma: float = 0.0
    spread: float = 0.0
    hash: str = ""


class LookStore:
    """Looks of earlier times, in a file of one JSON object a line, to which new ones are added.

    A process that is killed while it looks loses nothing but the last lines.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"looks-{_VERSION}.jsonl"
        self._known: dict[str, Look] = {}
        with suppress(OSError):
            if self._path.stat().st_size > _LARGEST_STORE:
                self._path.unlink()
            for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
                with suppress(ValueError, KeyError, TypeError):  # a line that was cut off
                    record = json.loads(line)
                    key = record.pop("key")
                    self._known[key] = Look(**record)

    def get(self, key: str) -> Look | None:
        """The look of that key, if there was one."""
        return self._known.get(key)

    def add(self, looks: dict[str, Look]) -> None:
        """Remember looks; a full disk only means that they are made again."""
        self._known |= looks
        text = "".join(json.dumps({"key": key} | asdict(look)) + "\n" for key, look in looks.items())
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(text)


def look_at(
    pictures: Sequence[Picture], store: LookStore, report: Report, thumbnails: Path | None = None
) -> list[Look]:
    """Look at all pictures, in their order.

    Args:
        pictures: those to look at.
        store: what is known already, and where the rest is remembered.
        report: told after every few pictures.
        thumbnails: folder for small JPEGs, named by `thumbnail_path`.
    """
    looks: list[Look] = []
    with ThreadPoolExecutor(_WORKERS) as pool:
        for start in range(0, len(pictures), _CHUNK):
            chunk = pictures[start : start + _CHUNK]
            keys = [file_key(picture) for picture in chunk]
            fresh: dict[str, Look] = {}
            results = pool.map(lambda picture, key: _look(picture, key, store, thumbnails), chunk, keys)
            for key, look in zip(keys, results, strict=True):
                looks.append(look)
                if store.get(key) is None:
                    fresh[key] = look
                report(len(looks), len(pictures))
            store.add(fresh)
    return looks


def file_key(picture: Picture) -> str:
    """The same for the same unchanged files: from path, size and time."""
    digest = hashlib.sha256()
    for path in (picture.path, picture.grey_path):
        if path is not None:
            with suppress(OSError):
                facts = path.stat()
                digest.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode(errors="surrogateescape"))
    return digest.hexdigest()[:32]


def thumbnail_path(folder: Path, picture: Picture) -> Path:
    """Where the small picture of `picture` lies."""
    return folder / f"{file_key(picture)}.jpg"


def _look(picture: Picture, key: str, store: LookStore, thumbnails: Path | None) -> Look:
    small = thumbnails / f"{key}.jpg" if thumbnails else None
    known = store.get(key)
    if known is not None and (small is None or not known.width or small.exists()):
        return known
    try:
        opened = open_picture(picture.path, _SIDE)
        if small is not None:
            _write_thumbnail(opened.image, small)
        return _describe(opened.image, opened.size, picture.grey_path)
    except UnusablePicture:
        return Look()


def _write_thumbnail(image: Image.Image, path: Path) -> None:
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    part = path.with_suffix(f".{os.getpid()}.part")
    small.save(part, format="JPEG", quality=85)
    part.replace(path)


def _describe(image: Image.Image, size: tuple[int, int], grey_path: Path | None) -> Look:
    width, height = size
    rgb = _shrunk(image)
    chroma, spread = float(np.hypot(*_chroma_planes(rgb)).mean()), colour_spread(rgb)
    problem = _problem(width, height, chroma, spread)
    code = perceptual_hash(_square(image))
    if grey_path is not None and problem != "too small":
        problem = _problem_of_partner(grey_path, (rgb.shape[1], rgb.shape[0]), code) or problem
    return Look(problem, width, height, round(chroma, 2), round(spread, 2), code)


def _problem_of_partner(path: Path, size: tuple[int, int], code: str) -> str:
    """Whether the black-and-white partner cannot be read, or shows something else than its name says."""
    try:
        partner = Image.fromarray(decode_grey(path, size))
    except UnusablePicture:
        return "damaged"
    differing = differing_bits(parse_hashes([code]), parse_hashes([perceptual_hash(_square(partner))]))
    return NO_PARTNER if differing[0, 0] > STRANGERS else ""


def _square(image: Image.Image) -> Pixels:
    """What the hash is made of: uint8 (64, 64)."""
    return np.asarray(image.convert("L").resize((64, 64), Image.Resampling.BOX, reducing_gap=2.0))


def _shrunk(image: Image.Image) -> Pixels:
    scale = min(1.0, _SIDE / min(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return np.asarray(image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0))


def _chroma_planes(rgb: Pixels) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float32]], ...]:
    lab = srgb_to_lab(rgb[::2, ::2])
    return lab[..., 1], lab[..., 2]


def _problem(width: int, height: int, chroma: float, spread: float) -> str:
    short, long = sorted((width, height))
    if short < SMALLEST_SIDE:
        return "too small"
    if spread < GREY_SPREAD:
        return "grey" if chroma < GREY_CHROMA else "toned"
    if long > ODD_ASPECT * short:
        return "odd shape"
    return "small" if short < SMALL_SIDE else ""
