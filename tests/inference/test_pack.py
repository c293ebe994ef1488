"""Packs: what goes in comes out, equal content gives equal bytes, and bad files give one sentence."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from toy_pack import toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.core.errors import PackError
from colorstudio.inference.card import ModelCard
from colorstudio.inference.pack import open_pack, write_pack
from colorstudio.inference.registry import Registry


def rewritten(path: Path, **members: bytes | None) -> Path:
    """Copy a pack with members replaced or (None) left out."""
    target = path.with_name("changed.cspack")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = members.get(name.split(".")[0], source.read(name))
            if data is not None:
                copy.writestr(name, data)
    return target


def test_a_pack_gives_back_what_was_written(tmp_path: Path) -> None:
    pack = write_toy_pack(tmp_path)
    assert pack.card == toy_card()
    assert pack.graph() == toy_graph()
    for name, array in toy_weights().items():
        assert pack.weights()[name].dtype == np.float32
        assert pack.weights()[name] == pytest.approx(array, abs=1e-3)


def test_equal_content_gives_equal_bytes(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert write_toy_pack(tmp_path).sha256 == write_toy_pack(tmp_path / "other").sha256


def test_members_are_stored_and_hold_no_pickle(tmp_path: Path) -> None:
    with zipfile.ZipFile(write_toy_pack(tmp_path).path) as archive:
        assert archive.namelist() == ["card.json", "weights.safetensors", "graph.onnx"]
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


@pytest.mark.parametrize("member", ["weights", "graph"])
def test_a_changed_member_is_noticed(tmp_path: Path, member: str) -> None:
    path = rewritten(write_toy_pack(tmp_path).path, **{member: b"something else"})
    with pytest.raises(PackError, match=r"changed\.cspack .* damaged"):
        getattr(open_pack(path), member)()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 not a zip", b"\x80\x04\x95pickle", json.dumps({"format": 1}).encode()]
)
def test_a_file_that_is_no_pack_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "stick.cspack"
    path.write_bytes(content)
    with pytest.raises(PackError, match=r"stick\.cspack"):
        open_pack(path)


def test_a_pack_cut_short_at_any_place_is_named(tmp_path: Path) -> None:
    """A stick that was pulled out; and a directory of the archive that promises more than there is."""
    data = write_toy_pack(tmp_path).path.read_bytes()
    path = tmp_path / "stick.cspack"
    cuts = [data[:length] for length in range(0, len(data), 29)]
    entry = data.rindex(b"PK\x01\x02")  # of graph.onnx; its two sizes are at 20 and 24
    promising = data[: entry + 20] + 2 * (10**6).to_bytes(4, "little") + data[entry + 28 :]
    for content in (*cuts, promising):
        path.write_bytes(content)
        with pytest.raises(PackError, match=r"stick\.cspack"):
            open_pack(path).graph()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"nowhere\.cspack does not exist"):
        open_pack(tmp_path / "nowhere.cspack")


def card_with(path: Path, **changes: object) -> Path:
    with zipfile.ZipFile(path) as archive:
        card = json.loads(archive.read("card.json"))
    return rewritten(path, card=json.dumps({**card, **changes}).encode())


@pytest.mark.parametrize(
    "changes",
    [
        {"multiple_of": 0},
        {"multiple_of": "8"},
        {"id": "../photographs"},
        {"noise_probability": 1.0},
        {"norm_mode": "group"},
        {"render_size": -3},
    ],
)
def test_a_card_out_of_range_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(PackError, match=r"changed\.cspack is not a usable model pack"):
        open_pack(card_with(write_toy_pack(tmp_path).path, **changes))


def test_a_newer_format_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="newer Color Studio"):
        open_pack(card_with(write_toy_pack(tmp_path).path, format=99))


def test_the_name_falls_back_to_english_and_then_to_the_id() -> None:
    card = toy_card()
    assert card.name_in("ko_KR") == "장난감"
    assert card.name_in("fr") == "Toy"
    assert toy_card(name={}).name_in("en") == "toy"


def test_a_card_survives_json() -> None:
    card = toy_card(metrics={"psnr": 24.5}, base_pack="photographs@1.0")
    assert ModelCard.from_json(json.loads(json.dumps(card.to_json())), "x") == card


def test_a_failed_write_keeps_the_old_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = write_toy_pack(tmp_path)
    before = pack.path.read_bytes()
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("disc full")))
    with pytest.raises(OSError, match="disc full"):
        write_pack(pack.path, toy_card(version="2.0"), toy_weights(), toy_graph())
    assert pack.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [pack.path]


def test_the_registry_prefers_the_newest_version_and_the_first_folder(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    own.mkdir()
    shipped.mkdir()
    write_toy_pack(shipped, version="1.9")
    newest = write_toy_pack(shipped, version="1.10")
    mine = write_toy_pack(own, version="1.9")
    (own / "broken.cspack").write_bytes(b"no")
    registry = Registry([own, tmp_path / "missing", shipped])
    assert [pack.card.reference for pack in registry.packs()] == ["toy@1.10", "toy@1.9"]
    assert registry.find("toy").path == newest.path
    assert registry.find("toy@1.9").path == mine.path
    assert registry.find(str(mine.path)).card.id == "toy"


def test_the_registry_says_what_there_is(tmp_path: Path) -> None:
    write_toy_pack(tmp_path)
    with pytest.raises(PackError, match=r"no model 'photo' here; choose one of: toy@1\.0"):
        Registry([tmp_path]).find("photo")


def test_a_recipe_gets_its_very_pack_or_a_sentence(tmp_path: Path) -> None:
    pack = write_toy_pack(tmp_path)
    registry = Registry([tmp_path])
    assert registry.find_exactly("toy@1.0", pack.sha256).path == pack.path
    with pytest.raises(PackError, match="import that very pack"):
        registry.find_exactly("toy@1.0", "0" * 64)
