"""The ONNX graph of a generator, without its weights.

A graph depends on the architecture alone: its initialisers carry the names of the state_dict and are taken from
the pack's weights at load. So the frozen application, which has no exporter, reuses the graph of the base pack.
"""

from __future__ import annotations

import copy
import logging
import warnings
from typing import Any

import torch
from torch import Tensor, nn

from colorstudio.networks.generators import HINT_CHANNELS, Generator

_LOCATION = "weights.safetensors"


class _Exported(nn.Module):
    """`Generator.body` with the roles as names."""

    def __init__(self, generator: Generator) -> None:
        super().__init__()
        self.generator = generator

    def forward(self, L: Tensor, hints: Tensor | None = None, noise: Tensor | None = None) -> Tensor:
        return self.generator.body(L, hints, noise)


def input_roles(generator: Generator) -> tuple[str, ...]:
    """Roles of the graph's inputs, in order."""
    roles = ["L"]
    if generator.uses_hints:
        roles.append("hints")
    if generator.noise_channels:
        roles.append("noise")
    return tuple(roles)


def graph_weights(generator: Generator) -> dict[str, Tensor]:
    """The weights that the graph takes by name: all floating-point entries of the state_dict."""
    return {name: value.detach().cpu() for name, value in generator.state_dict().items() if value.is_floating_point()}


def export_graph(generator: Generator) -> bytes:
    """Export `Generator.body` with dynamic batch, height and width (multiples of `multiple_of`).

    Returns:
        A serialised ONNX model whose initialisers that are weights are external: inputs `L`, `hints`, `noise`
        (those that the generator has), output `ab`.
    """
    network = copy.deepcopy(generator).cpu().eval()
    program = _export(network, input_roles(network))
    model = program.model_proto
    _unprefix(model.graph)
    names = set(graph_weights(network))
    for initialiser in model.graph.initializer:
        if initialiser.name in names:
            _make_external(initialiser)
    del model.metadata_props[:]
    del model.graph.metadata_props[:]
    del model.graph.value_info[:]
    for node in model.graph.node:  # stack traces of the exporting machine
        del node.metadata_props[:]
        node.doc_string = ""
    serialised: bytes = model.SerializeToString(deterministic=True)
    return serialised


def _export(network: Generator, roles: tuple[str, ...]) -> Any:
    side = 2 * network.multiple_of
    channels = {"L": 1, "hints": HINT_CHANNELS}
    batch, height, width = (torch.export.Dim(name, min=1, max=64) for name in ("batch", "height", "width"))
    inputs, shapes = {}, {}
    for role in roles:
        if role == "noise":
            inputs[role], shapes[role] = torch.ones(2, network.noise_channels), {0: batch}
        else:
            inputs[role] = torch.zeros(2, channels[role], side, side + network.multiple_of)
            shapes[role] = {0: batch, 2: network.multiple_of * height, 3: network.multiple_of * width}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return torch.onnx.export(
            _Exported(network),
            kwargs=inputs,
            dynamo=True,
            optimize=False,
            external_data=False,
            verbose=False,
            input_names=list(roles),
            output_names=["ab"],
            dynamic_shapes=shapes,
        )


def _unprefix(graph: Any) -> None:
    """Give the initialisers the names of the generator's state_dict."""
    prefix = "generator."
    for initialiser in graph.initializer:
        initialiser.name = initialiser.name.removeprefix(prefix)
    for node in graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = name.removeprefix(prefix)


def _make_external(initialiser: Any) -> None:
    external = 1  # onnx.TensorProto.EXTERNAL
    initialiser.ClearField("raw_data")
    initialiser.ClearField("float_data")
    initialiser.data_location = external
    del initialiser.external_data[:]
    for key, value in (("location", _LOCATION), ("offset", "0"), ("length", "0")):
        entry = initialiser.external_data.add()
        entry.key, entry.value = key, value
