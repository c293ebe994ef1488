"""Model packs: one self-describing file with a generator, opened without running anything in it.

A `.cspack` is a ZIP, stored, of three members, and of pictures if the card names any:

- ``card.json``: the `ModelCard`, and the SHA-256 of the other members;
- ``weights.safetensors``: the only copy of the weights, fp16;
- ``graph.onnx``: the network, whose initialisers are external: their names are those of the
  weights, from which they are taken at load;
- ``pictures/00.webp`` …: what the failures of the card look like (`inference.pack_pictures` has the bounds).
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from colorstudio.core.errors import QT_TRANSLATE_NOOP, PackError
from colorstudio.core.files import sha256_file, write_bytes_atomically
from colorstudio.inference.card import ModelCard
from colorstudio.inference.pack_pictures import LARGEST_BYTES

SUFFIX = ".cspack"
_CARD, WEIGHTS, _GRAPH = MEMBERS = "card.json", "weights.safetensors", "graph.onnx"
_LARGEST_MEMBER = 2 * 1024**3
_LARGEST_CARD = 4 * 1024**2
# A fixed date makes the file a function of its content: same weights, same hash.
_DATE = (1980, 1, 1, 0, 0, 0)

WeightArrays = Mapping[str, NDArray[np.floating[Any]]]


@dataclass(frozen=True)
class Pack:
    """An opened pack: the card is in memory, the rest is read when asked for.

    Attributes:
        path: the file.
        card: its card.
    """

    path: Path
    card: ModelCard
    _hashes: Mapping[str, str] = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the whole file, as recipes record it."""
        return sha256_file(self.path)

    @property
    def weights_sha256(self) -> str:
        """Hexadecimal SHA-256 of the weights, which stays when the card tells more."""
        return str(self._hashes.get(WEIGHTS, ""))

    def has_weights_of(self, other: Pack) -> bool:
        """Whether it is the same network with the same weights, whatever the cards say."""
        return all(self._hashes.get(name) == other._hashes.get(name) for name in (WEIGHTS, _GRAPH))

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """The weights by name, as float32.

        Raises:
            PackError: the file is gone or damaged.
        """
        try:
            arrays = load(self._member(WEIGHTS))
        except SafetensorError as error:
            raise _damaged(self.path) from error
        return {name: array.astype(np.float32) for name, array in arrays.items()}

    def graph(self) -> bytes:
        """The ONNX model without weights.

        Raises:
            PackError: the file is gone or damaged.
        """
        return self._member(_GRAPH)

    def pictures(self) -> dict[str, bytes]:
        """The pictures that the card names, by member, for `pack_pictures.decode_picture`.

        Raises:
            PackError: one is missing, damaged or has too many bytes, or the file is gone.
        """
        return {name: self._member(name, LARGEST_BYTES) for name in self.card.picture_names}

    def _member(self, name: str, largest: int = _LARGEST_MEMBER) -> bytes:
        try:
            with zipfile.ZipFile(self.path) as archive:
                data = _read_member(archive, name, self.path, largest)
        except (OSError, EOFError, zipfile.BadZipFile, RuntimeError) as error:
            raise _damaged(self.path) from error
        if hashlib.sha256(data).hexdigest() != self._hashes.get(name):
            raise _damaged(self.path)
        return data


def _read_member(archive: zipfile.ZipFile, name: str, path: Path, largest: int = _LARGEST_MEMBER) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise _damaged(path) from error
    if info.compress_type != zipfile.ZIP_STORED or info.file_size > largest:
        raise _damaged(path)
    return archive.read(info)


def _damaged(path: Path) -> PackError:
    return PackError(
        QT_TRANSLATE_NOOP(
            "errors", "{name} is not a model pack or is damaged; get a fresh copy of it from where it came."
        ),
        name=path.name,
    )


def open_pack(path: Path) -> Pack:
    """Open a pack and read its card; nothing in the file is executed or unpickled.

    Raises:
        PackError: no such file, not a pack, damaged, or made by a newer version.
    """
    path = Path(path)
    if not path.is_file():
        raise PackError(
            QT_TRANSLATE_NOOP("errors", "The model pack {name} does not exist; check the name or import the pack."),
            name=str(path),
        )
    try:
        with zipfile.ZipFile(path) as archive:
            data = json.loads(_read_member(archive, _CARD, path, _LARGEST_CARD))
    except (OSError, EOFError, zipfile.BadZipFile, RuntimeError, ValueError) as error:
        raise _damaged(path) from error
    hashes = data.pop("sha256", None) if isinstance(data, dict) else None
    if not isinstance(hashes, dict):
        raise _damaged(path)
    return Pack(path, ModelCard.from_json(data, path.name), hashes)


def write_pack(
    path: Path, card: ModelCard, weights: WeightArrays, graph: bytes, pictures: Mapping[str, bytes] | None = None
) -> None:
    """Write a pack atomically; equal arguments give equal bytes.

    Args:
        path: the `.cspack` to write or replace.
        card: the card.
        weights: floating-point arrays by the names of the graph's initialisers; stored as fp16.
        graph: ONNX model with external initialisers.
        pictures: those that the card names, by member; `Pack.pictures` gives those of another pack.

    Raises:
        ValueError: the pictures are others than those of the card.
    """
    pictures = pictures or {}
    if set(pictures) != set(card.picture_names):
        raise ValueError(f"the card names {card.picture_names}, there are {tuple(pictures)}")
    half = {name: np.ascontiguousarray(array, dtype=np.float16) for name, array in sorted(weights.items())}
    members = {WEIGHTS: save(half), _GRAPH: graph, **{name: pictures[name] for name in sorted(pictures)}}
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
    card_json = json.dumps({**card.to_json(), "sha256": hashes}, ensure_ascii=False, indent=1, sort_keys=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in ((_CARD, card_json.encode()), *members.items()):
            archive.writestr(zipfile.ZipInfo(name, _DATE), data)
    write_bytes_atomically(path, buffer.getvalue())


def rewrite_pack(path: Path, pack: Pack, card: ModelCard, pictures: Mapping[str, bytes] | None = None) -> None:
    """Write a pack once more with another card; `path` may be its own.

    Args:
        path: the `.cspack` to write or replace.
        pack: has the weights and the graph.
        card: the new card.
        pictures: those that the new card names; None: those of the pack.

    Raises:
        PackError: the pack is damaged.
    """
    write_pack(path, card, pack.weights(), pack.graph(), pack.pictures() if pictures is None else pictures)
