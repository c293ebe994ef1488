"""The exported graph: no weights inside, dynamic sizes, the same values as eager torch."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime as ort
import pytest
import torch

from colorstudio.networks.generators import EfficientUnet, Generator, UnetGenerator
from colorstudio.networks.graph import export_graph, graph_weights, input_roles


def _session(generator: Generator, graph: bytes) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.log_severity_level = 3
    weights = {name: np.ascontiguousarray(value.numpy()) for name, value in graph_weights(generator).items()}
    values = [ort.OrtValue.ortvalue_from_numpy(array) for array in weights.values()]
    options.add_external_initializers(list(weights), values)
    session = ort.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    session.kept = values  # type: ignore[attr-defined]
    return session


def _generators() -> list[Generator]:
    torch.manual_seed(0)
    return [
        EfficientUnet(decoder="16-16-8-8"),
        EfficientUnet(decoder="16-16-8-8", hint_memory=2),
        UnetGenerator(num_downs=6, ngf=4, norm_mode="batch"),
        UnetGenerator(num_downs=5, ngf=4, norm_mode="running", uses_hints=False),
        UnetGenerator(num_downs=5, ngf=4, norm="instance"),
    ]


@pytest.mark.parametrize("index", range(5), ids=["efficient", "memory", "batch", "running", "instance"])
def test_the_graph_gives_the_values_of_eager_torch(index: int) -> None:
    generator = _generators()[index].eval()
    for module in generator.modules():
        if isinstance(module, torch.nn.BatchNorm2d) and module.track_running_stats:
            module.running_mean.normal_(0, 0.1)
    graph = export_graph(generator)
    assert len(graph) < 200_000
    assert not any(item.raw_data and item.name in graph_weights(generator) for item in _initialisers(graph))
    session = _session(generator, graph)
    assert [item.name for item in session.get_inputs()] == list(input_roles(generator))
    for batch, rows, columns in ((1, 1, 1), (3, 2, 5)):
        inputs = _inputs(generator, batch, rows, columns)
        with torch.no_grad():
            expected = generator.body(inputs["L"], inputs.get("hints"), inputs.get("noise")).numpy()
        result = session.run(["ab"], {role: tensor.numpy() for role, tensor in inputs.items()})[0]
        np.testing.assert_allclose(result, expected, atol=1e-4)


def _initialisers(graph: bytes) -> list[onnx.TensorProto]:
    return list(onnx.load_model_from_string(graph).graph.initializer)


def _inputs(generator: Generator, batch: int, rows: int, columns: int) -> dict[str, torch.Tensor]:
    height, width = rows * generator.multiple_of, columns * generator.multiple_of
    inputs = {
        "L": torch.rand(batch, 1, height, width),
        "hints": torch.rand(batch, 3, height, width),
        "noise": torch.rand(batch, generator.noise_channels),
    }
    return {role: inputs[role] for role in input_roles(generator)}


def test_a_graph_depends_on_the_architecture_alone() -> None:
    first, second = (UnetGenerator(num_downs=5, ngf=2, uses_hints=False) for _ in range(2))
    assert export_graph(first) == export_graph(second)
