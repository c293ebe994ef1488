"""Pictures decoded once to uint8 and kept in one memory-mapped file, named by the content of the pictures.

Decoding at every step would starve the trainer; the decoded pictures of a whole collection fit on any disk, and
the system's page cache keeps those in use in memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from colorstudio import paths
from colorstudio.core.files import replace_atomically, write_json_atomically
from training.decode import Pixels, UnusablePicture, colour_spread, decode_grey, decode_rgb
from training.sources import Picture

_VERSION = 2
_WORKERS = 2
_DAYS_KEPT = 30
"""Every choice of pictures has a file of its own, and a large collection takes gigabytes."""

_KEY = re.compile("[0-9a-f]{32}")

Report = Callable[[int, int], None]
"""Called with the number of pictures decoded and their total."""


@dataclass(frozen=True)
class CachedPicture:
    """Where a picture lies in the cache.

    Attributes:
        offset: first byte.
        height, width: in pixels.
        channels: 3 (RGB), 4 (RGB and the scan's grey) or 0 (could not be used).
        spread: see `training.decode.colour_spread`.
        problem: why it could not be used, or ''.
    """

    offset: int
    height: int
    width: int
    channels: int
    spread: float
    problem: str = ""


class PictureCache:
    """Decoded pictures, in the order of the list they were made from."""

    def __init__(self, data_path: Path, entries: Sequence[CachedPicture]) -> None:
        self.entries = tuple(entries)
        empty = data_path.stat().st_size == 0
        self._bytes: NDArray[np.uint8] = np.zeros(0, np.uint8) if empty else np.memmap(data_path, np.uint8, mode="r")

    def pixels(self, index: int) -> Pixels:
        """Picture `index`: uint8 (H, W, 3 or 4), a read-only view."""
        entry = self.entries[index]
        shape = (entry.height, entry.width, entry.channels)
        return self._bytes[entry.offset : entry.offset + int(np.prod(shape))].reshape(shape)


def default_cache_folder() -> Path:
    """The user's folder for decoded training pictures."""
    return paths.cache_dir() / "training"


def open_cache(pictures: Sequence[Picture], short_side: int, folder: Path, report: Report) -> PictureCache:
    """Open the decoded pictures, decoding them first if the cache does not hold them yet."""
    key = _content_key(pictures, short_side)
    data_path, index_path = folder / f"{key}.u8", folder / f"{key}.json"
    if not (index_path.exists() and data_path.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        with replace_atomically(data_path) as temporary, temporary.open("wb") as file:
            entries = _decode_all(pictures, short_side, file, report)
        write_json_atomically(index_path, [vars(entry) for entry in entries])
    with suppress(OSError):  # a cache that is only read is as good
        os.utime(index_path)
    _remove_forgotten(folder)
    records = json.loads(index_path.read_text(encoding="utf-8"))
    return PictureCache(data_path, [CachedPicture(**record) for record in records])


def _remove_forgotten(folder: Path) -> None:
    """Remove decoded pictures that no run has asked for in weeks; a run that comes back decodes its own again."""
    oldest = time.time() - _DAYS_KEPT * 86400
    for data_path in folder.glob("*.u8"):
        index_path = data_path.with_suffix(".json")
        with suppress(OSError):  # another process removes it, or Windows holds what is in use
            if _KEY.fullmatch(data_path.stem) and index_path.stat().st_mtime < oldest:
                data_path.unlink()
                index_path.unlink()


def _content_key(pictures: Sequence[Picture], short_side: int) -> str:
    digest = hashlib.sha256(f"{_VERSION} {short_side}".encode())
    for picture in pictures:
        digest.update(picture.name.encode("utf-8", "surrogateescape"))
        for path in (picture.path, picture.grey_path):
            if path is not None:
                digest.update(_content_digest(path))
    return digest.hexdigest()[:32]


def _content_digest(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:  # decoding it finds the same, and leaves the picture out
        return b"unreadable"


def _decode_all(pictures: Sequence[Picture], short_side: int, file: BinaryIO, report: Report) -> list[CachedPicture]:
    entries: list[CachedPicture] = []
    with ThreadPoolExecutor(_WORKERS) as pool:
        # In chunks: map() over everything would hold all decoded pictures that wait for the disk.
        for start in range(0, len(pictures), 64):
            chunk = pictures[start : start + 64]
            decoded = pool.map(lambda picture: _decode(picture, short_side), chunk)
            entries.extend(_store(item, file) for item in decoded)
            report(len(entries), len(pictures))
    return entries


def _decode(picture: Picture, short_side: int) -> tuple[Pixels, float] | str:
    try:
        rgb = decode_rgb(picture.path, short_side)
        spread = colour_spread(rgb)
        if picture.grey_path is None:
            return rgb, spread
        grey = decode_grey(picture.grey_path, (rgb.shape[1], rgb.shape[0]))
    except UnusablePicture as problem:
        return str(problem)
    return np.concatenate([rgb, grey[..., None]], axis=2), spread


def _store(decoded: tuple[Pixels, float] | str, file: BinaryIO) -> CachedPicture:
    offset = file.tell()
    if isinstance(decoded, str):
        return CachedPicture(offset, 0, 0, 0, 0.0, decoded)
    pixels, spread = decoded
    file.write(np.ascontiguousarray(pixels).tobytes())
    height, width, channels = pixels.shape
    return CachedPicture(offset, height, width, channels, round(spread, 3))
