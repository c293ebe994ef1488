"""A pack whose colours can be told in the head: a* = 20, b* = 0.5 (L* - 50), plus any hint's colour.

With two noise channels every one moves a* or b* by 11 or -11 where the picture is white, by nothing where it
is black: the lighter, the less sure.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from colorstudio.inference.card import ModelCard
from colorstudio.inference.pack import Pack, open_pack, write_pack

TOY_A = 20.0
TOY_B_SLOPE = 0.5
TOY_NOISE = 11.0

NOISY: dict[str, Any] = {"noise_channels": 2, "noise_probability": 0.5}
"""For `write_toy_pack`."""

_FLOAT = TensorProto.FLOAT


def toy_graph(noise: bool = False) -> bytes:
    """ab = conv1x1(L) + hints[:, :2], with external initialisers `head.weight` and `head.bias`.

    With noise (N, 2) also + (noise - 1) * (L + 1) / 20.
    """
    coloured = "hinted" if noise else "ab"
    nodes = [
        helper.make_node("Conv", ["L", "head.weight", "head.bias"], ["predicted"], kernel_shape=[1, 1]),
        helper.make_node("Slice", ["hints", "starts", "ends", "axes"], ["colour"]),
        helper.make_node("Add", ["predicted", "colour"], [coloured]),
    ]
    bounds = {"starts": 0, "ends": 2, "axes": 1}
    constants = [helper.make_tensor(name, TensorProto.INT64, [1], [value]) for name, value in bounds.items()]
    inputs = [_plane("L", 1), _plane("hints", 3)]
    if noise:
        nodes += _noise_nodes(coloured)
        constants += _noise_constants()
        inputs.append(helper.make_tensor_value_info("noise", _FLOAT, ["n", 2]))
    weights = [_external("head.weight", [2, 1, 1, 1]), _external("head.bias", [2])]
    graph = helper.make_graph(nodes, "toy", inputs, [_plane("ab", 2)], initializer=[*constants, *weights])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    return model.SerializeToString()


def _noise_nodes(coloured: str) -> list[onnx.NodeProto]:
    return [
        helper.make_node("Sub", ["noise", "one"], ["around_zero"]),
        helper.make_node("Reshape", ["around_zero", "per_channel"], ["offset"]),
        helper.make_node("Add", ["L", "one"], ["light"]),
        helper.make_node("Mul", ["light", "twentieth"], ["share"]),
        helper.make_node("Mul", ["offset", "share"], ["moved"]),
        helper.make_node("Add", [coloured, "moved"], ["ab"]),
    ]


def _noise_constants() -> list[onnx.TensorProto]:
    return [
        helper.make_tensor("one", _FLOAT, [1], [1.0]),
        helper.make_tensor("twentieth", _FLOAT, [1], [TOY_NOISE / 110 / 2]),
        helper.make_tensor("per_channel", TensorProto.INT64, [4], [0, 2, 1, 1]),
    ]


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
    """Write `toy.cspack` (or `<id>.cspack`) into a folder and open it; `**NOISY` gives it noise."""
    card = toy_card(**changes)
    path = folder / f"{card.id}-{card.version}.cspack"
    write_pack(path, card, toy_weights(), toy_graph(card.noise_channels > 0))
    return open_pack(path)
