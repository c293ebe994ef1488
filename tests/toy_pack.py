"""A pack whose colours can be told in the head: a* = 20, b* = 0.5 (L* - 50), plus any hint's colour."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from colorstudio.inference.card import ModelCard
from colorstudio.inference.pack import Pack, open_pack, write_pack

TOY_A = 20.0
TOY_B_SLOPE = 0.5

_FLOAT = TensorProto.FLOAT


def toy_graph() -> bytes:
    """ab = conv1x1(L) + hints[:, :2], with external initialisers `head.weight` and `head.bias`."""
    nodes = [
        helper.make_node("Conv", ["L", "head.weight", "head.bias"], ["predicted"], kernel_shape=[1, 1]),
        helper.make_node("Slice", ["hints", "starts", "ends", "axes"], ["colour"]),
        helper.make_node("Add", ["predicted", "colour"], ["ab"]),
    ]
    bounds = {"starts": 0, "ends": 2, "axes": 1}
    slices = [helper.make_tensor(name, TensorProto.INT64, [1], [value]) for name, value in bounds.items()]
    weights = [_external("head.weight", [2, 1, 1, 1]), _external("head.bias", [2])]
    graph = helper.make_graph(
        nodes,
        "toy",
        [_plane("L", 1), _plane("hints", 3)],
        [_plane("ab", 2)],
        initializer=[*slices, *weights],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    return model.SerializeToString()


def _plane(name: str, channels: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, _FLOAT, ["n", channels, "h", "w"])


def _external(name: str, dims: list[int]) -> onnx.TensorProto:
    tensor = onnx.TensorProto(name=name, data_type=_FLOAT, dims=dims, data_location=TensorProto.EXTERNAL)
    for key, value in (("location", "weights.safetensors"), ("offset", "0"), ("length", "0")):
        tensor.external_data.add(key=key, value=value)
    return tensor


def toy_card(**changes: object) -> ModelCard:
    """The card of the toy pack; `changes` replace fields."""
    fields = {
        "id": "toy",
        "version": "1.0",
        "name": {"en": "Toy", "ko": "장난감"},
        "architecture": "Toy",
        "arguments": {},
        "multiple_of": 8,
        "uses_hints": True,
        "render_size": 128,
        "licence": "CC0-1.0",
    }
    return ModelCard(**{**fields, **changes})  # type: ignore[arg-type]


def toy_weights() -> dict[str, np.ndarray]:
    """L is normalised by 50 and ab by 110, so b* = 0.5 (L* - 50) needs a weight of 0.5 * 50 / 110."""
    weight = np.array([0.0, TOY_B_SLOPE * 50 / 110], np.float32).reshape(2, 1, 1, 1)
    return {"head.weight": weight, "head.bias": np.array([TOY_A / 110, 0.0], np.float32)}


def write_toy_pack(folder: Path, **changes: object) -> Pack:
    """Write `toy.cspack` (or `<id>.cspack`) into a folder and open it."""
    card = toy_card(**changes)
    path = folder / f"{card.id}-{card.version}.cspack"
    write_pack(path, card, toy_weights(), toy_graph())
    return open_pack(path)
