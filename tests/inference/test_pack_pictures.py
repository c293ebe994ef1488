"""The pictures in a pack: they go where the pack goes, and none can do harm."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from toy_pack import toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.core.errors import PackError
from colorstudio.inference.card_parts import Failure
from colorstudio.inference.library import PackLibrary
from colorstudio.inference.pack import Pack, open_pack, rewrite_pack, write_pack
from colorstudio.inference.pack_pictures import LARGEST_BYTES, BadPictureError, decode_picture, encode_picture

NAME = "pictures/00.webp"


def pixels(height: int = 24, width: int = 48) -> np.ndarray:
    ramp = np.linspace(0, 255, width, dtype=np.uint8)
    return np.broadcast_to(ramp[None, :, None], (height, width, 3)).copy()


def picture_pack(path: Path, version: str = "1.0", shade: int = 0) -> Pack:
    """A pack with one picture; other weights for each `shade`."""
    card = toy_card(version=version, failures=(Failure({"en": "Flags"}, NAME, "NASA"),))
    weights = {name: value + shade for name, value in toy_weights().items()}
    write_pack(path, card, weights, toy_graph(), {NAME: encode_picture(pixels())})
    return open_pack(path)


def with_member(pack: Pack, data: bytes) -> Path:
    """A copy of a pack whose picture is other bytes, and whose card has their hash."""
    target = pack.path.with_name("changed.cspack")
    with zipfile.ZipFile(pack.path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "card.json":
                card = json.loads(content)
                card["sha256"][NAME] = hashlib.sha256(data).hexdigest()
                content = json.dumps(card).encode()
            copy.writestr(name, data if name == NAME else content)
    return target


def encoded(picture: Image.Image, kind: str = "WEBP", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def test_a_picture_goes_with_its_pack(tmp_path: Path) -> None:
    library = PackLibrary(tmp_path / "own")
    source = picture_pack(tmp_path / "stick.cspack")
    installed = library.install(source.path)
    exported = open_pack(library.export("toy", tmp_path / "out.cspack"))
    namesake = library.install_as_next(picture_pack(tmp_path / "other.cspack", shade=1).path)
    assert namesake.card.reference == "toy@1.1"
    for pack in (installed, exported, namesake):
        assert pack.pictures() == source.pictures()
    shown = decode_picture(source.pictures()[NAME]).astype(int)
    assert np.abs(shown - pixels()).max() < 12


def test_a_new_card_keeps_the_pictures_or_brings_its_own(tmp_path: Path) -> None:
    pack = picture_pack(tmp_path / "a.cspack")
    before = pack.pictures()
    rewrite_pack(pack.path, pack, replace(pack.card, licence="MIT"))
    pack = open_pack(pack.path)
    assert (pack.card.licence, pack.pictures()) == ("MIT", before)
    rewrite_pack(pack.path, pack, replace(pack.card, failures=()), {})
    with zipfile.ZipFile(pack.path) as archive:
        assert NAME not in archive.namelist()
    with pytest.raises(ValueError, match="the card names"):
        write_pack(tmp_path / "b.cspack", toy_card(), toy_weights(), toy_graph(), before)


def test_a_pack_without_pictures_has_the_members_that_it_had(tmp_path: Path) -> None:
    with zipfile.ZipFile(write_toy_pack(tmp_path).path) as archive:
        assert archive.namelist() == ["card.json", "weights.safetensors", "graph.onnx"]


BAD: dict[str, Callable[[], bytes]] = {
    "no picture": lambda: b"no",
    "another format": lambda: encoded(Image.new("RGB", (8, 8)), "PNG"),
    "too wide": lambda: encoded(Image.new("RGB", (1025, 8))),
    "too high": lambda: encoded(Image.new("RGB", (8, 16383)), method=0),
    "cut short": lambda: encode_picture(pixels())[:-40],
    "moving": lambda: encoded(Image.new("RGB", (8, 8)), save_all=True, append_images=[Image.new("RGB", (8, 8), "red")]),
    "heavy": lambda: encode_picture(pixels()) + bytes(LARGEST_BYTES),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_picture_is_refused_in_a_sentence(tmp_path: Path, kind: str) -> None:
    data = BAD[kind]()
    with pytest.raises(BadPictureError):
        decode_picture(data)
    path = with_member(picture_pack(tmp_path / "stick.cspack"), data)
    with pytest.raises(PackError, match=r"changed\.cspack is .*damaged"):
        PackLibrary(tmp_path / "own").install(path)
    assert not (tmp_path / "own").exists()


def test_a_picture_that_is_missing_or_changed_is_noticed(tmp_path: Path) -> None:
    pack = picture_pack(tmp_path / "stick.cspack")
    data = bytearray(pack.path.read_bytes())
    data[data.index(b"WEBPVP8") + 40] ^= 0xFF
    pack.path.write_bytes(data)
    with pytest.raises(PackError, match="damaged"):
        pack.pictures()
    plain = write_toy_pack(tmp_path)
    missing = tmp_path / "missing.cspack"
    with zipfile.ZipFile(plain.path) as source, zipfile.ZipFile(missing, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "card.json":
                content = json.dumps({**json.loads(content), "failures": [{"text": {}, "picture": NAME}]}).encode()
            copy.writestr(name, content)
    with pytest.raises(PackError, match=r"missing\.cspack .*damaged"):
        PackLibrary(tmp_path / "own").inspect(missing)


def test_a_picture_that_no_card_names_does_not_come_in(tmp_path: Path) -> None:
    path = write_toy_pack(tmp_path).path
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(NAME, encode_picture(pixels()))
    with pytest.raises(PackError, match="not safe to use"):
        PackLibrary(tmp_path / "own").install(path)
