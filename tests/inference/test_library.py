"""The library: a stranger's pack is looked at before it is kept, and nothing is lost by a copy or a removal."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import onnx
import pytest
import send2trash
from onnx import TensorProto, helper
from toy_pack import NOISY, toy_card, toy_graph, toy_weights, write_toy_pack

from colorstudio.core.errors import PackError
from colorstudio.inference.graph_check import UnsafeGraphError, check_graph
from colorstudio.inference.library import PackLibrary
from colorstudio.inference.pack import open_pack, write_pack


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def library(tmp_path: Path) -> PackLibrary:
    return PackLibrary(tmp_path / "own", [tmp_path / "shipped"])


def pack_with_graph(folder: Path, change: Callable[[onnx.ModelProto], None]) -> Path:
    model = onnx.load_from_string(toy_graph())
    change(model)
    path = folder / "strange.cspack"
    write_pack(path, toy_card(), toy_weights(), model.SerializeToString())
    return path


def test_what_is_installed_is_a_whole_copy_and_usable_at_once(library: PackLibrary, stick: Path) -> None:
    source = write_toy_pack(stick, **NOISY)
    installed = library.install(source.path)
    assert installed.sha256 == source.sha256
    assert installed.path.name == "toy-1.0.cspack"
    assert [pack.path for pack in library.packs()] == [installed.path]
    assert library.is_own(installed)
    assert not library.is_own(source)


def test_a_pack_that_is_here_already_is_given_back(library: PackLibrary, stick: Path) -> None:
    first = library.install(write_toy_pack(stick).path)
    again = library.install(Path(shutil.copy(first.path, stick / "copy.cspack")))
    assert again.path == first.path
    assert len(library.packs()) == 1


def test_another_model_of_the_same_version_is_refused(library: PackLibrary, stick: Path) -> None:
    library.install(write_toy_pack(stick).path)
    other = write_toy_pack(stick, licence="MIT")
    with pytest.raises(PackError, match=r"another model than the toy@1\.0 that is here already"):
        library.install(other.path)
    assert library.packs()[0].card.licence == "CC0-1.0"


def test_no_file_that_is_here_is_written_over(library: PackLibrary, stick: Path, tmp_path: Path) -> None:
    first = library.install(write_toy_pack(stick, id="a-1", version="0").path)
    (tmp_path / "other").mkdir()
    other = write_toy_pack(tmp_path / "other", id="a", version="1-0")
    second = library.install(other.path)
    assert first.path.name == other.path.name
    assert first.path != second.path
    assert {pack.card.reference for pack in library.packs()} >= {"a-1@0", "a@1-0"}


def test_inspecting_keeps_nothing(library: PackLibrary, stick: Path, tmp_path: Path) -> None:
    pack = library.inspect(write_toy_pack(stick).path)
    assert pack.card.licence == "CC0-1.0"
    assert not (tmp_path / "own").exists()


def test_a_damaged_pack_does_not_come_in(library: PackLibrary, stick: Path, tmp_path: Path) -> None:
    path = write_toy_pack(stick).path
    data = bytearray(path.read_bytes())
    data[data.index(b"head.weight")] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(PackError, match="damaged"):
        library.install(path)
    assert not (tmp_path / "own").exists()


def test_nothing_hides_in_a_pack(library: PackLibrary, stick: Path) -> None:
    path = write_toy_pack(stick).path
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../autostart.sh", b"no")
    with pytest.raises(PackError, match="not safe to use"):
        library.install(path)


def foreign_operator(model: onnx.ModelProto) -> None:
    model.graph.node[0].domain = "com.example"


def foreign_operator_set(model: onnx.ModelProto) -> None:
    model.opset_import.append(helper.make_opsetid("com.example", 1))


def value_from_another_file(model: onnx.ModelProto) -> None:
    model.graph.initializer[-1].external_data[0].value = "/etc/passwd"


def value_outside_of_the_pack(model: onnx.ModelProto) -> None:
    model.graph.initializer[-1].name = "secret"


def value_in_an_attribute(model: onnx.ModelProto) -> None:
    value = onnx.TensorProto(name="head.bias", data_type=TensorProto.FLOAT, data_location=TensorProto.EXTERNAL)
    value.external_data.add(key="location", value="weights.safetensors")
    model.graph.node.append(helper.make_node("Constant", [], ["unused"], value=value))


def operator_in_a_branch(model: onnx.ModelProto) -> None:
    node = helper.make_node("Spy", [], ["x"], domain="com.example")
    branch = helper.make_graph([node], "branch", [], [])
    model.graph.node.append(helper.make_node("If", ["c"], ["y"], then_branch=branch, else_branch=branch))


def graphs_without_end(model: onnx.ModelProto) -> None:
    branch = helper.make_graph([], "branch", [], [])
    for _ in range(20):
        branch = helper.make_graph([helper.make_node("If", ["c"], ["y"], then_branch=branch)], "branch", [], [])
    model.graph.node.extend(branch.node)


def own_function(model: onnx.ModelProto) -> None:
    model.functions.append(helper.make_function("com.example", "F", [], [], [], []))


@pytest.mark.parametrize(
    "change",
    [
        foreign_operator,
        foreign_operator_set,
        value_from_another_file,
        value_outside_of_the_pack,
        value_in_an_attribute,
        operator_in_a_branch,
        graphs_without_end,
        own_function,
    ],
)
def test_a_graph_that_asks_for_more_is_refused(
    library: PackLibrary, stick: Path, change: Callable[[onnx.ModelProto], None]
) -> None:
    with pytest.raises(PackError, match=r"strange\.cspack holds more than a model needs"):
        library.inspect(pack_with_graph(stick, change))


@pytest.mark.parametrize("data", [b"", b"\x80", b"not a graph", b"\x3a\xff\xff\xff\xff\x0f", toy_graph()[:-7]])
def test_bytes_that_are_no_graph_are_refused(data: bytes) -> None:
    with pytest.raises(UnsafeGraphError):
        check_graph(data, ["head.weight", "head.bias"], "weights.safetensors")


def test_the_shipped_graph_is_safe(repository: Path) -> None:
    pack = open_pack(repository / "resources" / "models" / "photographs.cspack")
    check_graph(pack.graph(), pack.weights().keys(), "weights.safetensors")


def test_a_card_that_lies_about_the_network_is_refused(library: PackLibrary, stick: Path) -> None:
    path = write_toy_pack(stick, uses_hints=False).path
    with pytest.raises(PackError, match="does not work"):
        library.inspect(path)


def test_an_export_is_the_same_file(library: PackLibrary, stick: Path, tmp_path: Path) -> None:
    pack = library.install(write_toy_pack(stick).path)
    target = tmp_path / "target"
    target.mkdir()
    assert library.export("toy@1.0", target) == target / "toy-1.0.cspack"
    assert open_pack(target / "toy-1.0.cspack").sha256 == pack.sha256
    with pytest.raises(PackError, match="exists already"):
        library.export("toy@1.0", target)
    library.export("toy", target / "toy-1.0.cspack", overwrite=True)
    with pytest.raises(PackError, match="exists already"):
        library.export("toy", pack.path, overwrite=True)
    with pytest.raises(PackError, match="cannot be written"):
        library.export("toy", tmp_path / "missing" / "x.cspack")


def test_own_packs_go_to_the_trash_and_shipped_ones_stay(
    library: PackLibrary, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trashed: list[Path] = []
    monkeypatch.setattr(send2trash, "send2trash", trashed.append)
    (tmp_path / "shipped").mkdir()
    write_toy_pack(tmp_path / "shipped", id="shipped")
    own = library.install(write_toy_pack(stick).path)
    library.remove("toy@1.0")
    assert trashed == [own.path]
    with pytest.raises(PackError, match=r"shipped@1\.0 is not one of your own and stays"):
        library.remove("shipped")
    assert trashed == [own.path]


def test_without_a_trash_the_pack_stays(library: PackLibrary, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(send2trash, "send2trash", refuse)
    own = library.install(write_toy_pack(stick).path)
    with pytest.raises(PackError, match=r"cannot be moved to the trash \(Permission denied\)"):
        library.remove("toy")
    assert own.path.exists()


def test_a_full_disk_leaves_no_half_pack(
    library: PackLibrary, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, target: Path) -> None:
        Path(target).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    path = write_toy_pack(stick).path
    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(PackError, match="No space left"):
        library.install(path)
    assert list((tmp_path / "own").iterdir()) == []


def test_a_pack_that_changes_while_it_is_copied_is_not_kept(
    library: PackLibrary, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_toy_pack(stick).path
    monkeypatch.setattr("shutil.copyfile", lambda source, target: Path(target).write_bytes(json.dumps({}).encode()))
    with pytest.raises(PackError, match="changed while it was read"):
        library.install(path)
    assert list((tmp_path / "own").iterdir()) == []
